/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-rebuild.c - a damaged database is put aside, and a copy or a new one takes its place */

#include "foyer-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>

static gboolean
move (const char *from, const char *to, GError **error)
{
  int code;

  if (g_rename (from, to) == 0)
    return TRUE;
  code = errno;
  if (code == ENOENT)
    return TRUE;
  g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_READ_ONLY, "%s: %s", from, g_strerror (code));
  return FALSE;
}

static char *
name_damaged (FoyerStore *self)
{
  gint64 now = foyer_clock_now_seconds (self->clock);
  char *path = NULL;

  do {
    g_free (path);
    path = g_strdup_printf ("%s.damaged-%" G_GINT64_FORMAT, self->path, now++);
  } while (g_file_test (path, G_FILE_TEST_EXISTS));
  return path;
}

/* The WAL goes with its database, so that somebody who knows how can still read both. */
static gboolean
put_aside (FoyerStore *self, GError **error)
{
  static const char *const parts[] = { "-wal", "-shm", "" };
  g_autofree char *damaged = name_damaged (self);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *from = g_strconcat (self->path, parts[i], NULL);
    g_autofree char *to = g_strconcat (damaged, parts[i], NULL);

    if (!move (from, to, error))
      return FALSE;
  }
  g_free (self->recovery.damaged_path);
  self->recovery.damaged_path = g_steal_pointer (&damaged);
  return TRUE;
}

static gint64
get_age (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_mtime : 0;
}

static void
remove_all (FoyerStore *self)
{
  static const char *const parts[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *path = g_strconcat (self->path, parts[i], NULL);

    g_unlink (path);
  }
}

static gboolean
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                      NULL, NULL)
         && g_chmod (to, 0600) == 0;
}

static gboolean
open_copy (FoyerStore *self, guint number)
{
  g_autofree char *backup = foyer_store_name_backup (self, number);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (backup, G_FILE_TEST_EXISTS) || !copy_file (backup, self->path))
    return FALSE;
  self->write_database = foyer_database_open (self->path, FOYER_DATABASE_WRITER, &error);
  if (self->write_database != NULL && foyer_database_check (self->write_database, TRUE, &error)
      && foyer_store_migrate (self->write_database, &error)) {
    self->recovery.copied_at = get_age (backup);
    return TRUE;
  }
  g_message ("Copy %u of the store cannot be used: %s", number, error->message);
  g_clear_object (&self->write_database);
  remove_all (self);
  return FALSE;
}

gboolean
foyer_store_rebuild (FoyerStore *self, GError **error)
{
  if (!put_aside (self, error))
    return FALSE;
  self->recovery.happened = TRUE;
  self->recovery.copied_at = 0;
  for (guint number = 1; number <= FOYER_STORE_BACKUPS; number++) {
    if (open_copy (self, number))
      return TRUE;
  }
  self->write_database = foyer_database_open (self->path, FOYER_DATABASE_WRITER, error);
  return self->write_database != NULL && foyer_store_migrate (self->write_database, error);
}
