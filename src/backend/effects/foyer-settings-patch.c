/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-patch.c - what may stand in a publication or a proposal that waits */

#include "effects/foyer-settings-patch.h"

#include "foyer-settings-change.h"
#include "methods/foyer-set-error.h"

static gboolean
reject (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("invalidProperties", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

gboolean
foyer_settings_patch_judge (JsonObject *patch, JsonObject **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (patch == NULL || json_object_get_size (patch) == 0)
    return reject (error, "patch", "There is nothing to publish");
  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    const FoyerField *field = foyer_settings_find_field (key);
    g_autofree char *expected = field == NULL ? NULL : foyer_settings_check_value (field, value);
    g_autofree char *why = NULL;

    if (field != NULL && expected == NULL)
      continue;
    why = field == NULL ? g_strdup_printf ("%s: no such setting", key)
                        : g_strdup_printf ("%s: expected %s", key, expected);
    return reject (error, "patch", why);
  }
  return TRUE;
}

gboolean
foyer_settings_before_judge (JsonObject *patch, JsonObject *before, JsonObject **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (before == NULL)
    return TRUE;
  json_object_iter_init (&iter, before);
  while (json_object_iter_next (&iter, &key, &value)) {
    const FoyerField *field = foyer_settings_find_field (key);
    gboolean is_changed = field != NULL && patch != NULL && json_object_has_member (patch, key);
    g_autofree char *expected = is_changed ? foyer_settings_check_former (field, value) : NULL;
    g_autofree char *why = NULL;

    if (is_changed && expected == NULL)
      continue;
    why = is_changed ? g_strdup_printf ("%s: expected %s", key, expected)
                     : g_strdup_printf ("%s: no setting that it changes", key);
    return reject (error, "before", why);
  }
  return TRUE;
}
