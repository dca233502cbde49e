/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

G_BEGIN_DECLS

/**
 * FoyerHistoryLimits:
 * @tombstone_seconds: how long it is remembered that a record was destroyed
 * @least_tombstones: how many of each type are remembered in any case, the newest
 * @result_seconds: how long the answers to operations are kept; that they were done, and by whom, is kept for ever
 * @at_once: how many rows one call forgets at most
 *
 * How much of the past consoles can still ask for.
 */
typedef struct {
  gint64 tombstone_seconds;
  guint least_tombstones;
  gint64 result_seconds;
  guint at_once;
} FoyerHistoryLimits;

/* 400 days and the newest hundred thousand; 90 days. */
extern const FoyerHistoryLimits foyer_history_limits;

/**
 * foyer_history_prune:
 * @now: seconds since 1970
 * @more: (out): whether there is more to forget
 *
 * Forgets what is older than it needs to be, within the caller's transaction. A type whose tombstones were forgotten answers
 * `cannotCalculateChanges` to states from before, and only to those.
 */
gboolean foyer_history_prune (FoyerDatabase *database,
                              const FoyerHistoryLimits *limits,
                              gint64 now,
                              gboolean *more,
                              GError **error);

G_END_DECLS
