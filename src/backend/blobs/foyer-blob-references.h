/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * foyer_blob_references_note:
 * @record: (nullable): the record as it is now, %NULL if it is gone
 * @now: seconds since 1970
 *
 * Writes down which blobs a record refers to. A blob that has lost a reference is kept from now on as if it had just been uploaded.
 */
gboolean foyer_blob_references_note (FoyerDatabase *database,
                                     gint64 organisation,
                                     const FoyerRecordType *type,
                                     const char *id,
                                     JsonObject *record,
                                     gint64 now,
                                     GError **error);

G_END_DECLS
