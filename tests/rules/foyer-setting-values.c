/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-values.c - what a setting could be instead */

#include "foyer-setting-values.h"

#include <string.h>

/* Another value than the sample has, where the kind of the setting does not say one. */
static const struct {
  const char *key;
  const char *value;
} values[] = {
  { "booking.lead_hours", "400" },
  { "booking.max_per_day", "1" },
  { "brand.css", "\"p { color: #123456; }\"" },
  { "notify.client_defaults", "{}" },
};

static const char *
choose_text (const FoyerField *field)
{
  if (field->pattern == FOYER_PATTERN_URL)
    return "\"https://seen.example/page\"";
  if (field->pattern == FOYER_PATTERN_HOST)
    return "\"seen.example\"";
  if (field->pattern == FOYER_PATTERN_COLOUR)
    return "\"#7a1f5c\"";
  if (field->pattern == FOYER_PATTERN_EMAIL)
    return "\"seen@seen.example\"";
  if (field->pattern == FOYER_PATTERN_PHONE)
    return "\"+1 503 555 0199\"";
  if (field->pattern == FOYER_PATTERN_PICTURE)
    return "\"BungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0\"";
  return "\"Seen\"";
}

GPtrArray *
foyer_setting_values (const FoyerField *field, JsonNode *present)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    if (strcmp (values[i].key, field->name) == 0)
      g_ptr_array_add (list, g_strdup (values[i].value));
  }
  if (list->len > 0)
    return list;
  if (field->values != NULL) {
    g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

    for (guint i = 0; words[i] != NULL; i++)
      g_ptr_array_add (list,
                       g_strdup_printf (field->kind == FOYER_KIND_TEXTS ? "[\"%s\"]" : "\"%s\"", words[i]));
  } else if (field->kind == FOYER_KIND_BOOLEAN) {
    g_ptr_array_add (list, g_strdup (json_node_get_boolean (present) ? "false" : "true"));
  } else if (field->kind == FOYER_KIND_INTEGER) {
    g_ptr_array_add (list, g_strdup_printf ("%d", (int) field->minimum));
    g_ptr_array_add (list, g_strdup_printf ("%d", (int) field->maximum));
  } else if (field->kind == FOYER_KIND_TEXT) {
    g_ptr_array_add (list, g_strdup (choose_text (field)));
  } else if (field->kind == FOYER_KIND_TEXTS) {
    g_ptr_array_add (list, g_strdup_printf ("[%s]", choose_text (field)));
  } else if (field->kind == FOYER_KIND_REFS) {
    g_ptr_array_add (list, g_strdup ("[]"));
  }
  return list;
}
