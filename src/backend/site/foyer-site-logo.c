/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-logo.c - the business's logo on its portal: the one file there that staff have uploaded */

#include "site/foyer-site-logo.h"

#include "blobs/foyer-blob-public.h"

#include "foyer-json.h"
#include "foyer-portal-logo.h"

static const FoyerBrandMode modes[] = { FOYER_BRAND_LIGHT, FOYER_BRAND_DARK };

GBytes *
foyer_site_logo_open (const char *blob_id, gpointer data)
{
  FoyerSiteTurn *turn = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = foyer_blob_public_open (turn->context->database, turn->context->files,
                                          turn->account->number, blob_id, &error);

  if (error != NULL)
    g_warning ("A logo was not read: %s", error->message);
  return bytes;
}

GBytes *
foyer_site_logo_find (FoyerSiteTurn *turn, const char *path, const char **content_type)
{
  JsonObject *organisation = foyer_json_object_object (turn->view, "organisation");

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *right = foyer_portal_logo_path (organisation, modes[i]);
    FoyerRaster raster;

    if (g_strcmp0 (path, right) != 0 || !foyer_portal_logo_get (organisation, modes[i], &raster))
      continue;
    *content_type = foyer_raster_format_media_type (raster.format);
    return foyer_site_logo_open (foyer_portal_logo_get_blob (turn->view, modes[i]), turn);
  }
  return NULL;
}
