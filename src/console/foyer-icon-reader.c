/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-icon-reader.c - what reads icons is there before the first of them is drawn */

#include "foyer-icon-reader.h"

#include <gdk/gdk.h>

static gpointer
read_smallest (gpointer data)
{
  static const char icon[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (icon, sizeof icon - 1);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);

  return NULL;
}

void
foyer_icon_reader_prepare (void)
{
  g_thread_unref (g_thread_new ("foyer-icons", read_smallest, NULL));
}
