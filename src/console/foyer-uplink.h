/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"
#include "foyer-keyring.h"
#include "foyer-sync-engine.h"

G_BEGIN_DECLS

#define FOYER_TYPE_UPLINK (foyer_uplink_get_type ())
G_DECLARE_FINAL_TYPE (FoyerUplink, foyer_uplink, FOYER, UPLINK, GObject)

/**
 * FoyerUplink:
 *
 * How one account gets to its server: its secrets from the keyring, the transport that uses and renews them, and the engine over it.
 *
 * Properties, read-only: `engine` (#FoyerSyncEngine or %NULL), `needs-sign-in` (whether there are no secrets to go online with),
 * `message` (one sentence about the keyring, or %NULL).
 */

/**
 * foyer_uplink_new:
 * @account: copied
 */
FoyerUplink *foyer_uplink_new (FoyerStore *store, const FoyerAccount *account);

/**
 * foyer_uplink_start:
 * @credential: (nullable): fresh from signing in, to be kept in the keyring; %NULL to look there
 */
void foyer_uplink_start (FoyerUplink *self, const FoyerCredential *credential);

/**
 * foyer_uplink_keep_again:
 *
 * Tries once more to keep the secrets in the keyring.
 */
void foyer_uplink_keep_again (FoyerUplink *self);

/**
 * foyer_uplink_stop:
 *
 * To be called before the last reference is dropped.
 */
void foyer_uplink_stop (FoyerUplink *self);

FoyerSyncEngine *foyer_uplink_get_engine (FoyerUplink *self);
gboolean foyer_uplink_get_needs_sign_in (FoyerUplink *self);
const char *foyer_uplink_get_message (FoyerUplink *self);

/**
 * FoyerUplink::not-kept:
 * @error: (type GError): why the keyring does not hold the secrets of a fresh sign-in
 */

/**
 * FoyerUplink::not-loaded:
 * @error: (type GError): %FOYER_KEYRING_ERROR_LOCKED or %FOYER_KEYRING_ERROR_MISSING: why the sign-in of last time is out of reach
 */

G_END_DECLS
