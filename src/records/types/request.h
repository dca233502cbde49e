/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* Something a client asks that is no booking (X16). Each kind has a destination, so that nothing falls through. */

typedef enum {
  FOYER_REQUEST_SERVICE,
  FOYER_REQUEST_COMPLAINT,
  FOYER_REQUEST_QUOTE,
  FOYER_REQUEST_DISPUTE,
  FOYER_REQUEST_CHANGE,
} FoyerRequestKind;

typedef enum {
  FOYER_REQUEST_NEW,
  FOYER_REQUEST_OPEN,
  FOYER_REQUEST_WAITING,
  FOYER_REQUEST_RESOLVED,
  FOYER_REQUEST_DECLINED,
  FOYER_REQUEST_WITHDRAWN,
} FoyerRequestStatus;

/* clang-format off */
#define FOYER_REQUEST_FIELDS(FIELD) \
  FIELD (request, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who asks") \
  FIELD (request, REF, person_id, "personId", .ref = "PortalPerson", .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "the person who asked") \
  FIELD (request, ENUM, kind, "kind", .values = "service complaint quote dispute change", .required = TRUE, \
         .indexed = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .rows = "000-29 000-35 001-20 004-5 004-10 004-11", .about = "what is asked") \
  FIELD (request, ENUM, status, "status", .values = "new open waiting resolved declined withdrawn", \
         .fallback = "\"new\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "004-31", \
         .about = "how far it is") \
  FIELD (request, INTEGER, number, "number", .maximum = 1000000000, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the number people say") \
  FIELD (request, TEXT, subject, "subject", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "in one line") \
  FIELD (request, TEXT, body, "body", .maximum = 10000, .searched = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "what they wrote") \
  FIELD (request, LIST, attachments, "attachments", .blob = TRUE, .maximum = 10, .rows = "001-20", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "photos and files, as {blobId, name, mediaType, size}") \
  FIELD (request, LIST, preferred_times, "preferredTimes", .maximum = 5, .rows = "001-20", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "times they prefer, as {start, end}") \
  FIELD (request, REF, property_id, "propertyId", .ref = "Property", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "the place") \
  FIELD (request, REF, service_id, "serviceId", .ref = "Service", .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, \
         .about = "the work, if they named it") \
  FIELD (request, REF, about_id, "aboutId", .ref = "*", .indexed = TRUE, .rows = "004-5", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "the invoice disputed, the quote to change, the visit complained of") \
  FIELD (request, BOOLEAN, urgent, "urgent", .fallback = "false", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "whether it cannot wait") \
  FIELD (request, ENUM, source, "source", .values = FOYER_SOURCE_WORDS, .fallback = "\"portal\"", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-64", .about = "where it was made") \
  FIELD (request, TIME, requested_at, "requestedAt", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "when it was asked") \
  FIELD (request, REF, assignee_id, "assigneeId", .ref = "StaffMember", .indexed = TRUE, .about = "who sees to it") \
  FIELD (request, TIME, held_until, "heldUntil", .indexed = TRUE, .about = "until when staff put it aside") \
  FIELD (request, REF, outcome_id, "outcomeId", .ref = "*", .indexed = TRUE, \
         .about = "the visit, quote or conversation that came of it") \
  FIELD (request, TEXT, answer, "answer", .maximum = 4000, .personal = TRUE, .about = "what the client reads") \
  FIELD (request, LIST, comments, "comments", .maximum = 500, .personal = TRUE, .policy = FOYER_POLICY_APPEND, \
         .about = "remarks among staff, as {at, by, text}") \
  FIELD (request, REF, decided_by, "decidedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who closed it") \
  FIELD (request, TIME, decided_at, "decidedAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was closed")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (request, FOYER_REQUEST_FIELDS)
