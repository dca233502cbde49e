/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* What one client and the office write to each other about one thing: a row of the inbox. */

typedef enum {
  FOYER_CONVERSATION_OPEN,
  FOYER_CONVERSATION_DONE,
} FoyerConversationStatus;

typedef enum {
  FOYER_CONVERSATION_LAST_CLIENT,
  FOYER_CONVERSATION_LAST_TEAM,
  FOYER_CONVERSATION_LAST_SYSTEM,
} FoyerConversationLast;

/* clang-format off */
#define FOYER_CONVERSATION_FIELDS(FIELD) \
  FIELD (conversation, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-32", .about = "with whom") \
  FIELD (conversation, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, \
         .about = "who began or answers it") \
  FIELD (conversation, TEXT, subject, "subject", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "in one line") \
  FIELD (conversation, REF, about_id, "aboutId", .ref = "*", .indexed = TRUE, .rows = "000-29 001-17", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "the visit, invoice or quote it is about") \
  FIELD (conversation, ENUM, status, "status", .values = "open done", .fallback = "\"open\"", .required = TRUE, \
         .indexed = TRUE, .about = "whether somebody must still act") \
  FIELD (conversation, REF, assignee_id, "assigneeId", .ref = "StaffMember", .indexed = TRUE, .about = "who answers") \
  FIELD (conversation, TIME, snoozed_until, "snoozedUntil", .indexed = TRUE, .about = "until when it is out of sight") \
  FIELD (conversation, BOOLEAN, snooze_firm, "snoozeFirm", .fallback = "false", \
         .about = "whether it stays out of sight even if they reply") \
  FIELD (conversation, REFS, label_ids, "labelIds", .ref = "Label", .maximum = 20, .about = "labels") \
  FIELD (conversation, BOOLEAN, urgent, "urgent", .fallback = "false", .required = TRUE, .indexed = TRUE, \
         .about = "whether it cannot wait") \
  FIELD (conversation, MAP, read_by, "readBy", .policy = FOYER_POLICY_MERGE, \
         .about = "staff member to the time up to which they read") \
  FIELD (conversation, MAP, starred_by, "starredBy", .policy = FOYER_POLICY_MERGE, .about = "staff member to true") \
  FIELD (conversation, TIME, client_read_at, "clientReadAt", .writers = FOYER_WRITER_SERVER | FOYER_WRITER_CLIENT, \
         .about = "up to when the client read") \
  FIELD (conversation, TIME, last_at, "lastAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when the last message came") \
  FIELD (conversation, ENUM, last_from, "lastFrom", .values = "client team system", .writers = FOYER_WRITER_SERVER, \
         .about = "from whom it came") \
  FIELD (conversation, TEXT, snippet, "snippet", .maximum = 300, .personal = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "how it begins") \
  FIELD (conversation, TIME, waiting_since, "waitingSince", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "since when the client waits for an answer") \
  FIELD (conversation, INTEGER, message_count, "messageCount", .maximum = 10000000, .fallback = "0", \
         .writers = FOYER_WRITER_SERVER, .about = "its messages") \
  FIELD (conversation, BOOLEAN, has_photo, "hasPhoto", .fallback = "false", \
         .writers = FOYER_WRITER_SERVER, .about = "whether a message has a photo") \
  FIELD (conversation, REF, merged_into_id, "mergedIntoId", .ref = "Conversation", .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .about = "the conversation that this one became part of")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (conversation, FOYER_CONVERSATION_FIELDS)
