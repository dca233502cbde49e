/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-booking-brief.c - what somebody should know before deciding, and that the client will read the same */

#include "foyer-assert-text.h"
#include "foyer-booking-brief.h"
#include "foyer-booking-closures.h"
#include "foyer-console-fixture.h"
#include "foyer-decision.h"
#include "foyer-fit-list.h"
#include "foyer-portal-pages.h"
#include "foyer-portal-view.h"
#include "foyer-queue-facts.h"
#include "foyer-settings.h"
#include "foyer-test.h"
#include "types/booking.h"

#include <string.h>

static FoyerBookingBrief *
load (FoyerConsoleFixture *fixture, const char *id, GError **error)
{
  g_autofree char *whole = foyer_test_id (id);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_booking_brief_load_async (fixture->store, whole, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_booking_brief_load_finish (fixture->store, result, error);
}

static void
test_knows_the_day (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerBookingBrief) brief = NULL;
  g_autoptr (FoyerDayPlan) plan = NULL;
  const FoyerDayLane *lee;
  const FoyerDayLane *sam;

  foyer_console_fixture_add_requests (fixture);
  foyer_console_fixture_pull (fixture,
                              "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Boiler', 'status': 'scheduled', "
                              "'start': '2025-05-06 13:00', 'end': '2025-05-06 14:30', 'crewId': 'cm-1'}]");
  brief = load (fixture, "bk-1", NULL);
  g_object_get (brief, "plan", &plan, NULL);
  g_assert_cmpuint (plan->lanes->len, ==, 2);
  g_assert_cmpint (plan->first, ==, 7 * 60);
  lee = plan->lanes->pdata[0];
  sam = plan->lanes->pdata[1];
  g_assert_true (lee->judged);
  g_assert_false (sam->judged);
  foyer_assert_text (foyer_day_lane_spoken (lee, "en-US"),
                     "Lee: this request 9–11 AM, Hillside Dental 1–2:30 PM");
  foyer_assert_text (foyer_day_lane_spoken (sam, "en-US"), "Sam: free all day");
  foyer_assert_text (foyer_booking_day_taken (NULL, plan), "0 of 5 bookings taken");
}

static void
test_strip_begins_where_it_shows_what_matters (void)
{
  g_assert_cmpint (foyer_day_plan_choose_first (9 * 60, 11 * 60), ==, 7 * 60);
  g_assert_cmpint (foyer_day_plan_choose_first (5 * 60 + 30, 6 * 60), ==, 5 * 60);
  g_assert_cmpint (foyer_day_plan_choose_first (16 * 60, 18 * 60 + 30), ==, 9 * 60);
  g_assert_cmpint (foyer_day_plan_choose_first (22 * 60, 24 * 60), ==, 14 * 60);
  g_assert_cmpint (foyer_day_plan_choose_first (0, 24 * 60), ==, 0);
}

static void
test_gone_booking_is_an_error (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (fixture, "bk-9", &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
}

/* The page that the portal makes of the booking once it is approved. */
static char *
make_client_page (FoyerConsoleFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *client_id = foyer_test_id ("cl-1");
  g_autofree char *person_id = foyer_test_id ("pp-1");
  g_autofree char *booking_id = foyer_test_id ("bk-1");
  g_autoptr (FoyerRecord) settings
      = foyer_settings_get (FOYER_RECORD_SOURCE (fixture->business->records), NULL);
  FoyerPortalViewer viewer = {
    .client_id = client_id,
    .person_id = person_id,
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  FoyerPageRequest request = { .kind = FOYER_PAGE_BOOKING, .record_id = booking_id };
  g_autoptr (JsonObject) view
      = foyer_portal_view (FOYER_RECORD_SOURCE (fixture->business->records), &viewer, settings,
                           foyer_test_business_at (fixture->business, "2025-05-02 09:00"), &error);
  g_autoptr (FoyerPortalPage) page = NULL;
  FoyerPageKind made;
  GBytes *bytes;

  g_assert_no_error (error);
  page = foyer_portal_page (view, &request, &made);
  g_assert_cmpint ((int) made, ==, FOYER_PAGE_BOOKING);
  bytes = foyer_portal_page_get_bytes (page);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_client_will_read_what_staff_read (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerBookingBrief) brief = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;
  g_auto (GStrv) sentences = NULL;

  foyer_console_fixture_add_requests (fixture);
  foyer_console_fixture_pull (fixture,
                              "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'status': 'active', "
                              "'role': 'owner', 'email': 'ellen@ruiz.example'}]");
  brief = load (fixture, "bk-1", NULL);
  g_object_get (brief, "client-title", &title, "client-text", &text, NULL);
  g_assert_cmpstr (title, ==, "You’re booked");
  foyer_assert_text (g_strdup (text), "Tue 6 May, between 9:00 and 11:00. Lee will be with you.");

  foyer_console_fixture_pull (fixture, "[{'id': 'bk-1', 'status': 'approved', 'crewId': 'cm-1', "
                                       "'decidedAt': '2025-05-02 09:00'}]");
  page = make_client_page (fixture);
  g_assert_nonnull (strstr (page, title));
  sentences = g_strsplit (text, ". ", 2);
  g_assert_nonnull (strstr (page, sentences[0]));
  g_assert_nonnull (strstr (page, sentences[1]));
}

static FoyerFinding *
add_finding (GPtrArray *findings, const char *rule, FoyerVerdict verdict)
{
  FoyerFinding *finding = foyer_finding_new (rule, verdict, g_strdup (rule));

  g_ptr_array_add (findings, finding);
  return finding;
}

static void
test_what_passed_folds_away (void)
{
  g_autoptr (GPtrArray) findings = foyer_findings_new ();
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  g_autoptr (GPtrArray) again = g_ptr_array_new ();
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) all_good = NULL;

  add_finding (findings, "B22", FOYER_VERDICT_PASS);
  add_finding (findings, "B01", FOYER_VERDICT_PASS);
  add_finding (findings, "B11", FOYER_VERDICT_PASS);
  add_finding (findings, "B03", FOYER_VERDICT_PASS);
  all_good = foyer_fit_list_choose (findings, folded);
  g_assert_cmpuint (all_good->len, ==, 2);
  g_assert_cmpstr (((FoyerFinding *) all_good->pdata[0])->rule, ==, "B03");
  g_assert_cmpstr (((FoyerFinding *) all_good->pdata[1])->rule, ==, "B11");
  g_assert_cmpuint (folded->len, ==, 2);

  add_finding (findings, "B04", FOYER_VERDICT_BLOCK);
  add_finding (findings, "B09", FOYER_VERDICT_WARN);
  add_finding (findings, "B07", FOYER_VERDICT_UNKNOWN);
  foyer_findings_sort (findings);
  shown = foyer_fit_list_choose (findings, again);
  g_assert_cmpuint (shown->len, ==, 3);
  g_assert_cmpstr (((FoyerFinding *) shown->pdata[0])->rule, ==, "B04");
  g_assert_cmpuint (again->len, ==, 4);
}

static void
test_empty_queue_says_when_the_next_can_come (FoyerConsoleFixture *fixture, gconstpointer data)
{
  FoyerQueueFacts off = { FALSE, 0 };
  FoyerQueueFacts full = { TRUE, 0 };
  FoyerQueueFacts free_time = { TRUE, foyer_test_business_at (fixture->business, "2025-05-08 08:00") };
  FoyerOfficeTime *time = foyer_desk_get_time (fixture->desk);

  foyer_assert_text (foyer_queue_facts_sentence (&off, time),
                     "Clients cannot book by themselves: self-booking is off.");
  foyer_assert_text (foyer_queue_facts_sentence (&full, time),
                     "Self-booking is on, but no time is free for clients to pick.");
  foyer_assert_text (foyer_queue_facts_sentence (&free_time, time),
                     "Self-booking is on. The next time clients can pick is Thu 8 May, 8:00.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/booking-brief/" name, FoyerConsoleFixture, NULL, foyer_console_fixture_set_up, test, \
              foyer_console_fixture_tear_down)
  ADD ("knows-the-day", test_knows_the_day);
  g_test_add_func ("/booking-brief/strip-begins-where-it-shows-what-matters",
                   test_strip_begins_where_it_shows_what_matters);
  ADD ("gone-booking-is-an-error", test_gone_booking_is_an_error);
  ADD ("client-will-read-what-staff-read", test_client_will_read_what_staff_read);
  g_test_add_func ("/booking-brief/what-passed-folds-away", test_what_passed_folds_away);
  ADD ("empty-queue-says-when-the-next-can-come", test_empty_queue_says_when_the_next_can_come);
#undef ADD
  return g_test_run ();
}
