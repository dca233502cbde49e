/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-jmap-reference.c - arguments that are taken from an earlier response of the same request */

#include "foyer-jmap-reference.h"

#include "foyer-json.h"

#include <string.h>

static JsonNode *evaluate (JsonNode *node, char **parts);

static JsonNode *
evaluate_each (JsonArray *array, char **rest)
{
  g_autoptr (JsonArray) results = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autoptr (JsonNode) found = evaluate (json_array_get_element (array, i), rest);

    if (found == NULL)
      return NULL;
    if (!JSON_NODE_HOLDS_ARRAY (found)) {
      json_array_add_element (results, g_steal_pointer (&found));
      continue;
    }
    for (guint j = 0; j < json_array_get_length (json_node_get_array (found)); j++)
      json_array_add_element (results,
                              json_node_copy (json_array_get_element (json_node_get_array (found), j)));
  }
  return json_node_init_array (json_node_alloc (), results);
}

static gboolean
is_index (const char *part)
{
  if (part[0] == '\0' || (part[0] == '0' && part[1] != '\0') || strlen (part) > 9)
    return FALSE;
  return strspn (part, "0123456789") == strlen (part);
}

static JsonNode *
evaluate (JsonNode *node, char **parts)
{
  if (parts[0] == NULL)
    return json_node_copy (node);
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);

    if (strcmp (parts[0], "*") == 0)
      return evaluate_each (array, parts + 1);
    if (!is_index (parts[0]) || g_ascii_strtoull (parts[0], NULL, 10) >= json_array_get_length (array))
      return NULL;
    return evaluate (json_array_get_element (array, (guint) g_ascii_strtoull (parts[0], NULL, 10)),
                     parts + 1);
  }
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    JsonNode *member = json_object_get_member (json_node_get_object (node), parts[0]);

    return member == NULL ? NULL : evaluate (member, parts + 1);
  }
  return NULL;
}

JsonNode *
foyer_jmap_evaluate_pointer (JsonNode *root, const char *pointer)
{
  g_auto (GStrv) parts = NULL;

  if (pointer[0] == '\0')
    return json_node_copy (root);
  if (pointer[0] != '/')
    return NULL;
  /* With the slash, so that "/" too has a part: the member called "". */
  parts = g_strsplit (pointer, "/", -1);
  for (char **part = parts + 1; *part != NULL; part++) {
    g_autoptr (GString) plain = g_string_new (*part);

    g_string_replace (plain, "~1", "/", 0);
    g_string_replace (plain, "~0", "~", 0);
    g_free (*part);
    *part = g_strdup (plain->str);
  }
  return evaluate (root, parts + 1);
}

static JsonNode *
resolve (JsonNode *reference, FoyerJmapResponse *response)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (reference) ? json_node_get_object (reference) : NULL;
  const char *result_of = object == NULL ? NULL : foyer_json_object_text (object, "resultOf");
  const char *name = object == NULL ? NULL : foyer_json_object_text (object, "name");
  const char *path = object == NULL ? NULL : foyer_json_object_text (object, "path");
  FoyerJmapCall *found;
  g_autoptr (JsonObject) whole = NULL;
  g_autoptr (JsonNode) arguments = NULL;

  if (result_of == NULL || name == NULL || path == NULL)
    return NULL;
  found = foyer_jmap_response_find (response, result_of, NULL);
  if (found == NULL || strcmp (found->name, name) != 0)
    return NULL;
  if (found->list.text != NULL)
    whole = foyer_jmap_call_dup_arguments (found);
  arguments = foyer_json_node_from_object (whole == NULL ? found->arguments : whole);
  return foyer_jmap_evaluate_pointer (arguments, path);
}

JsonObject *
foyer_jmap_resolve_references (FoyerJmapCall *call, FoyerJmapResponse *response, JsonObject **error)
{
  g_autoptr (JsonObject) arguments = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, call->arguments);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    JsonNode *resolved;

    if (name[0] != '#') {
      json_object_set_member (arguments, name, json_node_copy (value));
      continue;
    }
    if (json_object_has_member (call->arguments, name + 1)) {
      *error = foyer_jmap_error_new ("invalidArguments", "An argument is given twice, once as a reference");
      return NULL;
    }
    resolved = resolve (value, response);
    if (resolved == NULL) {
      *error = foyer_jmap_error_new ("invalidResultReference", NULL);
      return NULL;
    }
    json_object_set_member (arguments, name + 1, resolved);
  }
  return g_steal_pointer (&arguments);
}
