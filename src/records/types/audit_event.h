/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Who did what, when, from where. The server writes it, from what it did; nobody changes it. Of what it does not see, that somebody looked at
 * the portal as a client sees it, the console tells (X18), and the server writes in who it was. */

typedef enum {
  FOYER_AUDIT_EVENT_STAFF,
  FOYER_AUDIT_EVENT_PERSON,
  FOYER_AUDIT_EVENT_LINK,
  FOYER_AUDIT_EVENT_SERVER,
} FoyerAuditEventActor;

typedef enum {
  FOYER_AUDIT_EVENT_FROM_CONSOLE,
  FOYER_AUDIT_EVENT_FROM_PORTAL,
  FOYER_AUDIT_EVENT_FROM_SERVER,
} FoyerAuditEventOrigin;

#define FOYER_AUDIT_EVENT_WRITERS (FOYER_WRITER_SERVER | FOYER_WRITER_STAFF | FOYER_WRITER_ONCE)

/* clang-format off */
#define FOYER_AUDIT_EVENT_FIELDS(FIELD) \
  FIELD (audit_event, TIME, at, "at", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_AUDIT_EVENT_WRITERS, .rows = "001-39", .about = "when") \
  FIELD (audit_event, ENUM, actor, "actor", .values = "staff person link server", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_AUDIT_EVENT_WRITERS, .about = "what acted") \
  FIELD (audit_event, REF, actor_id, "actorId", .ref = "*", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_AUDIT_EVENT_WRITERS, .about = "who acted: staff member, portal person or link") \
  FIELD (audit_event, TEXT, actor_name, "actorName", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_AUDIT_EVENT_WRITERS, \
         .about = "their name at that time") \
  FIELD (audit_event, ENUM, origin, "origin", .values = "console portal server", .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_AUDIT_EVENT_WRITERS, .about = "from where") \
  FIELD (audit_event, REF, device_id, "deviceId", .ref = "Device", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "from which console") \
  FIELD (audit_event, TEXT, verb, "verb", .minimum = 1, .maximum = 60, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_AUDIT_EVENT_WRITERS, \
         .about = "what was done: approve, revoke, preview, publish") \
  FIELD (audit_event, TEXT, record_type, "recordType", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_AUDIT_EVENT_WRITERS, \
         .about = "to a record of which type") \
  FIELD (audit_event, REF, record_id, "recordId", .ref = "*", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_AUDIT_EVENT_WRITERS, .about = "to which record") \
  FIELD (audit_event, REF, client_id, "clientId", .ref = "Client", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_AUDIT_EVENT_WRITERS, .about = "whose client page shows it") \
  FIELD (audit_event, TEXT, summary, "summary", .maximum = 500, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_AUDIT_EVENT_WRITERS, \
         .about = "in one line, for staff") \
  FIELD (audit_event, MAP, before, "before", .personal = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "changed fields before; secrets as •••") \
  FIELD (audit_event, MAP, after, "after", .personal = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "changed fields after; secrets as •••")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (audit_event, FOYER_AUDIT_EVENT_FIELDS)
