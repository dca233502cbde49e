/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PICTURE_THUMBNAIL (foyer_picture_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPictureThumbnail, foyer_picture_thumbnail, FOYER, PICTURE_THUMBNAIL, AdwBin)

/**
 * FoyerPictureThumbnail:
 *
 * A small view of a picture of the business. It decorates: what it shows is said in words beside it. It takes no room until there is something
 * to see.
 */

/**
 * foyer_picture_thumbnail_new:
 * @desk: not referenced beyond its engine and its store
 * @is_for_dark: whether the picture is made for dark ground
 */
GtkWidget *foyer_picture_thumbnail_new (FoyerDesk *desk, gboolean is_for_dark);

/**
 * foyer_picture_thumbnail_show:
 * @blob_id: (nullable): %NULL for nothing
 *
 * Gets the file, from the server if it is not on this computer, and reads it beside the main thread. What cannot be had or read is not shown.
 */
void foyer_picture_thumbnail_show (FoyerPictureThumbnail *self, const char *blob_id);

G_END_DECLS
