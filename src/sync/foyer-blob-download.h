/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-store.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * foyer_blob_download_async:
 * @id: of the blob
 * @type: the media type that the record says
 * @progress: (nullable) (scope async): told of each piece that is here, with how many bytes there are by now; the total is the caller's
 *   knowledge, and -1 here
 *
 * Gets a file that a record names: from this disk if it is here, else from the server. What the server sends is held against the id, which
 * is its hash, before it is kept. It comes in pieces of 4 MiB: what arrived before a connection broke is not fetched again, also not after a restart.
 */
void foyer_blob_download_async (FoyerStore *store,
                                FoyerTransport *transport,
                                FoyerJmapSession *session,
                                const char *id,
                                const char *type,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * foyer_blob_download_finish:
 *
 * Returns: (transfer full): the path of the file, or %NULL with a #FoyerTransportError, #FoyerSyncError or #FoyerStoreError
 */
char *foyer_blob_download_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
