/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-slots.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_free_times_load_async:
 * @booking_id: what needs another time
 *
 * Looks beside the main thread for the free times that lie nearest to the one that was wished, in the four weeks from now on.
 */
void foyer_free_times_load_async (FoyerStore *store,
                                  const char *booking_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_free_times_load_finish:
 *
 * Returns: (transfer full) (element-type FoyerSlot): at most six, in order of time; %NULL with an error
 */
GPtrArray *foyer_free_times_load_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
