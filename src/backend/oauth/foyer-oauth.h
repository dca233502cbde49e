/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-database.h"
#include "foyer-http-message.h"
#include "foyer-random.h"

G_BEGIN_DECLS

/**
 * FoyerOauthContext:
 * @database: the writing connection, within an open transaction
 * @api_url: scheme, host and port of the bare host
 * @now: seconds since 1970
 * @changed: (out) (nullable) (element-type utf8 utf8): for foyer_oauth_handle() to set: what it changed
 * @account_id: (out) (nullable): whose records those are
 *
 * What answering a sign-in request needs.
 */
typedef struct {
  FoyerDatabase *database;
  FoyerClock *clock;
  FoyerRandom *random;
  const char *api_url;
  gint64 now;
  GHashTable *changed;
  char *account_id;
} FoyerOauthContext;

/**
 * foyer_oauth_is_path:
 *
 * Returns: whether @path belongs to staff sign-in
 */
gboolean foyer_oauth_is_path (const char *path);

/**
 * foyer_oauth_handle:
 *
 * Answers a request of staff sign-in: OAuth 2.0 for native apps (RFC 8252) with PKCE. The caller commits if the status is below 500.
 *
 * Returns: (transfer full): the response
 */
FoyerHttpResponse *foyer_oauth_handle (FoyerOauthContext *context, const FoyerHttpRequest *request);

G_END_DECLS
