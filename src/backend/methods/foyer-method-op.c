/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-op.c - operations: a /set that is done once, the console's numbers, and skipping one */

#include "methods/foyer-methods.h"

#include "foyer-id.h"
#include "foyer-json.h"

#include <string.h>

/* The op argument of a /set. */
typedef struct {
  const char *id;
  const char *console;
  gint64 sequence;
  const char *requires;
  const char *epoch;
} Operation;

static gboolean
read_operation (JsonObject *arguments, Operation *operation, JsonObject **error)
{
  JsonObject *op = foyer_json_object_object (arguments, "op");

  if (op != NULL) {
    operation->id = foyer_json_object_text (op, "id");
    operation->console = foyer_json_object_text (op, "client");
    operation->sequence = foyer_json_object_integer (op, "seq", 0);
    operation->requires = foyer_json_object_text (op, "requires");
    operation->epoch = foyer_json_object_text (op, "epoch");
  }
  if (op != NULL && foyer_id_is_valid (operation->id) && foyer_id_is_valid (operation->console)
      && operation->sequence > 0)
    return TRUE;
  foyer_method_refuse (error, "invalidArguments", "op needs id, client and a seq above 0");
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

static FoyerStatement *
select_logged (FoyerMethodContext *context, const char *id, GError **error)
{
  FoyerStatement *statement
      = foyer_database_prepare (context->transaction->database,
                                "SELECT hash, result, ok FROM op_log WHERE organisation = $1 AND id = $2",
                                error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, id);
  return statement;
}

/* 0 for a console that has never been heard of. */
static gint64
get_last (FoyerMethodContext *context, const char *console)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (context->transaction->database,
                                "SELECT last FROM console WHERE organisation = $1 AND id = $2", NULL);

  if (statement == NULL)
    return 0;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, console);
  return foyer_statement_step (statement, NULL) ? foyer_statement_get_integer (statement, 0) : 0;
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

/* The first record that the call is about; the console sends one a call. */
static char *
get_record_id (JsonObject *arguments, const char *console_side_id)
{
  static const char *const names[] = { "create", "update" };
  JsonArray *destroy = foyer_json_object_array (arguments, "destroy");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *object = foyer_json_object_object (arguments, names[i]);
    g_autoptr (GList) ids = object == NULL ? NULL : json_object_get_members (object);

    if (ids != NULL)
      return g_strdup (ids->data);
  }
  if (destroy != NULL && json_array_get_length (destroy) > 0)
    return g_strdup (json_array_get_string_element (destroy, 0));
  return g_strdup (console_side_id);
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

/* The log is kept for ever and read by people: what is secret in @values is not in it. */
static void
hide_secrets (const FoyerRecordType *type, JsonObject *values)
{
  for (guint i = 0; values != NULL && i < type->n_fields; i++) {
    if (type->fields[i].secret && json_object_has_member (values, type->fields[i].name))
      json_object_set_string_member (values, type->fields[i].name, "•••");
  }
}

static void
hide_secrets_of_call (const FoyerRecordType *type, JsonObject *call)
{
  static const char *const names[] = { "create", "update" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *object = foyer_json_object_object (call, names[i]);
    g_autoptr (GList) records = object == NULL ? NULL : json_object_get_values (object);

    for (GList *link = records; link != NULL; link = link->next)
      hide_secrets (type, JSON_NODE_HOLDS_OBJECT (link->data) ? json_node_get_object (link->data) : NULL);
  }
}

static gboolean
write_log (FoyerMethodContext *context,
           const Operation *operation,
           const FoyerRecordType *type,
           JsonObject *arguments,
           const char *hash,
           gboolean ok,
           JsonObject *result,
           GError **error)
{
  static const char sql[]
      = "INSERT INTO op_log (organisation, id, console, seq, hash, ok, staff_id, at, type, record_id,"
        " patch, result) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (context->transaction->database, sql, error);
  g_autoptr (JsonObject) patch = foyer_json_copy_object (arguments);
  g_autofree char *record_id = get_record_id (arguments, NULL);
  g_autofree char *patch_text = NULL;
  g_autofree char *result_text = foyer_json_canonical_object (result);

  if (statement == NULL)
    return FALSE;
  json_object_remove_member (patch, "op");
  json_object_remove_member (patch, "accountId");
  if (type != NULL)
    hide_secrets_of_call (type, patch);
  patch_text = foyer_json_canonical_object (patch);
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, operation->id);
  foyer_statement_bind_text (statement, 3, operation->console);
  foyer_statement_bind_integer (statement, 4, operation->sequence);
  foyer_statement_bind_text (statement, 5, hash);
  foyer_statement_bind_integer (statement, 6, ok);
  foyer_statement_bind_text (statement, 7, context->staff->staff_id);
  foyer_statement_bind_integer (statement, 8, context->transaction->now);
  foyer_statement_bind_text (statement, 9, type == NULL ? "" : type->name);
  foyer_statement_bind_text (statement, 10, record_id);
  foyer_statement_bind_text (statement, 11, patch_text);
  foyer_statement_bind_text (statement, 12, result_text);
  return foyer_statement_run (statement, error);
}

/* Answers a repeat with what was answered the first time. */
static JsonObject *
replay (FoyerMethodContext *context,
        const Operation *operation,
        const char *hash,
        FoyerStatement *logged,
        JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (strcmp (foyer_statement_get_text (logged, 0), hash) != 0)
    return foyer_method_refuse (error, "invalidArguments", "This operation id was used for something else");
  /* A console that goes on under a new name sends what the server knows already: it counts all the same. */
  if (operation->sequence == get_last (context, operation->console) + 1
      && !set_last (context, operation->console, operation->sequence, &failure))
    return foyer_method_fail (error, failure);
  if (!foyer_statement_is_null (logged, 1))
    return foyer_json_parse_object (foyer_statement_get_text (logged, 1), -1, NULL);
  foyer_method_refuse (error, "alreadyProcessed", NULL);
  json_object_set_boolean_member (*error, "ok", foyer_statement_get_integer (logged, 2) != 0);
  return NULL;
}

static gboolean
check_order (FoyerMethodContext *context, const Operation *operation, JsonObject **error)
{
  gint64 last = get_last (context, operation->console);

  if (operation->sequence == last + 1)
    return TRUE;
  if (operation->sequence <= last) {
    foyer_method_refuse (error, "clientForked", "This profile was copied or restored");
    json_object_set_int_member (*error, "last", last);
    return FALSE;
  }
  foyer_method_refuse (error, "outOfSequence", "Something before it is missing");
  json_object_set_int_member (*error, "expected", last + 1);
  return FALSE;
}

static gboolean
check_epoch (FoyerMethodContext *context, const Operation *operation, JsonObject **error)
{
  if (operation->epoch == NULL || strcmp (operation->epoch, context->staff->organisation->epoch) == 0)
    return TRUE;
  foyer_method_refuse (error, "epochChanged", "The server was restored");
  json_object_set_string_member (*error, "epoch", context->staff->organisation->epoch);
  return FALSE;
}

/* Whether the operation that this one builds on was done. */
static gboolean
has_what_it_requires (FoyerMethodContext *context, const Operation *operation)
{
  g_autoptr (FoyerStatement) logged = NULL;

  if (operation->requires == NULL)
    return TRUE;
  logged = select_logged (context, operation->requires, NULL);
  return logged != NULL && foyer_statement_step (logged, NULL)
         && foyer_statement_get_integer (logged, 2) != 0;
}

/* A refusal in the form of a /set's answer, so that it is stored and repeated like one. */
static JsonObject *
refuse_dependent (FoyerMethodContext *context, const FoyerRecordType *type, JsonObject *arguments)
{
  g_autofree char *state = foyer_transaction_get_state (context->transaction, type, NULL);
  g_autofree char *id = get_record_id (arguments, "");
  JsonObject *answer = json_object_new ();
  JsonObject *errors = json_object_new ();
  const char *which = foyer_json_object_object (arguments, "create") != NULL   ? "notCreated"
                      : foyer_json_object_object (arguments, "update") != NULL ? "notUpdated"
                                                                               : "notDestroyed";

  json_object_set_object_member (errors, id,
                                 foyer_jmap_error_new ("dependencyFailed", "What it builds on was refused"));
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "oldState", state);
  json_object_set_string_member (answer, "newState", state);
  json_object_set_object_member (answer, which, errors);
  return answer;
}

JsonObject *
foyer_method_set_logged (FoyerMethodContext *context,
                         const FoyerRecordType *type,
                         JsonObject *arguments,
                         JsonObject **error)
{
  Operation operation = { 0 };
  g_autofree char *hash = hash_call (type, arguments);
  g_autoptr (FoyerStatement) logged = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) answer = NULL;

  if (!read_operation (arguments, &operation, error))
    return NULL;
  logged = select_logged (context, operation.id, &failure);
  if (logged != NULL && foyer_statement_step (logged, &failure))
    return replay (context, &operation, hash, logged, error);
  if (failure != NULL)
    return foyer_method_fail (error, failure);
  if (!check_epoch (context, &operation, error) || !check_order (context, &operation, error))
    return NULL;
  if (has_what_it_requires (context, &operation))
    answer = foyer_method_set (context, type, arguments, error);
  else
    answer = refuse_dependent (context, type, arguments);
  if (answer == NULL)
    return NULL;
  if (has_failed (answer))
    return foyer_method_fail (error, NULL);
  if (!set_last (context, operation.console, operation.sequence, &failure)
      || !write_log (context, &operation, type, arguments, hash, is_clean (answer), answer, &failure))
    return foyer_method_fail (error, failure);
  return g_steal_pointer (&answer);
}

JsonObject *
foyer_method_op_status (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const char *console = foyer_json_object_text (arguments, "client");
  JsonObject *answer;

  if (console == NULL)
    return foyer_method_refuse (error, "invalidArguments", "client must be given");
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "client", console);
  json_object_set_int_member (answer, "last", get_last (context, console));
  json_object_set_string_member (answer, "epoch", context->staff->organisation->epoch);
  return answer;
}

JsonObject *
foyer_method_op_skip (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  Operation operation = { 0 };
  g_autofree char *hash = hash_call (NULL, arguments);
  g_autoptr (FoyerStatement) logged = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) answer = json_object_new ();

  if (!read_operation (arguments, &operation, error))
    return NULL;
  logged = select_logged (context, operation.id, &failure);
  if (logged != NULL && foyer_statement_step (logged, &failure))
    return replay (context, &operation, hash, logged, error);
  if (failure != NULL)
    return foyer_method_fail (error, failure);
  if (!check_epoch (context, &operation, error) || !check_order (context, &operation, error))
    return NULL;
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "skipped", operation.id);
  if (!set_last (context, operation.console, operation.sequence, &failure)
      || !write_log (context, &operation, NULL, arguments, hash, FALSE, answer, &failure))
    return foyer_method_fail (error, failure);
  return g_steal_pointer (&answer);
}
