/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-shared-words.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/**
 * foyer_site_stay_find:
 *
 * Finds out who looks: sets session, stay and viewer of @turn if its cookie is one of a session that lives. A session ends when its
 * time is over by the settings of today, when nothing was done in it for longer than these allow, when staff end it, and when the
 * way they came by is shut: the link revoked, the method switched off, the domain taken off the list (S03, S04). What it may do was granted when it began.
 *
 * Returns: %FALSE with an error if it cannot be found out
 */
gboolean foyer_site_stay_find (FoyerSiteTurn *turn, GError **error);

/**
 * FoyerSiteArrival:
 * @client_id: whose portal
 * @person_id: (nullable): who; %NULL for the bearer of a link that names nobody
 * @link: (nullable): the PortalLink that opens it
 * @method: how they proved who they are
 * @latest: seconds since 1970 until which the session lasts at most; 0 for as long as the settings say
 *
 * Somebody at the door whom the rules let in.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  FoyerRecord *link;
  FoyerSignInMethod method;
  gint64 latest;
} FoyerSiteArrival;

/**
 * foyer_site_stay_come_in:
 *
 * Opens a session; one that the browser had before ends with it (S02). What it may do is what is granted now.
 *
 * Returns: (transfer full): what leads to the first page and carries the cookie, or the page for dead links if the portal is not open
 *   to them; %NULL with an error
 */
FoyerHttpResponse *
foyer_site_stay_come_in (FoyerSiteTurn *turn, const FoyerSiteArrival *arrival, GError **error);

/**
 * foyer_site_stay_end:
 *
 * Ends the session of @turn.
 */
gboolean foyer_site_stay_end (FoyerSiteTurn *turn, GError **error);

/**
 * foyer_site_end_others:
 *
 * Ends the viewer's sessions but the present one; @turn's view has the list of them.
 */
gboolean foyer_site_end_others (FoyerSiteTurn *turn, GError **error);

G_END_DECLS
