/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-blob-files.h"
#include "foyer-database.h"
#include "uploads/foyer-upload-form.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What one client may have brought in altogether, in bytes, and how many files in an hour. */
#define FOYER_CLIENT_UPLOADS_QUOTA (G_GINT64_CONSTANT (1024) * 1024 * 1024)
#define FOYER_CLIENT_UPLOADS_AN_HOUR 60

/**
 * FoyerClientUploads:
 * @database: within an open transaction
 * @made: (element-type utf8): gets the ids of blobs that are on the disk now, to be removed if the transaction is rolled back
 */
typedef struct {
  FoyerDatabase *database;
  FoyerBlobFiles *files;
  gint64 organisation;
  const char *client_id;
  gint64 now;
  GPtrArray *made;
} FoyerClientUploads;

/**
 * foyer_client_uploads_has_room:
 * @files: (element-type FoyerUploadFile)
 *
 * Returns: whether the client may bring in @files too; %FALSE with an error if that could not be told
 */
gboolean foyer_client_uploads_has_room (const FoyerClientUploads *self, GPtrArray *files, GError **error);

/**
 * foyer_client_uploads_describe:
 * @files: (element-type FoyerUploadFile)
 *
 * Returns: (transfer full): what a record will say of @files, a list of `{blobId, name, mediaType, size}`; nothing is kept yet
 */
JsonArray *foyer_client_uploads_describe (GPtrArray *files);

/**
 * foyer_client_uploads_keep:
 * @files: (element-type FoyerUploadFile)
 *
 * Puts @files on the disk as blobs. They are kept while a record names them, so that record must be written in the same transaction.
 *
 * Returns: (transfer full): what a record says of them, a list of `{blobId, name, mediaType, size}`; %NULL with an error
 */
JsonArray *foyer_client_uploads_keep (const FoyerClientUploads *self, GPtrArray *files, GError **error);

G_END_DECLS
