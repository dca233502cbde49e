/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-secret.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/* What all doors share. */

/**
 * foyer_site_ask_fresh_link:
 * @kind: of the secret in the address
 *
 * Writes down that somebody asks for a fresh link in place of the one whose address this is. The answer, and the work, are the same
 * whatever became of it (A7).
 *
 * Returns: (transfer full): the neutral page, or %NULL with an error
 */
FoyerHttpResponse *foyer_site_ask_fresh_link (FoyerSiteTurn *turn, FoyerSecretKind kind, GError **error);

G_END_DECLS
