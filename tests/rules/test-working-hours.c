/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-working-hours.c - who is at work when, on the clocks of several zones and on days when these change */

#include "foyer-working-hours.h"

#include "foyer-test-business.h"

typedef struct {
  const char *name;
  const char *zone;
  const char *records; /* (nullable) */
  const char *crew;    /* (nullable) */
  const char *start;
  const char *end;
  FoyerPresence presence;
} Case;

#define LA "America/Los_Angeles"
#define WORKING FOYER_PRESENCE_WORKING
#define NOT_KNOWN FOYER_PRESENCE_NOT_KNOWN
#define OUTSIDE FOYER_PRESENCE_OUTSIDE
#define DAY_OFF FOYER_PRESENCE_DAY_OFF
#define LEAVE FOYER_PRESENCE_LEAVE
#define HOLIDAY FOYER_PRESENCE_HOLIDAY

#define OWN(id, weekday, from, until) \
  "{'id': '" id "', 'crewId': 'cm-1', 'kind': 'hours', 'weekday': " weekday ", 'from': " from \
  ", 'until': " until "}"

/* clang-format off */
static const Case cases[] = {
  /* Hours of the organisation, 8 to 17 on working days; 2025-05-06 is a Tuesday. */
  { "whole-day", LA, NULL, NULL, "2025-05-06 08:00", "2025-05-06 17:00", WORKING },
  { "crew-has-them-too", LA, NULL, "cm-1", "2025-05-06 08:00", "2025-05-06 17:00", WORKING },
  { "minute-early", LA, NULL, "cm-1", "2025-05-06 07:59", "2025-05-06 09:00", OUTSIDE },
  { "minute-late", LA, NULL, "cm-1", "2025-05-06 16:00", "2025-05-06 17:01", OUTSIDE },
  { "night", LA, NULL, "cm-1", "2025-05-06 20:00", "2025-05-06 22:00", OUTSIDE },
  { "saturday", LA, NULL, "cm-1", "2025-05-10 09:00", "2025-05-10 10:00", DAY_OFF },
  { "over-a-night", LA, NULL, "cm-1", "2025-05-06 16:00", "2025-05-07 09:00", OUTSIDE },
  { "for-years", LA, NULL, "cm-1", "2025-05-06 09:00", "2045-05-06 10:00", OUTSIDE },

  /* Own hours */
  { "own-instead", LA, "[" OWN ("av-9", "2", "600", "720") "]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", OUTSIDE },
  { "own-for-whole-weeks", LA, "[" OWN ("av-9", "2", "600", "720") "]", "cm-1", "2025-05-07 09:00", "2025-05-07 10:00", DAY_OFF },
  { "own-of-another", LA, "[" OWN ("av-9", "2", "600", "720") "]", "cm-2", "2025-05-07 09:00", "2025-05-07 10:00", WORKING },
  { "own-not-yet", LA, "[" OWN ("av-9", "2", "600", "720") ", {'id': 'av-9', 'date': '2025-05-07'}]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", WORKING },
  { "own-from-today", LA, "[" OWN ("av-9", "2", "600", "720") ", {'id': 'av-9', 'date': '2025-05-06'}]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", OUTSIDE },
  { "own-last-day", LA, "[" OWN ("av-9", "2", "600", "720") ", {'id': 'av-9', 'untilDate': '2025-05-06'}]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", OUTSIDE },
  { "own-no-longer", LA, "[" OWN ("av-9", "2", "600", "720") ", {'id': 'av-9', 'untilDate': '2025-05-05'}]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", WORKING },
  { "split-day", LA, "[" OWN ("av-8", "2", "480", "720") ", " OWN ("av-9", "2", "780", "1020") "]", "cm-1", "2025-05-06 11:00", "2025-05-06 14:00", OUTSIDE },
  { "stretches-that-touch", LA, "[" OWN ("av-8", "2", "720", "1020") ", " OWN ("av-9", "2", "480", "720") "]", "cm-1", "2025-05-06 11:00", "2025-05-06 14:00", WORKING },
  { "stretches-that-overlap", LA, "[" OWN ("av-8", "2", "600", "660") ", " OWN ("av-9", "2", "480", "1020") "]", "cm-1", "2025-05-06 09:00", "2025-05-06 14:00", WORKING },
  { "through-midnight", LA, "[" OWN ("av-8", "2", "1320", "1440") ", " OWN ("av-9", "3", "0", "360") "]", "cm-1", "2025-05-06 23:00", "2025-05-07 05:00", WORKING },
  { "through-midnight-too-long", LA, "[" OWN ("av-8", "2", "1320", "1440") ", " OWN ("av-9", "3", "0", "360") "]", "cm-1", "2025-05-06 23:00", "2025-05-07 06:01", OUTSIDE },

  /* Leave and holidays */
  { "leave", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06'}]", "cm-1", "2025-05-06 09:00", "2025-05-06 10:00", LEAVE },
  { "leave-is-one-day", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06'}]", "cm-1", "2025-05-07 09:00", "2025-05-07 10:00", WORKING },
  { "leave-last-day", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-05', 'untilDate': '2025-05-07'}]", "cm-1", "2025-05-07 16:00", "2025-05-07 17:00", LEAVE },
  { "leave-of-another", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06'}]", "cm-2", "2025-05-06 09:00", "2025-05-06 10:00", WORKING },
  { "leave-by-the-hour", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06', 'from': 540, 'until': 600}]", "cm-1", "2025-05-06 09:30", "2025-05-06 11:00", LEAVE },
  { "before-leave-by-the-hour", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06', 'from': 540, 'until': 600}]", "cm-1", "2025-05-06 08:00", "2025-05-06 09:00", WORKING },
  { "after-leave-by-the-hour", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06', 'from': 540, 'until': 600}]", "cm-1", "2025-05-06 10:00", "2025-05-06 11:00", WORKING },
  { "holiday-for-all", LA, "[{'id': 'av-9', 'kind': 'holiday', 'date': '2025-05-06'}]", "cm-1", "2025-05-06 09:00", "2025-05-06 10:00", HOLIDAY },
  { "holiday-of-one", LA, "[{'id': 'av-9', 'crewId': 'cm-2', 'kind': 'holiday', 'date': '2025-05-06'}]", "cm-1", "2025-05-06 09:00", "2025-05-06 10:00", WORKING },
  { "holiday-before-leave", LA, "[{'id': 'av-8', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-06'}, {'id': 'av-9', 'kind': 'holiday', 'date': '2025-05-06'}]", "cm-1", "2025-05-06 09:00", "2025-05-06 10:00", HOLIDAY },

  /* Nothing known */
  { "nothing-known", LA, "[{'id': 'av-1', 'untilDate': '2020-01-01'}, {'id': 'av-2', 'untilDate': '2020-01-01'}, {'id': 'av-3', 'untilDate': '2020-01-01'},"
    " {'id': 'av-4', 'untilDate': '2020-01-01'}, {'id': 'av-5', 'untilDate': '2020-01-01'}]", "cm-1", "2025-05-06 09:00", "2025-05-06 10:00", NOT_KNOWN },

  /* Other clocks: the same words, another moment. */
  { "berlin", "Europe/Berlin", NULL, "cm-1", "2025-05-06 08:00", "2025-05-06 17:00", WORKING },
  { "auckland", "Pacific/Auckland", NULL, "cm-1", "2025-05-06 08:00", "2025-05-06 17:00", WORKING },
  { "kathmandu", "Asia/Kathmandu", NULL, "cm-1", "2025-05-06 16:59", "2025-05-06 17:01", OUTSIDE },

  /* 2025-03-09, a Sunday: 2:00 does not happen. 2025-11-02, a Sunday: 1:00 to 2:00 happens twice. */
  { "short-night", LA, "[" OWN ("av-9", "7", "0", "360") "]", "cm-1", "2025-03-09 00:00", "2025-03-09 06:00", WORKING },
  { "short-night-too-long", LA, "[" OWN ("av-9", "7", "0", "360") "]", "cm-1", "2025-03-09 00:00", "2025-03-09 06:01", OUTSIDE },
  { "long-night", LA, "[" OWN ("av-9", "7", "0", "360") "]", "cm-1", "2025-11-02 00:00", "2025-11-02 06:00", WORKING },
  { "day-after-the-jump", LA, "[" OWN ("av-9", "7", "480", "1020") "]", "cm-1", "2025-03-09 08:00", "2025-03-09 17:00", WORKING },
  { "day-after-the-jump-early", LA, "[" OWN ("av-9", "7", "480", "1020") "]", "cm-1", "2025-03-09 07:59", "2025-03-09 09:00", OUTSIDE },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (at->zone);
  g_autoptr (FoyerBusiness) business = NULL;
  g_autoptr (FoyerWorkingHours) hours = NULL;
  g_autofree char *crew = at->crew == NULL ? NULL : foyer_test_id (at->crew);

  foyer_test_business_put (test, at->records);
  business = foyer_business_load (test->source, NULL);
  hours = foyer_working_hours_load (test->source, business, NULL);
  g_assert_cmpint ((int) foyer_working_hours_check (hours, crew, foyer_test_business_at (test, at->start),
                                                    foyer_test_business_at (test, at->end), NULL),
                   ==, (int) at->presence);
}

static void
test_day (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerBusiness) business = NULL;
  g_autoptr (FoyerWorkingHours) hours = NULL;
  g_autofree char *lee = foyer_test_id ("cm-1");
  const FoyerDate tuesday = { 2025, 5, 6 };
  const FoyerDate sunday = { 2025, 5, 11 };
  int first;
  int last;

  foyer_test_business_put (test,
                           "[" OWN ("av-8", "2", "780", "1080") ", " OWN ("av-9", "2", "600", "720") "]");
  business = foyer_business_load (test->source, NULL);
  hours = foyer_working_hours_load (test->source, business, NULL);
  g_assert_true (foyer_working_hours_get_day (hours, NULL, &tuesday, &first, &last));
  g_assert_cmpint (first, ==, 480);
  g_assert_cmpint (last, ==, 1020);
  g_assert_true (foyer_working_hours_get_day (hours, lee, &tuesday, &first, &last));
  g_assert_cmpint (first, ==, 600);
  g_assert_cmpint (last, ==, 1080);
  g_assert_false (foyer_working_hours_get_day (hours, NULL, &sunday, &first, &last));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/working-hours/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/working-hours/first-and-last-minute-of-a-day", test_day);
  return g_test_run ();
}
