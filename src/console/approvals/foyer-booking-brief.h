/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-day-plan.h"
#include "foyer-finding.h"
#include "foyer-fit-summary.h"
#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_BRIEF (foyer_booking_brief_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingBrief, foyer_booking_brief, FOYER, BOOKING_BRIEF, GObject)

/**
 * FoyerBookingBrief:
 *
 * All that somebody should know before deciding a booking, worked out beside the main thread over one snapshot: whom it refers to, whether it
 * fits and why, the day of the crews, and what the client will read. Immutable.
 *
 * Properties: `booking`, `client`, `service`, `property`, `crew`, `decided-by` (#FoyerRecord), `fit` (#FoyerFitSummary), `plan` (#FoyerDayPlan),
 * `client-title`, `client-text`, `client-language`. All but `booking` may be %NULL.
 */

/**
 * foyer_booking_brief_load_async:
 *
 * Fails with %FOYER_STORE_ERROR_INVALID if there is no such booking.
 */
void foyer_booking_brief_load_async (FoyerStore *store,
                                     const char *booking_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
FoyerBookingBrief *foyer_booking_brief_load_finish (FoyerStore *store, GAsyncResult *result, GError **error);

FoyerRecord *foyer_booking_brief_get_booking (FoyerBookingBrief *self);

/**
 * foyer_booking_brief_get_fit:
 *
 * Returns: (transfer none) (nullable): %NULL if nothing is to be decided
 */
const FoyerFitSummary *foyer_booking_brief_get_fit (FoyerBookingBrief *self);

/**
 * foyer_booking_brief_get_findings:
 *
 * Returns: (transfer none) (nullable) (element-type FoyerFinding): worst first; %NULL if nothing is to be decided
 */
GPtrArray *foyer_booking_brief_get_findings (FoyerBookingBrief *self);

G_END_DECLS
