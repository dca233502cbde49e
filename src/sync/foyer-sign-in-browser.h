/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sign-in.h"

G_BEGIN_DECLS

/**
 * FoyerBrowserGrant:
 * @code: what the sign-in page gave the browser to carry
 * @verifier: PKCE's `code_verifier`, which nobody but this program knows
 * @redirect_uri: where the browser came back to
 *
 * What a token endpoint gives tokens for (RFC 7636).
 */
typedef struct {
  char *code;
  char *verifier;
  char *redirect_uri;
} FoyerBrowserGrant;

void foyer_browser_grant_free (FoyerBrowserGrant *self);

/**
 * foyer_sign_in_browser_async:
 * @authorize_url: the server's authorization endpoint
 * @client: the console's public name
 *
 * Sends the person's browser to the sign-in page and waits until it comes back.
 */
void foyer_sign_in_browser_async (const char *authorize_url,
                                  const char *client,
                                  FoyerRandom *random,
                                  FoyerOpenUriFunc open_uri,
                                  gpointer open_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_sign_in_browser_finish:
 *
 * Returns: (transfer full): what the browser brought, or %NULL with a #FoyerSignInError
 */
FoyerBrowserGrant *foyer_sign_in_browser_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBrowserGrant, foyer_browser_grant_free)

G_END_DECLS
