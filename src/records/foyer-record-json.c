/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-json.c - records to JSON and back */

#include "foyer-record-builder.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"

#include <string.h>

static gboolean
is_server_member (const char *name)
{
  static const char *const names[] = { "id", "rev", "createdAt", "updatedAt", "updatedBy", NULL };

  return g_strv_contains (names, name);
}

static void
read_value (const FoyerField *field, JsonNode *node, FoyerValue *value)
{
  switch (field->kind) {
  case FOYER_KIND_INTEGER:
    value->number = json_node_get_int (node);
    break;
  case FOYER_KIND_BOOLEAN:
    value->number = json_node_get_boolean (node);
    break;
  case FOYER_KIND_TIME:
    foyer_utc_parse (json_node_get_string (node), &value->number, NULL);
    break;
  case FOYER_KIND_ENUM:
    value->number = foyer_field_value_index (field, json_node_get_string (node));
    break;
  case FOYER_KIND_MONEY:
    value->number = json_object_get_int_member (json_node_get_object (node), "amount");
    value->text = g_strdup (json_object_get_string_member (json_node_get_object (node), "currency"));
    break;
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_REF:
    value->text = json_node_dup_string (node);
    break;
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    value->text = foyer_json_canonical (node);
  }
}

static void
read_extra (FoyerRecord *record, JsonObject *json)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (JsonObject) extra = NULL;
  g_autofree char *text = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, json);
  while (json_object_iter_next (&iter, &name, &node)) {
    if (is_server_member (name) || foyer_record_type_field (type, name) != NULL)
      continue;
    if (extra == NULL)
      extra = json_object_new ();
    json_object_set_member (extra, name, json_node_copy (node));
  }
  if (extra == NULL)
    return;
  text = foyer_json_canonical_object (extra);
  foyer_record_set_extra (record, text);
}

static void
read_server_fields (FoyerRecord *record, JsonObject *json)
{
  const char *created = foyer_json_object_text (json, "createdAt");
  const char *updated = foyer_json_object_text (json, "updatedAt");
  gint64 created_at = 0;
  gint64 updated_at = 0;

  if (created != NULL)
    foyer_utc_parse (created, &created_at, NULL);
  if (updated != NULL)
    foyer_utc_parse (updated, &updated_at, NULL);
  foyer_record_set_server_fields (record, foyer_json_object_integer (json, "rev", 0), created_at, updated_at,
                                  foyer_json_object_text (json, "updatedBy"));
}

FoyerRecord *
foyer_record_from_json (const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (GPtrArray) problems = foyer_record_type_check_change (type, json, json);
  g_autoptr (FoyerRecord) record = NULL;
  const char *id = foyer_json_object_text (json, "id");

  if (problems->len > 0) {
    FoyerProblem *problem = problems->pdata[0];

    g_set_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID, "%s %s, %s: expected %s", type->name,
                 id == NULL ? "without an id" : id, problem->field, problem->expected);
    return NULL;
  }
  record = foyer_record_new (type, id);
  for (guint i = 0; i < type->n_fields; i++) {
    JsonNode *node = json_object_get_member (json, type->fields[i].name);

    if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
      read_value (&type->fields[i], node, foyer_record_value (record, i));
  }
  read_server_fields (record, json);
  read_extra (record, json);
  return g_steal_pointer (&record);
}

static JsonNode *
write_money (const FoyerValue *value)
{
  g_autoptr (JsonObject) money = json_object_new ();

  json_object_set_int_member (money, "amount", value->number);
  json_object_set_string_member (money, "currency", value->text == NULL ? "XXX" : value->text);
  return foyer_json_node_from_object (money);
}

static JsonNode *
write_value (const FoyerField *field, const FoyerValue *value)
{
  g_autofree char *text = NULL;

  switch (field->kind) {
  case FOYER_KIND_INTEGER:
    return json_node_init_int (json_node_alloc (), value->number);
  case FOYER_KIND_BOOLEAN:
    return json_node_init_boolean (json_node_alloc (), value->number != 0);
  case FOYER_KIND_TIME:
    text = foyer_utc_format (value->number);
    return json_node_init_string (json_node_alloc (), text);
  case FOYER_KIND_ENUM:
    text = foyer_field_value_word (field, (int) value->number);
    return json_node_init_string (json_node_alloc (), text);
  case FOYER_KIND_MONEY:
    return write_money (value);
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_REF:
    return json_node_init_string (json_node_alloc (), value->text);
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    return json_from_string (value->text, NULL);
  }
}

static void
write_server_fields (FoyerRecord *self, JsonObject *json)
{
  g_autofree char *created = foyer_utc_format (foyer_record_get_created_at (self));
  g_autofree char *updated = foyer_utc_format (foyer_record_get_updated_at (self));

  json_object_set_string_member (json, "id", foyer_record_get_id (self));
  if (foyer_record_get_rev (self) == 0)
    return;
  json_object_set_int_member (json, "rev", foyer_record_get_rev (self));
  json_object_set_string_member (json, "createdAt", created);
  json_object_set_string_member (json, "updatedAt", updated);
  if (foyer_record_get_updated_by (self) != NULL)
    json_object_set_string_member (json, "updatedBy", foyer_record_get_updated_by (self));
}

static void
write_extra (FoyerRecord *self, JsonObject *json)
{
  g_autoptr (JsonNode) extra = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (foyer_record_get_extra (self) == NULL)
    return;
  extra = json_from_string (foyer_record_get_extra (self), NULL);
  if (extra == NULL || !JSON_NODE_HOLDS_OBJECT (extra))
    return;
  json_object_iter_init (&iter, json_node_get_object (extra));
  while (json_object_iter_next (&iter, &name, &node))
    json_object_set_member (json, name, json_node_copy (node));
}

JsonObject *
foyer_record_to_json (FoyerRecord *self)
{
  const FoyerRecordType *type;
  g_autoptr (JsonObject) json = json_object_new ();

  g_return_val_if_fail (FOYER_IS_RECORD (self), NULL);

  type = foyer_record_get_record_type (self);
  write_server_fields (self, json);
  for (guint i = 0; i < type->n_fields; i++) {
    if (foyer_record_has (self, i) && !type->fields[i].secret)
      json_object_set_member (json, type->fields[i].name,
                              write_value (&type->fields[i], foyer_record_value (self, i)));
  }
  write_extra (self, json);
  return g_steal_pointer (&json);
}
