/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-frame.h"
#include "foyer-preview-stage.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_FRAMES (foyer_preview_frames_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewFrames, foyer_preview_frames, FOYER, PREVIEW_FRAMES, AdwBin)

/**
 * FoyerPreviewFrames:
 *
 * The frames of a preview beside each other: a desktop, a phone or both; what is published, what is drafted or both. A link that is followed in one is followed
 * in all.
 *
 * Properties: `layout` (string: `desktop`, `phone` or `both`), `narrow` (whether there is room for a phone alone). Read-only: `problem` (why
 * nothing can be drawn, or %NULL), `pressed` (where what was pressed last would have led, or %NULL).
 */

/**
 * foyer_preview_frames_start:
 * @stage: what they show from now on
 */
void foyer_preview_frames_start (FoyerPreviewFrames *self,
                                 FoyerDesk *desk,
                                 FoyerWebModule *module,
                                 FoyerPreviewStage *stage);

/**
 * foyer_preview_frames_refresh:
 *
 * Makes what is seen anew from what is here now.
 */
void foyer_preview_frames_refresh (FoyerPreviewFrames *self);

/**
 * foyer_preview_frames_get_first:
 *
 * Returns: (transfer none) (nullable): the frame of which pictures are taken
 */
FoyerPreviewFrame *foyer_preview_frames_get_first (FoyerPreviewFrames *self);

/**
 * foyer_preview_frames_has_problem:
 *
 * Returns: whether nothing can be drawn
 */
gboolean foyer_preview_frames_has_problem (FoyerPreviewFrames *self);

/**
 * foyer_preview_frames_press:
 * @address: where a form of the page would be sent
 *
 * As if it had been pressed in a frame.
 */
void foyer_preview_frames_press (FoyerPreviewFrames *self, const char *address);

/**
 * foyer_preview_frames_stop:
 *
 * To be called before the desk is closed.
 */
void foyer_preview_frames_stop (FoyerPreviewFrames *self);

/**
 * FoyerPreviewFrames::left:
 * @address: a place beyond the portal that a link named
 */

/**
 * FoyerPreviewFrames::made:
 * @answer: (type gpointer): the #FoyerPreviewAnswer of the page that the first frame shows now
 * @drafted: whether it is under the drafted settings
 */

G_END_DECLS
