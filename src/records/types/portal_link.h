/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* A direct link into one client's portal. Its secret is no field: it is issued once, and only a hash of it is kept elsewhere. */

typedef enum {
  FOYER_PORTAL_LINK_ORIGIN_STAFF,
  FOYER_PORTAL_LINK_ORIGIN_QUOTE,
  FOYER_PORTAL_LINK_ORIGIN_INVOICE,
  FOYER_PORTAL_LINK_ORIGIN_APPOINTMENT,
  FOYER_PORTAL_LINK_ORIGIN_DOCUMENT,
  FOYER_PORTAL_LINK_ORIGIN_MESSAGE,
} FoyerPortalLinkOrigin;

typedef enum {
  FOYER_PORTAL_LINK_LIVE,
  FOYER_PORTAL_LINK_REVOKED,
} FoyerPortalLinkStatus;

/* clang-format off */
#define FOYER_PORTAL_LINK_FIELDS(FIELD) \
  FIELD (portal_link, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-9", .about = "whose portal it opens") \
  FIELD (portal_link, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "for whom; absent for anybody of the client") \
  FIELD (portal_link, ENUM, origin, "origin", .values = "staff quote invoice appointment document message", \
         .fallback = "\"staff\"", .required = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .rows = "000-11", .about = "in what it was sent") \
  FIELD (portal_link, REF, origin_id, "originId", .ref = "*", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "the record that it was sent with") \
  FIELD (portal_link, TEXTS, scopes, "scopes", .values = FOYER_SCOPE_WORDS, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-20 000-26", .about = "what it shows; absent for all that the client may see (D24)") \
  FIELD (portal_link, TEXTS, may, "may", .values = FOYER_LINK_MAY_WORDS, .policy = FOYER_POLICY_STRICT, \
         .about = "what its bearer may do; absent for the organisation's setting") \
  FIELD (portal_link, ENUM, status, "status", .values = "live revoked", .fallback = "\"live\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "000-13 000-63", \
         .about = "whether it was revoked (D15)") \
  FIELD (portal_link, TIME, expires_at, "expiresAt", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-14 000-64", .about = "when it dies, if no unpaid invoice keeps it alive (D16)") \
  FIELD (portal_link, TEXT, last_four, "lastFour", .maximum = 4, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .about = "last characters of the link") \
  FIELD (portal_link, TIME, issued_at, "issuedAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when its present secret was made") \
  FIELD (portal_link, TIME, checked_at, "checkedAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when its bearer was last checked (A7, recheck_after_days)") \
  FIELD (portal_link, TIME, opened_at, "openedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was last opened") \
  FIELD (portal_link, INTEGER, open_count, "openCount", .fallback = "0", .writers = FOYER_WRITER_SERVER, \
         .about = "how often it was opened") \
  FIELD (portal_link, TIME, revoked_at, "revokedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was revoked") \
  FIELD (portal_link, REF, revoked_by, "revokedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "by whom")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (portal_link, FOYER_PORTAL_LINK_FIELDS)
