/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-checks.c - what a record must be before it is written, rules aside */

#include "methods/foyer-record-checks.h"

#include "foyer-blob-id.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "methods/foyer-set-error.h"
#include "types/audit_event.h"

#include <string.h>

/* How many of those that need a record are named when it cannot be destroyed. */
#define MOST_HOLDERS 10

static const char *const server_members[] = { "id", "rev", "createdAt", "updatedAt", "updatedBy", NULL };

static gboolean
refuse (JsonObject **error, const char *type, const char *description)
{
  *error = foyer_set_error_new (type, description);
  return FALSE;
}

/* --- Form --- */

static void
note_bad_property (JsonObject **error, const char *name, const char *expected)
{
  if (*error == NULL) {
    g_autofree char *description = g_strdup_printf ("%s: expected %s", name, expected);

    *error = foyer_set_error_new ("invalidProperties", description);
  }
  foyer_set_error_add_property (*error, name);
}

/* What staff may not set must be as it is; what the type does not have must not be there. */
gboolean
foyer_record_check_members (const FoyerRecordType *type,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (JsonObject) changes = foyer_patch_difference (before == NULL ? nothing : before, after);
  g_autoptr (GList) names = json_object_get_members (changes);

  for (GList *link = names; link != NULL; link = link->next) {
    const FoyerField *field = foyer_record_type_field (type, link->data);

    if (before == NULL && strcmp (link->data, "id") == 0)
      continue;
    if (field == NULL)
      note_bad_property (error, link->data,
                         g_strv_contains (server_members, link->data) ? "what the server sets"
                                                                      : "no such member");
    else if (!foyer_field_is_writable (field, FOYER_WRITER_STAFF, before == NULL))
      note_bad_property (error, link->data, before == NULL ? "nothing: the server sets it" : "no change");
  }
  return *error == NULL;
}

gboolean
foyer_record_check_values (const FoyerRecordType *type,
                           JsonObject *before,
                           JsonObject *after,
                           JsonObject **error)
{
  g_autoptr (GPtrArray) problems = foyer_record_type_check_change (type, before, after);

  for (guint i = 0; i < problems->len; i++) {
    FoyerProblem *problem = problems->pdata[i];

    note_bad_property (error, problem->field, problem->expected);
  }
  return *error == NULL;
}

gboolean
foyer_record_exists (FoyerMethodContext *context, const FoyerRecordType *type, const char *id)
{
  g_autoptr (FoyerRecord) record = foyer_record_source_get (context->transaction->source, type, id, NULL);

  return record != NULL;
}

static void
check_reference (FoyerMethodContext *context, const FoyerField *field, JsonNode *value, JsonObject **error)
{
  const char *id = json_node_get_string (value);
  const FoyerRecordType *type
      = strcmp (field->ref, "*") == 0 ? foyer_record_type_of_id (id) : foyer_record_type_by_name (field->ref);

  if (type == NULL || !foyer_record_exists (context, type, id))
    note_bad_property (error, field->name, "the id of a record that exists");
}

static void
check_references (FoyerMethodContext *context,
                  const FoyerField *field,
                  JsonNode *before,
                  JsonNode *value,
                  JsonObject **error)
{
  JsonArray *former = before != NULL && JSON_NODE_HOLDS_ARRAY (before) ? json_node_get_array (before) : NULL;
  JsonArray *list = json_node_get_array (value);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; former != NULL && i < json_array_get_length (former); i++)
    g_hash_table_add (named, (gpointer) json_array_get_string_element (former, i));
  for (guint i = 0; i < json_array_get_length (list); i++) {
    if (!g_hash_table_contains (named, json_array_get_string_element (list, i)))
      check_reference (context, field, json_array_get_element (list, i), error);
  }
}

/* Only references that change are looked up, and only what is new in a list: what the others named may have been destroyed since. So may what
 * somebody looked at, when the line about it comes. */
gboolean
foyer_record_check_references (FoyerMethodContext *context,
                               const FoyerRecordType *type,
                               JsonObject *before,
                               JsonObject *after,
                               JsonObject **error)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *value = json_object_get_member (after, field->name);
    JsonNode *former = before == NULL ? NULL : json_object_get_member (before, field->name);
    g_autofree char *problem = NULL;

    if (value == NULL || type == &foyer_audit_event_type
        || (field->kind != FOYER_KIND_REF && field->kind != FOYER_KIND_REFS)
        || (before != NULL && foyer_json_equal (former, value)))
      continue;
    problem = foyer_field_check (field, value);
    if (problem != NULL)
      continue; /* foyer_record_check_values() says so. */
    if (field->kind == FOYER_KIND_REF)
      check_reference (context, field, value, error);
    else
      check_references (context, field, former, value, error);
  }
  return *error == NULL;
}

/* What an entry of a list says of its blob. What it does not say is not asked. */
static void
check_size (FoyerMethodContext *context, const char *name, JsonNode *node, JsonObject **error)
{
  JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = entry == NULL ? NULL : foyer_json_object_text (entry, "blobId");
  gint64 size = id == NULL ? -1 : foyer_blobs_find (context->blobs, id, NULL);

  if (size >= 0 && json_object_has_member (entry, "size")
      && foyer_json_object_integer (entry, "size", -1) != size)
    note_bad_property (error, name, "the size that the blob has");
}

/* Entries that are new say of their blobs what is so. */
static gboolean
check_sizes (FoyerMethodContext *context,
             const FoyerRecordType *type,
             JsonObject *before,
             JsonObject *after,
             JsonObject **error)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonArray *list = field->blob ? foyer_json_object_array (after, field->name) : NULL;

    if (list == NULL
        || (before != NULL
            && foyer_json_equal (json_object_get_member (before, field->name),
                                 json_object_get_member (after, field->name))))
      continue;
    for (guint j = 0; j < json_array_get_length (list); j++)
      check_size (context, field->name, json_array_get_element (list, j), error);
  }
  return *error == NULL;
}

/* What a record begins to name must be there, for this caller: a blob can be sent, and the change again. */
gboolean
foyer_record_check_blobs (FoyerMethodContext *context,
                          const FoyerRecordType *type,
                          JsonObject *before,
                          JsonObject *after,
                          JsonObject **error)
{
  g_autoptr (GHashTable) old = NULL;
  g_autoptr (GHashTable) new = NULL;
  g_autoptr (JsonArray) missing = json_array_new ();
  GHashTableIter iter;
  gpointer id;

  if (!foyer_record_type_has_blobs (type))
    return TRUE;
  old = foyer_record_type_list_blobs (type, before);
  new = foyer_record_type_list_blobs (type, after);
  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!g_hash_table_contains (old, id) && foyer_blobs_find (context->blobs, id, NULL) < 0)
      json_array_add_string_element (missing, id);
  }
  if (json_array_get_length (missing) == 0)
    return check_sizes (context, type, before, after, error);
  refuse (error, "blobNotFound", "A blob that it names is not here");
  json_object_set_array_member (*error, "notFound", g_steal_pointer (&missing));
  return FALSE;
}

/* Records of @holder that cannot be without @id are added to @ids. */
static gboolean
list_holders (FoyerMethodContext *context,
              const FoyerRecordType *holder,
              const FoyerField *field,
              const char *id,
              JsonArray *ids,
              GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (holder);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_where_text (query, field->name, id);
  foyer_query_limit (query, MOST_HOLDERS);
  found = foyer_record_source_list (context->transaction->source, query, error);
  for (guint i = 0; found != NULL && i < found->len && json_array_get_length (ids) < MOST_HOLDERS; i++)
    json_array_add_string_element (ids, foyer_record_get_id (found->pdata[i]));
  return found != NULL;
}

/* What others must name stays for as long as they do. */
gboolean
foyer_record_check_unused (FoyerMethodContext *context,
                           const FoyerRecordType *type,
                           const char *id,
                           JsonObject **error)
{
  g_autoptr (JsonArray) ids = json_array_new ();
  g_autoptr (GError) failure = NULL;
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < types[i]->n_fields; j++) {
      const FoyerField *field = &types[i]->fields[j];

      if (field->kind != FOYER_KIND_REF || !field->required || !field->indexed
          || (strcmp (field->ref, type->name) != 0 && strcmp (field->ref, "*") != 0))
        continue;
      if (!list_holders (context, types[i], field, id, ids, &failure)) {
        g_warning ("A record was not removed: %s", failure->message);
        return refuse (error, "serverFail", "The server has trouble of its own; nothing was done");
      }
    }
  }
  if (json_array_get_length (ids) == 0)
    return TRUE;
  refuse (error, "inUse", "Others need it");
  json_object_set_array_member (*error, "refs", g_steal_pointer (&ids));
  return FALSE;
}

/* --- Creation references: "#k" stands for the id that the creation k was given --- */

static JsonNode *
resolve_node (FoyerMethodContext *context, JsonNode *node)
{
  const char *text = foyer_json_node_text (node);

  if (text != NULL && text[0] == '#') {
    const char *id = foyer_json_object_text (context->created_ids, text + 1);

    if (id != NULL)
      return json_node_init_string (json_node_alloc (), id);
  }
  return json_node_copy (node);
}

static void resolve_entry (FoyerMethodContext *context, JsonNode *entry);

static JsonArray *
resolve_list (FoyerMethodContext *context, JsonArray *list)
{
  JsonArray *resolved = json_array_sized_new (json_array_get_length (list));

  for (guint i = 0; i < json_array_get_length (list); i++)
    json_array_add_element (resolved, resolve_node (context, json_array_get_element (list, i)));
  return resolved;
}

/* In what is made of entries, members that are called an id hold one. */
static void
resolve_members (FoyerMethodContext *context, JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *link = names; link != NULL; link = link->next) {
    JsonNode *value = json_object_get_member (object, link->data);

    if (g_str_has_suffix (link->data, "Id"))
      json_object_set_member (object, link->data, resolve_node (context, value));
    else if (g_str_has_suffix (link->data, "Ids") && JSON_NODE_HOLDS_ARRAY (value))
      json_object_set_array_member (object, link->data, resolve_list (context, json_node_get_array (value)));
    else
      resolve_entry (context, value);
  }
}

static void
resolve_entry (FoyerMethodContext *context, JsonNode *entry)
{
  if (JSON_NODE_HOLDS_OBJECT (entry))
    resolve_members (context, json_node_get_object (entry));
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (entry) && i < json_array_get_length (json_node_get_array (entry));
       i++)
    resolve_entry (context, json_array_get_element (json_node_get_array (entry), i));
}

void
foyer_record_resolve_creations (FoyerMethodContext *context, const FoyerRecordType *type, JsonObject *values)
{
  if (json_object_get_size (context->created_ids) == 0)
    return;
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *value = json_object_get_member (values, field->name);

    if (value == NULL)
      continue;
    if (field->kind == FOYER_KIND_REF)
      json_object_set_member (values, field->name, resolve_node (context, value));
    else if (field->kind == FOYER_KIND_REFS && JSON_NODE_HOLDS_ARRAY (value))
      json_object_set_array_member (values, field->name, resolve_list (context, json_node_get_array (value)));
    else if (field->kind == FOYER_KIND_LIST || field->kind == FOYER_KIND_MAP)
      resolve_entry (context, value);
  }
}
