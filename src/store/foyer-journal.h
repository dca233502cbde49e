/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerJournalKind:
 * @FOYER_JOURNAL_MADE: a person did something; the payload is the operation
 * @FOYER_JOURNAL_WITHDRAWN: it was taken back, cancelled or put away; the payload names it
 * @FOYER_JOURNAL_SETTLED: the server did it and its echo is here; the payload names it
 */
typedef enum {
  FOYER_JOURNAL_MADE = 'M',
  FOYER_JOURNAL_WITHDRAWN = 'W',
  FOYER_JOURNAL_SETTLED = 'S',
} FoyerJournalKind;

/**
 * FoyerJournal:
 *
 * The operation journal: a file beside the database, to which a frame is appended for every operation that is made, withdrawn or settled,
 * before the transaction that says the same is committed. Should the database file be ruined, what a person did and what has not left
 * is still here. A frame has a head of twelve bytes (a mark, the kind, the payload's length and a CRC-32 of both) and a payload of
 * canonical JSON. Reading skips what is damaged and goes on at the next frame that is whole.
 *
 * Used on the store's writing thread.
 */
typedef struct _FoyerJournal FoyerJournal;

/**
 * foyer_journal_add_frame:
 * @frames: where to add it
 * @payload: what it says
 */
void foyer_journal_add_frame (GByteArray *frames, FoyerJournalKind kind, JsonObject *payload);

/**
 * FoyerJournalFunc:
 * @payload: (transfer none): of one whole frame
 */
typedef void (*FoyerJournalFunc) (FoyerJournalKind kind, JsonObject *payload, gpointer user_data);

/**
 * foyer_journal_read:
 *
 * Calls @function with every whole frame, in order. A frame that is cut off at the end is that of a write that power loss or a full disk
 * stopped; its operation was never called kept.
 *
 * Returns: how many bytes belong to no whole frame
 */
gsize foyer_journal_read (GBytes *bytes, FoyerJournalFunc function, gpointer user_data);

/**
 * foyer_journal_load:
 *
 * Returns: (transfer full): what the file holds; empty if there is none; %NULL with a #GFileError or #GIOErrorEnum if it cannot be read
 */
GBytes *foyer_journal_load (const char *path, GError **error);

/**
 * foyer_journal_open:
 * @path: the file, made with mode 0600 if there is none
 *
 * Returns: (transfer full): the journal, open for appending, or %NULL with a #GIOErrorEnum
 */
FoyerJournal *foyer_journal_open (const char *path, GError **error);
void foyer_journal_close (FoyerJournal *self);

/**
 * foyer_journal_append:
 * @frames: one or more whole frames
 *
 * Appends them and waits until the disk has them. If it fails, the file is as it was before.
 *
 * Returns: whether they are kept; %FALSE with a #GIOErrorEnum
 */
gboolean foyer_journal_append (FoyerJournal *self, GByteArray *frames, GError **error);

/**
 * foyer_journal_take_back:
 *
 * Removes what the last foyer_journal_append() added: its transaction did not happen.
 */
gboolean foyer_journal_take_back (FoyerJournal *self, GError **error);

/**
 * foyer_journal_replace:
 * @frames: all that the journal shall hold
 *
 * Writes the journal anew, in one step: after it the file is either the old or the new one.
 */
gboolean foyer_journal_replace (FoyerJournal *self, GByteArray *frames, GError **error);

/**
 * foyer_journal_get_length:
 *
 * Returns: the bytes in the file
 */
goffset foyer_journal_get_length (FoyerJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJournal, foyer_journal_close)

G_END_DECLS
