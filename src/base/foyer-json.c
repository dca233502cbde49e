/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-json.c - parsing behind the scanner, canonical form, and typed reading of members */

#include "foyer-json.h"

#include <string.h>

G_DEFINE_QUARK (foyer - json - error - quark, foyer_json_error)

JsonNode *
foyer_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;

  if (!foyer_json_check (text, length, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, error))
    return NULL;
  return json_node_ref (json_parser_get_root (parser));
}

JsonObject *
foyer_json_parse_object (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = foyer_json_parse (text, length, error);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    g_set_error_literal (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE, "Expected an object");
    return NULL;
  }
  return json_object_ref (json_node_get_object (node));
}

static void
append_escape (GString *out, char c)
{
  switch (c) {
  case '"':
    g_string_append (out, "\\\"");
    break;
  case '\\':
    g_string_append (out, "\\\\");
    break;
  case '\n':
    g_string_append (out, "\\n");
    break;
  case '\r':
    g_string_append (out, "\\r");
    break;
  case '\t':
    g_string_append (out, "\\t");
    break;
  default:
    g_string_append_printf (out, "\\u%04x", (guint) c);
  }
}

/* Runs of plain characters go over in one piece: nearly all of any text is one. */
void
foyer_json_append_string (GString *out, const char *text)
{
  const char *from = text;

  g_string_append_c (out, '"');
  for (const char *p = text;; p++) {
    if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
      continue;
    g_string_append_len (out, from, p - from);
    if (*p == '\0')
      break;
    append_escape (out, *p);
    from = p + 1;
  }
  g_string_append_c (out, '"');
}

static void append_node (GString *out, JsonNode *node, gboolean sorted);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
append_member (GString *out, const char *name, JsonNode *value, gboolean sorted)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  foyer_json_append_string (out, name);
  g_string_append_c (out, ':');
  append_node (out, value, sorted);
}

static void
append_sorted_members (GString *out, JsonObject *object)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), compare_names);

  for (GList *link = names; link != NULL; link = link->next)
    append_member (out, link->data, json_object_get_member (object, link->data), TRUE);
}

static void
append_object (GString *out, JsonObject *object, gboolean sorted)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_string_append_c (out, '{');
  if (sorted) {
    append_sorted_members (out, object);
  } else {
    json_object_iter_init_ordered (&iter, object);
    while (json_object_iter_next_ordered (&iter, &name, &value))
      append_member (out, name, value, FALSE);
  }
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array, gboolean sorted)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_node (out, json_array_get_element (array, i), sorted);
  }
  g_string_append_c (out, ']');
}

static void
append_value (GString *out, JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    foyer_json_append_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_double (node) == 0) /* -0.0 is 0, and would be read as an integer the next time. */
    g_string_append_c (out, '0');
  else
    g_string_append (out, g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
}

static void
append_node (GString *out, JsonNode *node, gboolean sorted)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    append_object (out, json_node_get_object (node), sorted);
    break;
  case JSON_NODE_ARRAY:
    append_array (out, json_node_get_array (node), sorted);
    break;
  case JSON_NODE_VALUE:
    append_value (out, node);
    break;
  case JSON_NODE_NULL:
  default:
    g_string_append (out, "null");
  }
}

char *
foyer_json_canonical (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  append_node (out, node, TRUE);
  return g_string_free (out, FALSE);
}

char *
foyer_json_canonical_object (JsonObject *object)
{
  GString *out = g_string_new (NULL);

  append_object (out, object, TRUE);
  return g_string_free (out, FALSE);
}

char *
foyer_json_to_text (JsonObject *object)
{
  GString *out = g_string_new (NULL);

  foyer_json_append_object (out, object);
  return g_string_free (out, FALSE);
}

void
foyer_json_append_object (GString *out, JsonObject *object)
{
  append_object (out, object, FALSE);
}

static JsonNode *
copy_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (JsonObject) copy = foyer_json_copy_object (json_node_get_object (node));

    return foyer_json_node_from_object (copy);
  }
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    g_autoptr (JsonArray) copy = json_array_sized_new (json_array_get_length (array));

    for (guint i = 0; i < json_array_get_length (array); i++)
      json_array_add_element (copy, copy_node (json_array_get_element (array, i)));
    return json_node_init_array (json_node_alloc (), copy);
  }
  return json_node_copy (node);
}

JsonObject *
foyer_json_copy_object (JsonObject *object)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, copy_node (member));
  return g_steal_pointer (&copy);
}

JsonNode *
foyer_json_node_from_object (JsonObject *object)
{
  return json_node_init_object (json_node_alloc (), object);
}

gboolean
foyer_json_equal (JsonNode *a, JsonNode *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gboolean a_null = a == NULL || JSON_NODE_HOLDS_NULL (a);
  gboolean b_null = b == NULL || JSON_NODE_HOLDS_NULL (b);

  if (a_null || b_null)
    return a_null && b_null;
  first = foyer_json_canonical (a);
  second = foyer_json_canonical (b);
  return strcmp (first, second) == 0;
}

static JsonNode *
get_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;
  return node;
}

const char *
foyer_json_node_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

const char *
foyer_json_object_text (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node == NULL ? NULL : json_node_get_string (node);
}

gint64
foyer_json_object_integer (JsonObject *object, const char *name, gint64 fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node == NULL ? fallback : json_node_get_int (node);
}

gboolean
foyer_json_object_boolean (JsonObject *object, const char *name, gboolean fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  return node == NULL ? fallback : json_node_get_boolean (node);
}

JsonObject *
foyer_json_object_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
foyer_json_object_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

char *
foyer_json_hash (JsonObject *object)
{
  g_autofree char *canonical = foyer_json_canonical_object (object);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
}
