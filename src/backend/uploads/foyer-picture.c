/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture.c - pictures from strangers, drawn anew by a process that can do nothing else */

#include "uploads/foyer-picture.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRAM "foyer-picture"
#define LONGEST_RESULT (25 * 1024 * 1024)

char *
foyer_picture_find_program (void)
{
  const char *directory = g_getenv ("FOYER_LIBEXEC_DIR");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *own = self == NULL ? NULL : g_path_get_dirname (self);
  g_autofree char *beside = NULL;

  if (directory != NULL)
    return g_build_filename (directory, PROGRAM, NULL);
  if (own != NULL)
    beside = g_build_filename (own, "uploads", PROGRAM, NULL);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (FOYER_LIBEXEC_DIR, PROGRAM, NULL);
}

static gboolean
fail (const char *what, GError **error)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (number), "%s: %s", what, g_strerror (number));
  return FALSE;
}

/* A file that is in no directory, so that nothing is left of it whatever happens. */
static int
make_file (GBytes *bytes, GError **error)
{
  int file = memfd_create (PROGRAM, MFD_CLOEXEC);
  gsize size = 0;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &size);

  if (file < 0) {
    fail ("memfd_create", error);
    return -1;
  }
  while (size > 0) {
    gssize written = write (file, data, size);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      fail ("write", error);
      close (file);
      return -1;
    }
    data += written;
    size -= (gsize) written;
  }
  lseek (file, 0, SEEK_SET);
  return file;
}

/* The process gets the two files and nothing else: no environment, no other descriptor. */
static gboolean
run (const char *program, int in, int out, guint seconds, GError **error)
{
  static const char *const nothing[] = { "LC_ALL=C", NULL };
  g_autofree char *limit = g_strdup_printf ("%u", seconds);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_environ (launcher, (char **) nothing);
  g_subprocess_launcher_take_stdin_fd (launcher, in);
  g_subprocess_launcher_take_stdout_fd (launcher, out);
  process = g_subprocess_launcher_spawn (launcher, error, program, limit, NULL);
  if (process == NULL || !g_subprocess_wait (process, NULL, error))
    return FALSE;
  if (g_subprocess_get_successful (process))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The picture cannot be drawn");
  return FALSE;
}

static GBytes *
read_file (int file, GError **error)
{
  struct stat facts;
  g_autofree char *data = NULL;
  gsize size = 0;

  if (fstat (file, &facts) != 0) {
    fail ("fstat", error);
    return NULL;
  }
  if (facts.st_size > 0 && facts.st_size <= LONGEST_RESULT) {
    data = g_malloc ((gsize) facts.st_size);
    while (size < (gsize) facts.st_size) {
      gssize got = pread (file, data + size, (gsize) facts.st_size - size, (off_t) size);

      if (got <= 0)
        break;
      size += (gsize) got;
    }
  }
  if (size > 0 && size == (gsize) facts.st_size)
    return g_bytes_new_take (g_steal_pointer (&data), size);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "The picture was not drawn, or became too long");
  return NULL;
}

GBytes *
foyer_picture_draw_anew (const char *program, GBytes *bytes, guint seconds, GError **error)
{
  int in = make_file (bytes, error);
  int out = in < 0 ? -1 : make_file (NULL, error);
  int kept = out < 0 ? -1 : dup (out);
  g_autoptr (GBytes) drawn = NULL;
  FoyerRaster raster;

  if (kept < 0) {
    if (in >= 0)
      close (in);
    if (out >= 0)
      close (out);
    if (error != NULL && *error == NULL)
      fail ("dup", error);
    return NULL;
  }
  if (run (program, in, out, seconds, error))
    drawn = read_file (kept, error);
  close (kept);
  if (drawn == NULL)
    return NULL;
  if (!foyer_raster_read (drawn, &raster)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "What was drawn is no picture");
    return NULL;
  }
  return g_steal_pointer (&drawn);
}
