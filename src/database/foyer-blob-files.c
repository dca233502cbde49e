/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-files.c - blobs on the disk, each under its hash */

#include "foyer-blob-files.h"

#include "foyer-blob-id.h"
#include "foyer-durable-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define UNFINISHED "new-"

struct _FoyerBlobFiles {
  char *directory;
};

struct _FoyerBlobWriter {
  FoyerBlobFiles *files;
  char *temporary;
  int file; /* -1 once finished */
  gint64 size;
  GChecksum *checksum;
};

FoyerBlobFiles *
foyer_blob_files_new (const char *directory)
{
  FoyerBlobFiles *self = g_new0 (FoyerBlobFiles, 1);

  self->directory = g_build_filename (directory, "blobs", NULL);
  return self;
}

void
foyer_blob_files_free (FoyerBlobFiles *self)
{
  if (self == NULL)
    return;
  g_free (self->directory);
  g_free (self);
}

void
foyer_blob_files_clean (FoyerBlobFiles *self)
{
  g_autoptr (GDir) directory = g_dir_open (self->directory, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (self->directory, name, NULL);

    if (g_str_has_prefix (name, UNFINISHED))
      g_unlink (path);
  }
}

/* Ids differ in case alone at times, file systems that do not see it would mix them up: the directory is of the hash's own digits. */
static char *
get_folder (FoyerBlobFiles *self, const char *id)
{
  g_autofree char *base64 = g_strconcat (id + 1, "=", NULL);
  g_autofree guchar *digest = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_strdelimit (base64, "-", '+');
  g_strdelimit (base64, "_", '/');
  digest = g_base64_decode (base64, &length);
  name = g_strdup_printf ("%02x", length > 0 ? digest[0] : 0);
  return g_build_filename (self->directory, name, NULL);
}

char *
foyer_blob_files_get_path (FoyerBlobFiles *self, const char *id)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (foyer_blob_id_is_valid (id), NULL);

  folder = get_folder (self, id);
  return g_build_filename (folder, id, NULL);
}

GBytes *
foyer_blob_files_open (FoyerBlobFiles *self, const char *id, GError **error)
{
  g_autofree char *path = foyer_blob_files_get_path (self, id);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);

  return file == NULL ? NULL : g_mapped_file_get_bytes (file);
}

void
foyer_blob_files_remove (FoyerBlobFiles *self, const char *id)
{
  g_autofree char *path = foyer_blob_files_get_path (self, id);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_warning ("A blob was not removed: %s", g_strerror (errno));
}

/* --- Writing --- */

static gboolean
make_directory (const char *path, GError **error)
{
  g_autofree char *parent = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  parent = g_path_get_dirname (path);
  if (g_mkdir (path, 0700) != 0 && errno != EEXIST)
    return foyer_durable_set_error (error, path);
  return foyer_durable_sync (parent, error);
}

FoyerBlobWriter *
foyer_blob_writer_new (FoyerBlobFiles *files, GError **error)
{
  g_autoptr (FoyerBlobWriter) self = g_new0 (FoyerBlobWriter, 1);

  self->files = files;
  self->file = -1;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!make_directory (files->directory, error))
    return NULL;
  self->temporary = g_build_filename (files->directory, UNFINISHED "XXXXXX", NULL);
  self->file = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0) {
    foyer_durable_set_error (error, self->temporary);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
foyer_blob_writer_free (FoyerBlobWriter *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0) {
    close (self->file);
    g_unlink (self->temporary);
  }
  g_checksum_free (self->checksum);
  g_free (self->temporary);
  g_free (self);
}

gboolean
foyer_blob_writer_add (FoyerBlobWriter *self, gconstpointer data, gsize size, GError **error)
{
  const char *at = data;

  if (size == 0)
    return TRUE;
  g_checksum_update (self->checksum, data, (gssize) size);
  self->size += (gint64) size;
  while (size > 0) {
    gssize written = write (self->file, at, size);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return foyer_durable_set_error (error, self->temporary);
    at += written;
    size -= (gsize) written;
  }
  return TRUE;
}

gint64
foyer_blob_writer_get_size (FoyerBlobWriter *self)
{
  return self->size;
}

char *
foyer_blob_writer_finish (FoyerBlobWriter *self, GError **error)
{
  guint8 digest[FOYER_BLOB_DIGEST_SIZE];
  gsize length = sizeof digest;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  g_checksum_get_digest (self->checksum, digest, &length);
  id = foyer_blob_id_new (digest);
  path = foyer_blob_files_get_path (self->files, id);
  folder = g_path_get_dirname (path);
  if (fdatasync (self->file) != 0) {
    foyer_durable_set_error (error, self->temporary);
    return NULL;
  }
  if (!make_directory (folder, error))
    return NULL;
  /* What has the same name has the same bytes, unless it was damaged: then this mends it. */
  if (g_rename (self->temporary, path) != 0) {
    foyer_durable_set_error (error, path);
    return NULL;
  }
  close (self->file);
  self->file = -1;
  return foyer_durable_sync (folder, error) ? g_steal_pointer (&id) : NULL;
}
