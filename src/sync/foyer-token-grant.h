/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-keyring.h"

G_BEGIN_DECLS

#define FOYER_TOKEN_GRANT_TYPE "application/x-www-form-urlencoded"

/* The console is a public client (RFC 6749 §2.1): the name is no secret. */
#define FOYER_TOKEN_GRANT_CLIENT FOYER_APPLICATION_ID

/* How a one-time code from `foyer-server code` is changed for tokens. */
#define FOYER_TOKEN_GRANT_CODE "urn:foyer:grant:code"

/**
 * foyer_token_grant_write:
 * @grant_type: such as `refresh_token`
 * @...: further names and values, %NULL-terminated
 *
 * Returns: (transfer full): the form that asks a token endpoint for tokens (RFC 6749 §4.1.3, §6)
 */
GBytes *foyer_token_grant_write (const char *grant_type, ...) G_GNUC_NULL_TERMINATED;

/**
 * foyer_token_grant_read:
 * @body: what the token endpoint answered with status 200
 * @refresh_token: (nullable): stays, if the answer brings no new one
 *
 * Returns: (transfer full): the tokens, or %NULL with a #FoyerJsonError that says what is wrong with the answer
 */
FoyerCredential *foyer_token_grant_read (GBytes *body, const char *refresh_token, GError **error);

/**
 * foyer_token_grant_read_problem:
 * @body: what the token endpoint answered with another status
 *
 * Returns: (transfer full) (nullable): the answer's `error`, such as `invalid_grant`, if it is one
 */
char *foyer_token_grant_read_problem (GBytes *body);

G_END_DECLS
