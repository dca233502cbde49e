/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A host name of the business's own and how far its verification came. */

typedef enum {
  FOYER_DOMAIN_PORTAL,
  FOYER_DOMAIN_MAIL,
} FoyerDomainPurpose;

typedef enum {
  FOYER_DOMAIN_PENDING,
  FOYER_DOMAIN_VERIFIED,
  FOYER_DOMAIN_FAILED,
} FoyerDomainStatus;

/* clang-format off */
#define FOYER_DOMAIN_FIELDS(FIELD) \
  FIELD (domain, TEXT, host, "host", .minimum = 4, .maximum = 253, .pattern = FOYER_PATTERN_HOST, .required = TRUE, \
         .searched = TRUE, .indexed = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-45 000-47", \
         .about = "the host name") \
  FIELD (domain, ENUM, purpose, "purpose", .values = "portal mail", .fallback = "\"portal\"", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-47", .about = "what it is for") \
  FIELD (domain, ENUM, status, "status", .values = "pending verified failed", .fallback = "\"pending\"", \
         .required = TRUE, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .rows = "000-50 000-51 000-52", \
         .about = "what the last look found") \
  FIELD (domain, TEXT, reason, "reason", .maximum = 1000, .writers = FOYER_WRITER_SERVER, .rows = "000-52", \
         .about = "why it failed, in a sentence") \
  FIELD (domain, BOOLEAN, is_primary, "primary", .fallback = "false", .policy = FOYER_POLICY_STRICT, \
         .rows = "000-54", .about = "whether portal addresses use it; one an organisation, verified ones only") \
  FIELD (domain, LIST, records, "records", .maximum = 20, .writers = FOYER_WRITER_SERVER, .rows = "000-48 000-49", \
         .about = "DNS records as {type, name, value, found, ok}") \
  FIELD (domain, TIME, checked_at, "checkedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was last looked at") \
  FIELD (domain, TIME, next_check_at, "nextCheckAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when it is looked at next") \
  FIELD (domain, TIME, check_wanted_at, "checkWantedAt", .rows = "000-49", .about = "when staff asked for a look") \
  FIELD (domain, TIME, verified_at, "verifiedAt", .writers = FOYER_WRITER_SERVER, .about = "when it was first verified")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (domain, FOYER_DOMAIN_FIELDS)
