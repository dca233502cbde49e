/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-journal.c - what a person did, a second time, in a file that only grows */

#include "foyer-journal.h"

#include "foyer-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define HEAD_SIZE 12
#define LONGEST_PAYLOAD (32u * 1024 * 1024)

static const guint8 mark[3] = { 'F', 'o', 'j' };

struct _FoyerJournal {
  char *path;
  int file;
  goffset length;
  goffset before; /* its length before the last append */
};

/* --- Frames --- */

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] | (guint32) bytes[1] << 8 | (guint32) bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static void
write_number (guint8 *bytes, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    bytes[i] = (guint8) (number >> (8 * i));
}

/* Over the head's first eight bytes too, so that a damaged length is noticed. */
static guint32
check_sum (const guint8 *head, const guint8 *payload, gsize length)
{
  uLong sum = crc32 (0, head, HEAD_SIZE - 4);

  return (guint32) crc32 (sum, payload, (uInt) length);
}

void
foyer_journal_add_frame (GByteArray *frames, FoyerJournalKind kind, JsonObject *payload)
{
  g_autofree char *text = foyer_json_canonical_object (payload);
  gsize length = strlen (text);
  guint8 head[HEAD_SIZE];

  g_return_if_fail (length <= LONGEST_PAYLOAD);

  memcpy (head, mark, sizeof mark);
  head[3] = (guint8) kind;
  write_number (head + 4, (guint32) length);
  write_number (head + 8, check_sum (head, (const guint8 *) text, length));
  g_byte_array_append (frames, head, HEAD_SIZE);
  g_byte_array_append (frames, (const guint8 *) text, (guint) length);
}

static gboolean
is_kind (guint8 kind)
{
  return kind == FOYER_JOURNAL_MADE || kind == FOYER_JOURNAL_WITHDRAWN || kind == FOYER_JOURNAL_SETTLED;
}

/* The size of the whole frame at the start of @bytes, 0 if there is none. */
static gsize
read_frame (const guint8 *bytes, gsize length, JsonObject **payload)
{
  guint32 payload_length;

  if (length < HEAD_SIZE || memcmp (bytes, mark, sizeof mark) != 0 || !is_kind (bytes[3]))
    return 0;
  payload_length = read_number (bytes + 4);
  if (payload_length > LONGEST_PAYLOAD || payload_length > length - HEAD_SIZE
      || read_number (bytes + 8) != check_sum (bytes, bytes + HEAD_SIZE, payload_length))
    return 0;
  *payload = foyer_json_parse_object ((const char *) bytes + HEAD_SIZE, (gssize) payload_length, NULL);
  return *payload == NULL ? 0 : HEAD_SIZE + payload_length;
}

gsize
foyer_journal_read (GBytes *bytes, FoyerJournalFunc function, gpointer user_data)
{
  gsize length;
  const guint8 *start = g_bytes_get_data (bytes, &length);
  gsize skipped = 0;
  gsize at = 0;

  while (at < length) {
    g_autoptr (JsonObject) payload = NULL;
    gsize size = read_frame (start + at, length - at, &payload);

    if (size > 0)
      function ((FoyerJournalKind) start[at + 3], payload, user_data);
    else
      skipped++;
    at += MAX (size, 1);
  }
  return skipped;
}

/* --- The file --- */

static gboolean
set_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int file, const guint8 *bytes, gsize length)
{
  while (length > 0) {
    gssize written = write (file, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    bytes += written;
    length -= (gsize) written;
  }
  return TRUE;
}

/* A new file is on the disk only once its folder says so. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  fsync (file);
  close (file);
}

GBytes *
foyer_journal_load (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *text = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, &failure))
    return g_bytes_new_take (text, length);
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_bytes_new_static ("", 0);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

FoyerJournal *
foyer_journal_open (const char *path, GError **error)
{
  g_autoptr (FoyerJournal) self = g_new0 (FoyerJournal, 1);

  self->path = g_strdup (path);
  self->file = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (self->file >= 0)
    self->length = lseek (self->file, 0, SEEK_END);
  if (self->file < 0 || self->length < 0) {
    set_error (error, path);
    return NULL;
  }
  self->before = self->length;
  sync_folder (path);
  return g_steal_pointer (&self);
}

void
foyer_journal_close (FoyerJournal *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0)
    close (self->file);
  g_free (self->path);
  g_free (self);
}

gboolean
foyer_journal_append (FoyerJournal *self, GByteArray *frames, GError **error)
{
  self->before = self->length;
  if (write_all (self->file, frames->data, frames->len) && fdatasync (self->file) == 0) {
    self->length += frames->len;
    return TRUE;
  }
  set_error (error, self->path);
  if (ftruncate (self->file, self->length) != 0)
    self->length = lseek (self->file, 0, SEEK_END); /* What is cut off is skipped when it is read. */
  return FALSE;
}

gboolean
foyer_journal_take_back (FoyerJournal *self, GError **error)
{
  if (ftruncate (self->file, self->before) != 0 || fdatasync (self->file) != 0)
    return set_error (error, self->path);
  self->length = self->before;
  return TRUE;
}

gboolean
foyer_journal_replace (FoyerJournal *self, GByteArray *frames, GError **error)
{
  g_autofree char *fresh = g_strconcat (self->path, ".new", NULL);
  int file = g_open (fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);

  if (file < 0)
    return set_error (error, fresh);
  if (!write_all (file, frames->data, frames->len) || fdatasync (file) != 0
      || g_rename (fresh, self->path) != 0) {
    set_error (error, fresh);
    close (file);
    g_unlink (fresh);
    return FALSE;
  }
  sync_folder (self->path);
  close (self->file);
  self->file = file;
  self->length = self->before = frames->len;
  return TRUE;
}

goffset
foyer_journal_get_length (FoyerJournal *self)
{
  return self->length;
}
