/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-sample.c - a business whose portal is looked at in tests */

#include "foyer-portal-sample.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/portal_settings.h"

static void
put (FoyerPortalSample *self, const FoyerRecordType *type, JsonObject *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) record = NULL;

  foyer_record_type_fill_defaults (type, json);
  record = foyer_record_from_json (type, json, &error);
  g_assert_no_error (error);
  foyer_memory_source_put (self->source, record);
  if (type == &foyer_portal_settings_type)
    g_set_object (&self->settings, record);
}

FoyerPortalSample *
foyer_portal_sample_new (void (*change) (const FoyerRecordType *type, JsonObject *json))
{
  FoyerPortalSample *self = g_new0 (FoyerPortalSample, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) all = NULL;
  g_autoptr (GList) names = NULL;

  g_file_get_contents (FOYER_TEST_DATA "/sample.json", &text, NULL, &error);
  g_assert_no_error (error);
  all = foyer_json_parse_object (text, -1, &error);
  g_assert_no_error (error);

  self->source = foyer_memory_source_new ();
  names = json_object_get_members (all);
  for (GList *at = names; at != NULL; at = at->next) {
    const FoyerRecordType *type = foyer_record_type_by_name (at->data);
    JsonArray *records = json_object_get_array_member (all, at->data);

    g_assert_nonnull (type);
    for (guint i = 0; i < json_array_get_length (records); i++) {
      JsonObject *json = json_array_get_object_element (records, i);

      if (change != NULL)
        change (type, json);
      put (self, type, json);
    }
  }
  return self;
}

void
foyer_portal_sample_free (FoyerPortalSample *self)
{
  g_object_unref (self->source);
  g_object_unref (self->settings);
  g_free (self);
}

void
foyer_portal_sample_put (FoyerPortalSample *self, const FoyerRecordType *type, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = foyer_json_parse_object (json, -1, &error);

  g_assert_no_error (error);
  put (self, type, object);
}

void
foyer_portal_sample_change (FoyerPortalSample *self,
                            const FoyerRecordType *type,
                            const char *id,
                            const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) changes = foyer_json_parse_object (json, -1, &error);
  g_autoptr (FoyerRecord) record
      = foyer_record_source_get (FOYER_RECORD_SOURCE (self->source), type, id, &error);
  g_autoptr (JsonObject) whole = NULL;
  g_autoptr (GList) names = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (record);
  whole = foyer_record_to_json (record);
  names = json_object_get_members (changes);
  for (GList *at = names; at != NULL; at = at->next)
    json_object_set_member (whole, at->data, json_node_copy (json_object_get_member (changes, at->data)));
  put (self, type, whole);
}

void
foyer_portal_sample_rename (FoyerPortalSample *self, JsonObject *names)
{
  g_autoptr (GList) types = json_object_get_members (names);

  for (GList *at = types; at != NULL; at = at->next) {
    JsonObject *records = json_object_get_object_member (names, at->data);
    g_autoptr (GList) ids = json_object_get_members (records);

    for (GList *id = ids; id != NULL; id = id->next) {
      g_autofree char *changes = foyer_json_to_text (json_object_get_object_member (records, id->data));

      foyer_portal_sample_change (self, foyer_record_type_by_name (at->data), id->data, changes);
    }
  }
}

JsonObject *
foyer_portal_sample_view (FoyerPortalSample *self,
                          const char *client_id,
                          const char *person_id,
                          const char *link_id,
                          const char *language)
{
  g_autoptr (GError) error = NULL;
  FoyerPortalViewer viewer = {
    .client_id = client_id,
    .person_id = person_id,
    .link_id = link_id,
    .language = language,
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  JsonObject *view
      = foyer_portal_view (FOYER_RECORD_SOURCE (self->source), &viewer, self->settings, SAMPLE_NOW, &error);

  g_assert_no_error (error);
  return view;
}
