/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"
#include "foyer-keyring.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SOUP_TRANSPORT (foyer_soup_transport_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSoupTransport, foyer_soup_transport, FOYER, SOUP_TRANSPORT, GObject)

/**
 * foyer_soup_transport_new:
 * @account: (nullable): whose server the credential belongs to; it is sent nowhere else
 * @credential: (nullable): %NULL for requests without one
 *
 * HTTP by libsoup. Renews the access token when it has expired and tells so by #FoyerSoupTransport::renewed.
 *
 * Returns: (transfer full): a transport
 */
FoyerSoupTransport *foyer_soup_transport_new (const FoyerAccount *account, const FoyerCredential *credential);

/**
 * FoyerSoupTransport::renewed:
 * @credential: the new secrets, to be kept; the old ones are dead
 */

G_END_DECLS
