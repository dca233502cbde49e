/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sync-engine.h"

G_BEGIN_DECLS

/* What the engine knows, as people read it. All texts are the caller's to free. */

/**
 * foyer_sync_problem_text:
 * @problem: (nullable): why the engine is held up
 *
 * Returns: (transfer full) (nullable): a sentence that says what still works; %NULL without a problem
 */
char *foyer_sync_problem_text (const GError *problem);

/**
 * foyer_sync_notice_text:
 * @types: (element-type FoyerRecordType): what it is about
 *
 * Returns: (transfer full) (nullable): one or two sentences; %NULL for %FOYER_SYNC_NOTICE_NONE
 */
char *foyer_sync_notice_text (FoyerSyncNotice notice, GPtrArray *types);

/**
 * foyer_record_type_words:
 *
 * Returns: (transfer none): what records of a type are called, in a list within a sentence: `visits`, translated
 */
const char *foyer_record_type_words (const FoyerRecordType *type);

G_END_DECLS
