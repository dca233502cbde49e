/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-get.c - Foo/get (RFC 8620 §5.1) */

#include "methods/foyer-methods.h"

#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-record-table.h"

#include <string.h>

static gboolean
is_property (const FoyerRecordType *type, const char *name)
{
  static const char *const fixed[] = { "id", "rev", "createdAt", "updatedAt", "updatedBy", NULL };

  return g_strv_contains (fixed, name) || foyer_record_type_field (type, name) != NULL;
}

/* The properties asked for as a set, NULL for all. */
static gboolean
read_properties (const FoyerRecordType *type,
                 JsonObject *arguments,
                 GHashTable **properties,
                 JsonObject **error)
{
  JsonNode *node = json_object_get_member (arguments, "properties");
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node)) {
    foyer_method_refuse (error, "invalidArguments", "properties must be a list or null");
    return FALSE;
  }
  array = json_node_get_array (node);
  *properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (*properties, g_strdup ("id"));
  for (guint i = 0; i < json_array_get_length (array); i++) {
    const char *name = foyer_json_node_text (json_array_get_element (array, i));

    if (name == NULL || !is_property (type, name)) {
      foyer_method_refuse (error, "invalidArguments",
                           "properties names something that the type does not have");
      g_clear_pointer (properties, g_hash_table_unref);
      return FALSE;
    }
    g_hash_table_add (*properties, g_strdup (name));
  }
  return TRUE;
}

/* Appends those of the record's members that were asked for. */
static void
append_chosen (GString *list, FoyerRecord *record, GHashTable *properties)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autoptr (GList) names = json_object_get_members (json);

  for (GList *link = names; properties != NULL && link != NULL; link = link->next) {
    if (!g_hash_table_contains (properties, link->data))
      json_object_remove_member (json, link->data);
  }
  foyer_json_append_object (list, json);
}

static void
append_comma (GString *list)
{
  if (list->len > strlen ("["))
    g_string_append_c (list, ',');
}

static const char *
resolve_id (FoyerMethodContext *context, const char *id)
{
  const char *created;

  if (id[0] != '#')
    return id;
  created = foyer_json_object_text (context->created_ids, id + 1);
  return created == NULL ? id : created;
}

/* Appends the record of that id to @list, written as it is read if the whole of it is wanted. */
static gboolean
append_record (FoyerMethodContext *context,
               const FoyerRecordType *type,
               const char *id,
               GHashTable *properties,
               GString *list,
               gboolean *found,
               GError **error)
{
  FoyerTransaction *transaction = context->transaction;
  gsize length = list->len;
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  append_comma (list);
  if (properties == NULL) {
    if (!foyer_record_table_append_json (transaction->database, transaction->organisation, type, id, list,
                                         found, error))
      return FALSE;
  } else {
    record = foyer_record_source_get (transaction->source, type, id, &failure);
    *found = record != NULL;
    if (*found)
      append_chosen (list, record, properties);
  }
  if (!*found)
    g_string_truncate (list, length);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
get_listed (FoyerMethodContext *context,
            const FoyerRecordType *type,
            JsonArray *ids,
            GHashTable *properties,
            GString *list,
            JsonArray *not_found,
            JsonObject **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (ids); i++) {
    const char *asked = foyer_json_node_text (json_array_get_element (ids, i));
    g_autoptr (GError) failure = NULL;
    gboolean found;

    if (asked == NULL) {
      foyer_method_refuse (error, "invalidArguments", "ids must be strings");
      return FALSE;
    }
    if (!g_hash_table_add (seen, (gpointer) asked))
      continue;
    if (!append_record (context, type, resolve_id (context, asked), properties, list, &found, &failure)) {
      foyer_method_fail (error, failure);
      return FALSE;
    }
    if (!found)
      json_array_add_string_element (not_found, asked);
  }
  return TRUE;
}

static gboolean
get_all (FoyerMethodContext *context,
         const FoyerRecordType *type,
         GHashTable *properties,
         GString *list,
         JsonObject **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) failure = NULL;

  foyer_query_limit (query, FOYER_JMAP_MAX_OBJECTS + 1);
  found = foyer_record_source_list (context->transaction->source, query, &failure);
  if (found == NULL) {
    foyer_method_fail (error, failure);
    return FALSE;
  }
  if (found->len > FOYER_JMAP_MAX_OBJECTS) {
    foyer_method_refuse (error, "requestTooLarge", "There are too many to get without ids");
    return FALSE;
  }
  for (guint i = 0; i < found->len; i++) {
    append_comma (list);
    append_chosen (list, found->pdata[i], properties);
  }
  return TRUE;
}

static gboolean
fill (FoyerMethodContext *context,
      const FoyerRecordType *type,
      JsonNode *ids,
      GHashTable *properties,
      GString *list,
      JsonArray *not_found,
      JsonObject **error)
{
  if (ids == NULL || JSON_NODE_HOLDS_NULL (ids))
    return get_all (context, type, properties, list, error);
  if (!JSON_NODE_HOLDS_ARRAY (ids)) {
    foyer_method_refuse (error, "invalidArguments", "ids must be a list or null");
    return FALSE;
  }
  if (json_array_get_length (json_node_get_array (ids)) > FOYER_JMAP_MAX_OBJECTS) {
    foyer_method_refuse (error, "requestTooLarge", NULL);
    return FALSE;
  }
  return get_listed (context, type, json_node_get_array (ids), properties, list, not_found, error);
}

JsonObject *
foyer_method_get (FoyerMethodContext *context,
                  const FoyerRecordType *type,
                  JsonObject *arguments,
                  JsonObject **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (GString) list = g_string_new ("[");
  g_autoptr (JsonArray) not_found = json_array_new ();
  g_autoptr (GHashTable) properties = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *state = foyer_transaction_get_state (context->transaction, type, &failure);

  if (state == NULL)
    return foyer_method_fail (error, failure);
  if (!read_properties (type, arguments, &properties, error)
      || !fill (context, type, json_object_get_member (arguments, "ids"), properties, list, not_found, error))
    return NULL;
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "state", state);
  json_object_set_array_member (answer, "notFound", g_steal_pointer (&not_found));
  g_string_append_c (list, ']');
  context->list = g_steal_pointer (&list);
  return g_steal_pointer (&answer);
}
