/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-blobs.c - files come in, wait for the server, and go when there is no room for them */

#include "foyer-store-blobs.h"

#include "foyer-store-private.h"

#include "foyer-blob-id.h"
#include "foyer-blob-table.h"
#include "foyer-json.h"
#include "foyer-operation-table.h"

#include <string.h>

#define CHUNK (256 * 1024)

#define USED_EVERY 60

/* --- Adding --- */

typedef struct {
  GFile *file;
  char *type;
  char *id; /* once copied */
  gint64 size;
} Addition;

static void
free_addition (gpointer data)
{
  Addition *addition = data;

  g_object_unref (addition->file);
  g_free (addition->type);
  g_free (addition->id);
  g_free (addition);
}

static gboolean
check_size (gint64 size, GError **error)
{
  if (size <= FOYER_STORE_LONGEST_BLOB)
    return TRUE;
  g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, "The file is longer than %d MB",
               (int) (FOYER_STORE_LONGEST_BLOB / (1024 * 1024)));
  return FALSE;
}

static gboolean
copy (GInputStream *stream, FoyerBlobWriter *writer, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);

  for (;;) {
    gssize length = g_input_stream_read (stream, buffer, CHUNK, cancellable, error);

    if (length <= 0)
      return length == 0;
    if (!check_size (foyer_blob_writer_get_size (writer) + length, error)
        || !foyer_blob_writer_add (writer, buffer, (gsize) length, error))
      return FALSE;
  }
}

/* The disk's own errors become the store's; those of reading somebody's file stay what they are. */
static void
convert_file_error (GError **error)
{
  if (!g_error_matches (*error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return;
  (*error)->domain = FOYER_STORE_ERROR;
  (*error)->code = FOYER_STORE_ERROR_DISK_FULL;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  Addition *addition = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (addition->file, cancellable, &error);
  g_autoptr (FoyerBlobWriter) writer = stream == NULL ? NULL : foyer_blob_writer_new (self->blobs, &error);

  if (writer != NULL && copy (G_INPUT_STREAM (stream), writer, cancellable, &error)) {
    addition->size = foyer_blob_writer_get_size (writer);
    addition->id = foyer_blob_writer_finish (writer, &error);
  }
  if (addition->id != NULL) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  convert_file_error (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

static gpointer
add_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Addition *addition = data;
  FoyerBlobRow row = {
    .id = addition->id,
    .type = addition->type,
    .size = addition->size,
    .state = FOYER_BLOB_HERE_ONLY,
    .used_at = foyer_clock_now_seconds (writer->clock),
  };

  foyer_change_set_add_operations (writer->changes);
  return foyer_blob_table_put (writer->database, &row, error) ? g_strdup (addition->id) : NULL;
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *id = foyer_store_write_finish (FOYER_STORE (source), result, &error);

  if (id == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, id, g_free);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerStore *self = FOYER_STORE (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (self->closed) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The store was closed");
    return;
  }
  foyer_store_write_async (self, add_in_worker, g_task_get_task_data (task), NULL, g_free, NULL, on_added,
                           g_object_ref (task));
}

void
foyer_store_add_blob_async (FoyerStore *self,
                            GFile *file,
                            const char *type,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) copying = NULL;
  GTask *task;
  Addition *addition;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  addition = g_new0 (Addition, 1);
  addition->file = g_object_ref (file);
  addition->type = g_strdup (type);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_add_blob_async);
  g_task_set_task_data (task, addition, free_addition);
  copying = g_task_new (self, cancellable, on_copied, task);
  g_task_set_task_data (copying, addition, NULL);
  if (self->threaded)
    g_task_run_in_thread (copying, copy_in_thread);
  else
    copy_in_thread (copying, self, addition, cancellable);
}

char *
foyer_store_add_blob_finish (FoyerStore *self, GAsyncResult *result, gint64 *size, GError **error)
{
  Addition *addition;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  addition = g_task_get_task_data (G_TASK (result));
  if (size != NULL)
    *size = addition->size;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Looking, on the main thread --- */

char *
foyer_store_get_blob_path (FoyerStore *self, const char *id)
{
  g_autoptr (FoyerBlobRow) row = NULL;

  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, NULL);

  if (foyer_blob_id_is_valid (id))
    row = foyer_blob_table_get (self->main_database, id, NULL);
  return row == NULL ? NULL : foyer_blob_files_get_path (self->blobs, id);
}

static gpointer
note_used_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_blob_table_note_used (writer->database, data, foyer_clock_now_seconds (writer->clock), error);
  return NULL;
}

void
foyer_store_note_blob_used (FoyerStore *self, const char *id)
{
  g_autoptr (FoyerBlobRow) row = NULL;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  row = foyer_blob_table_get (self->main_database, id, NULL);
  /* That it was used is worth a commit, that it was used twice within a minute is not. */
  if (row != NULL && row->used_at + USED_EVERY <= foyer_clock_now_seconds (self->clock))
    foyer_store_write_async (self, note_used_in_worker, g_strdup (id), g_free, NULL, NULL, NULL, NULL);
}

gboolean
foyer_store_has_room_for_blobs (FoyerStore *self)
{
  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, FALSE);

  return foyer_database_integer (self->main_database, "SELECT coalesce (sum (size), 0) FROM blob", NULL)
         < FOYER_STORE_BLOB_ROOM / 4 * 3;
}

/* The first of them, %NULL if the operation waits for none. */
static FoyerBlobRow *
find_awaited (FoyerDatabase *database, const FoyerOperationData *operation)
{
  g_autoptr (GHashTable) ids = NULL;
  GHashTableIter iter;
  gpointer id;

  if (operation->patch == NULL || operation->state > FOYER_OPERATION_SENDING
      || !foyer_record_type_has_blobs (operation->type))
    return NULL;
  ids = foyer_record_type_list_blobs (operation->type, operation->patch);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_autoptr (FoyerBlobRow) row = foyer_blob_table_get (database, id, NULL);

    if (row != NULL && row->state == FOYER_BLOB_HERE_ONLY)
      return g_steal_pointer (&row);
  }
  return NULL;
}

gboolean
foyer_store_waits_for_blob (FoyerStore *self, FoyerOperation *operation)
{
  g_autoptr (FoyerBlobRow) awaited = NULL;

  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, FALSE);

  awaited = find_awaited (self->main_database, foyer_operation_get_data (operation));
  return awaited != NULL;
}

gboolean
foyer_store_writer_waits_for_blob (FoyerStoreWriter *self, const FoyerOperationData *operation)
{
  g_autoptr (FoyerBlobRow) awaited = find_awaited (self->database, operation);

  return awaited != NULL;
}

/* --- Uploading --- */

void
foyer_blob_upload_free (FoyerBlobUpload *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->pieces);
  g_free (self);
}

static FoyerBlobUpload *
read_upload (FoyerStoreWriter *self, const FoyerBlobRow *row, gsize piece, GError **error)
{
  g_autoptr (GBytes) bytes = foyer_blob_files_open (self->blobs, row->id, error);
  g_autoptr (FoyerBlobUpload) upload = g_new0 (FoyerBlobUpload, 1);
  gsize length;
  gsize at;

  if (bytes == NULL)
    return NULL;
  length = g_bytes_get_size (bytes);
  upload->id = g_strdup (row->id);
  upload->type = g_strdup (row->type);
  upload->size = (gint64) length;
  upload->whole = length <= piece;
  upload->pieces = row->pieces[0] == '\0' ? g_new0 (char *, 1) : g_strsplit (row->pieces, " ", -1);
  at = upload->whole ? 0 : g_strv_length (upload->pieces) * piece;
  if (upload->whole || at < length)
    upload->bytes = g_bytes_new_from_bytes (bytes, at, MIN (piece, length - at));
  return g_steal_pointer (&upload);
}

static gboolean
refuse_without_file (FoyerStoreWriter *self, const char *id, GError **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();

  json_object_set_string_member (answer, "type", "fileLost");
  return foyer_store_writer_refuse_blob (self, id, answer, error);
}

FoyerBlobUpload *
foyer_store_writer_next_upload (FoyerStoreWriter *self, gsize piece, GError **error)
{
  g_autoptr (GPtrArray) unsent = NULL;

  if (!foyer_blob_table_has_unsent (self->database))
    return NULL;
  unsent = foyer_operation_table_list_unsent (self->database, error);
  for (guint i = 0; unsent != NULL && i < unsent->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (unsent->pdata[i]);
    g_autoptr (FoyerBlobRow) row
        = operation->state == FOYER_OPERATION_QUEUED ? find_awaited (self->database, operation) : NULL;
    FoyerBlobUpload *upload = row == NULL ? NULL : read_upload (self, row, piece, NULL);

    if (upload != NULL)
      return upload;
    if (row != NULL && !refuse_without_file (self, row->id, error))
      return NULL;
  }
  return NULL;
}

gboolean
foyer_store_writer_note_piece (FoyerStoreWriter *self, const char *id, const char *piece, GError **error)
{
  g_autoptr (FoyerBlobRow) row = foyer_blob_table_get (self->database, id, error);
  g_autofree char *pieces = NULL;

  if (row == NULL)
    return error == NULL || *error == NULL;
  pieces = row->pieces[0] == '\0' ? g_strdup (piece) : g_strconcat (row->pieces, " ", piece, NULL);
  return foyer_blob_table_set_state (self->database, id, FOYER_BLOB_HERE_ONLY, pieces, error);
}

gboolean
foyer_store_writer_forget_pieces (FoyerStoreWriter *self, const char *id, GError **error)
{
  return foyer_blob_table_set_state (self->database, id, FOYER_BLOB_HERE_ONLY, "", error);
}

/* Should the rows come back because the commit fails, the next download brings the files back too. */
static gboolean
make_room (FoyerStoreWriter *self, GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_blob_table_take_oldest (self->database, FOYER_STORE_BLOB_ROOM, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    foyer_blob_files_remove (self->blobs, ids->pdata[i]);
  return ids != NULL;
}

gboolean
foyer_store_writer_note_uploaded (FoyerStoreWriter *self, const char *id, GError **error)
{
  foyer_change_set_add_operations (self->changes);
  return foyer_blob_table_set_state (self->database, id, FOYER_BLOB_EVERYWHERE, "", error)
         && make_room (self, error);
}

gboolean
foyer_store_writer_refuse_blob (FoyerStoreWriter *self, const char *id, JsonObject *answer, GError **error)
{
  g_autoptr (GPtrArray) unsent = foyer_operation_table_list_unsent (self->database, error);

  if (unsent == NULL)
    return FALSE;
  for (guint i = 0; i < unsent->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (unsent->pdata[i]);
    g_autoptr (FoyerBlobRow) row = find_awaited (self->database, operation);

    if (row != NULL && strcmp (row->id, id) == 0
        && !foyer_store_writer_settle (self, operation->id, FOYER_OPERATION_REFUSED, answer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
upload_one_again (FoyerStoreWriter *self, const char *id, GError **error)
{
  g_autoptr (FoyerBlobRow) row = foyer_blob_table_get (self->database, id, NULL);
  g_autoptr (GBytes) bytes
      = foyer_blob_id_is_valid (id) ? foyer_blob_files_open (self->blobs, id, NULL) : NULL;
  FoyerBlobRow fresh = {
    .id = (char *) id,
    .type = (char *) "application/octet-stream",
    .state = FOYER_BLOB_HERE_ONLY,
    .used_at = foyer_clock_now_seconds (self->clock),
  };

  if (bytes == NULL)
    return FALSE;
  if (row != NULL)
    return foyer_blob_table_set_state (self->database, id, FOYER_BLOB_HERE_ONLY, "", error);
  fresh.size = (gint64) g_bytes_get_size (bytes);
  return foyer_blob_table_put (self->database, &fresh, error);
}

gboolean
foyer_store_writer_upload_again (FoyerStoreWriter *self,
                                 const FoyerOperationData *operation,
                                 JsonArray *ids,
                                 GError **error)
{
  if (ids == NULL || json_array_get_length (ids) == 0)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (ids); i++) {
    const char *id = foyer_json_node_text (json_array_get_element (ids, i));

    if (id == NULL || !upload_one_again (self, id, error))
      return FALSE;
  }
  foyer_change_set_add_operations (self->changes);
  return foyer_operation_table_requeue (self->database, operation->id, error);
}

/* --- Downloading --- */

char *
foyer_store_writer_keep_blob (FoyerStoreWriter *self,
                              const char *id,
                              const char *type,
                              GBytes *bytes,
                              GError **error)
{
  g_autofree char *found = foyer_blob_id_of_bytes (bytes);
  g_autoptr (FoyerBlobWriter) writer = NULL;
  g_autofree char *kept = NULL;
  FoyerBlobRow row = {
    .id = (char *) id,
    .type = (char *) type,
    .size = (gint64) g_bytes_get_size (bytes),
    .state = FOYER_BLOB_EVERYWHERE,
    .used_at = foyer_clock_now_seconds (self->clock),
  };

  if (g_strcmp0 (found, id) != 0) {
    g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID,
                         "What the server sent is not the file that was asked for");
    return NULL;
  }
  foyer_change_set_add_operations (self->changes);
  writer = foyer_blob_writer_new (self->blobs, error);
  if (writer == NULL
      || !foyer_blob_writer_add (writer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  kept = foyer_blob_writer_finish (writer, error);
  if (kept == NULL || !foyer_blob_table_put (self->database, &row, error) || !make_room (self, error))
    return NULL;
  return foyer_blob_files_get_path (self->blobs, id);
}
