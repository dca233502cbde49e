/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The functions of FoyerWebRoom that have these names. */
void foyer_web_picture_take_async (GtkWidget *view,
                                   int css_width,
                                   gboolean whole,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GdkTexture *foyer_web_picture_take_finish (GtkWidget *view, GAsyncResult *result, GError **error);

G_END_DECLS
