/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A place where work is done. */

/* clang-format off */
#define FOYER_PROPERTY_FIELDS(FIELD) \
  FIELD (property, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "001-50", .about = "whose place it is (D28)") \
  FIELD (property, TEXT, name, "name", .maximum = 120, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .about = "what the client calls it") \
  FIELD (property, TEXT, street, "street", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .personal = TRUE, .about = "street and number") \
  FIELD (property, TEXT, unit, "unit", .maximum = 60, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .about = "flat, suite or floor") \
  FIELD (property, TEXT, city, "city", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .personal = TRUE, .about = "city; the area that queues filter by") \
  FIELD (property, TEXT, region, "region", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .about = "state or region") \
  FIELD (property, TEXT, postcode, "postcode", .maximum = 20, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .about = "postal code") \
  FIELD (property, TEXT, country, "country", .maximum = 2, .pattern = FOYER_PATTERN_LINE, .about = "ISO 3166 code") \
  FIELD (property, TEXT, zone, "zone", .maximum = 64, .pattern = FOYER_PATTERN_ZONE, \
         .about = "its zone, if not the organisation's (B19, D48)") \
  FIELD (property, INTEGER, latitude, "latitude", .minimum = -90000000, .maximum = 90000000, .personal = TRUE, \
         .about = "in millionths of a degree, for travel estimates (B05)") \
  FIELD (property, INTEGER, longitude, "longitude", .minimum = -180000000, .maximum = 180000000, .personal = TRUE, \
         .about = "in millionths of a degree") \
  FIELD (property, TEXT, access_notes, "accessNotes", .maximum = 4000, .personal = TRUE, .policy = FOYER_POLICY_MERGE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, \
         .about = "how the crew gets in; the client may read and write it") \
  FIELD (property, TEXT, notes, "notes", .maximum = 20000, .searched = TRUE, .personal = TRUE, \
         .policy = FOYER_POLICY_MERGE, .about = "what staff know; never shown to clients") \
  FIELD (property, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer served")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (property, FOYER_PROPERTY_FIELDS)
