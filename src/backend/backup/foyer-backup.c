/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backup.c - everything of a server in one file, of one moment */

#include "backup/foyer-backup.h"

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-database.h"
#include "foyer-durable-file.h"

#include <string.h>

#define PIECE (4 * 1024 * 1024)
#define BYTES_A_TRANSACTION (64 * 1024 * 1024)

void
foyer_backup_report_clear (FoyerBackupReport *self)
{
  g_clear_pointer (&self->missing, g_ptr_array_unref);
}

/* --- Copying --- */

static gboolean
copy_database (const char *directory, const char *to, GError **error)
{
  g_autofree char *path = g_build_filename (directory, "foyer.db", NULL);
  g_autoptr (FoyerDatabase) reader = NULL;
  gboolean is_good;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no server data in %s", directory);
    return FALSE;
  }
  reader = foyer_database_open (path, FOYER_DATABASE_READER, error);
  if (reader == NULL)
    return FALSE;
  is_good = foyer_database_copy (reader, to, error);
  foyer_database_close (reader);
  return is_good;
}

/* --- Blobs --- */

typedef struct {
  FoyerDatabase *database;
  FoyerBlobFiles *files;
  FoyerBackupReport *report;
  gint64 uncommitted;
} Packing;

static GPtrArray *
list_blobs (FoyerDatabase *database, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT DISTINCT id FROM blob ORDER BY id", error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (ids, g_strdup (foyer_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
run_with_id (FoyerDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  return foyer_statement_run (statement, error);
}

static gboolean
is_named (FoyerDatabase *database, const char *id)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT 1 FROM blob_reference WHERE blob_id = $1 LIMIT 1", NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return TRUE;
  foyer_statement_bind_text (statement, 1, id);
  return foyer_statement_step (statement, &failure) || failure != NULL;
}

/* What was swept while the copy was made nobody misses; what a record names somebody does. */
static gboolean
note_missing (Packing *packing, const char *id, GError **error)
{
  if (is_named (packing->database, id))
    g_ptr_array_add (packing->report->missing, g_strdup (id));
  return run_with_id (packing->database, "DELETE FROM blob_upload WHERE blob_id = $1", id, error)
         && run_with_id (packing->database, "DELETE FROM blob WHERE id = $1", id, error);
}

static gboolean
put_piece (Packing *packing, const char *id, gint64 position, GBytes *piece, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (packing->database,
                                "INSERT INTO backup_blob (id, position, bytes) VALUES ($1, $2, $3)", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, position);
  foyer_statement_bind_blob (statement, 3, piece);
  return foyer_statement_run (statement, error);
}

static gboolean
commit_now_and_then (Packing *packing, gsize size, GError **error)
{
  packing->uncommitted += (gint64) size;
  if (packing->uncommitted < BYTES_A_TRANSACTION)
    return TRUE;
  packing->uncommitted = 0;
  return foyer_database_commit (packing->database, error) && foyer_database_begin (packing->database, error);
}

static gboolean
pack_blob (Packing *packing, const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = foyer_blob_files_open (packing->files, id, NULL);
  g_autofree char *hash = bytes == NULL ? NULL : foyer_blob_id_of_bytes (bytes);
  gsize size;

  if (g_strcmp0 (hash, id) != 0)
    return note_missing (packing, id, error);
  size = g_bytes_get_size (bytes);
  for (gsize at = 0; at < size || at == 0; at += PIECE) {
    g_autoptr (GBytes) piece = g_bytes_new_from_bytes (bytes, at, MIN (PIECE, size - at));

    if (!put_piece (packing, id, (gint64) at, piece, error)
        || !commit_now_and_then (packing, g_bytes_get_size (piece), error))
      return FALSE;
  }
  packing->report->blobs++;
  packing->report->bytes += (gint64) size;
  return TRUE;
}

static gboolean
pack_blobs (Packing *packing, GError **error)
{
  g_autoptr (GPtrArray) ids = list_blobs (packing->database, error);

  if (ids == NULL || !foyer_database_begin (packing->database, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    if (!pack_blob (packing, ids->pdata[i], error)) {
      foyer_database_rollback (packing->database);
      return FALSE;
    }
  }
  return foyer_database_commit (packing->database, error);
}

static gboolean
has_blobs (FoyerDatabase *database)
{
  return foyer_database_integer (database, "SELECT count(*) FROM sqlite_schema WHERE name = 'blob'", NULL)
         > 0;
}

static gboolean
pack (const char *directory, const char *path, FoyerBackupReport *report, GError **error)
{
  static const char tables[] = "CREATE TABLE backup_blob (id TEXT NOT NULL, position INTEGER NOT NULL,"
                               " bytes BLOB NOT NULL, UNIQUE (id, position)) STRICT;"
                               "CREATE TABLE backup_info (version TEXT NOT NULL) STRICT;"
                               "INSERT INTO backup_info VALUES ('" FOYER_VERSION "');";
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (directory);
  g_autoptr (FoyerDatabase) database = foyer_database_open (path, FOYER_DATABASE_WRITER, error);
  Packing packing = { .database = database, .files = files, .report = report };
  gboolean is_good;

  if (database == NULL)
    return FALSE;
  is_good = foyer_database_execute (database, tables, error)
            && (!has_blobs (database) || pack_blobs (&packing, error))
            && foyer_database_execute (database, "PRAGMA journal_mode = DELETE", error);
  foyer_database_close (database);
  return is_good;
}

/* --- The file --- */

static gboolean
put_in_place (const char *from, const char *to, GError **error)
{
  return foyer_durable_sync (from, error) && foyer_durable_rename (from, to, error);
}

gboolean
foyer_backup_make (const char *directory, const char *path, FoyerBackupReport *report, GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  gboolean is_good;

  *report = (FoyerBackupReport){ .missing = g_ptr_array_new_with_free_func (g_free) };
  foyer_durable_remove_database (partial);
  is_good = copy_database (directory, partial, error) && pack (directory, partial, report, error)
            && put_in_place (partial, path, error);
  foyer_durable_remove_database (partial);
  return is_good;
}
