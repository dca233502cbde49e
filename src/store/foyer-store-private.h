/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store-writer.h"

#include "foyer-blob-files.h"
#include "foyer-database.h"
#include "foyer-journal.h"
#include "foyer-worker.h"

/* What the files of this floor share. */

#define FOYER_STORE_ORGANISATION 1

struct _FoyerStore {
  GObject parent_instance;

  /* Construct-time. */
  char *directory;
  char *path; /* of the database */
  FoyerClock *clock;
  FoyerRandom *random;
  gboolean threaded;
  GMainContext *context; /* of the main thread */

  /* State of the writing thread. */
  FoyerDatabase *write_database; /* (owned) */
  FoyerJournal *journal;         /* (owned) */
  goffset longest_journal;       /* beyond it, what has ended is left out */
  gint64 commits;                /* the number of the last one that happened */
  gboolean uncertain; /* whether a commit happened is not known: nothing is written until the next start */

  /* State. */
  FoyerBlobFiles *blobs;        /* (owned) */
  FoyerWorker *writer;          /* (owned) */
  FoyerWorker *reader;          /* (owned) */
  FoyerDatabase *read_database; /* (owned) (reader only) */
  FoyerDatabase *main_database; /* (owned): the main thread's, always in a read transaction */
  FoyerRecovery recovery;
  guint release_timer;
  gboolean checkpointing;
  gint64 server_offset; /* seconds by which the server's clock is ahead */
  gint64 next_look;     /* at the age of the copies, of the monotonic clock */
  gboolean damaged;     /* and everybody has been told */
  gboolean closed;
};

typedef enum {
  FOYER_UNREADABLE_UNKNOWN,
  FOYER_UNREADABLE_NONE,
  FOYER_UNREADABLE_SOME,
} FoyerUnreadable;

struct _FoyerStoreWriter {
  FoyerDatabase *database;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerChangeSet *changes;
  GHashTable *generations;    /* (element-type FoyerRecordType gint64): looked up once a transaction */
  FoyerBlobFiles *blobs;      /* of the store */
  FoyerUnreadable unreadable; /* whether any record is put aside */
  gint64 changes_before;      /* rows that the connection had changed when the transaction began */
  GByteArray *frames;         /* for the journal, before the transaction is committed */
  GError
      *unread; /* (nullable): why something could not be read whose reader cannot say so: the job must fail */
  gboolean shadows_sought;
  gboolean has_shadows; /* whether operations lie over any record, once they have been sought */
};

/**
 * foyer_store_writer_init:
 * @writer: (out caller-allocates)
 *
 * Makes @writer ready for one transaction on @database.
 */
void foyer_store_writer_init (FoyerStoreWriter *writer,
                              FoyerDatabase *database,
                              FoyerClock *clock,
                              FoyerRandom *random);
void foyer_store_writer_clear (FoyerStoreWriter *writer);

/**
 * foyer_store_writer_check_read:
 *
 * Returns: %FALSE with the error if something that the job asked for could not be read. What it did then, it did on a false ground.
 */
gboolean foyer_store_writer_check_read (FoyerStoreWriter *writer, GError **error);

/**
 * foyer_store_convert_error:
 *
 * Turns a database's error into the store's.
 */
void foyer_store_convert_error (GError **error);

/**
 * foyer_store_convert_file_error:
 * @failure: of writing the journal
 *
 * Returns: %FALSE, with @error set
 */
gboolean foyer_store_convert_file_error (GError **error, const GError *failure);

/**
 * foyer_store_writer_refuse_lost_secret:
 *
 * Puts an operation before a person: its secret is nowhere any more, and what stands in its place must not be sent.
 */
gboolean
foyer_store_writer_refuse_lost_secret (FoyerStoreWriter *writer, const char *operation_id, GError **error);

/**
 * foyer_store_commit:
 *
 * Commits what @writer did: the journal first, then the database. A commit that ends in an I/O error may have happened all the same; it
 * is looked up. %FOYER_STORE_ERROR_UNKNOWN if even that fails. Called on the writing thread.
 */
gboolean foyer_store_commit (FoyerStore *self, FoyerStoreWriter *writer, GError **error);

/**
 * foyer_store_recall_commits:
 *
 * Reads how many commits the file has seen, once it is open.
 */
void foyer_store_recall_commits (FoyerStore *self);

/**
 * foyer_store_open_files:
 *
 * Opens the database and the journal, and puts them right where they are not. Called on the writing thread.
 */
gboolean foyer_store_open_files (FoyerStore *self, GError **error);

/**
 * foyer_store_migrate:
 *
 * Brings the tables to this program's schema, pending operations and all, in one transaction.
 */
gboolean foyer_store_migrate (FoyerDatabase *database, GError **error);

/**
 * foyer_store_rebuild:
 *
 * Puts a damaged database aside and opens the newest copy of it that is whole, or a new one. Nothing is deleted.
 */
gboolean foyer_store_rebuild (FoyerStore *self, GError **error);

/**
 * foyer_store_reconcile:
 * @rebuilt: whether the database is a copy or new, not the one that the journal was written beside
 *
 * Brings the operations of the database in line with the journal, and writes the journal anew.
 */
gboolean foyer_store_reconcile (FoyerStore *self, gboolean rebuilt, GError **error);

/**
 * foyer_store_shorten_journal:
 *
 * Leaves what has ended out of a journal that has grown long.
 */
void foyer_store_shorten_journal (FoyerStore *self);

/**
 * foyer_store_name_backup:
 * @number: 1 for the newest
 *
 * Returns: (transfer full): the path of a copy of the database
 */
char *foyer_store_name_backup (FoyerStore *self, guint number);

#define FOYER_STORE_BACKUPS 3

/**
 * foyer_store_suspect:
 *
 * Leaves a mark that makes the next start look at every page.
 */
void foyer_store_suspect (FoyerStore *self);

/**
 * foyer_store_note_error:
 *
 * Tells everybody, once, if @error says that the file is damaged. Called on any thread.
 */
void foyer_store_note_error (FoyerStore *self, const GError *error);

/**
 * foyer_store_deliver:
 *
 * Makes the main thread's connection move on to the newest commit, and tells what it changed. Called on the writing thread.
 */
void foyer_store_deliver (FoyerStore *self, FoyerChangeSet *changes);

/**
 * foyer_unreadable_put_aside:
 * @problem: what is wrong with it
 *
 * Keeps a record that this program cannot read. What is here of it stays as it is.
 */
gboolean foyer_unreadable_put_aside (FoyerStoreWriter *writer,
                                     const FoyerRecordType *type,
                                     JsonObject *json,
                                     const char *problem,
                                     GError **error);

/**
 * foyer_unreadable_take_up:
 *
 * A later value can be read, or the server has it no more.
 */
gboolean foyer_unreadable_take_up (FoyerStoreWriter *writer,
                                   const FoyerRecordType *type,
                                   const char *id,
                                   GError **error);

/**
 * foyer_unreadable_holds:
 *
 * Returns: whether the server's value of a record is put aside
 */
gboolean foyer_unreadable_holds (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id);

/**
 * foyer_unreadable_read_again:
 *
 * If a program that reads records otherwise was the last to open the store, reads again what that one could not read or did not know.
 */
gboolean foyer_unreadable_read_again (FoyerStoreWriter *writer, GError **error);

/**
 * foyer_later_members_take_up:
 *
 * Gives members that the program before this one kept unread their columns (sync.md §5.8). Without it, a field that is new here would
 * stay at its default for every record that the server does not change: neither state nor digest tells of it.
 */
gboolean foyer_later_members_take_up (FoyerStoreWriter *writer, GError **error);

/**
 * foyer_store_is_wal_long:
 *
 * Returns: whether the WAL has grown so long that it should begin anew. Called on the writing thread
 */
gboolean foyer_store_is_wal_long (FoyerStore *self);

/**
 * foyer_store_shorten_wal:
 *
 * Has the WAL moved into the file and, once it is, makes the main thread's connection read from there: only then does the WAL begin anew,
 * and without it a console that is open for days would fill the disk. Called on the main thread, after it has moved on to the newest commit.
 */
void foyer_store_shorten_wal (FoyerStore *self);

/**
 * foyer_store_renew_snapshot:
 *
 * Makes the main thread's connection move on to the newest commit.
 */
void foyer_store_renew_snapshot (FoyerStore *self);

/**
 * foyer_store_writer_waits_for_blob:
 *
 * Returns: whether @operation must wait until a file of its record is at the server
 */
gboolean foyer_store_writer_waits_for_blob (FoyerStoreWriter *writer, const FoyerOperationData *operation);

/**
 * foyer_store_writer_cover:
 *
 * Lays an operation that is in its table over its record.
 */
gboolean
foyer_store_writer_cover (FoyerStoreWriter *writer, const FoyerOperationData *operation, GError **error);

/**
 * foyer_overlay_refold:
 *
 * Writes the row of a record anew: the server's value with the pending operations over it.
 */
gboolean
foyer_overlay_refold (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error);

/**
 * foyer_overlay_begin:
 * @json: (nullable): the record as it stands, if it stands
 *
 * Keeps the server's value aside before the first operation is laid over it.
 */
gboolean foyer_overlay_begin (FoyerStoreWriter *writer,
                              const FoyerRecordType *type,
                              const char *id,
                              JsonObject *json,
                              GError **error);

/**
 * foyer_overlay_forget_history:
 *
 * Makes the server's values that are kept aside older than whatever is pulled next.
 */
gboolean foyer_overlay_forget_history (FoyerStoreWriter *writer, const FoyerRecordType *type, GError **error);

/**
 * foyer_overlay_covers:
 * @covered: (out): whether operations lie over the record
 */
gboolean foyer_overlay_covers (FoyerStoreWriter *writer,
                               const FoyerRecordType *type,
                               const char *id,
                               gboolean *covered,
                               GError **error);

/**
 * foyer_overlay_set_server_value:
 * @json: (nullable): %NULL if the server has the record no more
 * @covered: (out): whether operations lie over the record; if not, nothing was done
 */
gboolean foyer_overlay_set_server_value (FoyerStoreWriter *writer,
                                         const FoyerRecordType *type,
                                         const char *id,
                                         JsonObject *json,
                                         gboolean *covered,
                                         GError **error);

/**
 * foyer_overlay_get_server_value:
 * @value: (out) (transfer full) (nullable): the record as the server has it, without the operations over it
 */
gboolean foyer_overlay_get_server_value (FoyerStoreWriter *writer,
                                         const FoyerRecordType *type,
                                         const char *id,
                                         JsonObject **value,
                                         GError **error);

/**
 * foyer_store_keep_last:
 *
 * To be called before a record goes because the server has it no more: what it was is kept with the operations that were to change it, as
 * `last` in their answer (sync.md §7).
 */
gboolean
foyer_store_keep_last (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error);

/**
 * foyer_store_carry_last:
 * @before: (nullable): the answer so far
 * @answer: (nullable)
 *
 * Returns: (transfer full) (nullable): @answer with what @before kept of the record
 */
JsonObject *foyer_store_carry_last (JsonObject *before, JsonObject *answer);

/**
 * foyer_overlay_select_older:
 *
 * Returns: (transfer full): the ids of records under operations whose server's value an earlier generation brought
 */
FoyerStatement *foyer_overlay_select_older (FoyerStoreWriter *writer,
                                            const FoyerRecordType *type,
                                            gint64 generation,
                                            GError **error);

/**
 * foyer_store_release_due:
 *
 * Ends the undo windows whose time has come.
 */
void foyer_store_release_due (FoyerStore *self);

/**
 * foyer_store_release_later:
 *
 * Tries again in a second: the release could not be written.
 */
void foyer_store_release_later (FoyerStore *self);

gint64 foyer_store_writer_get_generation (FoyerStoreWriter *writer, const FoyerRecordType *type);
