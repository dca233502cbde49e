/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-template.c - placeholders and blocks become text and HTML */

#include "foyer-mail-template.h"

#include "foyer-html.h"
#include "foyer-mail-kinds.h"
#include "foyer-url.h"

#include <string.h>

static const char *const placeholders[]
    = { "address",      "amount", "calendar", "client",  "code", "crew",   "date",
        "leaflet",      "link",   "message",  "minutes", "name", "note",   "number",
        "organisation", "phone",  "portal",   "service", "site", "window", NULL };

/* Names of blocks that are no placeholders. */
static const char *const features[] = { "booking", "pay", "quotes", "requests", "sign-in", NULL };

const char *const *
foyer_mail_placeholders (void)
{
  return placeholders;
}

const char *const *
foyer_mail_blocks (void)
{
  return features;
}

/* --- Pieces --- */

typedef struct {
  const char *text;
  gsize length;
  char *name; /* (owned) (nullable): of the placeholder behind the text */
} Piece;

static char *
read_name (const char *bracket, const char **end)
{
  const char *at = bracket + 1;

  while (g_ascii_islower (*at) || *at == '-')
    at++;
  *end = at;
  return g_strndup (bracket + 1, (gsize) (at - bracket - 1));
}

/* Cuts at the next bracket around a known name. */
static gboolean
next_piece (const char **at, Piece *piece)
{
  const char *start = *at;

  g_free (piece->name);
  *piece = (Piece){ .text = start };
  if (start == NULL || *start == '\0')
    return FALSE;
  for (const char *bracket = strchr (start, '['); bracket != NULL; bracket = strchr (bracket + 1, '[')) {
    const char *end;
    g_autofree char *name = read_name (bracket, &end);

    if (*end == ']' && g_strv_contains (placeholders, name)) {
      piece->length = (gsize) (bracket - start);
      piece->name = g_steal_pointer (&name);
      *at = end + 1;
      return TRUE;
    }
  }
  piece->length = strlen (start);
  *at = NULL;
  return TRUE;
}

static const char *
get_value (const FoyerMailMeaning *meaning, const char *name)
{
  const char *value = g_hash_table_lookup (meaning->values, name);

  return value == NULL ? "" : value;
}

/* --- Blocks --- */

static gboolean
is_on (const FoyerMailMeaning *meaning, const char *name)
{
  return g_hash_table_contains (meaning->features, name) || *get_value (meaning, name) != '\0';
}

static gboolean
is_block (const char *name)
{
  return g_strv_contains (placeholders, name) || g_strv_contains (features, name);
}

/* What is left of @line behind its block; NULL if the block is off. */
static const char *
enter_block (const char *line, const FoyerMailMeaning *meaning)
{
  gboolean wanted = !g_str_has_prefix (line, "[no ");
  const char *bracket = wanted ? line : line + strlen ("[no");
  const char *end;
  g_autofree char *name = NULL;

  if (line[0] != '[')
    return line;
  name = read_name (bracket, &end);
  if (!g_str_has_prefix (end, "?]") || !is_block (name))
    return line;
  return is_on (meaning, name) == wanted ? end + strlen ("?]") : NULL;
}

/* The lines whose blocks are on, without empty ones at the ends and without two empty ones in a row. */
static GPtrArray *
choose_lines (const char *template, const FoyerMailMeaning *meaning)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (template, "\n", -1);
  gboolean is_parted = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *line = enter_block (g_strchomp (lines[i]), meaning);

    if (line == NULL)
      continue;
    if (*line == '\0') {
      is_parted = chosen->len > 0;
      continue;
    }
    if (is_parted)
      g_ptr_array_add (chosen, g_strdup (""));
    is_parted = FALSE;
    g_ptr_array_add (chosen, g_strdup (line));
  }
  return g_steal_pointer (&chosen);
}

/* --- Text --- */

static void
append_filled (GString *out, const char *line, const FoyerMailMeaning *meaning)
{
  Piece piece = { 0 };

  for (const char *at = line; next_piece (&at, &piece);) {
    g_string_append_len (out, piece.text, (gssize) piece.length);
    if (piece.name != NULL)
      g_string_append (out, get_value (meaning, piece.name));
  }
}

char *
foyer_mail_template_line (const char *template, const FoyerMailMeaning *meaning)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_filled (line, template, meaning);
  for (gsize i = 0; i < line->len; i++) {
    if (g_ascii_iscntrl (line->str[i]))
      line->str[i] = ' ';
  }
  return g_strstrip (g_string_free (g_steal_pointer (&line), FALSE));
}

char *
foyer_mail_template_text (const char *template, const FoyerMailMeaning *meaning)
{
  g_autoptr (GPtrArray) lines = choose_lines (template, meaning);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    append_filled (text, lines->pdata[i], meaning);
    g_string_append_c (text, '\n');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- HTML --- */

static void
write_lines_of (FoyerHtml *html, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
    foyer_html_text (html, lines[i]);
  }
}

static void
write_link (FoyerHtml *html, const char *url, const char *words)
{
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_text (html, words);
  foyer_html_close (html, FOYER_TAG_A);
}

/* Only the server's own addresses become links, never one that somebody wrote into a value. */
static gboolean
is_link (const char *name, const char *value)
{
  static const char *const names[] = { "calendar", "leaflet", "link", "portal", NULL };

  return g_strv_contains (names, name) && foyer_url_is_allowed (value);
}

static void
write_line (FoyerHtml *html, const char *line, const FoyerMailMeaning *meaning)
{
  Piece piece = { 0 };

  for (const char *at = line; next_piece (&at, &piece);) {
    const char *value = piece.name == NULL ? NULL : get_value (meaning, piece.name);

    foyer_html_text_part (html, piece.text, piece.length);
    if (value == NULL)
      continue;
    if (!is_link (piece.name, value))
      write_lines_of (html, value);
    else
      write_link (html, value, strcmp (line, "[link]") == 0 ? meaning->button : value);
  }
}

static gboolean
is_item (const char *line)
{
  return g_str_has_prefix (line, "- ");
}

/* Writes what stands from @first up to the next empty line, and says where it stopped. */
static guint
write_paragraph (FoyerHtml *html, GPtrArray *lines, guint first, const FoyerMailMeaning *meaning)
{
  gboolean in_list = is_item (lines->pdata[first]);
  FoyerHtmlTag tag = in_list ? FOYER_TAG_UL : FOYER_TAG_P;
  guint i;

  foyer_html_open (html, tag, FOYER_NO_CLASS);
  for (i = first; i < lines->len; i++) {
    const char *line = lines->pdata[i];

    if (*line == '\0' || is_item (line) != in_list)
      break;
    if (in_list)
      foyer_html_open (html, FOYER_TAG_LI, FOYER_NO_CLASS);
    else if (i > first)
      foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
    write_line (html, in_list ? line + strlen ("- ") : line, meaning);
    if (in_list)
      foyer_html_close (html, FOYER_TAG_LI);
  }
  foyer_html_close (html, tag);
  return i;
}

char *
foyer_mail_template_html (const char *template,
                          const FoyerMailMeaning *meaning,
                          const char *title,
                          const char *language)
{
  g_autoptr (GPtrArray) lines = choose_lines (template, meaning);
  g_autoptr (FoyerPortalPage) page = NULL;
  FoyerHtml *html = foyer_html_new ();
  GBytes *bytes;

  foyer_html_open (html, FOYER_TAG_HTML, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, language);
  foyer_html_open (html, FOYER_TAG_HEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CHARSET, "utf-8");
  foyer_html_element (html, FOYER_TAG_TITLE, FOYER_NO_CLASS, title);
  foyer_html_close (html, FOYER_TAG_HEAD);
  foyer_html_open (html, FOYER_TAG_BODY, FOYER_NO_CLASS);
  for (guint i = 0; i < lines->len;) {
    if (*(char *) lines->pdata[i] == '\0')
      i++;
    else
      i = write_paragraph (html, lines, i, meaning);
  }
  foyer_html_close (html, FOYER_TAG_BODY);
  foyer_html_close (html, FOYER_TAG_HTML);
  page = foyer_html_finish (html);
  bytes = foyer_portal_page_get_bytes (page);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
