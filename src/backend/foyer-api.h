/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "blobs/foyer-blobs.h"
#include "changes/foyer-transaction.h"
#include "foyer-http-message.h"

G_BEGIN_DECLS

/**
 * FoyerApiContext:
 * @transaction: on the lane's connection, within an open transaction
 * @blobs: as the caller sees them
 * @portal_url: of the organisation's portal
 * @api_url: scheme, host and port under which consoles reach the API
 */
typedef struct {
  FoyerTransaction *transaction;
  FoyerStaffIdentity *staff;
  const FoyerBlobs *blobs;
  const char *portal_url;
  const char *api_url;
} FoyerApiContext;

/**
 * foyer_api_is_path:
 *
 * Returns: whether @path belongs to the sync API
 */
gboolean foyer_api_is_path (const char *path);

/**
 * foyer_api_is_write:
 *
 * Returns: whether @request holds a call that writes. Looks for the words alone: a false alarm costs the other lane, no more.
 */
gboolean foyer_api_is_write (const FoyerHttpRequest *request);

/**
 * foyer_api_is_fetch:
 *
 * Returns: whether @request may hold a call of `Picture/fetch`. Looks for the words alone.
 */
gboolean foyer_api_is_fetch (const FoyerHttpRequest *request);

/**
 * foyer_api_find_fetch:
 *
 * Returns: (transfer full) (nullable): the address in the one call of `Picture/fetch` that @request holds
 */
char *foyer_api_find_fetch (const FoyerHttpRequest *request);

/**
 * foyer_api_handle:
 *
 * Answers a request of a console: the session, or a batch of calls (RFC 8620 §3).
 *
 * Returns: (transfer full): the response
 */
FoyerHttpResponse *foyer_api_handle (FoyerApiContext *context, const FoyerHttpRequest *request);

G_END_DECLS
