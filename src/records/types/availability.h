/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* When crews work: weekly hours, and the leave and holidays that break them. Minutes count from local midnight. */

typedef enum {
  FOYER_AVAILABILITY_HOURS,
  FOYER_AVAILABILITY_LEAVE,
  FOYER_AVAILABILITY_HOLIDAY,
} FoyerAvailabilityKind;

/* clang-format off */
#define FOYER_AVAILABILITY_FIELDS(FIELD) \
  FIELD (availability, REF, crew_id, "crewId", .ref = "CrewMember", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "whose; absent for the whole organisation") \
  FIELD (availability, ENUM, kind, "kind", .values = "hours leave holiday", .fallback = "\"hours\"", .required = TRUE, \
         .indexed = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "weekly hours, leave or holiday") \
  FIELD (availability, INTEGER, weekday, "weekday", .minimum = 1, .maximum = 7, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .about = "of hours: 1 Monday to 7 Sunday (B07)") \
  FIELD (availability, INTEGER, from_minute, "from", .maximum = 1440, .policy = FOYER_POLICY_STRICT, \
         .about = "minute of the day at which it begins; absent with leave for the whole day") \
  FIELD (availability, INTEGER, until_minute, "until", .maximum = 1440, .policy = FOYER_POLICY_STRICT, \
         .about = "minute of the day at which it ends") \
  FIELD (availability, DATE, date, "date", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "of leave and holidays: the first day; of hours: since when (B08)") \
  FIELD (availability, DATE, until_date, "untilDate", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "the last day, absent for the same day or, of hours, without end") \
  FIELD (availability, TEXT, note, "note", .maximum = 500, .personal = TRUE, .about = "what for, for staff")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (availability, FOYER_AVAILABILITY_FIELDS)
