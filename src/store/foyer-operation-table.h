/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/* The operations in SQL. Whoever writes calls from the writing thread, inside a transaction. */

/**
 * foyer_operation_table_add:
 *
 * Adds a new operation and gives it the next number.
 */
gboolean foyer_operation_table_add (FoyerDatabase *database, const FoyerOperationData *data, GError **error);

FoyerOperation *foyer_operation_table_get (FoyerDatabase *database, const char *id, GError **error);

/**
 * foyer_operation_table_list:
 * @settled_since: earlier settled ones are left out
 *
 * Returns: (transfer full) (element-type FoyerOperation): those in one state, newest first
 */
GPtrArray *foyer_operation_table_list (FoyerDatabase *database,
                                       FoyerOperationState state,
                                       gint64 settled_since,
                                       guint limit,
                                       GError **error);

/**
 * foyer_operation_table_list_pending:
 *
 * Returns: (transfer full) (element-type FoyerOperation): those that lie over the record, in the order they were made
 */
GPtrArray *foyer_operation_table_list_pending (FoyerDatabase *database,
                                               const FoyerRecordType *type,
                                               const char *record_id,
                                               GError **error);

/**
 * foyer_operation_table_list_unsent:
 *
 * Returns: (transfer full) (element-type FoyerOperation): those held, queued or being sent, in the order they were made
 */
GPtrArray *foyer_operation_table_list_unsent (FoyerDatabase *database, GError **error);

/**
 * foyer_operation_table_list_sending:
 *
 * Returns: (transfer full) (element-type FoyerOperation): those whose bytes may have left, in the order of their sequence numbers
 */
GPtrArray *foyer_operation_table_list_sending (FoyerDatabase *database, GError **error);

/**
 * foyer_operation_table_list_queued:
 * @after: the number of an operation
 *
 * Returns: (transfer full) (element-type FoyerOperation): at most @limit of those that are queued after @after, in the order they were made
 */
GPtrArray *
foyer_operation_table_list_queued (FoyerDatabase *database, gint64 after, guint limit, GError **error);

gint64 foyer_operation_table_count (FoyerDatabase *database,
                                    FoyerOperationState state,
                                    gint64 settled_since,
                                    GError **error);

/**
 * foyer_operation_table_list_unsettled:
 *
 * Returns: (transfer full) (element-type FoyerOperation): those on the record that are pending or need a person, in the order they were made
 */
GPtrArray *foyer_operation_table_list_unsettled (FoyerDatabase *database,
                                                 const FoyerRecordType *type,
                                                 const char *record_id,
                                                 GError **error);

/**
 * foyer_operation_table_set_answer:
 * @answer: what is kept with the operation; its state stays
 */
gboolean foyer_operation_table_set_answer (FoyerDatabase *database,
                                           const char *id,
                                           JsonObject *answer,
                                           GError **error);

/**
 * foyer_operation_table_set_state:
 * @answer: (nullable): what the server said, kept with it
 * @now: seconds since 1970, kept as the moment of sending or settling
 */
gboolean foyer_operation_table_set_state (FoyerDatabase *database,
                                          const char *id,
                                          FoyerOperationState state,
                                          JsonObject *answer,
                                          gint64 now,
                                          GError **error);

/**
 * foyer_operation_table_dispatch:
 *
 * Gives the operation its number for the server; from now on its bytes may have left.
 */
gboolean
foyer_operation_table_dispatch (FoyerDatabase *database, const char *id, gint64 sequence, GError **error);

/**
 * foyer_operation_table_note_attempt:
 * @attempts: how many times the server has failed at it by now
 * @answer: (nullable): what the server said last
 */
gboolean foyer_operation_table_note_attempt (FoyerDatabase *database,
                                             const char *id,
                                             guint attempts,
                                             JsonObject *answer,
                                             GError **error);

/**
 * foyer_operation_table_set_contradicted:
 * @contradicted: whether the server's value has left what the operation expects
 */
gboolean foyer_operation_table_set_contradicted (FoyerDatabase *database,
                                                 const char *id,
                                                 gboolean contradicted,
                                                 GError **error);

/**
 * foyer_operation_table_rewind:
 * @last: the last number that the server knows
 *
 * Queues again, in their old order, all operations with a greater number.
 */
gboolean foyer_operation_table_rewind (FoyerDatabase *database, gint64 last, GError **error);

/**
 * foyer_operation_table_rewind_unnumbered:
 *
 * Queues again what was done under an earlier name of this console, whose numbers are forgotten.
 */
gboolean foyer_operation_table_rewind_unnumbered (FoyerDatabase *database, GError **error);

/**
 * foyer_operation_table_forget_sequences:
 *
 * Queues what was being sent and forgets all numbers: this console goes on under another name.
 */
gboolean foyer_operation_table_forget_sequences (FoyerDatabase *database, GError **error);

/**
 * foyer_operation_table_list_open:
 *
 * Returns: (transfer full) (element-type FoyerOperation): those that have not ended: pending, refused or in conflict, in their order;
 *   a row that is damaged has no type, and all other functions leave it out
 */
GPtrArray *foyer_operation_table_list_open (FoyerDatabase *database, GError **error);

/**
 * foyer_operation_table_rewrite:
 *
 * Writes what @data says was done over what stands there. State and number stay.
 */
gboolean
foyer_operation_table_rewrite (FoyerDatabase *database, const FoyerOperationData *data, GError **error);

/**
 * foyer_operation_table_requeue:
 *
 * Queues one that was answered again: it leaves under a new number.
 */
gboolean foyer_operation_table_requeue (FoyerDatabase *database, const char *id, GError **error);

/**
 * foyer_operation_table_release:
 * @id: (nullable): one operation, %NULL for all whose window has ended by @monotonic
 */
gboolean
foyer_operation_table_release (FoyerDatabase *database, const char *id, gint64 monotonic, GError **error);

/**
 * foyer_operation_table_restart_holds:
 *
 * After a restart every hold is one full window from now: the clock it was measured on is gone.
 */
gboolean foyer_operation_table_restart_holds (FoyerDatabase *database, gint64 monotonic, GError **error);

/**
 * foyer_operation_table_next_release:
 *
 * Returns: the moment of the monotonic clock at which the next hold ends, -1 if nothing is held
 */
gint64 foyer_operation_table_next_release (FoyerDatabase *database);

G_END_DECLS
