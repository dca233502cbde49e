/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LETTER (foyer_letter_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLetter, foyer_letter, FOYER, LETTER, GObject)

/**
 * FoyerLetter:
 *
 * One message as the thread shows it: the record with the name of who wrote it, and what its place among the others says.
 *
 * Properties, all read-only: `message` (#FoyerRecord), `author`, `time` (#FoyerOfficeTime), `heads-day` (whether it is the first of its day), `heads-news` (whether it is the
 * first that was not read), `attachments` (a #GListModel of #FoyerAttachment).
 */

/**
 * foyer_letter_new:
 * @author: who wrote it; empty for the system
 * @attachments: (element-type FoyerAttachment): its files
 */
FoyerLetter *
foyer_letter_new (FoyerRecord *message, const char *author, FoyerOfficeTime *time, GListModel *attachments);

GListModel *foyer_letter_get_attachments (FoyerLetter *self);

FoyerRecord *foyer_letter_get_message (FoyerLetter *self);

void foyer_letter_set_heads_day (FoyerLetter *self, gboolean heads_day);
void foyer_letter_set_heads_news (FoyerLetter *self, gboolean heads_news);

G_END_DECLS
