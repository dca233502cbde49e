/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_RECORD_COUNT (foyer_record_count_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRecordCount, foyer_record_count, FOYER, RECORD_COUNT, GObject)

/**
 * FoyerRecordCount:
 *
 * How many records a query asks for, kept up to date: the read-only property `count` (uint), notified when it is another. Counting looks
 * at every record that fits, so it happens on the store's reading thread; the number follows a moment after the change. Changes that
 * come while it counts are counted together afterwards. Used in the main thread.
 */

/**
 * foyer_record_count_new:
 * @query: (transfer full): its order and limit are not looked at
 *
 * Returns: (transfer full): a count that is 0 until the first answer
 */
FoyerRecordCount *foyer_record_count_new (FoyerStore *store, FoyerQuery *query);

/**
 * foyer_record_count_get:
 *
 * Returns: the number as it was counted last
 */
guint foyer_record_count_get (FoyerRecordCount *self);

G_END_DECLS
