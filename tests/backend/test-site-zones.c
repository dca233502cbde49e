/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-zones.c - a business's time zone is read once, and again when the table of zones is another */

#include "site/foyer-site-zones.h"

#define DENVER "America/Denver"

static void
test_held (void)
{
  g_autoptr (FoyerSiteZones) zones = foyer_site_zones_new ();
  g_autoptr (GTimeZone) first = NULL;
  g_autoptr (GTimeZone) second = NULL;

  foyer_site_zones_check (zones, "2026a");
  foyer_site_zones_keep (zones, DENVER);
  foyer_site_zones_keep (zones, DENVER);
  foyer_site_zones_keep (zones, "Europe/Berlin");
  g_assert_cmpuint (foyer_site_zones_count (zones), ==, 2);

  /* Nobody reads a file for what is held. */
  first = g_time_zone_new_identifier (DENVER);
  second = g_time_zone_new_identifier (DENVER);
  g_assert_true (first == second);
}

static void
test_other_table (void)
{
  g_autoptr (FoyerSiteZones) zones = foyer_site_zones_new ();

  foyer_site_zones_check (zones, "2026a");
  foyer_site_zones_keep (zones, DENVER);
  foyer_site_zones_check (zones, "2026a");
  g_assert_cmpuint (foyer_site_zones_count (zones), ==, 1);
  foyer_site_zones_check (zones, "2026b");
  g_assert_cmpuint (foyer_site_zones_count (zones), ==, 0);
}

static void
test_no_zone (void)
{
  g_autoptr (FoyerSiteZones) zones = foyer_site_zones_new ();

  foyer_site_zones_keep (zones, NULL);
  foyer_site_zones_keep (zones, "../etc/passwd");
  foyer_site_zones_keep (zones, "Nowhere/Atall");
  g_assert_cmpuint (foyer_site_zones_count (zones), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/site-zones/held", test_held);
  g_test_add_func ("/backend/site-zones/other-table", test_other_table);
  g_test_add_func ("/backend/site-zones/no-zone", test_no_zone);
  return g_test_run ();
}
