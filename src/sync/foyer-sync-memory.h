/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store-writer.h"

G_BEGIN_DECLS

/**
 * FoyerSyncMemory:
 * @synced_at: seconds since 1970 when all was as the server had it, 0 for never
 * @server_offset: seconds by which the server's clock is ahead
 *
 * What the engine knows across restarts, so that the age of what is shown is known without a network.
 */
typedef struct {
  gint64 synced_at;
  gint64 server_offset;
} FoyerSyncMemory;

/**
 * foyer_sync_memory_load:
 *
 * A #FoyerWriteFunc without data.
 *
 * Returns: (transfer full): a #FoyerSyncMemory, to be freed with g_free()
 */
gpointer foyer_sync_memory_load (FoyerStoreWriter *writer, gpointer data, GError **error);

/**
 * foyer_sync_memory_save:
 *
 * A #FoyerWriteFunc over a #FoyerSyncMemory.
 *
 * Returns: %NULL
 */
gpointer foyer_sync_memory_save (FoyerStoreWriter *writer, gpointer memory, GError **error);

/**
 * foyer_sync_memory_look_up:
 * @synced_at: (out): seconds since 1970 when all was as the server had it, 0 for never
 *
 * The age of what a job of foyer_store_read_async() reads, whether or not there is an engine now. To be called within that job.
 *
 * Returns: %FALSE if it could not be read
 */
gboolean foyer_sync_memory_look_up (FoyerStore *store, gint64 *synced_at, GError **error);

G_END_DECLS
