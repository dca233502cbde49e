/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

G_BEGIN_DECLS

/**
 * foyer_damage_file:
 * @path: a file of at least one page
 * @random: what kind of damage, and where
 *
 * Does to a file what disks, cables and other programs do: pages or sectors of zeroes or noise, a flipped bit, pages that changed places,
 * a file that ends too early, is empty or is something else.
 *
 * Returns: (transfer full): what was done, in words
 */
char *foyer_damage_file (const char *path, FoyerRandom *random);

G_END_DECLS
