/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"
#include "foyer-store-writer.h"

G_BEGIN_DECLS

/*
 * The files that belong to records: attachments and photos. A file that somebody adds is copied and on the disk before its operation is
 * made, and that operation waits until the server has the file. What the server has too is kept here up to a bound, the longest unused
 * first to go.
 */

/* What can be sent in pieces of four MiB by a server that joins sixty-four. */
#define FOYER_STORE_LONGEST_BLOB (G_GINT64_CONSTANT (256) * 1024 * 1024)

/* What files that the server has too may take on this disk. */
#define FOYER_STORE_BLOB_ROOM (G_GINT64_CONSTANT (512) * 1024 * 1024)

/**
 * foyer_store_add_blob_async:
 * @file: what to add; it is copied, on a thread of its own
 * @type: its media type
 *
 * Adds a file for an operation that is to be made.
 */
void foyer_store_add_blob_async (FoyerStore *self,
                                 GFile *file,
                                 const char *type,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * foyer_store_add_blob_finish:
 * @size: (out) (optional): in bytes
 *
 * Returns: (transfer full): the blob's id for the record, or %NULL with a #FoyerStoreError or the error of reading @file
 */
char *foyer_store_add_blob_finish (FoyerStore *self, GAsyncResult *result, gint64 *size, GError **error);

/**
 * foyer_store_get_blob_path:
 *
 * Returns: (transfer full) (nullable): where the file is, %NULL if it is not here. Called on the main thread; looks at no file
 */
char *foyer_store_get_blob_path (FoyerStore *self, const char *id);

/**
 * foyer_store_note_blob_used:
 *
 * Somebody looks at a file that is here: of those that can be fetched again, the ones that nobody looked at for longest go first.
 */
void foyer_store_note_blob_used (FoyerStore *self, const char *id);

/**
 * foyer_store_has_room_for_blobs:
 *
 * Returns: whether there is room for files that nobody asked for yet: a quarter stays free for those that somebody does. Called on the
 *   main thread
 */
gboolean foyer_store_has_room_for_blobs (FoyerStore *self);

/**
 * foyer_store_waits_for_blob:
 *
 * Returns: whether an operation waits for its file to be uploaded, for the Outbox
 */
gboolean foyer_store_waits_for_blob (FoyerStore *self, FoyerOperation *operation);

/* --- On the writing thread, for sync/ --- */

/**
 * FoyerBlobUpload:
 * @bytes: the next piece, mapped and not read; the whole blob if it has but one; %NULL if all pieces are at the server
 * @pieces: (array zero-terminated=1): the ids of the pieces that the server has
 *
 * What is to be uploaded next.
 */
typedef struct {
  char *id;
  char *type;
  gint64 size;
  GBytes *bytes;
  gboolean whole;
  char **pieces;
} FoyerBlobUpload;

void foyer_blob_upload_free (FoyerBlobUpload *self);

/**
 * foyer_store_writer_next_upload:
 * @files: of the store
 * @piece: the length of a piece in bytes; what is not longer goes whole
 *
 * Returns: (transfer full) (nullable): the first file that an operation waits for; %NULL without an error if there is none
 */
FoyerBlobUpload *foyer_store_writer_next_upload (FoyerStoreWriter *writer, gsize piece, GError **error);

/**
 * foyer_store_writer_note_piece:
 * @piece: the id that the server gave it
 */
gboolean
foyer_store_writer_note_piece (FoyerStoreWriter *writer, const char *id, const char *piece, GError **error);

/**
 * foyer_store_writer_forget_pieces:
 *
 * The server has lost them: all are sent anew.
 */
gboolean foyer_store_writer_forget_pieces (FoyerStoreWriter *writer, const char *id, GError **error);

/**
 * foyer_store_writer_note_uploaded:
 *
 * The server has the file. Whatever waited for it can leave.
 */
gboolean foyer_store_writer_note_uploaded (FoyerStoreWriter *writer, const char *id, GError **error);

/**
 * foyer_store_writer_refuse_blob:
 * @answer: what the server said
 *
 * The server does not take the file: the operations that wait for it need a person.
 */
gboolean
foyer_store_writer_refuse_blob (FoyerStoreWriter *writer, const char *id, JsonObject *answer, GError **error);

/**
 * foyer_store_writer_upload_again:
 * @ids: blobs that the server has not
 *
 * Puts an operation that was refused for want of its files back into the queue, to leave once they are uploaded.
 *
 * Returns: %FALSE if one of the files is not here either, and nothing was done
 */
gboolean foyer_store_writer_upload_again (FoyerStoreWriter *writer,
                                          const FoyerOperationData *operation,
                                          JsonArray *ids,
                                          GError **error);

/**
 * foyer_store_writer_keep_blob:
 * @bytes: what the server sent
 *
 * Keeps a download, if it is what it claims to be.
 *
 * Returns: (transfer full): the path, or %NULL with %FOYER_STORE_ERROR_INVALID if the bytes are not those of @id
 */
char *foyer_store_writer_keep_blob (FoyerStoreWriter *writer,
                                    const char *id,
                                    const char *type,
                                    GBytes *bytes,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBlobUpload, foyer_blob_upload_free)

G_END_DECLS
