/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_INQUIRY_WORDS (foyer_inquiry_words_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInquiryWords, foyer_inquiry_words, FOYER, INQUIRY_WORDS, FoyerSubjectBin)

/**
 * FoyerInquiryWords:
 *
 * What one request says: its words, times, place, destination and answer. Property: `inquiry` (#FoyerInquiry).
 */

G_END_DECLS
