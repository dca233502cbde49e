/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-request.c - the first half of a turn: operations and questions in one request */

#include "foyer-sync-turn.h"

#include "foyer-date.h"
#include "foyer-jmap-request.h"
#include "foyer-json.h"
#include "foyer-sync-repair.h"
#include "foyer-turn-poison.h"

#include <string.h>

/* Changes, then what was created, then what was updated. */
#define CALLS_A_PULL 3

void
foyer_turn_plan_free (FoyerTurnPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->account_id);
  g_free (self->epoch);
  g_ptr_array_unref (self->dirty);
  g_hash_table_unref (self->long_pulls);
  g_free (self);
}

void
foyer_turn_request_free (FoyerTurnRequest *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->jmap, foyer_jmap_request_free);
  g_clear_pointer (&self->operations, g_ptr_array_unref);
  g_clear_pointer (&self->pulled, g_ptr_array_unref);
  g_free (self->account_id);
  g_free (self);
}

static FoyerTurnRequest *
new_request (const char *account_id, gboolean staff, guint max_calls, guint max_objects)
{
  FoyerTurnRequest *self = g_new0 (FoyerTurnRequest, 1);

  self->account_id = g_strdup (account_id);
  self->staff = staff;
  self->max_calls = max_calls;
  self->max_objects = max_objects;
  return self;
}

/* --- Operations --- */

/*
 * @first: of those without an answer, the one with the lowest number: what came before it was answered, and the answers were committed
 * before this request was made. A console that goes on under a new name begins anew at 1, and has taken nothing.
 */
static JsonObject *
write_op (const FoyerTurnPlan *plan,
          const FoyerOperationData *operation,
          const FoyerOperationData *first,
          const char *console,
          const char *requires)
{
  JsonObject *op = json_object_new ();
  g_autofree char *at = foyer_utc_format (operation->made_at);

  json_object_set_string_member (op, "id", operation->id);
  json_object_set_string_member (op, "client", console);
  json_object_set_int_member (op, "seq", operation->sequence);
  json_object_set_int_member (op, "ack", first->sequence - 1);
  json_object_set_string_member (op, "at", at);
  if (plan->epoch != NULL)
    json_object_set_string_member (op, "epoch", plan->epoch);
  if (requires != NULL)
    json_object_set_string_member (op, "requires", requires);
  return op;
}

static void
put_by_id (JsonObject *arguments, const char *name, const char *id, JsonObject *value)
{
  JsonObject *map = json_object_new ();

  json_object_set_object_member (map, id, foyer_json_copy_object (value));
  json_object_set_object_member (arguments, name, map);
}

static JsonObject *
write_set (const FoyerTurnPlan *plan,
           const FoyerOperationData *operation,
           const FoyerOperationData *first,
           const char *console,
           const char *requires)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "accountId", plan->account_id);
  switch (operation->verb) {
  case FOYER_VERB_CREATE:
    put_by_id (arguments, "create", operation->record_id, operation->patch);
    break;
  case FOYER_VERB_DESTROY: {
    JsonArray *ids = json_array_new ();

    json_array_add_string_element (ids, operation->record_id);
    json_object_set_array_member (arguments, "destroy", ids);
    break;
  }
  case FOYER_VERB_UPDATE:
  default:
    put_by_id (arguments, "update", operation->record_id, operation->patch);
  }
  if (operation->expected != NULL && json_object_get_size (operation->expected) > 0)
    put_by_id (arguments, "ifMatch", operation->record_id, operation->expected);
  json_object_set_object_member (arguments, "op", write_op (plan, operation, first, console, requires));
  return arguments;
}

static void
add_skip (const FoyerTurnPlan *plan, FoyerJmapRequest *jmap, FoyerOperation *operation, const char *console)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "accountId", plan->account_id);
  json_object_set_object_member (arguments, "op", write_op (plan, data, data, console, NULL));
  foyer_jmap_request_add (jmap, "Op/skip", arguments, "o0");
}

static void
add_operations (FoyerStoreWriter *writer,
                const FoyerTurnPlan *plan,
                FoyerJmapRequest *jmap,
                GPtrArray *operations,
                const char *console)
{
  const FoyerOperationData *first
      = operations->len == 0 ? NULL : foyer_operation_get_data (operations->pdata[0]);

  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (operations->pdata[i]);
    g_autofree char *requires = foyer_store_writer_get_required (writer, operation);
    g_autofree char *name = g_strconcat (operation->type->name, "/set", NULL);
    g_autofree char *id = g_strdup_printf ("o%u", i);

    foyer_jmap_request_add (jmap, name, write_set (plan, operation, first, console, requires), id);
  }
}

/* --- Pulls --- */

static void
put_reference (JsonObject *arguments,
               const char *argument,
               const char *call,
               const char *method,
               const char *path)
{
  JsonObject *reference = json_object_new ();

  json_object_set_string_member (reference, "resultOf", call);
  json_object_set_string_member (reference, "name", method);
  json_object_set_string_member (reference, "path", path);
  json_object_set_object_member (arguments, argument, reference);
}

static void
add_get (FoyerTurnRequest *request, const FoyerRecordType *type, const char *changes_call, const char *path)
{
  g_autofree char *method = g_strconcat (type->name, "/get", NULL);
  g_autofree char *changes_method = g_strconcat (type->name, "/changes", NULL);
  g_autofree char *id = g_strconcat (changes_call, path, NULL);
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "accountId", request->account_id);
  put_reference (arguments, "#ids", changes_call, changes_method, path);
  foyer_jmap_request_add (request->jmap, method, arguments, id);
}

/* Link @index of a chain asks from where the one before it ended. */
static void
add_pull (FoyerTurnRequest *request, const FoyerRecordType *type, const char *state, guint index)
{
  g_autofree char *method = g_strconcat (type->name, "/changes", NULL);
  g_autofree char *call = g_strdup_printf ("c:%s:%u", type->name, index);
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "accountId", request->account_id);
  json_object_set_int_member (arguments, "maxChanges", request->max_objects);
  if (index == 0) {
    json_object_set_string_member (arguments, "sinceState", state);
  } else {
    g_autofree char *previous = g_strdup_printf ("c:%s:%u", type->name, index - 1);

    put_reference (arguments, "#sinceState", previous, method, "/newState");
  }
  foyer_jmap_request_add (request->jmap, method, arguments, call);
  add_get (request, type, call, "/created");
  add_get (request, type, call, "/updated");
}

static gboolean
contains (GPtrArray *types, const FoyerRecordType *type)
{
  return g_ptr_array_find (types, type, NULL);
}

/* What an operation changes is pulled in the same request, so that its echo comes with its answer. */
static GPtrArray *
choose_types (const FoyerTurnPlan *plan, GPtrArray *operations, guint most)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < operations->len; i++) {
    const FoyerRecordType *type = foyer_operation_get_data (operations->pdata[i])->type;

    if (!contains (chosen, type) && chosen->len < most)
      g_ptr_array_add (chosen, (gpointer) type);
  }
  for (guint i = 0; i < plan->dirty->len; i++) {
    if (!contains (chosen, plan->dirty->pdata[i]) && chosen->len < most)
      g_ptr_array_add (chosen, plan->dirty->pdata[i]);
  }
  return g_steal_pointer (&chosen);
}

static guint
count_long (GHashTable *long_pulls, GPtrArray *types)
{
  guint count = 0;

  for (guint i = 0; i < types->len; i++)
    count += g_hash_table_contains (long_pulls, types->pdata[i]);
  return count;
}

static guint
count_most_pulls (const FoyerTurnRequest *request)
{
  return (request->max_calls - MIN (request->operations->len, request->max_calls)) / CALLS_A_PULL;
}

/* Types with much to fetch share what is left of the calls. */
static void
add_links (FoyerTurnRequest *request, const FoyerRecordType *type, const char *state, GHashTable *long_pulls)
{
  guint spare = count_most_pulls (request) - request->pulled->len;
  guint links = 1;

  if (g_hash_table_contains (long_pulls, type))
    links += spare / count_long (long_pulls, request->pulled);
  for (guint index = 0; index < links; index++)
    add_pull (request, type, state, index);
}

static void
add_pulls (FoyerStoreWriter *writer, const FoyerTurnPlan *plan, FoyerTurnRequest *request)
{
  for (guint i = 0; i < request->pulled->len; i++) {
    const FoyerRecordType *type = request->pulled->pdata[i];
    g_autofree char *state = foyer_store_writer_get_state (writer, type);

    add_links (request, type, state, plan->long_pulls);
  }
}

/* --- The whole --- */

/* How many of the chosen operations may travel together: a suspect travels alone. */
static guint
count_company (GPtrArray *operations, guint most)
{
  guint count = 0;

  while (count < MIN (operations->len, most)
         && !foyer_turn_is_suspect (foyer_operation_get_data (operations->pdata[count])))
    count++;
  return operations->len == 0 ? 0 : MAX (count, 1);
}

static gboolean
choose_operations (FoyerStoreWriter *writer,
                   const FoyerTurnPlan *plan,
                   FoyerTurnRequest *request,
                   GError **error)
{
  guint most
      = MIN (plan->max_operations, plan->max_calls > CALLS_A_PULL ? plan->max_calls - CALLS_A_PULL : 1);

  if (plan->max_operations == 0) {
    request->operations = g_ptr_array_new_with_free_func (g_object_unref);
    return TRUE;
  }
  request->operations = foyer_store_writer_pick (writer, most, G_MAXINT64, error);
  if (request->operations == NULL)
    return FALSE;
  /* Those left behind have their numbers and go next, in their order. */
  g_ptr_array_set_size (request->operations, (int) count_company (request->operations, most));
  request->skipping = request->operations->len > 0
                      && foyer_turn_is_poisoned (foyer_operation_get_data (request->operations->pdata[0]));
  return TRUE;
}

static void
write_body (FoyerTurnRequest *request)
{
  char *text = foyer_jmap_request_to_text (request->jmap);

  request->body = g_bytes_new_take (text, strlen (text));
}

static void
write_request (FoyerStoreWriter *writer,
               const FoyerTurnPlan *plan,
               FoyerTurnRequest *request,
               const char *console,
               guint most)
{
  g_clear_pointer (&request->body, g_bytes_unref);
  g_clear_pointer (&request->jmap, foyer_jmap_request_free);
  g_clear_pointer (&request->pulled, g_ptr_array_unref);
  request->jmap = foyer_jmap_request_new (plan->staff);
  request->pulled = choose_types (plan, request->operations, MIN (most, count_most_pulls (request)));
  if (request->skipping)
    add_skip (plan, request->jmap, request->operations->pdata[0], console);
  else
    add_operations (writer, plan, request->jmap, request->operations, console);
  add_pulls (writer, plan, request);
  /* Whether a server that fails at an operation answers anything at all. */
  if (request->pulled->len == 0 && (request->operations->len > 0 || plan->probe)
      && request->operations->len < plan->max_calls)
    foyer_jmap_request_add (request->jmap, "Core/echo", json_object_new (), "e");
  request->checking = plan->check && request->jmap->calls->len == 0;
  if (request->checking)
    foyer_sync_add_digest (writer, request->jmap, plan->account_id);
  if (request->jmap->calls->len > 0)
    write_body (request);
}

gpointer
foyer_turn_make_request (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const FoyerTurnPlan *plan = data;
  g_autoptr (FoyerTurnRequest) request
      = new_request (plan->account_id, plan->staff, plan->max_calls, plan->max_objects);
  g_autofree char *console = foyer_store_writer_get_console (writer, error);
  guint most_pulls = G_MAXUINT;

  if (console == NULL || !choose_operations (writer, plan, request, error))
    return NULL;
  write_request (writer, plan, request, console, most_pulls);
  /* Operations go before questions, and one of either goes however long it is. */
  while (request->body != NULL && g_bytes_get_size (request->body) > plan->max_request
         && request->operations->len + request->pulled->len > 1) {
    if (request->operations->len > 1)
      g_ptr_array_set_size (request->operations, (int) request->operations->len / 2);
    else
      most_pulls = request->pulled->len / 2;
    write_request (writer, plan, request, console, most_pulls);
  }
  return g_steal_pointer (&request);
}

FoyerTurnRequest *
foyer_turn_follow (const FoyerTurnRequest *request, GPtrArray *types, GHashTable *states)
{
  FoyerTurnRequest *next
      = new_request (request->account_id, request->staff, request->max_calls, request->max_objects);

  next->jmap = foyer_jmap_request_new (next->staff);
  next->operations = g_ptr_array_new_with_free_func (g_object_unref);
  next->pulled = g_ptr_array_ref (types);
  for (guint i = 0; i < types->len; i++)
    add_links (next, types->pdata[i], g_hash_table_lookup (states, types->pdata[i]), states);
  write_body (next);
  return next;
}
