/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerOperationState:
 * @FOYER_OPERATION_HELD: in the undo window
 * @FOYER_OPERATION_QUEUED: waits for its turn or for the network
 * @FOYER_OPERATION_SENDING: has a sequence number; its bytes may have left
 * @FOYER_OPERATION_ACKED: the server did it; its echo has not been pulled yet
 * @FOYER_OPERATION_DONE: the server did it and the record here says so
 * @FOYER_OPERATION_REFUSED: a rule of the server forbids it; waits for a person
 * @FOYER_OPERATION_CONFLICT: somebody else was first; waits for a person
 * @FOYER_OPERATION_UNDONE: taken back before it left
 * @FOYER_OPERATION_DISCARDED: put away by a person after it was refused
 *
 * The life of an operation (E4). No operation is ever deleted.
 */
typedef enum {
  FOYER_OPERATION_HELD,
  FOYER_OPERATION_QUEUED,
  FOYER_OPERATION_SENDING,
  FOYER_OPERATION_ACKED,
  FOYER_OPERATION_DONE,
  FOYER_OPERATION_REFUSED,
  FOYER_OPERATION_CONFLICT,
  FOYER_OPERATION_UNDONE,
  FOYER_OPERATION_DISCARDED,
} FoyerOperationState;

typedef enum {
  FOYER_VERB_CREATE,
  FOYER_VERB_UPDATE,
  FOYER_VERB_DESTROY,
} FoyerVerb;

#define FOYER_TYPE_OPERATION (foyer_operation_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOperation, foyer_operation, FOYER, OPERATION, GObject)

/**
 * FoyerOperation:
 *
 * One thing that a person did to one record, as it stood when it was read: immutable.
 */

/**
 * FoyerOperationData:
 * @number: the order in which operations were made on this console
 * @id: for ever, and the key by which the server does it once only
 * @group: (nullable): operations that one action made together share it
 * @command: what the person did, for the Outbox: `approve`, `decline`, …
 * @patch: (nullable): the change; the whole record for a creation
 * @expected: (nullable): pointer to value: what `ifMatch` names
 * @inverse: (nullable): the patch back
 * @subject: (nullable): display names at the time, so that the Outbox can name what has gone since
 * @sequence: this console's number for the server, 0 until it is first sent
 * @hold: the undo window in microseconds
 * @hold_until: moment of the monotonic clock at which it leaves
 * @attempts: how many times the server failed at it while it answered other questions; up to three in company, then alone
 * @next_at: seconds since 1970 of the next attempt, 0 for at once
 * @error: (nullable): the server's answer, if it refused: a SetError or method error
 * @requires: (nullable): id of the operation that it builds on, if the server had not done that when it was made
 * @contradicted: whether the server's value has left what it expects: it will be a conflict when it is sent
 * @made_at: seconds since 1970
 * @settled_at: seconds since 1970, 0 while it is pending
 */
typedef struct {
  gint64 number;
  char *id;
  char *group;
  FoyerVerb verb;
  const FoyerRecordType *type;
  char *record_id;
  char *command;
  JsonObject *patch;
  JsonObject *expected;
  JsonObject *inverse;
  char *subject;
  gint64 sequence;
  FoyerOperationState state;
  gint64 hold;
  gint64 hold_until;
  guint attempts;
  gint64 next_at;
  JsonObject *error;
  gint64 made_at;
  gint64 sent_at;
  gint64 settled_at;
  char *requires;
  gboolean contradicted;
} FoyerOperationData;

/**
 * foyer_operation_new:
 * @data: (transfer full): moved into the operation
 */
FoyerOperation *foyer_operation_new (FoyerOperationData *data);

/**
 * foyer_operation_get_data:
 *
 * Returns: (transfer none): everything about it
 */
const FoyerOperationData *foyer_operation_get_data (FoyerOperation *self);
const char *foyer_operation_get_id (FoyerOperation *self);
FoyerOperationState foyer_operation_get_state (FoyerOperation *self);

/**
 * foyer_operation_state_is_pending:
 *
 * Returns: whether the patch of an operation in @state lies over the server's record
 */
gboolean foyer_operation_state_is_pending (FoyerOperationState state);

/**
 * foyer_operation_state_needs_person:
 *
 * Returns: whether an operation in @state waits for a person to settle it
 */
gboolean foyer_operation_state_needs_person (FoyerOperationState state);

G_END_DECLS
