/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-durable-file.c - files and names that survive a loss of power */

#include "foyer-durable-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
foyer_durable_set_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

gboolean
foyer_durable_sync (const char *path, GError **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_good = file >= 0 && fsync (file) == 0;

  if (!is_good)
    foyer_durable_set_error (error, path);
  if (file >= 0)
    close (file);
  return is_good;
}

gboolean
foyer_durable_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (to);

  /* A name is on the disk when its directory is. */
  if (g_rename (from, to) != 0)
    return foyer_durable_set_error (error, to);
  return foyer_durable_sync (directory, error);
}

void
foyer_durable_remove_database (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (path, endings[i], NULL);

    g_unlink (file);
  }
}
