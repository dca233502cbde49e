/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-words.c - what Configuration says of settings, their values and its pages */

#include "foyer-setting-words.h"

#include "foyer-field-words.h"
#include "foyer-setting-choices.h"
#include "foyer-sign-in-presets.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
list_text (const FoyerField *field, JsonArray *array)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++) {
    const char *word = foyer_json_node_text (json_array_get_element (array, i));

    if (word != NULL)
      g_ptr_array_add (labels, (gpointer) foyer_setting_choice_label (field->name, word));
  }
  g_ptr_array_add (labels, NULL);
  return labels->len == 1 ? g_strdup (_ ("Nothing")) : g_strjoinv (", ", (char **) labels->pdata);
}

char *
foyer_setting_value_text (FoyerDesk *desk, const FoyerField *field, JsonNode *value)
{
  const char *word = value == NULL ? NULL : foyer_json_node_text (value);

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return g_strdup (field->fallback == NULL ? _ ("Nothing") : _ ("The default"));
  if (field->kind == FOYER_KIND_ENUM && word != NULL)
    return g_strdup (foyer_setting_choice_label (field->name, word));
  if (field->values != NULL && JSON_NODE_HOLDS_ARRAY (value))
    return list_text (field, json_node_get_array (value));
  if (field->blob && word != NULL && foyer_blob_id_is_valid (word))
    return g_strdup (_ ("A file of yours"));
  if (field->kind == FOYER_KIND_MAP)
    return g_strdup (_ ("Other ways"));
  return foyer_field_value_text (foyer_desk_get_store (desk), foyer_desk_get_time (desk),
                                 foyer_desk_now (desk), &foyer_portal_settings_type, field->name, value);
}

char *
foyer_setting_inherited_text (FoyerDesk *desk, const FoyerField *field)
{
  static const struct {
    const char *key;
    const char *field;
  } sources[] = {
    { "brand.name", "name" },
    { "brand.primary", "colour" },
    { "brand.support_phone", "phone" },
    { "brand.support_email", "email" },
  };
  g_autoptr (FoyerRecord) organisation
      = foyer_store_get_singleton (foyer_desk_get_store (desk), &foyer_organisation_type);
  g_autoptr (JsonObject) json = organisation == NULL ? NULL : foyer_record_to_json (organisation);

  for (guint i = 0; json != NULL && i < G_N_ELEMENTS (sources); i++) {
    if (g_str_equal (sources[i].key, field->name))
      return g_strdup (foyer_json_object_text (json, sources[i].field));
  }
  return NULL;
}

const char *
foyer_setting_missing_text (FoyerDesk *desk, const FoyerField *field)
{
  g_autoptr (FoyerRecord) organisation
      = foyer_store_get_singleton (foyer_desk_get_store (desk), &foyer_organisation_type);

  if (organisation == NULL)
    return NULL;
  if (g_str_equal (field->name, "portal.payments")
      && foyer_organisation_get_stripe (organisation) != FOYER_ORGANISATION_STRIPE_READY)
    return _ ("Payments are not connected yet, so nobody can pay online");
  if (g_str_has_prefix (field->name, "sms.") && field->kind == FOYER_KIND_BOOLEAN
      && foyer_organisation_get_texts (organisation) == FOYER_ORGANISATION_TEXTS_NONE)
    return _ ("No phone number is connected yet, so no text is sent");
  return NULL;
}

const char *
foyer_setting_applies_text (const FoyerField *field)
{
  static const struct {
    const char *applies;
    const char *text;
  } texts[] = {
    { FOYER_APPLIES_AT_ONCE, N_ ("at once") },
    { FOYER_APPLIES_NEXT_SIGN_IN, N_ ("at the client’s next sign-in") },
    { FOYER_APPLIES_NEXT_PAGE, N_ ("at the next page load") },
    { FOYER_APPLIES_NEW_BOOKINGS, N_ ("at once for new bookings") },
    { FOYER_APPLIES_NEXT_JOB, N_ ("at the next completed job") },
    { FOYER_APPLIES_NEW_INVITES, N_ ("for new invites") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (g_strcmp0 (field->applies, texts[i].applies) == 0)
      return _ (texts[i].text);
  }
  return _ ("at once");
}

/* Each word begins one of those of @text. */
static gboolean
matches (const char *text, const char *sought)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_str_tokenize_and_fold (folded, NULL, NULL);
  g_auto (GStrv) wanted = g_str_tokenize_and_fold (sought, NULL, NULL);

  for (guint i = 0; wanted[i] != NULL; i++) {
    gboolean found = FALSE;

    for (guint j = 0; words[j] != NULL && !found; j++)
      found = g_str_has_prefix (words[j], wanted[i]);
    if (!found)
      return FALSE;
  }
  return wanted[0] != NULL;
}

gboolean
foyer_setting_matches (const FoyerField *field, const char *sought)
{
  g_autofree char *text
      = g_strjoin (" ", _ (field->title), _ (field->effect), field->words, field->name, NULL);

  return matches (text, sought);
}

gboolean
foyer_setting_page_matches (const FoyerSettingPage *page, const char *sought)
{
  g_autofree char *text = page->words == NULL ? NULL : g_strjoin (" ", _ (page->title), page->words, NULL);

  return text != NULL && matches (text, sought);
}

/* --- Pages --- */

static char *
count_on (const FoyerSettingPage *page, JsonObject *settings)
{
  guint n_on = 0;
  guint n = 0;

  for (const FoyerSettingGroup *group = page->groups; group->keys[0] != NULL; group++) {
    for (guint i = 0; group->keys[i] != NULL; i++) {
      const FoyerField *field = foyer_settings_find_field (group->keys[i]);

      if (field->kind != FOYER_KIND_BOOLEAN)
        continue;
      n++;
      n_on += foyer_json_object_boolean (settings, field->name, FALSE);
    }
  }
  return g_strdup_printf (_ ("%u of %u on"), n_on, n);
}

static char *
count_brand (JsonObject *settings)
{
  guint n_set = 0;
  guint n = 0;
  g_autofree char *set = NULL;

  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const char *name = foyer_portal_settings_type.fields[i].name;

    if (!g_str_has_prefix (name, "brand."))
      continue;
    n++;
    n_set += json_object_has_member (settings, name) && !json_object_get_null_member (settings, name);
  }
  if (n_set == 0)
    return g_strdup (_ ("All inherited"));
  set = g_strdup_printf (ngettext ("%u field set", "%u fields set", n_set), n_set);
  if (n_set == n)
    return g_steal_pointer (&set);
  /* Translators: %s is how many fields of the branding are set: "2 fields set, 6 inherited" */
  return g_strdup_printf (ngettext ("%s, %u inherited", "%s, %u inherited", n - n_set), set, n - n_set);
}

/* How long ahead, how far and how many, where clients take times by themselves. */
static char *
describe_booking (JsonObject *settings)
{
  const char *mode = foyer_json_object_text (settings, "booking.mode");
  const char *label = foyer_setting_choice_label ("booking.mode", mode);

  if (g_strcmp0 (mode, "approve") != 0 && g_strcmp0 (mode, "auto") != 0)
    return g_strdup (label);
  /* Translators: "Book, we approve · 24 h · 30 days · 5 a day": hours of lead time, how far ahead, bookings per day */
  return g_strdup_printf (_ ("%s · %d h · %d days · %d a day"), label,
                          (int) foyer_json_object_integer (settings, "booking.lead_hours", 0),
                          (int) foyer_json_object_integer (settings, "booking.max_days", 0),
                          (int) foyer_json_object_integer (settings, "booking.max_per_day", 0));
}

static char *
list_words (JsonObject *settings)
{
  const char *quote
      = foyer_setting_choice_label ("words.quote", foyer_json_object_text (settings, "words.quote"));
  const char *client
      = foyer_setting_choice_label ("words.client", foyer_json_object_text (settings, "words.client"));
  const char *visit
      = foyer_setting_choice_label ("words.visit", foyer_json_object_text (settings, "words.visit"));

  return g_strdup_printf ("%s · %s · %s", quote, client, visit);
}

static char *
describe_page (const FoyerSettingPage *page, JsonObject *settings)
{
  if (g_str_equal (page->name, "overview"))
    return g_strdup (foyer_json_object_boolean (settings, "portal.enabled", TRUE) ? _ ("The portal is on")
                                                                                  : _ ("The portal is off"));
  if (g_str_equal (page->name, "booking"))
    return describe_booking (settings);
  if (g_str_equal (page->name, "sign-in"))
    /* Translators: Balanced · 72 h sessions */
    return g_strdup_printf (_ ("%s · %d h sessions"), foyer_sign_in_preset_name (settings),
                            (int) foyer_json_object_integer (settings, "access.session_hours", 0));
  if (g_str_equal (page->name, "branding"))
    return count_brand (settings);
  if (g_str_equal (page->name, "wording"))
    return list_words (settings);
  if (g_str_equal (page->name, "texts"))
    return g_strdup (_ ("Not connected"));
  return count_on (page, settings);
}

char *
foyer_setting_page_state (const FoyerSettingPage *page,
                          const char *line,
                          FoyerRecord *settings,
                          guint n_changed)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (settings);
  g_autofree char *state = line != NULL ? g_strdup (line) : describe_page (page, json);

  if (n_changed == 0)
    return g_steal_pointer (&state);
  return g_strdup_printf (ngettext ("%u changed · %s", "%u changed · %s", n_changed), n_changed, state);
}
