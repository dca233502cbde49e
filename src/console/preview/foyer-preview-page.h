/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"
#include "foyer-preview-stage.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_PAGE (foyer_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewPage, foyer_preview_page, FOYER, PREVIEW_PAGE, FoyerAreaPage)

/**
 * FoyerPreviewPage:
 *
 * The area in which the portal is seen as a client sees it (D2): whose eyes, which page, in which frame.
 *
 * Read-only properties: `stage` (#FoyerPreviewStage, %NULL before it starts), `room` (#FoyerPreviewRoom), `side` (what stands beside the frames: `outline`, or an empty
 * text), `page-title` (what the page that is shown is called). `shows-why`: whether the Why? panel is open.
 *
 * What can be done are the actions of the group `preview`.
 */

GtkWidget *foyer_preview_page_new (void);

/**
 * foyer_preview_page_look_at:
 * @record_id: whatever staff were looking at
 *
 * Returns: whether it has to do with a client
 */
gboolean foyer_preview_page_look_at (FoyerPreviewPage *self, const char *record_id);

/**
 * foyer_preview_page_follow:
 * @link: from anywhere
 *
 * Shows what a link to a preview names, or says why not.
 */
void foyer_preview_page_follow (FoyerPreviewPage *self, const char *link);

/**
 * foyer_preview_page_tour:
 *
 * Shows the first client to whom the draft makes a difference, and from then on steps from one such client to the next until somebody goes
 * somewhere else.
 */
void foyer_preview_page_tour (FoyerPreviewPage *self);

/**
 * foyer_preview_page_try_booking:
 *
 * Shows the calendar that somebody who can book by themselves sees now, under the drafted settings if there are any.
 */
void foyer_preview_page_try_booking (FoyerPreviewPage *self);

/**
 * FoyerPreviewPage::step:
 * @step: 1 or -1: somebody wants to look through the eyes of the next, or the one before, in the list that they came from
 */

G_END_DECLS
