/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-opening.c - from a folder to an open store, whatever state the folder is in */

#include "foyer-store-private.h"

#include "foyer-operation-table.h"

#include <errno.h>
#include <glib/gstdio.h>

static gboolean
make_folder (FoyerStore *self, GError **error)
{
  int code;

  if (g_mkdir_with_parents (self->directory, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, FOYER_STORE_ERROR,
               code == ENOSPC ? FOYER_STORE_ERROR_DISK_FULL : FOYER_STORE_ERROR_READ_ONLY, "%s: %s",
               self->directory, g_strerror (code));
  return FALSE;
}

/* --- How far the file can be trusted --- */

static char *
name_mark (FoyerStore *self)
{
  return g_strconcat (self->path, ".suspect", NULL);
}

void
foyer_store_suspect (FoyerStore *self)
{
  g_autofree char *mark = name_mark (self);

  g_file_set_contents_full (mark, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static gboolean
is_suspect (FoyerStore *self)
{
  g_autofree char *mark = name_mark (self);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

/* The last connection that closes takes the WAL away with it: one that is left says that nobody closed. */
static gboolean
was_left_open (FoyerStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  return g_stat (wal, &status) == 0 && status.st_size > 0;
}

static gboolean
is_filled (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

/* A file that is empty or gone would pass for a new one. */
static gboolean
was_emptied (FoyerStore *self, GError **error)
{
  g_autofree char *journal = g_build_filename (self->directory, "operations.journal", NULL);
  g_autofree char *copy = foyer_store_name_backup (self, 1);

  if (is_filled (self->path) || was_left_open (self) || !(is_filled (journal) || is_filled (copy)))
    return FALSE;
  g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT,
               "%s is empty, and there is something beside it", self->path);
  return TRUE;
}

static gboolean
open_database (FoyerStore *self, GError **error)
{
  gboolean suspect = is_suspect (self);
  gboolean left_open = was_left_open (self);
  g_autofree char *mark = name_mark (self);

  if (was_emptied (self, error))
    return FALSE;
  self->write_database = foyer_database_open (self->path, FOYER_DATABASE_WRITER, error);
  if (self->write_database == NULL
      || ((suspect || left_open) && !foyer_database_check (self->write_database, suspect, error))
      || !foyer_store_migrate (self->write_database, error))
    return FALSE;
  if (suspect)
    g_unlink (mark);
  return TRUE;
}

static gboolean
restart_holds (FoyerStore *self, GError **error)
{
  return foyer_database_begin (self->write_database, error)
         && foyer_operation_table_restart_holds (self->write_database, foyer_clock_monotonic (self->clock),
                                                 error)
         && foyer_database_commit (self->write_database, error);
}

static gboolean
open_as_it_is (FoyerStore *self, GError **error)
{
  return open_database (self, error) && foyer_store_reconcile (self, FALSE, error)
         && restart_holds (self, error);
}

static gboolean
open_or_rebuild (FoyerStore *self, GError **error)
{
  g_autofree char *mark = name_mark (self);
  g_autoptr (GError) failure = NULL;

  if (open_as_it_is (self, &failure))
    return TRUE;
  g_clear_pointer (&self->journal, foyer_journal_close);
  g_clear_object (&self->write_database);
  if (!g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  g_message ("The store is damaged: %s", failure->message);
  if (!foyer_store_rebuild (self, error) || !foyer_store_reconcile (self, TRUE, error)
      || !restart_holds (self, error))
    return FALSE;
  g_unlink (mark);
  return TRUE;
}

gboolean
foyer_store_open_files (FoyerStore *self, GError **error)
{
  if (!make_folder (self, error) || !open_or_rebuild (self, error))
    return FALSE;
  foyer_store_recall_commits (self);
  self->read_database = foyer_database_open (self->path, FOYER_DATABASE_READER, error);
  if (self->read_database == NULL)
    return FALSE;
  self->main_database = foyer_database_open (self->path, FOYER_DATABASE_READER, error);
  return self->main_database != NULL;
}
