/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Changes to settings that somebody without the right to publish prepared (X18). */

typedef enum {
  FOYER_SETTINGS_PROPOSAL_OPEN,
  FOYER_SETTINGS_PROPOSAL_PUBLISHED,
  FOYER_SETTINGS_PROPOSAL_REJECTED,
  FOYER_SETTINGS_PROPOSAL_WITHDRAWN,
} FoyerSettingsProposalStatus;

/* clang-format off */
#define FOYER_SETTINGS_PROPOSAL_FIELDS(FIELD) \
  FIELD (settings_proposal, ENUM, status, "status", .values = "open published rejected withdrawn", \
         .fallback = "\"open\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "003-2", \
         .about = "what became of it") \
  FIELD (settings_proposal, MAP, patch, "patch", .required = TRUE, .blob = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "setting to proposed value") \
  FIELD (settings_proposal, MAP, before, "before", .policy = FOYER_POLICY_STRICT, \
         .about = "setting to the value that its author saw") \
  FIELD (settings_proposal, TEXT, note, "note", .maximum = 1000, .searched = TRUE, .about = "what it is for") \
  FIELD (settings_proposal, REF, author_id, "authorId", .ref = "StaffMember", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who proposes") \
  FIELD (settings_proposal, TIME, proposed_at, "proposedAt", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "when") \
  FIELD (settings_proposal, REF, decided_by, "decidedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who decided") \
  FIELD (settings_proposal, TIME, decided_at, "decidedAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when it was decided") \
  FIELD (settings_proposal, TEXT, answer, "answer", .maximum = 1000, .about = "what the admin says to it")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (settings_proposal, FOYER_SETTINGS_PROPOSAL_FIELDS)
