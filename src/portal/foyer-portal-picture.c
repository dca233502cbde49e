/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-picture.c - the business's own logo and banner: which they are, and under which names pages show them */

#include "foyer-portal-picture.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

static const char *const members[] = {
  [FOYER_PORTAL_LOGO] = "logo",
  [FOYER_PORTAL_LOGO_DARK] = "logoDark",
  [FOYER_PORTAL_BANNER] = "banner",
};

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

const char *
foyer_portal_picture_choose (FoyerRecord *organisation, FoyerRecord *settings, FoyerPortalPicture picture)
{
  const char *light = foyer_portal_settings_get_brand_logo (settings);
  const char *dark = foyer_portal_settings_get_brand_logo_dark (settings);
  const char *banner = foyer_portal_settings_get_brand_banner (settings);
  const char *logo;

  if (picture == FOYER_PORTAL_BANNER)
    return foyer_blob_id_is_valid (banner) ? banner : NULL;
  if (!is_given (light)) {
    light = foyer_organisation_get_logo (organisation);
    if (!is_given (dark))
      dark = foyer_organisation_get_logo_dark (organisation);
  }
  logo = picture == FOYER_PORTAL_LOGO ? light : dark;
  return foyer_blob_id_is_valid (light) && foyer_blob_id_is_valid (logo) ? logo : NULL;
}

static JsonObject *
get_picture (JsonObject *organisation, FoyerPortalPicture picture)
{
  return organisation == NULL ? NULL : foyer_json_object_object (organisation, members[picture]);
}

const char *
foyer_portal_picture_get_blob (JsonObject *view, FoyerPortalPicture picture)
{
  JsonObject *member = get_picture (foyer_json_object_object (view, "organisation"), picture);

  return member == NULL ? NULL : foyer_json_object_text (member, "blobId");
}

gboolean
foyer_portal_picture_look (JsonObject *view, FoyerPortalPicture picture, GBytes *bytes)
{
  JsonObject *organisation = foyer_json_object_object (view, "organisation");
  JsonObject *member = get_picture (organisation, picture);
  FoyerRaster raster;

  if (member == NULL)
    return FALSE;
  if (bytes == NULL || g_bytes_get_size (bytes) > FOYER_PORTAL_PICTURE_LARGEST
      || !foyer_raster_read (bytes, &raster)) {
    json_object_remove_member (organisation, members[picture]);
    return FALSE;
  }
  json_object_set_string_member (member, "format", foyer_raster_format_suffix (raster.format));
  json_object_set_int_member (member, "width", raster.width);
  json_object_set_int_member (member, "height", raster.height);
  return TRUE;
}

gboolean
foyer_portal_picture_get (JsonObject *organisation, FoyerPortalPicture picture, FoyerRaster *raster)
{
  JsonObject *member = get_picture (organisation, picture);
  const char *format = member == NULL ? NULL : foyer_json_object_text (member, "format");

  for (int i = 0; format != NULL && i < FOYER_N_RASTER_FORMATS; i++) {
    if (g_strcmp0 (format, foyer_raster_format_suffix ((FoyerRasterFormat) i)) != 0)
      continue;
    *raster = (FoyerRaster){ (FoyerRasterFormat) i, (int) json_object_get_int_member (member, "width"),
                             (int) json_object_get_int_member (member, "height") };
    return TRUE;
  }
  return FALSE;
}

char *
foyer_portal_picture_path (JsonObject *organisation, FoyerPortalPicture picture)
{
  FoyerRaster raster;

  if (!foyer_portal_picture_get (organisation, picture, &raster))
    return NULL;
  return g_strconcat (picture == FOYER_PORTAL_BANNER ? "/static/banner-" : "/static/logo-",
                      foyer_json_object_text (get_picture (organisation, picture), "blobId"), ".",
                      foyer_raster_format_suffix (raster.format), NULL);
}
