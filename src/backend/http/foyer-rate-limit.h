/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

G_BEGIN_DECLS

/**
 * FoyerRateLimit:
 * @burst: how many may come at once
 * @interval: microseconds after which one more may come
 * @filled_until: monotonic
 *
 * A bucket that fills with time. A value: made by an initialiser with @burst and @interval, owning nothing.
 */
typedef struct {
  guint burst;
  gint64 interval;
  gint64 filled_until;
} FoyerRateLimit;

/**
 * foyer_rate_limit_take:
 *
 * Returns: whether one more may come now
 */
gboolean foyer_rate_limit_take (FoyerRateLimit *self, FoyerClock *clock);

/**
 * foyer_rate_limit_has:
 *
 * Returns: whether foyer_rate_limit_take() would say yes
 */
gboolean foyer_rate_limit_has (const FoyerRateLimit *self, FoyerClock *clock);

G_END_DECLS
