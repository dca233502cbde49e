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
 * foyer_fit_list_choose:
 * @findings: (element-type FoyerFinding): worst first
 * @folded: (element-type FoyerFinding): where what is folded away is put
 *
 * Returns: (transfer container) (element-type FoyerFinding): what is shown: all that did not pass, and if that is less than two, what tells
 *   most of what did
 */
GPtrArray *foyer_fit_list_choose (GPtrArray *findings, GPtrArray *folded);

G_END_DECLS
