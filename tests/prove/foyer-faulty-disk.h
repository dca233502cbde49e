/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerFault:
 * @FOYER_FAULT_NONE: nothing happens; points are counted
 * @FOYER_FAULT_KILL: the process ends before the write
 * @FOYER_FAULT_TEAR: the process ends in the middle of the write
 * @FOYER_FAULT_POWER: the power goes: of what was not synced, each sector of 512 bytes is there, is not, or is garbage
 * @FOYER_FAULT_IO_ONCE: one I/O error
 * @FOYER_FAULT_IO_FOREVER: I/O errors from here on
 * @FOYER_FAULT_FULL_ONCE: the disk is full for a moment
 * @FOYER_FAULT_FULL_FOREVER: the disk is full from here on
 * @FOYER_FAULT_MEMORY_ONCE: SQLite gets no memory, once
 * @FOYER_FAULT_MEMORY_FOREVER: SQLite gets no memory from here on
 * @FOYER_FAULT_FULL_FOR_A_WHILE: no write finds room for the next %FOYER_FAULT_WHILE points. Not among those either
 * @FOYER_FAULT_FULL_TOO_LATE: the disk takes all of the write and says all the same that it is full: what lay there was the rest of it. Not
 *   among those that are gone through point by point
 */
typedef enum {
  FOYER_FAULT_NONE,
  FOYER_FAULT_KILL,
  FOYER_FAULT_TEAR,
  FOYER_FAULT_POWER,
  FOYER_FAULT_IO_ONCE,
  FOYER_FAULT_IO_FOREVER,
  FOYER_FAULT_FULL_ONCE,
  FOYER_FAULT_FULL_FOREVER,
  FOYER_FAULT_MEMORY_ONCE,
  FOYER_FAULT_MEMORY_FOREVER,
  FOYER_N_FAULTS,
  FOYER_FAULT_FULL_TOO_LATE = FOYER_N_FAULTS,
  FOYER_FAULT_FULL_FOR_A_WHILE,
} FoyerFault;

#define FOYER_FAULT_WHILE 100

/* What the process ends with when a fault ends it. */
#define FOYER_FAULT_STATUS 77

const char *foyer_fault_name (FoyerFault fault);
gboolean foyer_fault_is_of_memory (FoyerFault fault);

/**
 * foyer_faulty_disk_install:
 * @point: which write, truncation, sync or removal goes wrong, from 1; for faults of memory, which allocation. 0 for none
 * @seed: what power loss leaves
 *
 * Puts a faulty disk under this process, for good: under SQLite by a VFS, under the operation journal by the linker's `--wrap`. To be called
 * in a child process of its own, before any database is opened in it.
 */
void foyer_faulty_disk_install (FoyerFault fault, guint64 point, guint64 seed);

/**
 * foyer_faulty_disk_count:
 * @of_memory: whether allocations are asked for
 *
 * Returns: how many points have been passed
 */
guint64 foyer_faulty_disk_count (gboolean of_memory);

/**
 * foyer_faulty_disk_note_places:
 *
 * Looks from now on from where memory is asked for: the whole way through the program that led there.
 */
void foyer_faulty_disk_note_places (void);

/**
 * foyer_faulty_disk_get_places:
 *
 * Returns: (element-type guint64): the first allocation that came each of these ways
 */
GArray *foyer_faulty_disk_get_places (void);

/**
 * foyer_faulty_disk_write:
 *
 * Writes to a pipe, which is no disk.
 */
void foyer_faulty_disk_write (int file, const void *bytes, gsize length);

G_END_DECLS
