/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/*
 * One sign-in to the portal and what it granted. Effective access is what was granted then and is allowed now. The server makes
 * sessions; all that staff may do is end them.
 */

typedef enum {
  FOYER_PORTAL_SESSION_OPEN,
  FOYER_PORTAL_SESSION_ENDED,
} FoyerPortalSessionStatus;

/* clang-format off */
#define FOYER_PORTAL_SESSION_FIELDS(FIELD) \
  FIELD (portal_session, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "whose portal") \
  FIELD (portal_session, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who signed in; absent for an anonymous link") \
  FIELD (portal_session, REF, link_id, "linkId", .ref = "PortalLink", .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "by which link") \
  FIELD (portal_session, ENUM, method, "method", .values = FOYER_SIGN_IN_METHOD_WORDS, .required = TRUE, \
         .writers = FOYER_WRITER_SERVER, .about = "how; a check may raise it later") \
  FIELD (portal_session, ENUM, status, "status", .values = "open ended", .fallback = "\"open\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "001-28 001-55", \
         .about = "whether it was ended; staff may end it") \
  FIELD (portal_session, TIME, started_at, "startedAt", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "when it began") \
  FIELD (portal_session, TIME, seen_at, "seenAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was last used") \
  FIELD (portal_session, TIME, expires_at, "expiresAt", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER, .rows = "000-18", .about = "when it ends by itself (D20)") \
  FIELD (portal_session, TIME, ended_at, "endedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was ended") \
  FIELD (portal_session, INTEGER, settings_version, "settingsVersion", .maximum = 1000000000, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "003-7", \
         .about = "version of the settings at sign-in (D46)") \
  FIELD (portal_session, TEXTS, scopes, "scopes", .values = FOYER_SCOPE_WORDS, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "what it was granted to see") \
  FIELD (portal_session, TEXTS, permissions, "permissions", .values = FOYER_PERMISSION_WORDS, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "what it was granted to do") \
  FIELD (portal_session, TEXT, agent, "agent", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "browser and system") \
  FIELD (portal_session, TEXT, address, "address", .maximum = 64, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "network address")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (portal_session, FOYER_PORTAL_SESSION_FIELDS)
