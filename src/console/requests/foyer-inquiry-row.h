/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_INQUIRY_ROW (foyer_inquiry_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInquiryRow, foyer_inquiry_row, FOYER, INQUIRY_ROW, FoyerSubjectBin)

/**
 * FoyerInquiryRow:
 *
 * One request in the list. Property: `inquiry` (#FoyerInquiry).
 */

G_END_DECLS
