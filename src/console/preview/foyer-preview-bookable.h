/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-spot.h"
#include "foyer-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_preview_bookable_async:
 * @draft: (nullable): what is drafted, as a patch of the published settings
 * @client_id: (nullable): the client who is asked first
 * @now: seconds since 1970
 *
 * Looks, off the main thread, for somebody who could book by themselves, and for the page on which they would choose a time (D1, *Try it*). If
 * nobody can, it is somebody who has access, and the page that tells them so.
 */
void foyer_preview_bookable_async (FoyerStore *store,
                                   JsonObject *draft,
                                   const char *client_id,
                                   gint64 now,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_preview_bookable_finish:
 *
 * Returns: (transfer full): who and where, nobody if nobody has access; %NULL with %G_IO_ERROR_CANCELLED or a #FoyerStoreError
 */
FoyerPreviewSpot *foyer_preview_bookable_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
