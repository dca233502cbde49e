/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

G_BEGIN_DECLS

/**
 * foyer_back_off_delay:
 * @attempt: how many attempts have failed, from 1
 *
 * Returns: how long to wait for the next one, in microseconds: anything up to a bound that doubles from 1 s to 60 s, so that consoles that
 *   lost the server together do not come back together
 */
gint64 foyer_back_off_delay (FoyerRandom *random, guint attempt);

G_END_DECLS
