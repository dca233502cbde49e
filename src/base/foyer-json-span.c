/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-json-span.c - values of a checked JSON text, read where they stand */

#include "foyer-json-span.h"

#include <string.h>

static const char *
skip_space (const char *at)
{
  while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
    at++;
  return at;
}

/* @at is the opening quote. A quote is the closing one unless an odd number of backslashes stands before it. */
static const char *
skip_string (const char *at)
{
  for (;;) {
    const char *quote = rawmemchr (at + 1, '"');
    const char *before = quote;

    while (before[-1] == '\\')
      before--;
    if ((quote - before) % 2 == 0)
      return quote + 1;
    at = quote;
  }
}

/* @at is the opening brace or bracket. */
static const char *
skip_nested (const char *at)
{
  guint depth = 0;

  for (;;) {
    switch (*at) {
    case '"':
      at = skip_string (at);
      continue;
    case '{':
    case '[':
      depth++;
      break;
    case '}':
    case ']':
      if (--depth == 0)
        return at + 1;
      break;
    default:
      break;
    }
    at++;
  }
}

static FoyerJsonSpan
read_value (const char *at)
{
  const char *end = at;

  if (*at == '"') {
    end = skip_string (at);
  } else if (*at == '{' || *at == '[') {
    end = skip_nested (at);
  } else {
    /* Within an object or a list, so one of these follows. */
    while (*end != ',' && *end != '}' && *end != ']' && *end != ' ' && *end != '\n' && *end != '\t'
           && *end != '\r')
      end++;
  }
  return (FoyerJsonSpan){ at, (gsize) (end - at) };
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

FoyerJsonSpan
foyer_json_span_new (const char *text, gsize length)
{
  FoyerJsonSpan span = { text, length };

  while (span.length > 0 && is_space (span.text[0])) {
    span.text++;
    span.length--;
  }
  while (span.length > 0 && is_space (span.text[span.length - 1]))
    span.length--;
  return span;
}

gboolean
foyer_json_span_is_object (FoyerJsonSpan span)
{
  return span.text != NULL && span.text[0] == '{';
}

gboolean
foyer_json_span_is_array (FoyerJsonSpan span)
{
  return span.text != NULL && span.text[0] == '[';
}

gboolean
foyer_json_span_is_string (FoyerJsonSpan span)
{
  return span.text != NULL && span.text[0] == '"';
}

gboolean
foyer_json_span_is_null (FoyerJsonSpan span)
{
  return foyer_json_span_is (span, "null");
}

gboolean
foyer_json_span_is (FoyerJsonSpan span, const char *text)
{
  return span.text != NULL && strlen (text) == span.length && memcmp (span.text, text, span.length) == 0;
}

gboolean
foyer_json_span_means (FoyerJsonSpan string, const char *text)
{
  g_autofree char *meaning = NULL;

  if (memchr (string.text, '\\', string.length) == NULL)
    return strlen (text) == string.length - 2 && memcmp (string.text + 1, text, string.length - 2) == 0;
  meaning = foyer_json_span_dup_string (string);
  return strcmp (meaning, text) == 0;
}

FoyerJsonSpan
foyer_json_span_get_member (FoyerJsonSpan span, const char *name)
{
  FoyerJsonWalk walk;
  FoyerJsonSpan found;
  FoyerJsonSpan value;

  foyer_json_walk_init (&walk, span);
  while (foyer_json_walk_next_member (&walk, &found, &value)) {
    if (foyer_json_span_means (found, name))
      return value;
  }
  return (FoyerJsonSpan){ NULL, 0 };
}

static guint
read_unit (const char *at)
{
  guint unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit << 4 | (guint) g_ascii_xdigit_value (at[i]);
  return unit;
}

/* After the backslash. */
static const char *
append_meaning (GString *out, const char *at)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *letter;
  guint unit;

  if (*at != 'u') {
    letter = strchr (letters, *at);
    g_string_append_c (out, letter == NULL ? *at : meanings[letter - letters]);
    return at + 1;
  }
  unit = read_unit (at + 1);
  if (unit < 0xd800 || unit > 0xdbff) {
    g_string_append_unichar (out, unit);
    return at + 5;
  }
  g_string_append_unichar (out, 0x10000 + ((unit - 0xd800) << 10) + (read_unit (at + 7) - 0xdc00));
  return at + 11;
}

char *
foyer_json_span_dup_string (FoyerJsonSpan span)
{
  const char *at;
  const char *end;
  GString *out;

  if (!foyer_json_span_is_string (span))
    return NULL;
  at = span.text + 1;
  end = span.text + span.length - 1;
  if (memchr (at, '\\', (gsize) (end - at)) == NULL)
    return g_strndup (at, (gsize) (end - at));
  out = g_string_sized_new (span.length);
  while (at < end) {
    const char *escape = memchr (at, '\\', (gsize) (end - at));

    g_string_append_len (out, at, (escape == NULL ? end : escape) - at);
    if (escape == NULL)
      break;
    at = append_meaning (out, escape + 1);
  }
  return g_string_free (out, FALSE);
}

gboolean
foyer_json_span_get_integer (FoyerJsonSpan span, gint64 *value)
{
  gboolean negative = span.text != NULL && span.text[0] == '-';
  gint64 number = 0;

  if (span.text == NULL || !g_ascii_isdigit (span.text[negative]))
    return FALSE;
  /* Within ±(2^53−1), so there is no overflow. */
  for (gsize i = negative; i < span.length; i++) {
    if (!g_ascii_isdigit (span.text[i]))
      return FALSE;
    number = number * 10 + (span.text[i] - '0');
  }
  *value = negative ? -number : number;
  return TRUE;
}

void
foyer_json_walk_init (FoyerJsonWalk *self, FoyerJsonSpan span)
{
  self->at = span.text + 1;
}

/* To the next member or element, over the comma before it. */
static gboolean
go_on (FoyerJsonWalk *self)
{
  self->at = skip_space (self->at);
  if (*self->at == ',')
    self->at = skip_space (self->at + 1);
  return *self->at != '}' && *self->at != ']';
}

gboolean
foyer_json_walk_to_member (FoyerJsonWalk *self, FoyerJsonSpan *name)
{
  if (!go_on (self))
    return FALSE;
  *name = read_value (self->at);
  self->at = skip_space (name->text + name->length);
  self->at = skip_space (self->at + 1);
  return TRUE;
}

gboolean
foyer_json_walk_to_element (FoyerJsonWalk *self)
{
  return go_on (self);
}

char
foyer_json_walk_peek (FoyerJsonWalk *self)
{
  return *self->at;
}

FoyerJsonSpan
foyer_json_walk_take (FoyerJsonWalk *self)
{
  FoyerJsonSpan value = read_value (self->at);

  self->at = value.text + value.length;
  return value;
}

FoyerJsonWalk
foyer_json_walk_enter (FoyerJsonWalk *self)
{
  return (FoyerJsonWalk){ self->at + 1 };
}

void
foyer_json_walk_leave (FoyerJsonWalk *self, const FoyerJsonWalk *inner)
{
  self->at = inner->at + 1;
}

gboolean
foyer_json_walk_next_member (FoyerJsonWalk *self, FoyerJsonSpan *name, FoyerJsonSpan *value)
{
  if (!foyer_json_walk_to_member (self, name))
    return FALSE;
  *value = foyer_json_walk_take (self);
  return TRUE;
}

gboolean
foyer_json_walk_next_element (FoyerJsonWalk *self, FoyerJsonSpan *value)
{
  if (!foyer_json_walk_to_element (self))
    return FALSE;
  *value = foyer_json_walk_take (self);
  return TRUE;
}
