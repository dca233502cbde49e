/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* Seconds that a code lives: one that a person carries from one window to another, and one that the browser carries. */
#define FOYER_SIGN_IN_CODE_SECONDS 600
#define FOYER_AUTHORIZATION_CODE_SECONDS 60

/**
 * FoyerSignInChallenge:
 * @challenge: PKCE's `code_challenge`, method S256: the base64url SHA-256 of a verifier that only the console knows
 * @redirect_uri: where the browser takes the code
 *
 * What ties an authorization code to the console that asked for it (RFC 7636).
 */
typedef struct {
  const char *challenge;
  const char *redirect_uri;
} FoyerSignInChallenge;

/**
 * FoyerSignInGrant:
 *
 * Who may sign in by a code.
 */
typedef struct {
  gint64 organisation;
  char *staff_id;
} FoyerSignInGrant;

void foyer_sign_in_grant_free (FoyerSignInGrant *self);

/**
 * foyer_sign_in_codes_make:
 * @challenge: (nullable): of an authorization code; %NULL for a one-time code that whoever runs the server hands over
 * @now: seconds since 1970
 *
 * Returns: (transfer full): a code that works once, or %NULL with an error
 */
char *foyer_sign_in_codes_make (FoyerDatabase *database,
                                FoyerRandom *random,
                                gint64 organisation,
                                const char *staff_id,
                                const FoyerSignInChallenge *challenge,
                                gint64 now,
                                GError **error);

/**
 * foyer_sign_in_codes_use:
 * @code: from outside
 *
 * Spends a one-time code.
 *
 * Returns: (transfer full): whose it is, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerSignInGrant *
foyer_sign_in_codes_use (FoyerDatabase *database, const char *code, gint64 now, GError **error);

/**
 * foyer_sign_in_codes_use_authorization:
 * @code: from outside
 * @verifier: (nullable): PKCE's `code_verifier`
 * @redirect_uri: (nullable): must be the one that the code was sent to
 *
 * Spends an authorization code. One that comes with a wrong verifier is spent too.
 *
 * Returns: (transfer full): whose it is, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerSignInGrant *foyer_sign_in_codes_use_authorization (FoyerDatabase *database,
                                                         const char *code,
                                                         const char *verifier,
                                                         const char *redirect_uri,
                                                         gint64 now,
                                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignInGrant, foyer_sign_in_grant_free)

G_END_DECLS
