/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-reconcile.c - at the start, the operations of the database and those of the journal become the same */

#include "foyer-store-private.h"

#include "foyer-journal-entry.h"
#include "foyer-operation-table.h"

#include <string.h>

#define SHORTEN_AT (8 * 1024 * 1024)

typedef struct {
  FoyerStoreWriter writer;
  FoyerJournalDigest *journal;
  GBytes *bytes;    /* of the journal as it was found */
  gboolean whole;   /* nothing is missing from the journal */
  gboolean rebuilt; /* the database is older than the journal, or new */
  guint changed;
} Reconciliation;

static gboolean
settle (Reconciliation *self, const char *operation_id, FoyerOperationState state, GError **error)
{
  self->changed++;
  return foyer_store_writer_settle (&self->writer, operation_id, state, NULL, error);
}

/* A damaged byte in a patch is no error that SQLite would see. */
static gboolean
says_the_same (const FoyerOperationData *a, const FoyerOperationData *b)
{
  g_autoptr (GByteArray) first = g_byte_array_new ();
  g_autoptr (GByteArray) second = g_byte_array_new ();

  foyer_journal_add_made (first, a);
  foyer_journal_add_made (second, b);
  return first->len == second->len && memcmp (first->data, second->data, first->len) == 0;
}

/* Nobody can say any more what it was. */
static gboolean
put_away (Reconciliation *self, const FoyerOperationData *operation, GError **error)
{
  g_message ("Operation %s is damaged, and the journal does not hold it", operation->id);
  self->changed++;
  return foyer_operation_table_set_state (self->writer.database, operation->id, FOYER_OPERATION_DISCARDED,
                                          NULL, foyer_clock_now_seconds (self->writer.clock), error);
}

static gboolean
correct (Reconciliation *self, const FoyerJournalEntry *entry, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (entry->operation);

  self->changed++;
  return foyer_operation_table_rewrite (self->writer.database, operation, error)
         && foyer_store_writer_cover (&self->writer, operation, error);
}

static gboolean
reconcile_pending (Reconciliation *self, FoyerOperation *operation, GError **error)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  const FoyerJournalEntry *entry = foyer_journal_digest_look_up (self->journal, data->id);

  if (data->type == NULL)
    return entry == NULL || entry->operation == NULL ? put_away (self, data, error)
                                                     : correct (self, entry, error);
  if (entry == NULL) {
    /* The journal is written first: without a frame, the person was told that it could not be kept. In a copy: it has ended since. */
    if (!self->whole)
      return TRUE;
    return settle (self, data->id,
                   self->rebuilt && data->sequence > 0 ? FOYER_OPERATION_DONE : FOYER_OPERATION_UNDONE,
                   error);
  }
  if (entry->last == FOYER_JOURNAL_WITHDRAWN)
    return settle (self, data->id, FOYER_OPERATION_UNDONE, error);
  if (entry->last == FOYER_JOURNAL_SETTLED) /* In the very file, the echo is still to come. */
    return !self->rebuilt || settle (self, data->id, FOYER_OPERATION_DONE, error);
  if (entry->operation != NULL && !entry->lost_secret
      && !says_the_same (data, foyer_operation_get_data (entry->operation)))
    return correct (self, entry, error);
  return TRUE;
}

/* What was ended in the database although the journal was not told: the commit was called failed, and came back. */
static gboolean
reconcile_ended (Reconciliation *self, FoyerOperation *operation, GError **error)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  FoyerOperationState state = data->state;

  if (state == FOYER_OPERATION_DISCARDED)
    return settle (self, data->id, FOYER_OPERATION_REFUSED, error);
  if (state == FOYER_OPERATION_UNDONE || (state == FOYER_OPERATION_DONE && self->rebuilt))
    return settle (self, data->id, FOYER_OPERATION_QUEUED, error)
           && foyer_store_writer_cover (&self->writer, data, error);
  return TRUE;
}

static gboolean
insert (Reconciliation *self, const FoyerJournalEntry *entry, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (entry->operation);

  self->changed++;
  return foyer_operation_table_add (self->writer.database, operation, error)
         && foyer_store_writer_cover (&self->writer, operation, error)
         && (!entry->lost_secret
             || foyer_store_writer_refuse_lost_secret (&self->writer, operation->id, error));
}

static gboolean
reconcile_made (Reconciliation *self, const char *operation_id, GError **error)
{
  const FoyerJournalEntry *entry = foyer_journal_digest_look_up (self->journal, operation_id);
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerOperation) present = NULL;

  if (entry->last != FOYER_JOURNAL_MADE)
    return TRUE;
  present = foyer_operation_table_get (self->writer.database, operation_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return present == NULL ? insert (self, entry, error) : reconcile_ended (self, present, error);
}

static gboolean
reconcile_operations (Reconciliation *self, GError **error)
{
  g_autoptr (GPtrArray) pending = foyer_operation_table_list_open (self->writer.database, error);

  if (pending == NULL)
    return FALSE;
  for (guint i = 0; i < pending->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (pending->pdata[i]);

    if ((data->type == NULL || foyer_operation_state_is_pending (data->state))
        && !reconcile_pending (self, pending->pdata[i], error))
      return FALSE;
  }
  for (guint i = 0; i < self->journal->made->len; i++) {
    if (!reconcile_made (self, self->journal->made->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

/* What the server did since the copy was made, and what this console sent, is asked for anew: under a new number, from the start. */
static gboolean
begin_anew (Reconciliation *self, GError **error)
{
  return foyer_store_writer_rename_console (&self->writer, error)
         && foyer_store_writer_begin_resync (&self->writer, NULL, error);
}

/* Only what is still open is worth reading at the next start. */
static GByteArray *
frame_open (FoyerStore *self, guint *n_open, GError **error)
{
  g_autoptr (GPtrArray) open = foyer_operation_table_list_open (self->write_database, error);
  g_autoptr (GByteArray) frames = g_byte_array_new ();

  if (open == NULL)
    return NULL;
  for (guint i = 0; i < open->len; i++)
    foyer_journal_add_made (frames, foyer_operation_get_data (open->pdata[i]));
  *n_open = open->len;
  return g_steal_pointer (&frames);
}

static gboolean
write_journal_anew (FoyerStore *self, Reconciliation *reconciliation, GError **error)
{
  g_autoptr (GByteArray) frames = frame_open (self, &self->recovery.kept, error);
  g_autoptr (GError) failure = NULL;
  gsize length;
  const void *present = g_bytes_get_data (reconciliation->bytes, &length);

  if (frames == NULL)
    return FALSE;
  if (frames->len == length && (length == 0 || memcmp (frames->data, present, length) == 0))
    return TRUE;
  return foyer_journal_replace (self->journal, frames, &failure)
         || foyer_store_convert_file_error (error, failure);
}

void
foyer_store_shorten_journal (FoyerStore *self)
{
  guint n_open;
  g_autoptr (GByteArray) frames = NULL;

  if (foyer_journal_get_length (self->journal) < self->longest_journal)
    return;
  frames = frame_open (self, &n_open, NULL);
  if (frames != NULL)
    foyer_journal_replace (self->journal, frames, NULL);
  self->longest_journal = MAX (SHORTEN_AT, 2 * foyer_journal_get_length (self->journal));
}

static gboolean
open_journal (FoyerStore *self, Reconciliation *reconciliation, GError **error)
{
  g_autofree char *path = g_build_filename (self->directory, "operations.journal", NULL);
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) failure = NULL;

  reconciliation->bytes = foyer_journal_load (path, &failure);
  if (reconciliation->bytes != NULL)
    self->journal = foyer_journal_open (path, &failure);
  if (self->journal == NULL)
    return foyer_store_convert_file_error (error, failure);
  self->longest_journal = SHORTEN_AT;
  reconciliation->journal = foyer_journal_digest (reconciliation->bytes);
  reconciliation->whole = exists && reconciliation->journal->skipped == 0;
  return TRUE;
}

static gboolean
reconcile_in_transaction (FoyerStore *self, Reconciliation *reconciliation, GError **error)
{
  if (!foyer_database_begin (self->write_database, error))
    return FALSE;
  if (reconcile_operations (reconciliation, error)
      && (!reconciliation->rebuilt || begin_anew (reconciliation, error))
      && foyer_unreadable_read_again (&reconciliation->writer, error)
      && foyer_store_writer_check_read (&reconciliation->writer, error)
      && foyer_database_commit (self->write_database, error))
    return TRUE;
  foyer_database_rollback (self->write_database);
  return FALSE;
}

gboolean
foyer_store_reconcile (FoyerStore *self, gboolean rebuilt, GError **error)
{
  Reconciliation reconciliation = { .rebuilt = rebuilt };
  gboolean done = FALSE;

  foyer_store_writer_init (&reconciliation.writer, self->write_database, self->clock, self->random);
  if (open_journal (self, &reconciliation, error))
    done = reconcile_in_transaction (self, &reconciliation, error)
           && write_journal_anew (self, &reconciliation, error);
  foyer_store_writer_clear (&reconciliation.writer);
  g_clear_pointer (&reconciliation.journal, foyer_journal_digest_free);
  g_clear_pointer (&reconciliation.bytes, g_bytes_unref);
  if (done && reconciliation.changed > 0)
    g_message ("The journal put %u operations right", reconciliation.changed);
  return done;
}
