/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* One step of somebody's way into the portal, or what stopped them. Staff read here what the portal never says. */

typedef enum {
  FOYER_SIGN_IN_EVENT_SIGNED_IN,
  FOYER_SIGN_IN_EVENT_SENT,
  FOYER_SIGN_IN_EVENT_OPENED,
  FOYER_SIGN_IN_EVENT_WRONG,
  FOYER_SIGN_IN_EVENT_EXPIRED,
  FOYER_SIGN_IN_EVENT_USED,
  FOYER_SIGN_IN_EVENT_REVOKED,
  FOYER_SIGN_IN_EVENT_UNKNOWN,
  FOYER_SIGN_IN_EVENT_NOT_ALLOWED,
  FOYER_SIGN_IN_EVENT_RATE_LIMITED,
  FOYER_SIGN_IN_EVENT_LOCKED,
  FOYER_SIGN_IN_EVENT_SCANNER,
  FOYER_SIGN_IN_EVENT_SIGNED_OUT,
} FoyerSignInEventOutcome;

/* clang-format off */
#define FOYER_SIGN_IN_EVENT_FIELDS(FIELD) \
  FIELD (sign_in_event, TIME, at, "at", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "001-56", .about = "when") \
  FIELD (sign_in_event, REF, client_id, "clientId", .ref = "Client", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "to whose portal, if known") \
  FIELD (sign_in_event, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who, if known") \
  FIELD (sign_in_event, REF, link_id, "linkId", .ref = "PortalLink", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "by which direct link") \
  FIELD (sign_in_event, REF, session_id, "sessionId", .ref = "PortalSession", .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "the session that came of it") \
  FIELD (sign_in_event, ENUM, method, "method", .values = FOYER_SIGN_IN_METHOD_WORDS, .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "how they tried") \
  FIELD (sign_in_event, ENUM, outcome, "outcome", \
         .values = "signed_in sent opened wrong expired used revoked unknown not_allowed rate_limited locked scanner signed_out", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "000-68", \
         .about = "what happened (D15, D16, D17, D19)") \
  FIELD (sign_in_event, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .personal = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "the address they typed") \
  FIELD (sign_in_event, TEXT, reason, "reason", .maximum = 500, .pattern = FOYER_PATTERN_LINE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "why not, for staff") \
  FIELD (sign_in_event, TEXT, agent, "agent", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "browser and system") \
  FIELD (sign_in_event, TEXT, address, "address", .maximum = 64, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "network address") \
  FIELD (sign_in_event, BOOLEAN, new_device, "newDevice", .fallback = "false", \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "001-56", \
         .about = "whether that person was never seen with this browser")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (sign_in_event, FOYER_SIGN_IN_EVENT_FIELDS)
