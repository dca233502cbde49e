/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SIM_CLOCK (foyer_sim_clock_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSimClock, foyer_sim_clock, FOYER, SIM_CLOCK, FoyerClock)

/**
 * foyer_sim_clock_new:
 * @world: the clock by which everything happens
 *
 * Returns: (transfer full): the clock of one computer, which shows another time of day than it is
 */
FoyerSimClock *foyer_sim_clock_new (FoyerClock *world);

/**
 * foyer_sim_clock_set_skew:
 * @skew: microseconds by which it is ahead
 *
 * Somebody sets the clock.
 */
void foyer_sim_clock_set_skew (FoyerSimClock *self, gint64 skew);

G_END_DECLS
