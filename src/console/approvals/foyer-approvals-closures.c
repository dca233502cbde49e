/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approvals-closures.c - what the area of approvals says around list and booking */

#include "foyer-approvals-closures.h"

#include "foyer-error-text.h"
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
foyer_approvals_banner_text (GObject *self, FoyerOperation *need, gboolean stale, const char *sentence)
{
  const FoyerOperationData *data;
  g_autofree char *told = NULL;
  const char *reason;
  const char *words;

  if (need == NULL)
    return g_strdup (stale ? sentence : "");
  data = foyer_operation_get_data (need);
  told = foyer_answer_reason (data->error);
  reason = told;
  if (g_strcmp0 (data->command, "approve") == 0)
    words = _ ("Your approval was not taken");
  else if (g_strcmp0 (data->command, "decline") == 0)
    words = _ ("Your refusal was not taken");
  else
    words = _ ("Your change was not taken");
  if (data->state == FOYER_OPERATION_CONFLICT)
    reason = _ ("somebody else was first");
  if (reason == NULL)
    return g_strdup_printf ("%s.", words);
  /* Translators: what was not taken, and why: "Your approval was not taken: Lee is at Oak Hall, 9–10 AM." */
  return g_strdup_printf (_ ("%s: %s%s"), words, reason, g_str_has_suffix (reason, ".") ? "" : ".");
}

char *
foyer_approvals_banner_button (GObject *self, FoyerOperation *need)
{
  return g_strdup (need == NULL ? "" : _ ("Look"));
}

gboolean
foyer_approvals_shows_sync (GObject *self, FoyerOperation *need, gboolean stale)
{
  return need == NULL && !stale;
}

char *
foyer_approvals_row_spoken (GObject *self, gboolean needs_you, const char *spoken)
{
  if (!needs_you || spoken == NULL)
    return g_strdup (spoken);
  /* Translators: a row of the list in a sentence. */
  return g_strdup_printf (_ ("%s, needs you: your decision was not taken"), spoken);
}
