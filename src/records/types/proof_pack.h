/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* What proves that a visit was done well: its report, chosen photos and checks, published as one thing. */

typedef enum {
  FOYER_PROOF_PACK_DRAFT,
  FOYER_PROOF_PACK_PUBLISHED,
  FOYER_PROOF_PACK_WITHDRAWN,
} FoyerProofPackStatus;

/* clang-format off */
#define FOYER_PROOF_PACK_FIELDS(FIELD) \
  FIELD (proof_pack, REF, visit_id, "visitId", .ref = "Visit", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "002-22", .about = "of which visit") \
  FIELD (proof_pack, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "for whom") \
  FIELD (proof_pack, ENUM, status, "status", .values = "draft published withdrawn", .fallback = "\"draft\"", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "002-20", \
         .about = "whether the client may see it (D34)") \
  FIELD (proof_pack, TEXT, summary, "summary", .maximum = 10000, .searched = TRUE, .personal = TRUE, \
         .about = "what was done") \
  FIELD (proof_pack, REFS, photo_ids, "photoIds", .ref = "Photo", .maximum = 100, .policy = FOYER_POLICY_STRICT, \
         .about = "its photos, in order") \
  FIELD (proof_pack, LIST, checks, "checks", .maximum = 200, .about = "what was checked, as {name, result, ok}") \
  FIELD (proof_pack, TEXT, signed_by, "signedBy", .maximum = 120, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .about = "who signed on site") \
  FIELD (proof_pack, TIME, signed_at, "signedAt", .about = "when they signed") \
  FIELD (proof_pack, TIME, published_at, "publishedAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was published") \
  FIELD (proof_pack, REF, published_by, "publishedBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "by whom") \
  FIELD (proof_pack, TIME, opened_at, "openedAt", .writers = FOYER_WRITER_SERVER, .rows = "002-23", \
         .about = "when the client last opened it")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (proof_pack, FOYER_PROOF_PACK_FIELDS)
