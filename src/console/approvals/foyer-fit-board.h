/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-fit-summary.h"
#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_FIT_BOARD (foyer_fit_board_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFitBoard, foyer_fit_board, FOYER, FIT_BOARD, GObject)

/**
 * FoyerFitBoard:
 *
 * Whether each of many bookings fits, worked out beside the main thread: all that were asked for while a job ran make up the next one,
 * over one snapshot. What was found is kept until the records say otherwise; the old answer stands until the new one is there.
 */

FoyerFitBoard *foyer_fit_board_new (FoyerStore *store);

/**
 * foyer_fit_board_concerns:
 *
 * Returns: whether a commit may have changed how any booking fits
 */
gboolean foyer_fit_board_concerns (FoyerChangeSet *changes);

/**
 * foyer_fit_board_ask:
 *
 * Wants to know, from now on.
 */
void foyer_fit_board_ask (FoyerFitBoard *self, const char *booking_id);

/**
 * foyer_fit_board_forget:
 *
 * Does not want to know any more.
 */
void foyer_fit_board_forget (FoyerFitBoard *self, const char *booking_id);

/**
 * foyer_fit_board_get:
 *
 * Returns: (transfer none) (nullable): what is known
 */
const FoyerFitSummary *foyer_fit_board_get (FoyerFitBoard *self, const char *booking_id);

/**
 * foyer_fit_board_check_again:
 *
 * Works everything out anew, because time has passed.
 */
void foyer_fit_board_check_again (FoyerFitBoard *self);

/**
 * foyer_fit_board_stop:
 *
 * Ends what is under way. To be called before the last reference is dropped.
 */
void foyer_fit_board_stop (FoyerFitBoard *self);

/**
 * FoyerFitBoard::checked:
 *
 * Emitted when a job has ended.
 */

G_END_DECLS
