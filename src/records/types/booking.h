/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* A client's wish for a time: to have it, to move it, or to give it back. */

typedef enum {
  FOYER_BOOKING_PENDING,
  FOYER_BOOKING_COUNTERED,
  FOYER_BOOKING_APPROVED,
  FOYER_BOOKING_DECLINED,
  FOYER_BOOKING_WITHDRAWN,
  FOYER_BOOKING_CANCELLED,
  FOYER_BOOKING_EXPIRED,
} FoyerBookingStatus;

typedef enum {
  FOYER_BOOKING_NEW,
  FOYER_BOOKING_RESCHEDULE,
  FOYER_BOOKING_CANCEL,
} FoyerBookingKind;

/* clang-format off */
#define FOYER_BOOKING_FIELDS(FIELD) \
  FIELD (booking, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who asks") \
  FIELD (booking, REF, person_id, "personId", .ref = "PortalPerson", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "the person who asked, if the link names one") \
  FIELD (booking, ENUM, kind, "kind", .values = "new reschedule cancel", .fallback = "\"new\"", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-42", .about = "what is wished") \
  FIELD (booking, ENUM, status, "status", .values = "pending countered approved declined withdrawn cancelled expired", \
         .fallback = "\"pending\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-39", .about = "where the decision stands") \
  FIELD (booking, REF, service_id, "serviceId", .ref = "Service", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-43", \
         .about = "the work") \
  FIELD (booking, REF, property_id, "propertyId", .ref = "Property", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-41", \
         .about = "the place") \
  FIELD (booking, TIME, start, "start", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "start of the arrival window") \
  FIELD (booking, TIME, end, "end", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "end of the time taken") \
  FIELD (booking, REF, crew_id, "crewId", .ref = "CrewMember", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "who would go; the server proposes when the client asks") \
  FIELD (booking, TEXT, note, "note", .maximum = 4000, .searched = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "what the client wrote") \
  FIELD (booking, TIME, requested_at, "requestedAt", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "when it was asked; lead time counts from here (B09)") \
  FIELD (booking, TEXT, reason, "reason", .maximum = 1000, .rows = "X21", \
         .about = "why it was declined, in words the client reads") \
  FIELD (booking, TEXT, override, "override", .maximum = 1000, .about = "why it was approved against a block") \
  FIELD (booking, REF, decided_by, "decidedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who decided") \
  FIELD (booking, TIME, decided_at, "decidedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was decided") \
  FIELD (booking, REF, visit_id, "visitId", .ref = "Visit", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the visit that came of it, or that is to be moved or cancelled") \
  FIELD (booking, TIME, told_at, "toldAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when the client was told; after it nothing is undone") \
  FIELD (booking, INTEGER, number, "number", .maximum = 1000000000, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the number people say") \
  FIELD (booking, ENUM, source, "source", .values = FOYER_SOURCE_WORDS, .fallback = "\"portal\"", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-64", .about = "where it was made") \
  FIELD (booking, BOOLEAN, urgent, "urgent", .fallback = "false", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "whether it cannot wait") \
  FIELD (booking, LIST, attachments, "attachments", .blob = TRUE, .maximum = 10, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "photos and files, as {blobId, name, mediaType, size}") \
  FIELD (booking, LIST, offers, "offers", .maximum = 3, .policy = FOYER_POLICY_STRICT, \
         .about = "other times that the office offers, as {start, end, crewId}") \
  FIELD (booking, TIME, offers_until, "offersUntil", .policy = FOYER_POLICY_STRICT, \
         .about = "until when they are held") \
  FIELD (booking, TEXT, message, "message", .maximum = 4000, .personal = TRUE, \
         .about = "what the client reads with the decision") \
  FIELD (booking, BOOLEAN, quiet, "quiet", .fallback = "false", \
         .about = "whether the client is not told of the decision") \
  FIELD (booking, TIME, held_until, "heldUntil", .indexed = TRUE, .about = "until when staff put it aside") \
  FIELD (booking, TEXT, held_for, "heldFor", .maximum = 200, .pattern = FOYER_PATTERN_LINE, \
         .about = "what staff wait for") \
  FIELD (booking, TIME, expires_at, "expiresAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "X21", \
         .about = "when it expires undecided (B21)")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (booking, FOYER_BOOKING_FIELDS)
