/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Words that staff put into messages again and again. */

/* clang-format off */
#define FOYER_SAVED_REPLY_FIELDS(FIELD) \
  FIELD (saved_reply, TEXT, title, "title", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .about = "what staff look for") \
  FIELD (saved_reply, TEXT, shortcut, "shortcut", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .about = "what is typed after the slash") \
  FIELD (saved_reply, TEXT, body, "body", .minimum = 1, .maximum = 20000, .required = TRUE, .searched = TRUE, \
         .policy = FOYER_POLICY_MERGE, .about = "the words, with placeholders") \
  FIELD (saved_reply, REF, owner_id, "ownerId", .ref = "StaffMember", .indexed = TRUE, \
         .about = "whose own it is; absent for everybody's") \
  FIELD (saved_reply, INTEGER, use_count, "useCount", .maximum = 1000000000, .fallback = "0", \
         .writers = FOYER_WRITER_SERVER, .about = "how often it was used") \
  FIELD (saved_reply, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer offered")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (saved_reply, FOYER_SAVED_REPLY_FIELDS)
