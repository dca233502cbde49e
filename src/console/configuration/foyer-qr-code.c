/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-qr-code.c - a text as a picture that cameras read */

#include "foyer-qr-code.h"

#include <qrencode.h>
#include <string.h>

/* Pixels a module, and modules of the frame. */
#define SIDE 12
#define FRAME 4

#define BYTES_A_PIXEL 3
#define DARK 1 /* the bit of libqrencode that says so */

static void
fill_module (guint8 *pixels, gsize stride, int column, int row)
{
  for (int y = row * SIDE; y < (row + 1) * SIDE; y++)
    memset (pixels + (gsize) y * stride + (gsize) column * SIDE * BYTES_A_PIXEL, 0, SIDE * BYTES_A_PIXEL);
}

static GdkTexture *
draw (const QRcode *code)
{
  int width = (code->width + 2 * FRAME) * SIDE;
  gsize stride = (gsize) width * BYTES_A_PIXEL;
  guint8 *pixels = g_malloc (stride * (gsize) width);
  g_autoptr (GBytes) bytes = NULL;

  memset (pixels, 0xff, stride * (gsize) width);
  for (int i = 0; i < code->width * code->width; i++) {
    if (code->data[i] & DARK)
      fill_module (pixels, stride, FRAME + i % code->width, FRAME + i / code->width);
  }
  bytes = g_bytes_new_take (pixels, stride * (gsize) width);
  return gdk_memory_texture_new (width, width, GDK_MEMORY_R8G8B8, bytes, stride);
}

GdkTexture *
foyer_qr_code_draw (const char *text)
{
  QRcode *code;
  GdkTexture *texture;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;
  texture = draw (code);
  QRcode_free (code);
  return texture;
}
