/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-session.c - session documents: what was understood is understood the same when it is written down */

#include "foyer-fuzz.h"

#include "foyer-jmap-session.h"

#include <string.h>

#define BASE "https://portal.example/.well-known/jmap"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapSession) session
      = foyer_jmap_session_parse (size == 0 ? "" : (const char *) data, size, BASE, &error);
  g_autoptr (FoyerJmapSession) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *url = NULL;

  if (session == NULL) {
    g_assert_nonnull (error);
    return 0;
  }
  url = foyer_jmap_expand (session->event_source_url, "types", "*", "closeafter", "no", "ping", "30", NULL);
  g_assert_nonnull (url);
  text = foyer_jmap_session_to_text (session);
  again = foyer_jmap_session_parse (text, strlen (text), BASE, &error);
  g_assert_no_error (error);
  twice = foyer_jmap_session_to_text (again);
  g_assert_cmpstr (text, ==, twice);
  return 0;
}
