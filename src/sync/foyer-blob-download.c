/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-download.c - a file that a record names, from here or from the server */

#include "foyer-blob-download.h"

#include "foyer-blob-id.h"
#include "foyer-blob-part.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-error.h"

/* A broken connection costs at most so much again. */
#define PIECE (4 * 1024 * 1024)

typedef struct {
  FoyerStore *store;
  FoyerTransport *transport;
  char *id;
  char *type;
  char *url;
  gint64 from;                    /* what is here already */
  GBytes *bytes;                  /* (nullable): the last that arrived */
  gboolean whole;                 /* and these bytes are all of it */
  gboolean at_end;                /* nothing comes after them */
  GFileProgressCallback progress; /* (nullable) */
  gpointer progress_data;
} Download;

static void
free_download (gpointer data)
{
  Download *download = data;

  g_object_unref (download->store);
  g_clear_object (&download->transport);
  g_free (download->id);
  g_free (download->type);
  g_free (download->url);
  g_clear_pointer (&download->bytes, g_bytes_unref);
  g_free (download);
}

/* --- What has arrived is kept: keep_in_worker → on_kept --- */

static char *
keep_whole (FoyerStoreWriter *writer, Download *download, GError **error)
{
  foyer_blob_part_forget (writer, download->id);
  return foyer_store_writer_keep_blob (writer, download->id, download->type, download->bytes, error);
}

/* Returns: (transfer full) (nullable): the path once the file is complete */
static gpointer
keep_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Download *download = data;

  if (download->whole)
    return keep_whole (writer, download, error);
  if (download->bytes != NULL
      && !foyer_blob_part_add (writer, download->id, download->from, download->bytes, error))
    return NULL;
  return download->at_end ? foyer_blob_part_keep (writer, download->id, download->type, error) : NULL;
}

static void fetch (GTask *task);

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Download *download = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *path = foyer_store_write_finish (FOYER_STORE (source), result, &error);

  if (error != NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
  } else if (path != NULL) {
    g_task_return_pointer (task, path, g_free);
  } else {
    download->from += (gint64) g_bytes_get_size (download->bytes);
    if (download->progress != NULL)
      download->progress (download->from, -1, download->progress_data);
    fetch (task);
  }
}

/* --- Piece by piece: fetch → on_reply --- */

/* What the reply means for what is here. */
static gboolean
take_reply (Download *download, FoyerTransportReply *reply, GError **error)
{
  gint64 length = (gint64) g_bytes_get_size (reply->body);

  g_clear_pointer (&download->bytes, g_bytes_unref);
  /* All that there is, is here already. */
  if (reply->status == 416 && download->from > 0) {
    download->at_end = TRUE;
    return TRUE;
  }
  if (reply->status != 206 && !foyer_sync_check_status (reply, error))
    return FALSE;
  download->bytes = g_bytes_ref (reply->body);
  download->at_end = reply->status != 206 || length < PIECE;
  download->whole = reply->status != 206 || (download->at_end && download->from == 0);
  return TRUE;
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Download *download = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);

  if (reply == NULL || !take_reply (download, reply, &error)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  foyer_store_write_async (download->store, keep_in_worker, download, NULL, g_free, NULL, on_kept,
                           g_object_ref (task));
}

/* The id is the hash of the file, so it is its entity tag too: what is here is always of the same file. */
static void
fetch (GTask *task)
{
  Download *download = g_task_get_task_data (task);
  g_autofree char *tag = g_strdup_printf ("\"%s\"", download->id);
  const FoyerTransportPart part = { tag, download->from, PIECE };

  if (g_task_return_error_if_cancelled (task))
    return;
  foyer_transport_fetch_async (download->transport, download->url, &part, g_task_get_cancellable (task),
                               on_reply, g_object_ref (task));
}

/* --- Where an earlier attempt ended --- */

static gpointer
measure_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Download *download = data;

  download->from = foyer_blob_part_get_size (writer, download->id);
  return NULL;
}

static void
on_measured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  foyer_store_write_finish (FOYER_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    fetch (task);
}

void
foyer_blob_download_async (FoyerStore *store,
                           FoyerTransport *transport,
                           FoyerJmapSession *session,
                           const char *id,
                           const char *type,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  char *present = foyer_store_get_blob_path (store, id);
  Download *download = g_new0 (Download, 1);

  g_task_set_source_tag (task, foyer_blob_download_async);
  download->store = g_object_ref (store);
  download->id = g_strdup (id);
  download->type = g_strdup (type);
  download->progress = progress;
  download->progress_data = progress_data;
  g_task_set_task_data (task, download, free_download);
  if (present != NULL) {
    foyer_store_note_blob_used (store, id);
    g_task_return_pointer (task, present, g_free);
    return;
  }
  if (!foyer_blob_id_is_valid (id) || session == NULL || session->download_url == NULL) {
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                             "The file is not here, and there is no connection to the server");
    return;
  }
  download->transport = g_object_ref (transport);
  download->url = foyer_jmap_expand (session->download_url, "accountId", session->account_id, "blobId", id,
                                     "type", type, "name", "file", NULL);
  foyer_store_write_async (store, measure_in_worker, download, NULL, NULL, NULL, on_measured,
                           g_object_ref (task));
}

char *
foyer_blob_download_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
