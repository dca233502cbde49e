/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_DATABASE_ERROR (foyer_database_error_quark ())

/**
 * FoyerDatabaseError:
 * @FOYER_DATABASE_ERROR_BUSY: somebody else holds it; try again or say so
 * @FOYER_DATABASE_ERROR_CONSTRAINT: the input breaks a rule of the schema
 * @FOYER_DATABASE_ERROR_CORRUPT: the file is damaged or no database; rebuild
 * @FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW: a newer Foyer made it; update
 * @FOYER_DATABASE_ERROR_DISK_FULL: make room, nothing was changed
 * @FOYER_DATABASE_ERROR_READ_ONLY: the folder or file may not be written
 * @FOYER_DATABASE_ERROR_UNKNOWN: a COMMIT failed and may still have happened; reopen and look
 * @FOYER_DATABASE_ERROR_FAILED: anything else
 */
typedef enum {
  FOYER_DATABASE_ERROR_BUSY,
  FOYER_DATABASE_ERROR_CONSTRAINT,
  FOYER_DATABASE_ERROR_CORRUPT,
  FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW,
  FOYER_DATABASE_ERROR_DISK_FULL,
  FOYER_DATABASE_ERROR_READ_ONLY,
  FOYER_DATABASE_ERROR_UNKNOWN,
  FOYER_DATABASE_ERROR_FAILED,
} FoyerDatabaseError;

GQuark foyer_database_error_quark (void);

/**
 * FoyerDatabaseMode:
 * @FOYER_DATABASE_WRITER: the one connection that writes and checkpoints. Debian's SQLite can corrupt a WAL written by two, so a lock
 *   file beside the database keeps a second writer of any process out.
 * @FOYER_DATABASE_READER: reads only, never checkpoints
 */
typedef enum {
  FOYER_DATABASE_WRITER,
  FOYER_DATABASE_READER,
} FoyerDatabaseMode;

#define FOYER_TYPE_DATABASE (foyer_database_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDatabase, foyer_database, FOYER, DATABASE, GObject)

/**
 * FoyerDatabase:
 *
 * One connection to an SQLite file in WAL mode with `synchronous=FULL`. Used by one thread at a time.
 */

/**
 * foyer_database_open:
 * @path: a file, made with mode 0600 if a writer finds none
 *
 * Returns: (transfer full): the connection, or %NULL with a #FoyerDatabaseError; %FOYER_DATABASE_ERROR_BUSY if another process
 *   writes to it
 */
FoyerDatabase *foyer_database_open (const char *path, FoyerDatabaseMode mode, GError **error);

/**
 * foyer_database_close:
 *
 * Closes the connection; a writer checkpoints first and gives up its lock. Every statement must be released. Safe to repeat.
 */
void foyer_database_close (FoyerDatabase *self);

/**
 * foyer_database_prepare:
 * @sql: one statement whose parameters are `$1`, `$2`, …
 *
 * Statements are kept and used again, by their text.
 *
 * Returns: (transfer full): the statement, ready for binding; release it with foyer_statement_release()
 */
FoyerStatement *foyer_database_prepare (FoyerDatabase *self, const char *sql, GError **error);

/**
 * foyer_database_execute:
 * @sql: statements without parameters and without rows
 */
gboolean foyer_database_execute (FoyerDatabase *self, const char *sql, GError **error);

/**
 * foyer_database_integer:
 *
 * Returns: the first column of the first row of @sql, 0 without an error if there is none
 */
gint64 foyer_database_integer (FoyerDatabase *self, const char *sql, GError **error);

/**
 * foyer_database_get_version:
 *
 * What is committed by any other connection, of whatever process, makes it another number, as soon as a transaction here sees it. It says
 * nothing of what this connection writes itself, nor to any other connection. To be asked in a transaction that has read something.
 *
 * Returns: the version, or -1 if it could not be read
 */
gint64 foyer_database_get_version (FoyerDatabase *self);

/**
 * foyer_database_begin:
 *
 * Begins a transaction: an immediate one on a writer, so that it never fails for a lock halfway; one snapshot on a reader.
 */
gboolean foyer_database_begin (FoyerDatabase *self, GError **error);

/**
 * foyer_database_is_sound:
 *
 * Returns: whether everything in the transaction so far could be read and written; %FALSE with the first failure of disk or memory, even if
 *   whoever met it went on without it
 */
gboolean foyer_database_is_sound (FoyerDatabase *self, GError **error);

/**
 * foyer_database_commit_or_undo:
 *
 * Commits as foyer_database_commit(). If that leaves open whether it happened, a further commit that changes nothing takes the place of what
 * may lie in the WAL, so that it can no longer come back.
 *
 * Returns: %FALSE with %FOYER_DATABASE_ERROR_UNKNOWN if not even that succeeded; an error of another code means that it did not happen
 */
gboolean foyer_database_commit_or_undo (FoyerDatabase *self, GError **error);

/**
 * foyer_database_commit:
 *
 * A transaction in which disk or memory failed is not committed, and fails as that did.
 *
 * Returns: %FALSE with %FOYER_DATABASE_ERROR_UNKNOWN if the transaction may or may not have happened: close, reopen, look. An error of
 *   another code means that it did not happen and has been rolled back.
 */
gboolean foyer_database_commit (FoyerDatabase *self, GError **error);

/**
 * foyer_database_rollback:
 *
 * Undoes what the transaction did. Without a transaction, nothing happens.
 */
void foyer_database_rollback (FoyerDatabase *self);

gboolean foyer_database_savepoint (FoyerDatabase *self, GError **error);
gboolean foyer_database_release_savepoint (FoyerDatabase *self, GError **error);

/**
 * foyer_database_rollback_savepoint:
 *
 * Undoes what was done since the innermost savepoint and removes it.
 */
void foyer_database_rollback_savepoint (FoyerDatabase *self);

/**
 * foyer_database_check:
 * @thoroughly: whether to compare indexes with their tables too
 *
 * Looks at every page, outside a transaction. Takes a second for a hundred megabytes, more if @thoroughly.
 *
 * Returns: %FALSE with %FOYER_DATABASE_ERROR_CORRUPT if the file is damaged
 */
gboolean foyer_database_check (FoyerDatabase *self, gboolean thoroughly, GError **error);

/**
 * foyer_database_copy:
 * @path: a file that does not exist
 *
 * Writes the database as it is committed now, compacted, into a new file. Works on a reader too, outside a transaction. The file is
 * on the disk when it returns. To be called on a connection that serves nothing else.
 */
gboolean foyer_database_copy (FoyerDatabase *self, const char *path, GError **error);

/**
 * foyer_database_changes:
 *
 * Returns: the rows that the last statement changed
 */
gint64 foyer_database_changes (FoyerDatabase *self);

/**
 * foyer_database_checkpoint:
 * @complete: (out): whether all of the WAL is in the file now, so that it begins anew once no reader looks at it
 *
 * Moves what is in the WAL into the file, as far as readers let it. Called on the writer, outside a transaction.
 */
gboolean foyer_database_checkpoint (FoyerDatabase *self, gboolean *complete, GError **error);

/**
 * foyer_database_total_changes:
 *
 * Returns: the rows that this connection has changed so far
 */
gint64 foyer_database_total_changes (FoyerDatabase *self);

const char *foyer_database_get_path (FoyerDatabase *self);

G_END_DECLS
