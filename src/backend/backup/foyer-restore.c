/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-restore.c - a backup in place of a server's data */

#include "backup/foyer-backup.h"

#include "accounts/foyer-accounts.h"
#include "foyer-blob-files.h"
#include "foyer-backend.h"
#include "foyer-database.h"
#include "foyer-durable-file.h"
#include "mail/foyer-mail-queue.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DATABASE "foyer.db"

static gboolean
refuse (GError **error, FoyerDatabaseError code, const char *format, const char *path)
{
  g_autofree char *message = g_strdup_printf ("%s %s", path, format);

  g_set_error_literal (error, FOYER_DATABASE_ERROR, (int) code, message);
  return FALSE;
}

/* --- The backup --- */

static FoyerDatabase *
open_backup (const char *path, GError **error)
{
  g_autoptr (FoyerDatabase) backup = NULL;
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no backup at %s", path);
    return NULL;
  }
  backup = foyer_database_open (path, FOYER_DATABASE_READER, &failure);
  if (backup == NULL || !foyer_database_check (backup, TRUE, &failure)) {
    if (g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT))
      refuse (error, FOYER_DATABASE_ERROR_CORRUPT,
              "is damaged or no backup at all. Nothing was changed; take another backup", path);
    else
      g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (foyer_database_integer (backup, "SELECT count(*) FROM sqlite_schema WHERE name = 'backup_info'", NULL)
      > 0)
    return g_steal_pointer (&backup);
  refuse (error, FOYER_DATABASE_ERROR_CORRUPT, "is no backup that foyer-server made", path);
  return NULL;
}

/* --- Where it goes --- */

static gboolean
is_empty (const char *directory)
{
  g_autoptr (GDir) entries = g_dir_open (directory, 0, NULL);

  return entries == NULL || g_dir_read_name (entries) == NULL;
}

/* What was in the log beside the old database is brought into it; a database that is damaged cannot do that any more. */
static gboolean
close_old_data (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerDatabase) old = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  old = foyer_database_open (path, FOYER_DATABASE_WRITER, &failure);
  if (old != NULL)
    foyer_database_close (old);
  if (!g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
prepare_directory (const char *directory, gboolean replace, GError **error)
{
  g_autofree char *path = g_build_filename (directory, DATABASE, NULL);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    return foyer_durable_set_error (error, directory);
  if (!close_old_data (path, error))
    return FALSE;
  if (replace || is_empty (directory))
    return TRUE;
  return refuse (error, FOYER_DATABASE_ERROR_READ_ONLY, "is not empty; --replace puts what is there aside",
                 directory);
}

/* --- Unpacking --- */

static gboolean
finish_blob (FoyerBlobWriter *writer, const char *id, FoyerBackupReport *report, GError **error)
{
  gint64 size = foyer_blob_writer_get_size (writer);
  g_autofree char *made = foyer_blob_writer_finish (writer, error);

  if (made == NULL)
    return FALSE;
  if (strcmp (made, id) != 0)
    return refuse (error, FOYER_DATABASE_ERROR_CORRUPT, "is damaged in the backup", id);
  report->blobs++;
  report->bytes += size;
  return TRUE;
}

static gboolean
unpack_blob (FoyerDatabase *backup,
             FoyerBlobFiles *files,
             const char *id,
             FoyerBackupReport *report,
             GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (backup, "SELECT bytes FROM backup_blob WHERE id = $1 ORDER BY position",
                                error);
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (files, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL || writer == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  while (foyer_statement_step (statement, &failure)) {
    g_autoptr (GBytes) piece = foyer_statement_get_blob (statement, 0);
    gsize size;
    gconstpointer data = g_bytes_get_data (piece, &size);

    if (!foyer_blob_writer_add (writer, data, size, error))
      return FALSE;
  }
  if (failure == NULL)
    return finish_blob (writer, id, report, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
unpack_blobs (FoyerDatabase *backup, const char *directory, FoyerBackupReport *report, GError **error)
{
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (directory);
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (backup, "SELECT DISTINCT id FROM backup_blob ORDER BY id", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (foyer_statement_step (statement, &failure)) {
    if (!unpack_blob (backup, files, foyer_statement_get_text (statement, 0), report, error))
      return FALSE;
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- The new data --- */

static gboolean
settle (FoyerDatabase *database, FoyerRandom *random, GError **error)
{
  if (!foyer_database_begin (database, error))
    return FALSE;
  if (foyer_database_execute (database, "DROP TABLE backup_blob; DROP TABLE backup_info;", error)
      && foyer_accounts_renew_epochs (database, random, error))
    return foyer_database_commit (database, error);
  foyer_database_rollback (database);
  return FALSE;
}

static gboolean
make_database (FoyerDatabase *backup, const char *path, FoyerRandom *random, GError **error)
{
  g_autoptr (FoyerDatabase) database = NULL;
  gboolean is_good;

  if (!foyer_database_copy (backup, path, error))
    return FALSE;
  database = foyer_database_open (path, FOYER_DATABASE_WRITER, error);
  if (database == NULL)
    return FALSE;
  is_good = settle (database, random, error) && foyer_database_execute (database, "VACUUM", error)
            && foyer_backend_migrate (database, error) && foyer_mail_queue_doubt (database, error);
  foyer_database_close (database);
  return is_good;
}

/* The old database keeps its log, if it could not take it in; the new one must not find it. */
static gboolean
put_aside (const char *path, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm" };
  g_autofree char *aside = g_strconcat (path, ".replaced", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (path, endings[i], NULL);
    g_autofree char *to = g_strconcat (aside, endings[i], NULL);

    g_unlink (to);
    if (g_rename (from, to) != 0 && errno != ENOENT)
      return foyer_durable_set_error (error, from);
  }
  g_unlink (aside);
  return link (path, aside) == 0 || foyer_durable_set_error (error, aside);
}

static gboolean
put_in_place (const char *from, const char *directory, GError **error)
{
  g_autofree char *path = g_build_filename (directory, DATABASE, NULL);

  return put_aside (path, error) && foyer_durable_rename (from, path, error);
}

gboolean
foyer_backup_restore (const char *path,
                      const char *directory,
                      gboolean replace,
                      FoyerRandom *random,
                      FoyerBackupReport *report,
                      GError **error)
{
  g_autofree char *staged = g_build_filename (directory, "restoring.db", NULL);
  g_autoptr (FoyerDatabase) backup = open_backup (path, error);
  gboolean is_good;

  *report = (FoyerBackupReport){ .missing = g_ptr_array_new_with_free_func (g_free) };
  if (backup == NULL)
    return FALSE;
  is_good = prepare_directory (directory, replace, error);
  if (is_good) {
    foyer_durable_remove_database (staged);
    is_good = make_database (backup, staged, random, error) && unpack_blobs (backup, directory, report, error)
              && put_in_place (staged, directory, error);
    foyer_durable_remove_database (staged);
  }
  foyer_database_close (backup);
  return is_good;
}
