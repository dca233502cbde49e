/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print-logo.c - the business's logo as a picture that can be drawn */

#include "prints/foyer-print-logo.h"

#include "foyer-portal-picture.h"
#include "foyer-raster.h"

#include <string.h>

#define MOST_PIXELS 4000000

typedef struct {
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

/* The picture itself stays empty: the PDF carries the file. */
static cairo_surface_t *
wrap_jpeg (GBytes *bytes, const FoyerRaster *raster)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A1, raster->width, raster->height);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size, unref_bytes,
                                   g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
  return surface;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Reader reader;

  reader.data = g_bytes_get_data (bytes, &reader.left);
  return cairo_image_surface_create_from_png_stream (read_bytes, &reader);
}

cairo_surface_t *
foyer_print_logo_new (GBytes *bytes)
{
  FoyerRaster raster;
  cairo_surface_t *surface = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) > FOYER_PORTAL_PICTURE_LARGEST
      || !foyer_raster_read (bytes, &raster) || (gint64) raster.width * raster.height > MOST_PIXELS)
    return NULL;
  if (raster.format == FOYER_RASTER_JPEG)
    surface = wrap_jpeg (bytes, &raster);
  else if (raster.format == FOYER_RASTER_PNG)
    surface = read_png (bytes);
  if (surface != NULL && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}
