/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-part.c - the beginning of a file that is being downloaded */

#include "foyer-blob-part.h"

#include "foyer-store-blobs.h"
#include "foyer-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *
name_part (FoyerStoreWriter *writer, const char *id)
{
  g_autofree char *whole = foyer_blob_files_get_path (writer->blobs, id);

  return g_strconcat (whole, ".part", NULL);
}

static gboolean
fail (GError **error, int problem)
{
  g_autoptr (GError) failure
      = g_error_new_literal (G_IO_ERROR, (int) g_io_error_from_errno (problem), g_strerror (problem));

  return foyer_store_convert_file_error (error, failure);
}

static gboolean
write_all (int descriptor, GBytes *bytes)
{
  gsize left;
  const char *next = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize written = write (descriptor, next, left);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return FALSE;
    next += written;
    left -= (gsize) written;
  }
  return TRUE;
}

gint64
foyer_blob_part_get_size (FoyerStoreWriter *writer, const char *id)
{
  g_autofree char *path = name_part (writer, id);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : 0;
}

/* Not synced: what a loss of power takes of it, or leaves wrong, is found out by the hash of the whole. */
gboolean
foyer_blob_part_add (FoyerStoreWriter *writer, const char *id, gint64 from, GBytes *bytes, GError **error)
{
  g_autofree char *path = name_part (writer, id);
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor;
  gboolean good;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, errno);
  descriptor = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail (error, errno);
  good = ftruncate (descriptor, from) == 0 && lseek (descriptor, from, SEEK_SET) == from
         && write_all (descriptor, bytes);
  if (!good)
    fail (error, errno);
  close (descriptor);
  return good;
}

char *
foyer_blob_part_keep (FoyerStoreWriter *writer, const char *id, const char *type, GError **error)
{
  g_autofree char *path = name_part (writer, id);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &failure);
  g_autoptr (GBytes) bytes = file == NULL ? NULL : g_mapped_file_get_bytes (file);
  char *kept;

  if (bytes == NULL) {
    foyer_store_convert_file_error (error, failure);
    return NULL;
  }
  kept = foyer_store_writer_keep_blob (writer, id, type, bytes, &failure);
  if (kept != NULL || g_error_matches (failure, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID))
    g_unlink (path);
  if (kept == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return kept;
}

void
foyer_blob_part_forget (FoyerStoreWriter *writer, const char *id)
{
  g_autofree char *path = name_part (writer, id);

  g_unlink (path);
}
