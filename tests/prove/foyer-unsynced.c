/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-unsynced.c - what was written but not synced, and what power loss leaves of it */

#include "foyer-unsynced.h"

#include "foyer-random.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512

typedef struct {
  gint64 at;     /* of a write; the size of a truncation */
  GBytes *bytes; /* (nullable): NULL for a truncation */
  GBytes *before;
  gint64 size_before;
} Change;

/* Found by its inode: a file keeps what is unsynced when it is renamed. */
struct _FoyerUnsynced {
  guint64 inode;
  int file; /* never closed: closing would let go of SQLite's locks on the same file */
  GPtrArray *changes;
};

static GPtrArray *
    all; /* (element-type FoyerUnsynced): one disk a process; in the order of opening, so that a seed says it all */

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
  g_clear_pointer (&change->before, g_bytes_unref);
  g_free (change);
}

static FoyerUnsynced *
look_up (guint64 inode)
{
  for (guint i = 0; all != NULL && i < all->len; i++) {
    FoyerUnsynced *self = all->pdata[i];

    if (self->inode == inode)
      return self;
  }
  return NULL;
}

FoyerUnsynced *
foyer_unsynced_find (const char *path)
{
  FoyerUnsynced *self;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  self = look_up (status.st_ino);
  if (self != NULL)
    return self;
  self = g_new0 (FoyerUnsynced, 1);
  self->inode = status.st_ino;
  self->file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  g_assert_cmpint (self->file, >=, 0);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  if (all == NULL)
    all = g_ptr_array_new ();
  g_ptr_array_add (all, self);
  return self;
}

static GBytes *
read_range (int file, gint64 at, gsize length)
{
  guint8 *bytes = g_malloc (MAX (length, 1));
  gssize got = pread (file, bytes, length, at);

  return g_bytes_new_take (bytes, (gsize) MAX (got, 0));
}

static gint64
get_size (int file)
{
  return (gint64) lseek (file, 0, SEEK_END);
}

void
foyer_unsynced_note_write (FoyerUnsynced *self, const void *bytes, gsize length, gint64 at)
{
  Change *change = g_new0 (Change, 1);

  change->at = at;
  change->bytes = g_bytes_new (bytes, length);
  change->before = read_range (self->file, at, length);
  change->size_before = get_size (self->file);
  g_ptr_array_add (self->changes, change);
}

void
foyer_unsynced_note_truncation (FoyerUnsynced *self, gint64 size)
{
  Change *change = g_new0 (Change, 1);

  change->at = size;
  change->size_before = get_size (self->file);
  change->before = read_range (self->file, size, (gsize) MAX (change->size_before - size, 0));
  g_ptr_array_add (self->changes, change);
}

void
foyer_unsynced_settle (FoyerUnsynced *self)
{
  g_ptr_array_set_size (self->changes, 0);
}

void
foyer_unsynced_forget (const char *path)
{
  GStatBuf status;
  FoyerUnsynced *self = g_stat (path, &status) == 0 ? look_up (status.st_ino) : NULL;

  if (self != NULL)
    g_ptr_array_remove (all, self);
}

static void
write_bytes (int file, const guint8 *bytes, gsize length, gint64 at)
{
  if (length > 0 && pwrite (file, bytes, length, at) != (gssize) length)
    _exit (3);
}

static void
cut (int file, gint64 size)
{
  if (ftruncate (file, size) != 0)
    _exit (3);
}

static void
fall_back (FoyerUnsynced *self)
{
  for (guint i = self->changes->len; i-- > 0;) {
    Change *change = self->changes->pdata[i];
    gsize length;
    const guint8 *before = g_bytes_get_data (change->before, &length);

    write_bytes (self->file, before, length, change->at);
    cut (self->file, change->size_before);
  }
}

static void
write_some (FoyerUnsynced *self, Change *change, FoyerRandom *random)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (change->bytes, &length);

  for (gsize at = 0; at < length; at += SECTOR) {
    gsize part = MIN (SECTOR, length - at);
    guint8 sector[SECTOR];
    guint fate = foyer_random_below (random, 4);

    memcpy (sector, bytes + at, part);
    if (fate == 1)
      foyer_random_bytes (random, sector, part);
    if (fate != 0)
      write_bytes (self->file, sector, part, change->at + (gint64) at);
  }
}

static void
lose (FoyerUnsynced *self, FoyerRandom *random)
{
  fall_back (self);
  for (guint i = 0; i < self->changes->len; i++) {
    Change *change = self->changes->pdata[i];

    if (change->bytes != NULL)
      write_some (self, change, random);
    else if (foyer_random_below (random, 2) == 0)
      cut (self->file, change->at);
  }
}

void
foyer_unsynced_lose (guint64 seed)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed);

  for (guint i = 0; all != NULL && i < all->len; i++)
    lose (all->pdata[i], random);
}
