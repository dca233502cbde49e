/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "foyer-blob-files.h"
#include "foyer-database.h"

G_BEGIN_DECLS

/* Seconds that a blob to which nothing refers is kept at least, and how much of that one person may have. */
#define FOYER_BLOBS_KEPT_SECONDS (7 * 86400)
#define FOYER_BLOBS_QUOTA (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/**
 * FoyerBlobs:
 * @database: the lane's connection, within an open transaction
 * @files: where the bytes are
 * @staff: who asks
 * @now: seconds since 1970
 * @gone: (element-type utf8): ids whose files are to be removed once the transaction has been committed
 *
 * The blobs of one organisation as one person sees them: what that person uploaded, and what a record refers to that the person may read.
 * Others' have never been there.
 */
typedef struct {
  FoyerDatabase *database;
  FoyerBlobFiles *files;
  const FoyerStaffIdentity *staff;
  gint64 now;
  GPtrArray *gone;
} FoyerBlobs;

/**
 * foyer_blobs_find:
 * @id: from outside
 *
 * Returns: the blob's size, or -1 if the person may see no such blob, with an error if that could not be told
 */
gint64 foyer_blobs_find (const FoyerBlobs *self, const char *id, GError **error);

/**
 * foyer_blobs_may_upload:
 *
 * Returns: whether the person may bring in anything at all
 */
gboolean foyer_blobs_may_upload (const FoyerBlobs *self);

/**
 * foyer_blobs_has_room:
 * @size: bytes that shall come in
 *
 * Returns: whether the person's unused uploads stay within their quota
 */
gboolean foyer_blobs_has_room (const FoyerBlobs *self, gint64 size);

/**
 * foyer_blobs_add:
 * @id: of a blob that is on the disk
 *
 * Writes down that the person has brought in a blob.
 */
gboolean foyer_blobs_add (const FoyerBlobs *self, const char *id, gint64 size, GError **error);

/**
 * foyer_blobs_is_anybodys:
 *
 * Organisations do not see each other's blobs, but equal bytes are one file.
 *
 * Returns: whether any organisation has the blob, so that its file must stay; also if that cannot be found out
 */
gboolean foyer_blobs_is_anybodys (FoyerDatabase *database, const char *id);

/**
 * foyer_blobs_sweep:
 *
 * Forgets some of the organisation's blobs that were kept long enough without a use, the oldest first.
 */
gboolean foyer_blobs_sweep (const FoyerBlobs *self, GError **error);

/**
 * foyer_blobs_keep:
 *
 * Puts @bytes on the disk and writes down that the person has brought them in.
 *
 * Returns: (transfer full): the blob's id, or %NULL with an error
 */
char *foyer_blobs_keep (const FoyerBlobs *self, GBytes *bytes, GError **error);

G_END_DECLS
