/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-change-set.h"
#include "foyer-clock.h"
#include "foyer-operation.h"
#include "foyer-random.h"
#include "foyer-record-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_STORE_ERROR (foyer_store_error_quark ())

/**
 * FoyerStoreError:
 * @FOYER_STORE_ERROR_BUSY: another Foyer uses this profile
 * @FOYER_STORE_ERROR_READ_ONLY: the folder cannot be written
 * @FOYER_STORE_ERROR_SCHEMA_TOO_NEW: made by a newer Foyer; untouched
 * @FOYER_STORE_ERROR_OTHER_ACCOUNT: holds another account's records; untouched
 * @FOYER_STORE_ERROR_CORRUPT: the file is damaged
 * @FOYER_STORE_ERROR_DISK_FULL: no room; nothing was changed
 * @FOYER_STORE_ERROR_INVALID: the change is not one that the record allows
 * @FOYER_STORE_ERROR_TOO_LATE: the operation has left and cannot be taken back
 * @FOYER_STORE_ERROR_FAILED: anything else; nothing was changed
 * @FOYER_STORE_ERROR_UNKNOWN: the disk failed while it was being kept; the next start finds out whether it was
 */
typedef enum {
  FOYER_STORE_ERROR_BUSY,
  FOYER_STORE_ERROR_READ_ONLY,
  FOYER_STORE_ERROR_SCHEMA_TOO_NEW,
  FOYER_STORE_ERROR_OTHER_ACCOUNT,
  FOYER_STORE_ERROR_CORRUPT,
  FOYER_STORE_ERROR_DISK_FULL,
  FOYER_STORE_ERROR_INVALID,
  FOYER_STORE_ERROR_TOO_LATE,
  FOYER_STORE_ERROR_FAILED,
  FOYER_STORE_ERROR_UNKNOWN,
} FoyerStoreError;

GQuark foyer_store_error_quark (void);

#define FOYER_TYPE_STORE (foyer_store_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStore, foyer_store, FOYER, STORE, GObject)

/**
 * FoyerStore:
 *
 * The console's local truth: the records of one account and the operations made on them, in one SQLite file. What a person does is there
 * at once, with or without a network; sync/ carries it to the server.
 *
 * One worker thread owns the only connection that writes; a second one serves reads of one snapshot a job. The main thread has a read-only
 * connection of its own that moves on to a new commit only when that commit's change set is delivered, so that lists and rows are always
 * of one commit. All functions below are called on the main thread.
 */

/**
 * foyer_store_open_async:
 * @directory: of this server and account; made with mode 0700 if missing
 * @threaded: %FALSE for a store whose workers run inline, step by step
 */
void foyer_store_open_async (const char *directory,
                             FoyerClock *clock,
                             FoyerRandom *random,
                             gboolean threaded,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * foyer_store_open_finish:
 *
 * Returns: (transfer full): the store, or %NULL with a #FoyerStoreError
 */
FoyerStore *foyer_store_open_finish (GAsyncResult *result, GError **error);

/**
 * FoyerRecovery:
 * @happened: whether the file was damaged and has been made anew
 * @copied_at: the age of the copy that was used, in seconds since 1970; 0 if there was none and everything is fetched anew
 * @kept: how many operations that had not left were kept
 * @damaged_path: (nullable): where the damaged file lies now
 *
 * What had to be done to open a store.
 */
typedef struct {
  gboolean happened;
  gint64 copied_at;
  guint kept;
  char *damaged_path;
} FoyerRecovery;

/**
 * foyer_store_get_recovery:
 *
 * Returns: (transfer none)
 */
const FoyerRecovery *foyer_store_get_recovery (FoyerStore *self);

/**
 * foyer_store_back_up_async:
 *
 * Makes a copy of the database beside it, on a thread of its own, if the newest is at least an hour old; three are kept. The first of a
 * day is preceded by a look at every page. To be called when everything is in step with the server.
 */
void foyer_store_back_up_async (FoyerStore *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * foyer_store_back_up_finish:
 *
 * Returns: %FALSE with a #FoyerStoreError if a copy was due and could not be made
 */
gboolean foyer_store_back_up_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_close:
 *
 * Waits for the jobs that were given and closes the file. To be called before the last reference is dropped.
 */
void foyer_store_close (FoyerStore *self);

/**
 * FoyerStore::changed:
 * @changes: (type FoyerChangeSet): what a commit changed
 *
 * Emitted in the main thread after the main thread's connection has moved on to the commit.
 */

/**
 * FoyerStore::damaged:
 *
 * Emitted once, in the main thread, when the file turns out to be damaged. Close the store and open it again: that puts it right.
 */

/* --- Reading, of indexed look-ups that take less than a frame --- */

/**
 * foyer_store_get:
 *
 * Returns: (transfer full) (nullable): the record as it stands here: the server's with this console's pending operations over it
 */
FoyerRecord *foyer_store_get (FoyerStore *self, const FoyerRecordType *type, const char *id);

/**
 * foyer_store_get_singleton:
 *
 * Returns: (transfer full) (nullable): the one record of a singleton type
 */
FoyerRecord *foyer_store_get_singleton (FoyerStore *self, const FoyerRecordType *type);

/**
 * foyer_store_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): one page; @query has a limit
 */
GPtrArray *foyer_store_list (FoyerStore *self, const FoyerQuery *query);

/**
 * FoyerReadFunc:
 * @source: the records of one commit
 * @user_data: as given
 *
 * Runs on the reading thread. It must not keep @source.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with @error set
 */
typedef gpointer (*FoyerReadFunc) (FoyerRecordSource *source, gpointer user_data, GError **error);

/**
 * foyer_store_read_async:
 * @function: what to work out
 * @data: (transfer full): given to @function, freed with @free_data on whatever thread drops it last
 * @free_result: (nullable): for a result that nobody takes
 *
 * Runs rules and views beside the main thread.
 */
void foyer_store_read_async (FoyerStore *self,
                             FoyerReadFunc function,
                             gpointer data,
                             GDestroyNotify free_data,
                             GDestroyNotify free_result,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gpointer foyer_store_read_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * FoyerPrepareFunc:
 *
 * Runs beside the store's threads and touches no database.
 */
typedef void (*FoyerPrepareFunc) (gpointer data);

/**
 * foyer_store_prepare_async:
 * @function: what is to be done to @data, such as reading a long text
 * @data: given to @function, which has it to itself until this finishes
 *
 * Keeps what needs no database off the threads that have one. With a store without threads it is done at once.
 */
void foyer_store_prepare_async (FoyerStore *self,
                                FoyerPrepareFunc function,
                                gpointer data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void foyer_store_prepare_finish (FoyerStore *self, GAsyncResult *result);

/* --- Acting --- */

/**
 * foyer_store_submit_async:
 * @command: what the person did, in a word: `approve`, `decline`, …
 * @subject: (nullable): a short text naming what it was done to, kept with the operation
 * @patch: the change; the whole record without id for a creation
 * @hold: the undo window in microseconds, 0 to leave at once
 *
 * Writes the record's new state and the operation in one transaction. When it finishes, the act survives power loss.
 */
void foyer_store_submit_async (FoyerStore *self,
                               FoyerVerb verb,
                               const FoyerRecordType *type,
                               const char *record_id,
                               const char *command,
                               const char *subject,
                               JsonObject *patch,
                               gint64 hold,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * foyer_store_submit_finish:
 *
 * Returns: (transfer full): the operation's id, or %NULL with a #FoyerStoreError and nothing changed
 */
char *foyer_store_submit_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_undo_async:
 *
 * Takes back an operation that has not left: the record is as it was before.
 */
void foyer_store_undo_async (FoyerStore *self,
                             const char *operation_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * foyer_store_undo_finish:
 *
 * Returns: %FALSE with %FOYER_STORE_ERROR_TOO_LATE if it has left
 */
gboolean foyer_store_undo_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_revert_async:
 *
 * Makes an operation that takes back what @operation_id did after it has left (E4): the fields that it wrote get the values from before, a
 * domain or a document that it added goes again, and a domain or the words of a mail that it removed are made once more, under another id. The server has the last word on it, like on any other.
 */
void foyer_store_revert_async (FoyerStore *self,
                               const char *operation_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * foyer_store_revert_finish:
 *
 * Returns: (transfer full): the new operation's id, or %NULL with %FOYER_STORE_ERROR_TOO_LATE if what was done cannot be taken back: a
 *   message, or a field that somebody has changed since
 */
char *foyer_store_revert_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_replace_async:
 * @operation_id: one that has not left, or that needs a person
 * @command: (nullable): what the person does now; %NULL for the same as before
 * @patch: (nullable): the change now; %NULL for the same as before
 * @hold: as for foyer_store_submit_async()
 *
 * Puts a new operation in the place of one, over the record as it stands now: *Retry*, *Edit*, and "mine" where two decided. Both happen in
 * one transaction; the old one is kept.
 */
void foyer_store_replace_async (FoyerStore *self,
                                const char *operation_id,
                                const char *command,
                                JsonObject *patch,
                                gint64 hold,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * foyer_store_replace_finish:
 *
 * Returns: (transfer full): the new operation's id, or %NULL with a #FoyerStoreError and nothing changed
 */
char *foyer_store_replace_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_discard_async:
 *
 * Puts away an operation that needs a person. It is kept, but no longer shown as needing anybody.
 */
void foyer_store_discard_async (FoyerStore *self,
                                const char *operation_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean foyer_store_discard_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_release_async:
 * @operation_id: (nullable): %NULL for all
 *
 * Ends the undo window now: "Send now", and what closing the last window does.
 */
void foyer_store_release_async (FoyerStore *self,
                                const char *operation_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean foyer_store_release_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/* --- Looking at operations --- */

/**
 * foyer_store_list_operations:
 * @states: (array length=n_states)
 * @settled_since: for settled states: seconds since 1970; earlier ones are left out
 * @limit: at most so many, newest first
 *
 * Returns: (transfer full) (element-type FoyerOperation)
 */
GPtrArray *foyer_store_list_operations (FoyerStore *self,
                                        const FoyerOperationState *states,
                                        guint n_states,
                                        gint64 settled_since,
                                        guint limit);

/**
 * foyer_store_get_operation:
 *
 * Returns: (transfer full) (nullable)
 */
FoyerOperation *foyer_store_get_operation (FoyerStore *self, const char *operation_id);

/**
 * foyer_store_count_operations:
 * @waiting: (out): held, queued, sending or not yet echoed
 * @needing: (out): refused or in conflict
 */
void foyer_store_count_operations (FoyerStore *self, guint *waiting, guint *needing);

/**
 * foyer_store_count_done:
 * @settled_since: seconds since 1970; earlier ones are left out
 *
 * Returns: how many operations the server has and this console knows that it has
 */
guint foyer_store_count_done (FoyerStore *self, gint64 settled_since);

FoyerClock *foyer_store_get_clock (FoyerStore *self);
FoyerRandom *foyer_store_get_random (FoyerStore *self);

/**
 * foyer_store_set_server_offset:
 * @seconds: by which the server's clock is ahead of this computer's
 *
 * To be called in the main thread, as foyer_store_now() is.
 */
void foyer_store_set_server_offset (FoyerStore *self, gint64 seconds);

/**
 * foyer_store_now:
 *
 * The time at the server as far as it is known, by which the times of records are meant and rules decide. When something was done here is told
 * by the store's own clock.
 *
 * Returns: seconds since 1970
 */
gint64 foyer_store_now (FoyerStore *self);

G_END_DECLS
