/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approvals-closures.c - what the area of approvals says around list and booking */

#include "foyer-approvals-closures.h"

#include "foyer-sync-engine.h"

#include <glib/gi18n-lib.h>

static gboolean
is_decided (const char *shown)
{
  return g_strcmp0 (shown, "decided") == 0;
}

gboolean
foyer_approvals_is_fetching (GObject *self, int state)
{
  return state == FOYER_SYNC_FIRST;
}

char *
foyer_approvals_list_page (GObject *self, gboolean empty, gboolean alone)
{
  if (!empty)
    return g_strdup ("list");
  return g_strdup (alone ? "alone" : "empty");
}

char *
foyer_approvals_list_words (GObject *self, int state, const char *shown)
{
  if (foyer_approvals_is_fetching (self, state))
    return g_strdup (_ ("Fetching…"));
  return g_strdup (is_decided (shown) ? _ ("Nothing decided yet") : _ ("Nothing to decide"));
}

char *
foyer_approvals_detail_page (GObject *self, GObject *brief, gboolean empty)
{
  if (brief != NULL)
    return g_strdup ("booking");
  return g_strdup (empty ? "empty" : "nothing");
}

char *
foyer_approvals_empty_title (GObject *self, int state, const char *shown)
{
  if (foyer_approvals_is_fetching (self, state))
    return g_strdup (_ ("Fetching Your Office"));
  return g_strdup (is_decided (shown) ? _ ("Nothing Decided Yet") : _ ("All Caught Up"));
}

char *
foyer_approvals_empty_text (GObject *self, int state, const char *shown, guint fetched, const char *sentence)
{
  if (foyer_approvals_is_fetching (self, state))
    return g_strdup_printf (ngettext ("%u record so far. You can begin as soon as you see something.",
                                      "%u records so far. You can begin as soon as you see something.",
                                      fetched),
                            fetched);
  if (is_decided (shown))
    return g_strdup (_ ("Requests that were approved, declined or withdrawn will stand here."));
  return g_strdup (sentence == NULL ? "" : sentence);
}

char *
foyer_approvals_empty_icon (GObject *self, int state)
{
  return g_strdup (foyer_approvals_is_fetching (self, state) ? "emblem-synchronizing-symbolic"
                                                             : "foyer-approvals-symbolic");
}

gboolean
foyer_approvals_shows_verbs (GObject *self, GObject *brief, const char *shown)
{
  return brief != NULL && !is_decided (shown);
}

char *
foyer_approvals_banner_text (GObject *self, gboolean stale, const char *sentence)
{
  return g_strdup (stale ? sentence : "");
}
