/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws @node, which is what a smaller view of a page draws, onto @snapshot: %FALSE if it is not drawn by the processor, and then nothing has
 * been drawn. @pixels: how many pixels of the screen there are to one of the window's. */
gboolean foyer_web_shrink (GskRenderNode *node, int pixels, GtkSnapshot *snapshot);

G_END_DECLS
