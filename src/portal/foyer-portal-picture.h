/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-raster.h"
#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Bytes that a picture has at most: pages name it. */
#define FOYER_PORTAL_PICTURE_LARGEST (2 * 1024 * 1024)

/**
 * FoyerPortalPicture:
 * @FOYER_PORTAL_LOGO: on every page
 * @FOYER_PORTAL_LOGO_DARK: the same on dark ground
 * @FOYER_PORTAL_BANNER: at the head of the first page (001-31)
 *
 * The pictures of the business itself.
 */
typedef enum {
  FOYER_PORTAL_LOGO,
  FOYER_PORTAL_LOGO_DARK,
  FOYER_PORTAL_BANNER,
} FoyerPortalPicture;

#define FOYER_N_PORTAL_PICTURES 3

/**
 * foyer_portal_picture_choose:
 * @organisation: the record
 * @settings: complete
 *
 * The settings' logo comes before the organisation's, and a dark one is looked for only where its light one is (X8, 000-56). A picture is
 * the id of a blob; an address of the web is none, because pages name no other host.
 *
 * Returns: (transfer none) (nullable): the blob's id, owned by one of the records
 */
const char *
foyer_portal_picture_choose (FoyerRecord *organisation, FoyerRecord *settings, FoyerPortalPicture picture);

/**
 * foyer_portal_picture_get_blob:
 * @view: a view document
 *
 * Returns: (transfer none) (nullable): the blob that @view names as that picture
 */
const char *foyer_portal_picture_get_blob (JsonObject *view, FoyerPortalPicture picture);

/**
 * foyer_portal_picture_look:
 * @bytes: (nullable): what the blob that @view names holds; %NULL if nobody has it
 *
 * Tells the view document what its picture is. Pages show one that was looked at, and draw the mark instead of any other logo. What is no
 * picture of foyer_raster_read(), or larger than %FOYER_PORTAL_PICTURE_LARGEST, is taken out of @view.
 *
 * Returns: whether @view has the picture now
 */
gboolean foyer_portal_picture_look (JsonObject *view, FoyerPortalPicture picture, GBytes *bytes);

/**
 * foyer_portal_picture_get:
 * @raster: (out): what the picture is
 *
 * Returns: whether @view has such a picture that was looked at
 */
gboolean foyer_portal_picture_get (JsonObject *organisation, FoyerPortalPicture picture, FoyerRaster *raster);

/**
 * foyer_portal_picture_path:
 * @organisation: of a view document
 *
 * Returns: (transfer full) (nullable): the path of the picture on the portal's site, such as `/static/logo-B….png`, or %NULL without one that
 *   was looked at. The id in it is the hash of the bytes, so that a browser may keep it for ever.
 */
char *foyer_portal_picture_path (JsonObject *organisation, FoyerPortalPicture picture);

G_END_DECLS
