/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-jmap-request.c - requests and responses of RFC 8620 §3, read and written */

#include "foyer-jmap-request.h"

#include "foyer-jmap.h"
#include "foyer-json.h"

#include <string.h>

static void
free_call (gpointer data)
{
  FoyerJmapCall *call = data;

  g_free (call->name);
  json_object_unref (call->arguments);
  g_free (call->id);
  if (call->list_owner != NULL)
    g_string_free (call->list_owner, TRUE);
  g_free (call);
}

static FoyerJmapCall *
add_call (GPtrArray *calls, const char *name, JsonObject *arguments, const char *id)
{
  FoyerJmapCall *call = g_new0 (FoyerJmapCall, 1);

  call->name = g_strdup (name);
  call->arguments = arguments;
  call->id = g_strdup (id);
  g_ptr_array_add (calls, call);
  return call;
}

JsonObject *
foyer_jmap_call_dup_arguments (FoyerJmapCall *self)
{
  g_autoptr (JsonObject) arguments = foyer_json_copy_object (self->arguments);

  if (self->list.text != NULL)
    json_object_set_member (arguments, "list",
                            foyer_json_parse (self->list.text, (gssize) self->list.length, NULL));
  return g_steal_pointer (&arguments);
}

static JsonArray *
write_calls (GPtrArray *calls)
{
  g_autoptr (JsonArray) array = json_array_sized_new (calls->len);

  for (guint i = 0; i < calls->len; i++) {
    FoyerJmapCall *call = calls->pdata[i];
    g_autoptr (JsonArray) invocation = json_array_sized_new (3);

    json_array_add_string_element (invocation, call->name);
    json_array_add_object_element (invocation, json_object_ref (call->arguments));
    json_array_add_string_element (invocation, call->id);
    json_array_add_array_element (array, g_steal_pointer (&invocation));
  }
  return g_steal_pointer (&array);
}

static const char *
get_text (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
read_calls (JsonArray *array, GPtrArray *calls)
{
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    JsonArray *invocation = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

    if (invocation == NULL || json_array_get_length (invocation) != 3 || get_text (invocation, 0) == NULL
        || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (invocation, 1))
        || get_text (invocation, 2) == NULL)
      return FALSE;
    add_call (calls, get_text (invocation, 0),
              json_object_ref (json_array_get_object_element (invocation, 1)), get_text (invocation, 2));
  }
  return TRUE;
}

static gboolean
holds_only_texts (JsonObject *object)
{
  g_autoptr (GList) values = json_object_get_values (object);

  for (GList *link = values; link != NULL; link = link->next) {
    if (!JSON_NODE_HOLDS_VALUE (link->data) || json_node_get_value_type (link->data) != G_TYPE_STRING)
      return FALSE;
  }
  return TRUE;
}

static GStrv
read_using (JsonArray *array)
{
  g_autoptr (GPtrArray) using = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    const char *capability = get_text (array, i);

    if (capability == NULL)
      return NULL;
    g_ptr_array_add (using, g_strdup (capability));
  }
  g_ptr_array_add (using, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&using), FALSE);
}

FoyerJmapRequest *
foyer_jmap_request_new (gboolean staff)
{
  const char *const using[] = { FOYER_JMAP_CORE, staff ? FOYER_JMAP_STAFF : NULL, NULL };
  FoyerJmapRequest *self = g_new0 (FoyerJmapRequest, 1);

  self->using = g_strdupv ((GStrv) using);
  self->calls = g_ptr_array_new_with_free_func (free_call);
  return self;
}

void
foyer_jmap_request_use (FoyerJmapRequest *self, const char *capability)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) self->using);
  g_strv_builder_add (builder, capability);
  g_strfreev (self->using);
  self->using = g_strv_builder_end (builder);
}

void
foyer_jmap_request_free (FoyerJmapRequest *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->using);
  g_ptr_array_unref (self->calls);
  g_clear_pointer (&self->created_ids, json_object_unref);
  g_free (self);
}

void
foyer_jmap_request_add (FoyerJmapRequest *self, const char *name, JsonObject *arguments, const char *id)
{
  add_call (self->calls, name, arguments, id);
}

static FoyerJmapCall *
find_call (GPtrArray *calls, const char *id, const char *name)
{
  for (guint i = 0; i < calls->len; i++) {
    FoyerJmapCall *call = calls->pdata[i];

    if (strcmp (call->id, id) == 0 && (name == NULL || strcmp (call->name, name) == 0))
      return call;
  }
  return NULL;
}

FoyerJmapCall *
foyer_jmap_request_find (FoyerJmapRequest *self, const char *id)
{
  return find_call (self->calls, id, NULL);
}

char *
foyer_jmap_request_to_text (FoyerJmapRequest *self)
{
  g_autoptr (JsonObject) json = json_object_new ();
  g_autoptr (JsonArray) using = json_array_new ();

  for (guint i = 0; self->using[i] != NULL; i++)
    json_array_add_string_element (using, self->using[i]);
  json_object_set_array_member (json, "using", g_steal_pointer (&using));
  json_object_set_array_member (json, "methodCalls", write_calls (self->calls));
  if (self->created_ids != NULL)
    json_object_set_object_member (json, "createdIds", json_object_ref (self->created_ids));
  return foyer_json_canonical_object (json);
}

static FoyerJmapProblem *
not_a_request (const char *detail)
{
  return foyer_jmap_problem_new (400, FOYER_JMAP_NOT_REQUEST, detail);
}

static FoyerJmapProblem *
fill_request (FoyerJmapRequest *self, JsonObject *json)
{
  JsonArray *using = foyer_json_object_array (json, "using");
  JsonArray *calls = foyer_json_object_array (json, "methodCalls");
  JsonObject *created_ids = foyer_json_object_object (json, "createdIds");

  if (using == NULL || (self->using = read_using (using)) == NULL)
    return not_a_request ("using must be a list of strings");
  if (calls == NULL)
    return not_a_request ("methodCalls must be a list");
  if (json_array_get_length (calls) > FOYER_JMAP_MAX_CALLS) {
    FoyerJmapProblem *problem = foyer_jmap_problem_new (400, FOYER_JMAP_LIMIT, "Too many calls");

    problem->limit = "maxCallsInRequest";
    return problem;
  }
  if (!read_calls (calls, self->calls))
    return not_a_request ("each of methodCalls must be a name, an object and an id");
  if (json_object_has_member (json, "createdIds") && (created_ids == NULL || !holds_only_texts (created_ids)))
    return not_a_request ("createdIds must be an object of ids");
  if (created_ids != NULL)
    self->created_ids = foyer_json_copy_object (created_ids);
  return NULL;
}

FoyerJmapRequest *
foyer_jmap_request_parse (const char *body, gsize length, FoyerJmapProblem **problem)
{
  g_autoptr (FoyerJmapRequest) self = g_new0 (FoyerJmapRequest, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  self->calls = g_ptr_array_new_with_free_func (free_call);
  if (length > FOYER_JMAP_MAX_REQUEST) {
    *problem = foyer_jmap_problem_new (400, FOYER_JMAP_LIMIT, "Request too long");
    (*problem)->limit = "maxSizeRequest";
    return NULL;
  }
  node = foyer_json_parse (body, (gssize) length, &error);
  if (node == NULL) {
    *problem = foyer_jmap_problem_new (400, FOYER_JMAP_NOT_JSON, error->message);
    return NULL;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    *problem = not_a_request ("a request is an object");
    return NULL;
  }
  *problem = fill_request (self, json_node_get_object (node));
  return *problem == NULL ? g_steal_pointer (&self) : NULL;
}

FoyerJmapResponse *
foyer_jmap_response_new (void)
{
  FoyerJmapResponse *self = g_new0 (FoyerJmapResponse, 1);

  self->calls = g_ptr_array_new_with_free_func (free_call);
  return self;
}

void
foyer_jmap_response_free (FoyerJmapResponse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->calls);
  g_free (self->session_state);
  g_clear_pointer (&self->created_ids, json_object_unref);
  g_free (self);
}

void
foyer_jmap_response_add (FoyerJmapResponse *self, const char *name, JsonObject *arguments, const char *id)
{
  add_call (self->calls, name, arguments, id);
}

void
foyer_jmap_response_add_list (FoyerJmapResponse *self,
                              const char *name,
                              JsonObject *arguments,
                              GString *list,
                              const char *id)
{
  FoyerJmapCall *call = add_call (self->calls, name, arguments, id);

  call->list_owner = list;
  call->list = (FoyerJsonSpan){ list->str, list->len };
}

static void
append_call (GString *out, FoyerJmapCall *call)
{
  g_string_append_c (out, '[');
  foyer_json_append_string (out, call->name);
  g_string_append_c (out, ',');
  foyer_json_append_object (out, call->arguments);
  if (call->list.text != NULL) {
    g_string_truncate (out, out->len - 1);
    g_string_append (out, json_object_get_size (call->arguments) > 0 ? ",\"list\":" : "\"list\":");
    g_string_append_len (out, call->list.text, (gssize) call->list.length);
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ',');
  foyer_json_append_string (out, call->id);
  g_string_append_c (out, ']');
}

static gsize
measure_lists (FoyerJmapResponse *self)
{
  gsize length = 0;

  for (guint i = 0; i < self->calls->len; i++)
    length += ((FoyerJmapCall *) self->calls->pdata[i])->list.length;
  return length;
}

char *
foyer_jmap_response_to_text (FoyerJmapResponse *self)
{
  GString *out = g_string_sized_new (measure_lists (self) * 9 / 8 + 1024);

  g_string_append (out, "{\"methodResponses\":[");
  for (guint i = 0; i < self->calls->len; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_call (out, self->calls->pdata[i]);
  }
  g_string_append_c (out, ']');
  if (self->created_ids != NULL) {
    g_string_append (out, ",\"createdIds\":");
    foyer_json_append_object (out, self->created_ids);
  }
  g_string_append (out, ",\"sessionState\":");
  foyer_json_append_string (out, self->session_state == NULL ? "" : self->session_state);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

/* The arguments of a response without its `list`. */
static JsonObject *
parse_without_list (FoyerJsonSpan arguments, FoyerJsonSpan list)
{
  g_autoptr (GString) text = g_string_new_len (arguments.text, list.text - arguments.text);
  const char *rest = list.text + list.length;
  g_autoptr (JsonObject) parsed = NULL;
  JsonObject *without;

  g_string_append (text, "[]");
  g_string_append_len (text, rest, arguments.text + arguments.length - rest);
  parsed = foyer_json_parse_object (text->str, (gssize) text->len, NULL);
  without = foyer_json_copy_object (parsed); /* What was parsed cannot be changed. */
  json_object_remove_member (without, "list");
  return without;
}

/* Takes the arguments that @walk stands before, and finds the `list` in them. */
static FoyerJsonSpan
take_arguments (FoyerJsonWalk *walk, FoyerJsonSpan *list)
{
  const char *start = walk->at;
  FoyerJsonWalk members = foyer_json_walk_enter (walk);
  FoyerJsonSpan name;

  while (foyer_json_walk_to_member (&members, &name)) {
    FoyerJsonSpan value = foyer_json_walk_take (&members);

    if (foyer_json_span_is_array (value) && foyer_json_span_means (name, "list"))
      *list = value;
  }
  foyer_json_walk_leave (walk, &members);
  return (FoyerJsonSpan){ start, (gsize) (walk->at - start) };
}

static void
add_response (GPtrArray *calls, const char *name, FoyerJsonSpan arguments, FoyerJsonSpan list, const char *id)
{
  JsonObject *object = list.text != NULL
                           ? parse_without_list (arguments, list)
                           : foyer_json_parse_object (arguments.text, (gssize) arguments.length, NULL);

  add_call (calls, name, object, id)->list = list;
}

/* @walk stands before one of methodResponses. */
static gboolean
read_response (FoyerJsonWalk *walk, GPtrArray *calls)
{
  FoyerJsonWalk parts;
  FoyerJsonSpan arguments;
  FoyerJsonSpan list = { NULL, 0 };
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (foyer_json_walk_peek (walk) != '[')
    return FALSE;
  parts = foyer_json_walk_enter (walk);
  if (!foyer_json_walk_to_element (&parts))
    return FALSE;
  name = foyer_json_span_dup_string (foyer_json_walk_take (&parts));
  if (name == NULL || !foyer_json_walk_to_element (&parts) || foyer_json_walk_peek (&parts) != '{')
    return FALSE;
  arguments
      = g_str_has_suffix (name, "/get") ? take_arguments (&parts, &list) : foyer_json_walk_take (&parts);
  if (!foyer_json_walk_to_element (&parts))
    return FALSE;
  id = foyer_json_span_dup_string (foyer_json_walk_take (&parts));
  if (id == NULL || foyer_json_walk_to_element (&parts))
    return FALSE;
  foyer_json_walk_leave (walk, &parts);
  add_response (calls, name, arguments, list, id);
  return TRUE;
}

/* @walk stands before methodResponses. */
static gboolean
read_responses (FoyerJsonWalk *walk, GPtrArray *calls)
{
  FoyerJsonWalk responses;

  if (foyer_json_walk_peek (walk) != '[')
    return FALSE;
  responses = foyer_json_walk_enter (walk);
  while (foyer_json_walk_to_element (&responses)) {
    if (!read_response (&responses, calls))
      return FALSE;
  }
  foyer_json_walk_leave (walk, &responses);
  return TRUE;
}

static gboolean
fill_response (FoyerJmapResponse *self, FoyerJsonSpan whole)
{
  FoyerJsonWalk walk;
  FoyerJsonSpan name;
  gboolean found = FALSE;

  if (!foyer_json_span_is_object (whole))
    return FALSE;
  foyer_json_walk_init (&walk, whole);
  while (foyer_json_walk_to_member (&walk, &name)) {
    if (foyer_json_span_means (name, "methodResponses")) {
      if (!read_responses (&walk, self->calls))
        return FALSE;
      found = TRUE;
    } else if (foyer_json_span_means (name, "sessionState")) {
      self->session_state = foyer_json_span_dup_string (foyer_json_walk_take (&walk));
    } else {
      foyer_json_walk_take (&walk);
    }
  }
  return found;
}

FoyerJmapResponse *
foyer_jmap_response_parse (const char *body, gsize length, GError **error)
{
  g_autoptr (FoyerJmapResponse) self = foyer_jmap_response_new ();

  if (!foyer_json_check (body, (gssize) length, error))
    return NULL;
  if (fill_response (self, foyer_json_span_new (body, length)))
    return g_steal_pointer (&self);
  g_set_error_literal (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE, "No list of responses");
  return NULL;
}

FoyerJmapCall *
foyer_jmap_response_find (FoyerJmapResponse *self, const char *id, const char *name)
{
  return find_call (self->calls, id, name);
}

static gboolean
is_of_account (JsonObject *answer, JsonObject *asked)
{
  const char *there = foyer_json_object_text (answer, "accountId");

  return there == NULL || g_strcmp0 (there, foyer_json_object_text (asked, "accountId")) == 0;
}

FoyerJmapCall *
foyer_jmap_response_find_answer (FoyerJmapResponse *self, FoyerJmapRequest *request, const char *id)
{
  const FoyerJmapCall *sent = foyer_jmap_request_find (request, id);
  FoyerJmapCall *answer;

  if (sent == NULL)
    return NULL;
  answer = find_call (self->calls, id, sent->name);
  if (answer == NULL)
    return find_call (self->calls, id, "error");
  return is_of_account (answer->arguments, sent->arguments) ? answer : NULL;
}
