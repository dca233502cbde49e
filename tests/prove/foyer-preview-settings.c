/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-settings.c - under which settings everybody looks at the portal */

#include "foyer-preview-settings.h"

#include "foyer-json.h"
#include "foyer-settings.h"
#include "types/portal_settings.h"

#include <string.h>

static void
setting_free (gpointer data)
{
  FoyerPreviewSetting *setting = data;

  g_free (setting->name);
  json_object_unref (setting->patch);
  g_free (setting);
}

static JsonObject *
add_setting (GPtrArray *settings, const char *name)
{
  FoyerPreviewSetting *setting = g_new0 (FoyerPreviewSetting, 1);

  setting->name = g_strdup (name);
  setting->patch = json_object_new ();
  g_ptr_array_add (settings, setting);
  return setting->patch;
}

static void
add_words (GPtrArray *settings, const FoyerField *field, const char *present)
{
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *name = g_strconcat (field->name, "=", words[i], NULL);

    if (g_strcmp0 (words[i], present) != 0)
      json_object_set_string_member (add_setting (settings, name), field->name, words[i]);
  }
}

GPtrArray *
foyer_preview_settings_list (FoyerPreviewWorld *world, guint64 seed)
{
  GPtrArray *settings = g_ptr_array_new_with_free_func (setting_free);
  g_autoptr (GPtrArray) stored = foyer_preview_world_list (world, &foyer_portal_settings_type);
  g_autoptr (FoyerRecord) whole = foyer_settings_complete (stored->pdata[0], NULL);
  g_autoptr (JsonObject) present = foyer_record_to_json (whole);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed);
  JsonObject *many;

  add_setting (settings, "as they are");
  many = json_object_ref (add_setting (settings, "many at once"));
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    gboolean value;

    if (strchr (field->name, '.') == NULL)
      continue;
    if (field->kind == FOYER_KIND_BOOLEAN) {
      value = !foyer_json_object_boolean (present, field->name, FALSE);
      json_object_set_boolean_member (add_setting (settings, field->name), field->name, value);
      if (foyer_random_below (random, 3) == 0 && strcmp (field->name, "portal.enabled") != 0)
        json_object_set_boolean_member (many, field->name, value);
    } else if (field->kind == FOYER_KIND_ENUM) {
      add_words (settings, field, foyer_json_object_text (present, field->name));
    } else if (field->kind == FOYER_KIND_TEXTS && field->values != NULL) {
      json_object_set_array_member (add_setting (settings, field->name), field->name, json_array_new ());
    }
  }
  json_object_unref (many);
  return settings;
}
