/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-looks.c - D44, D45 and D48: what is drafted, where the pictures lie, on which clocks times are shown */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-blob-id.h"
#include "foyer-date-text.h"
#include "foyer-json.h"
#include "types/organisation.h"
#include "types/portal_settings.h"
#include "types/property.h"

#include <string.h>

/* --- D44: drafted and not published --- */

/* Settings that change how the portal looks and speaks. */
static gboolean
is_about_looks (const char *name)
{
  return g_str_has_prefix (name, "brand.") || g_str_has_prefix (name, "words.");
}

/* As somebody who decides about them calls them. */
static const struct {
  const char *name;
  const char *words;
} names[] = {
  { "brand.name", FOYER_MARK ("The name") },
  { "brand.logo", FOYER_MARK ("The logo") },
  { "brand.logo_dark", FOYER_MARK ("The logo on dark ground") },
  { "brand.banner", FOYER_MARK ("The banner") },
  { "brand.primary", FOYER_MARK ("The colour of buttons") },
  { "brand.accent", FOYER_MARK ("The second colour") },
  { "brand.welcome", FOYER_MARK ("The words of welcome") },
  { "brand.support_phone", FOYER_MARK ("The number for help") },
  { "brand.support_email", FOYER_MARK ("The address for help") },
  { "brand.terms_url", FOYER_MARK ("The link to the terms of service") },
  { "brand.privacy_url", FOYER_MARK ("The link to the privacy policy") },
  { "brand.social", FOYER_MARK ("The list of social profiles") },
  { "brand.css", FOYER_MARK ("The style sheet") },
  { "brand.pdf_logo", FOYER_MARK ("The logo on PDFs") },
  { "brand.pdf_terms", FOYER_MARK ("The text on PDFs") },
  { "words.quote", FOYER_MARK ("What quotes are called") },
  { "words.visit", FOYER_MARK ("What visits are called") },
  { "words.client", FOYER_MARK ("What clients are called") },
  { "words.plan", FOYER_MARK ("What plans are called") },
  { "words.contract", FOYER_MARK ("What contracts are called") },
};

static const char *
find_words (const FoyerField *field, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strcmp (names[i].name, field->name) == 0)
      return foyer_text (language, names[i].words);
  }
  return field->name;
}

/* The first of them that the draft has otherwise. */
static const FoyerField *
find_drafted (FoyerRecord *live, FoyerRecord *draft)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (live);
  g_autoptr (JsonObject) after = foyer_record_to_json (draft);

  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    JsonNode *old = json_object_get_member (before, field->name);
    JsonNode *new = json_object_get_member (after, field->name);

    if (is_about_looks (field->name)
        && ((old == NULL) != (new == NULL) || (old != NULL && !foyer_json_equal (old, new))))
      return field;
  }
  return NULL;
}

gboolean
foyer_diagnosis_check_draft (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *draft = run->the_case->draft;
  const FoyerField *field = NULL;
  g_autoptr (FoyerRecord) complete = NULL;

  if (draft != NULL) {
    complete = foyer_settings_complete (draft, error);
    if (complete == NULL)
      return FALSE;
    field = find_drafted (run->business->settings, complete);
  }
  if (field == NULL)
    foyer_diagnosis_pass (run,
                          foyer_plain_sentence (run->language, "Nothing of how it looks waits in a draft"));
  else
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "{setting} is in your draft, not published",
                                          "setting", find_words (field, run->language), NULL),
                          NULL,
                          foyer_diagnosis_setting (run, FOYER_REMEDY_PUBLISH_DRAFT, field->name,
                                                   foyer_plain_sentence (run->language,
                                                                         "Publish the draft")));
  return TRUE;
}

/* --- D45: the pictures --- */

static const char *
get_picture (FoyerDiagnosisRun *run, const FoyerField *field, JsonObject *settings)
{
  const char *picture = foyer_json_object_text (settings, field->name);

  if (picture == NULL && strcmp (field->name, "brand.logo") == 0 && run->business->organisation != NULL)
    picture = foyer_organisation_get_logo (run->business->organisation);
  return picture == NULL || *picture == '\0' ? NULL : picture;
}

/* Pages load nothing from elsewhere, so that a picture at another address is never seen, whatever it answers. */
static const FoyerField *
find_elsewhere (FoyerDiagnosisRun *run, JsonObject *settings)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    const char *picture = field->pattern == FOYER_PATTERN_PICTURE ? get_picture (run, field, settings) : NULL;

    if (picture != NULL && !foyer_blob_id_is_valid (picture))
      return field;
  }
  return NULL;
}

gboolean
foyer_diagnosis_check_pictures (FoyerDiagnosisRun *run, GError **error)
{
  const FoyerField *logo = foyer_record_type_field (&foyer_portal_settings_type, "brand.logo");
  g_autoptr (JsonObject) settings = foyer_record_to_json (run->business->settings);
  const FoyerField *field = find_elsewhere (run, settings);
  FoyerFinding *finding;

  if (field == NULL) {
    foyer_diagnosis_pass (run, get_picture (run, logo, settings) == NULL
                                   ? foyer_plain_sentence (run->language,
                                                           "There is no logo; the name stands in its place")
                                   : foyer_plain_sentence (run->language, "The logo is an uploaded file"));
    return TRUE;
  }
  finding = foyer_diagnosis_fail (
      run,
      foyer_sentence (run->language, "{picture} is an address elsewhere; only an uploaded file is shown",
                      "picture", find_words (field, run->language), NULL),
      NULL,
      foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, field->name,
                               foyer_plain_sentence (run->language, "Upload the picture")));
  finding->evidence = g_strdup (get_picture (run, field, settings));
  return TRUE;
}

/* --- D48: time zones --- */

/* The first site on whose clocks it is another time now. */
static gboolean
find_other_zone (FoyerDiagnosisRun *run, FoyerRecord **site, FoyerZone **other, GError **error)
{
  int offset = foyer_zone_offset (run->business->zone, run->the_case->now);
  g_autoptr (GPtrArray) sites
      = foyer_diagnosis_list (run, &foyer_property_type, "clientId", run->reader.client_id, "name", error);

  for (guint i = 0; sites != NULL && i < sites->len && *site == NULL; i++) {
    const char *name = foyer_property_get_zone (sites->pdata[i]);
    g_autoptr (FoyerZone) zone = name == NULL ? NULL : foyer_zone_new (name, NULL);

    if (zone == NULL || foyer_zone_offset (zone, run->the_case->now) == offset)
      continue;
    *site = g_object_ref (sites->pdata[i]);
    *other = g_steal_pointer (&zone);
  }
  return sites != NULL;
}

static void
fail_zone (FoyerDiagnosisRun *run, FoyerRecord *site, FoyerZone *other)
{
  g_autofree char *ours = foyer_zone_text (run->business->zone, run->language);
  g_autofree char *theirs = foyer_zone_text (other, run->language);
  g_autofree char *said = foyer_zone_text (run->business->zone, run->client_language);
  FoyerRemedy *remedy
      = foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "organisation.zone",
                                 foyer_plain_sentence (run->language,
                                                       "See the settings of the organisation"));
  FoyerFinding *finding;

  foyer_remedy_set_other (remedy,
                          foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, site,
                                                  foyer_plain_sentence (run->language, "Open the site")));
  finding = foyer_diagnosis_fail (
      run,
      foyer_sentence (run->language, "{business} is set to {ours}; {client} is in {theirs}", "business",
                      foyer_organisation_get_name (run->business->organisation), "ours", ours, "client",
                      run->client_name, "theirs", theirs, NULL),
      foyer_sentence (run->client_language, "All times in the portal are those of {zone}.", "zone", said,
                      NULL),
      remedy);
  finding->evidence = g_strdup (foyer_property_get_street (site));
}

gboolean
foyer_diagnosis_check_zone (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) site = NULL;
  g_autoptr (FoyerZone) other = NULL;

  if (run->business->zone == NULL) {
    foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "The time zone is not known here"),
                           NULL);
    return TRUE;
  }
  if (!find_other_zone (run, &site, &other, error))
    return FALSE;
  if (site != NULL)
    fail_zone (run, site, other);
  else
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language,
                                                     "All sites are on the clocks of the organisation"));
  return TRUE;
}
