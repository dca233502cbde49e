/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerRasterFormat:
 *
 * The kinds of pictures that portals show. Each is nothing but pixels: no markup, no address, no script.
 */
typedef enum {
  FOYER_RASTER_PNG,
  FOYER_RASTER_JPEG,
  FOYER_RASTER_WEBP,
} FoyerRasterFormat;

#define FOYER_N_RASTER_FORMATS 3

/**
 * FoyerRaster:
 * @width: in pixels, 1 at least
 * @height: in pixels, 1 at least
 *
 * What the first bytes of a picture say about it.
 */
typedef struct {
  FoyerRasterFormat format;
  int width;
  int height;
} FoyerRaster;

/**
 * foyer_raster_read:
 * @raster: (out): left alone if @bytes are something else
 *
 * Looks at the bytes and at nothing else: neither at a name nor at the type that somebody claims.
 *
 * Returns: whether @bytes begin as a picture of one of the three formats, with at most 50 million pixels
 */
gboolean foyer_raster_read (GBytes *bytes, FoyerRaster *raster);

/**
 * foyer_raster_format_suffix:
 *
 * Returns: (transfer none): the end of a file's name: `png`, `jpg` or `webp`
 */
const char *foyer_raster_format_suffix (FoyerRasterFormat format);

/**
 * foyer_raster_format_media_type:
 *
 * Returns: (transfer none): such as `image/png`
 */
const char *foyer_raster_format_media_type (FoyerRasterFormat format);

G_END_DECLS
