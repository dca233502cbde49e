/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-zone.c - clocks on the wall and UTC, with the hours that are lost and doubled */

#include "foyer-zone.h"

static FoyerZone *
zone_of (const char *name)
{
  g_autoptr (GError) error = NULL;
  FoyerZone *zone = foyer_zone_new (name, &error);

  g_assert_no_error (error);
  return zone;
}

static void
assert_to_utc (FoyerZone *zone, FoyerDate date, int hour, int minute, FoyerZoneFit fit, const char *expected)
{
  FoyerLocalTime local = { date, hour * 3600 + minute * 60 };
  FoyerZoneFit found;
  g_autofree char *text = foyer_utc_format (foyer_zone_to_utc (zone, &local, &found));

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint ((int) found, ==, (int) fit);
}

static void
test_names (void)
{
  static const char *const wrong[] = {
    "",
    "Pacific",
    "EST5EDT4,M3.2.0,M11.1.0",
    "+02:00",
    "Z",
    "/etc/passwd",
    "../etc/passwd",
    "Europe/../Berlin",
    "Europe//Berlin",
    "Europe/Berlin/",
    "europe/berlin",
    "Europe/Ber lin",
    "America/New_York\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (foyer_zone_new (wrong[i], &error));
    g_assert_error (error, FOYER_ZONE_ERROR, FOYER_ZONE_ERROR_NAME);
  }
}

static void
test_unknown_is_never_utc (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (foyer_zone_new ("America/Hillside", &error));
  g_assert_error (error, FOYER_ZONE_ERROR, FOYER_ZONE_ERROR_UNKNOWN);
}

static void
test_ordinary_days (void)
{
  g_autoptr (FoyerZone) angeles = zone_of ("America/Los_Angeles");
  g_autoptr (FoyerZone) kolkata = zone_of ("Asia/Kolkata");
  g_autoptr (FoyerZone) utc = zone_of ("UTC");
  FoyerLocalTime local = foyer_zone_to_local (angeles, 1795294440);

  g_assert_cmpstr (foyer_zone_get_name (angeles), ==, "America/Los_Angeles");
  g_assert_cmpint (local.date.day, ==, 21);
  g_assert_cmpint (local.second, ==, 12 * 3600 + 54 * 60);
  g_assert_cmpint (foyer_zone_offset (kolkata, 0), ==, 19800);

  assert_to_utc (angeles, (FoyerDate){ 2026, 11, 25 }, 9, 0, FOYER_ZONE_UNIQUE, "2026-11-25T17:00:00Z");
  assert_to_utc (angeles, (FoyerDate){ 2026, 7, 1 }, 9, 0, FOYER_ZONE_UNIQUE, "2026-07-01T16:00:00Z");
  assert_to_utc (utc, (FoyerDate){ 2026, 7, 1 }, 9, 0, FOYER_ZONE_UNIQUE, "2026-07-01T09:00:00Z");
}

static void
test_gap (void)
{
  g_autoptr (FoyerZone) angeles = zone_of ("America/Los_Angeles");
  g_autoptr (FoyerZone) lord_howe = zone_of ("Australia/Lord_Howe");
  FoyerDate day = { 2026, 3, 8 };

  assert_to_utc (angeles, day, 1, 59, FOYER_ZONE_UNIQUE, "2026-03-08T09:59:00Z");
  assert_to_utc (angeles, day, 2, 0, FOYER_ZONE_GAP, "2026-03-08T10:00:00Z");
  assert_to_utc (angeles, day, 2, 30, FOYER_ZONE_GAP, "2026-03-08T10:30:00Z");
  assert_to_utc (angeles, day, 3, 0, FOYER_ZONE_UNIQUE, "2026-03-08T10:00:00Z");
  /* Half an hour is lost here, from 2:00 to 2:30. */
  assert_to_utc (lord_howe, (FoyerDate){ 2026, 10, 4 }, 2, 15, FOYER_ZONE_GAP, "2026-10-03T15:45:00Z");
  assert_to_utc (lord_howe, (FoyerDate){ 2026, 10, 4 }, 2, 30, FOYER_ZONE_UNIQUE, "2026-10-03T15:30:00Z");
}

static void
test_overlap (void)
{
  g_autoptr (FoyerZone) berlin = zone_of ("Europe/Berlin");
  FoyerDate day = { 2026, 10, 25 };

  assert_to_utc (berlin, day, 1, 59, FOYER_ZONE_UNIQUE, "2026-10-24T23:59:00Z");
  assert_to_utc (berlin, day, 2, 0, FOYER_ZONE_OVERLAP, "2026-10-25T00:00:00Z");
  assert_to_utc (berlin, day, 2, 59, FOYER_ZONE_OVERLAP, "2026-10-25T00:59:00Z");
  assert_to_utc (berlin, day, 3, 0, FOYER_ZONE_UNIQUE, "2026-10-25T02:00:00Z");
}

static void
test_every_quarter_hour_comes_back (void)
{
  static const char *const names[]
      = { "America/Los_Angeles", "Europe/London", "Pacific/Apia", "Asia/Kathmandu", "America/St_Johns" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (FoyerZone) zone = zone_of (names[i]);

    for (gint64 at = 1293840000; at < 1293840000 + G_GINT64_CONSTANT (86400) * 366; at += 900) {
      FoyerLocalTime local = foyer_zone_to_local (zone, at);
      FoyerZoneFit fit;
      gint64 back = foyer_zone_to_utc (zone, &local, &fit);

      g_assert_cmpint ((int) fit, !=, (int) FOYER_ZONE_GAP);
      if (fit == FOYER_ZONE_UNIQUE)
        g_assert_cmpint (back, ==, at);
      else
        g_assert_cmpint (back, <=, at);
    }
  }
}

static void
test_table_version (void)
{
  g_autofree char *version = foyer_zone_table_version ();

  g_assert_true (g_str_equal (version, "unknown")
                 || g_regex_match_simple ("^20[0-9]{2}[a-z]", version, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/zone/only-names-of-the-table", test_names);
  g_test_add_func ("/base/zone/unknown-is-an-error-and-never-utc", test_unknown_is_never_utc);
  g_test_add_func ("/base/zone/ordinary-days", test_ordinary_days);
  g_test_add_func ("/base/zone/gap", test_gap);
  g_test_add_func ("/base/zone/overlap", test_overlap);
  g_test_add_func ("/base/zone/every-quarter-hour-comes-back", test_every_quarter_hour_comes_back);
  g_test_add_func ("/base/zone/table-version", test_table_version);

  return g_test_run ();
}
