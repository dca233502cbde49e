/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-logo.c - the business's own logo: which it is, and under which name pages show it */

#include "foyer-portal-logo.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

static const char *const members[] = {
  [FOYER_BRAND_LIGHT] = "logo",
  [FOYER_BRAND_DARK] = "logoDark",
};

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

const char *
foyer_portal_logo_choose (FoyerRecord *organisation, FoyerRecord *settings, FoyerBrandMode mode)
{
  const char *light = foyer_portal_settings_get_brand_logo (settings);
  const char *dark = foyer_portal_settings_get_brand_logo_dark (settings);
  const char *logo;

  if (!is_given (light)) {
    light = foyer_organisation_get_logo (organisation);
    if (!is_given (dark))
      dark = foyer_organisation_get_logo_dark (organisation);
  }
  logo = mode == FOYER_BRAND_LIGHT ? light : dark;
  return foyer_blob_id_is_valid (light) && foyer_blob_id_is_valid (logo) ? logo : NULL;
}

static JsonObject *
get_logo (JsonObject *organisation, FoyerBrandMode mode)
{
  return organisation == NULL ? NULL : foyer_json_object_object (organisation, members[mode]);
}

const char *
foyer_portal_logo_get_blob (JsonObject *view, FoyerBrandMode mode)
{
  JsonObject *logo = get_logo (foyer_json_object_object (view, "organisation"), mode);

  return logo == NULL ? NULL : foyer_json_object_text (logo, "blobId");
}

gboolean
foyer_portal_logo_look (JsonObject *view, FoyerBrandMode mode, GBytes *bytes)
{
  JsonObject *organisation = foyer_json_object_object (view, "organisation");
  JsonObject *logo = get_logo (organisation, mode);
  FoyerRaster raster;

  if (logo == NULL)
    return FALSE;
  if (bytes == NULL || g_bytes_get_size (bytes) > FOYER_LOGO_LARGEST || !foyer_raster_read (bytes, &raster)) {
    json_object_remove_member (organisation, members[mode]);
    return FALSE;
  }
  json_object_set_string_member (logo, "format", foyer_raster_format_suffix (raster.format));
  json_object_set_int_member (logo, "width", raster.width);
  json_object_set_int_member (logo, "height", raster.height);
  return TRUE;
}

gboolean
foyer_portal_logo_get (JsonObject *organisation, FoyerBrandMode mode, FoyerRaster *raster)
{
  JsonObject *logo = get_logo (organisation, mode);
  const char *format = logo == NULL ? NULL : foyer_json_object_text (logo, "format");

  for (int i = 0; format != NULL && i < FOYER_N_RASTER_FORMATS; i++) {
    if (g_strcmp0 (format, foyer_raster_format_suffix ((FoyerRasterFormat) i)) != 0)
      continue;
    *raster = (FoyerRaster){ (FoyerRasterFormat) i, (int) json_object_get_int_member (logo, "width"),
                             (int) json_object_get_int_member (logo, "height") };
    return TRUE;
  }
  return FALSE;
}

char *
foyer_portal_logo_path (JsonObject *organisation, FoyerBrandMode mode)
{
  FoyerRaster raster;

  if (!foyer_portal_logo_get (organisation, mode, &raster))
    return NULL;
  return g_strconcat ("/static/logo-", foyer_json_object_text (get_logo (organisation, mode), "blobId"), ".",
                      foyer_raster_format_suffix (raster.format), NULL);
}
