/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-office-time.c - times as the organisation tells them */

#include "foyer-assert-text.h"
#include "foyer-office-time.h"

/* 2025-05-02 14:00 UTC is 9 in the morning in Chicago. */
#define NOW G_GINT64_CONSTANT (1746194400)
#define HOUR 3600
#define DAY (24 * HOUR)

static void
test_zone_of_the_organisation (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");

  foyer_assert_text (foyer_office_time_clock_text (time, NOW), "9 AM");
  foyer_assert_text (foyer_office_time_window_text (time, NOW, NOW + 2 * HOUR), "9–11 AM");
  foyer_assert_text (foyer_office_time_slot_text (time, NOW, NOW + 2 * HOUR), "Fri, May 2, 9–11 AM");
  g_assert_cmpint (foyer_office_time_get_minute (time, NOW), ==, 9 * 60);
}

static void
test_unknown_zone_says_utc (void)
{
  g_autoptr (FoyerOfficeTime) none = foyer_office_time_new (NULL, NULL);
  g_autoptr (FoyerOfficeTime) unknown = foyer_office_time_new ("America/Hillside", "en-GB");

  foyer_assert_text (foyer_office_time_clock_text (none, NOW), "2 PM UTC");
  foyer_assert_text (foyer_office_time_clock_text (unknown, NOW), "14:00 UTC");
}

static void
test_days_near_are_named (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");

  foyer_assert_text (foyer_office_time_day_heading (time, NOW - DAY, NOW), "Yesterday · Thu, May 1");
  foyer_assert_text (foyer_office_time_day_heading (time, NOW, NOW), "Today · Fri, May 2");
  foyer_assert_text (foyer_office_time_day_heading (time, NOW + DAY, NOW), "Tomorrow · Sat, May 3");
  foyer_assert_text (foyer_office_time_day_heading (time, NOW + 4 * DAY, NOW), "Tue, May 6");
}

static void
test_day_ends_at_midnight_there (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");

  g_assert_true (foyer_office_time_is_same_day (time, NOW, NOW + 14 * HOUR));
  g_assert_false (foyer_office_time_is_same_day (time, NOW, NOW + 15 * HOUR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-time/zone-of-the-organisation", test_zone_of_the_organisation);
  g_test_add_func ("/office-time/unknown-zone-says-utc", test_unknown_zone_says_utc);
  g_test_add_func ("/office-time/days-near-are-named", test_days_near_are_named);
  g_test_add_func ("/office-time/day-ends-at-midnight-there", test_day_ends_at_midnight_there);
  return g_test_run ();
}
