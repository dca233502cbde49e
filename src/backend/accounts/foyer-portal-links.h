/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/*
 * The secrets of direct links. What a link may and until when it lives stands in its PortalLink record; here is only by which secret
 * it is known.
 */

/**
 * foyer_portal_links_issue:
 * @link_id: the PortalLink record
 *
 * Makes the link's secret. The one before stops working.
 *
 * Returns: (transfer full): the secret, to be shown once, or %NULL with an error
 */
char *foyer_portal_links_issue (FoyerDatabase *database,
                                FoyerRandom *random,
                                gint64 organisation,
                                const char *link_id,
                                GError **error);

/**
 * foyer_portal_links_find:
 * @secret: from outside
 *
 * Returns: (transfer full): the id of the link of @organisation that @secret opens, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
char *
foyer_portal_links_find (FoyerDatabase *database, gint64 organisation, const char *secret, GError **error);

/**
 * foyer_portal_links_find_by_hash:
 * @hash: foyer_secret_hash() of a secret
 *
 * The same for a secret that was written down as its hash.
 */
char *
foyer_portal_links_find_by_hash (FoyerDatabase *database, gint64 organisation, GBytes *hash, GError **error);

/**
 * foyer_portal_links_forget:
 *
 * Takes a link its secret, if it has one.
 */
gboolean
foyer_portal_links_forget (FoyerDatabase *database, gint64 organisation, const char *link_id, GError **error);

G_END_DECLS
