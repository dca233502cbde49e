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

G_END_DECLS
