/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-picture.c - pictures that staff uploaded, on their way out: what is cleaned is a picture of the same size, and clean */

#include "foyer-fuzz.h"

#include "foyer-raster.h"
#include "uploads/foyer-picture-clean.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) clean = foyer_picture_clean (bytes);
  g_autoptr (GBytes) again = NULL;
  FoyerRaster before;
  FoyerRaster after;

  foyer_picture_may_tell_place (bytes);
  if (clean == NULL)
    return 0;
  g_assert_true (foyer_raster_read (bytes, &before));
  again = foyer_picture_clean (clean);
  /* The header of a WebP picture may stand behind one that is left out, and then it is another picture. */
  if (!foyer_raster_read (clean, &after))
    return 0;
  g_assert_cmpint (after.format, ==, before.format);
  g_assert_nonnull (again);
  g_assert_true (g_bytes_equal (again, clean));
  return 0;
}
