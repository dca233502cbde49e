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
  g_free (call);
}

static void
add_call (GPtrArray *calls, const char *name, JsonObject *arguments, const char *id)
{
  FoyerJmapCall *call = g_new0 (FoyerJmapCall, 1);

  call->name = g_strdup (name);
  call->arguments = arguments;
  call->id = g_strdup (id);
  g_ptr_array_add (calls, call);
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

char *
foyer_jmap_response_to_text (FoyerJmapResponse *self)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_array_member (json, "methodResponses", write_calls (self->calls));
  if (self->created_ids != NULL)
    json_object_set_object_member (json, "createdIds", json_object_ref (self->created_ids));
  json_object_set_string_member (json, "sessionState",
                                 self->session_state == NULL ? "" : self->session_state);
  return foyer_json_to_text (json);
}

FoyerJmapResponse *
foyer_jmap_response_parse (const char *body, gsize length, GError **error)
{
  g_autoptr (FoyerJmapResponse) self = foyer_jmap_response_new ();
  g_autoptr (JsonObject) json = foyer_json_parse_object (body, (gssize) length, error);
  JsonArray *calls;

  if (json == NULL)
    return NULL;
  calls = foyer_json_object_array (json, "methodResponses");
  if (calls == NULL || !read_calls (calls, self->calls)) {
    g_set_error_literal (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE, "No list of responses");
    return NULL;
  }
  self->session_state = g_strdup (foyer_json_object_text (json, "sessionState"));
  return g_steal_pointer (&self);
}

FoyerJmapCall *
foyer_jmap_response_find (FoyerJmapResponse *self, const char *id, const char *name)
{
  for (guint i = 0; i < self->calls->len; i++) {
    FoyerJmapCall *call = self->calls->pdata[i];

    if (strcmp (call->id, id) == 0 && (name == NULL || strcmp (call->name, name) == 0))
      return call;
  }
  return NULL;
}
