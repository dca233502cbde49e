/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-brief.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_VERBS (foyer_verbs_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVerbs, foyer_verbs, FOYER, VERBS, FoyerSubjectBin)

/**
 * FoyerVerbs:
 *
 * What can be done with a request: the buttons of the actions `approvals.decline` and `approvals.approve`, in the header of a wide window and
 * at the foot of a narrow one. Property: `brief` (#FoyerBookingBrief or %NULL).
 */

G_END_DECLS
