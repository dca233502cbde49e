/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-brief.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_FIT_LIST (foyer_fit_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFitList, foyer_fit_list, FOYER, FIT_LIST, AdwBin)

/**
 * FoyerFitList:
 *
 * The evidence: a row a finding, the worst first; what passed folds into one row. Property: `brief` (#FoyerBookingBrief or %NULL).
 */

/**
 * foyer_fit_list_count_shown:
 * @findings: (element-type FoyerFinding): worst first
 *
 * Returns: how many rows are not folded: all that did not pass, or the first two if fewer did not
 */
guint foyer_fit_list_count_shown (GPtrArray *findings);

G_END_DECLS
