/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-spot.h"
#include "foyer-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_preview_affected_async:
 * @draft: what is drafted, as a patch of the published settings
 * @client_id: (nullable): the client from whom to go on; %NULL to begin with the first
 * @step: 1 for the clients after that one by name, -1 for those before
 * @now: seconds since 1970
 *
 * Looks, off the main thread, for the next client to whom the draft makes a difference (D2): one of its people, or whoever has one of its links, would see
 * another page. A few clients are looked at at a time, so that others who read are served in between. It stops soon after @cancellable is
 * cancelled.
 */
void foyer_preview_affected_async (FoyerStore *store,
                                   JsonObject *draft,
                                   const char *client_id,
                                   int step,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_preview_affected_finish:
 *
 * Returns: (transfer full): whose eyes and the first page that would be another one, nobody if there is no such client further; %NULL with
 *   %G_IO_ERROR_CANCELLED or a #FoyerStoreError
 */
FoyerPreviewSpot *foyer_preview_affected_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
