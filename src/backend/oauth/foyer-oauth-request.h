/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one client there is: the console, a public client (RFC 6749 §2.1). */
#define FOYER_OAUTH_CLIENT FOYER_APPLICATION_ID

/**
 * FoyerOauthRequest:
 * @redirect_uri: (nullable): where the browser is sent back to, %NULL if it must not be sent anywhere
 * @state: (nullable): given back unchanged
 * @challenge: (nullable): PKCE's, method S256
 * @problem: (nullable): an error code of RFC 6749 §4.1.2.1, or %NULL if the request is good
 *
 * What a console asks the authorization endpoint.
 */
typedef struct {
  char *redirect_uri;
  char *state;
  char *challenge;
  const char *problem;
} FoyerOauthRequest;

/**
 * foyer_oauth_request_read:
 * @fields: (element-type utf8 utf8): from outside
 *
 * Returns: (transfer full): the request as it can be understood
 */
FoyerOauthRequest *foyer_oauth_request_read (GHashTable *fields);
void foyer_oauth_request_free (FoyerOauthRequest *self);

/**
 * foyer_oauth_request_is_loopback:
 *
 * Returns: whether @uri is one to which native apps may be sent back (RFC 8252 §7.3): http, a literal loopback address, a port and a path
 */
gboolean foyer_oauth_request_is_loopback (const char *uri);

/**
 * foyer_oauth_request_get_origin:
 *
 * Returns: (transfer full): scheme, host and port of the redirect URI
 */
char *foyer_oauth_request_get_origin (const FoyerOauthRequest *self);

/**
 * foyer_oauth_request_write_answer:
 * @name: `code` or `error`
 *
 * Returns: (transfer full): the address that takes the answer to the console
 */
char *foyer_oauth_request_write_answer (const FoyerOauthRequest *self, const char *name, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerOauthRequest, foyer_oauth_request_free)

G_END_DECLS
