/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-memory.c - what the engine knows across restarts */

#include "foyer-sync-memory.h"

#include "foyer-store-snapshot.h"

static gint64
load_number (FoyerStoreWriter *writer, const char *name)
{
  g_autofree char *text = foyer_store_writer_get_meta (writer, name);

  return text == NULL ? 0 : g_ascii_strtoll (text, NULL, 10);
}

static gboolean
save_number (FoyerStoreWriter *writer, const char *name, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return foyer_store_writer_set_meta (writer, name, text, error);
}

gpointer
foyer_sync_memory_load (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  FoyerSyncMemory *self = g_new0 (FoyerSyncMemory, 1);

  self->synced_at = load_number (writer, "synced-at");
  self->server_offset = load_number (writer, "server-offset");
  return self;
}

gpointer
foyer_sync_memory_save (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const FoyerSyncMemory *self = data;

  if (save_number (writer, "synced-at", self->synced_at, error))
    save_number (writer, "server-offset", self->server_offset, error);
  return NULL;
}

gboolean
foyer_sync_memory_look_up (FoyerStore *store, gint64 *synced_at, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = foyer_store_snapshot_get_meta (store, "synced-at", &failure);

  *synced_at = text == NULL ? 0 : g_ascii_strtoll (text, NULL, 10);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
