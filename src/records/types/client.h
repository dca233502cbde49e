/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* Somebody the business works for: a person or a company. */

typedef enum {
  FOYER_CLIENT_PERSON,
  FOYER_CLIENT_COMPANY,
} FoyerClientKind;

/* clang-format off */
#define FOYER_CLIENT_FIELDS(FIELD) \
  FIELD (client, TEXT, name, "name", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .indexed = TRUE, .personal = TRUE, .about = "the name on invoices") \
  FIELD (client, ENUM, kind, "kind", .values = "person company", .fallback = "\"person\"", .required = TRUE, \
         .about = "whether it is a person or a company") \
  FIELD (client, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .searched = TRUE, \
         .indexed = TRUE, .personal = TRUE, .rows = "001-23 001-43", .about = "main address for mail") \
  FIELD (client, TEXT, phone, "phone", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, .searched = TRUE, \
         .personal = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "main phone number") \
  FIELD (client, MAP, contacts, "contacts", .maximum = 50, .personal = TRUE, .policy = FOYER_POLICY_MERGE, \
         .rows = "000-16", .about = "further contacts, key to {name, role, email, phone}") \
  FIELD (client, TEXT, street, "street", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .about = "street and number of the billing address") \
  FIELD (client, TEXT, city, "city", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, .personal = TRUE, \
         .about = "city of the billing address") \
  FIELD (client, TEXT, region, "region", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .about = "state or region of the billing address") \
  FIELD (client, TEXT, postcode, "postcode", .maximum = 20, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .about = "postal code of the billing address") \
  FIELD (client, TEXT, country, "country", .maximum = 2, .pattern = FOYER_PATTERN_LINE, .about = "ISO 3166 code") \
  FIELD (client, TEXT, language, "language", .maximum = 35, .pattern = FOYER_PATTERN_LANGUAGE, \
         .about = "language of its mails, if not the organisation's") \
  FIELD (client, TEXT, notes, "notes", .maximum = 20000, .searched = TRUE, .personal = TRUE, \
         .policy = FOYER_POLICY_MERGE, .about = "what staff know; never shown to clients") \
  FIELD (client, REFS, label_ids, "labelIds", .ref = "Label", .maximum = 20, .about = "labels") \
  FIELD (client, BOOLEAN, portal_enabled, "portalEnabled", .fallback = "true", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "001-29", .about = "whether the portal is open to this client (D02)") \
  FIELD (client, REF, portal_changed_by, "portalChangedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who last switched it") \
  FIELD (client, TIME, portal_changed_at, "portalChangedAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when it was switched") \
  FIELD (client, TEXTS, scopes, "scopes", .values = FOYER_SCOPE_WORDS, .policy = FOYER_POLICY_STRICT, .rows = "000-27", \
         .about = "what this client may see; absent for the default (D23)") \
  FIELD (client, ENUM, direct_links, "directLinks", .values = FOYER_DIRECT_LINKS_WORDS, .policy = FOYER_POLICY_STRICT, \
         .rows = "001-37", .about = "stricter direct links than the organisation's; absent for the same") \
  FIELD (client, ENUM, sso, "sso", .values = FOYER_SSO_WORDS, .policy = FOYER_POLICY_STRICT, .rows = "001-37", \
         .about = "stricter single sign-on than the organisation's (D13)") \
  FIELD (client, INTEGER, session_hours, "sessionHours", .minimum = 1, .maximum = 8760, .policy = FOYER_POLICY_STRICT, \
         .about = "shorter sessions than the organisation's") \
  FIELD (client, ENUM, step_up, "stepUp", .values = FOYER_STEP_UP_WORDS, .policy = FOYER_POLICY_STRICT, \
         .about = "a stricter check before signing") \
  FIELD (client, BOOLEAN, blocked, "blocked", .fallback = "false", .policy = FOYER_POLICY_STRICT, \
         .about = "whether bookings warn (B16)") \
  FIELD (client, TEXT, blocked_reason, "blockedReason", .maximum = 1000, .about = "why it is blocked, for staff") \
  FIELD (client, REF, bill_to_id, "billToId", .ref = "Client", .about = "who pays instead (D33)") \
  FIELD (client, REF, merged_into_id, "mergedIntoId", .ref = "Client", .indexed = TRUE, \
         .about = "the client that this duplicate became (D27)") \
  FIELD (client, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer served")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (client, FOYER_CLIENT_FIELDS)
