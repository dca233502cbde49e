/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_SAMPLE_PNG_COLOURS 16

/**
 * FoyerSamplePngColour:
 *
 * 0xrrggbb in sRGB, and how much of it covers the ground: 0 to 255.
 */
typedef struct {
  guint32 colour;
  guint8 alpha;
} FoyerSamplePngColour;

/**
 * foyer_sample_png_write:
 * @width: even
 * @pixels: (array): one number of a colour a pixel, row by row from the top
 * @colours: (array fixed-size=16)
 *
 * Writes a PNG of sixteen colours. Its pixels are stored and not compressed, so that it has the same bytes wherever it is made.
 *
 * Returns: (transfer full): the file
 */
GBytes *
foyer_sample_png_write (guint width, guint height, const guint8 *pixels, const FoyerSamplePngColour *colours);

G_END_DECLS
