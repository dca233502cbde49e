/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/* The steps of booking, which carry earlier choices along. */

/**
 * foyer_site_steps_are_own:
 *
 * Returns: whether what the form names is this viewer's to choose (A07, B04); what is missing is not looked at
 */
gboolean foyer_site_steps_are_own (FoyerSiteTurn *turn);

/**
 * foyer_site_steps_read:
 * @request: (out): gets the choices of the form or the address
 */
void foyer_site_steps_read (FoyerSiteTurn *turn, FoyerPageRequest *request);

/**
 * foyer_site_steps_lack_choice:
 *
 * Returns: whether the service, or the site if it is to be known by then, has not been chosen (B13)
 */
gboolean foyer_site_steps_lack_choice (FoyerSiteTurn *turn, const FoyerPageRequest *request);

/**
 * foyer_site_steps_show:
 *
 * Returns: (transfer full): the step that @request asks for, or an earlier one whose choice is missing; %NULL with an error
 */
FoyerHttpResponse *
foyer_site_steps_show (FoyerSiteTurn *turn, const FoyerPageRequest *request, GError **error);

G_END_DECLS
