/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"

G_BEGIN_DECLS

/**
 * foyer_sample_logo:
 * @mode: the ground on which it stands
 *
 * Draws the logo of the sample business: the wind, and "Northwind" beside it. It has the same bytes on every machine, and so the same id.
 *
 * Returns: (transfer full): a PNG of 316 × 72 pixels with a clear ground
 */
GBytes *foyer_sample_logo (FoyerBrandMode mode);

G_END_DECLS
