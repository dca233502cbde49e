/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/*
 * Staff who look at a portal in a browser, as a client sees it. They have a cookie of their own and no session: nothing that they ask for can
 * write, every form is refused, and no client was there.
 */

/**
 * foyer_site_look_find:
 *
 * Sets the turn's look, and its viewer to whose eyes these are, if the browser is that of staff who look and may still do so.
 *
 * Returns: %FALSE with an error if that cannot be told
 */
gboolean foyer_site_look_find (FoyerSiteTurn *turn, GError **error);

/**
 * foyer_site_look_answer:
 *
 * Answers whatever they ask for: the page or the file that the client would get, or that nothing is done here.
 */
FoyerHttpResponse *foyer_site_look_answer (FoyerSiteTurn *turn, GError **error);

/**
 * foyer_site_look_open:
 *
 * Opens the link of a member of staff: what it leads to is the same as any other dead link's page if it is over or never was.
 */
FoyerHttpResponse *foyer_site_look_open (FoyerSiteTurn *turn, GError **error);

G_END_DECLS
