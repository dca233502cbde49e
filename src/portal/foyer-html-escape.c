/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-html-escape.c - the one place in which text becomes HTML */

#include "foyer-html-escape.h"

#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n';
  if (c >= 0x7f && c < 0xa0)
    return FALSE;
  return !(c >= 0xfdd0 && c <= 0xfdef) && (c & 0xfffe) != 0xfffe;
}

static void
append_character (GString *out, gunichar c)
{
  switch (c) {
  case '&':
    g_string_append (out, "&amp;");
    break;
  case '<':
    g_string_append (out, "&lt;");
    break;
  case '>':
    g_string_append (out, "&gt;");
    break;
  case '"':
    g_string_append (out, "&quot;");
    break;
  case '\'':
    g_string_append (out, "&#39;");
    break;
  default:
    if (is_allowed (c))
      g_string_append_unichar (out, c);
    else
      g_string_append (out, REPLACEMENT);
    break;
  }
}

/* What stands for itself: nearly all of most pages, and so appended by the piece. */
static gboolean
is_plain (char c)
{
  return c >= 0x20 && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

static const char *
find_special (const char *text, const char *end)
{
  while (text < end && is_plain (*text))
    text++;
  return text;
}

void
foyer_html_escape (GString *out, const char *text, gssize length)
{
  const char *end;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL || length == 0);

  end = text + (length < 0 ? (gssize) strlen (text) : length);
  while (text < end) {
    const char *special = find_special (text, end);
    gunichar c;

    g_string_append_len (out, text, special - text);
    text = special;
    if (text == end)
      return;
    c = g_utf8_get_char_validated (text, end - text);
    if (*text == '\0' || c == (gunichar) -1 || c == (gunichar) -2) {
      g_string_append (out, REPLACEMENT);
      text += 1;
    } else if (c == '\r') {
      g_string_append_c (out, '\n');
      text += text + 1 < end && text[1] == '\n' ? 2 : 1;
    } else {
      append_character (out, c);
      text = g_utf8_next_char (text);
    }
  }
}
