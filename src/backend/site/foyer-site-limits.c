/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-limits.c - how much of what may be asked of the portals in how long a time */

#include "site/foyer-site-limits.h"

#include "http/foyer-rate-table.h"

#define MINUTE 60
#define HOUR 3600

/* So many in so many seconds; whoever has waited that long may do as many at once. */
static const struct {
  guint most;
  guint seconds;
} limits[FOYER_N_SITE_LIMITS] = {
  [FOYER_LIMIT_FORMS] = { 240, HOUR },   [FOYER_LIMIT_BOOKINGS] = { 10, HOUR },
  [FOYER_LIMIT_REQUESTS] = { 10, HOUR }, [FOYER_LIMIT_MESSAGES] = { 60, HOUR },
  [FOYER_LIMIT_UPLOADS] = { 60, HOUR },  [FOYER_LIMIT_SECRETS] = { 30, 10 * MINUTE },
  [FOYER_LIMIT_DOORS] = { 500, HOUR },   [FOYER_LIMIT_NOTES] = { 1, 10 * MINUTE },
  [FOYER_LIMIT_CODES] = { 10, HOUR },
};

struct _FoyerSiteLimits {
  GMutex mutex;
  FoyerRateTable *tables[FOYER_N_SITE_LIMITS]; /* (owned) */
};

FoyerSiteLimits *
foyer_site_limits_new (FoyerClock *clock)
{
  FoyerSiteLimits *self = g_new0 (FoyerSiteLimits, 1);

  g_mutex_init (&self->mutex);
  for (guint i = 0; i < FOYER_N_SITE_LIMITS; i++)
    self->tables[i] = foyer_rate_table_new (clock, limits[i].most,
                                            (gint64) limits[i].seconds * G_USEC_PER_SEC / limits[i].most);
  return self;
}

void
foyer_site_limits_free (FoyerSiteLimits *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FOYER_N_SITE_LIMITS; i++)
    foyer_rate_table_free (self->tables[i]);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

gboolean
foyer_site_limits_take (FoyerSiteLimits *self, FoyerSiteLimit limit, const char *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return limit == FOYER_LIMIT_SECRETS ? foyer_rate_table_take_network (self->tables[limit], key)
                                      : foyer_rate_table_take (self->tables[limit], key);
}

gboolean
foyer_site_limits_has (FoyerSiteLimits *self, FoyerSiteLimit limit, const char *key)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return limit == FOYER_LIMIT_SECRETS ? foyer_rate_table_has_network (self->tables[limit], key)
                                      : foyer_rate_table_has (self->tables[limit], key);
}

guint
foyer_site_limits_wait (FoyerSiteLimit limit)
{
  return MAX (limits[limit].seconds / limits[limit].most, MINUTE);
}
