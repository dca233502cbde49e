/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"
#include "foyer-keyring.h"
#include "foyer-transport.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TOKEN_RENEWAL (foyer_token_renewal_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTokenRenewal, foyer_token_renewal, FOYER, TOKEN_RENEWAL, GObject)

/**
 * FoyerTokenRenewal:
 *
 * Holds the tokens of an account and changes them for new ones when the access token has expired. A refresh token works once, so those who
 * find at the same time that they need a new token share one question to the server.
 */

/**
 * foyer_token_renewal_new:
 * @session: to ask with
 * @account: copied
 * @credential: copied
 */
FoyerTokenRenewal *foyer_token_renewal_new (SoupSession *session,
                                            const FoyerAccount *account,
                                            const FoyerCredential *credential);

/**
 * foyer_token_renewal_get_access_token:
 *
 * Returns: (nullable): the token of the moment
 */
const char *foyer_token_renewal_get_access_token (FoyerTokenRenewal *self);

/**
 * foyer_token_renewal_renew_async:
 * @stale: (nullable): the token that the server did not take; if another one is held by now, there is nothing to ask
 */
void foyer_token_renewal_renew_async (FoyerTokenRenewal *self,
                                      const char *stale,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/**
 * foyer_token_renewal_renew_finish:
 * @answer: (out) (transfer full) (nullable): why there is none: status 401 if the server refuses for good, another if it has trouble
 *
 * Returns: whether there is another access token now; if not, either @answer or @error says why
 */
gboolean foyer_token_renewal_renew_finish (FoyerTokenRenewal *self,
                                           GAsyncResult *result,
                                           FoyerTransportReply **answer,
                                           GError **error);

/**
 * FoyerTokenRenewal::renewed:
 * @credential: (type gpointer): the new #FoyerCredential
 */

G_END_DECLS
