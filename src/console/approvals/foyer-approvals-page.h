/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_APPROVALS_PAGE (foyer_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApprovalsPage, foyer_approvals_page, FOYER, APPROVALS_PAGE, FoyerAreaPage)

/**
 * FoyerApprovalsPage:
 *
 * The area in which bookings are decided: the list, the one that is looked at, and the verbs (D4).
 *
 * Read-only properties: `approval` (#FoyerApproval, what is
 * looked at), `brief` (#FoyerBookingBrief), `detail` (the brief that is
 * shown, which follows after a decision is painted), `shown` (`pending` or `decided`), `empty`, `stale` (whether what is looked at was decided
 * elsewhere), `need` (#FoyerOperation or %NULL: what was decided about it and not taken), `now`, `empty-sentence`.
 *
 * The verbs are the actions `approvals.approve` and `approvals.decline`.
 */

GtkWidget *foyer_approvals_page_new (void);

/**
 * foyer_approvals_page_open:
 *
 * Goes to a booking, wherever it stands.
 */
void foyer_approvals_page_open (FoyerApprovalsPage *self, const char *booking_id);

G_END_DECLS
