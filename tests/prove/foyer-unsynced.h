/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerUnsynced:
 *
 * What has been written to one file since it was last synced, so that power loss can take some of it away. One for each file of the process,
 * however many connections write to it.
 */
typedef struct _FoyerUnsynced FoyerUnsynced;

/**
 * foyer_unsynced_find:
 *
 * Returns: (transfer none): that of the file at @path, which exists
 */
FoyerUnsynced *foyer_unsynced_find (const char *path);

/**
 * foyer_unsynced_note_write:
 *
 * To be called before the bytes are written.
 */
void foyer_unsynced_note_write (FoyerUnsynced *self, const void *bytes, gsize length, gint64 at);

/**
 * foyer_unsynced_note_truncation:
 *
 * To be called before the file is truncated.
 */
void foyer_unsynced_note_truncation (FoyerUnsynced *self, gint64 size);

/**
 * foyer_unsynced_settle:
 *
 * The file is synced: nothing of it can be lost any more.
 */
void foyer_unsynced_settle (FoyerUnsynced *self);

/**
 * foyer_unsynced_forget:
 *
 * The file at @path is removed.
 */
void foyer_unsynced_forget (const char *path);

/**
 * foyer_unsynced_lose:
 * @seed: what is left
 *
 * The power goes: every file falls back to its last sync, and of what came after, each sector is written (one in two), is not (one in four)
 * or is garbage.
 */
void foyer_unsynced_lose (guint64 seed);

G_END_DECLS
