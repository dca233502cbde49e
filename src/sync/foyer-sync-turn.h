/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-store-writer.h"

G_BEGIN_DECLS

/*
 * One turn of the engine in two halves, each a job on the store's writing thread: making the request, which gives operations their
 * numbers, and taking in the answer, which is one transaction.
 */

/**
 * FoyerTurnPlan:
 * @account_id: the organisation's id
 * @epoch: (nullable): of the server's history
 * @dirty: (element-type FoyerRecordType): types to pull
 * @long_pulls: (element-type FoyerRecordType): of those, the ones that are known to have many changes
 * @max_operations: how many operations may travel
 * @max_calls: how many calls the server takes
 * @max_objects: how many changes to ask for at a time
 *
 * What a turn shall do.
 */
typedef struct {
  char *account_id;
  char *epoch;
  gboolean staff;
  GPtrArray *dirty;
  GHashTable *long_pulls;
  guint max_operations;
  guint max_calls;
  guint max_objects;
} FoyerTurnPlan;

void foyer_turn_plan_free (FoyerTurnPlan *self);

/**
 * FoyerTurnRequest:
 * @body: (nullable): what to send; %NULL if there is nothing to do
 * @operations: (element-type FoyerOperation): those that travel, in order; call `oN` is the Nth
 * @pulled: (element-type FoyerRecordType): the types that it pulls
 */
typedef struct {
  GBytes *body;
  GPtrArray *operations;
  GPtrArray *pulled;
  guint n_calls;
} FoyerTurnRequest;

void foyer_turn_request_free (FoyerTurnRequest *self);

/**
 * foyer_turn_make_request:
 *
 * Picks operations and writes the request. A #FoyerWriteFunc over a #FoyerTurnPlan.
 *
 * Returns: (transfer full): a #FoyerTurnRequest
 */
gpointer foyer_turn_make_request (FoyerStoreWriter *writer, gpointer plan, GError **error);

/**
 * FoyerTurnAnswer:
 * @body: the reply
 * @request: what it answers
 */
typedef struct {
  GBytes *body;
  FoyerTurnRequest *request;
} FoyerTurnAnswer;

void foyer_turn_answer_free (FoyerTurnAnswer *self);

/**
 * FoyerTurnOutcome:
 * @more: (element-type FoyerRecordType): types of which more changes wait
 * @states: (element-type utf8 utf8): how far each type has come, by name
 * @records: how many records came
 * @session_state: (nullable): of the server's session
 * @again: whether operations were queued anew and should be sent at once
 * @epoch_changed: whether the server was restored
 * @progressed: whether an operation was answered or a type came forward
 * @transient: whether the server asked to try an operation again later
 * @lost_account: whether the server does not know the account
 */
typedef struct {
  GPtrArray *more;
  GHashTable *states;
  guint records;
  char *session_state;
  gboolean again;
  gboolean epoch_changed;
  gboolean progressed;
  gboolean transient;
  gboolean lost_account;
} FoyerTurnOutcome;

void foyer_turn_outcome_free (FoyerTurnOutcome *self);

/**
 * foyer_turn_take_answer:
 *
 * Takes in a reply: settles operations, applies changes. A #FoyerWriteFunc over a #FoyerTurnAnswer. A reply that is no JMAP response changes
 * nothing and is an error.
 *
 * Returns: (transfer full): a #FoyerTurnOutcome
 */
gpointer foyer_turn_take_answer (FoyerStoreWriter *writer, gpointer answer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnPlan, foyer_turn_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnRequest, foyer_turn_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnOutcome, foyer_turn_outcome_free)

G_END_DECLS
