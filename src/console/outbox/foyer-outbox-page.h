/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_OUTBOX_PAGE (foyer_outbox_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOutboxPage, foyer_outbox_page, FOYER, OUTBOX_PAGE, FoyerAreaPage)

/**
 * FoyerOutboxPage:
 *
 * What was done here and has not arrived, what needs a person, and what was sent today (D6).
 *
 * Read-only properties: `needing`, `waiting`, `sent` (uint: rows of the three groups), `scheduled` (uint: those of `waiting` that lie at the server), `monotonic` and `now` (moments
 * that rows count from), `spoken` (the counts in a sentence, which changes only when they do).
 */

GtkWidget *foyer_outbox_page_new (void);

/**
 * foyer_outbox_page_open:
 *
 * Goes to the row or card of an operation, if it is there.
 */
void foyer_outbox_page_open (FoyerOutboxPage *self, const char *operation_id);

/**
 * FoyerOutboxPage::rewritten:
 * @conversation_id: where it was to be sent
 * @kind: `reply` or `note`
 * @words: what was written, and is not sent now: they are to be written on
 */

G_END_DECLS
