/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-blob-files.h"
#include "foyer-database.h"
#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * foyer_blob_record_open:
 * @record_id: a record that whoever asks may see
 * @id: (nullable): that the record names
 *
 * Opens a blob for somebody who may see a record: one that the organisation has, and to which that record refers. Others' are not
 * there, whatever the record says.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL, with an error if that could not be told or the file cannot be read
 */
GBytes *foyer_blob_record_open (FoyerDatabase *database,
                                FoyerBlobFiles *files,
                                gint64 organisation,
                                const FoyerRecordType *type,
                                const char *record_id,
                                const char *id,
                                GError **error);

G_END_DECLS
