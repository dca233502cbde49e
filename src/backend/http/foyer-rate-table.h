/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "http/foyer-rate-limit.h"

G_BEGIN_DECLS

/**
 * FoyerRateTable:
 *
 * A rate limit for each of many keys: addresses, networks. Keys whose limit is full again are forgotten. Of one thread.
 */
typedef struct _FoyerRateTable FoyerRateTable;

/**
 * foyer_rate_table_new:
 * @burst: how many may come at once
 * @interval: microseconds after which one more may come
 *
 * Returns: (transfer full): a table with no keys
 */
FoyerRateTable *foyer_rate_table_new (FoyerClock *clock, guint burst, gint64 interval);
void foyer_rate_table_free (FoyerRateTable *self);

/**
 * foyer_rate_table_take:
 * @key: (nullable): %NULL is never limited
 *
 * Returns: whether one more of @key may come now
 */
gboolean foyer_rate_table_take (FoyerRateTable *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRateTable, foyer_rate_table_free)

G_END_DECLS
