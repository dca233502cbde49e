/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"
#include "foyer-raster.h"
#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Bytes that a logo has at most: every page names it. */
#define FOYER_LOGO_LARGEST (2 * 1024 * 1024)

/**
 * foyer_portal_logo_choose:
 * @organisation: the record
 * @settings: complete
 * @mode: the ground on which it stands
 *
 * The settings' logo comes before the organisation's, and a dark one is looked for only where its light one is (X8, 000-56). A logo is
 * the id of a blob; an address of the web is none, because pages name no other host.
 *
 * Returns: (transfer none) (nullable): the blob's id, owned by one of the records
 */
const char *foyer_portal_logo_choose (FoyerRecord *organisation, FoyerRecord *settings, FoyerBrandMode mode);

/**
 * foyer_portal_logo_get_blob:
 * @view: a view document
 *
 * Returns: (transfer none) (nullable): the blob that @view names as logo
 */
const char *foyer_portal_logo_get_blob (JsonObject *view, FoyerBrandMode mode);

/**
 * foyer_portal_logo_look:
 * @bytes: (nullable): what the blob that @view names holds; %NULL if nobody has it
 *
 * Tells the view document what its logo is. Pages show a logo that was looked at and draw the mark instead of any other. What is no
 * picture of foyer_raster_read(), or larger than %FOYER_LOGO_LARGEST, is taken out of @view.
 *
 * Returns: whether @view has the logo now
 */
gboolean foyer_portal_logo_look (JsonObject *view, FoyerBrandMode mode, GBytes *bytes);

/**
 * foyer_portal_logo_get:
 * @raster: (out): what the logo is
 *
 * Returns: whether @view has a logo that was looked at
 */
gboolean foyer_portal_logo_get (JsonObject *organisation, FoyerBrandMode mode, FoyerRaster *raster);

/**
 * foyer_portal_logo_path:
 * @organisation: of a view document
 *
 * Returns: (transfer full) (nullable): the path of the logo on the portal's site, such as `/static/logo-B….png`, or %NULL without one that
 *   was looked at. The id in it is the hash of the bytes, so that a browser may keep it for ever.
 */
char *foyer_portal_logo_path (JsonObject *organisation, FoyerBrandMode mode);

G_END_DECLS
