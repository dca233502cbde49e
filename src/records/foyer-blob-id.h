/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

G_BEGIN_DECLS

/* Ids of blobs: `B` and the SHA-256 of the bytes in base64url, so that equal bytes have one id and bytes can be held against theirs. */

#define FOYER_BLOB_DIGEST_SIZE 32

/**
 * foyer_blob_id_new:
 * @digest: %FOYER_BLOB_DIGEST_SIZE bytes: the SHA-256 of the blob
 *
 * Returns: (transfer full): the id
 */
char *foyer_blob_id_new (const guint8 *digest);

/**
 * foyer_blob_id_of_bytes:
 *
 * Returns: (transfer full): the id of a blob that holds @bytes
 */
char *foyer_blob_id_of_bytes (GBytes *bytes);

/**
 * foyer_blob_id_is_valid:
 * @id: (nullable)
 *
 * Returns: whether @id has the form of a blob's id
 */
gboolean foyer_blob_id_is_valid (const char *id);

/**
 * foyer_blob_id_checksum:
 * @id: (nullable)
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the blob as people write it, in lower-case hex; %NULL if @id is not the id of a blob
 */
char *foyer_blob_id_checksum (const char *id);

/**
 * foyer_record_type_has_blobs:
 *
 * Returns: whether records of @type can refer to blobs
 */
gboolean foyer_record_type_has_blobs (const FoyerRecordType *type);

/**
 * foyer_record_type_list_blobs:
 * @record: (nullable): the JSON form of a record
 *
 * Returns: (transfer full) (element-type utf8): what @record names as blobs, each once; also what has not the form of an id. A member that
 *   is an address of the web instead is not among them
 */
GHashTable *foyer_record_type_list_blobs (const FoyerRecordType *type, JsonObject *record);

G_END_DECLS
