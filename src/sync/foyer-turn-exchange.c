/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-exchange.c - a request on its way and what comes back: an answer, a refusal, trouble or silence */

#include "foyer-turn-exchange.h"

#include "foyer-jmap-problem.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-sync-error.h"
#include "foyer-turn-ahead.h"
#include "foyer-turn-poison.h"

#include <string.h>

typedef struct {
  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  FoyerTurnRequest *request; /* (owned) (nullable): until there is an answer */
  FoyerTurnAnswer *answer;   /* (owned) (nullable): while it is read */
  char *api_url;
  gboolean goes_ahead;   /* whether to ask for what follows */
  FoyerTurnAhead *ahead; /* (owned) (nullable): what was asked for before its turn came */
  FoyerTurnAhead *next;  /* (owned) (nullable): what follows */
  GPtrArray *pulled;     /* (element-type FoyerRecordType) (owned) */
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
  foyer_turn_answer_free (exchange->answer);
  g_free (exchange->api_url);
  foyer_turn_ahead_free (exchange->ahead);
  foyer_turn_ahead_free (exchange->next);
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
  outcome->ahead = g_steal_pointer (&exchange->next);
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
write_answer (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (exchange->goes_ahead)
    exchange->next = foyer_turn_ahead_send (exchange->store, exchange->transport, exchange->api_url,
                                            exchange->answer, g_task_get_cancellable (task));
  foyer_store_write_async (exchange->store, foyer_turn_take_answer, g_steal_pointer (&exchange->answer),
                           (GDestroyNotify) foyer_turn_answer_free, (GDestroyNotify) foyer_turn_outcome_free,
                           NULL, on_answer_taken, task);
}

static void
on_answer_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);

  foyer_store_prepare_finish (exchange->store, result);
  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else
    write_answer (task);
}

/* One that was asked for ahead of its turn has been read. */
static void
take_answer (GTask *task, FoyerTransportReply *reply)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (exchange->answer != NULL) {
    write_answer (task);
    return;
  }
  exchange->answer = foyer_turn_answer_new (reply->body, g_steal_pointer (&exchange->request));
  foyer_store_prepare_async (exchange->store, foyer_turn_answer_read, exchange->answer, on_answer_read, task);
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

/* Either @reply or @error. */
static void
take_reply (GTask *task, FoyerTransportReply *reply, GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);

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

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Exchange *exchange = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_transport_send_finish (exchange->transport, result, &error);

  take_reply (user_data, reply, error);
}

static void
on_ahead_there (FoyerTurnAhead *ahead, gpointer user_data)
{
  Exchange *exchange = g_task_get_task_data (user_data);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_turn_ahead_take (ahead, &exchange->answer, &error);

  take_reply (user_data, reply, error);
}

static GTask *
begin (FoyerStore *store,
       FoyerTransport *transport,
       const char *api_url,
       GPtrArray *pulled,
       gboolean goes_ahead,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  g_task_set_source_tag (task, foyer_turn_exchange_async);
  exchange->store = g_object_ref (store);
  exchange->transport = g_object_ref (transport);
  exchange->api_url = g_strdup (api_url);
  exchange->pulled = g_ptr_array_ref (pulled);
  exchange->goes_ahead = goes_ahead;
  g_task_set_task_data (task, exchange, free_exchange);
  return task;
}

/* exchange_async → on_reply → [on_answer_read → on_answer_taken | on_refusal_kept] → return */
void
foyer_turn_exchange_async (FoyerStore *store,
                           FoyerTransport *transport,
                           const char *api_url,
                           FoyerTurnRequest *request,
                           gboolean goes_ahead,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = begin (store, transport, api_url, request->pulled,
                       goes_ahead && request->operations->len == 0, cancellable, callback, user_data);
  Exchange *exchange = g_task_get_task_data (task);

  exchange->request = request;
  exchange->travelled = request->operations->len;
  exchange->checking = request->checking;
  foyer_transport_send_async (transport, "POST", api_url, "application/json", request->body, cancellable,
                              on_reply, task);
}

/* follow_async → on_ahead_there → on_answer_taken → return */
void
foyer_turn_exchange_follow_async (FoyerStore *store,
                                  FoyerTransport *transport,
                                  const char *api_url,
                                  FoyerTurnAhead *ahead,
                                  gboolean goes_ahead,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = begin (store, transport, api_url, foyer_turn_ahead_get_pulled (ahead), goes_ahead,
                       cancellable, callback, user_data);
  Exchange *exchange = g_task_get_task_data (task);

  exchange->ahead = ahead;
  foyer_turn_ahead_await (ahead, on_ahead_there, task);
}

FoyerTurnOutcome *
foyer_turn_exchange_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
