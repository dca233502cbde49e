/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

G_BEGIN_DECLS

/**
 * FoyerSiteLimit:
 * @FOYER_LIMIT_FORMS: forms of one client, of whatever kind: 240 an hour
 * @FOYER_LIMIT_BOOKINGS: bookings of one client: 10 an hour
 * @FOYER_LIMIT_REQUESTS: what one client asks for besides: 10 an hour
 * @FOYER_LIMIT_MESSAGES: messages of one client: 60 an hour
 * @FOYER_LIMIT_UPLOADS: forms of one client that bring files: 60 an hour
 * @FOYER_LIMIT_SECRETS: links that do not work, from one network: 30 in ten minutes
 * @FOYER_LIMIT_DOORS: forms at the doors of one organisation: 500 an hour
 * @FOYER_LIMIT_NOTES: notes for staff that somebody tried too often, of one network or address: one in ten minutes
 * @FOYER_LIMIT_CODES: codes that one client is mailed for signing: 10 an hour
 *
 * What there may be only so much of (000-68, reliability.md §2.2).
 */
typedef enum {
  FOYER_LIMIT_FORMS,
  FOYER_LIMIT_BOOKINGS,
  FOYER_LIMIT_REQUESTS,
  FOYER_LIMIT_MESSAGES,
  FOYER_LIMIT_UPLOADS,
  FOYER_LIMIT_SECRETS,
  FOYER_LIMIT_DOORS,
  FOYER_LIMIT_NOTES,
  FOYER_LIMIT_CODES,
} FoyerSiteLimit;

#define FOYER_N_SITE_LIMITS 9

/**
 * FoyerSiteLimits:
 *
 * How much of what has been asked of the portals lately. Of any thread; forgotten when the server ends.
 */
typedef struct _FoyerSiteLimits FoyerSiteLimits;

/**
 * foyer_site_limits_new:
 *
 * Returns: (transfer full): limits that nobody has come near to
 */
FoyerSiteLimits *foyer_site_limits_new (FoyerClock *clock);
void foyer_site_limits_free (FoyerSiteLimits *self);

/**
 * foyer_site_limits_take:
 * @key: (nullable): whose limit it is: the address of a peer, the id of a client or an organisation; %NULL is never limited
 *
 * Returns: whether there may be one more now
 */
gboolean foyer_site_limits_take (FoyerSiteLimits *self, FoyerSiteLimit limit, const char *key);

/**
 * foyer_site_limits_has:
 * @key: (nullable): as in foyer_site_limits_take()
 *
 * Returns: whether foyer_site_limits_take() would say yes; nothing is taken
 */
gboolean foyer_site_limits_has (FoyerSiteLimits *self, FoyerSiteLimit limit, const char *key);

/**
 * foyer_site_limits_wait:
 *
 * Returns: seconds after which some of @limit may come again, for the header `Retry-After`
 */
guint foyer_site_limits_wait (FoyerSiteLimit limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSiteLimits, foyer_site_limits_free)

G_END_DECLS
