/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSiteZones:
 *
 * The time zones of the businesses whose pages were asked for. While somebody holds a zone GLib hands out the same one to all who name it,
 * and reads no file for it. Of any thread.
 */
typedef struct _FoyerSiteZones FoyerSiteZones;

FoyerSiteZones *foyer_site_zones_new (void);
void foyer_site_zones_free (FoyerSiteZones *self);

/**
 * foyer_site_zones_check:
 * @version: of the zone table by now (foyer_zone_table_version())
 *
 * Lets all zones go that came from another table.
 */
void foyer_site_zones_check (FoyerSiteZones *self, const char *version);

/**
 * foyer_site_zones_keep:
 * @name: (nullable): of a zone; what is none is not kept
 */
void foyer_site_zones_keep (FoyerSiteZones *self, const char *name);

/**
 * foyer_site_zones_count:
 *
 * Returns: how many are held
 */
guint foyer_site_zones_count (FoyerSiteZones *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSiteZones, foyer_site_zones_free)

G_END_DECLS
