/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/**
 * foyer_site_logo_open:
 * @blob_id: of a picture that everybody may see
 * @data: the #FoyerSiteTurn
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *foyer_site_logo_open (const char *blob_id, gpointer data);

/**
 * foyer_site_logo_find:
 * @path: the path of a request
 * @content_type: (out) (transfer none): of the bytes
 *
 * Returns: (transfer full) (nullable): the bytes, if @path is that of a logo which the pages of this very portal name now
 */
GBytes *foyer_site_logo_find (FoyerSiteTurn *turn, const char *path, const char **content_type);

G_END_DECLS
