/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * FoyerFit:
 * @findings: (element-type FoyerFinding): one a rule, worst first
 * @verdict: the worst of them
 * @crew_id: (nullable): the crew member that was judged: the booking's own or, if it names none, the first who is free
 *
 * Whether a booking fits (product.md E2), with the evidence.
 */
typedef struct {
  GPtrArray *findings;
  FoyerVerdict verdict;
  char *crew_id;
} FoyerFit;

/**
 * foyer_fit_check:
 * @source: records of the booking's organisation
 * @booking: the booking as it would be decided; it need not be in @source
 * @now: seconds since 1970
 *
 * Runs B01, B03, B04, B07, B09, B10, B11, B13, B16, B17, B18 and B22. The same function runs in the console before an approval leaves and in the
 * backend when it arrives; the backend's answer stands. Approved bookings that have no visit yet count as visits, pending ones do if
 * `booking.pending_holds` says so and they were asked for no later than @booking, @booking itself never. Whether it was decided
 * already (B22) is read from the booking of that id in @source, since @booking may carry the new decision. A wish to cancel is judged
 * by B17 and B22 alone; B17 and B18 are asked of what changes a visit. Leave (B08) is part of B07.
 *
 * Returns: (transfer full): the answer, or %NULL if @source failed
 */
FoyerFit *foyer_fit_check (FoyerRecordSource *source, FoyerRecord *booking, gint64 now, GError **error);

void foyer_fit_free (FoyerFit *fit);

/**
 * foyer_fit_has_block:
 * @only_final: count only blocks that no reason overrides
 *
 * Returns: whether any finding is a block
 */
gboolean foyer_fit_has_block (FoyerFit *fit, gboolean only_final);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFit, foyer_fit_free)

G_END_DECLS
