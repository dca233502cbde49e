/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "http/foyer-rate-table.h"
#include "site/foyer-site-limits.h"
#include "site/foyer-site-memory.h"
#include "site/foyer-site-zones.h"
#include "foyer-blob-files.h"

G_BEGIN_DECLS

/**
 * FoyerSiteContext:
 * @database: the lane's connection, with an open transaction
 * @files: where blobs are
 * @portal_url: the address of this organisation's portal
 * @remotes: of requests that write: how often a network may try to sign in
 * @addresses: of requests that write: how often a password may be tried for an address
 * @limits: how much of everything else
 * @zones: where the time zones of businesses are held
 * @memory: (nullable): of requests that only read: what was made for looks before
 * @made: (element-type utf8): of requests that write: gets the blobs whose files are on the disk now
 * @changed: (out) (nullable) (element-type utf8 utf8): for foyer_site_handle() to set: what a write changed
 *
 * What the portal site needs to answer a request.
 */
typedef struct {
  FoyerDatabase *database;
  FoyerBlobFiles *files;
  FoyerClock *clock;
  FoyerRandom *random;
  const char *slug;
  const char *portal_url;
  gint64 now;
  FoyerRateTable *remotes;
  FoyerRateTable *addresses;
  FoyerSiteLimits *limits;
  FoyerSiteZones *zones;
  FoyerSiteMemory *memory;
  GPtrArray *made;
  GHashTable *changed;
  char *account_id;
} FoyerSiteContext;

/**
 * foyer_site_handle:
 *
 * Answers a request to a portal host: pages, forms, static files. Runs inside the caller's transaction, which is committed if the
 * response's status is below 500.
 *
 * Returns: (transfer full): the response
 */
FoyerHttpResponse *foyer_site_handle (FoyerSiteContext *context,
                                      const FoyerCredentials *credentials,
                                      const FoyerHttpRequest *request);

/**
 * foyer_site_admits_upload:
 *
 * Returns: whether a form with files is worth looking at: it is sent from a page of this site, to where files may be sent, by somebody
 *   who may do so now. What it brings is judged later, as is its token.
 */
gboolean foyer_site_admits_upload (FoyerSiteContext *context,
                                   const FoyerCredentials *credentials,
                                   const FoyerHttpRequest *request);

/**
 * foyer_site_is_write:
 *
 * Returns: whether @request may write: POSTs, and GETs of direct links, which open a session, and of invites, quotes and conversations, whose opening is noted
 */
gboolean foyer_site_is_write (const FoyerHttpRequest *request);

G_END_DECLS
