/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "oauth/foyer-oauth.h"

G_BEGIN_DECLS

/* How a one-time code that `foyer-server code` printed is changed for tokens. */
#define FOYER_OAUTH_GRANT_CODE "urn:foyer:grant:code"

/**
 * foyer_oauth_token:
 *
 * Answers the token endpoint (RFC 6749 §3.2): changes a code or a refresh token for tokens.
 */
FoyerHttpResponse *foyer_oauth_token (FoyerOauthContext *context, const FoyerHttpRequest *request);

/**
 * foyer_oauth_revoke:
 *
 * Answers the revocation endpoint (RFC 7009): signs the device out. A token that nobody knows is revoked already.
 */
FoyerHttpResponse *foyer_oauth_revoke (FoyerOauthContext *context, const FoyerHttpRequest *request);

G_END_DECLS
