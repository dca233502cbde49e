/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

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
  FIELD (booking, ENUM, status, "status", \
         .values = "pending countered approved declined withdrawn cancelled expired", .fallback = "\"pending\"", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "000-39", .about = "where the decision stands") \
  FIELD (booking, REF, service_id, "serviceId", .ref = "Service", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-43", .about = "the work") \
  FIELD (booking, REF, property_id, "propertyId", .ref = "Property", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-41", .about = "the place") \
  FIELD (booking, TIME, start, "start", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "start of the arrival window") \
  FIELD (booking, TIME, end, "end", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "end of the time taken") \
  FIELD (booking, REF, crew_id, "crewId", .ref = "CrewMember", .policy = FOYER_POLICY_STRICT, \
         .about = "who would go; the server proposes when the client asks") \
  FIELD (booking, TEXT, note, "note", .maximum = 4000, .searched = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "what the client wrote") \
  FIELD (booking, TIME, requested_at, "requestedAt", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "when it was asked; lead time counts from here (B09)") \
  FIELD (booking, TEXT, reason, "reason", .maximum = 1000, .rows = "X21", \
         .about = "why it was declined, in words the client reads") \
  FIELD (booking, TEXT, override, "override", .maximum = 1000, .about = "why it was approved against a block") \
  FIELD (booking, REF, decided_by, "decidedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who decided") \
  FIELD (booking, TIME, decided_at, "decidedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was decided") \
  FIELD (booking, REF, visit_id, "visitId", .ref = "Visit", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "the visit that came of it, or that is to be moved or cancelled") \
  FIELD (booking, TIME, told_at, "toldAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when the client was told; after it nothing is undone")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (booking, FOYER_BOOKING_FIELDS)
