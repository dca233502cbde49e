/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-op.c - operations: a /set that is done once, the console's numbers, and skipping one */

#include "methods/foyer-methods.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "methods/foyer-op-log.h"
#include "methods/foyer-record-rights.h"

#include <string.h>

/* Nobody has been answered yet to what is sent: to acknowledge that, or what comes after it, is a mistake. */
static gboolean
has_good_ack (JsonObject *op, const FoyerOperationCall *operation)
{
  return foyer_method_is_kind_or_absent (op, "ack", G_TYPE_INT64) && operation->taken >= 0
         && operation->taken < operation->sequence;
}

static gboolean
read_operation (JsonObject *arguments, FoyerOperationCall *operation, JsonObject **error)
{
  JsonObject *op = foyer_json_object_object (arguments, "op");

  if (op != NULL) {
    operation->id = foyer_json_object_text (op, "id");
    operation->console = foyer_json_object_text (op, "client");
    operation->sequence = foyer_json_object_integer (op, "seq", 0);
    operation->taken = foyer_json_object_integer (op, "ack", 0);
    operation->requires = foyer_json_object_text (op, "requires");
    operation->epoch = foyer_json_object_text (op, "epoch");
  }
  /* A condition that cannot be read must not count as none. */
  if (op != NULL && foyer_id_is_valid (operation->id) && foyer_id_is_valid (operation->console)
      && operation->sequence > 0 && foyer_method_is_kind_or_absent (op, "requires", G_TYPE_STRING)
      && foyer_method_is_kind_or_absent (op, "epoch", G_TYPE_STRING) && has_good_ack (op, operation))
    return TRUE;
  foyer_method_refuse (
      error, "invalidArguments",
      "op needs id, client and a seq above 0; requires and epoch are texts; ack is a number below seq");
  return FALSE;
}

/* Of what the call does, whatever number or acknowledgement it travels with. */
static char *
hash_call (const FoyerRecordType *type, JsonObject *arguments)
{
  g_autoptr (JsonObject) call = foyer_json_copy_object (arguments);

  json_object_remove_member (call, "op");
  json_object_set_string_member (call, "method", type == NULL ? "Op/skip" : type->name);
  return foyer_json_hash (call);
}

/*
 * 0 for a console that has never been heard of. @is_foreign: whether it counts for somebody else: a profile that went from one person to
 * another goes on under a new name, so that nobody's numbers depend on what another may see. What could not be read is
 * not 0: a console that is told so would number all its work anew.
 */
static gboolean
get_last (FoyerMethodContext *context,
          const char *console,
          gint64 *last,
          gboolean *is_foreign,
          GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (context->transaction->database,
                                "SELECT last, staff_id FROM console WHERE organisation = $1 AND id = $2",
                                error);
  g_autoptr (GError) failure = NULL;

  *last = 0;
  *is_foreign = FALSE;
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, console);
  if (foyer_statement_step (statement, &failure)) {
    *is_foreign = g_strcmp0 (foyer_statement_get_text (statement, 1), context->staff->staff_id) != 0;
    *last = foyer_statement_get_integer (statement, 0);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
set_last (FoyerMethodContext *context, const char *console, gint64 last, GError **error)
{
  static const char sql[]
      = "INSERT INTO console (organisation, id, last, staff_id, seen_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (organisation, id) DO UPDATE SET last = excluded.last,"
        " staff_id = excluded.staff_id, seen_at = excluded.seen_at";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (context->transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, console);
  foyer_statement_bind_integer (statement, 3, last);
  foyer_statement_bind_text (statement, 4, context->staff->staff_id);
  foyer_statement_bind_integer (statement, 5, context->transaction->now);
  return foyer_statement_run (statement, error);
}

static gboolean
is_clean (JsonObject *answer)
{
  return foyer_json_object_object (answer, "notCreated") == NULL
         && foyer_json_object_object (answer, "notUpdated") == NULL
         && foyer_json_object_object (answer, "notDestroyed") == NULL;
}

/* Trouble of the server's own is no answer: the call is undone whole, and may be sent again. */
static gboolean
has_failed (JsonObject *answer)
{
  static const char *const names[] = { "notCreated", "notUpdated", "notDestroyed" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *errors = foyer_json_object_object (answer, names[i]);
    g_autoptr (GList) values = errors == NULL ? NULL : json_object_get_values (errors);

    for (GList *link = values; link != NULL; link = link->next) {
      if (g_strcmp0 (foyer_json_object_text (json_node_get_object (link->data), "type"), "serverFail") == 0)
        return TRUE;
    }
  }
  return FALSE;
}

/* A refusal in the form of a /set's answer, so that it is stored and repeated like one. */
static JsonObject *
refuse_call (FoyerMethodContext *context,
             const FoyerRecordType *type,
             JsonObject *arguments,
             JsonObject *set_error)
{
  g_autofree char *state = foyer_transaction_get_state (context->transaction, type, NULL);
  g_autofree char *id = foyer_op_log_get_record_id (arguments, "");
  static const char *const members[]
      = { "created", "updated", "destroyed", "notCreated", "notUpdated", "notDestroyed" };
  JsonObject *answer = json_object_new ();
  JsonObject *errors = json_object_new ();
  const char *which = foyer_json_object_object (arguments, "create") != NULL   ? "notCreated"
                      : foyer_json_object_object (arguments, "update") != NULL ? "notUpdated"
                                                                               : "notDestroyed";

  json_object_set_object_member (errors, id, set_error);
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "oldState", state);
  json_object_set_string_member (answer, "newState", state);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_null_member (answer, members[i]);
  json_object_set_object_member (answer, which, errors);
  return answer;
}

/* A console that goes on under a new name sends what the server knows already: it counts all the same. */
static gboolean
count_repeat (FoyerMethodContext *context, const FoyerOperationCall *operation, GError **error)
{
  gboolean is_foreign;
  gint64 last;

  if (!get_last (context, operation->console, &last, &is_foreign, error))
    return FALSE;
  return is_foreign || operation->sequence != last + 1
         || set_last (context, operation->console, operation->sequence, error);
}

/* What somebody was answered is for whoever may do the same. */
static gboolean
may_know (FoyerMethodContext *context,
          const FoyerRecordType *type,
          JsonObject *arguments,
          FoyerStatement *logged,
          JsonObject **set_error)
{
  if (type == NULL)
    return TRUE;
  if (strcmp (foyer_statement_get_text (logged, FOYER_OP_LOG_STAFF), context->staff->staff_id) == 0)
    return foyer_record_rights_check (context, type, FOYER_STAFF_READ, NULL, NULL, NULL, set_error);
  return foyer_record_rights_check_call (context, type, arguments, set_error);
}

/* Whether a blob that was not there is why nothing was done. */
static gboolean
lacked_blob (FoyerStatement *logged)
{
  const char *text = foyer_statement_get_text (logged, FOYER_OP_LOG_RESULT);
  g_autoptr (JsonObject) result = NULL;

  if (foyer_statement_get_integer (logged, FOYER_OP_LOG_OK) != 0 || text == NULL
      || strstr (text, "\"blobNotFound\"") == NULL)
    return FALSE;
  result = foyer_json_parse_object (text, -1, NULL);
  return result != NULL && foyer_json_object_object (result, "created") == NULL
         && foyer_json_object_object (result, "updated") == NULL
         && foyer_json_object_array (result, "destroyed") == NULL;
}

/*
 * An operation that was refused for a blob that was not there yet keeps its id: with a number of its own it is tried again, since
 * nothing was done the first time.
 */
static gboolean
is_tried_again (FoyerMethodContext *context,
                const FoyerOperationCall *operation,
                const char *hash,
                FoyerStatement *logged)
{
  gboolean is_foreign;
  gint64 last;

  return get_last (context, operation->console, &last, &is_foreign, NULL) && !is_foreign
         && operation->sequence == last + 1 && lacked_blob (logged)
         && strcmp (foyer_statement_get_text (logged, FOYER_OP_LOG_STAFF), context->staff->staff_id) == 0
         && strcmp (foyer_statement_get_text (logged, FOYER_OP_LOG_HASH), hash) == 0;
}

/* Answers a repeat with what was answered the first time. */
static JsonObject *
replay (FoyerMethodContext *context,
        const FoyerOperationCall *operation,
        const FoyerRecordType *type,
        JsonObject *arguments,
        const char *hash,
        FoyerStatement *logged,
        JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_same = strcmp (foyer_statement_get_text (logged, FOYER_OP_LOG_HASH), hash) == 0;
  JsonObject *set_error = NULL;

  if (type != NULL && !is_same)
    return foyer_method_refuse (error, "invalidArguments", "This operation id was used for something else");
  if (!count_repeat (context, operation, &failure))
    return foyer_method_fail (error, failure);
  if (!may_know (context, type, arguments, logged, &set_error))
    return refuse_call (context, type, arguments, set_error);
  /* What was to be skipped was answered before: it is too late to skip, and the answer says what became of it. */
  if (is_same && !foyer_statement_is_null (logged, FOYER_OP_LOG_RESULT))
    return foyer_json_parse_object (foyer_statement_get_text (logged, FOYER_OP_LOG_RESULT), -1, NULL);
  context->is_counted = TRUE;
  foyer_method_refuse (error, "alreadyProcessed", NULL);
  json_object_set_boolean_member (*error, "ok", foyer_statement_get_integer (logged, FOYER_OP_LOG_OK) != 0);
  return NULL;
}

static gboolean
check_order (FoyerMethodContext *context, const FoyerOperationCall *operation, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_foreign;
  gint64 last;

  if (!get_last (context, operation->console, &last, &is_foreign, &failure)) {
    foyer_method_fail (error, failure);
    return FALSE;
  }
  /* What follows in the same request would pass what was turned away: its number happens to be the next. */
  if (!is_foreign && !context->has_forked && operation->sequence == last + 1)
    return TRUE;
  if (is_foreign || context->has_forked || operation->sequence <= last) {
    context->has_forked = TRUE;
    foyer_method_refuse (error, "clientForked",
                         is_foreign ? "This profile is somebody else's"
                                    : "This profile was copied or restored");
    json_object_set_int_member (*error, "last", last);
    return FALSE;
  }
  foyer_method_refuse (error, "outOfSequence", "Something before it is missing");
  json_object_set_int_member (*error, "expected", last + 1);
  return FALSE;
}

static gboolean
check_epoch (FoyerMethodContext *context, const FoyerOperationCall *operation, JsonObject **error)
{
  if (operation->epoch == NULL || strcmp (operation->epoch, context->staff->organisation->epoch) == 0)
    return TRUE;
  foyer_method_refuse (error, "epochChanged", "The server was restored");
  json_object_set_string_member (*error, "epoch", context->staff->organisation->epoch);
  return FALSE;
}

/* Whether the operation that this one builds on was done. Not to know is no reason to refuse for ever. */
static gboolean
find_required (FoyerMethodContext *context,
               const FoyerOperationCall *operation,
               gboolean *was_done,
               GError **error)
{
  g_autoptr (FoyerStatement) logged = NULL;
  g_autoptr (GError) failure = NULL;

  *was_done = operation->requires == NULL;
  if (operation->requires == NULL)
    return TRUE;
  logged = foyer_op_log_select (context, operation->requires, error);
  if (logged == NULL)
    return FALSE;
  *was_done
      = foyer_statement_step (logged, &failure) && foyer_statement_get_integer (logged, FOYER_OP_LOG_OK) != 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static guint
count_records (JsonObject *arguments)
{
  JsonObject *create = foyer_json_object_object (arguments, "create");
  JsonObject *update = foyer_json_object_object (arguments, "update");
  JsonArray *destroy = foyer_json_object_array (arguments, "destroy");

  return (create == NULL ? 0 : json_object_get_size (create))
         + (update == NULL ? 0 : json_object_get_size (update))
         + (destroy == NULL ? 0 : json_array_get_length (destroy));
}

/*
 * Of several records one could be done and another not, and of one that is named twice the one thing and not the other: then neither ok nor
 * what builds on it would mean anything. Without an operation such a call is as good as any.
 */
static gboolean
check_one_record (JsonObject *arguments, JsonObject **error)
{
  if (count_records (arguments) == 1)
    return TRUE;
  foyer_method_refuse (error, "invalidArguments",
                       "An operation creates, updates or destroys one record, once");
  return FALSE;
}

JsonObject *
foyer_method_set_logged (FoyerMethodContext *context,
                         const FoyerRecordType *type,
                         JsonObject *arguments,
                         JsonObject **error)
{
  FoyerOperationCall operation = { 0 };
  g_autofree char *hash = hash_call (type, arguments);
  g_autoptr (FoyerStatement) logged = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) answer = NULL;
  gboolean was_done;

  if (!read_operation (arguments, &operation, error))
    return NULL;
  logged = foyer_op_log_select (context, operation.id, &failure);
  if (!FOYER_MUTANT (OP_LOG_NOT_ASKED) && logged != NULL && foyer_statement_step (logged, &failure)
      && !is_tried_again (context, &operation, hash, logged))
    return replay (context, &operation, type, arguments, hash, logged, error);
  g_clear_pointer (&logged, foyer_statement_release);
  if (failure != NULL)
    return foyer_method_fail (error, failure);
  if (!check_one_record (arguments, error) || !check_epoch (context, &operation, error)
      || !check_order (context, &operation, error))
    return NULL;
  if (!find_required (context, &operation, &was_done, &failure))
    return foyer_method_fail (error, failure);
  if (was_done)
    answer = foyer_method_set (context, type, arguments, error);
  else
    answer = refuse_call (context, type, arguments,
                          foyer_jmap_error_new ("dependencyFailed", "What it builds on was refused"));
  if (answer == NULL)
    return NULL;
  if (has_failed (answer))
    return foyer_method_fail (error, NULL);
  if (!set_last (context, operation.console, operation.sequence, &failure)
      || !foyer_op_log_write (context, &operation, type, arguments, hash, is_clean (answer), answer, &failure)
      || !foyer_op_log_forget_taken (context, &operation, &failure))
    return foyer_method_fail (error, failure);
  return g_steal_pointer (&answer);
}

/* Of an earlier history: what came after it and what came after the restore cannot be told apart by their numbers. */
static gboolean
get_last_before (FoyerMethodContext *context, const char *console, gint64 *last, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (context->transaction->database,
                                "SELECT last_before FROM console WHERE organisation = $1 AND id = $2", error);
  g_autoptr (GError) failure = NULL;

  *last = 0;
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, console);
  if (foyer_statement_step (statement, &failure))
    *last = foyer_statement_get_integer (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

JsonObject *
foyer_method_op_status (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const char *console = foyer_json_object_text (arguments, "client");
  g_autoptr (GError) failure = NULL;
  JsonObject *answer;
  gboolean is_foreign;
  gint64 last;
  gint64 last_before;

  if (console == NULL)
    return foyer_method_refuse (error, "invalidArguments", "client must be given");
  if (!get_last (context, console, &last, &is_foreign, &failure)
      || !get_last_before (context, console, &last_before, &failure))
    return foyer_method_fail (error, failure);
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "client", console);
  json_object_set_int_member (answer, "last", last);
  json_object_set_int_member (answer, "lastBefore", last_before);
  json_object_set_string_member (answer, "epoch", context->staff->organisation->epoch);
  return answer;
}

JsonObject *
foyer_method_op_skip (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  FoyerOperationCall operation = { 0 };
  g_autofree char *hash = hash_call (NULL, arguments);
  g_autoptr (FoyerStatement) logged = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) answer = json_object_new ();

  if (!read_operation (arguments, &operation, error))
    return NULL;
  logged = foyer_op_log_select (context, operation.id, &failure);
  if (logged != NULL && foyer_statement_step (logged, &failure))
    return replay (context, &operation, NULL, arguments, hash, logged, error);
  if (failure != NULL)
    return foyer_method_fail (error, failure);
  if (!check_epoch (context, &operation, error) || !check_order (context, &operation, error))
    return NULL;
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "skipped", operation.id);
  if (!set_last (context, operation.console, operation.sequence, &failure)
      || !foyer_op_log_write (context, &operation, NULL, arguments, hash, FALSE, answer, &failure)
      || !foyer_op_log_forget_taken (context, &operation, &failure))
    return foyer_method_fail (error, failure);
  return g_steal_pointer (&answer);
}
