/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-uploads.c - files of clients become blobs, as many as each may have */

#include "uploads/foyer-client-uploads.h"

#include "foyer-blob-id.h"

static FoyerStatement *
prepare (const FoyerClientUploads *self, const char *sql, GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (self->database, sql, error);

  if (statement != NULL)
    foyer_statement_bind_integer (statement, 1, self->organisation);
  return statement;
}

gboolean
foyer_client_uploads_has_room (const FoyerClientUploads *self, GPtrArray *files, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare (self,
                 "SELECT coalesce (sum (size), 0), coalesce (sum (at > $3), 0) FROM client_upload"
                 " WHERE organisation = $1 AND client_id = $2",
                 error);
  gint64 size = 0;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    size += (gint64) g_bytes_get_size (((FoyerUploadFile *) files->pdata[i])->bytes);
  foyer_statement_bind_text (statement, 2, self->client_id);
  foyer_statement_bind_integer (statement, 3, self->now - 3600);
  return foyer_statement_step (statement, error)
         && foyer_statement_get_integer (statement, 0) + size <= FOYER_CLIENT_UPLOADS_QUOTA
         && foyer_statement_get_integer (statement, 1) + files->len <= FOYER_CLIENT_UPLOADS_AN_HOUR;
}

static char *
store (const FoyerClientUploads *self, GBytes *bytes, GError **error)
{
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (self->files, error);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  char *id;

  if (writer == NULL || !foyer_blob_writer_add (writer, data, size, error))
    return NULL;
  id = foyer_blob_writer_finish (writer, error);
  if (id != NULL)
    g_ptr_array_add (self->made, g_strdup (id));
  return id;
}

/* The same file sent twice is one blob, and counts once. */
static gboolean
note (const FoyerClientUploads *self, const char *id, gint64 size, GError **error)
{
  g_autoptr (FoyerStatement) blob
      = prepare (self,
                 "INSERT INTO blob (organisation, id, size, unused_since) VALUES ($1, $2, $3, $4)"
                 " ON CONFLICT (organisation, id) DO UPDATE SET unused_since ="
                 " CASE WHEN unused_since IS NULL THEN NULL ELSE excluded.unused_since END",
                 error);
  g_autoptr (FoyerStatement) upload = NULL;

  if (blob == NULL)
    return FALSE;
  foyer_statement_bind_text (blob, 2, id);
  foyer_statement_bind_integer (blob, 3, size);
  foyer_statement_bind_integer (blob, 4, self->now);
  if (!foyer_statement_run (blob, error))
    return FALSE;
  upload = prepare (self,
                    "INSERT INTO client_upload (organisation, client_id, blob_id, size, at)"
                    " VALUES ($1, $2, $3, $4, $5)"
                    " ON CONFLICT (organisation, client_id, blob_id) DO UPDATE SET at = excluded.at",
                    error);
  if (upload == NULL)
    return FALSE;
  foyer_statement_bind_text (upload, 2, self->client_id);
  foyer_statement_bind_text (upload, 3, id);
  foyer_statement_bind_integer (upload, 4, size);
  foyer_statement_bind_integer (upload, 5, self->now);
  return foyer_statement_run (upload, error);
}

JsonArray *
foyer_client_uploads_describe (GPtrArray *files)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < files->len; i++) {
    FoyerUploadFile *file = files->pdata[i];
    g_autofree char *id = foyer_blob_id_of_bytes (file->bytes);
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "blobId", id);
    json_object_set_string_member (entry, "name", file->name);
    json_object_set_string_member (entry, "mediaType", file->media_type);
    json_object_set_int_member (entry, "size", (gint64) g_bytes_get_size (file->bytes));
    json_array_add_object_element (list, entry);
  }
  return list;
}

JsonArray *
foyer_client_uploads_keep (const FoyerClientUploads *self, GPtrArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    FoyerUploadFile *file = files->pdata[i];
    g_autofree char *id = store (self, file->bytes, error);

    if (id == NULL || !note (self, id, (gint64) g_bytes_get_size (file->bytes), error))
      return NULL;
  }
  return foyer_client_uploads_describe (files);
}
