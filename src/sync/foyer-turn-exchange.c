/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-exchange.c - a request on its way and what comes back: an answer, a refusal, trouble or silence */

#include "foyer-turn-exchange.h"

#include "foyer-jmap-problem.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-sync-error.h"
#include "foyer-turn-poison.h"

#include <string.h>

typedef struct {
  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  FoyerTurnRequest *request; /* (owned) (nullable): until an answer is taken in */
  GPtrArray *pulled;         /* (element-type FoyerRecordType) (owned) */
  guint travelled;
  gboolean checking;
  FoyerTurnOutcome *outcome; /* (owned) (nullable) */
  gint64 date;
} Exchange;

static void
free_exchange (gpointer data)
{
  Exchange *exchange = data;

  g_object_unref (exchange->store);
  g_object_unref (exchange->transport);
  foyer_turn_request_free (exchange->request);
  g_ptr_array_unref (exchange->pulled);
  foyer_turn_outcome_free (exchange->outcome);
  g_free (exchange);
}

static FoyerTurnOutcome *
fail (GError *failure)
{
  FoyerTurnOutcome *outcome = foyer_turn_outcome_new ();

  outcome->failure = failure;
  return outcome;
}

static void
return_outcome (GTask *task, FoyerTurnOutcome *outcome)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_ptr_array_unref (outcome->pulled);
  outcome->pulled = g_ptr_array_ref (exchange->pulled);
  outcome->travelled = exchange->travelled;
  outcome->checked = exchange->checking;
  outcome->date = exchange->date;
  g_task_return_pointer (task, outcome, (GDestroyNotify) foyer_turn_outcome_free);
  g_object_unref (task);
}

/* --- An answer --- */

static void
on_answer_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  FoyerTurnOutcome *outcome = foyer_store_write_finish (exchange->store, result, &error);

  if (outcome == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  return_outcome (task, outcome);
}

static void
take_answer (GTask *task, FoyerTransportReply *reply)
{
  Exchange *exchange = g_task_get_task_data (task);
  FoyerTurnAnswer *answer = g_new0 (FoyerTurnAnswer, 1);

  answer->body = g_bytes_ref (reply->body);
  answer->request = g_steal_pointer (&exchange->request);
  foyer_store_write_async (exchange->store, foyer_turn_take_answer, answer,
                           (GDestroyNotify) foyer_turn_answer_free, (GDestroyNotify) foyer_turn_outcome_free,
                           NULL, on_answer_taken, task);
}

/* --- A refusal of the whole request --- */

static void
on_refusal_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;

  foyer_store_write_finish (exchange->store, result, &error);
  if (error != NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  return_outcome (task, g_steal_pointer (&exchange->outcome));
}

static JsonObject *
parse_problem (FoyerTransportReply *reply)
{
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);

  return text == NULL ? NULL : foyer_json_parse_object (text, (gssize) length, NULL);
}

/* These are about the session or the moment, not about what was asked. */
static gboolean
is_about_session (JsonObject *problem)
{
  const char *type = problem == NULL ? NULL : foyer_json_object_text (problem, "type");
  const char *limit = problem == NULL ? NULL : foyer_json_object_text (problem, "limit");

  return g_strcmp0 (type, FOYER_JMAP_UNKNOWN_CAPABILITY) == 0
         || (g_strcmp0 (type, FOYER_JMAP_LIMIT) == 0
             && (g_strcmp0 (limit, "maxCallsInRequest") == 0
                 || g_strcmp0 (limit, "maxConcurrentRequests") == 0));
}

/* A refused batch is sent again one operation at a time; the one that is refused alone is put away for a person. */
static void
take_refusal (GTask *task, FoyerTransportReply *reply, GError *failure)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (JsonObject) problem = parse_problem (reply);
  FoyerTurnOutcome *outcome = fail (failure);

  if (is_about_session (problem)) {
    outcome->forget_session = TRUE;
    outcome->retry_after = reply->retry_after;
    return_outcome (task, outcome);
    return;
  }
  outcome->refused = TRUE;
  if (exchange->travelled != 1) {
    return_outcome (task, outcome);
    return;
  }
  exchange->outcome = outcome;
  foyer_store_write_async (exchange->store, foyer_turn_refuse_alone,
                           foyer_turn_poison_new (g_steal_pointer (&exchange->request), problem,
                                                  reply->status, reply->body),
                           (GDestroyNotify) foyer_turn_poison_free, NULL, NULL, on_refusal_kept, task);
}

/* --- Trouble and silence --- */

static void
take_failure (GTask *task, FoyerTransportReply *reply, GError *failure)
{
  Exchange *exchange = g_task_get_task_data (task);
  gboolean suspicious = reply == NULL
                            ? g_error_matches (failure, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT)
                            : reply->status == 500;
  FoyerTurnOutcome *outcome = fail (failure);

  if (reply != NULL) {
    outcome->retry_after = reply->retry_after;
    /* The server may have moved: it says where it is in its session. */
    outcome->forget_session = reply->status == 404 || reply->status == 410;
  }
  if (suspicious && exchange->travelled > 0)
    outcome->suspects
        = foyer_turn_poison_new (g_steal_pointer (&exchange->request), NULL,
                                 reply == NULL ? 0 : reply->status, reply == NULL ? NULL : reply->body);
  return_outcome (task, outcome);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_transport_send_finish (exchange->transport, result, &error);

  if (reply != NULL)
    exchange->date = reply->date;
  if (g_task_return_error_if_cancelled (task)) {
    g_clear_error (&error);
    g_object_unref (task);
  } else if (reply == NULL) {
    take_failure (task, NULL, error);
  } else if (foyer_sync_check_status (reply, &error)) {
    take_answer (task, reply);
  } else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED)
             || (FOYER_MUTANT (TROUBLE_TAKEN_AS_REFUSAL) && reply->status == 503)) {
    take_refusal (task, reply, error);
  } else {
    take_failure (task, reply, error);
  }
}

/* exchange_async → on_reply → [on_answer_taken | on_refusal_kept] → return */
void
foyer_turn_exchange_async (FoyerStore *store,
                           FoyerTransport *transport,
                           const char *api_url,
                           FoyerTurnRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  g_task_set_source_tag (task, foyer_turn_exchange_async);
  exchange->store = g_object_ref (store);
  exchange->transport = g_object_ref (transport);
  exchange->request = request;
  exchange->pulled = g_ptr_array_ref (request->pulled);
  exchange->travelled = request->operations->len;
  exchange->checking = request->checking;
  g_task_set_task_data (task, exchange, free_exchange);
  foyer_transport_send_async (transport, "POST", api_url, "application/json", request->body, cancellable,
                              on_reply, task);
}

FoyerTurnOutcome *
foyer_turn_exchange_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
