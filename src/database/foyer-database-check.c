/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-database-check.c - is the file whole, and a second one like it */

#include "foyer-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

gboolean
foyer_database_check (FoyerDatabase *self, gboolean thoroughly, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self, thoroughly ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)",
                                error);
  const char *finding;

  if (statement == NULL || !foyer_statement_step (statement, error))
    return FALSE;
  finding = foyer_statement_get_text (statement, 0);
  if (g_strcmp0 (finding, "ok") == 0) {
    /* The check has filled the cache with every page of the file; few of them are wanted soon. */
    g_clear_pointer (&statement, foyer_statement_release);
    return foyer_database_execute (self, "PRAGMA shrink_memory", error);
  }
  g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT, "%s: %s",
               foyer_database_get_path (self), finding);
  return FALSE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int code = 0;

  if (file < 0 || fsync (file) != 0)
    code = errno;
  if (file >= 0)
    close (file);
  if (code == 0)
    return TRUE;
  g_set_error (error, FOYER_DATABASE_ERROR,
               code == ENOSPC ? FOYER_DATABASE_ERROR_DISK_FULL : FOYER_DATABASE_ERROR_FAILED, "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

gboolean
foyer_database_copy (FoyerDatabase *self, const char *path, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;

  /* A reader's file is open for reading only; this pragma would forbid writing the other file too. */
  if (!foyer_database_execute (self, "PRAGMA query_only = OFF", error))
    return FALSE;
  statement = foyer_database_prepare (self, "VACUUM INTO $1", error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, path);
  return foyer_statement_run (statement, error) && g_chmod (path, 0600) == 0 && sync_file (path, error);
}
