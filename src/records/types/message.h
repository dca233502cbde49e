/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/*
 * One message, note or system line. Its words never change; what changes is how far it came. A scheduled message waits on the
 * server and is cancelled there if the client writes first.
 */

typedef enum {
  FOYER_MESSAGE_CLIENT,
  FOYER_MESSAGE_TEAM,
  FOYER_MESSAGE_NOTE,
  FOYER_MESSAGE_SYSTEM,
} FoyerMessageKind;

typedef enum {
  FOYER_MESSAGE_PORTAL,
  FOYER_MESSAGE_EMAIL,
  FOYER_MESSAGE_SMS,
} FoyerMessageChannel;

typedef enum {
  FOYER_MESSAGE_SENT,
  FOYER_MESSAGE_SCHEDULED,
  FOYER_MESSAGE_DELIVERED,
  FOYER_MESSAGE_READ,
  FOYER_MESSAGE_FAILED,
  FOYER_MESSAGE_CANCELLED,
} FoyerMessageStatus;

/* clang-format off */
#define FOYER_MESSAGE_FIELDS(FIELD) \
  FIELD (message, REF, conversation_id, "conversationId", .ref = "Conversation", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "where it stands") \
  FIELD (message, ENUM, kind, "kind", .values = "client team note system", .fallback = "\"team\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "from whom; notes and system lines are for staff") \
  FIELD (message, REF, person_id, "personId", .ref = "PortalPerson", .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who of the client wrote it") \
  FIELD (message, REF, staff_id, "staffId", .ref = "StaffMember", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who of the team wrote it") \
  FIELD (message, TEXT, body, "body", .maximum = 20000, .required = TRUE, .searched = TRUE, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .rows = "000-32 001-22", .about = "its words") \
  FIELD (message, LIST, attachments, "attachments", .blob = TRUE, \
         .maximum = 10, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-33 001-22", \
         .about = "photos and files, as {blobId, name, mediaType, size}") \
  FIELD (message, REF, about_id, "aboutId", .ref = "*", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .rows = "000-33", \
         .about = "a record shown under it") \
  FIELD (message, ENUM, channel, "channel", .values = "portal email sms", .fallback = "\"portal\"", .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "how it travels") \
  FIELD (message, TIME, sent_at, "sentAt", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "when it was sent or is to be sent; the server puts its own time at arrival") \
  FIELD (message, TIME, send_at, "sendAt", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "when a scheduled message leaves") \
  FIELD (message, BOOLEAN, cancel_on_reply, "cancelOnReply", .fallback = "false", \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "whether it is cancelled if the client writes first") \
  FIELD (message, ENUM, status, "status", .values = "sent scheduled delivered read failed cancelled", \
         .fallback = "\"sent\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "how far it came; staff only cancel what is scheduled and retry what failed") \
  FIELD (message, TEXT, failure, "failure", .maximum = 500, .writers = FOYER_WRITER_SERVER, .about = "why it failed") \
  FIELD (message, TIME, delivered_at, "deliveredAt", .writers = FOYER_WRITER_SERVER, .about = "when it arrived") \
  FIELD (message, TIME, read_at, "readAt", .writers = FOYER_WRITER_SERVER, .about = "when the client read it")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (message, FOYER_MESSAGE_FIELDS)
