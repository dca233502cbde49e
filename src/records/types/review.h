/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* What a client thought of a visit. */

typedef enum {
  FOYER_REVIEW_GREAT,
  FOYER_REVIEW_FINE,
  FOYER_REVIEW_NOT_GOOD,
} FoyerReviewRating;

/* clang-format off */
#define FOYER_REVIEW_FIELDS(FIELD) \
  FIELD (review, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who says it") \
  FIELD (review, REF, person_id, "personId", .ref = "PortalPerson", .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "the person who says it") \
  FIELD (review, REF, visit_id, "visitId", .ref = "Visit", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "003-10", .about = "about which visit") \
  FIELD (review, ENUM, rating, "rating", .values = "great fine not_good", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "how it was") \
  FIELD (review, TEXT, comment, "comment", .maximum = 4000, .searched = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "in their words") \
  FIELD (review, TIME, at, "at", .required = TRUE, .indexed = TRUE, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "when") \
  FIELD (review, TIME, seen_at, "seenAt", .indexed = TRUE, .about = "when staff took note of it") \
  FIELD (review, TEXT, answer, "answer", .maximum = 4000, .personal = TRUE, .about = "what the office answered")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (review, FOYER_REVIEW_FIELDS)
