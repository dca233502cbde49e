/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-letterhead.c - what stands on every paper of the business: address, logo, terms, language and size (001-34) */

#include "foyer-view-context.h"

#include "foyer-blob-id.h"
#include "foyer-language.h"
#include "foyer-portal-picture.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <string.h>

#define FIELD(column) foyer_organisation_field_##column

/* Where letter paper is sold (CLDR); everywhere else it is A4. A business without a country has that of its language. */
static gboolean
uses_letter (FoyerRecord *organisation, FoyerLanguage language)
{
  static const char *const countries[]
      = { "US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE", NULL };
  const char *country = foyer_organisation_get_country (organisation);

  if (country == NULL || *country == '\0')
    return language == FOYER_LANGUAGE_EN_US;
  return g_strv_contains (countries, country);
}

static const char *
choose_logo (FoyerViewContext *context)
{
  const char *logo = foyer_portal_settings_get_brand_pdf_logo (context->settings);

  if (foyer_blob_id_is_valid (logo))
    return logo;
  return foyer_portal_picture_choose (context->organisation, context->settings, FOYER_PORTAL_LOGO);
}

void
foyer_view_add_letterhead (JsonObject *view, FoyerViewContext *context)
{
  FoyerLanguage language = foyer_language_match (foyer_organisation_get_language (context->organisation));
  const char *logo = choose_logo (context);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "language", foyer_language_tag (language));
  json_object_set_string_member (object, "paper",
                                 uses_letter (context->organisation, language) ? "letter" : "a4");
  FOYER_VIEW_COPY (object, context->organisation, FIELD (street), FIELD (city), FIELD (region),
                   FIELD (postcode));
  foyer_view_set_text_if (object, "terms", foyer_portal_settings_get_brand_pdf_terms (context->settings));
  if (logo != NULL) {
    JsonObject *member = json_object_new ();

    json_object_set_string_member (member, "blobId", logo);
    json_object_set_object_member (object, "logo", member);
  }
  json_object_set_object_member (view, "letterhead", object);
}
