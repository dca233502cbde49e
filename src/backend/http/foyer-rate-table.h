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

/**
 * foyer_rate_table_has:
 * @key: (nullable)
 *
 * Returns: whether foyer_rate_table_take() would say yes
 */
gboolean foyer_rate_table_has (FoyerRateTable *self, const char *key);

/**
 * foyer_rate_table_take_network:
 * @remote: (nullable): the address of a peer
 *
 * Takes one of the network of @remote: the address itself, of IPv6 the first 64 bits, since whoever has one has all of these.
 *
 * Returns: whether one more of that network may come now
 */
gboolean foyer_rate_table_take_network (FoyerRateTable *self, const char *remote);
gboolean foyer_rate_table_has_network (FoyerRateTable *self, const char *remote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRateTable, foyer_rate_table_free)

G_END_DECLS
