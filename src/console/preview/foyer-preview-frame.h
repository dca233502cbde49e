/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-answer.h"
#include "foyer-web-module.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_FRAME (foyer_preview_frame_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewFrame, foyer_preview_frame, FOYER, PREVIEW_FRAME, AdwBin)

/**
 * FoyerPreviewFrame:
 *
 * The portal in the frame of a desktop or a phone, as somebody sees it. Links lead on; whatever else is pressed does nothing and is told.
 *
 * Properties: `page-width` (uint: of the page, in CSS pixels), `problem` (read-only: why nothing can be shown, or %NULL).
 */

/**
 * foyer_preview_frame_start:
 * @module: shared with other frames
 * @sibling: (nullable): a frame whose web process this one shares
 */
void foyer_preview_frame_start (FoyerPreviewFrame *self,
                                FoyerDesk *desk,
                                FoyerWebModule *module,
                                FoyerPreviewFrame *sibling);

/**
 * foyer_preview_frame_show:
 * @scene: copied
 * @address: path and query on the portal
 *
 * Shows a page. The view itself is made with the first one.
 */
void foyer_preview_frame_show (FoyerPreviewFrame *self, const FoyerPreviewScene *scene, const char *address);

/**
 * foyer_preview_frame_refresh:
 *
 * Makes the page anew from what is here now. If it became another one it is drawn, scrolled to where the last one was.
 */
void foyer_preview_frame_refresh (FoyerPreviewFrame *self);

/**
 * foyer_preview_frame_redraw:
 *
 * Makes the page and all that belongs to it anew, pictures too, also if it is the same page.
 */
void foyer_preview_frame_redraw (FoyerPreviewFrame *self);

/**
 * foyer_preview_frame_take_picture_async:
 *
 * Takes a picture of the whole page.
 */
void foyer_preview_frame_take_picture_async (FoyerPreviewFrame *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

/**
 * foyer_preview_frame_take_picture_finish:
 *
 * Returns: (transfer full): the picture, or %NULL with @error
 */
GdkTexture *
foyer_preview_frame_take_picture_finish (FoyerPreviewFrame *self, GAsyncResult *result, GError **error);

/**
 * foyer_preview_frame_print:
 *
 * Asks how, and prints the page.
 */
void foyer_preview_frame_print (FoyerPreviewFrame *self);

/**
 * foyer_preview_frame_set_natural_width:
 * @width: in pixels, that it takes if there is room
 */
void foyer_preview_frame_set_natural_width (FoyerPreviewFrame *self, int width);

/**
 * foyer_preview_frame_get_view:
 *
 * Returns: (transfer none) (nullable): the view document of the page that is shown
 */
JsonObject *foyer_preview_frame_get_view (FoyerPreviewFrame *self);

const char *foyer_preview_frame_get_problem (FoyerPreviewFrame *self);

/**
 * foyer_preview_frame_stop:
 *
 * Ends what is under way. To be called before the desk is closed.
 */
void foyer_preview_frame_stop (FoyerPreviewFrame *self);

/**
 * FoyerPreviewFrame::moved:
 * @address: path and query of the page that a link led to
 */

/**
 * FoyerPreviewFrame::made:
 * @answer: (type gpointer): the #FoyerPreviewAnswer of the page that is shown now
 */

/**
 * FoyerPreviewFrame::painted:
 *
 * The page is drawn.
 */

/**
 * FoyerPreviewFrame::pressed:
 * @address: where a form of the page would have been sent; nothing was
 */

/**
 * FoyerPreviewFrame::left:
 * @address: a place beyond the portal that a link named; nothing went there
 */

/**
 * FoyerPreviewFrame::missing:
 * @blob_id: of a picture that the page shows and that is not on this computer
 */

G_END_DECLS
