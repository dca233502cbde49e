/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_preview_picture_save_async:
 * @picture: of a page
 * @file: a PNG; what is there is replaced
 *
 * Writes a picture to a file. The main thread does not wait for it.
 */
void foyer_preview_picture_save_async (GdkTexture *picture,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * foyer_preview_picture_save_finish:
 *
 * Returns: whether it is there now
 */
gboolean foyer_preview_picture_save_finish (GAsyncResult *result, GError **error);

/**
 * foyer_preview_picture_name:
 * @title: what the page is called
 *
 * Returns: (transfer full): a name for the file, without anybody's name in it
 */
char *foyer_preview_picture_name (const char *title);

G_END_DECLS
