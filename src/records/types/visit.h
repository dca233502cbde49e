/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* One going of a crew to a place. Visits with the same job belong together. */

typedef enum {
  FOYER_VISIT_SCHEDULED,
  FOYER_VISIT_EN_ROUTE,
  FOYER_VISIT_DONE,
  FOYER_VISIT_CANCELLED,
  FOYER_VISIT_SKIPPED,
} FoyerVisitStatus;

typedef enum {
  FOYER_VISIT_BY_OFFICE,
  FOYER_VISIT_BY_BOOKING,
  FOYER_VISIT_BY_PLAN,
  FOYER_VISIT_BY_REQUEST,
} FoyerVisitOrigin;

/* clang-format off */
#define FOYER_VISIT_FIELDS(FIELD) \
  FIELD (visit, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "001-50", .about = "for whom (D27)") \
  FIELD (visit, REF, property_id, "propertyId", .ref = "Property", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "001-15 001-50", .about = "where (D28)") \
  FIELD (visit, REF, service_id, "serviceId", .ref = "Service", .indexed = TRUE, .about = "the work") \
  FIELD (visit, INTEGER, number, "number", .maximum = 1000000000, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the number people say") \
  FIELD (visit, TEXT, job, "job", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, .indexed = TRUE, \
         .about = "the job that it is part of") \
  FIELD (visit, TEXT, title, "title", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .about = "what clients read") \
  FIELD (visit, ENUM, status, "status", .values = "scheduled en_route done cancelled skipped", \
         .fallback = "\"scheduled\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-22 001-16 002-10", .about = "how far it is; skipped only for visits of a plan") \
  FIELD (visit, ENUM, origin, "origin", .values = "office booking plan request", .fallback = "\"office\"", \
         .required = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-64", \
         .about = "what it came of") \
  FIELD (visit, TIME, start, "start", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-22", .about = "when the crew is taken") \
  FIELD (visit, TIME, end, "end", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "until when the crew is taken") \
  FIELD (visit, TIME, window_start, "windowStart", .policy = FOYER_POLICY_STRICT, .rows = "000-30", \
         .about = "start of the arrival window that the client is told") \
  FIELD (visit, TIME, window_end, "windowEnd", .policy = FOYER_POLICY_STRICT, .rows = "000-30", \
         .about = "end of that window") \
  FIELD (visit, REF, crew_id, "crewId", .ref = "CrewMember", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-22 001-16", .about = "who goes (B04)") \
  FIELD (visit, REFS, helper_ids, "helperIds", .ref = "CrewMember", .maximum = 20, .policy = FOYER_POLICY_STRICT, \
         .about = "who goes along") \
  FIELD (visit, TEXT, override, "override", .maximum = 1000, .policy = FOYER_POLICY_STRICT, \
         .about = "why it may overlap another visit of its crew") \
  FIELD (visit, REF, booking_id, "bookingId", .ref = "Booking", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the booking that it came of") \
  FIELD (visit, REF, plan_id, "planId", .ref = "Plan", .indexed = TRUE, .rows = "002-10", \
         .about = "the plan that it fulfils") \
  FIELD (visit, REF, request_id, "requestId", .ref = "Request", .indexed = TRUE, \
         .about = "the request that it answers") \
  FIELD (visit, TIME, dispatched_at, "dispatchedAt", .rows = "003-18", .about = "when the crew was sent") \
  FIELD (visit, TIME, en_route_at, "enRouteAt", .rows = "003-19", .about = "when they started driving") \
  FIELD (visit, TIME, arrived_at, "arrivedAt", .rows = "002-19", \
         .about = "when they arrived; on time if inside the window") \
  FIELD (visit, TIME, finished_at, "finishedAt", .indexed = TRUE, .rows = "003-20", .about = "when they were done") \
  FIELD (visit, TEXT, report, "report", .maximum = 20000, .searched = TRUE, .personal = TRUE, .rows = "000-24", \
         .about = "what was done, in words for the client") \
  FIELD (visit, BOOLEAN, report_visible, "reportVisible", .fallback = "false", .policy = FOYER_POLICY_STRICT, \
         .rows = "000-24", .about = "whether the client may read the report") \
  FIELD (visit, LIST, checks, "checks", .maximum = 200, .rows = "004-14", \
         .about = "what was checked, as {name, result, ok}") \
  FIELD (visit, TEXT, notes, "notes", .maximum = 20000, .searched = TRUE, .personal = TRUE, \
         .policy = FOYER_POLICY_MERGE, .about = "for crew and staff; never shown to clients") \
  FIELD (visit, TEXT, client_note, "clientNote", .maximum = 4000, .searched = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "what the client asked the crew to know") \
  FIELD (visit, INTEGER, photo_count, "photoCount", .maximum = 10000, .fallback = "0", \
         .writers = FOYER_WRITER_SERVER, .about = "photos of it") \
  FIELD (visit, INTEGER, released_count, "releasedCount", .maximum = 10000, .fallback = "0", \
         .writers = FOYER_WRITER_SERVER, .rows = "002-24", .about = "photos that the client may see (D30)") \
  FIELD (visit, BOOLEAN, has_proof, "hasProof", .fallback = "false", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER, .rows = "002-20 002-24", .about = "whether its proof pack is published (D34)") \
  FIELD (visit, TEXT, signed_by, "signedBy", .maximum = 120, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .about = "who signed on site") \
  FIELD (visit, TIME, cancelled_at, "cancelledAt", .writers = FOYER_WRITER_SERVER, .about = "when it was cancelled") \
  FIELD (visit, ENUM, cancelled_by, "cancelledBy", .values = FOYER_SOURCE_WORDS, .writers = FOYER_WRITER_SERVER, \
         .rows = "000-71", .about = "who cancelled it") \
  FIELD (visit, TEXT, cancel_reason, "cancelReason", .maximum = 1000, .about = "why, in words for the client") \
  FIELD (visit, TIME, told_at, "toldAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when the client was told of its present time")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (visit, FOYER_VISIT_FIELDS)
