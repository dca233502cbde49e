/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* One invitation of one person. A re-send is a new invite; the one it replaces is revoked, expired ones stay. */

typedef enum {
  FOYER_INVITE_QUEUED,
  FOYER_INVITE_SENT,
  FOYER_INVITE_DELIVERED,
  FOYER_INVITE_BOUNCED,
  FOYER_INVITE_OPENED,
  FOYER_INVITE_REGISTERED,
  FOYER_INVITE_EXPIRED,
  FOYER_INVITE_REVOKED,
} FoyerInviteStatus;

typedef enum {
  FOYER_INVITE_INCLUDE_SIGN_IN,
  FOYER_INVITE_INCLUDE_QUOTES,
  FOYER_INVITE_INCLUDE_PAY,
  FOYER_INVITE_INCLUDE_REQUESTS,
  FOYER_INVITE_INCLUDE_LEAFLET,
} FoyerInviteInclude;

/* clang-format off */
#define FOYER_INVITE_FIELDS(FIELD) \
  FIELD (invite, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-5", .about = "to whose portal") \
  FIELD (invite, REF, person_id, "personId", .ref = "PortalPerson", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "004-22", .about = "who is invited") \
  FIELD (invite, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .searched = TRUE, \
         .personal = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-23", \
         .about = "where it goes (D09)") \
  FIELD (invite, ENUM, delivery, "delivery", .values = FOYER_INVITE_DELIVERY_WORDS, .fallback = "\"link\"", \
         .required = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "004-23 004-24 004-25", \
         .about = "how they get in") \
  FIELD (invite, TEXT, password, "password", .minimum = 12, .maximum = 200, .secret = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "004-24", .about = "the password that staff set") \
  FIELD (invite, BOOLEAN, send_mail, "sendMail", .fallback = "true", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "false if staff hand the link over themselves") \
  FIELD (invite, TEXT, note, "note", .maximum = 2000, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-44", .about = "personal words in the mail") \
  FIELD (invite, TEXTS, include, "include", .values = "sign_in quotes pay requests leaflet", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-46 001-57 001-58 001-59 001-60", \
         .about = "which explanations stand in the mail") \
  FIELD (invite, REF, replaces_id, "replacesId", .ref = "Invite", .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .rows = "001-27 001-48", .about = "the invite that this re-send kills") \
  FIELD (invite, ENUM, status, "status", .values = "queued sent delivered bounced opened registered expired revoked", \
         .fallback = "\"queued\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .rows = "001-8 001-38", .about = "how far it came; staff only revoke") \
  FIELD (invite, TEXT, last_four, "lastFour", .maximum = 4, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .about = "last characters of its link") \
  FIELD (invite, TIME, expires_at, "expiresAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "001-38", \
         .about = "when its link dies (D08)") \
  FIELD (invite, TIME, sent_at, "sentAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it left (D06)") \
  FIELD (invite, TIME, delivered_at, "deliveredAt", .writers = FOYER_WRITER_SERVER, .about = "when it arrived (D07)") \
  FIELD (invite, TIME, bounced_at, "bouncedAt", .writers = FOYER_WRITER_SERVER, .about = "when it came back") \
  FIELD (invite, TEXT, bounce_reason, "bounceReason", .maximum = 500, .writers = FOYER_WRITER_SERVER, \
         .about = "why it came back") \
  FIELD (invite, TIME, opened_at, "openedAt", .writers = FOYER_WRITER_SERVER, .rows = "001-9", \
         .about = "when it was opened") \
  FIELD (invite, TIME, registered_at, "registeredAt", .writers = FOYER_WRITER_SERVER, .rows = "001-9", \
         .about = "when onboarding was finished (D11)") \
  FIELD (invite, TIME, revoked_at, "revokedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was revoked") \
  FIELD (invite, REF, revoked_by, "revokedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "by whom") \
  FIELD (invite, REF, invited_by, "invitedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who invited")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (invite, FOYER_INVITE_FIELDS)
