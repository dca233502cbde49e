/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* An offer of work at a price. What it says stands in its versions; what was sent never changes. */

typedef enum {
  FOYER_QUOTE_DRAFT,
  FOYER_QUOTE_SENT,
  FOYER_QUOTE_CHANGES,
  FOYER_QUOTE_APPROVED,
  FOYER_QUOTE_DECLINED,
  FOYER_QUOTE_EXPIRED,
  FOYER_QUOTE_WITHDRAWN,
} FoyerQuoteStatus;

/* clang-format off */
#define FOYER_QUOTE_FIELDS(FIELD) \
  FIELD (quote, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "for whom") \
  FIELD (quote, REF, property_id, "propertyId", .ref = "Property", .indexed = TRUE, .about = "where the work would be") \
  FIELD (quote, TEXT, number, "number", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .about = "its number") \
  FIELD (quote, TEXT, title, "title", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .about = "in one line") \
  FIELD (quote, ENUM, status, "status", .values = "draft sent changes approved declined expired withdrawn", \
         .fallback = "\"draft\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-21 001-17", .about = "its state; changes if the client asked for some") \
  FIELD (quote, REF, version_id, "versionId", .ref = "QuoteVersion", .policy = FOYER_POLICY_STRICT, \
         .about = "what it says now") \
  FIELD (quote, MONEY, total, "total", .writers = FOYER_WRITER_SERVER, .about = "total of that version") \
  FIELD (quote, DATE, valid_until, "validUntil", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "000-28", \
         .about = "last day on which it can be approved (D40)") \
  FIELD (quote, TIME, sent_at, "sentAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was last sent") \
  FIELD (quote, TIME, viewed_at, "viewedAt", .writers = FOYER_WRITER_SERVER, .about = "when the client last looked") \
  FIELD (quote, REF, prepared_by, "preparedBy", .ref = "StaffMember", .about = "who made it") \
  FIELD (quote, REF, request_id, "requestId", .ref = "Request", .indexed = TRUE, \
         .about = "the request that it answers") \
  FIELD (quote, REF, decided_by, "decidedBy", .ref = "PortalPerson", .writers = FOYER_WRITER_SERVER, \
         .about = "who answered") \
  FIELD (quote, TEXT, decided_name, "decidedName", .maximum = 120, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .writers = FOYER_WRITER_SERVER, .about = "the name they gave") \
  FIELD (quote, TIME, decided_at, "decidedAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when they answered") \
  FIELD (quote, ENUM, decided_via, "decidedVia", .values = FOYER_SOURCE_WORDS, .writers = FOYER_WRITER_SERVER, \
         .rows = "001-64", .about = "where they answered") \
  FIELD (quote, TEXT, answer, "answer", .maximum = 4000, .personal = TRUE, .writers = FOYER_WRITER_SERVER, \
         .rows = "000-29", .about = "what they wrote: the change they want, or why they decline") \
  FIELD (quote, LIST, history, "history", .maximum = 200, .writers = FOYER_WRITER_SERVER, \
         .policy = FOYER_POLICY_APPEND, .rows = "000-21", .about = "what happened, as {at, by, what, text, version}")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (quote, FOYER_QUOTE_FIELDS)
