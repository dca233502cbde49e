/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_ROOM (foyer_preview_room_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewRoom, foyer_preview_room, FOYER, PREVIEW_ROOM, GObject)

/**
 * FoyerPreviewRoom:
 *
 * What there is room for: how wide the preview is, and what stands beside the frames.
 *
 * Read-only properties: `narrow` (whether there is room for a phone alone), `single` (whether there is room for the frames or for what stands beside them),
 * `side-alone` (whether the outline stands instead of the frames), `tight` (whether there is no room for all that may be said of the page in one
 * row with its controls).
 */

FoyerPreviewRoom *foyer_preview_room_new (void);

/**
 * foyer_preview_room_measure:
 * @width: pixels of the whole preview
 *
 * May be called while places are being found: nothing is told before foyer_preview_room_settle().
 *
 * Returns: whether there is something to tell
 */
gboolean foyer_preview_room_measure (FoyerPreviewRoom *self, int width);

/**
 * foyer_preview_room_fill:
 * @has_why: whether the Why? panel stands beside the frames
 * @has_outline: whether the outline does
 *
 * Tells at once.
 */
void foyer_preview_room_fill (FoyerPreviewRoom *self, gboolean has_why, gboolean has_outline);

/**
 * foyer_preview_room_settle:
 *
 * Tells what changed since it was told last.
 */
void foyer_preview_room_settle (FoyerPreviewRoom *self);

/**
 * foyer_preview_room_is_single:
 *
 * Returns: whether there is room for the frames or for what stands beside them
 */
gboolean foyer_preview_room_is_single (FoyerPreviewRoom *self);

G_END_DECLS
