/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-html-isolate.c - names that run from right to left keep to themselves */

#include "foyer-html-isolate.h"

#include "foyer-html-escape.h"
#include "foyer-text-direction.h"

#include <string.h>

/* Both are three bytes that differ in the last. */
#define MARK_SIZE 3
#define MARK_START "\xe2\x81"

G_STATIC_ASSERT (sizeof FOYER_ISOLATE_START == MARK_SIZE + 1);
G_STATIC_ASSERT (sizeof FOYER_ISOLATE_END == MARK_SIZE + 1);

static gboolean
is_mark (const char *at, const char *end, const char *mark)
{
  return end - at >= MARK_SIZE && memcmp (at, mark, MARK_SIZE) == 0;
}

/* The next mark; U+2066, which keeps a phone number together, is also ended by one. */
static const char *
find_mark (const char *at, const char *end)
{
  while ((at = memchr (at, MARK_START[0], (gsize) (end - at))) != NULL) {
    if (is_mark (at, end, FOYER_ISOLATE_START) || is_mark (at, end, FOYER_ISOLATE_END)
        || is_mark (at, end, "\u2066") || is_mark (at, end, "\u2067"))
      return at;
    at++;
  }
  return end;
}

static void
open_isolate (GString *out, GString *open, const char *mark)
{
  gboolean is_element = is_mark (mark, mark + MARK_SIZE, FOYER_ISOLATE_START);

  if (is_element)
    g_string_append (out, "<bdi>");
  else
    g_string_append_len (out, mark, MARK_SIZE);
  g_string_append_c (open, is_element ? 'e' : 'c');
}

static void
close_isolate (GString *out, GString *open)
{
  if (open->len == 0)
    return;
  g_string_append (out, open->str[open->len - 1] == 'e' ? "</bdi>" : FOYER_ISOLATE_END);
  g_string_truncate (open, open->len - 1);
}

void
foyer_html_escape_isolated (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *mark = find_mark (text, end);
  gboolean turns = foyer_text_turns (text, length);
  g_autoptr (GString) open = NULL;

  if (mark == end && !turns) {
    foyer_html_escape (out, text, (gssize) length);
    return;
  }
  open = g_string_new (NULL);
  if (turns)
    open_isolate (out, open, FOYER_ISOLATE_START);
  for (; mark < end; text = mark + MARK_SIZE, mark = find_mark (text, end)) {
    foyer_html_escape (out, text, mark - text);
    if (!is_mark (mark, end, FOYER_ISOLATE_END))
      open_isolate (out, open, mark);
    else if (open->len > (turns ? 1 : 0))
      close_isolate (out, open);
  }
  foyer_html_escape (out, text, end - text);
  while (open->len > 0)
    close_isolate (out, open);
}
