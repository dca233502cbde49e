/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-set.c - Foo/set (RFC 8620 §5.3) with the capability's ifMatch and client-made ids */

#include "methods/foyer-methods.h"

#include "foyer-id.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "methods/foyer-record-write.h"
#include "methods/foyer-set-error.h"

#include <string.h>

/* Of one creation, patch or expectation: all fields of any type, and all entries of the largest map. */
#define MOST_MEMBERS 1500

typedef struct {
  FoyerMethodContext *context;
  const FoyerRecordType *type;
  JsonObject *create;
  JsonObject *update;
  JsonArray *destroy;
  JsonObject *if_match;
  guint mark; /* of the record's savepoint */

  JsonObject *created;
  JsonObject *not_created;
  JsonObject *updated;
  JsonObject *not_updated;
  JsonArray *destroyed;
  JsonObject *not_destroyed;
} Set;

static gboolean
read_object (JsonObject *arguments, const char *name, JsonObject **object, JsonObject **error)
{
  JsonNode *node = json_object_get_member (arguments, name);

  *object = foyer_json_object_object (arguments, name);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || *object != NULL)
    return TRUE;
  foyer_method_refuse (error, "invalidArguments", "create, update and ifMatch must be objects or null");
  return FALSE;
}

/* What is expected of a record that is not in the call would protect nothing. */
static gboolean
expects_only_updates (const Set *set)
{
  g_autoptr (GList) ids = set->if_match == NULL ? NULL : json_object_get_members (set->if_match);

  for (GList *link = ids; link != NULL; link = link->next) {
    if (set->update == NULL || !json_object_has_member (set->update, link->data))
      return FALSE;
  }
  return TRUE;
}

static gboolean
holds_only_objects (JsonObject *object)
{
  g_autoptr (GList) values = object == NULL ? NULL : json_object_get_values (object);

  for (GList *link = values; link != NULL; link = link->next) {
    if (!JSON_NODE_HOLDS_OBJECT (link->data))
      return FALSE;
  }
  return TRUE;
}

static gboolean
holds_only_texts (JsonArray *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_arguments (Set *set, JsonObject *arguments, JsonObject **error)
{
  JsonNode *destroy = json_object_get_member (arguments, "destroy");
  guint size = 0;

  if (!read_object (arguments, "create", &set->create, error)
      || !read_object (arguments, "update", &set->update, error)
      || !read_object (arguments, "ifMatch", &set->if_match, error))
    return FALSE;
  set->destroy = foyer_json_object_array (arguments, "destroy");
  if ((destroy != NULL && !JSON_NODE_HOLDS_NULL (destroy) && set->destroy == NULL)
      || !holds_only_objects (set->create) || !holds_only_objects (set->update)
      || !holds_only_objects (set->if_match) || !holds_only_texts (set->destroy)) {
    foyer_method_refuse (error, "invalidArguments", "create and update hold objects, destroy holds ids");
    return FALSE;
  }
  if (!expects_only_updates (set)) {
    foyer_method_refuse (error, "invalidArguments", "ifMatch names a record that is not updated");
    return FALSE;
  }
  size += set->create == NULL ? 0 : json_object_get_size (set->create);
  size += set->update == NULL ? 0 : json_object_get_size (set->update);
  size += set->destroy == NULL ? 0 : json_array_get_length (set->destroy);
  if (size > FOYER_JMAP_MAX_OBJECTS) {
    foyer_method_refuse (error, "requestTooLarge", NULL);
    return FALSE;
  }
  return TRUE;
}

static void
note (JsonObject **map, const char *key, JsonObject *value)
{
  if (*map == NULL)
    *map = json_object_new ();
  json_object_set_object_member (*map, key, value);
}

/* What one record's change did before it was refused must not stay. */
static gboolean
begin_record (Set *set, JsonObject **not_done, const char *key)
{
  if (foyer_transaction_savepoint (set->context->transaction, &set->mark, NULL))
    return TRUE;
  note (not_done, key, foyer_set_error_new ("serverFail", "Nothing was done"));
  return FALSE;
}

static void
end_record (Set *set, gboolean ok)
{
  if (ok)
    foyer_transaction_release (set->context->transaction, set->mark, NULL);
  else
    foyer_transaction_rollback_to (set->context->transaction, set->mark);
}

/* What nobody could mean is not looked at: each of so many members would be held against all others. */
static gboolean
refuse_large (JsonObject *members, JsonObject **not_done, const char *key)
{
  if (members == NULL || json_object_get_size (members) <= MOST_MEMBERS)
    return FALSE;
  note (not_done, key, foyer_set_error_new ("tooLarge", "It has more members than any record"));
  return TRUE;
}

static void
create_one (Set *set, const char *key, JsonObject *values)
{
  /* A creation id that is a Foyer id becomes the record's id: work done offline keeps its identity. */
  g_autofree char *id = foyer_id_has_prefix (key, set->type->prefix)
                            ? g_strdup (key)
                            : foyer_transaction_make_id (set->context->transaction, set->type);
  JsonObject *error = NULL;
  JsonObject *news = NULL;

  if (refuse_large (values, &set->not_created, key) || !begin_record (set, &set->not_created, key))
    return;
  news = foyer_record_create (set->context, set->type, id, values, &error);
  end_record (set, news != NULL);
  if (news == NULL) {
    note (&set->not_created, key, error);
    return;
  }
  json_object_set_string_member (set->context->created_ids, key, id);
  note (&set->created, key, news);
}

/*
 * Creations may name each other in any order, as the members of an object have none: what is named comes first. In a circle nothing
 * does, and the reference that is left names nothing (RFC 8620 §5.3).
 */
static void
create_in_order (Set *set, const char *key, JsonObject *values, GHashTable *begun)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!g_hash_table_add (begun, (gpointer) key))
    return;
  json_object_iter_init_ordered (&iter, values);
  while (json_object_iter_next_ordered (&iter, &name, &value)) {
    const char *text = foyer_json_node_text (value);

    if (text != NULL && text[0] == '#' && json_object_has_member (set->create, text + 1))
      create_in_order (set, text + 1, json_object_get_object_member (set->create, text + 1), begun);
  }
  create_one (set, key, values);
}

static const char *
resolve_key (Set *set, const char *key)
{
  const char *id = key[0] == '#' ? foyer_json_object_text (set->context->created_ids, key + 1) : NULL;

  return id == NULL ? key : id;
}

static gboolean
will_be_destroyed (Set *set, const char *id)
{
  for (guint i = 0; set->destroy != NULL && i < json_array_get_length (set->destroy); i++) {
    if (strcmp (resolve_key (set, json_array_get_string_element (set->destroy, i)), id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
update_one (Set *set, const char *key, JsonObject *patch)
{
  const char *id = resolve_key (set, key);
  JsonObject *expected = set->if_match == NULL ? NULL : foyer_json_object_object (set->if_match, key);
  JsonObject *error = NULL;
  JsonObject *news = NULL;

  if (will_be_destroyed (set, id)) {
    note (&set->not_updated, key, foyer_set_error_new ("willDestroy", NULL));
    return;
  }
  if (refuse_large (patch, &set->not_updated, key) || refuse_large (expected, &set->not_updated, key)
      || !begin_record (set, &set->not_updated, key))
    return;
  news = foyer_record_update (set->context, set->type, id, patch, expected, &error);
  end_record (set, news != NULL);
  if (news == NULL) {
    note (&set->not_updated, key, error);
    return;
  }
  if (set->updated == NULL)
    set->updated = json_object_new ();
  if (json_object_get_size (news) == 0) {
    json_object_unref (news);
    json_object_set_null_member (set->updated, key);
  } else {
    json_object_remove_member (news, "id");
    json_object_set_object_member (set->updated, key, news);
  }
}

static void
destroy_one (Set *set, const char *key)
{
  JsonObject *error = NULL;
  gboolean ok;

  if (!begin_record (set, &set->not_destroyed, key))
    return;
  ok = foyer_record_destroy (set->context, set->type, resolve_key (set, key), &error);
  end_record (set, ok);
  if (!ok) {
    note (&set->not_destroyed, key, error);
    return;
  }
  if (set->destroyed == NULL)
    set->destroyed = json_array_new ();
  json_array_add_string_element (set->destroyed, resolve_key (set, key));
}

/* An id that is listed twice is meant once. */
static void
destroy_all (Set *set)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (set->destroy); i++) {
    const char *key = json_array_get_string_element (set->destroy, i);

    if (g_hash_table_add (seen, (gpointer) resolve_key (set, key)))
      destroy_one (set, key);
  }
}

static void
run (Set *set)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (set->create != NULL) {
    g_autoptr (GHashTable) begun = g_hash_table_new (g_str_hash, g_str_equal);

    json_object_iter_init_ordered (&iter, set->create);
    while (json_object_iter_next_ordered (&iter, &key, &value))
      create_in_order (set, key, json_node_get_object (value), begun);
  }
  if (set->update != NULL) {
    json_object_iter_init_ordered (&iter, set->update);
    while (json_object_iter_next_ordered (&iter, &key, &value))
      update_one (set, key, json_node_get_object (value));
  }
  if (set->destroy != NULL)
    destroy_all (set);
}

static void
put_map (JsonObject *answer, const char *name, JsonObject *map)
{
  if (map == NULL)
    json_object_set_null_member (answer, name);
  else
    json_object_set_object_member (answer, name, map);
}

static JsonObject *
answer_with (Set *set, const char *old_state, const char *new_state)
{
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (answer, "accountId", set->context->staff->organisation->id);
  json_object_set_string_member (answer, "oldState", old_state);
  json_object_set_string_member (answer, "newState", new_state);
  put_map (answer, "created", set->created);
  put_map (answer, "updated", set->updated);
  if (set->destroyed == NULL)
    json_object_set_null_member (answer, "destroyed");
  else
    json_object_set_array_member (answer, "destroyed", set->destroyed);
  put_map (answer, "notCreated", set->not_created);
  put_map (answer, "notUpdated", set->not_updated);
  put_map (answer, "notDestroyed", set->not_destroyed);
  return answer;
}

JsonObject *
foyer_method_set (FoyerMethodContext *context,
                  const FoyerRecordType *type,
                  JsonObject *arguments,
                  JsonObject **error)
{
  Set set = { .context = context, .type = type };
  g_autoptr (GError) failure = NULL;
  g_autofree char *old_state = foyer_transaction_get_state (context->transaction, type, &failure);
  g_autofree char *new_state = NULL;
  const char *if_in_state = foyer_json_object_text (arguments, "ifInState");

  if (old_state == NULL)
    return foyer_method_fail (error, failure);
  if (if_in_state == NULL && json_object_has_member (arguments, "ifInState")
      && !json_object_get_null_member (arguments, "ifInState"))
    return foyer_method_refuse (error, "invalidArguments", "ifInState is a text");
  if (if_in_state != NULL && strcmp (if_in_state, old_state) != 0)
    return foyer_method_refuse (error, "stateMismatch", NULL);
  if (!read_arguments (&set, arguments, error))
    return NULL;
  run (&set);
  new_state = foyer_transaction_get_state (context->transaction, type, &failure);
  if (new_state == NULL)
    return foyer_method_fail (error, failure);
  return answer_with (&set, old_state, new_state);
}
