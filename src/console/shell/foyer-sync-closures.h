/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"

G_BEGIN_DECLS

/* What the sync line and the banners say (D0). Pure: @state is a #FoyerSyncState, moments are seconds since 1970. */

/* `Up to date · 9:14 AM`, `Syncing…`, `Offline · 7 waiting`, `2 need you`, `Sign in again` */
char *foyer_sync_line_text (GObject *self,
                            int state,
                            guint waiting,
                            guint needing,
                            gint64 synced_at,
                            FoyerOfficeTime *time);
char *foyer_sync_line_icon (GObject *self, int state, guint needing);

/* The style classes: amber if a person is asked for something. */
char **foyer_sync_line_classes (GObject *self, int state, guint needing);

/* The sentence of the banner of a pane, or nothing while all is well. */
char *foyer_sync_banner_text (GObject *self,
                              int state,
                              guint waiting,
                              gint64 offline_since,
                              const char *message,
                              const char *keyring_message,
                              FoyerOfficeTime *time);
char *foyer_sync_banner_icon (GObject *self, int state);
char *foyer_sync_banner_button (GObject *self, int state);
char *foyer_sync_banner_action (GObject *self, int state);
gboolean foyer_sync_banner_warns (GObject *self, int state);

/* Whether what is here was last as the server had it more than four hours ago (B24). 0 is never. */
gboolean foyer_sync_data_is_old (gint64 synced_at, gint64 now);

/* `Checked against data from 9:14 AM`, while there is no way to the server or the data is old. */
char *foyer_sync_checked_text (GObject *self,
                               gint64 offline_since,
                               gint64 synced_at,
                               gint64 now,
                               FoyerOfficeTime *time);

/* The tone of the chip with that text. */
char *foyer_sync_checked_tone (GObject *self, gint64 synced_at, gint64 now);

/* What is asked once before something is decided over old data. */
char *foyer_sync_old_data_question (gint64 synced_at, gint64 now, FoyerOfficeTime *time);

G_END_DECLS
