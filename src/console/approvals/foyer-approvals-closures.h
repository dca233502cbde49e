/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-operation.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What the area of approvals says around list and booking. Pure: @state is a #FoyerSyncState, @shown is `pending` or `decided`. */

/* Whether bookings are still on their way to this computer for the first time. */
gboolean foyer_approvals_is_fetching (GObject *self, int state);
/* @alone: there is no second pane to say more. */
char *foyer_approvals_list_page (GObject *self, gboolean empty, gboolean alone);
char *foyer_approvals_list_words (GObject *self, int state, const char *shown);
char *foyer_approvals_detail_page (GObject *self, GObject *brief, gboolean empty);
char *foyer_approvals_empty_title (GObject *self, int state, const char *shown);
char *
foyer_approvals_empty_text (GObject *self, int state, const char *shown, guint fetched, const char *sentence);
char *foyer_approvals_empty_icon (GObject *self, int state);

/* Verbs are shown while there is a request to decide. */
gboolean foyer_approvals_shows_verbs (GObject *self, GObject *brief, const char *shown);

/* What was decided about it and not taken (@need may be %NULL), or the sentence if what is looked at was decided elsewhere. */
char *foyer_approvals_banner_text (GObject *self, FoyerOperation *need, gboolean stale, const char *sentence);

/* `Look`, if there is something in the Outbox to look at. */
char *foyer_approvals_banner_button (GObject *self, FoyerOperation *need);

/* One banner at a time: that of the connection comes last. */
gboolean foyer_approvals_shows_sync (GObject *self, FoyerOperation *need, gboolean stale);

/* A row in a sentence, with what needs somebody. */
char *foyer_approvals_row_spoken (GObject *self, gboolean needs_you, const char *spoken);

G_END_DECLS
