/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-zones.c - time zones are read once, not three times a page */

#include "site/foyer-site-zones.h"

#include "foyer-zone.h"

struct _FoyerSiteZones {
  GMutex lock;
  char *version;     /* (owned) (nullable): of the table that they come from */
  GHashTable *zones; /* (owned) (element-type utf8 FoyerZone) */
};

FoyerSiteZones *
foyer_site_zones_new (void)
{
  FoyerSiteZones *self = g_new0 (FoyerSiteZones, 1);

  g_mutex_init (&self->lock);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foyer_zone_unref);
  return self;
}

void
foyer_site_zones_free (FoyerSiteZones *self)
{
  g_hash_table_unref (self->zones);
  g_free (self->version);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
foyer_site_zones_check (FoyerSiteZones *self, const char *version)
{
  g_mutex_lock (&self->lock);
  if (g_strcmp0 (self->version, version) != 0) {
    g_hash_table_remove_all (self->zones);
    g_free (self->version);
    self->version = g_strdup (version);
  }
  g_mutex_unlock (&self->lock);
}

void
foyer_site_zones_keep (FoyerSiteZones *self, const char *name)
{
  g_mutex_lock (&self->lock);
  if (name != NULL && !g_hash_table_contains (self->zones, name)) {
    FoyerZone *zone = foyer_zone_new (name, NULL);

    if (zone != NULL)
      g_hash_table_insert (self->zones, g_strdup (name), zone);
  }
  g_mutex_unlock (&self->lock);
}

guint
foyer_site_zones_count (FoyerSiteZones *self)
{
  guint count;

  g_mutex_lock (&self->lock);
  count = g_hash_table_size (self->zones);
  g_mutex_unlock (&self->lock);
  return count;
}
