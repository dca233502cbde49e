/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-json-check.c - the strict I-JSON scanner that stands before json-glib */

#include "foyer-json.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Up to here the names of an object are compared with each other, which is quicker than a table; with more it would take ever longer. */
#define FEW_NAMES 32

/* The member names seen in one object, by meaning: "a" and "\u0061" are one. */
typedef struct {
  struct {
    const char *text;
    gsize length;
  } few[FEW_NAMES];
  guint n_few;
  GHashTable *many;   /* (owned) (nullable): the rest, and then also the few */
  GPtrArray *decoded; /* (owned) (nullable): the names that had escapes */
} Names;

typedef struct {
  const char *start;
  const char *at;
  const char *end;
  int depth;
  Names *names[FOYER_JSON_MAX_DEPTH]; /* (owned): of the object open at each level, made when first needed */
  GError **error;
} Scanner;

static gboolean scan_value (Scanner *scanner);

static gboolean
fail (Scanner *scanner, FoyerJsonError code, const char *what)
{
  g_set_error (scanner->error, FOYER_JSON_ERROR, code, "%s at byte %" G_GSIZE_FORMAT, what,
               (gsize) (scanner->at - scanner->start));
  return FALSE;
}

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->end
         && (*scanner->at == ' ' || *scanner->at == '\n' || *scanner->at == '\t' || *scanner->at == '\r'))
    scanner->at++;
}

static gboolean
accept (Scanner *scanner, char c)
{
  if (scanner->at < scanner->end && *scanner->at == c) {
    scanner->at++;
    return TRUE;
  }
  return FALSE;
}

static gboolean
scan_literal (Scanner *scanner, const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize) (scanner->end - scanner->at) < length || memcmp (scanner->at, literal, length) != 0)
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unknown word");
  scanner->at += length;
  return TRUE;
}

static gsize
scan_digits (Scanner *scanner)
{
  const char *from = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return (gsize) (scanner->at - from);
}

static gboolean
check_number_range (Scanner *scanner, const char *from, gboolean integer)
{
  gsize length = (gsize) (scanner->at - from);
  g_autofree char *text = NULL;
  double value;

  if (integer && length <= 15)
    return TRUE;
  if (length > 64)
    return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Number with too many digits");
  text = g_strndup (from, length);
  if (integer) {
    gint64 whole;

    errno = 0;
    whole = g_ascii_strtoll (text, NULL, 10);
    if (errno != 0 || whole > FOYER_JSON_MAX_INTEGER || whole < -FOYER_JSON_MAX_INTEGER)
      return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Integer beyond 2^53");
    return TRUE;
  }
  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value))
    return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Number out of range");
  /* json-glib keeps 1e300 as a double, but an integral one beyond 2^53 would lie once it is read as an integer. */
  if (fabs (value) > (double) FOYER_JSON_MAX_INTEGER && value == floor (value) && fabs (value) < 1e19)
    return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Integer beyond 2^53");
  return TRUE;
}

static gboolean
scan_number (Scanner *scanner)
{
  const char *from = scanner->at;
  gboolean integer = TRUE;

  accept (scanner, '-');
  if (accept (scanner, '0')) {
    if (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Number with a leading zero");
  } else if (scan_digits (scanner) == 0) {
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unexpected character");
  }
  if (accept (scanner, '.')) {
    integer = FALSE;
    if (scan_digits (scanner) == 0)
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Number without digits after the point");
  }
  if (accept (scanner, 'e') || accept (scanner, 'E')) {
    integer = FALSE;
    if (!accept (scanner, '+'))
      accept (scanner, '-');
    if (scan_digits (scanner) == 0)
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Number without an exponent");
  }
  return check_number_range (scanner, from, integer);
}

static gboolean
scan_four_hex (Scanner *scanner, guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scanner->at++) {
    if (scanner->at >= scanner->end || !g_ascii_isxdigit (*scanner->at))
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Bad \\u escape");
    *unit = *unit << 4 | (guint) g_ascii_xdigit_value (*scanner->at);
  }
  return TRUE;
}

/* After `\u`. */
static gboolean
scan_unicode_escape (Scanner *scanner, GString *decoded)
{
  guint high;
  guint low;

  if (!scan_four_hex (scanner, &high))
    return FALSE;
  if (high == 0)
    return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "U+0000 in a string");
  if (high >= 0xdc00 && high <= 0xdfff)
    return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Lone surrogate");
  if (high >= 0xd800 && high <= 0xdbff) {
    if (!accept (scanner, '\\') || !accept (scanner, 'u'))
      return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Lone surrogate");
    if (!scan_four_hex (scanner, &low))
      return FALSE;
    if (low < 0xdc00 || low > 0xdfff)
      return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Lone surrogate");
    high = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }
  if (decoded != NULL)
    g_string_append_unichar (decoded, high);
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (scanner->at >= scanner->end)
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unfinished string");
  if (accept (scanner, 'u'))
    return scan_unicode_escape (scanner, decoded);
  found = *scanner->at == '\0' ? NULL : strchr (letters, *scanner->at);
  if (found == NULL)
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unknown escape");
  scanner->at++;
  if (decoded != NULL)
    g_string_append_c (decoded, meanings[found - letters]);
  return TRUE;
}

/* Decodes into @decoded if given: member names are compared by meaning, so that "a" and "\u0061" are one. */
static gboolean
scan_string (Scanner *scanner, GString *decoded)
{
  if (!accept (scanner, '"'))
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Expected a string");
  while (scanner->at < scanner->end) {
    char c = *scanner->at;

    /* Nearly all of any text. */
    if (decoded == NULL && c != '"' && c != '\\' && (guchar) c >= 0x20) {
      scanner->at++;
      continue;
    }
    if (c == '"') {
      scanner->at++;
      return TRUE;
    }
    if ((guchar) c < 0x20)
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Control character in a string");
    scanner->at++;
    if (c == '\\') {
      if (!scan_escape (scanner, decoded))
        return FALSE;
    } else if (decoded != NULL) {
      g_string_append_c (decoded, c);
    }
  }
  return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unfinished string");
}

static void
clear_names (Names *names)
{
  names->n_few = 0;
  g_clear_pointer (&names->many, g_hash_table_unref);
  g_clear_pointer (&names->decoded, g_ptr_array_unref);
}

static void
free_names (Names *names)
{
  clear_names (names);
  g_free (names);
}

static void
add_to_many (Names *names, const char *text, gsize length)
{
  g_hash_table_add (names->many, g_strndup (text, length));
}

/* FALSE if the name was there before. */
static gboolean
add_name (Names *names, const char *text, gsize length)
{
  if (names->many != NULL)
    return g_hash_table_add (names->many, g_strndup (text, length));
  for (guint i = 0; i < names->n_few; i++) {
    if (names->few[i].length == length && memcmp (names->few[i].text, text, length) == 0)
      return FALSE;
  }
  if (names->n_few < FEW_NAMES) {
    names->few[names->n_few].text = text;
    names->few[names->n_few++].length = length;
    return TRUE;
  }
  names->many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < names->n_few; i++)
    add_to_many (names, names->few[i].text, names->few[i].length);
  add_to_many (names, text, length);
  return TRUE;
}

/* The name that begins at @from, again and this time with its escapes read. */
static gboolean
add_escaped_name (Scanner *scanner, Names *names, const char *from)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize length;
  char *text;

  if (names->decoded == NULL)
    names->decoded = g_ptr_array_new_with_free_func (g_free);
  scanner->at = from;
  scan_string (scanner, name);
  length = name->len;
  text = g_string_free (g_steal_pointer (&name), FALSE);
  g_ptr_array_add (names->decoded, text);
  return add_name (names, text, length);
}

static gboolean
scan_name (Scanner *scanner, Names *names)
{
  const char *from = scanner->at;
  gsize length;
  gboolean is_new;

  if (!scan_string (scanner, NULL))
    return FALSE;
  length = (gsize) (scanner->at - from) - 2;
  if (memchr (from + 1, '\\', length) == NULL)
    is_new = add_name (names, from + 1, length);
  else
    is_new = add_escaped_name (scanner, names, from);
  if (is_new)
    return TRUE;
  scanner->at = from;
  return fail (scanner, FOYER_JSON_ERROR_INTEROPERABLE, "Duplicate member");
}

static gboolean
scan_members (Scanner *scanner)
{
  Names **names = &scanner->names[scanner->depth - 1];

  if (*names == NULL)
    *names = g_new0 (Names, 1);
  else
    clear_names (*names);
  skip_space (scanner);
  if (accept (scanner, '}'))
    return TRUE;
  do {
    skip_space (scanner);
    if (!scan_name (scanner, *names))
      return FALSE;
    skip_space (scanner);
    if (!accept (scanner, ':'))
      return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Expected a colon");
    if (!scan_value (scanner))
      return FALSE;
    skip_space (scanner);
  } while (accept (scanner, ','));
  return accept (scanner, '}')
         || fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Expected a comma or a closing brace");
}

static gboolean
scan_elements (Scanner *scanner)
{
  skip_space (scanner);
  if (accept (scanner, ']'))
    return TRUE;
  do {
    if (!scan_value (scanner))
      return FALSE;
    skip_space (scanner);
  } while (accept (scanner, ','));
  return accept (scanner, ']')
         || fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Expected a comma or a closing bracket");
}

static gboolean
scan_nested (Scanner *scanner, gboolean (*scan) (Scanner *))
{
  gboolean ok;

  if (scanner->depth == FOYER_JSON_MAX_DEPTH)
    return fail (scanner, FOYER_JSON_ERROR_DEPTH, "Nested too deeply");
  scanner->at++;
  scanner->depth++;
  ok = scan (scanner);
  scanner->depth--;
  return ok;
}

static gboolean
scan_value (Scanner *scanner)
{
  skip_space (scanner);
  if (scanner->at >= scanner->end)
    return fail (scanner, FOYER_JSON_ERROR_SYNTAX, "Unexpected end");
  switch (*scanner->at) {
  case '{':
    return scan_nested (scanner, scan_members);
  case '[':
    return scan_nested (scanner, scan_elements);
  case '"':
    return scan_string (scanner, NULL);
  case 't':
    return scan_literal (scanner, "true");
  case 'f':
    return scan_literal (scanner, "false");
  case 'n':
    return scan_literal (scanner, "null");
  default:
    return scan_number (scanner);
  }
}

gboolean
foyer_json_check (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  Scanner scanner = { .start = text, .at = text, .end = text + size, .error = error };
  gboolean ok;

  if (!g_utf8_validate_len (text, size, &scanner.at))
    return fail (&scanner, FOYER_JSON_ERROR_SYNTAX, "Not UTF-8");
  scanner.at = text;
  ok = scan_value (&scanner);
  if (ok) {
    skip_space (&scanner);
    if (scanner.at < scanner.end)
      ok = fail (&scanner, FOYER_JSON_ERROR_SYNTAX, "More after the end");
  }
  for (int i = 0; i < FOYER_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&scanner.names[i], free_names);
  return ok;
}
