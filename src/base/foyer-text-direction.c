/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text-direction.c - names that run from right to left do not turn what stands beside them */

#include "foyer-text-direction.h"

#include <string.h>

/* Letters of Hebrew, Arabic and their neighbours, old and new, and the characters that embed and override. */
static gboolean
is_turning (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0x202a && c <= 0x202e) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/* The first bytes of what is_turning() and of isolates; nearly all texts have none. */
static gboolean
may_turn (guchar byte)
{
  return byte >= 0xd6 && (byte <= 0xe0 || byte == 0xe2 || byte >= 0xef);
}

gboolean
foyer_text_turns (const char *text, gsize length)
{
  const char *end = text + length;
  guint depth = 0;

  for (; text < end; text++) {
    gunichar c;

    if (!may_turn ((guchar) *text))
      continue;
    c = g_utf8_get_char_validated (text, end - text);
    if (c == 0x2068)
      depth++;
    else if (c == 0x2069 && depth > 0)
      depth--;
    else if (depth == 0 && c < 0x110000 && is_turning (c))
      return TRUE;
  }
  return FALSE;
}

char *
foyer_text_isolate (const char *text)
{
  if (text == NULL || !foyer_text_turns (text, strlen (text)))
    return g_strdup (text);
  return g_strconcat (FOYER_ISOLATE_START, text, FOYER_ISOLATE_END, NULL);
}

char *
foyer_text_join (const char *between, const char *const *texts, guint n_texts)
{
  GString *out = NULL;

  for (guint i = 0; i < n_texts; i++) {
    g_autofree char *isolated = foyer_text_isolate (texts[i]);

    if (isolated == NULL)
      continue;
    if (out == NULL)
      out = g_string_new (NULL);
    else
      g_string_append (out, between);
    g_string_append (out, isolated);
  }
  return out == NULL ? NULL : g_string_free (out, FALSE);
}
