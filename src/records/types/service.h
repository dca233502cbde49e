/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Work that the business sells. Which services clients may book is the setting `booking.services`. */

/* clang-format off */
#define FOYER_SERVICE_FIELDS(FIELD) \
  FIELD (service, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .indexed = TRUE, .rows = "000-43", .about = "what clients read when they book") \
  FIELD (service, TEXT, description, "description", .maximum = 2000, .searched = TRUE, .about = "what is done") \
  FIELD (service, INTEGER, duration_minutes, "durationMinutes", .minimum = 5, .maximum = 1440, .rows = "000-43", \
         .about = "how long it takes; absent if nobody knows (B20)") \
  FIELD (service, MONEY, price, "price", .about = "its price before tax") \
  FIELD (service, BOOLEAN, price_from, "priceFrom", .fallback = "false", \
         .about = "whether the price is only where it begins") \
  FIELD (service, MONEY, deposit, "deposit", .about = "what must be paid before (B25); absent for nothing") \
  FIELD (service, TEXT, skill, "skill", .maximum = 60, .pattern = FOYER_PATTERN_LINE, .indexed = TRUE, \
         .about = "the skill that a crew member needs (B06); absent for none") \
  FIELD (service, TEXT, colour, "colour", .maximum = 7, .pattern = FOYER_PATTERN_COLOUR, \
         .about = "colour in day strips") \
  FIELD (service, INTEGER, position, "position", .maximum = 100000, .fallback = "0", .required = TRUE, .indexed = TRUE, \
         .about = "place in lists") \
  FIELD (service, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer sold (B14)")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (service, FOYER_SERVICE_FIELDS)
