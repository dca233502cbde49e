/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prints/foyer-print-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_print_logo_new:
 * @bytes: (nullable): a PNG or JPEG picture
 *
 * Reads a logo that staff have uploaded. JPEG goes into the PDF as it is; PNG is read up to four million pixels.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if it cannot be drawn
 */
cairo_surface_t *foyer_print_logo_new (GBytes *bytes);

G_END_DECLS
