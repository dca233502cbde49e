/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_picture_clean:
 * @bytes: a file
 *
 * A picture as it may leave for a browser: nothing of it but what draws it. Where and when it was taken, previews, notes, and whatever
 * stands behind its end are left out; its colours, and which side of a photo is up, stay. The pixels are as they were, so the
 * same file is the same bytes each time. It takes no more than a pass over the bytes.
 *
 * Returns: (transfer full) (nullable): the picture, @bytes itself if there was nothing to leave out; %NULL if @bytes are no whole PNG, JPEG or
 *   WebP picture
 */
GBytes *foyer_picture_clean (GBytes *bytes);

/**
 * foyer_picture_may_tell_place:
 * @bytes: a file that foyer_picture_clean() does not know
 *
 * Returns: whether it is a photo of a kind that cameras write their place into, and of which nothing can be left out here: HEIF, AVIF, TIFF and
 *   what is made like them, or a picture that is damaged or far too large
 */
gboolean foyer_picture_may_tell_place (GBytes *bytes);

G_END_DECLS
