/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Somebody who goes to visits. One lane of the day strip. */

/* clang-format off */
#define FOYER_CREW_MEMBER_FIELDS(FIELD) \
  FIELD (crew_member, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .rows = "000-30", .about = "the name that clients read") \
  FIELD (crew_member, TEXT, title, "title", .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .about = "what they are called") \
  FIELD (crew_member, TEXT, crew, "crew", .maximum = 60, .pattern = FOYER_PATTERN_LINE, .indexed = TRUE, \
         .about = "the crew they belong to") \
  FIELD (crew_member, TEXTS, skills, "skills", .maximum = 50, .pattern = FOYER_PATTERN_LINE, \
         .about = "what they can do (B06)") \
  FIELD (crew_member, BOOLEAN, active, "active", .fallback = "true", .required = TRUE, .indexed = TRUE, \
         .about = "whether they take visits") \
  FIELD (crew_member, TEXT, phone, "phone", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, .personal = TRUE, \
         .about = "for the office") \
  FIELD (crew_member, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .personal = TRUE, \
         .about = "for the office") \
  FIELD (crew_member, TEXT, photo, "photo", .blob = TRUE, .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .about = "blob of their picture") \
  FIELD (crew_member, INTEGER, latitude, "latitude", .minimum = -90000000, .maximum = 90000000, .personal = TRUE, \
         .about = "where their day begins, in millionths of a degree (B05)") \
  FIELD (crew_member, INTEGER, longitude, "longitude", .minimum = -180000000, .maximum = 180000000, .personal = TRUE, \
         .about = "where their day begins, in millionths of a degree") \
  FIELD (crew_member, REF, staff_id, "staffId", .ref = "StaffMember", .about = "their own login, if they have one") \
  FIELD (crew_member, INTEGER, position, "position", .maximum = 100000, .fallback = "0", .required = TRUE, \
         .indexed = TRUE, .about = "place among the lanes")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (crew_member, FOYER_CREW_MEMBER_FIELDS)
