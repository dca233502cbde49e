/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* One installed console. Its tokens are no fields; revoking it kills them. */

typedef enum {
  FOYER_DEVICE_ACTIVE,
  FOYER_DEVICE_REVOKED,
} FoyerDeviceStatus;

/* clang-format off */
#define FOYER_DEVICE_FIELDS(FIELD) \
  FIELD (device, REF, staff_id, "staffId", .ref = "StaffMember", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who signed in on it") \
  FIELD (device, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .about = "what its owner calls it") \
  FIELD (device, TEXT, platform, "platform", .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .about = "its system") \
  FIELD (device, TEXT, version, "version", .maximum = 40, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .about = "the program's version") \
  FIELD (device, ENUM, status, "status", .values = "active revoked", .fallback = "\"active\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .about = "whether it may still speak to the server") \
  FIELD (device, TIME, registered_at, "registeredAt", .required = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "when it first signed in") \
  FIELD (device, TIME, seen_at, "seenAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it last spoke to the server") \
  FIELD (device, TIME, revoked_at, "revokedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was revoked") \
  FIELD (device, REF, revoked_by, "revokedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, .about = "by whom")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (device, FOYER_DEVICE_FIELDS)
