/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-request.h"
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
 * @max_operations: how many operations may travel, 0 for none
 * @max_calls: how many calls the server takes
 * @max_objects: how many changes to ask for at a time
 * @max_request: how many bytes the server takes
 * @probe: whether to ask for an echo if there is nothing else to ask
 * @check: whether to compare digests if there is nothing else to ask
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
  gsize max_request;
  gboolean probe;
  gboolean check;
} FoyerTurnPlan;

void foyer_turn_plan_free (FoyerTurnPlan *self);

/**
 * FoyerTurnRequest:
 * @body: (nullable): what to send; %NULL if there is nothing to do
 * @jmap: what @body says
 * @operations: (element-type FoyerOperation): those that travel, in order; call `oN` is the Nth
 * @checking: whether it compares digests
 * @skipping: whether the one operation is not done but skipped
 * @pulled: (element-type FoyerRecordType): the types that it pulls
 * @account_id: the organisation's id
 * @staff: whether it uses the staff capability
 * @max_calls: how many calls the server takes
 * @max_objects: how many changes are asked for at a time
 */
typedef struct {
  GBytes *body;
  FoyerJmapRequest *jmap;
  GPtrArray *operations;
  gboolean checking;
  gboolean skipping;
  GPtrArray *pulled;
  char *account_id;
  gboolean staff;
  guint max_calls;
  guint max_objects;
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
 * foyer_turn_follow:
 * @request: what was answered
 * @types: (element-type FoyerRecordType): of which the answer said that there is more
 * @states: (element-type FoyerRecordType utf8): where it ended for each of them
 *
 * Returns: (transfer full): a request that pulls what follows, and nothing else
 */
FoyerTurnRequest *foyer_turn_follow (const FoyerTurnRequest *request, GPtrArray *types, GHashTable *states);

/**
 * FoyerTurnRecord:
 * @record: (nullable): %NULL if it needs a second look
 * @json: where it stands in the reply
 */
typedef struct {
  FoyerRecord *record;
  FoyerJsonSpan json;
} FoyerTurnRecord;

/**
 * FoyerTurnAnswer:
 * @body: the reply
 * @request: what it answers
 * @response: (nullable): the reply as it was read; %NULL if it is no JMAP response
 * @lists: (element-type FoyerJmapCall GArray): the #FoyerTurnRecord of each call that brings any
 */
typedef struct {
  GBytes *body;
  FoyerTurnRequest *request;
  FoyerJmapResponse *response;
  GHashTable *lists;
} FoyerTurnAnswer;

/**
 * foyer_turn_answer_new:
 * @request: (transfer full): what @body answers
 */
FoyerTurnAnswer *foyer_turn_answer_new (GBytes *body, FoyerTurnRequest *request);
void foyer_turn_answer_free (FoyerTurnAnswer *self);

/**
 * foyer_turn_answer_read:
 * @answer: a #FoyerTurnAnswer
 *
 * Reads the reply, on any thread: a chain of pulls takes as long to read as a dozen frames take to paint. A #FoyerPrepareFunc.
 */
void foyer_turn_answer_read (gpointer answer);

/**
 * foyer_turn_answer_forget_reply:
 *
 * Gives back what the reply takes: a chain of pulls is ten thousand records, and who frees them must have the time.
 */
void foyer_turn_answer_forget_reply (FoyerTurnAnswer *self);

/* See foyer-turn-poison.h. */
typedef struct _FoyerTurnPoison FoyerTurnPoison;

/* See foyer-turn-ahead.h. */
typedef struct _FoyerTurnAhead FoyerTurnAhead;

/**
 * FoyerTurnOutcome:
 * @pulled: (element-type FoyerRecordType): what was asked for
 * @more: (element-type FoyerRecordType): types of which more changes wait
 * @troubled: (element-type FoyerRecordType): types that the server could not give this time
 * @checked: whether digests were asked for
 * @drifted: (element-type FoyerRecordType): types that are otherwise on the server at the same state
 * @states: (element-type utf8 utf8): how far each type has come, by name
 * @records: how many records came
 * @session_state: (nullable): of the server's session
 * @forget_session: whether the session must be fetched anew
 * @read_only: whether the server takes no changes from this account
 * @too_much: whether the server was asked for more records than it gives at a time
 * @progressed: whether an operation was answered or a type came forward
 * @transient: whether the server asked to try an operation again later
 * @date: the server's time in seconds since 1970, 0 if it did not say
 * @failure: (nullable): why there was no answer; nothing was taken in then
 * @retry_after: seconds that the server asks to wait, -1 if it does not
 * @travelled: how many operations were in the request
 * @refused: whether the request was refused whole
 * @suspects: (nullable): a request with operations at which the server failed
 * @ahead: (nullable): what follows, asked for already
 *
 * What came of a turn.
 */
typedef struct {
  GPtrArray *pulled;
  GPtrArray *more;
  GPtrArray *troubled;
  gboolean checked;
  GPtrArray *drifted;
  GHashTable *states;
  guint records;
  char *session_state;
  gboolean forget_session;
  gboolean read_only;
  gboolean too_much;
  gboolean progressed;
  gboolean transient;
  gint64 date;
  GError *failure;
  gint64 retry_after;
  guint travelled;
  gboolean refused;
  FoyerTurnPoison *suspects;
  FoyerTurnAhead *ahead;
} FoyerTurnOutcome;

FoyerTurnOutcome *foyer_turn_outcome_new (void);
void foyer_turn_outcome_free (FoyerTurnOutcome *self);

/**
 * foyer_turn_is_state:
 * @state: (nullable): as a server says it
 *
 * Returns: whether it is one to send back, with every request
 */
gboolean foyer_turn_is_state (const char *state);

/**
 * foyer_turn_take_answer:
 *
 * Takes in a reply that was read: settles operations, applies changes. A #FoyerWriteFunc over a #FoyerTurnAnswer. A reply that is no JMAP
 * response changes nothing and is an error.
 *
 * Returns: (transfer full): a #FoyerTurnOutcome
 */
gpointer foyer_turn_take_answer (FoyerStoreWriter *writer, gpointer answer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnPlan, foyer_turn_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnRequest, foyer_turn_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnOutcome, foyer_turn_outcome_free)

G_END_DECLS
