/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* What was agreed with a client for a time: a maintenance contract. */

typedef enum {
  FOYER_CONTRACT_DRAFT,
  FOYER_CONTRACT_SENT,
  FOYER_CONTRACT_ACTIVE,
  FOYER_CONTRACT_DECLINED,
  FOYER_CONTRACT_ENDED,
} FoyerContractStatus;

/* clang-format off */
#define FOYER_CONTRACT_FIELDS(FIELD) \
  FIELD (contract, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "with whom") \
  FIELD (contract, TEXT, number, "number", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .about = "its number") \
  FIELD (contract, TEXT, title, "title", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .rows = "002-1 004-14", .about = "its title") \
  FIELD (contract, ENUM, status, "status", .values = "draft sent active declined ended", .fallback = "\"draft\"", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "004-6", .about = "its state") \
  FIELD (contract, REF, plan_id, "planId", .ref = "Plan", .indexed = TRUE, .about = "the plan that it is the paper of") \
  FIELD (contract, REF, document_id, "documentId", .ref = "Document", .policy = FOYER_POLICY_STRICT, .rows = "000-34", \
         .about = "its text, to be signed") \
  FIELD (contract, TEXT, summary, "summary", .maximum = 4000, .searched = TRUE, .about = "what it says, for clients") \
  FIELD (contract, MONEY, value, "value", .policy = FOYER_POLICY_STRICT, .about = "worth of a year") \
  FIELD (contract, REFS, property_ids, "propertyIds", .ref = "Property", .maximum = 500, .rows = "004-7", \
         .about = "sites covered") \
  FIELD (contract, DATE, start_on, "startOn", .about = "first day") \
  FIELD (contract, DATE, end_on, "endOn", .indexed = TRUE, .about = "last day") \
  FIELD (contract, BOOLEAN, auto_renew, "autoRenew", .fallback = "false", .about = "whether it renews by itself") \
  FIELD (contract, TIME, signed_at, "signedAt", .writers = FOYER_WRITER_SERVER, .about = "when the client signed") \
  FIELD (contract, REF, signed_by, "signedBy", .ref = "PortalPerson", .writers = FOYER_WRITER_SERVER, \
         .about = "who signed") \
  FIELD (contract, TEXT, notes, "notes", .maximum = 4000, .policy = FOYER_POLICY_MERGE, .about = "for staff")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (contract, FOYER_CONTRACT_FIELDS)
