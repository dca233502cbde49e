/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-date.c - days, weekdays and the strict texts of dates and moments */

#include "foyer-date.h"

static FoyerDate
date_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  FoyerDate date = { 0 };

  foyer_date_parse (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
test_parse (void)
{
  FoyerDate date = date_of ("2024-02-29");
  g_autofree char *text = foyer_date_format (&date);

  g_assert_cmpint (date.year, ==, 2024);
  g_assert_cmpint (date.month, ==, 2);
  g_assert_cmpint (date.day, ==, 29);
  g_assert_cmpstr (text, ==, "2024-02-29");
}

static void
test_parse_refuses (void)
{
  static const char *const malformed[] = {
    "",
    "2026",
    "2026-11",
    "2026-11-1",
    "2026-11-211",
    "26-11-21",
    " 2026-11-21",
    "2026-11-21 ",
    "2026/11/21",
    "+026-11-21",
    "2026-11-21T00:00:00Z",
    "２０２６-11-21",
  };
  static const char *const missing[]
      = { "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01", "1900-02-29" };
  FoyerDate date = { 1, 2, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (foyer_date_parse (malformed[i], &date, &error));
    g_assert_error (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_SYNTAX);
  }
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (foyer_date_parse (missing[i], &date, &error));
    g_assert_error (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_RANGE);
  }
  g_assert_cmpint (date.year, ==, 1);
}

static void
test_every_day (void)
{
  FoyerDate date = { 1, 1, 1 };
  FoyerWeekday weekday = FOYER_MONDAY; /* of 0001-01-01 in the calendar carried back */

  for (int days = foyer_date_to_days (&date);; days++) {
    FoyerDate found = foyer_date_from_days (days);

    g_assert_cmpint (foyer_date_to_days (&date), ==, days);
    g_assert_cmpint (foyer_date_compare (&found, &date), ==, 0);
    g_assert_cmpint ((int) foyer_date_weekday (&date), ==, (int) weekday);

    weekday = weekday == FOYER_SUNDAY ? FOYER_MONDAY : (FoyerWeekday) (weekday + 1);
    if (++date.day > foyer_date_days_in_month (date.year, date.month)) {
      date.day = 1;
      if (++date.month > 12) {
        date.month = 1;
        if (++date.year > 9999)
          break;
      }
    }
  }
}

static void
test_add_days (void)
{
  FoyerDate date = date_of ("2026-11-21");
  FoyerDate later = foyer_date_add_days (&date, 100);
  FoyerDate last = foyer_date_add_days (&date, G_MAXINT);
  FoyerDate first = foyer_date_add_days (&date, G_MININT);
  FoyerDate before = foyer_date_add_days (&later, -101);

  g_assert_cmpint ((int) foyer_date_weekday (&date), ==, (int) FOYER_SATURDAY);
  g_assert_cmpint (foyer_date_to_days (&later) - foyer_date_to_days (&date), ==, 100);
  g_assert_cmpint (foyer_date_compare (&before, &date), <, 0);
  g_assert_cmpint (foyer_date_compare (&later, &date), >, 0);
  g_assert_cmpint (last.year, ==, 9999);
  g_assert_cmpint (first.year, ==, 1);
}

static void
test_utc (void)
{
  static const struct {
    const char *text;
    gint64 seconds;
  } pairs[] = {
    { "1970-01-01T00:00:00Z", 0 },
    { "1969-12-31T23:59:59Z", -1 },
    { "2026-11-21T20:54:00Z", 1795294440 },
    { "2038-01-19T03:14:08Z", 2147483648 },
    { "0001-01-01T00:00:00Z", -62135596800 },
    { "9999-12-31T23:59:59Z", 253402300799 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = foyer_utc_format (pairs[i].seconds);
    gint64 seconds;

    g_assert_true (foyer_utc_parse (pairs[i].text, &seconds, &error));
    g_assert_no_error (error);
    g_assert_cmpint (seconds, ==, pairs[i].seconds);
    g_assert_cmpstr (text, ==, pairs[i].text);
  }
}

static void
test_utc_refuses (void)
{
  static const char *const wrong[] = {
    "2026-11-21T20:54:00",    "2026-11-21T20:54:00z",
    "2026-11-21t20:54:00Z",   "2026-11-21 20:54:00Z",
    "2026-11-21T20:54Z",      "2026-11-21T20:54:00+00:00",
    "2026-11-21T20:54:00.5Z", "2026-11-21T20:54:00.000Z",
    "2026-11-21T24:00:00Z",   "2026-11-21T23:59:60Z",
    "2026-11-21T20:60:00Z",   "2026-11-31T20:00:00Z",
    "12026-11-21T20:54:00Z",  "",
  };
  gint64 seconds = 4;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (foyer_utc_parse (wrong[i], &seconds, &error));
    g_assert_nonnull (error);
  }
  g_assert_cmpint (seconds, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/parse-refuses-every-other-form", test_parse_refuses);
  g_test_add_func ("/base/date/every-day-has-its-number-and-weekday", test_every_day);
  g_test_add_func ("/base/date/add-days-stays-in-the-calendar", test_add_days);
  g_test_add_func ("/base/date/utc", test_utc);
  g_test_add_func ("/base/date/utc-refuses-every-other-form", test_utc_refuses);

  return g_test_run ();
}
