/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-visits.c - clients move and cancel visits inside their window, and nothing else (000-40, 000-42; reliability.md §2.6 B) */

#include "test-site-world.h"

#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/conversation.h"
#include "types/delivery.h"
#include "types/message.h"
#include "types/review.h"
#include "types/visit.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define VISIT "/visits/" ID ("vs", "1")
#define WEDNESDAY_TEN "2026-11-25T10:00:00Z"
#define WEDNESDAY_EIGHT "2026-11-25T08:00:00Z"

/* A visit of Ellen's on Wednesday at ten that came of a booking, one that is too near, one that was done, and one of somebody else. */
static const char records[]
    = "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'kind': 'new',"
      "  'status': 'approved', 'start': '2026-11-25 10:00', 'end': '2026-11-25 12:00', 'visitId': 'vs-1',"
      "  'requestedAt': '2026-11-20 09:00', 'source': 'portal', 'number': 1, 'decidedAt': '2026-11-20 "
      "10:00'},"
      " {'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'title': 'AC tune-up',"
      "  'status': 'scheduled', 'start': '2026-11-25 10:00', 'end': '2026-11-25 12:00', 'crewId': 'cm-2',"
      "  'windowStart': '2026-11-25 10:00', 'windowEnd': '2026-11-25 12:00', 'bookingId': 'bk-1', 'origin': "
      "'booking'},"
      " {'id': 'vs-2', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'title': 'Too near',"
      "  'status': 'scheduled', 'start': '2026-11-24 08:00', 'end': '2026-11-24 10:00', 'crewId': 'cm-2'},"
      " {'id': 'vs-3', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'title': 'Done',"
      "  'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'vs-4', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'serviceId': 'sv-1', 'title': 'Not hers',"
      "  'status': 'scheduled', 'start': '2026-11-26 10:00', 'end': '2026-11-26 12:00', 'crewId': 'cm-2'}]";

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self, records);
}

static FoyerVisitStatus
get_status (TestSite *self, const char *id)
{
  g_autoptr (FoyerRecord) visit = foyer_test_server_get (self->server, "northwind", id);

  return (FoyerVisitStatus) foyer_visit_get_status (visit);
}

static gint64
get_start (TestSite *self)
{
  g_autoptr (FoyerRecord) visit = foyer_test_server_get (self->server, "northwind", "vs-1");

  return foyer_visit_get_start (visit);
}

/* Sends a form of the page at @page. */
static FoyerHttpResponse *
send (TestSite *self, const char *page, const char *path, const char *form)
{
  g_autoptr (FoyerHttpResponse) looked = test_browser_get (self->browser, page);

  return test_browser_post (self->browser, path, form);
}

static FoyerHttpResponse *
ask_move (TestSite *self, const char *start)
{
  g_autofree char *form = g_strconcat ("note=Please&start=", start, NULL);

  return send (self, VISIT "/time", VISIT "/move", form);
}

static FoyerRecord *
get_move (TestSite *self)
{
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);

  for (guint i = 0; i < bookings->len; i++) {
    if (foyer_booking_get_kind (bookings->pdata[i]) == FOYER_BOOKING_RESCHEDULE)
      return g_object_ref (bookings->pdata[i]);
  }
  return NULL;
}

static guint
count_mails (TestSite *self, const char *subject)
{
  g_autoptr (GPtrArray) deliveries = foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);
  guint count = 0;

  for (guint i = 0; i < deliveries->len; i++)
    count += g_str_has_prefix (foyer_delivery_get_subject (deliveries->pdata[i]), subject);
  return count;
}

/* --- Cancelling --- */

static void
test_cancelled (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) done
      = send (self, VISIT, VISIT "/cancel", "why=We+are+away&cancelledBy=office&status=done");
  g_autoptr (FoyerHttpResponse) twice = test_browser_post (self->browser, VISIT "/cancel", "");
  g_autoptr (FoyerRecord) visit = foyer_test_server_get (self->server, "northwind", "vs-1");
  g_autoptr (FoyerRecord) booking = foyer_test_server_get (self->server, "northwind", "bk-1");

  test_assert_goes (done, VISIT);
  test_assert_goes (twice, VISIT);
  g_assert_cmpint (foyer_visit_get_status (visit), ==, FOYER_VISIT_CANCELLED);
  g_assert_cmpint (foyer_visit_get_cancelled_by (visit), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpint (foyer_visit_get_cancelled_at (visit), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_visit_get_cancel_reason (visit), ==, "We are away");
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_CANCELLED);
  g_assert_cmpuint (count_mails (self, "Cancellation: Ellen Ruiz"), ==, 1);
}

/* --- What the office reads of it in the conversation --- */

/* As the organisation writes it. */
#define DAY "Wed 25\302\240Nov"

static const char talks[]
    = "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'The tune-up', 'aboutId': 'vs-1', 'status': 'done',"
      "  'lastAt': '2026-11-20 09:00', 'lastFrom': 'team', 'snippet': 'See you', 'messageCount': 1},"
      " {'id': 'cv-2', 'clientId': 'cl-1', 'subject': 'Something else', 'status': 'open',"
      "  'lastAt': '2026-11-22 09:00', 'lastFrom': 'team', 'snippet': 'Yes', 'messageCount': 1},"
      " {'id': 'cv-3', 'clientId': 'cl-2', 'subject': 'Theirs', 'status': 'open',"
      "  'lastAt': '2026-11-22 10:00', 'lastFrom': 'team', 'snippet': 'Yes', 'messageCount': 1}]";

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The lines of a conversation by their letters, parted by bars. */
static char *
read_lines (TestSite *self, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autoptr (GPtrArray) messages = foyer_test_server_list (self->server, "northwind", &foyer_message_type);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < messages->len; i++) {
    if (foyer_message_get_kind (messages->pdata[i]) == FOYER_MESSAGE_SYSTEM
        && strcmp (foyer_message_get_conversation_id (messages->pdata[i]), id) == 0)
      g_ptr_array_add (lines, (gpointer) foyer_message_get_body (messages->pdata[i]));
  }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (" | ", (char **) lines->pdata);
}

static void
assert_lines (TestSite *self, const char *short_id, const char *expected)
{
  g_autofree char *lines = read_lines (self, short_id);

  g_assert_cmpstr (lines, ==, expected);
}

/* D5: in the conversation about the visit; it brings up nothing, and is not for the client. */
static void
test_a_line_says_who_cancelled (TestSite *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id ("cv-1");
  g_autofree char *path = g_strconcat ("/messages/", talk, NULL);
  g_autoptr (FoyerHttpResponse) done = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerRecord) row = NULL;

  test_site_put (self, talks);
  done = send (self, VISIT, VISIT "/cancel", "why=We+are+away");
  test_assert_goes (done, VISIT);
  assert_lines (self, "cv-1",
                "Ellen Ruiz cancelled AC tune-up, " DAY ", between 10:00 and 12:00: We are away");
  assert_lines (self, "cv-2", "");
  assert_lines (self, "cv-3", "");
  row = foyer_test_server_get (self->server, "northwind", "cv-1");
  g_assert_cmpstr (foyer_conversation_get_snippet (row), ==, "See you");
  g_assert_cmpint (foyer_conversation_get_status (row), ==, FOYER_CONVERSATION_DONE);
  g_assert_cmpint (foyer_conversation_get_message_count (row), ==, 2);
  page = test_browser_get (self->browser, path);
  test_assert_status (page, 200);
  g_assert_null (strstr (test_body (page), "cancelled AC"));
}

/* Where nothing is about it, in the open conversation of the client that was the last; whoever decided stands there too. */
static void
test_lines_say_who_moved_and_who_decided (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerTestApi) ana = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerRecord) move = NULL;
  g_autoptr (JsonObject) approved = NULL;
  g_autoptr (JsonObject) cancelled = NULL;

  test_site_put (self, talks);
  test_site_put (self, "[{'id': 'cv-1', 'aboutId': 'vs-9'}]");
  asked = ask_move (self, WEDNESDAY_EIGHT);
  g_assert_cmpuint (asked->status, ==, 303);
  assert_lines (self, "cv-2", "Ellen Ruiz asks to move AC tune-up to " DAY ", between 8:00 and 10:00");
  move = get_move (self);
  approved = foyer_test_api_call (ana, "Booking/set", "'update': {'%s': {'status': 'approved'}}",
                                  foyer_record_get_id (move));
  foyer_test_api_assert (approved, "notUpdated", "null");
  assert_lines (self, "cv-2",
                "Ellen Ruiz asks to move AC tune-up to " DAY ", between 8:00 and 10:00 | "
                "New time approved by Ana");
  /* What staff do themselves, they know. */
  cancelled = foyer_test_api_call (ana, "Visit/set",
                                   "'update': {'" ID ("vs", "1") "': {'status': 'cancelled'}}%s", "");
  foyer_test_api_assert (cancelled, "notUpdated", "null");
  assert_lines (self, "cv-1", "");
  assert_lines (self, "cv-3", "");
}

/* No conversation is begun for a line: the activity tells of it. */
static void
test_no_conversation_no_line (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) done = send (self, VISIT, VISIT "/cancel", "");
  g_autoptr (GPtrArray) conversations
      = foyer_test_server_list (self->server, "northwind", &foyer_conversation_type);

  test_assert_goes (done, VISIT);
  g_assert_cmpuint (conversations->len, ==, 0);
}

/* B05, A03 */
static void
test_not_cancelled (TestSite *self, gconstpointer data)
{
  static const char *const own[] = { "2", "3" };
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) near = test_browser_get (self->browser, "/visits/" ID ("vs", "2"));
  g_autoptr (FoyerHttpResponse) foreign = NULL;

  g_assert_nonnull (strstr (test_body (near), "too late to change"));
  g_assert_null (strstr (test_body (near), "/cancel"));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++) {
    g_autofree char *page = g_strconcat ("/visits/vs-00000000-0000-7000-8000-00000000000", own[i], NULL);
    g_autofree char *path = g_strconcat (page, "/cancel", NULL);
    g_autoptr (TestBrowser) fresh = NULL;
    g_autoptr (FoyerHttpResponse) refused = NULL;

    /* The token of a form that was open when it was still early enough. */
    g_free (self->browser->token);
    self->browser->token = NULL;
    refused = send (self, page, path, "why=x");
    g_assert_cmpuint (refused->status, >=, 200);
    g_assert_true (refused->status == 200 || refused->status == 403);
    test_site_assert_unchanged (self, before);
  }
  foreign = send (self, VISIT, "/visits/" ID ("vs", "4") "/cancel", "why=x");
  test_assert_status (foreign, 404);
  test_site_assert_unchanged (self, before);
}

/* The page was open when it was still early enough. */
static void
test_too_late_meanwhile (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, VISIT);
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autofree char *before = NULL;

  g_assert_nonnull (strstr (test_body (page), "/cancel"));
  foyer_test_server_advance (self->server, 26 * 3600);
  before = test_site_dump (self);
  refused = test_browser_post (self->browser, VISIT "/cancel", "");
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "changed meanwhile"));
  g_assert_nonnull (strstr (test_body (refused), "too late to change"));
  test_site_assert_unchanged (self, before);
}

static void
test_long_reason (TestSite *self, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (1001, 'a');
  g_autofree char *form = g_strconcat ("why=", endless, NULL);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) refused = send (self, VISIT, VISIT "/cancel", form);

  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "1,000 characters"));
  test_site_assert_unchanged (self, before);
}

/* --- Moving --- */

static void
test_move_waits (TestSite *self, gconstpointer data)
{
  gint64 was = get_start (self);
  g_autoptr (FoyerHttpResponse) asked = ask_move (self, WEDNESDAY_EIGHT);
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->browser, VISIT "/move", "start=" WEDNESDAY_EIGHT);
  g_autoptr (FoyerRecord) move = get_move (self);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, VISIT);
  g_autoptr (FoyerHttpResponse) times = test_browser_get (self->browser, VISIT "/time");

  test_assert_status (asked, 303);
  test_assert_goes (again, foyer_http_response_header (asked, "location"));
  g_assert_cmpint (foyer_booking_get_status (move), ==, FOYER_BOOKING_PENDING);
  g_assert_cmpstr (foyer_booking_get_visit_id (move), ==, ID ("vs", "1"));
  g_assert_cmpstr (foyer_booking_get_crew_id (move), ==, ID ("cm", "2"));
  g_assert_cmpstr (foyer_booking_get_note (move), ==, "Please");
  g_assert_cmpint (foyer_booking_get_end (move) - foyer_booking_get_start (move), ==, 7200);
  g_assert_cmpint (get_start (self), ==, was);
  /* A second wish at once would be a riddle. */
  g_assert_nonnull (strstr (test_body (page), foyer_http_response_header (asked, "location")));
  test_assert_goes (times, VISIT);
}

/* What the office grants takes effect on the visit, and on nothing else. */
static void
test_move_granted (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (FoyerHttpResponse) asked = ask_move (self, WEDNESDAY_EIGHT);
  g_autoptr (FoyerRecord) move = get_move (self);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (api, "Booking/set", "'update': {'%s': {'status': 'approved'}}",
                             foyer_record_get_id (move));
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", foyer_record_get_id (move));
  g_autoptr (GPtrArray) visits = foyer_test_server_list (self->server, "northwind", &foyer_visit_type);
  g_autoptr (FoyerHttpResponse) page = NULL;

  test_assert_status (asked, 303);
  foyer_test_api_assert (answer, path, "nothing");
  g_assert_cmpint (get_start (self), ==, foyer_booking_get_start (move));
  g_assert_cmpuint (visits->len, ==, 4);
  page = test_browser_get (self->browser, foyer_http_response_header (asked, "location"));
  g_assert_nonnull (strstr (test_body (page), "Confirmed"));
}

static void
test_move_declined (TestSite *self, gconstpointer data)
{
  gint64 was = get_start (self);
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (FoyerHttpResponse) asked = ask_move (self, WEDNESDAY_EIGHT);
  g_autoptr (FoyerRecord) move = get_move (self);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", foyer_record_get_id (move));
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (api, "Booking/set", "'update': {'%s': {'status': 'declined', 'reason': 'Full'}}",
                             foyer_record_get_id (move));
  g_autoptr (FoyerHttpResponse) times = NULL;

  foyer_test_api_assert (answer, path, "nothing");
  g_assert_cmpint (get_start (self), ==, was);
  times = test_browser_get (self->browser, VISIT "/time");
  test_assert_status (times, 200);
}

/* 000-39 */
static void
test_move_at_once (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerRecord) move = NULL;
  g_autoptr (FoyerRecord) first = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'booking.mode': 'auto'}]");
  asked = ask_move (self, WEDNESDAY_EIGHT);
  move = get_move (self);
  first = foyer_test_server_get (self->server, "northwind", "bk-1");
  test_assert_status (asked, 303);
  g_assert_cmpint (foyer_booking_get_status (move), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpint (get_start (self), ==, foyer_booking_get_start (move));
  g_assert_cmpint (foyer_booking_get_status (first), ==, FOYER_BOOKING_APPROVED);
}

/* A visit that is cancelled takes the wish to move it along. */
static void
test_cancelled_while_moving (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) asked = ask_move (self, WEDNESDAY_EIGHT);
  g_autoptr (FoyerHttpResponse) done = send (self, VISIT, VISIT "/cancel", "");
  g_autoptr (FoyerRecord) move = get_move (self);

  test_assert_status (asked, 303);
  test_assert_goes (done, VISIT);
  g_assert_cmpint (foyer_booking_get_status (move), ==, FOYER_BOOKING_EXPIRED);
}

/* B01, B05 */
static void
test_times (TestSite *self, gconstpointer data)
{
  static const char *const times[] = {
    "2026-11-23T10:00:00Z", /* inside the lead time */
    "2026-11-20T10:00:00Z", /* past */
    "2026-11-25T10:01:00Z", /* no window begins then */
    "2026-11-25T20:00:00Z", /* after hours */
    "2026-11-28T10:00:00Z", /* a Saturday */
    "2026-12-24T10:00:00Z", /* more than 30 days ahead */
    "x",
    "",
  };
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autoptr (FoyerHttpResponse) refused = ask_move (self, times[i]);

    test_assert_status (refused, 200);
    g_assert_nonnull (strstr (test_body (refused), "/move\""));
    test_site_assert_unchanged (self, before);
  }
}

/* Settings act at once, on the page and behind it (000-40, 000-42, X4; A14). */
static void
test_settings (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *settings;
    gboolean may_move;
    gboolean may_cancel;
  } cases[] = {
    { "'booking.reschedule': false", FALSE, TRUE },
    { "'booking.reschedule': true, 'booking.cancel_hours': 50", FALSE, FALSE },
    { "'booking.cancel_hours': 49", TRUE, TRUE },
    { "'booking.cancel_hours': 0, 'booking.mode': 'requests'", FALSE, TRUE },
    { "'booking.mode': 'off'", FALSE, FALSE },
    { "'booking.mode': 'approve', 'access.link_may': ['message']", FALSE, FALSE },
  };
  gint64 was = get_start (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', %s}]", cases[i].settings);
    g_autoptr (FoyerHttpResponse) open = test_browser_get (self->browser, VISIT "/time");
    g_autoptr (FoyerHttpResponse) page = NULL;
    g_autoptr (FoyerHttpResponse) moved = NULL;
    g_autofree char *before = NULL;

    test_site_put (self, json);
    before = test_site_dump (self);
    page = test_browser_get (self->browser, VISIT);
    g_assert_cmpint (strstr (test_body (page), VISIT "/time") != NULL, ==, cases[i].may_move);
    g_assert_cmpint (strstr (test_body (page), VISIT "/cancel") != NULL, ==, cases[i].may_cancel);
    if (cases[i].may_move)
      continue;
    moved = test_browser_post (self->browser, VISIT "/move", "start=" WEDNESDAY_EIGHT);
    g_assert_true (moved->status == 200 || moved->status == 403);
    test_site_assert_unchanged (self, before);
  }
  g_assert_cmpint (get_start (self), ==, was);
  g_assert_cmpint (get_status (self, "vs-1"), ==, FOYER_VISIT_SCHEDULED);
}

/* What the office cancels the client hears of, and the booking follows. */
static void
test_office_cancels (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (FoyerRecord) visit = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  test_site_put (self, "[{'id': 'cl-1', 'email': 'ellen@example.org'}]");
  answer = foyer_test_api_call (
      api, "Visit/set",
      "'update': {'" ID ("vs", "1") "': {'status': 'cancelled', 'cancelReason': 'Lee is ill'}}");
  visit = foyer_test_server_get (self->server, "northwind", "vs-1");
  booking = foyer_test_server_get (self->server, "northwind", "bk-1");
  foyer_test_api_assert (answer, "notUpdated " ID ("vs", "1") " type", "nothing");
  g_assert_cmpint (foyer_visit_get_cancelled_by (visit), ==, FOYER_SOURCE_OFFICE);
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_CANCELLED);
  g_assert_cmpuint (count_mails (self, "About your request for "), ==, 1);
  g_assert_cmpuint (count_mails (self, "Cancellation"), ==, 0);
}

/* A wish to give a visit back that the office grants cancels it. */
static void
test_cancel_granted (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (FoyerRecord) visit = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  test_site_put (
      self, "[{'id': 'bk-2', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'kind': 'cancel', 'status': 'pending',"
            "  'start': '2026-11-25 10:00', 'end': '2026-11-25 12:00', 'visitId': 'vs-1',"
            "  'requestedAt': '2026-11-22 09:00', 'source': 'portal'}]");
  answer
      = foyer_test_api_call (api, "Booking/set", "'update': {'" ID ("bk", "2") "': {'status': 'approved'}}");
  visit = foyer_test_server_get (self->server, "northwind", "vs-1");
  booking = foyer_test_server_get (self->server, "northwind", "bk-1");
  foyer_test_api_assert (answer, "notUpdated " ID ("bk", "2") " type", "nothing");
  g_assert_cmpint (foyer_visit_get_status (visit), ==, FOYER_VISIT_CANCELLED);
  g_assert_cmpint (foyer_visit_get_cancelled_by (visit), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_CANCELLED);
}

/* --- Reviews (003-10) --- */

#define DONE "/visits/" ID ("vs", "3")

static guint
count_reviews (TestSite *self)
{
  g_autoptr (GPtrArray) reviews = foyer_test_server_list (self->server, "northwind", &foyer_review_type);

  return reviews->len;
}

/* Once a visit, and never twice. */
static void
test_reviewed (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) empty = NULL;
  g_autoptr (FoyerHttpResponse) odd = NULL;
  g_autoptr (FoyerHttpResponse) done = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (GPtrArray) reviews = NULL;

  test_site_put (
      self, "[{'id': 'ps-1', 'portal.reviews': true, 'portal.review_url': 'https://reviews.example/n'}]");
  empty = send (self, DONE, DONE "/review", "words=Nice");
  odd = send (self, DONE, DONE "/review", "rating=superb");
  test_assert_status (empty, 200);
  test_assert_status (odd, 200);
  g_assert_cmpuint (count_reviews (self), ==, 0);
  done = send (self, DONE, DONE "/review",
               "rating=great&words=Nice&clientId=" ID ("cl", "2") "&visitId=" ID ("vs", "4"));
  again = test_browser_post (self->browser, DONE "/review", "rating=not_good");
  test_assert_goes (done, DONE);
  test_assert_goes (again, DONE);
  reviews = foyer_test_server_list (self->server, "northwind", &foyer_review_type);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_cmpint (foyer_review_get_rating (reviews->pdata[0]), ==, FOYER_REVIEW_GREAT);
  g_assert_cmpstr (foyer_review_get_comment (reviews->pdata[0]), ==, "Nice");
  g_assert_cmpstr (foyer_review_get_visit_id (reviews->pdata[0]), ==, ID ("vs", "3"));
  g_assert_cmpstr (foyer_review_get_client_id (reviews->pdata[0]), ==, ID ("cl", "1"));
  page = test_browser_get (self->browser, DONE);
  g_assert_nonnull (strstr (test_body (page), "Thank you for your feedback."));
  g_assert_nonnull (strstr (test_body (page), "https://reviews.example/n"));
  g_assert_null (strstr (test_body (page), "/review\""));
}

/* Off, too early, somebody else's, or too long ago: not asked, and not taken (A14). */
static void
test_not_reviewed (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) off = test_browser_get (self->browser, DONE);
  g_autoptr (FoyerHttpResponse) early = NULL;
  g_autoptr (FoyerHttpResponse) foreign = NULL;
  g_autoptr (FoyerHttpResponse) late = NULL;

  g_assert_null (strstr (test_body (off), "/review\""));
  test_site_put (self, "[{'id': 'ps-1', 'portal.reviews': true}]");
  early = send (self, VISIT, VISIT "/review", "rating=great");
  foreign = test_browser_post (self->browser, "/visits/" ID ("vs", "4") "/review", "rating=great");
  test_assert_status (early, 200);
  test_assert_status (foreign, 404);
  test_site_put (self, "[{'id': 'vs-3', 'start': '2026-08-02 09:00', 'end': '2026-08-02 10:00'}]");
  late = test_browser_get (self->browser, DONE);
  g_assert_null (strstr (test_body (late), "/review\""));
  g_assert_cmpuint (count_reviews (self), ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/site/visits/" path, TestSite, NULL, set_up, function, test_site_tear_down)

/* A visit to come goes into a calendar; one that was canceled, or is somebody else's, does not. */
static void
test_calendar (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) file = test_browser_get (self->browser, VISIT "/calendar");
  g_autoptr (FoyerHttpResponse) theirs = test_browser_get (self->other, VISIT "/calendar");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, VISIT);
  g_autoptr (FoyerHttpResponse) none = NULL;

  test_assert_status (file, 200);
  test_assert_status (theirs, 404);
  g_assert_cmpstr (foyer_http_response_header (file, "content-type"), ==, "text/calendar; charset=utf-8");
  g_assert_nonnull (strstr (foyer_http_response_header (file, "content-disposition"), "visit.ics"));
  g_assert_nonnull (strstr (test_body (file), "\r\nDTSTART:20261125T100000Z\r\n"));
  g_assert_nonnull (strstr (test_body (page), "href=\"" VISIT "/calendar\""));
  test_site_put (self, "[{'id': 'vs-1', 'status': 'cancelled'}]");
  none = test_browser_get (self->browser, VISIT "/calendar");
  test_assert_status (none, 404);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("calendar", test_calendar);
  ADD ("cancelled", test_cancelled);
  ADD ("not-cancelled", test_not_cancelled);
  ADD ("a-line-says-who-cancelled", test_a_line_says_who_cancelled);
  ADD ("lines-say-who-moved-and-who-decided", test_lines_say_who_moved_and_who_decided);
  ADD ("no-conversation-no-line", test_no_conversation_no_line);
  ADD ("too-late-meanwhile", test_too_late_meanwhile);
  ADD ("long-reason", test_long_reason);
  ADD ("move-waits", test_move_waits);
  ADD ("move-granted", test_move_granted);
  ADD ("move-declined", test_move_declined);
  ADD ("move-at-once", test_move_at_once);
  ADD ("cancelled-while-moving", test_cancelled_while_moving);
  ADD ("times", test_times);
  ADD ("settings", test_settings);
  ADD ("office-cancels", test_office_cancels);
  ADD ("cancel-granted", test_cancel_granted);
  ADD ("reviewed", test_reviewed);
  ADD ("not-reviewed", test_not_reviewed);
  return g_test_run ();
}
