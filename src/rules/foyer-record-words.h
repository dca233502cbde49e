/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * foyer_record_count_text:
 *
 * Returns: (transfer full): so many records in words: `2 visits`
 */
char *foyer_record_count_text (const FoyerRecordType *type, gint64 count, const char *language);

/**
 * foyer_record_label:
 *
 * Returns: (transfer none): what people call @record: its number, title, name or address; never its id
 */
const char *foyer_record_label (FoyerRecord *record);

G_END_DECLS
