/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-letter.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LETTER_ROW (foyer_letter_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLetterRow, foyer_letter_row, FOYER, LETTER_ROW, FoyerSubjectBin)

/**
 * FoyerLetterRow:
 *
 * One message in the thread. Property: `letter` (#FoyerLetter or %NULL).
 */

G_END_DECLS
