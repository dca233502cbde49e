/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-raster.c - a picture is what its bytes are */

#include "foyer-raster.h"

#include <string.h>

#define BYTES(literal) literal, sizeof literal - 1

#define PNG_START "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define PNG_END "\x08\x06\0\0\0\0\0\0\0"
#define RIFF(chunk) "RIFF\x64\0\0\0WEBP" chunk "\x40\0\0\0"

static const struct {
  const char *name;
  const char *bytes;
  gsize size;
  FoyerRasterFormat format;
  int width; /* 0: no picture */
  int height;
} cases[] = {
  { "png", BYTES (PNG_START "\0\0\x01\x3c\0\0\0\x48" PNG_END), FOYER_RASTER_PNG, 316, 72 },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\x04JF\xff\xff\xc2\0\x0b\x08\0\x48\x01\x3c\x01\x11\0\0"),
    FOYER_RASTER_JPEG, 316, 72 },
  { "webp", BYTES (RIFF ("VP8 ") "\0\0\0\x9d\x01\x2a\x3c\x41\x48\0"), FOYER_RASTER_WEBP, 316, 72 },
  { "webp without loss", BYTES (RIFF ("VP8L") "\x2f\x3b\xc1\x11\0\0\0\0\0\0"), FOYER_RASTER_WEBP, 316, 72 },
  { "webp with more", BYTES (RIFF ("VP8X") "\0\0\0\0\x3b\x01\0\x47\0\0"), FOYER_RASTER_WEBP, 316, 72 },
  { "nothing", BYTES ("") },
  { "svg", BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"316\" height=\"72\"></svg>") },
  { "svg with a head", BYTES ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
  { "html", BYTES ("<!DOCTYPE html><title>a page that is long enough</title>") },
  { "gif", BYTES ("GIF89a\x3c\x01\x48\0\x80\0\0\0\0\0\xff\xff\xff\x21\xf9\x04\x01\0\0\0\0,\0\0\0\0") },
  { "avif", BYTES ("\0\0\0\x1c"
                   "ftypavif\0\0\0\0avifmif1miaf\0\0\0\0\0\0\0\0") },
  { "half a png", BYTES (PNG_START "\0\0\x01\x3c\0\0") },
  { "png of nothing", BYTES (PNG_START "\0\0\0\0\0\0\0\x48" PNG_END) },
  { "png of everything", BYTES (PNG_START "\xff\xff\xff\xff\xff\xff\xff\xff" PNG_END) },
  { "png of too much", BYTES (PNG_START "\0\0\x20\0\0\0\x20\0" PNG_END) },
  { "png that begins otherwise", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIDAT\0\0\x01\x3c\0\0\0\x48" PNG_END) },
  { "jpeg without a frame", BYTES ("\xff\xd8\xff\xe0\0\x04JF\xff\xda\0\x04\0\0\0\0\0\0\0\0") },
  { "jpeg that ends early", BYTES ("\xff\xd8\xff\xe0\xff\xffJF") },
  { "jpeg that goes nowhere", BYTES ("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0") },
  { "riff of sound", BYTES ("RIFF\x64\0\0\0WAVEfmt \x40\0\0\0\0\0\0\x9d\x01\x2a\x3c\x41\x48\0") },
  { "webp of another chunk", BYTES (RIFF ("ANIM") "\0\0\0\x9d\x01\x2a\x3c\x41\x48\0") },
};

static void
test_case (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
  FoyerRaster raster = { FOYER_RASTER_PNG, -1, -1 };

  if (cases[i].width == 0) {
    g_assert_false (foyer_raster_read (bytes, &raster));
    g_assert_cmpint (raster.width, ==, -1);
    return;
  }
  g_assert_true (foyer_raster_read (bytes, &raster));
  g_assert_cmpint ((int) raster.format, ==, (int) cases[i].format);
  g_assert_cmpint (raster.width, ==, cases[i].width);
  g_assert_cmpint (raster.height, ==, cases[i].height);
}

/* Bytes are read as far as there are any, wherever a picture is cut off. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (gsize size = 0; size < cases[i].size; size++) {
      /* A copy of its own, so that a tool for memory errors sees a read past its end. */
      g_autofree char *copy = g_memdup2 (cases[i].bytes, size);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, size);
      FoyerRaster raster;

      if (foyer_raster_read (bytes, &raster))
        g_assert_cmpint (raster.width, ==, cases[i].width);
    }
  }
}

static void
test_names (void)
{
  g_assert_cmpstr (foyer_raster_format_suffix (FOYER_RASTER_PNG), ==, "png");
  g_assert_cmpstr (foyer_raster_format_suffix (FOYER_RASTER_JPEG), ==, "jpg");
  g_assert_cmpstr (foyer_raster_format_suffix (FOYER_RASTER_WEBP), ==, "webp");
  g_assert_cmpstr (foyer_raster_format_media_type (FOYER_RASTER_PNG), ==, "image/png");
  g_assert_cmpstr (foyer_raster_format_media_type (FOYER_RASTER_JPEG), ==, "image/jpeg");
  g_assert_cmpstr (foyer_raster_format_media_type (FOYER_RASTER_WEBP), ==, "image/webp");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/portal/raster/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/portal/raster/cut-off", test_cut);
  g_test_add_func ("/portal/raster/names", test_names);
  return g_test_run ();
}
