/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-approval.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_APPROVAL_ROW (foyer_approval_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApprovalRow, foyer_approval_row, FOYER, APPROVAL_ROW, FoyerSubjectBin)

/**
 * FoyerApprovalRow:
 *
 * One booking in the list. Property: `approval` (#FoyerApproval or %NULL).
 */

G_END_DECLS
