/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/**
 * foyer_site_stay_find:
 *
 * Finds out who looks: sets session, stay and viewer of @turn if its cookie is one of a session that lives. A session ends when its
 * time is over by the settings of today, when nothing was done in it for longer than these allow, when staff end it, and when the
 * link that opened it is revoked or direct links are switched off (S03, S04). What it may do was granted when it began.
 *
 * Returns: %FALSE with an error if it cannot be found out
 */
gboolean foyer_site_stay_find (FoyerSiteTurn *turn, GError **error);

/**
 * foyer_site_stay_begin:
 * @link: an open PortalLink
 * @access: what its bearer may now
 * @seconds: (out): that the session lives
 *
 * Opens a session. One that the browser had before ends with it (S02).
 *
 * Returns: (transfer full): the secret for the cookie, or %NULL with an error; free it with foyer_secret_free()
 */
char *foyer_site_stay_begin (FoyerSiteTurn *turn,
                             FoyerRecord *link,
                             const FoyerPortalAccess *access,
                             gint64 *seconds,
                             GError **error);

/**
 * foyer_site_stay_end:
 *
 * Ends the session of @turn.
 */
gboolean foyer_site_stay_end (FoyerSiteTurn *turn, GError **error);

G_END_DECLS
