/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-shared-words.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/* How often something may be asked (000-68): what stops those who ask too often, in one place. */

/**
 * foyer_site_flood_check_gate:
 *
 * Returns: (transfer full) (nullable): the refusal, if too much has come to this organisation's doors, or from this network
 */
FoyerHttpResponse *foyer_site_flood_check_gate (FoyerSiteTurn *turn);

/**
 * foyer_site_flood_check_form:
 *
 * Returns: (transfer full) (nullable): the refusal, if this client has sent too many forms, or too many with files
 */
FoyerHttpResponse *foyer_site_flood_check_form (FoyerSiteTurn *turn);

/**
 * foyer_site_flood_learn:
 * @response: what the turn's request is answered
 *
 * Counts links that do not work against the network that tries them.
 */
void foyer_site_flood_learn (FoyerSiteTurn *turn, const FoyerHttpResponse *response);

/**
 * foyer_site_flood_refuse:
 *
 * For whoever has tried to sign in too often from one network. Staff read of it, once in ten minutes.
 *
 * Returns: (transfer full) (nullable): the refusal, or %NULL with an error
 */
FoyerHttpResponse *foyer_site_flood_refuse (FoyerSiteTurn *turn, FoyerSignInMethod method, GError **error);

/**
 * foyer_site_flood_note:
 * @address: that was tried too often
 *
 * Lets staff read, once in ten minutes, why nobody gets in with @address.
 */
gboolean
foyer_site_flood_note (FoyerSiteTurn *turn, FoyerSignInMethod method, const char *address, GError **error);

G_END_DECLS
