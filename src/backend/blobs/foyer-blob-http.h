/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "blobs/foyer-blobs.h"
#include "foyer-http-message.h"

G_BEGIN_DECLS

#define FOYER_BLOB_UPLOAD_PATH "/jmap/upload/"
#define FOYER_BLOB_DOWNLOAD_PATH "/jmap/download/"

/**
 * foyer_blob_http_is_upload:
 *
 * Returns: whether @path takes uploads, for whoever counts and limits them before they are read
 */
gboolean foyer_blob_http_is_upload (const char *path);

/**
 * foyer_blob_http_upload:
 *
 * Takes a blob in (RFC 8620 §6.1). It is on the disk before the answer is made.
 *
 * Returns: (transfer full): the answer
 */
FoyerHttpResponse *foyer_blob_http_upload (const FoyerBlobs *blobs, const FoyerHttpRequest *request);

/**
 * foyer_blob_http_download:
 *
 * Gives a blob out (RFC 8620 §6.2), whole or a range of it, to be saved and never to be run: whatever it is, it is nobody's page.
 *
 * Returns: (transfer full): the answer
 */
FoyerHttpResponse *foyer_blob_http_download (const FoyerBlobs *blobs, const FoyerHttpRequest *request);

G_END_DECLS
