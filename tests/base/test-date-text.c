/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-date-text.c - dates, windows, ages and durations in words */

#include "foyer-date-text.h"

#define NBSP "\u00a0"

/* Takes the text and compares it. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static FoyerZone *
angeles (void)
{
  return foyer_zone_new ("America/Los_Angeles", NULL);
}

static void
test_dates (void)
{
  FoyerDate date = { 2025, 11, 25 };
  FoyerDate today = { 2026, 1, 2 };

  assert_text (foyer_date_text (&date, FOYER_DATE_MONTH, "en-US"), "Nov");
  assert_text (foyer_date_text (&date, FOYER_DATE_SHORT, "en-US"), "Nov" NBSP "25");
  assert_text (foyer_date_text (&date, FOYER_DATE_YEAR, "en-US"), "Nov" NBSP "25, 2025");
  assert_text (foyer_date_text (&date, FOYER_DATE_WEEKDAY, "en-US"), "Tue, Nov" NBSP "25");
  assert_text (foyer_date_text (&date, FOYER_DATE_LONG, "en-US"), "Tuesday, November" NBSP "25");
  assert_text (foyer_date_text (&date, FOYER_DATE_WEEKDAY, "en-GB"), "Tue 25" NBSP "Nov");
  assert_text (foyer_date_text (&date, FOYER_DATE_LONG, "en-GB"), "Tuesday 25" NBSP "November");
  assert_text (foyer_date_text (&date, FOYER_DATE_WEEKDAY, "de"), "Di., 25." NBSP "Nov.");
  assert_text (foyer_date_text (&date, FOYER_DATE_LONG, "de-AT"), "Dienstag, 25." NBSP "November");
  assert_text (foyer_date_text_near (&date, &date, "en-US"), "Nov" NBSP "25");
  assert_text (foyer_date_text_near (&date, &today, "en-US"), "Nov" NBSP "25, 2025");
}

static void
test_windows (void)
{
  assert_text (foyer_window_text (540, 660, FOYER_WINDOW_COMPACT, "en-US"), "9–11" NBSP "AM");
  assert_text (foyer_window_text (660, 780, FOYER_WINDOW_COMPACT, "en-US"), "11" NBSP "AM–1" NBSP "PM");
  assert_text (foyer_window_text (780, 900, FOYER_WINDOW_COMPACT, "en-US"), "1–3" NBSP "PM");
  assert_text (foyer_window_text (570, 720, FOYER_WINDOW_COMPACT, "en-US"), "9:30" NBSP "AM–12" NBSP "PM");
  assert_text (foyer_window_text (540, 660, FOYER_WINDOW_BETWEEN, "en-US"), "between 9 and 11" NBSP "AM");
  assert_text (foyer_window_text (660, 780, FOYER_WINDOW_BETWEEN, "en-US"),
               "between 11" NBSP "AM and 1" NBSP "PM");
  assert_text (foyer_window_text (540, 660, FOYER_WINDOW_COMPACT, "en-GB"), "9:00–11:00");
  assert_text (foyer_window_text (540, 660, FOYER_WINDOW_COMPACT, "de"), "9:00–11:00");
  assert_text (foyer_window_text (540, 660, FOYER_WINDOW_BETWEEN, "de"),
               "zwischen 9:00 und 11:00" NBSP "Uhr");
}

static void
test_window_edges (void)
{
  assert_text (foyer_window_text (540, 540, FOYER_WINDOW_BETWEEN, "en-US"), "9" NBSP "AM");
  assert_text (foyer_window_text (0, 120, FOYER_WINDOW_COMPACT, "en-US"), "12–2" NBSP "AM");
  assert_text (foyer_window_text (1320, 1440, FOYER_WINDOW_COMPACT, "en-US"), "10" NBSP "PM–12" NBSP "AM");
  assert_text (foyer_window_text (1320, 1440, FOYER_WINDOW_COMPACT, "de"), "22:00–24:00");
  assert_text (foyer_window_text (1320, 1560, FOYER_WINDOW_COMPACT, "en-US"), "10" NBSP "PM–2" NBSP "AM");
  assert_text (foyer_window_text (540, 1980, FOYER_WINDOW_COMPACT, "en-US"), "9" NBSP "AM–9" NBSP "AM");
}

static void
test_arrivals (void)
{
  g_autoptr (FoyerZone) zone = angeles ();
  gint64 start = 1795712400; /* 2026-11-26T17:00:00Z */

  assert_text (foyer_arrival_text (start, start + 7200, zone, FOYER_WINDOW_COMPACT, "en-US"),
               "Thu, Nov" NBSP "26, 9–11" NBSP "AM");
  assert_text (foyer_arrival_text (start, start + 7200, zone, FOYER_WINDOW_BETWEEN, "en-US"),
               "Thu, Nov" NBSP "26, between 9 and 11" NBSP "AM");
  assert_text (foyer_arrival_text (start + 7200, start + 14400, zone, FOYER_WINDOW_COMPACT, "de"),
               "Do., 26." NBSP "Nov., 11:00–13:00");
}

static void
test_moments (void)
{
  g_autoptr (FoyerZone) zone = angeles ();
  gint64 now = 1795294440; /* Sat 2026-11-21 12:54 there */

  assert_text (foyer_moment_text (now - 9720, now, zone, "en-US"), "today, 10:12" NBSP "AM");
  assert_text (foyer_moment_text (now - 9720, now, zone, "de"), "heute, 10:12" NBSP "Uhr");
  assert_text (foyer_moment_text (now - 86400, now, zone, "en-US"), "yesterday, 12:54" NBSP "PM");
  assert_text (foyer_moment_text (now + 86400, now, zone, "en-GB"), "tomorrow, 12:54");
  assert_text (foyer_moment_text (now - 2 * 86400, now, zone, "en-US"),
               "Thu, Nov" NBSP "19, 12:54" NBSP "PM");
  assert_text (foyer_moment_text (now - 400 * 86400, now, zone, "en-US"),
               "Oct" NBSP "17, 2025, 1:54" NBSP "PM");
}

static void
test_ages (void)
{
  assert_text (foyer_age_text (-5, "en-US"), "now");
  assert_text (foyer_age_text (59, "de"), "jetzt");
  assert_text (foyer_age_text (2400, "en-US"), "40" NBSP "min");
  assert_text (foyer_age_text (7250, "en-US"), "2" NBSP "h");
  assert_text (foyer_age_text (86400, "en-US"), "1" NBSP "day");
  assert_text (foyer_age_text (86400 * 3 + 5, "en-US"), "3" NBSP "days");
  assert_text (foyer_age_text (7250, "de"), "2" NBSP "Std.");
  assert_text (foyer_age_text (86400 * 3, "de"), "3" NBSP "Tage");
  assert_text (foyer_age_text (G_MAXINT64, "de"), "2147483647" NBSP "Tage");
}

static void
test_durations (void)
{
  assert_text (foyer_duration_text (45, "en-US"), "45" NBSP "minutes");
  assert_text (foyer_duration_text (90, "en-US"), "90" NBSP "minutes");
  assert_text (foyer_duration_text (60, "en-US"), "1" NBSP "hour");
  assert_text (foyer_duration_text (120, "de"), "2" NBSP "Stunden");
  assert_text (foyer_duration_text (210, "en-US"), "3" NBSP "hours 30" NBSP "minutes");
}

static void
test_zones (void)
{
  g_autoptr (FoyerZone) pacific = angeles ();
  g_autoptr (FoyerZone) lima = foyer_zone_new ("America/Lima", NULL);
  g_autoptr (FoyerZone) utc = foyer_zone_new ("UTC", NULL);

  assert_text (foyer_zone_text (pacific, "en-US"), "Pacific Time");
  assert_text (foyer_zone_text (lima, "en-US"), "Lima time");
  assert_text (foyer_zone_text (lima, "de"), "Ortszeit Lima");
  assert_text (foyer_zone_text (utc, "en-US"), "UTC");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date-text/dates", test_dates);
  g_test_add_func ("/base/date-text/windows", test_windows);
  g_test_add_func ("/base/date-text/windows-at-noon-and-midnight", test_window_edges);
  g_test_add_func ("/base/date-text/arrivals", test_arrivals);
  g_test_add_func ("/base/date-text/moments", test_moments);
  g_test_add_func ("/base/date-text/ages", test_ages);
  g_test_add_func ("/base/date-text/durations", test_durations);
  g_test_add_func ("/base/date-text/zones", test_zones);

  return g_test_run ();
}
