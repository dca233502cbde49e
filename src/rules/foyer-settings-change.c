/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-change.c - what a publication changes, and whether somebody was first */

#include "foyer-settings-change.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "types/portal_settings.h"

const FoyerField *
foyer_settings_find_field (const char *key)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, key);

  return field == NULL || field->applies == NULL ? NULL : field;
}

static gboolean
is_absent (JsonNode *value)
{
  return value == NULL || JSON_NODE_HOLDS_NULL (value);
}

/* What a setting means that is not set. */
static JsonNode *
get_effective (const FoyerField *field, JsonNode *value)
{
  if (!is_absent (value))
    return json_node_copy (value);
  if (field->fallback != NULL)
    return foyer_json_parse (field->fallback, -1, NULL);
  return json_node_init_null (json_node_alloc ());
}

gboolean
foyer_settings_is_same (const FoyerField *field, JsonNode *one, JsonNode *other)
{
  g_autoptr (JsonNode) first = get_effective (field, one);
  g_autoptr (JsonNode) second = get_effective (field, other);

  return foyer_json_equal (first, second);
}

char *
foyer_settings_check_value (const FoyerField *field, JsonNode *value)
{
  g_autoptr (JsonNode) effective = get_effective (field, value);

  return foyer_field_check (field, effective);
}

char *
foyer_settings_check_former (const FoyerField *field, JsonNode *value)
{
  return is_absent (value) ? NULL : foyer_field_check_kept (field, value);
}

FoyerRecord *
foyer_settings_apply (FoyerRecord *settings, JsonObject *patch, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (settings);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    if (is_absent (value))
      json_object_remove_member (json, key);
    else
      json_object_set_member (json, key, json_node_copy (value));
  }
  foyer_record_type_fill_defaults (&foyer_portal_settings_type, json);
  return foyer_record_from_json (&foyer_portal_settings_type, json, error);
}

JsonObject *
foyer_settings_list_present (JsonObject *settings, JsonObject *patch)
{
  JsonObject *present = json_object_new ();
  g_autoptr (GList) keys = json_object_get_members (patch);

  for (GList *link = keys; link != NULL; link = link->next) {
    JsonNode *value = json_object_get_member (settings, link->data);

    json_object_set_member (present, link->data,
                            value == NULL ? json_node_init_null (json_node_alloc ())
                                          : json_node_copy (value));
  }
  return present;
}

char **
foyer_settings_list_contested (FoyerRecord *settings, JsonObject *patch, JsonObject *before)
{
  g_autoptr (JsonObject) present = foyer_record_to_json (settings);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    JsonNode *wanted = json_object_get_member (patch, field->name);
    JsonNode *seen = before == NULL ? NULL : json_object_get_member (before, field->name);
    JsonNode *stands = json_object_get_member (present, field->name);

    if (wanted != NULL && !foyer_settings_is_same (field, stands, wanted)
        && !foyer_settings_is_same (field, stands, seen))
      g_strv_builder_add (keys, field->name);
  }
  return g_strv_builder_end (keys);
}
