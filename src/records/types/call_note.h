/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* That somebody called, and why: what tells whether the portal saves calls. */

typedef enum {
  FOYER_CALL_NOTE_VISIT_TIME,
  FOYER_CALL_NOTE_INVOICE,
  FOYER_CALL_NOTE_QUOTE,
  FOYER_CALL_NOTE_BOOKING,
  FOYER_CALL_NOTE_PORTAL_HELP,
  FOYER_CALL_NOTE_OTHER,
} FoyerCallNoteReason;

/* clang-format off */
#define FOYER_CALL_NOTE_FIELDS(FIELD) \
  FIELD (call_note, REF, client_id, "clientId", .ref = "Client", .indexed = TRUE, .about = "who called, if known") \
  FIELD (call_note, ENUM, reason, "reason", .values = "visit_time invoice quote booking portal_help other", \
         .required = TRUE, .indexed = TRUE, .rows = "001-63", .about = "why") \
  FIELD (call_note, TIME, at, "at", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "when") \
  FIELD (call_note, REF, staff_id, "staffId", .ref = "StaffMember", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who took the call") \
  FIELD (call_note, TEXT, note, "note", .maximum = 4000, .searched = TRUE, .personal = TRUE, .about = "what was said")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (call_note, FOYER_CALL_NOTE_FIELDS)
