/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sim-console.h"

G_BEGIN_DECLS

/**
 * foyer_sim_act:
 *
 * Lets the person at @console, which is running, do one of the things that people do: decide, change, make, remove, write, take back, send
 * now, put away.
 *
 * Returns: (transfer full) (nullable): what it was, in words; %NULL if there was nothing to do it to
 */
char *foyer_sim_act (FoyerSimConsole *console, FoyerRandom *random);

G_END_DECLS
