/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-style-sheet.c - a business's own style sheet, read strictly and written anew

   CSS Syntax Level 3 without what could hide something from this reader and not from a browser: no escapes, no markup, no names beyond
   ASCII, no blocks left open. A comment counts as a space. */

#include "foyer-style-sheet.h"

#include "foyer-style-sheet-words.h"

#include <stdlib.h>
#include <string.h>

#define MOST_RULES 500
#define MOST_SELECTORS 2000
#define DEEPEST 8
#define THEME ".fy-theme"
#define LONGEST_NAME 100

typedef struct {
  const char *at;
  guint line;
  guint n_rules;
  guint n_selectors;
  GString *out;
  char *problem;
} Reader;

static gboolean G_GNUC_PRINTF (2, 3) refuse (Reader *reader, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list arguments;

  if (reader->problem != NULL)
    return FALSE;
  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  reader->problem = g_strdup_printf ("Line %u: %s", reader->line, why);
  return FALSE;
}

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == '-';
}

static gboolean
is_name_part (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

static gboolean
refuse_sign (Reader *reader)
{
  g_autofree char *sign = NULL;

  switch (*reader->at) {
  case '\0':
    return refuse (reader, "the style sheet ends too early");
  case '\\':
    return refuse (reader, "a backslash is not allowed");
  case '<':
    return refuse (reader, "< is not allowed");
  case '[':
    return refuse (reader, "selectors of attributes are not allowed");
  default:
    sign = g_strndup (reader->at, (gsize) (g_utf8_next_char (reader->at) - reader->at));
    return refuse (reader, "%s is not allowed here", sign);
  }
}

static void
take_line_end (Reader *reader)
{
  if (reader->at[0] == '\r' && reader->at[1] == '\n')
    reader->at++;
  reader->at++;
  reader->line++;
}

static gboolean
skip_comment (Reader *reader)
{
  guint first = reader->line;

  for (reader->at += 2; !g_str_has_prefix (reader->at, "*/");) {
    if (*reader->at == '\0') {
      reader->line = first;
      return refuse (reader, "this comment is not closed");
    }
    if (*reader->at == '\n' || *reader->at == '\r' || *reader->at == '\f')
      take_line_end (reader);
    else
      reader->at++;
  }
  reader->at += 2;
  return TRUE;
}

/* @had: (optional): whether there was any */
static gboolean
skip_space (Reader *reader, gboolean *had)
{
  const char *start = reader->at;

  for (;;) {
    if (*reader->at == ' ' || *reader->at == '\t')
      reader->at++;
    else if (*reader->at == '\n' || *reader->at == '\r' || *reader->at == '\f')
      take_line_end (reader);
    else if (!g_str_has_prefix (reader->at, "/*"))
      break;
    else if (!skip_comment (reader))
      return FALSE;
  }
  if (had != NULL)
    *had = reader->at != start;
  return TRUE;
}

/* In small letters, but for the names of the business's own variables. */
static char *
take_name (Reader *reader)
{
  const char *start = reader->at;
  gsize length;

  if (!is_name_start (*start)) {
    refuse_sign (reader);
    return NULL;
  }
  while (is_name_part (*reader->at))
    reader->at++;
  length = (gsize) (reader->at - start);
  if (length > LONGEST_NAME) {
    refuse (reader, "a name is longer than %d letters", LONGEST_NAME);
    return NULL;
  }
  if (length == 1 && *start == '-') {
    refuse (reader, "- is not allowed here");
    return NULL;
  }
  return g_strndup (start, length);
}

static gboolean
write_string (Reader *reader)
{
  const char *start = reader->at;

  for (reader->at++; *reader->at != *start; reader->at++) {
    if (*reader->at == '\0' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\f')
      return refuse (reader, "this text in quotes is not closed");
    if (*reader->at == '\\' || *reader->at == '<')
      return refuse_sign (reader);
  }
  reader->at++;
  g_string_append_len (reader->out, start, reader->at - start);
  return TRUE;
}

/* A number with its unit, or none. */
static gboolean
write_number (Reader *reader)
{
  const char *start = reader->at;

  if (*reader->at == '+' || *reader->at == '-')
    reader->at++;
  while (g_ascii_isdigit (*reader->at))
    reader->at++;
  if (*reader->at == '.' && g_ascii_isdigit (reader->at[1])) {
    for (reader->at++; g_ascii_isdigit (*reader->at);)
      reader->at++;
  }
  if (*reader->at == '%')
    reader->at++;
  else {
    while (g_ascii_isalpha (*reader->at))
      reader->at++;
  }
  if (reader->at - start > LONGEST_NAME)
    return refuse (reader, "a number is longer than %d signs", LONGEST_NAME);
  g_string_append_len (reader->out, start, reader->at - start);
  return TRUE;
}

static gboolean
begins_number (const char *at)
{
  if (*at == '+' || *at == '-')
    at++;
  return g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1]));
}

/* --- Selectors --- */

static gboolean
write_pseudo (Reader *reader, gboolean *opens)
{
  g_autofree char *name = NULL;
  g_autofree char *small = NULL;
  guint colons = reader->at[1] == ':' ? 2 : 1;

  reader->at += colons;
  name = take_name (reader);
  if (name == NULL)
    return FALSE;
  small = g_ascii_strdown (name, -1);
  if (!foyer_style_sheet_has_pseudo (small))
    return refuse (reader, ":%s is not allowed", name);
  g_string_append_printf (reader->out, "%s%s", colons == 2 ? "::" : ":", small);
  *opens = *reader->at == '(';
  if (*opens) {
    g_string_append_c (reader->out, '(');
    reader->at++;
  }
  return TRUE;
}

static gboolean
write_named (Reader *reader)
{
  g_autofree char *name = NULL;
  char mark = *reader->at;

  if (mark == '.' || mark == '#') {
    g_string_append_c (reader->out, mark);
    reader->at++;
  }
  name = take_name (reader);
  if (name != NULL)
    g_string_append (reader->out, name);
  return name != NULL;
}

static gboolean
write_selector_part (Reader *reader, guint *depth)
{
  gboolean opens = FALSE;
  char c = *reader->at;

  if (c == ':') {
    if (!write_pseudo (reader, &opens))
      return FALSE;
    if (opens && ++*depth > DEEPEST)
      return refuse (reader, "more than %d brackets stand in each other", DEEPEST);
    return TRUE;
  }
  if (c == ')' && *depth > 0)
    --*depth;
  else if (*depth > 0 && begins_number (reader->at))
    return write_number (reader);
  else if (c == '.' || c == '#' || is_name_start (c))
    return write_named (reader);
  else if (c != '*' && c != '>' && c != '+' && c != '~' && (c != ',' || *depth == 0))
    return refuse_sign (reader);
  g_string_append_c (reader->out, c);
  reader->at++;
  return TRUE;
}

/* "body", "html" and ":root" are what carries the theme. */
static gboolean
skip_root (Reader *reader)
{
  static const char *const roots[] = { "html", "body", ":root" };

  for (guint i = 0; i < G_N_ELEMENTS (roots);) {
    gsize length = strlen (roots[i]);

    if (g_ascii_strncasecmp (reader->at, roots[i], length) == 0 && !is_name_part (reader->at[length])) {
      reader->at += length;
      if (!skip_space (reader, NULL))
        return FALSE;
      i = 0;
    } else {
      i++;
    }
  }
  return TRUE;
}

/* One of the selectors that commas part. */
static gboolean
write_selector (Reader *reader)
{
  const char *first = reader->at;
  const char *start;
  guint depth = 0;
  gboolean spaced = TRUE;

  if (++reader->n_selectors > MOST_SELECTORS)
    return refuse (reader, "there are more than %d selectors", MOST_SELECTORS);
  g_string_append (reader->out, THEME);
  if (!skip_root (reader))
    return FALSE;
  start = reader->at;
  if (first != start && reader->at[-1] != ' '
      && (*reader->at == ':' || *reader->at == '.' || *reader->at == '#'))
    spaced = FALSE;
  while (depth > 0 || (*reader->at != ',' && *reader->at != '{')) {
    if (spaced)
      g_string_append_c (reader->out, ' ');
    if (!write_selector_part (reader, &depth) || !skip_space (reader, &spaced))
      return FALSE;
    spaced = spaced && (depth > 0 || (*reader->at != ',' && *reader->at != '{'));
  }
  if (reader->at == first)
    return refuse (reader, "a selector is missing");
  return TRUE;
}

/* --- Declarations --- */

static gboolean
write_word (Reader *reader, guint *depth)
{
  g_autofree char *name = take_name (reader);
  g_autofree char *small = NULL;

  if (name == NULL)
    return FALSE;
  small = g_ascii_strdown (name, -1);
  if (*reader->at != '(') {
    g_string_append (reader->out, name);
    return TRUE;
  }
  if (!foyer_style_sheet_has_function (small))
    return refuse (reader, "%s() is not allowed", small);
  if (++*depth > DEEPEST)
    return refuse (reader, "more than %d brackets stand in each other", DEEPEST);
  g_string_append_printf (reader->out, "%s(", small);
  reader->at++;
  return TRUE;
}

static gboolean
write_hash (Reader *reader)
{
  const char *start = reader->at++;

  while (is_name_part (*reader->at))
    reader->at++;
  if (reader->at - start < 4 || reader->at - start > 9)
    return refuse (reader, "a colour has three to eight digits behind its #");
  g_string_append_len (reader->out, start, reader->at - start);
  return TRUE;
}

static gboolean
write_important (Reader *reader)
{
  g_autofree char *name = NULL;

  reader->at++;
  if (!skip_space (reader, NULL) || (name = take_name (reader)) == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (name, "important") != 0)
    return refuse (reader, "!%s is not allowed", name);
  g_string_append (reader->out, "!important");
  return TRUE;
}

static gboolean
write_value_part (Reader *reader, guint *depth)
{
  char c = *reader->at;

  if (c == '"' || c == '\'')
    return write_string (reader);
  if (c == '#')
    return write_hash (reader);
  if (c == '!' && *depth == 0)
    return write_important (reader);
  if (begins_number (reader->at))
    return write_number (reader);
  if (is_name_start (c) && (c != '-' || is_name_start (reader->at[1])))
    return write_word (reader, depth);
  if (c == '(' && *depth > 0) {
    if (++*depth > DEEPEST)
      return refuse (reader, "more than %d brackets stand in each other", DEEPEST);
  } else if (c == ')' && *depth > 0) {
    --*depth;
  } else if (c != ',' && c != '/' && (*depth == 0 || strchr ("+-*", c) == NULL || c == '\0')) {
    return refuse_sign (reader);
  }
  g_string_append_c (reader->out, c);
  reader->at++;
  return TRUE;
}

/* Up to the semicolon or the bracket behind it. */
static gboolean
write_value (Reader *reader, const char *property)
{
  gsize start = reader->out->len;
  const char *value;
  guint depth = 0;
  gboolean spaced = FALSE;

  if (!skip_space (reader, NULL))
    return FALSE;
  while (depth > 0 || (*reader->at != ';' && *reader->at != '}')) {
    if (spaced)
      g_string_append_c (reader->out, ' ');
    if (!write_value_part (reader, &depth) || !skip_space (reader, &spaced))
      return FALSE;
  }
  value = reader->out->str + start;
  if (*value == '\0')
    return refuse (reader, "%s has no value", property);
  if (strcmp (property, "position") == 0 && g_ascii_strcasecmp (value, "static") != 0
      && g_ascii_strcasecmp (value, "relative") != 0)
    return refuse (reader, "position may be static or relative only");
  return TRUE;
}

static gboolean
write_declaration (Reader *reader)
{
  g_autofree char *name = take_name (reader);
  g_autofree char *small = NULL;
  gboolean is_own;

  if (name == NULL)
    return FALSE;
  is_own = g_str_has_prefix (name, "--") && name[2] != '\0';
  small = is_own ? g_strdup (name) : g_ascii_strdown (name, -1);
  if (!skip_space (reader, NULL))
    return FALSE;
  if (*reader->at != ':')
    return refuse (reader, "a colon is missing behind %s", name);
  if (!is_own && !foyer_style_sheet_has_property (small))
    return refuse (reader, "%s is not allowed", small);
  reader->at++;
  g_string_append_printf (reader->out, "%s:", small);
  if (!write_value (reader, small))
    return FALSE;
  g_string_append_c (reader->out, ';');
  return TRUE;
}

/* --- Rules --- */

static gboolean
write_rule (Reader *reader)
{
  if (++reader->n_rules > MOST_RULES)
    return refuse (reader, "there are more than %d rules", MOST_RULES);
  while (write_selector (reader) && *reader->at == ',') {
    g_string_append_c (reader->out, ',');
    reader->at++;
    if (!skip_space (reader, NULL))
      return FALSE;
  }
  if (reader->problem != NULL)
    return FALSE;
  g_string_append_c (reader->out, '{');
  reader->at++;
  for (;;) {
    if (!skip_space (reader, NULL))
      return FALSE;
    if (*reader->at == '}')
      break;
    if (*reader->at == ';')
      reader->at++;
    else if (*reader->at == '\0')
      return refuse (reader, "a rule is not closed");
    else if (!write_declaration (reader))
      return FALSE;
  }
  reader->at++;
  g_string_append (reader->out, "}\n");
  return TRUE;
}

static gboolean
write_query_part (Reader *reader, guint *depth)
{
  char c = *reader->at;

  if (begins_number (reader->at))
    return write_number (reader);
  if (is_name_start (c)) {
    g_autofree char *name = take_name (reader);
    g_autofree char *small = name == NULL ? NULL : g_ascii_strdown (name, -1);

    if (name == NULL)
      return FALSE;
    if (*reader->at == '(')
      return refuse (reader, "%s() is not allowed", small);
    g_string_append (reader->out, small);
    return TRUE;
  }
  if (c == '(' && *depth < DEEPEST)
    ++*depth;
  else if (c == ')' && *depth > 0)
    --*depth;
  else if ((c != ':' && c != '/') || *depth == 0) {
    if (c != ',' || *depth > 0)
      return refuse_sign (reader);
  }
  g_string_append_c (reader->out, c);
  reader->at++;
  return TRUE;
}

static gboolean
write_query (Reader *reader)
{
  gsize start = reader->out->len;
  guint depth = 0;
  gboolean spaced;

  if (!skip_space (reader, NULL))
    return FALSE;
  while (depth > 0 || *reader->at != '{') {
    if (!write_query_part (reader, &depth) || !skip_space (reader, &spaced))
      return FALSE;
    if (spaced && *reader->at != '{' && *reader->at != ':' && *reader->at != ')'
        && reader->out->str[reader->out->len - 1] != ':')
      g_string_append_c (reader->out, ' ');
  }
  if (reader->out->len == start)
    return refuse (reader, "@media has no condition");
  /* As our own sheets say it, so that a preview can show either. */
  if (strcmp (reader->out->str + start, "(prefers-color-scheme:dark)") == 0)
    g_string_insert (reader->out, (gssize) start, "screen and ");
  return TRUE;
}

static gboolean
write_media (Reader *reader)
{
  g_string_append (reader->out, "@media ");
  if (!write_query (reader))
    return FALSE;
  g_string_append (reader->out, "{\n");
  reader->at++;
  for (;;) {
    if (!skip_space (reader, NULL))
      return FALSE;
    if (*reader->at == '}')
      break;
    if (*reader->at == '\0')
      return refuse (reader, "@media is not closed");
    if (*reader->at == '@')
      return refuse (reader, "@-rules do not stand in each other");
    if (!write_rule (reader))
      return FALSE;
  }
  reader->at++;
  g_string_append (reader->out, "}\n");
  return TRUE;
}

static gboolean
write_at_rule (Reader *reader)
{
  g_autofree char *name = NULL;
  g_autofree char *small = NULL;

  reader->at++;
  name = take_name (reader);
  if (name == NULL)
    return FALSE;
  small = g_ascii_strdown (name, -1);
  if (strcmp (small, "media") != 0)
    return refuse (reader, "@%s is not allowed", small);
  if (++reader->n_rules > MOST_RULES)
    return refuse (reader, "there are more than %d rules", MOST_RULES);
  return write_media (reader);
}

static gboolean
write_sheet (Reader *reader)
{
  while (skip_space (reader, NULL) && *reader->at != '\0') {
    if (!(*reader->at == '@' ? write_at_rule (reader) : write_rule (reader)))
      return FALSE;
  }
  return reader->problem == NULL;
}

/* Where a sign stands that is in no style sheet, wherever it stands. */
static gboolean
look_through (Reader *reader, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\n')
      reader->line++;
    if (g_unichar_iscntrl (c) && strchr ("\t\n\r\f", *p) == NULL)
      return refuse (reader, "a control character is not allowed");
  }
  reader->line = 1;
  return TRUE;
}

static char *
read_sheet (const char *text, char **problem)
{
  Reader reader = { .at = text == NULL ? "" : text, .line = 1 };

  *problem = NULL;
  if (strlen (reader.at) > FOYER_STYLE_SHEET_LARGEST) {
    *problem = g_strdup_printf ("at most %d KiB", FOYER_STYLE_SHEET_LARGEST / 1024);
    return NULL;
  }
  if (!g_utf8_validate (reader.at, -1, NULL)) {
    *problem = g_strdup ("a text in UTF-8");
    return NULL;
  }
  reader.out = g_string_new (NULL);
  if (look_through (&reader, reader.at) && write_sheet (&reader))
    return g_string_free (reader.out, FALSE);
  g_string_free (reader.out, TRUE);
  *problem = reader.problem;
  return NULL;
}

char *
foyer_style_sheet_check (const char *text)
{
  char *problem;

  g_free (read_sheet (text, &problem));
  return problem;
}

char *
foyer_style_sheet_write (const char *text)
{
  g_autofree char *problem = NULL;

  return read_sheet (text, &problem);
}

guint
foyer_style_sheet_line (const char *problem)
{
  return problem != NULL && g_str_has_prefix (problem, "Line ") ? (guint) strtoul (problem + 5, NULL, 10) : 0;
}
