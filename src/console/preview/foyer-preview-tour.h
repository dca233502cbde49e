/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-stage.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_TOUR (foyer_preview_tour_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewTour, foyer_preview_tour, FOYER, PREVIEW_TOUR, GObject)

/**
 * FoyerPreviewTour:
 *
 * Goes from one client to whom the draft makes a difference to the next (D2), and shows each on a stage: what is published beside what is drafted.
 *
 * Read-only property: `sentence` (string: where it is, or what it looks for; %NULL while there is no tour).
 */

/**
 * foyer_preview_tour_new:
 * @desk: not referenced beyond foyer_preview_tour_stop()
 * @stage: what is shown on
 */
FoyerPreviewTour *foyer_preview_tour_new (FoyerDesk *desk, FoyerPreviewStage *stage);

/**
 * foyer_preview_tour_begin:
 *
 * Looks for the first such client. If nothing is drafted there is no tour.
 */
void foyer_preview_tour_begin (FoyerPreviewTour *self);

/**
 * foyer_preview_tour_move:
 * @step: 1 for the next, -1 for the one before; past the last it is the first again
 *
 * Goes on from the client who is shown, whoever that is. What is looked for meanwhile is not looked for any more.
 *
 * Returns: %FALSE if there is no tour
 */
gboolean foyer_preview_tour_move (FoyerPreviewTour *self, int step);

void foyer_preview_tour_end (FoyerPreviewTour *self);

/**
 * foyer_preview_tour_stop:
 *
 * Ends it and forgets the desk. May be called again.
 */
void foyer_preview_tour_stop (FoyerPreviewTour *self);

G_END_DECLS
