/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text.c - words that clients read, by language, and templates with placeholders */

#include "foyer-text.h"

#include "foyer-catalogue.h"
#include "foyer-language.h"
#include "foyer-text-direction.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int
compare_entry (const void *message, const void *entry)
{
  return strcmp (message, ((const FoyerCatalogueEntry *) entry)->message);
}

static const FoyerCatalogue *
find_catalogue (const char *language)
{
  const char *tag = foyer_language_tag (foyer_language_match (language));

  for (const FoyerCatalogue *at = foyer_catalogues; at->tag != NULL; at++) {
    if (strcmp (at->tag, tag) == 0)
      return at;
  }
  return NULL;
}

static const FoyerCatalogueEntry *
find_entry (const FoyerCatalogue *catalogue, const char *message)
{
  if (catalogue == NULL)
    return NULL;
  return bsearch (message, catalogue->entries, catalogue->n_entries, sizeof *catalogue->entries,
                  compare_entry);
}

/* Whether a placeholder's name starts at @text: lower-case letters and hyphens up to a closing brace. */
static gboolean
read_name (const char *text, gsize *length)
{
  *length = 0;
  while (g_ascii_islower (text[*length]) || (*length > 0 && text[*length] == '-'))
    *length += 1;
  return *length > 0 && text[*length] == '}';
}

guint
foyer_plural_form (FoyerPluralRule rule, gint64 count)
{
  guint64 n = count < 0 ? 0 - (guint64) count : (guint64) count;
  gboolean is_few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);

  switch (rule) {
  case FOYER_PLURAL_NONE:
    return 0;
  case FOYER_PLURAL_ONE:
    return n == 1 ? 0 : 1;
  case FOYER_PLURAL_ZERO_ONE:
    return n <= 1 ? 0 : 1;
  case FOYER_PLURAL_SLAVIC:
    return n % 10 == 1 && n % 100 != 11 ? 0 : is_few ? 1 : 2;
  case FOYER_PLURAL_POLISH:
    return n == 1 ? 0 : is_few ? 1 : 2;
  case FOYER_PLURAL_CZECH:
    return n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2;
  default:
    g_return_val_if_reached (0);
  }
}

const char *
foyer_text (const char *language, const char *message)
{
  const FoyerCatalogueEntry *entry;

  g_return_val_if_fail (message != NULL, NULL);

  entry = find_entry (find_catalogue (language), message);
  return entry != NULL ? entry->forms[0] : message;
}

const char *
foyer_text_plural (const char *language, const char *one, const char *other, gint64 count)
{
  const FoyerCatalogue *catalogue = find_catalogue (language);
  const FoyerCatalogueEntry *entry;

  g_return_val_if_fail (one != NULL && other != NULL, NULL);

  entry = find_entry (catalogue, one);
  if (entry == NULL)
    return foyer_plural_form (FOYER_PLURAL_ONE, count) == 0 ? one : other;
  return entry->forms[foyer_plural_form (catalogue->rule, count)];
}

gboolean
foyer_text_next_piece (const char **at, FoyerTextPiece *piece)
{
  const char *start = *at;
  gsize length;

  if (start == NULL)
    return FALSE;

  *piece = (FoyerTextPiece){ .text = start };
  for (const char *brace = strchr (start, '{'); brace != NULL; brace = strchr (brace + 1, '{')) {
    if (read_name (brace + 1, &length)) {
      piece->length = (gsize) (brace - start);
      piece->name = brace + 1;
      piece->name_length = length;
      *at = brace + length + 2;
      return TRUE;
    }
  }
  piece->length = strlen (start);
  *at = NULL;
  return TRUE;
}

static void
append_isolated (GString *out, const char *value)
{
  g_autofree char *isolated = foyer_text_isolate (value);

  g_string_append (out, isolated);
}

char *
foyer_text_fill (const char *template, const char *name, ...)
{
  GString *out = g_string_new (NULL);
  FoyerTextPiece piece;

  g_return_val_if_fail (template != NULL, g_string_free (out, FALSE));

  for (const char *at = template; foyer_text_next_piece (&at, &piece);) {
    const char *value = NULL;
    gboolean is_found = FALSE;
    va_list pairs;

    g_string_append_len (out, piece.text, (gssize) piece.length);
    if (piece.name == NULL)
      break;

    va_start (pairs, name);
    for (const char *key = name; key != NULL && !is_found;
         key = is_found ? NULL : va_arg (pairs, const char *)) {
      value = va_arg (pairs, const char *);
      is_found = strlen (key) == piece.name_length && strncmp (key, piece.name, piece.name_length) == 0;
    }
    va_end (pairs);

    if (!is_found)
      g_string_append_len (out, piece.name - 1, (gssize) piece.name_length + 2);
    else if (value != NULL)
      append_isolated (out, value);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_text_isolate_ltr (const char *text)
{
  return g_strconcat ("\u2066", text, "\u2069", NULL);
}

char *
foyer_text_sentence (const char *text)
{
  GString *out;
  char letter[6];

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");

  out = g_string_new (NULL);
  g_string_append_len (out, letter, g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), letter));
  g_string_append (out, g_utf8_next_char (text));
  return g_string_free (out, FALSE);
}

gboolean
foyer_text_shows_something (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_isgraph (letter) && !g_unichar_iszerowidth (letter) && letter != 0x2800 && letter != 0x3164
        && letter != 0xffa0)
      return TRUE;
  }
  return FALSE;
}
