/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerBlobFiles:
 *
 * Blobs on the disk: `DIR/blobs/<two digits of the hash>/<id>`, mode 0600. A file is there whole or not at all, and what is there was on
 * the disk before its name was. Whose a blob is, and who may see it, is not known here.
 */
typedef struct _FoyerBlobFiles FoyerBlobFiles;

/**
 * foyer_blob_files_new:
 * @directory: of the data; `blobs` is made in it with the first blob
 */
FoyerBlobFiles *foyer_blob_files_new (const char *directory);
void foyer_blob_files_free (FoyerBlobFiles *self);

/**
 * foyer_blob_files_clean:
 *
 * Removes what a crash left unfinished. To be called when nobody else can be writing.
 */
void foyer_blob_files_clean (FoyerBlobFiles *self);

/**
 * foyer_blob_files_get_path:
 * @id: a valid blob id
 *
 * Returns: (transfer full): where the blob is or would be
 */
char *foyer_blob_files_get_path (FoyerBlobFiles *self, const char *id);

/**
 * foyer_blob_files_open:
 * @id: a valid blob id
 *
 * Returns: (transfer full) (nullable): the blob's bytes, mapped and not read, or %NULL with an error of #GFileError
 */
GBytes *foyer_blob_files_open (FoyerBlobFiles *self, const char *id, GError **error);

/**
 * foyer_blob_files_remove:
 *
 * Removes a blob that nobody has any more. That it is not there is no error.
 */
void foyer_blob_files_remove (FoyerBlobFiles *self, const char *id);

/**
 * FoyerBlobWriter:
 *
 * A blob on its way to the disk, piece by piece; its id is known when it is whole.
 */
typedef struct _FoyerBlobWriter FoyerBlobWriter;

/**
 * foyer_blob_writer_new:
 *
 * Returns: (transfer full): a writer, or %NULL with an error
 */
FoyerBlobWriter *foyer_blob_writer_new (FoyerBlobFiles *files, GError **error);

gboolean foyer_blob_writer_add (FoyerBlobWriter *self, gconstpointer data, gsize size, GError **error);

/**
 * foyer_blob_writer_get_size:
 *
 * Returns: the bytes so far
 */
gint64 foyer_blob_writer_get_size (FoyerBlobWriter *self);

/**
 * foyer_blob_writer_finish:
 *
 * Puts the blob under its id, on the disk.
 *
 * Returns: (transfer full): the id, or %NULL with an error
 */
char *foyer_blob_writer_finish (FoyerBlobWriter *self, GError **error);

/**
 * foyer_blob_writer_free:
 *
 * Forgets a blob that was not finished.
 */
void foyer_blob_writer_free (FoyerBlobWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBlobFiles, foyer_blob_files_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBlobWriter, foyer_blob_writer_free)

G_END_DECLS
