/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_INBOX_PAGE (foyer_inbox_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInboxPage, foyer_inbox_page, FOYER, INBOX_PAGE, FoyerAreaPage)

/**
 * FoyerInboxPage:
 *
 * The area in which messages are answered: the conversations, the one that is looked at, and the place where a reply or a note is written (D5).
 *
 * Read-only properties: `talk` (#FoyerTalk or %NULL, what is looked at), `shown` (`mine`, `unassigned`, `all` or `done`), `empty`, `messaging` (whether clients can write).
 *
 * What can be done are the actions `inbox.done`, `inbox.reply` and `inbox.note`.
 */

GtkWidget *foyer_inbox_page_new (void);

/**
 * foyer_inbox_page_open:
 * @record_id: a conversation or a message
 *
 * Goes to a conversation, wherever it stands.
 */
void foyer_inbox_page_open (FoyerInboxPage *self, const char *record_id);

/**
 * foyer_inbox_page_rewrite:
 * @kind: what it is to be: `reply` or `note`
 * @words: what was written, and is not sent now
 * @files: (nullable): what went with it
 *
 * Goes to a conversation and puts words into its composer, before what stands there, and files beside them.
 */
void foyer_inbox_page_rewrite (FoyerInboxPage *self,
                               const char *conversation_id,
                               const char *kind,
                               const char *words,
                               JsonArray *files);

G_END_DECLS
