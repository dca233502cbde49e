/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* One publication of settings: done, or waiting on the server for its time. */

typedef enum {
  FOYER_SETTINGS_VERSION_SCHEDULED,
  FOYER_SETTINGS_VERSION_PUBLISHED,
  FOYER_SETTINGS_VERSION_CANCELLED,
  FOYER_SETTINGS_VERSION_FAILED,
} FoyerSettingsVersionStatus;

/* clang-format off */
#define FOYER_SETTINGS_VERSION_FIELDS(FIELD) \
  FIELD (settings_version, ENUM, status, "status", .values = "scheduled published cancelled failed", \
         .fallback = "\"scheduled\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "staff schedule and cancel, the server publishes") \
  FIELD (settings_version, INTEGER, version, "version", .minimum = 1, .maximum = 1000000000, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER, .about = "the version of the settings that it made") \
  FIELD (settings_version, MAP, patch, "patch", .required = TRUE, .blob = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .rows = "003-16", .about = "setting to new value") \
  FIELD (settings_version, MAP, before, "before", .blob = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "setting to the value that it replaces, as its author saw it") \
  FIELD (settings_version, TEXT, note, "note", .maximum = 1000, .searched = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "what it is for") \
  FIELD (settings_version, TIME, publish_at, "publishAt", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "when it is to be published") \
  FIELD (settings_version, TIME, published_at, "publishedAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was published") \
  FIELD (settings_version, REF, author_id, "authorId", .ref = "StaffMember", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who published or scheduled it") \
  FIELD (settings_version, REF, proposal_id, "proposalId", .ref = "SettingsProposal", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "the proposal that it follows") \
  FIELD (settings_version, TEXT, failure, "failure", .maximum = 1000, .writers = FOYER_WRITER_SERVER, \
         .about = "why it could not be published")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (settings_version, FOYER_SETTINGS_VERSION_FIELDS)
