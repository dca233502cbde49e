/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* A file for clients: the company's own (no client), or one client's. Each upload is a new version, none is ever lost. */

typedef enum {
  FOYER_DOCUMENT_TERMS,
  FOYER_DOCUMENT_POLICY,
  FOYER_DOCUMENT_CERTIFICATE,
  FOYER_DOCUMENT_CONTRACT,
  FOYER_DOCUMENT_WARRANTY,
  FOYER_DOCUMENT_MANUAL,
  FOYER_DOCUMENT_REPORT,
  FOYER_DOCUMENT_OTHER,
} FoyerDocumentKind;

typedef enum {
  FOYER_DOCUMENT_SHOWN_TO_ALL,
  FOYER_DOCUMENT_SHOWN_TO_SOME,
  FOYER_DOCUMENT_SHOWN_TO_NONE,
} FoyerDocumentShownTo;

/* clang-format off */
#define FOYER_DOCUMENT_FIELDS(FIELD) \
  FIELD (document, REF, client_id, "clientId", .ref = "Client", .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-21", \
         .about = "whose; absent for the company's own") \
  FIELD (document, TEXT, title, "title", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .rows = "000-25", .about = "its title") \
  FIELD (document, ENUM, kind, "kind", .values = "terms policy certificate contract warranty manual report other", \
         .fallback = "\"other\"", .required = TRUE, .indexed = TRUE, .rows = "000-74 001-21", .about = "what it is") \
  FIELD (document, TEXT, blob_id, "blobId", .blob = TRUE, .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .policy = FOYER_POLICY_STRICT, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, \
         .about = "blob of the present version") \
  FIELD (document, TEXT, file_name, "fileName", .maximum = 255, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "name of its file") \
  FIELD (document, TEXT, media_type, "mediaType", .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "media type of its file") \
  FIELD (document, INTEGER, size, "size", .maximum = 10000000000, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, \
         .about = "bytes of its file") \
  FIELD (document, LIST, versions, "versions", .blob = TRUE, .maximum = 200, .writers = FOYER_WRITER_SERVER, \
         .policy = FOYER_POLICY_APPEND, .about = "versions before, as {blobId, fileName, mediaType, size, at, by}") \
  FIELD (document, ENUM, source, "source", .values = FOYER_SOURCE_WORDS, .fallback = "\"office\"", .required = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-33", .about = "who put it there") \
  FIELD (document, ENUM, shown_to, "shownTo", .values = "all some none", .fallback = "\"none\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "000-74", \
         .about = "which clients see it; of a client's own, all means that client") \
  FIELD (document, REFS, client_ids, "clientIds", .ref = "Client", .maximum = 2000, .policy = FOYER_POLICY_STRICT, \
         .about = "the clients who see it if some do") \
  FIELD (document, BOOLEAN, needs_signature, "needsSignature", .fallback = "false", \
         .policy = FOYER_POLICY_STRICT, .rows = "000-34", .about = "whether clients are asked to sign it") \
  FIELD (document, DATE, valid_until, "validUntil", .about = "last day of a warranty or certificate") \
  FIELD (document, INTEGER, position, "position", .maximum = 100000, .fallback = "0", .required = TRUE, \
         .indexed = TRUE, .about = "place in the list") \
  FIELD (document, REF, about_id, "aboutId", .ref = "*", .indexed = TRUE, \
         .about = "the visit, equipment or request it is about") \
  FIELD (document, TIME, archived_at, "archivedAt", .indexed = TRUE, .about = "since when it is no longer in use")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (document, FOYER_DOCUMENT_FIELDS)
