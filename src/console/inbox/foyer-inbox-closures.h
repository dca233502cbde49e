/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"

#include "foyer-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the inbox says of conversations and messages. Pure; the first argument is not looked at, and records may be missing. */

/* Whom the office writes to: the person, or the client where none is named. */
char *foyer_talk_title (GObject *self, FoyerRecord *person, FoyerRecord *client);

/* `Hillside Dental · Visit on Tuesday`; the client is left out where it is the title. */
char *foyer_talk_context (GObject *self, FoyerRecord *person, FoyerRecord *client, FoyerRecord *conversation);

/* How the last message begins, or `Draft: …`. */
char *foyer_talk_snippet (GObject *self, FoyerRecord *conversation, const char *draft);
char **foyer_talk_snippet_classes (GObject *self, const char *draft);

/* `9:12 AM` of the day that is @now, `Tue, May 6` of another. */
char *foyer_talk_moment (GObject *self, FoyerRecord *conversation, FoyerOfficeTime *time, gint64 now);
char **foyer_talk_title_classes (GObject *self, gboolean unread);

/* A pencil, a paperclip, or nothing. */
char *foyer_talk_icon (GObject *self, FoyerRecord *conversation, const char *draft);
gboolean foyer_talk_has_icon (GObject *self, FoyerRecord *conversation, const char *draft);

/* The row in one sentence. */
char *foyer_talk_spoken (GObject *self,
                         FoyerRecord *person,
                         FoyerRecord *client,
                         FoyerRecord *conversation,
                         const char *draft,
                         gboolean unread,
                         FoyerOfficeTime *time,
                         gint64 now);

/* `Done` or `Reopen`. */
char *foyer_talk_done_label (GObject *self, FoyerRecord *conversation);
char *foyer_talk_done_icon (GObject *self, FoyerRecord *conversation);

/* `list`, or `empty`. */
char *foyer_inbox_list_page (GObject *self, gboolean empty);
char *foyer_inbox_detail_page (GObject *self, GObject *talk);

/* Why clients cannot write, and nothing while they can. */
char *foyer_inbox_messaging_text (GObject *self, gboolean messaging);

/* What stands in a list without rows: `shown` is one of `mine`, `unassigned`, `all`, `done`. */
char *foyer_inbox_empty_text (GObject *self, const char *shown);

char *foyer_letter_day (GObject *self, FoyerRecord *message, FoyerOfficeTime *time);
char *foyer_letter_body (GObject *self, FoyerRecord *message);
gboolean foyer_letter_has_words (GObject *self, FoyerRecord *message);
char **foyer_letter_classes (GObject *self, FoyerRecord *message);

/* The client's side, the office's, or the whole width. */
GtkAlign foyer_letter_side (GObject *self, FoyerRecord *message);
gboolean foyer_letter_has_bubble (GObject *self, FoyerRecord *message);
gboolean foyer_letter_is_note (GObject *self, FoyerRecord *message);

/* `Internal note · Ana, 8:58 AM` */
char *foyer_letter_note_head (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time);

/* `Ana · 4:52 PM · Read 5:05 PM` */
char *foyer_letter_footer (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time);

char *foyer_letter_spoken (GObject *self, FoyerRecord *message, const char *author, FoyerOfficeTime *time);

/* `Send to Maria` or `Add Note`. */
char *foyer_composer_send_label (GObject *self, const char *kind, const char *partner);
char **foyer_composer_classes (GObject *self, const char *kind);

/* What may come and go without moving what stands beside it. */
double foyer_shown_opacity (GObject *self, gboolean shown);

G_END_DECLS
