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
 * foyer_record_own_name:
 *
 * Returns: (transfer none) (nullable): what people call @record: its number, title, name or address; never its id. %NULL if it has none of these
 */
const char *foyer_record_own_name (FoyerRecord *record);

/**
 * foyer_record_label:
 *
 * Returns: (transfer none): as foyer_record_own_name(), and for what has no name of its own what it is
 */
const char *foyer_record_label (FoyerRecord *record);

G_END_DECLS
