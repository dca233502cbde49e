/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-download.c - a file that a record names, from here or from the server */

#include "foyer-blob-download.h"

#include "foyer-blob-id.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-error.h"

typedef struct {
  FoyerStore *store;
  char *id;
  char *type;
  GBytes *bytes; /* once they are here */
} Download;

static void
free_download (gpointer data)
{
  Download *download = data;

  g_object_unref (download->store);
  g_free (download->id);
  g_free (download->type);
  g_clear_pointer (&download->bytes, g_bytes_unref);
  g_free (download);
}

static gpointer
keep_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Download *download = data;

  return foyer_store_writer_keep_blob (writer, download->id, download->type, download->bytes, error);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *path = foyer_store_write_finish (FOYER_STORE (source), result, &error);

  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, path, g_free);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Download *download = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);

  if (reply == NULL || !foyer_sync_check_status (reply, &error)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  download->bytes = g_bytes_ref (reply->body);
  foyer_store_write_async (download->store, keep_in_worker, download, NULL, g_free, NULL, on_kept,
                           g_object_ref (task));
}

void
foyer_blob_download_async (FoyerStore *store,
                           FoyerTransport *transport,
                           FoyerJmapSession *session,
                           const char *id,
                           const char *type,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  char *present = foyer_store_get_blob_path (store, id);
  Download *download = g_new0 (Download, 1);
  g_autofree char *url = NULL;

  g_task_set_source_tag (task, foyer_blob_download_async);
  download->store = g_object_ref (store);
  download->id = g_strdup (id);
  download->type = g_strdup (type);
  g_task_set_task_data (task, download, free_download);
  if (present != NULL) {
    g_task_return_pointer (task, present, g_free);
    return;
  }
  if (!foyer_blob_id_is_valid (id) || session == NULL || session->download_url == NULL) {
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                             "The file is not here, and there is no connection to the server");
    return;
  }
  url = foyer_jmap_expand (session->download_url, "accountId", session->account_id, "blobId", id, "type",
                           type, "name", "file", NULL);
  foyer_transport_send_async (transport, "GET", url, NULL, NULL, cancellable, on_reply,
                              g_steal_pointer (&task));
}

char *
foyer_blob_download_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
