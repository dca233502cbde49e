/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store-writer.h"

G_BEGIN_DECLS

/* The beginning of a file that is being downloaded, beside the place where the whole one will be. It outlives a lost connection and the
 * program. All functions are called on the writing thread. */

/**
 * foyer_blob_part_get_size:
 * @id: a valid blob id
 *
 * Returns: how many bytes of it are here, 0 for none
 */
gint64 foyer_blob_part_get_size (FoyerStoreWriter *writer, const char *id);

/**
 * foyer_blob_part_add:
 * @from: where @bytes belong; what is here behind it is replaced
 *
 * Returns: %FALSE with a #FoyerStoreError if they could not be written
 */
gboolean
foyer_blob_part_add (FoyerStoreWriter *writer, const char *id, gint64 from, GBytes *bytes, GError **error);

/**
 * foyer_blob_part_keep:
 * @type: the media type
 *
 * Makes the file of what is here, which is complete. What is not the file is thrown away.
 *
 * Returns: (transfer full): the path, or %NULL with an error as of foyer_store_writer_keep_blob()
 */
char *foyer_blob_part_keep (FoyerStoreWriter *writer, const char *id, const char *type, GError **error);

/**
 * foyer_blob_part_forget:
 *
 * Throws away what is here.
 */
void foyer_blob_part_forget (FoyerStoreWriter *writer, const char *id);

G_END_DECLS
