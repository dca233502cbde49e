/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Papers: exactly what somebody signs. A paper is a JSON object made from stored records alone, and its hash is the lower-case hex SHA-256
 * of its canonical form (RFC 8785). Form, stored signature and `foyer-server verify` all make it here, so that they cannot differ. What has
 * a paper that was signed is never changed again; docs/signatures.md says it for people.
 */

/**
 * foyer_quote_paper:
 * @quote: the JSON form of a Quote
 * @version: that of the QuoteVersion that is shown
 *
 * A quote's paper has `paper: "quote"`, from @quote `quoteId` (its id), `clientId`, `propertyId`, `number` and `title`, and from @version
 * `version`, `intro`, `lines`, `subtotal`, `taxRate`, `tax`, `total`, `deposit` and `terms`. Absent members are left out.
 *
 * Returns: (transfer full): the paper
 */
JsonObject *foyer_quote_paper (JsonObject *quote, JsonObject *version);

/**
 * foyer_document_paper:
 * @document: the JSON form of a Document
 *
 * A document's paper has `paper: "document"`, `documentId` (its id), `clientId`, `title`, `fileName`, `mediaType`, `size`, and `blobId`, which
 * is itself made from the SHA-256 of the bytes of the file.
 *
 * Returns: (transfer full): the paper
 */
JsonObject *foyer_document_paper (JsonObject *document);

/**
 * foyer_document_changes_paper:
 *
 * Returns: whether a document that is @before would be another paper as @after
 */
gboolean foyer_document_changes_paper (JsonObject *before, JsonObject *after);

G_END_DECLS
