/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-subject-bin.h"
#include "foyer-talk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TALK_ROW (foyer_talk_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTalkRow, foyer_talk_row, FOYER, TALK_ROW, FoyerSubjectBin)

/**
 * FoyerTalkRow:
 *
 * One conversation in the list. Property: `talk` (#FoyerTalk or %NULL).
 */

G_END_DECLS
