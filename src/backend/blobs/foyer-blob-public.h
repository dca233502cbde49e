/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-blob-files.h"
#include "foyer-database.h"

G_BEGIN_DECLS

/**
 * foyer_blob_public_open:
 * @id: that the organisation's settings name
 *
 * Opens a blob that an organisation shows to everybody: one that it has, and that its Organisation or PortalSettings refer to. Others' are
 * not there, whatever a record says.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL, with an error if that could not be told or the file cannot be read
 */
GBytes *foyer_blob_public_open (FoyerDatabase *database,
                                FoyerBlobFiles *files,
                                gint64 organisation,
                                const char *id,
                                GError **error);

G_END_DECLS
