/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-viewer.h"

G_BEGIN_DECLS

/**
 * foyer_preview_typical_async:
 *
 * Looks, off the main thread, for a client whose portal shows most of what portals show: somebody who may come in, visits, bills, quotes and
 * messages.
 */
void foyer_preview_typical_async (FoyerStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_preview_typical_finish:
 *
 * Returns: (transfer full) (nullable): a person of that client; %NULL without an error if nobody may come in
 */
FoyerPreviewViewer *foyer_preview_typical_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
