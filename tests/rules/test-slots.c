/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-slots.c - which windows a client is offered, on ordinary days and on days when clocks change */

#include "foyer-slots.h"

#include "foyer-test-business.h"

#include "types/service.h"

#include <gio/gio.h>
#include <string.h>

#define LA "America/Los_Angeles"
#define NOW "2025-05-05 09:14" /* a Monday */

typedef struct {
  const char *name;
  const char *zone;
  const char *records; /* (nullable) */
  const char *service;
  const char *from;
  const char *until;
  const char *now;
  const char *expected; /* "day hour:minute, who", one a slot; "-" for a full one */
} Case;

#define SETTINGS(members) "{'id': 'ps-1', " members "}"
#define VISIT(id, crew, from, until) \
  "{'id': '" id "', 'clientId': 'cl-2', 'title': 'Brandt boiler', 'crewId': '" crew \
  "', 'start': '2025-05-07 " from "'," \
  " 'end': '2025-05-07 " until "'}"
#define BOOKING(id, from, until, more) \
  "{'id': '" id "', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'start': '2025-05-07 " from "'," \
  " 'end': '2025-05-07 " until "', 'requestedAt': '2025-05-04 12:00'" more "}"

#define WEDNESDAY "2025-05-07 00:00", "2025-05-08 00:00", NOW

/* clang-format off */
static const Case cases[] = {
  /* The grid begins with the hours, 8:00, and goes by windows of two hours; the last one would end after 17:00. */
  { "ordinary-day", LA, NULL, "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "skill", LA, "[" VISIT ("vs-1", "cm-1", "08:00", "10:00") "]", "sv-2", WEDNESDAY, "7 08:00 -, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "next-in-line", LA, "[" VISIT ("vs-1", "cm-1", "09:30", "10:30") "]", "sv-1", WEDNESDAY, "7 08:00 2, 7 10:00 2, 7 12:00 1, 7 14:00 1" },
  { "all-taken", LA, "[" VISIT ("vs-1", "cm-1", "09:30", "10:30") ", " VISIT ("vs-2", "cm-2", "08:00", "17:00") "]", "sv-1", WEDNESDAY,
    "7 08:00 -, 7 10:00 -, 7 12:00 1, 7 14:00 1" },
  { "touching", LA, "[" VISIT ("vs-1", "cm-1", "08:00", "10:00") ", " VISIT ("vs-2", "cm-2", "08:00", "17:00") "]", "sv-1", WEDNESDAY,
    "7 08:00 -, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "longer-than-the-window", LA, "[{'id': 'sv-1', 'durationMinutes': 240}]", "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1" },
  { "shorter-than-the-window", LA, "[{'id': 'sv-1', 'durationMinutes': 30}]", "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "duration-unknown", LA, "[{'id': 'sv-1', 'durationMinutes': null}]", "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "other-windows", LA, "[" SETTINGS ("'booking.window_minutes': 180") "]", "sv-1", WEDNESDAY, "7 08:00 1, 7 11:00 1, 7 14:00 1" },
  { "nobody-can", LA, "[{'id': 'cm-1', 'skills': []}]", "sv-2", WEDNESDAY, "" },
  { "weekend", LA, NULL, "sv-1", "2025-05-10 00:00", "2025-05-12 00:00", NOW, "" },
  { "holiday", LA, "[{'id': 'av-9', 'kind': 'holiday', 'date': '2025-05-07'}]", "sv-1", WEDNESDAY, "" },
  { "leave-of-one", LA, "[{'id': 'av-9', 'crewId': 'cm-1', 'kind': 'leave', 'date': '2025-05-07'}]", "sv-1", WEDNESDAY,
    "7 08:00 2, 7 10:00 2, 7 12:00 2, 7 14:00 2" },
  { "early-bird", LA, "[{'id': 'av-9', 'crewId': 'cm-2', 'kind': 'hours', 'weekday': 3, 'from': 420, 'until': 660}]", "sv-1", WEDNESDAY,
    "7 07:00 2, 7 09:00 1, 7 11:00 1, 7 13:00 1, 7 15:00 1" },
  { "no-hours", LA, "[{'id': 'av-3', 'untilDate': '2020-01-01'}]", "sv-1", WEDNESDAY, "" },
  { "range", LA, NULL, "sv-1", "2025-05-07 10:00", "2025-05-07 14:00", NOW, "7 10:00 1, 7 12:00 1" },
  { "several-days", LA, NULL, "sv-1", "2025-05-07 14:00", "2025-05-08 10:00", NOW, "7 14:00 1, 8 08:00 1" },

  /* 24 hours ahead at least, 30 days at most. */
  { "lead-exactly", LA, NULL, "sv-1", "2025-05-07 00:00", "2025-05-07 12:00", "2025-05-06 08:00", "7 08:00 1, 7 10:00 1" },
  { "lead-a-minute-short", LA, NULL, "sv-1", "2025-05-07 00:00", "2025-05-07 12:00", "2025-05-06 08:01", "7 10:00 1" },
  { "lead-none", LA, "[" SETTINGS ("'booking.lead_hours': 0") "]", "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "lead-none-but-past", LA, "[" SETTINGS ("'booking.lead_hours': 0") "]", "sv-1", "2025-05-05 00:00", "2025-05-06 00:00", NOW,
    "5 10:00 1, 5 12:00 1, 5 14:00 1" },
  { "days-ahead-exactly", LA, NULL, "sv-1", "2025-05-07 00:00", "2025-05-08 00:00", "2025-04-07 10:00", "7 08:00 1" },
  { "days-ahead-a-minute-more", LA, NULL, "sv-1", "2025-05-07 00:00", "2025-05-08 00:00", "2025-04-07 10:01", "7 08:00 1, 7 10:00 1" },

  /* Bookings a day */
  { "day-full", LA, "[" SETTINGS ("'booking.max_per_day': 1") ", " BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1'") "]", "sv-1", WEDNESDAY,
    "7 08:00 -, 7 10:00 -, 7 12:00 -, 7 14:00 -" },
  { "day-nearly-full", LA, "[" SETTINGS ("'booking.max_per_day': 2") ", " BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1'") "]", "sv-1", WEDNESDAY,
    "7 08:00 2, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "office-has-no-limit", LA, "[" SETTINGS ("'booking.max_per_day': 1") ", " BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1', 'source': 'office'") "]",
    "sv-1", WEDNESDAY, "7 08:00 2, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "other-day-full", LA, "[" SETTINGS ("'booking.max_per_day': 1") ", " BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1'") "]", "sv-1",
    "2025-05-08 00:00", "2025-05-08 10:00", NOW, "8 08:00 1" },

  /* Held times */
  { "pending-holds", LA, "[" VISIT ("vs-1", "cm-2", "08:00", "17:00") ", " BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1'") "]", "sv-1", WEDNESDAY,
    "7 08:00 -, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "pending-does-not-hold", LA, "[" SETTINGS ("'booking.pending_holds': false") ", " VISIT ("vs-1", "cm-2", "08:00", "17:00") ", "
    BOOKING ("bk-1", "08:00", "10:00", ", 'crewId': 'cm-1'") "]", "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "unassigned-take-whom-they-need", LA, "[" BOOKING ("bk-1", "08:00", "10:00", "") ", " BOOKING ("bk-2", "09:00", "11:00", "") "]", "sv-1", WEDNESDAY,
    "7 08:00 -, 7 10:00 1, 7 12:00 1, 7 14:00 1" },

  { "over-midnight", LA, "[{'id': 'av-8', 'kind': 'hours', 'weekday': 6, 'from': 1380, 'until': 1440}, {'id': 'av-9', 'kind': 'hours',"
    " 'weekday': 7, 'from': 0, 'until': 60}, {'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Install', 'crewId': 'cm-1',"
    " 'start': '2025-05-11 00:30', 'end': '2025-05-11 02:00'}]", "sv-1", "2025-05-10 00:00", "2025-05-11 00:00", NOW, "10 23:00 2" },

  /* Clocks elsewhere */
  { "berlin", "Europe/Berlin", NULL, "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },
  { "auckland", "Pacific/Auckland", NULL, "sv-1", WEDNESDAY, "7 08:00 1, 7 10:00 1, 7 12:00 1, 7 14:00 1" },

  /* Sunday 2025-03-09: 2:00 to 3:00 does not happen. From 0:00 each hour, so that one window begins in the gap. */
  { "clocks-go-forward", LA, "[" SETTINGS ("'booking.window_minutes': 60") ", {'id': 'sv-1', 'durationMinutes': 60},"
    " {'id': 'av-9', 'kind': 'hours', 'weekday': 7, 'from': 0, 'until': 300}]", "sv-1", "2025-03-09 00:00", "2025-03-10 00:00", "2025-03-07 12:00",
    "9 00:00 1, 9 01:00 1, 9 03:00 1, 9 04:00 1" },
  { "clocks-go-forward-by-day", LA, "[{'id': 'av-9', 'kind': 'hours', 'weekday': 7, 'from': 480, 'until': 1020}]", "sv-1",
    "2025-03-09 00:00", "2025-03-10 00:00", "2025-03-07 12:00", "9 08:00 1, 9 10:00 1, 9 12:00 1, 9 14:00 1" },
  /* Sunday 2025-11-02: 1:00 to 2:00 happens twice and is offered once. */
  { "clocks-go-back", LA, "[" SETTINGS ("'booking.window_minutes': 60") ", {'id': 'sv-1', 'durationMinutes': 60},"
    " {'id': 'av-9', 'kind': 'hours', 'weekday': 7, 'from': 0, 'until': 240}]", "sv-1", "2025-11-02 00:00", "2025-11-03 00:00", "2025-10-31 12:00",
    "2 00:00 1, 2 01:00 1, 2 02:00 1, 2 03:00 1" },
};
/* clang-format on */

static char *
describe (FoyerTestBusiness *test, GPtrArray *slots)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++) {
    const FoyerSlot *slot = slots->pdata[i];
    FoyerLocalTime start = foyer_zone_to_local (test->zone, slot->start);

    g_string_append_printf (out, "%s%d %02d:%02d %c", i == 0 ? "" : ", ", start.date.day, start.second / 3600,
                            start.second / 60 % 60,
                            slot->crew_id == NULL ? '-' : slot->crew_id[strlen (slot->crew_id) - 1]);
  }
  return g_string_free (out, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (at->zone);
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  foyer_test_business_put (test, at->records);
  service = foyer_test_business_get (test, at->service);
  slots = foyer_slots_list (test->source, service, foyer_test_business_at (test, at->from),
                            foyer_test_business_at (test, at->until), foyer_test_business_at (test, at->now),
                            &error);
  g_assert_no_error (error);
  text = describe (test, slots);
  g_assert_cmpstr (text, ==, at->expected);
}

static void
test_end (void)
{
  static const struct {
    const char *duration;
    int minutes;
  } ends[] = { { "30", 120 }, { "120", 120 }, { "121", 121 }, { "240", 240 }, { "null", 120 } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
    g_autofree char *change = g_strdup_printf ("[{'id': 'sv-1', 'durationMinutes': %s}]", ends[i].duration);
    g_autoptr (FoyerRecord) service = NULL;
    g_autoptr (FoyerSlot) slot = NULL;

    foyer_test_business_put (test, change);
    service = foyer_test_business_get (test, "sv-1");
    slot = foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-05-07 10:00"),
                             foyer_test_business_at (test, NOW), NULL);
    g_assert_nonnull (slot);
    g_assert_cmpint (slot->end - slot->start, ==, ends[i].minutes * 60);
  }
}

/* A window that spans the jump is as long as any other. */
static void
test_end_over_the_jump (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) service = foyer_test_business_get (test, "sv-1");
  g_autoptr (FoyerSlot) slot = NULL;

  foyer_test_business_put (test, "[{'id': 'av-9', 'kind': 'hours', 'weekday': 7, 'from': 60, 'until': 480}]");
  slot = foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-03-09 01:00"),
                           foyer_test_business_at (test, "2025-03-07 12:00"), NULL);
  g_assert_nonnull (slot);
  g_assert_cmpint (slot->end, ==, foyer_test_business_at (test, "2025-03-09 04:00"));
}

static void
test_find (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) service = foyer_test_business_get (test, "sv-2");
  gint64 now = foyer_test_business_at (test, NOW);
  g_autoptr (FoyerSlot) slot = NULL;

  foyer_test_business_put (test, "[" VISIT ("vs-1", "cm-1", "08:00", "10:00") "]");
  slot = foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-05-07 10:00"), now,
                           NULL);
  g_assert_nonnull (slot);
  /* Taken, between windows, too soon. */
  g_assert_null (
      foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-05-07 08:00"), now, NULL));
  g_assert_null (
      foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-05-07 11:00"), now, NULL));
  g_assert_null (
      foyer_slots_find (test->source, service, foyer_test_business_at (test, "2025-05-06 08:00"), now, NULL));
}

static void
test_no_organisation (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (NULL);
  g_autoptr (FoyerRecord) service = foyer_test_business_get (test, "sv-1");
  g_autoptr (GPtrArray) slots
      = foyer_slots_list (test->source, service, 0, G_MAXINT64, foyer_test_business_at (test, NOW), NULL);

  g_assert_nonnull (slots);
  g_assert_cmpuint (slots->len, ==, 0);
}

static void
test_source_fails (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  FoyerStrictSource *strict = foyer_test_business_get_strict (test);
  g_autoptr (FoyerRecord) service = foyer_test_business_get (test, "sv-1");
  guint call;

  for (call = 1;; call++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) slots = NULL;

    foyer_strict_source_fail_at (strict, call);
    slots
        = foyer_slots_list (test->source, service, 0, G_MAXINT64, foyer_test_business_at (test, NOW), &error);
    if (!foyer_strict_source_has_failed (strict))
      break;
    g_assert_null (slots);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  }
  g_assert_cmpuint (call, >, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/slots/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/slots/end-after-duration-or-window", test_end);
  g_test_add_func ("/slots/end-over-the-jump", test_end_over_the_jump);
  g_test_add_func ("/slots/find-only-what-is-free", test_find);
  g_test_add_func ("/slots/none-without-an-organisation", test_no_organisation);
  g_test_add_func ("/slots/fail-with-their-source", test_source_fails);
  return g_test_run ();
}
