/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPortalStatic:
 * @FOYER_STATIC_STYLE: the style sheet of all portals
 * @FOYER_STATIC_BRAND: the colours of one organisation
 * @FOYER_STATIC_MARK: the icon of one organisation
 *
 * The files that pages name. Each has a hash of its bytes in its path, so that a browser may keep it for ever.
 */
typedef enum {
  FOYER_STATIC_STYLE,
  FOYER_STATIC_BRAND,
  FOYER_STATIC_MARK,
} FoyerPortalStatic;

/**
 * foyer_portal_static_path:
 * @palette: the organisation's colours
 *
 * Returns: (transfer full): the path of the file on the portal's site, such as `/static/portal-7f3a19c2aa51e0b4.css`
 */
char *foyer_portal_static_path (FoyerPortalStatic file, FoyerPalette palette);

/**
 * foyer_portal_static_bytes:
 * @palette: the organisation's colours
 *
 * Returns: (transfer full): what the file holds
 */
GBytes *foyer_portal_static_bytes (FoyerPortalStatic file, FoyerPalette palette);

/**
 * foyer_portal_static_find:
 * @path: the path of a request
 * @palette: the organisation's colours
 * @content_type: (out) (transfer none): of the bytes
 *
 * Returns: (transfer full) (nullable): what the file holds, or %NULL if @path names none, or one of another time or colour
 */
GBytes *foyer_portal_static_find (const char *path, FoyerPalette palette, const char **content_type);

G_END_DECLS
