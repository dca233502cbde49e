/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methods/foyer-methods.h"

G_BEGIN_DECLS

/**
 * FoyerOperationCall:
 * @id: of the operation, for ever
 * @console: the `client` whose numbers it counts in
 * @sequence: its number
 * @taken: up to which number the console keeps what it was answered; 0 for none
 * @requires: (nullable): the operation that it builds on
 * @epoch: (nullable): of the history that the console knows
 *
 * The `op` argument of a call.
 */
typedef struct {
  const char *id;
  const char *console;
  gint64 sequence;
  gint64 taken;
  const char *requires;
  const char *epoch;
} FoyerOperationCall;

/* Columns of foyer_op_log_select(). */
enum {
  FOYER_OP_LOG_HASH,
  FOYER_OP_LOG_RESULT,
  FOYER_OP_LOG_OK,
  FOYER_OP_LOG_STAFF,
};

/**
 * foyer_op_log_select:
 *
 * Returns: (transfer full): a statement whose one row, if any, is what the log says of operation @id
 */
FoyerStatement *foyer_op_log_select (FoyerMethodContext *context, const char *id, GError **error);

/**
 * foyer_op_log_write:
 * @type: (nullable): %NULL for a number that is skipped
 * @hash: of the call
 * @ok: whether nothing in it was refused
 *
 * Writes down who did what and what they were answered, for ever; of members that are secret, that they were there.
 */
gboolean foyer_op_log_write (FoyerMethodContext *context,
                             const FoyerOperationCall *operation,
                             const FoyerRecordType *type,
                             JsonObject *arguments,
                             const char *hash,
                             gboolean ok,
                             JsonObject *result,
                             GError **error);

/**
 * foyer_op_log_find_device:
 * @record: as it stands
 * @staff_id: (out) (transfer full) (nullable): who made that change
 *
 * Returns: (transfer full) (nullable): the name of the device at which the last change of @record was made; %NULL if that was no operation, or
 *   an effect of one on another record
 */
char *foyer_op_log_find_device (FoyerMethodContext *context, FoyerRecord *record, char **staff_id);

/**
 * foyer_op_log_forget_taken:
 *
 * Forgets the answers that the console of @operation has on its own disk: of what was done. What was refused is kept its time, because its
 * reason is all that there is of it, also for a console whose disk was put back.
 */
gboolean
foyer_op_log_forget_taken (FoyerMethodContext *context, const FoyerOperationCall *operation, GError **error);

/**
 * foyer_op_log_get_record_id:
 * @otherwise: (nullable): what to return if there is none
 *
 * Returns: (transfer full) (nullable): the first record that the call is about; consoles send one a call
 */
char *foyer_op_log_get_record_id (JsonObject *arguments, const char *otherwise);

G_END_DECLS
