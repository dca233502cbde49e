/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-patch.c - PatchObjects: check, apply, inverse, expected values */

#include "foyer-patch.h"

#include "foyer-json.h"
#include "foyer-text-merge.h"

#include <string.h>

#define LONGEST_SHOWN 100

static char **
split_pointer (const char *pointer)
{
  char **parts = g_strsplit (pointer, "/", -1);

  for (char **part = parts; *part != NULL; part++) {
    g_autoptr (GString) plain = g_string_new (*part);

    g_string_replace (plain, "~1", "/", 0);
    g_string_replace (plain, "~0", "~", 0);
    g_free (*part);
    *part = g_strdup (plain->str);
  }
  return parts;
}

static gboolean
refuse (GError **error, const char *pointer, const char *why)
{
  gboolean is_long = g_utf8_strlen (pointer, -1) > LONGEST_SHOWN;
  g_autofree char *shown = g_utf8_substring (pointer, 0, is_long ? LONGEST_SHOWN : -1);

  g_set_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_PATCH, "%s%s: %s", shown, is_long ? "…" : "",
               why);
  return FALSE;
}

static gboolean
is_deep (const char *pointer)
{
  guint n_parts = 1;

  for (const char *slash = strchr (pointer, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    n_parts++;
  return n_parts > FOYER_JSON_MAX_DEPTH;
}

/* RFC 6901: anything else than ~0 and ~1 would be a second name for the same member. */
static gboolean
has_stray_tilde (const char *pointer)
{
  for (const char *tilde = strchr (pointer, '~'); tilde != NULL; tilde = strchr (tilde + 1, '~')) {
    if (tilde[1] != '0' && tilde[1] != '1')
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_path (const FoyerRecordType *type, const char *pointer, GError **error)
{
  g_auto (GStrv) parts = NULL;
  const FoyerField *field;

  if (is_deep (pointer))
    return refuse (error, pointer, "no record is as deep");
  parts = split_pointer (pointer);
  if (has_stray_tilde (pointer))
    return refuse (error, pointer, "a tilde is written ~0");
  if (parts[0] == NULL || parts[0][0] == '\0')
    return refuse (error, pointer, "a path begins with a member's name, without a slash");
  if (parts[1] == NULL)
    return TRUE;
  field = foyer_record_type_field (type, parts[0]);
  if (field == NULL)
    return TRUE; /* Judged as an unknown member by whoever applies it. */
  if (field->kind != FOYER_KIND_MAP && field->kind != FOYER_KIND_MONEY)
    return refuse (error, pointer, "this member has no parts to patch");
  return TRUE;
}

gboolean
foyer_patch_check (const FoyerRecordType *type, JsonObject *patch, GError **error)
{
  g_autoptr (GList) pointers = json_object_get_members (patch);

  for (GList *link = pointers; link != NULL; link = link->next) {
    const char *pointer = link->data;

    if (!check_path (type, pointer, error))
      return FALSE;
    /* A path that is a prefix of another would make the outcome depend on the order. */
    for (const char *slash = strchr (pointer, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
      g_autofree char *prefix = g_strndup (pointer, (gsize) (slash - pointer));

      if (json_object_has_member (patch, prefix))
        return refuse (error, pointer, "another path of this patch is its beginning");
    }
  }
  return TRUE;
}

static gboolean
apply_one (JsonObject *record, const char *pointer, JsonNode *value, GError **error)
{
  g_auto (GStrv) parts = split_pointer (pointer);
  JsonObject *parent = record;
  guint last;

  if (parts[0] == NULL)
    return refuse (error, pointer, "a path begins with a member's name, without a slash");
  last = g_strv_length (parts) - 1;
  for (guint i = 0; i < last; i++) {
    parent = foyer_json_object_object (parent, parts[i]);
    if (parent == NULL)
      return refuse (error, pointer, "its parent does not exist");
  }
  if (JSON_NODE_HOLDS_NULL (value))
    json_object_remove_member (parent, parts[last]);
  else if (JSON_NODE_HOLDS_OBJECT (value)) {
    g_autoptr (JsonObject) copy = foyer_json_copy_object (json_node_get_object (value));

    json_object_set_member (parent, parts[last], foyer_json_node_from_object (copy));
  } else {
    json_object_set_member (parent, parts[last], json_node_copy (value));
  }
  return TRUE;
}

JsonObject *
foyer_patch_apply (JsonObject *record, JsonObject *patch, GError **error)
{
  g_autoptr (JsonObject) result = record == NULL ? json_object_new () : foyer_json_copy_object (record);
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, patch);
  while (json_object_iter_next_ordered (&iter, &pointer, &value)) {
    if (!apply_one (result, pointer, value, error))
      return NULL;
  }
  return g_steal_pointer (&result);
}

JsonNode *
foyer_patch_lookup (JsonObject *record, const char *pointer)
{
  g_auto (GStrv) parts = split_pointer (pointer);
  guint last = g_strv_length (parts);

  if (last == 0)
    return NULL;
  for (guint i = 0; i + 1 < last; i++) {
    record = foyer_json_object_object (record, parts[i]);
    if (record == NULL)
      return NULL;
  }
  return json_object_get_member (record, parts[last - 1]);
}

static void
set_present (JsonObject *into, JsonObject *record, const char *pointer)
{
  JsonNode *present = foyer_patch_lookup (record, pointer);

  json_object_set_member (into, pointer,
                          present == NULL ? json_node_init_null (json_node_alloc ())
                                          : json_node_copy (present));
}

JsonObject *
foyer_patch_inverse (JsonObject *record, JsonObject *patch)
{
  g_autoptr (JsonObject) inverse = json_object_new ();
  g_autoptr (GList) pointers = json_object_get_members (patch);

  for (GList *link = pointers; link != NULL; link = link->next)
    set_present (inverse, record, link->data);
  return g_steal_pointer (&inverse);
}

static gboolean
merges_as_text (const FoyerField *field)
{
  return field->policy == FOYER_POLICY_MERGE && field->kind == FOYER_KIND_TEXT;
}

JsonObject *
foyer_patch_expected (const FoyerRecordType *type, JsonObject *record, JsonObject *patch)
{
  g_autoptr (JsonObject) expected = json_object_new ();
  g_autoptr (GList) pointers = json_object_get_members (patch);

  for (GList *link = pointers; link != NULL; link = link->next) {
    g_auto (GStrv) parts = split_pointer (link->data);
    const FoyerField *field = parts[0] == NULL ? NULL : foyer_record_type_field (type, parts[0]);

    if (field != NULL && (field->policy == FOYER_POLICY_STRICT || merges_as_text (field)))
      set_present (expected, record, link->data);
  }
  return g_steal_pointer (&expected);
}

/* What is not there is an empty text. NULL if it is no text at all. */
static const char *
get_text (JsonNode *node)
{
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? "" : foyer_json_node_text (node);
}

static char *
merge_member (const FoyerRecordType *type,
              const char *pointer,
              JsonNode *base,
              JsonNode *mine,
              JsonNode *theirs)
{
  const FoyerField *field = foyer_record_type_field (type, pointer);
  const char *texts[] = { get_text (base), get_text (mine), get_text (theirs) };

  if (field == NULL || !merges_as_text (field) || texts[0] == NULL || texts[1] == NULL || texts[2] == NULL)
    return NULL;
  return foyer_text_merge (texts[0], texts[1], texts[2]);
}

static JsonObject *
merge_expected (const FoyerRecordType *type, JsonObject *record, JsonObject *patch, JsonObject *expected)
{
  g_autoptr (JsonObject) rebased = NULL;
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *base;

  if (expected == NULL)
    return json_object_ref (patch);
  json_object_iter_init (&iter, expected);
  while (json_object_iter_next (&iter, &pointer, &base)) {
    JsonNode *present = foyer_patch_lookup (record, pointer);
    g_autofree char *merged = NULL;

    if (foyer_json_equal (present, base))
      continue;
    if (json_object_has_member (patch, pointer))
      merged = merge_member (type, pointer, base, json_object_get_member (patch, pointer), present);
    if (merged == NULL)
      return NULL;
    if (rebased == NULL)
      rebased = foyer_json_copy_object (patch);
    json_object_set_string_member (rebased, pointer, merged);
  }
  return rebased == NULL ? json_object_ref (patch) : g_steal_pointer (&rebased);
}

static gboolean
contains_entry (JsonArray *list, JsonNode *entry)
{
  for (guint i = 0; i < json_array_get_length (list); i++) {
    if (foyer_json_equal (json_array_get_element (list, i), entry))
      return TRUE;
  }
  return FALSE;
}

/* What is there, and behind it what @wanted has besides. */
static JsonNode *
extend_list (JsonArray *present, JsonNode *wanted)
{
  g_autoptr (JsonArray) extended = json_array_new ();
  JsonArray *added = JSON_NODE_HOLDS_ARRAY (wanted) ? json_node_get_array (wanted) : NULL;

  for (guint i = 0; i < json_array_get_length (present); i++)
    json_array_add_element (extended, json_node_copy (json_array_get_element (present, i)));
  for (guint i = 0; added != NULL && i < json_array_get_length (added); i++) {
    if (!contains_entry (present, json_array_get_element (added, i)))
      json_array_add_element (extended, json_node_copy (json_array_get_element (added, i)));
  }
  return json_node_init_array (json_node_alloc (), extended);
}

/* Returns: (transfer full): @patch, with what it adds to lists that only grow behind what they hold in @record */
static JsonObject *
keep_entries (const FoyerRecordType *type, JsonObject *record, JsonObject *patch)
{
  JsonObject *kept = NULL;

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *wanted = json_object_get_member (patch, field->name);
    JsonArray *present
        = foyer_field_only_grows (field) ? foyer_json_object_array (record, field->name) : NULL;

    if (present == NULL || wanted == NULL
        || !(JSON_NODE_HOLDS_ARRAY (wanted) || JSON_NODE_HOLDS_NULL (wanted)))
      continue;
    if (kept == NULL)
      kept = foyer_json_copy_object (patch);
    json_object_set_member (kept, field->name, extend_list (present, wanted));
  }
  return kept == NULL ? json_object_ref (patch) : kept;
}

/* Moves @value under @name in the map @field of @patch. What is to be removed from a map that is not there is gone already. */
static void
put_entry (JsonObject *patch, const char *field, const char *name, JsonNode *value)
{
  JsonObject *map = foyer_json_object_object (patch, field);

  if (JSON_NODE_HOLDS_NULL (value))
    return;
  if (map == NULL) {
    map = json_object_new ();
    json_object_set_object_member (patch, field, map);
  }
  json_object_set_member (map, name, json_node_copy (value));
}

/* A map whose entries merge is there as soon as it has one: two who each add its first entry then keep both. */
static JsonObject *
open_maps (const FoyerRecordType *type, JsonObject *record, JsonObject *patch)
{
  g_autoptr (JsonObject) opened = json_object_new ();
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *value;

  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &pointer, &value)) {
    g_auto (GStrv) parts = split_pointer (pointer);
    const FoyerField *field = g_strv_length (parts) == 2 ? foyer_record_type_field (type, parts[0]) : NULL;

    if (field != NULL && field->kind == FOYER_KIND_MAP && field->policy == FOYER_POLICY_MERGE
        && foyer_json_object_object (record, parts[0]) == NULL && !json_object_has_member (patch, parts[0]))
      put_entry (opened, parts[0], parts[1], value);
    else
      json_object_set_member (opened, pointer, json_node_copy (value));
  }
  return g_steal_pointer (&opened);
}

JsonObject *
foyer_patch_rebase (const FoyerRecordType *type, JsonObject *record, JsonObject *patch, JsonObject *expected)
{
  g_autoptr (JsonObject) merged = merge_expected (type, record, patch, expected);
  g_autoptr (JsonObject) kept = merged == NULL ? NULL : keep_entries (type, record, merged);

  return kept == NULL ? NULL : open_maps (type, record, kept);
}

static char *
escape_name (const char *name)
{
  GString *out = g_string_new (name);

  g_string_replace (out, "~", "~0", 0);
  g_string_replace (out, "/", "~1", 0);
  return g_string_free (out, FALSE);
}

JsonObject *
foyer_patch_difference (JsonObject *from, JsonObject *to)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autoptr (GList) old_names = json_object_get_members (from);
  g_autoptr (GList) new_names = json_object_get_members (to);

  for (GList *link = old_names; link != NULL; link = link->next) {
    g_autofree char *pointer = escape_name (link->data);

    if (!json_object_has_member (to, link->data))
      json_object_set_null_member (patch, pointer);
  }
  for (GList *link = new_names; link != NULL; link = link->next) {
    g_autofree char *pointer = escape_name (link->data);
    JsonNode *value = json_object_get_member (to, link->data);

    if (!foyer_json_equal (json_object_get_member (from, link->data), value))
      json_object_set_member (patch, pointer, json_node_copy (value));
  }
  return g_steal_pointer (&patch);
}
