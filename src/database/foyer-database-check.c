/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-database-check.c - is the file whole, and a second one like it */

#include "foyer-database.h"

#include "foyer-durable-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* As SQLite counts: negative, in KiB. */
#define CACHE_WHILE_CHECKING -1000

/* The check reads every page of the file once. A large cache would keep what nobody asks for again. */
static gboolean
set_cache (FoyerDatabase *self, gint64 size, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA cache_size = %" G_GINT64_FORMAT "; PRAGMA shrink_memory", size);

  return foyer_database_execute (self, sql, error);
}

static gboolean
check (FoyerDatabase *self, gboolean thoroughly, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self, thoroughly ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)",
                                error);
  const char *finding;

  if (statement == NULL || !foyer_statement_step (statement, error))
    return FALSE;
  finding = foyer_statement_get_text (statement, 0);
  if (g_strcmp0 (finding, "ok") == 0)
    return TRUE;
  g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT, "%s: %s",
               foyer_database_get_path (self), finding);
  return FALSE;
}

gboolean
foyer_database_check (FoyerDatabase *self, gboolean thoroughly, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const gint64 before = foyer_database_integer (self, "PRAGMA cache_size", &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!set_cache (self, CACHE_WHILE_CHECKING, error))
    return FALSE;
  if (check (self, thoroughly, error))
    return set_cache (self, before, error);
  set_cache (self, before, NULL);
  return FALSE;
}

static gboolean
sync_copy (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (foyer_durable_sync (path, &failure))
    return TRUE;
  g_set_error (error, FOYER_DATABASE_ERROR,
               g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? FOYER_DATABASE_ERROR_DISK_FULL
                                                                           : FOYER_DATABASE_ERROR_FAILED,
               "%s", failure->message);
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
  return foyer_statement_run (statement, error) && g_chmod (path, 0600) == 0 && sync_copy (path, error);
}
