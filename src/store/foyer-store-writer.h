/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerStoreWriter:
 *
 * What a job on the store's writing thread may do, within the one transaction that the job is. The engine in sync/ applies the server's
 * answers with it; people's actions go through it too.
 */
typedef struct _FoyerStoreWriter FoyerStoreWriter;

/**
 * FoyerWriteFunc:
 *
 * Runs on the writing thread. If it sets @error, nothing it did happens.
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*FoyerWriteFunc) (FoyerStoreWriter *writer, gpointer user_data, GError **error);

/**
 * foyer_store_write_async:
 * @data: (transfer full): given to @function, freed with @free_data
 * @free_result: (nullable): for a result that nobody takes
 */
void foyer_store_write_async (FoyerStore *self,
                              FoyerWriteFunc function,
                              gpointer data,
                              GDestroyNotify free_data,
                              GDestroyNotify free_result,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gpointer foyer_store_write_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_writer_get_meta:
 *
 * Returns: (transfer full) (nullable): the value kept under @name
 */
char *foyer_store_writer_get_meta (FoyerStoreWriter *self, const char *name);
gboolean
foyer_store_writer_set_meta (FoyerStoreWriter *self, const char *name, const char *value, GError **error);

/* --- The server's side: pulled records --- */

/**
 * foyer_store_writer_get_state:
 *
 * Returns: (transfer full): how far @type has been pulled; "0" for not at all
 */
char *foyer_store_writer_get_state (FoyerStoreWriter *self, const FoyerRecordType *type);
gboolean foyer_store_writer_set_state (FoyerStoreWriter *self,
                                       const FoyerRecordType *type,
                                       const char *state,
                                       GError **error);

/**
 * foyer_store_writer_put:
 * @json: a record as the server has it
 *
 * Takes over the server's value and lays pending operations over it again. A record that cannot be read is put aside and does not stop the
 * others. An older revision than the one here changes nothing.
 */
gboolean foyer_store_writer_put (FoyerStoreWriter *self,
                                 const FoyerRecordType *type,
                                 JsonObject *json,
                                 GError **error);

/**
 * foyer_store_writer_put_span:
 * @json: an object in a text that foyer_json_check() has passed
 *
 * The same of a record that is read where it stands.
 */
gboolean foyer_store_writer_put_span (FoyerStoreWriter *self,
                                      const FoyerRecordType *type,
                                      FoyerJsonSpan json,
                                      GError **error);

/**
 * foyer_store_writer_put_read:
 * @record: (nullable): what foyer_record_from_span() made of @json, %NULL if it could make nothing of it
 *
 * The same of a record that was read before, beside the writing thread.
 */
gboolean foyer_store_writer_put_read (FoyerStoreWriter *self,
                                      const FoyerRecordType *type,
                                      FoyerRecord *record,
                                      FoyerJsonSpan json,
                                      GError **error);

/**
 * foyer_store_writer_remove:
 *
 * The server has the record no more. Pending operations on it stay, and will be judged by the server.
 */
gboolean foyer_store_writer_remove (FoyerStoreWriter *self,
                                    const FoyerRecordType *type,
                                    const char *id,
                                    GError **error);

/**
 * foyer_store_writer_begin_resync:
 * @type: (nullable): %NULL for all types
 *
 * Reads from "0" again, under a new generation. What is here stays readable, pending operations stay.
 */
gboolean
foyer_store_writer_begin_resync (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error);

/**
 * foyer_store_writer_finish_pull:
 *
 * All changes of @type have been pulled: acknowledged operations on it have had their echo, and a resync ends by sweeping what it did not
 * bring.
 */
gboolean foyer_store_writer_finish_pull (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error);

/**
 * foyer_store_writer_digest:
 *
 * The sum that the server makes of @type at the same state, of its values as they are here; operations that lie over them do not count.
 *
 * Returns: (transfer full): 16 hexadecimal digits, or %NULL with an error
 */
char *foyer_store_writer_digest (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error);

/* --- This console's side: operations --- */

/**
 * foyer_store_writer_submit:
 * @data: the operation; its number and expected values are worked out here
 *
 * Lays an operation over its record.
 */
gboolean foyer_store_writer_submit (FoyerStoreWriter *self, FoyerOperationData *data, GError **error);

/**
 * foyer_store_writer_pick:
 * @limit: how many at most
 * @now: seconds since 1970
 *
 * Chooses what to send: exactly what is being sent already, if anything is; else the first queued operations in their order, none of which
 * passes an earlier one on the same record. Gives each its number for the server. They leave only after this job's commit.
 *
 * Returns: (transfer full) (element-type FoyerOperation): the operations in order
 */
GPtrArray *foyer_store_writer_pick (FoyerStoreWriter *self, guint limit, gint64 now, GError **error);

/**
 * foyer_store_writer_get_required:
 *
 * Returns: (transfer full) (nullable): id of the operation without which the server must not do @operation
 */
char *foyer_store_writer_get_required (FoyerStoreWriter *self, const FoyerOperationData *operation);

/**
 * foyer_store_writer_settle:
 * @answer: (nullable): what the server said
 *
 * Moves an operation on: acknowledged, refused, in conflict, undone or discarded. Its record is what remains without it.
 */
gboolean foyer_store_writer_settle (FoyerStoreWriter *self,
                                    const char *operation_id,
                                    FoyerOperationState state,
                                    JsonObject *answer,
                                    GError **error);

/**
 * foyer_store_writer_note_attempt:
 * @attempts: how many times the server has failed at it by now
 * @answer: (nullable): what the server said last
 *
 * Keeps what came of an attempt; the operation stays where it is.
 */
gboolean foyer_store_writer_note_attempt (FoyerStoreWriter *self,
                                          const char *operation_id,
                                          guint attempts,
                                          JsonObject *answer,
                                          GError **error);

/**
 * foyer_store_writer_rewind:
 * @last: the last number that the server knows
 *
 * Everything after @last is sent again. What carried a secret needs a person: the secret is not kept.
 */
gboolean foyer_store_writer_rewind (FoyerStoreWriter *self, gint64 last, GError **error);

/**
 * foyer_store_writer_rewind_restored:
 * @last: the last number of this console that the server knows
 *
 * The server has been restored to an earlier day: what it may have lost is sent again, also what this console sent under an earlier name. Of
 * what the server still knows, it answers what it answered then.
 */
gboolean foyer_store_writer_rewind_restored (FoyerStoreWriter *self, gint64 last, GError **error);

/**
 * foyer_store_writer_rename_console:
 *
 * This profile was copied or restored: it goes on under a new console id, and operations the server knows answer by their own ids.
 */
gboolean foyer_store_writer_rename_console (FoyerStoreWriter *self, GError **error);

/**
 * foyer_store_writer_get_console:
 *
 * Returns: (transfer full): this profile's console id
 */
char *foyer_store_writer_get_console (FoyerStoreWriter *self, GError **error);

G_END_DECLS
