/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-fit-summary.h"
#include "foyer-office-time.h"
#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_APPROVAL (foyer_approval_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApproval, foyer_approval, FOYER, APPROVAL, GObject)

/**
 * FoyerApproval:
 *
 * One booking as the list shows it: the record with the names that it refers to, and what may change while it is looked at.
 *
 * Properties: `booking`, `client`, `service`, `property` (#FoyerRecord, the latter three possibly %NULL), `time`, `fit` (#FoyerFitSummary or
 * %NULL while it is being worked out), `heads-day` (whether it is the first of its day in the list), `needs-you`
 * (whether what was decided about it was not taken), `now` (seconds since 1970).
 */

/**
 * foyer_approval_new:
 * @store: where the names are looked up
 */
FoyerApproval *
foyer_approval_new (FoyerStore *store, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now);

FoyerRecord *foyer_approval_get_booking (FoyerApproval *self);
const char *foyer_approval_get_id (FoyerApproval *self);

/**
 * foyer_approval_get_fit:
 *
 * Returns: (transfer none) (nullable)
 */
const FoyerFitSummary *foyer_approval_get_fit (FoyerApproval *self);

void foyer_approval_set_fit (FoyerApproval *self, const FoyerFitSummary *fit);
void foyer_approval_set_heads_day (FoyerApproval *self, gboolean heads_day);
void foyer_approval_set_needs_you (FoyerApproval *self, gboolean needs_you);
void foyer_approval_set_now (FoyerApproval *self, gint64 now);

/**
 * foyer_approval_look_up_names:
 *
 * Reads the records that the booking refers to anew.
 */
void foyer_approval_look_up_names (FoyerApproval *self, FoyerStore *store);

G_END_DECLS
