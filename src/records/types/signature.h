/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* One signature. Each names the hash of the one before, so that none can be changed or taken out unseen. */

typedef enum {
  FOYER_SIGNATURE_TYPED,
  FOYER_SIGNATURE_DRAWN,
} FoyerSignatureMethod;

typedef enum {
  FOYER_SECOND_CHECK_CODE,
} FoyerSecondCheck;

/* clang-format off */
#define FOYER_SIGNATURE_FIELDS(FIELD) \
  FIELD (signature, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "for whom it was signed") \
  FIELD (signature, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who signed, if they were signed in") \
  FIELD (signature, REF, subject_id, "subjectId", .ref = "*", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "000-28 000-34", \
         .about = "the quote version, document or contract") \
  FIELD (signature, TEXT, content_hash, "contentHash", .minimum = 64, .maximum = 64, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "SHA-256 of what was signed, its paper (docs/signatures.md)") \
  FIELD (signature, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .personal = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, .about = "the name that was typed") \
  FIELD (signature, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_CLIENT | FOYER_WRITER_ONCE, \
         .about = "their address, typed if a link named nobody") \
  FIELD (signature, TEXT, consent, "consent", .minimum = 1, .maximum = 2000, .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "the sentence that they agreed to") \
  FIELD (signature, ENUM, method, "method", .values = "typed drawn", .fallback = "\"typed\"", .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "typed, or drawn as well") \
  FIELD (signature, TEXT, blob_id, "blobId", .blob = TRUE, \
         .maximum = 100, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "blob of the drawing") \
  FIELD (signature, TIME, signed_at, "signedAt", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "when") \
  FIELD (signature, TEXT, address, "address", .maximum = 64, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "network address") \
  FIELD (signature, TEXT, agent, "agent", .maximum = 200, .pattern = FOYER_PATTERN_LINE, .personal = TRUE, .since = 2, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "their browser") \
  FIELD (signature, REF, link_id, "linkId", .ref = "PortalLink", .policy = FOYER_POLICY_APPEND, .since = 2, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "the link that they came by") \
  FIELD (signature, REF, session_id, "sessionId", .ref = "PortalSession", .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "in which session") \
  FIELD (signature, ENUM, second_check, "secondCheck", .values = "code", .policy = FOYER_POLICY_APPEND, .since = 3, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "000-28 000-34", \
         .about = "what was asked beyond the name: a code by mail; absent for nothing") \
  FIELD (signature, TEXT, code_address, "codeAddress", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .personal = TRUE, \
         .since = 3, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "the address on file to which that code was mailed") \
  FIELD (signature, TEXT, salt, "salt", .maximum = 64, .pattern = FOYER_PATTERN_LINE, .since = 3, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "what is hashed with the personal data, so that nobody guesses it from the hash") \
  FIELD (signature, TEXT, personal_hash, "personalHash", .maximum = 64, .pattern = FOYER_PATTERN_LINE, .since = 3, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "SHA-256 of salt and personal data, which stand in the chain by it alone") \
  FIELD (signature, INTEGER, sequence, "sequence", .minimum = 1, .maximum = 1000000000, .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "place in the chain") \
  FIELD (signature, TEXT, previous_hash, "previousHash", .maximum = 64, .pattern = FOYER_PATTERN_LINE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "hash of the signature before; absent for the first") \
  FIELD (signature, TEXT, hash, "hash", .minimum = 64, .maximum = 64, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "SHA-256 of the canonical form of this one without its hash")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (signature, FOYER_SIGNATURE_FIELDS)
