/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-faulty-disk.c - a disk that fails at the write that it is told to fail at */

#include "foyer-faulty-disk.h"

#include "foyer-unsynced.h"

#include <errno.h>
#include <execinfo.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* One disk a process: SQLite and the linker know no user data. */
static struct {
  FoyerFault fault;
  guint64 point;
  guint64 seed;
  guint64 passed;
  guint64 allocated;
  sqlite3_vfs *real;
  sqlite3_vfs faulty;
  sqlite3_mem_methods memory;
  GHashTable *ways; /* (nullable): hashes of the ways to allocations so far */
  GArray *places;   /* (nullable) */
} disk;

#define LONGEST_WAY 48

const char *
foyer_fault_name (FoyerFault fault)
{
  static const char *const names[]
      = { "none",           "kill",      "torn write",     "power loss", "one error",         "errors",
          "disk full once", "disk full", "no memory once", "no memory",  "disk full too late" };

  return names[fault];
}

gboolean
foyer_fault_is_of_memory (FoyerFault fault)
{
  return fault == FOYER_FAULT_MEMORY_ONCE || fault == FOYER_FAULT_MEMORY_FOREVER;
}

/* Whether the fault is due. The faults that end the process do it here; a torn write has been torn before. */
static gboolean
is_due (void)
{
  disk.passed++;
  if (disk.point == 0 || disk.passed < disk.point || foyer_fault_is_of_memory (disk.fault))
    return FALSE;
  switch (disk.fault) {
  case FOYER_FAULT_KILL:
    _exit (FOYER_FAULT_STATUS);
  case FOYER_FAULT_POWER:
    disk.real = NULL; /* What is done now is not done by the program. */
    foyer_unsynced_lose (disk.seed);
    _exit (FOYER_FAULT_STATUS);
  case FOYER_FAULT_IO_ONCE:
  case FOYER_FAULT_FULL_ONCE:
  case FOYER_FAULT_FULL_TOO_LATE:
    return disk.passed == disk.point;
  case FOYER_FAULT_FULL_FOR_A_WHILE:
    return FALSE; /* What needs no room works, see lacks_room(). */
  default:
    return TRUE;
  }
}

/* Writes alone: what cuts a file off or syncs it needs no room. */
static gboolean
lacks_room (void)
{
  return disk.fault == FOYER_FAULT_FULL_FOR_A_WHILE && disk.passed >= disk.point
         && disk.passed < disk.point + FOYER_FAULT_WHILE;
}

static gboolean
is_full (void)
{
  return disk.fault == FOYER_FAULT_FULL_ONCE || disk.fault == FOYER_FAULT_FULL_FOREVER
         || disk.fault == FOYER_FAULT_FULL_TOO_LATE || disk.fault == FOYER_FAULT_FULL_FOR_A_WHILE;
}

static gboolean
is_watched (void)
{
  return disk.fault == FOYER_FAULT_POWER;
}

/* --- Under SQLite --- */

typedef struct {
  sqlite3_file base;
  FoyerUnsynced *unsynced; /* (nullable): while power may be lost */
  sqlite3_file *real;      /* in the same piece of memory, behind this one */
} File;

static File *
get_file (sqlite3_file *file)
{
  return (File *) file;
}

#define REAL(file) (get_file (file)->real->pMethods)

static int
close_file (sqlite3_file *file)
{
  return REAL (file)->xClose (get_file (file)->real);
}

static int
read_file (sqlite3_file *file, void *bytes, int length, sqlite3_int64 at)
{
  return REAL (file)->xRead (get_file (file)->real, bytes, length, at);
}

static int
write_file (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
  File *self = get_file (file);

  if (is_due () || lacks_room ()) {
    if (disk.fault == FOYER_FAULT_TEAR) {
      self->real->pMethods->xWrite (self->real, bytes, length / 2, at);
      _exit (FOYER_FAULT_STATUS);
    }
    if (disk.fault == FOYER_FAULT_FULL_TOO_LATE)
      self->real->pMethods->xWrite (self->real, bytes, length, at);
    return is_full () ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  if (self->unsynced != NULL)
    foyer_unsynced_note_write (self->unsynced, bytes, (gsize) length, at);
  return self->real->pMethods->xWrite (self->real, bytes, length, at);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  File *self = get_file (file);

  if (is_due ()) {
    if (disk.fault == FOYER_FAULT_TEAR)
      _exit (FOYER_FAULT_STATUS);
    return SQLITE_IOERR_TRUNCATE;
  }
  if (self->unsynced != NULL)
    foyer_unsynced_note_truncation (self->unsynced, size);
  return self->real->pMethods->xTruncate (self->real, size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  File *self = get_file (file);

  if (is_due ()) {
    if (disk.fault == FOYER_FAULT_TEAR)
      _exit (FOYER_FAULT_STATUS);
    return SQLITE_IOERR_FSYNC; /* Whatever the reason: SQLite's own disk says no more. */
  }
  if (self->unsynced != NULL)
    foyer_unsynced_settle (self->unsynced);
  return SQLITE_OK; /* Nobody takes the power from the machine that runs this. */
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->xFileSize (get_file (file)->real, size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return REAL (file)->xLock (get_file (file)->real, level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return REAL (file)->xUnlock (get_file (file)->real, level);
}

static int
check_lock (sqlite3_file *file, int *locked)
{
  return REAL (file)->xCheckReservedLock (get_file (file)->real, locked);
}

static int
control_file (sqlite3_file *file, int what, void *value)
{
  if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE)
    return SQLITE_OK; /* It would write behind our back. */
  return REAL (file)->xFileControl (get_file (file)->real, what, value);
}

static int
get_sector_size (sqlite3_file *file)
{
  return REAL (file)->xSectorSize (get_file (file)->real);
}

static int
get_promises (sqlite3_file *file)
{
  return 0; /* Not even that a write leaves its neighbours alone. */
}

static int
map_shared (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  return REAL (file)->xShmMap (get_file (file)->real, region, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->xShmLock (get_file (file)->real, offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  REAL (file)->xShmBarrier (get_file (file)->real);
}

static int
unmap_shared (sqlite3_file *file, int remove)
{
  return REAL (file)->xShmUnmap (get_file (file)->real, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_promises,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = order_shared,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = get_file (file);
  int result;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (self + 1);
  result = disk.real->xOpen (disk.real, path, self->real, flags, out_flags);
  if (result != SQLITE_OK)
    return result;
  self->base.pMethods = &methods;
  if (is_watched () && path != NULL && (flags & SQLITE_OPEN_READWRITE) != 0)
    self->unsynced = foyer_unsynced_find (path);
  return SQLITE_OK;
}

static int
delete_file (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  if (is_due ()) {
    if (disk.fault == FOYER_FAULT_TEAR)
      _exit (FOYER_FAULT_STATUS);
    return SQLITE_IOERR_DELETE;
  }
  if (is_watched ())
    foyer_unsynced_forget (path);
  return disk.real->xDelete (disk.real, path, sync_folder);
}

/* The same bytes in every run, so that the same work leaves the same files. */
static int
make_random (sqlite3_vfs *vfs, int length, char *bytes)
{
  memset (bytes, 0x5a, (gsize) length);
  return length;
}

/* By what is on the stack. Ways that differ beyond LONGEST_WAY calls count as one. */
static void
note_place (void)
{
  void *calls[LONGEST_WAY];
  int n_calls = backtrace (calls, LONGEST_WAY);
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (int i = 0; i < n_calls; i++)
    hash = (hash ^ (guint64) GPOINTER_TO_SIZE (calls[i])) * G_GUINT64_CONSTANT (1099511628211);
  if (g_hash_table_add (disk.ways, g_memdup2 (&hash, sizeof hash)))
    g_array_append_val (disk.places, disk.allocated);
}

void
foyer_faulty_disk_note_places (void)
{
  disk.places = g_array_new (FALSE, FALSE, sizeof (guint64));
  disk.ways = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GArray *
foyer_faulty_disk_get_places (void)
{
  return disk.places;
}

static gboolean
lacks_memory (void)
{
  disk.allocated++;
  if (disk.ways != NULL)
    note_place ();
  if (disk.point == 0 || disk.allocated < disk.point)
    return FALSE;
  return disk.fault == FOYER_FAULT_MEMORY_FOREVER
         || (disk.fault == FOYER_FAULT_MEMORY_ONCE && disk.allocated == disk.point);
}

static void *
allocate (int length)
{
  return lacks_memory () ? NULL : disk.memory.xMalloc (length);
}

static void *
reallocate (void *memory, int length)
{
  return lacks_memory () ? NULL : disk.memory.xRealloc (memory, length);
}

void
foyer_faulty_disk_install (FoyerFault fault, guint64 point, guint64 seed)
{
  sqlite3_mem_methods memory;

  disk.fault = fault;
  disk.point = 0;
  disk.seed = seed;
  sqlite3_shutdown ();
  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &disk.memory);
  memory = disk.memory;
  memory.xMalloc = allocate;
  memory.xRealloc = reallocate;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &memory);
  sqlite3_initialize ();
  disk.real = sqlite3_vfs_find (NULL);
  disk.faulty = *disk.real;
  disk.faulty.zName = "faulty";
  disk.faulty.szOsFile = (int) sizeof (File) + disk.real->szOsFile;
  disk.faulty.xOpen = open_file;
  disk.faulty.xDelete = delete_file;
  disk.faulty.xRandomness = make_random;
  sqlite3_vfs_register (&disk.faulty, 1);
  sqlite3_randomness (0, NULL);
  disk.passed = 0;
  disk.allocated = 0;
  disk.point = point;
}

guint64
foyer_faulty_disk_count (gboolean of_memory)
{
  return of_memory ? disk.allocated : disk.passed;
}

/* --- Under the operation journal: the linker sends our own calls here (see meson.build) --- */

gssize __real_write (int file, const void *bytes, gsize length);
gssize __wrap_write (int file, const void *bytes, gsize length);
int __real_fdatasync (int file);
int __wrap_fdatasync (int file);
int __real_fsync (int file);
int __wrap_fsync (int file);
int __real_ftruncate64 (int file, gint64 size);
int __wrap_ftruncate64 (int file, gint64 size);
int __real_rename (const char *from, const char *to);
int __wrap_rename (const char *from, const char *to);

static char *
find_journal (int file)
{
  char link[64];
  char *path;

  if (disk.real == NULL)
    return NULL;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  path = g_file_read_link (link, NULL);
  if (path == NULL || strstr (path, ".journal") == NULL)
    g_clear_pointer (&path, g_free);
  return path;
}

static int
fail (void)
{
  errno = is_full () ? ENOSPC : EIO;
  return -1;
}

gssize
__wrap_write (int file, const void *bytes, gsize length)
{
  g_autofree char *path = find_journal (file);

  if (path == NULL)
    return __real_write (file, bytes, length);
  if (is_due () || lacks_room ()) {
    gssize written
        = disk.fault == FOYER_FAULT_TEAR || is_full () ? __real_write (file, bytes, length / 2) : 0;

    if (disk.fault == FOYER_FAULT_TEAR)
      _exit (FOYER_FAULT_STATUS);
    return written > 0 ? written : fail ();
  }
  if (is_watched ())
    foyer_unsynced_note_write (foyer_unsynced_find (path), bytes, length, lseek (file, 0, SEEK_END));
  return __real_write (file, bytes, length);
}

static gboolean
is_refused (const char *path)
{
  if (path == NULL || !is_due ())
    return FALSE;
  if (disk.fault == FOYER_FAULT_TEAR)
    _exit (FOYER_FAULT_STATUS);
  return TRUE;
}

int
__wrap_fdatasync (int file)
{
  g_autofree char *path = find_journal (file);

  if (is_refused (path))
    return fail ();
  if (path != NULL && is_watched ())
    foyer_unsynced_settle (foyer_unsynced_find (path));
  return path == NULL ? __real_fdatasync (file) : 0;
}

int
__wrap_fsync (int file)
{
  return __wrap_fdatasync (file);
}

int
__wrap_ftruncate64 (int file, gint64 size)
{
  g_autofree char *path = find_journal (file);

  if (is_refused (path))
    return fail ();
  if (path != NULL && is_watched ())
    foyer_unsynced_note_truncation (foyer_unsynced_find (path), size);
  return __real_ftruncate64 (file, size);
}

int
__wrap_rename (const char *from, const char *to)
{
  const char *path = disk.real != NULL && strstr (to, ".journal") != NULL ? to : NULL;

  return is_refused (path) ? fail () : __real_rename (from, to);
}

void
foyer_faulty_disk_write (int file, const void *bytes, gsize length)
{
  if (__real_write (file, bytes, length) != (gssize) length)
    _exit (3);
}
