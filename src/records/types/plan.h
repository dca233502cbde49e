/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Work that comes again at a price: a subscription, a maintenance plan. */

typedef enum {
  FOYER_PLAN_PENDING,
  FOYER_PLAN_ACTIVE,
  FOYER_PLAN_PAUSED,
  FOYER_PLAN_ENDED,
} FoyerPlanStatus;

typedef enum {
  FOYER_PLAN_MONTHLY,
  FOYER_PLAN_QUARTERLY,
  FOYER_PLAN_YEARLY,
} FoyerPlanInterval;

/* clang-format off */
#define FOYER_PLAN_FIELDS(FIELD) \
  FIELD (plan, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "whose plan") \
  FIELD (plan, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .rows = "002-9", .about = "its name") \
  FIELD (plan, TEXT, description, "description", .maximum = 4000, .searched = TRUE, \
         .about = "what it holds, for clients") \
  FIELD (plan, ENUM, status, "status", .values = "pending active paused ended", .fallback = "\"pending\"", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "002-11", .about = "its state") \
  FIELD (plan, MONEY, price, "price", .policy = FOYER_POLICY_STRICT, .about = "price of one interval") \
  FIELD (plan, ENUM, interval, "interval", .values = "monthly quarterly yearly", .fallback = "\"monthly\"", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .about = "how often it is billed") \
  FIELD (plan, REF, service_id, "serviceId", .ref = "Service", .about = "the work that comes again") \
  FIELD (plan, REFS, property_ids, "propertyIds", .ref = "Property", .maximum = 500, .rows = "004-7", \
         .about = "sites covered") \
  FIELD (plan, INTEGER, visits_per_year, "visitsPerYear", .maximum = 400, .rows = "002-10", \
         .about = "visits a site and year") \
  FIELD (plan, INTEGER, discount, "discount", .maximum = 100, .about = "percent off repairs") \
  FIELD (plan, INTEGER, response_hours, "responseHours", .maximum = 720, .about = "hours within which somebody comes") \
  FIELD (plan, DATE, start_on, "startOn", .about = "first day") \
  FIELD (plan, DATE, renew_on, "renewOn", .indexed = TRUE, .about = "day on which it renews") \
  FIELD (plan, DATE, end_on, "endOn", .about = "last day, once it is ended") \
  FIELD (plan, BOOLEAN, auto_renew, "autoRenew", .fallback = "true", .required = TRUE, \
         .about = "whether it renews by itself") \
  FIELD (plan, TEXT, notes, "notes", .maximum = 4000, .policy = FOYER_POLICY_MERGE, .about = "for staff")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (plan, FOYER_PLAN_FIELDS)
