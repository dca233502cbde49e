/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NEED_WATCH (foyer_need_watch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeedWatch, foyer_need_watch, FOYER, NEED_WATCH, GObject)

/**
 * FoyerNeedWatch:
 *
 * Knows which records an operation that needs a person is about, so that each can say so where it is shown (sync.md §7).
 */

FoyerNeedWatch *foyer_need_watch_new (FoyerStore *store);

/**
 * foyer_need_watch_find:
 * @record_id: (nullable)
 *
 * Returns: (transfer none) (nullable): the last operation on it that was not taken
 */
FoyerOperation *foyer_need_watch_find (FoyerNeedWatch *self, const char *record_id);

/**
 * foyer_need_watch_stop:
 *
 * To be called before the store is closed.
 */
void foyer_need_watch_stop (FoyerNeedWatch *self);

/**
 * FoyerNeedWatch::changed:
 *
 * Other records may need somebody now.
 */

G_END_DECLS
