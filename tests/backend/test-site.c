/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site.c - a client comes by a link, looks around, books, and reads what became of it */

#include "test-site-browser.h"

#include "foyer-json.h"
#include "foyer-portal-static.h"
#include "foyer-slots.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/portal_link.h"
#include "types/portal_session.h"
#include "types/portal_settings.h"
#include "types/sign_in_event.h"
#include "types/visit.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  TestBrowser *browser;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->browser = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_browser_free (self->browser);
  foyer_test_server_free (self->server);
}

static FoyerRecord *
get_only_booking (Fixture *self)
{
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);

  g_assert_cmpuint (bookings->len, ==, 1);
  return g_object_ref (bookings->pdata[0]);
}

static char *
booking_path (FoyerRecord *booking, const char *end)
{
  return g_strconcat ("/bookings/", foyer_record_get_id (booking), end, NULL);
}

/* Changes the only booking as the office would. */
static void
change_booking (Fixture *self, FoyerRecord *booking, const char *members)
{
  g_autofree char *json = g_strdup_printf ("[{'id': '%s', %s}]", foyer_record_get_id (booking), members);

  foyer_test_server_put (self->server, "northwind", json);
}

/* --- Coming in and going out --- */

static void
test_link_opens (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) home = test_browser_get (self->browser, "/");
  g_autoptr (FoyerHttpResponse) visits = test_browser_get (self->browser, "/visits");
  g_autoptr (FoyerRecord) link = foyer_test_server_get (self->server, "northwind", "pl-1");
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (self->server, "northwind", &foyer_sign_in_event_type);

  test_assert_status (home, 200);
  g_assert_nonnull (strstr (test_body (home), "Ellen Ruiz"));
  g_assert_nonnull (strstr (test_body (home), "action=\"/sign-out\""));
  test_assert_status (visits, 200);
  g_assert_cmpint (foyer_portal_link_get_open_count (link), ==, 1);
  g_assert_cmpint (foyer_portal_link_get_opened_at (link), ==, TEST_SERVER_NOW);
  g_assert_cmpuint (stays->len, ==, 1);
  g_assert_cmpint (foyer_portal_session_get_expires_at (stays->pdata[0]), ==, TEST_SERVER_NOW + 72 * 3600);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (foyer_sign_in_event_get_outcome (events->pdata[0]), ==, FOYER_SIGN_IN_EVENT_SIGNED_IN);
}

static void
test_cookie (Fixture *self, gconstpointer data)
{
  g_autofree char *secret = foyer_test_server_make_link (self->server, "northwind", "pl-2", "cl-1", NULL);
  g_autofree char *path = g_strconcat ("/l/", secret, NULL);
  g_autofree char *before = g_strdup (self->browser->session);
  g_autoptr (FoyerHttpResponse) response = test_browser_get (self->browser, path);
  const char *cookie = foyer_http_response_header (response, "set-cookie");
  g_autoptr (TestBrowser) old = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) old_visits = NULL;

  /* S01 */
  g_assert_true (g_str_has_prefix (cookie, "__Host-fys=fys_"));
  g_assert_nonnull (strstr (cookie, "; Max-Age=259200;"));
  g_assert_nonnull (strstr (cookie, "; Path=/; Secure; HttpOnly; SameSite=Lax"));
  g_assert_null (strstr (cookie, "Domain"));
  /* S02: a new sign-in is a new session, and the one before is over. */
  g_assert_cmpstr (self->browser->session, !=, before);
  old->session = g_strdup (before);
  old_visits = test_browser_get (old, "/visits");
  test_assert_goes (old_visits, "/sign-in");
}

static void
test_sign_out (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (self->browser->session);
  g_autoptr (FoyerHttpResponse) home = test_browser_get (self->browser, "/");
  g_autoptr (FoyerHttpResponse) out = test_browser_post (self->browser, "/sign-out", "");
  g_autoptr (FoyerHttpResponse) front = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;

  test_assert_goes (out, "/sign-in");
  g_assert_null (self->browser->session);
  /* S03: somebody who kept the cookie has nothing of it. */
  self->browser->session = g_strdup (before);
  visits = test_browser_get (self->browser, "/visits");
  test_assert_goes (visits, "/sign-in");
  front = test_browser_get (self->browser, "/");
  test_assert_status (front, 200);
  g_assert_nonnull (strstr (test_body (front), "action=\"/sign-in\""));
}

static void
test_sign_in_is_neutral (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  static const char *const addresses[] = { "ellen@example.com", "nobody@example.com" };

  foyer_test_server_put (self->server, "northwind", "[{'id': 'cl-1', 'email': 'ellen@example.com'}]");
  before = foyer_test_server_dump (self->server);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autofree char *form = g_strconcat ("email=", addresses[i], NULL);
    g_autoptr (FoyerHttpResponse) posted = test_browser_post (browser, "/sign-in", form);
    g_autoptr (FoyerHttpResponse) sent = NULL;
    g_auto (GStrv) parts = NULL;
    static char *first;
    g_autofree char *body = NULL;

    test_assert_goes (posted, "/sign-in/sent");
    g_assert_cmpint (foyer_test_server_count_wishes (self->server), ==, i + 1);
    g_assert_cmpuint (g_bytes_get_size (posted->body), ==, 0);
    sent = test_browser_get (browser, "/sign-in/sent");
    test_assert_status (sent, 200);
    /* The same but for what was typed (L05). */
    parts = g_strsplit (test_body (sent), addresses[i], -1);
    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    body = g_strjoinv ("", parts);
    if (i == 0)
      first = g_steal_pointer (&body);
    else
      g_assert_cmpstr (body, ==, first);
    if (i == 1)
      g_free (first);
  }
  after = foyer_test_server_dump (self->server);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sign_in_needs_address (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) posted = test_browser_post (browser, "/sign-in", "email=%3Cb%3E");
  g_autoptr (FoyerHttpResponse) sent = test_browser_get (browser, "/sign-in/sent");

  test_assert_status (posted, 200);
  g_assert_nonnull (strstr (test_body (posted), "value=\"&lt;b&gt;\""));
  test_assert_goes (sent, "/sign-in");
}

static void
test_static (Fixture *self, gconstpointer data)
{
  g_autofree char *style = foyer_portal_static_path (FOYER_STATIC_STYLE, FOYER_PALETTE_DEFAULT);
  g_autoptr (FoyerHttpResponse) found = test_browser_get (self->browser, style);
  g_autoptr (FoyerHttpResponse) missing = test_browser_get (self->browser, "/static/portal-0.css");

  test_assert_status (found, 200);
  g_assert_cmpstr (foyer_http_response_header (found, "content-type"), ==, "text/css; charset=utf-8");
  g_assert_cmpstr (foyer_http_response_header (found, "cache-control"), ==,
                   "public, max-age=31536000, immutable");
  test_assert_status (missing, 404);
  g_assert_null (foyer_http_response_header (missing, "cache-control"));
}

/* --- Booking --- */

static void
test_booking (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autofree char *crew = foyer_test_id ("cm-1");
  g_autofree char *client = foyer_test_id ("cl-1");

  test_assert_goes (answer, path);
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_PENDING);
  g_assert_cmpint (foyer_booking_get_kind (booking), ==, FOYER_BOOKING_NEW);
  g_assert_cmpint (foyer_booking_get_source (booking), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpstr (foyer_booking_get_client_id (booking), ==, client);
  g_assert_cmpstr (foyer_booking_get_crew_id (booking), ==, crew);
  g_assert_cmpint (foyer_booking_get_start (booking), ==, TEST_SLOT_SECONDS);
  g_assert_cmpint (foyer_booking_get_end (booking), ==, TEST_SLOT_SECONDS + 120 * 60);
  g_assert_cmpint (foyer_booking_get_requested_at (booking), ==, TEST_SERVER_NOW);
  g_assert_cmpint (foyer_booking_get_expires_at (booking), ==, TEST_SERVER_NOW + 48 * 3600);
  g_assert_cmpint (foyer_booking_get_number (booking), ==, 1);
  g_assert_cmpstr (foyer_booking_get_note (booking), ==, "Ring twice\nplease");

  page = test_browser_get (self->browser, path);
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Your request is in"));
}

static void
test_booking_steps_forget_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *form = test_form (TEST_SLOT, "");
  g_autofree char *address = g_strconcat ("/book/check?", form, NULL);
  g_autoptr (FoyerHttpResponse) by_address = test_browser_get (self->browser, address);
  g_autoptr (FoyerHttpResponse) empty = test_browser_get (self->browser, "/book/check");
  g_autoptr (FoyerHttpResponse) unchosen = test_browser_post (self->browser, "/book/property", "service=");

  test_assert_status (by_address, 200);
  g_assert_nonnull (strstr (test_body (by_address), "action=\"/bookings\""));
  test_assert_status (empty, 200);
  g_assert_nonnull (strstr (test_body (empty), "action=\"/book/property\""));
  test_assert_status (unchosen, 200);
  g_assert_nonnull (strstr (test_body (unchosen), "Please choose a service"));
}

static void
test_numbers_go_on (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) first = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerHttpResponse) second = test_browser_book (self->browser, "2026-11-25T10:00:00Z");
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);

  g_assert_cmpuint (bookings->len, ==, 2);
  g_assert_cmpint (foyer_booking_get_number (bookings->pdata[0])
                       + foyer_booking_get_number (bookings->pdata[1]),
                   ==, 3);
}

static void
test_same_form_twice (Fixture *self, gconstpointer data)
{
  g_autofree char *form = test_form (TEST_SLOT, "");
  g_autoptr (FoyerHttpResponse) first = NULL;
  g_autoptr (FoyerHttpResponse) second = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  first = test_browser_post (self->browser, "/bookings", form);
  second = test_browser_post (self->browser, "/bookings", form);
  booking = get_only_booking (self);
  test_assert_goes (first, foyer_http_response_header (second, "location"));
}

static void
test_confirmed_by_itself (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerRecord) booking = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;

  foyer_test_server_put (self->server, "northwind", "[{'id': 'ps-1', 'booking.mode': 'auto'}]");
  answer = test_browser_book (self->browser, TEST_SLOT);
  booking = get_only_booking (self);
  visits = foyer_test_server_list (self->server, "northwind", &foyer_visit_type);
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpint (foyer_booking_get_told_at (booking), ==, TEST_SERVER_NOW);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_cmpstr (foyer_booking_get_visit_id (booking), ==, foyer_record_get_id (visits->pdata[0]));
  page = test_browser_get (self->browser, foyer_http_response_header (answer, "location"));
  g_assert_nonnull (strstr (test_body (page), "You’re booked"));
}

/* Somebody takes the time while the client reads the last page. */
static void
test_taken_meanwhile (Fixture *self, gconstpointer data)
{
  g_autofree char *form = test_form (TEST_SLOT, "");
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (GPtrArray) bookings = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'A', 'crewId': 'cm-1', 'start': '2026-11-24 10:00',"
      "  'end': '2026-11-24 12:00'},"
      " {'id': 'vs-2', 'clientId': 'cl-2', 'title': 'B', 'crewId': 'cm-2', 'start': '2026-11-24 10:00',"
      "  'end': '2026-11-24 12:00'}]");
  answer = test_browser_post (self->browser, "/bookings", form);
  bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);
  test_assert_status (answer, 200);
  g_assert_nonnull (strstr (test_body (answer), "That time has just been taken"));
  g_assert_nonnull (strstr (test_body (answer), "action=\"/book/check\""));
  g_assert_cmpuint (bookings->len, ==, 0);
}

static void
test_long_note (Fixture *self, gconstpointer data)
{
  g_autofree char *long_note = g_strnfill (4001, 'x');
  g_autofree char *more = g_strconcat ("&note=", long_note, NULL);
  g_autofree char *form = test_form (TEST_SLOT, more);
  g_autoptr (FoyerHttpResponse) answer = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  answer = test_browser_post (self->browser, "/bookings", form);
  test_assert_status (answer, 200);
  g_assert_nonnull (strstr (test_body (answer), "This is too long"));
}

/* --- What became of it --- */

static void
test_declined (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autoptr (FoyerHttpResponse) page = NULL;

  change_booking (self, booking, "'status': 'declined', 'reason': 'Our van is broken', 'decidedBy': 'st-1'");
  page = test_browser_get (self->browser, path);
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Our van is broken"));
  g_assert_nonnull (strstr (test_body (page), "We can’t make that time"));
}

static void
test_withdrawn (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autofree char *withdraw = booking_path (booking, "/withdraw");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) first = test_browser_post (self->browser, withdraw, "");
  g_autoptr (FoyerHttpResponse) second = test_browser_post (self->browser, withdraw, "");
  g_autoptr (FoyerRecord) after = get_only_booking (self);

  test_assert_goes (first, path);
  test_assert_goes (second, path);
  g_assert_cmpint (foyer_booking_get_status (after), ==, FOYER_BOOKING_WITHDRAWN);
}

static void
test_withdrawn_too_late (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autofree char *withdraw = booking_path (booking, "/withdraw");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) late = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  change_booking (self, booking, "'status': 'declined', 'reason': 'No', 'decidedBy': 'st-1'");
  before = foyer_test_server_dump (self->server);
  late = test_browser_post (self->browser, withdraw, "");
  after = foyer_test_server_dump (self->server);
  test_assert_status (late, 200);
  g_assert_nonnull (strstr (test_body (late), "This booking has changed meanwhile"));
  g_assert_cmpstr (before, ==, after);
}

static const char offers[]
    = "'status': 'countered', 'offersUntil': '2026-11-24 09:00', 'offers': ["
      " {'start': '2026-11-26T10:00:00Z', 'end': '2026-11-26T12:00:00Z', 'crewId': 'cm-2'},"
      " {'start': '2026-11-27T10:00:00Z', 'end': '2026-11-27T12:00:00Z', 'crewId': 'cm-2'}]";

static void
test_offer_accepted (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autofree char *accept = booking_path (booking, "/accept");
  g_autofree char *crew = foyer_test_id ("cm-2");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) wrong = NULL;
  g_autoptr (FoyerHttpResponse) accepted = NULL;
  g_autoptr (FoyerRecord) after = NULL;

  change_booking (self, booking, offers);
  page = test_browser_get (self->browser, path);
  g_assert_nonnull (strstr (test_body (page), "The office offers another time"));
  wrong = test_browser_post (self->browser, accept, "offer=2");
  test_assert_status (wrong, 200);
  accepted = test_browser_post (self->browser, accept, "offer=1");
  test_assert_goes (accepted, path);
  after = get_only_booking (self);
  g_assert_cmpint (foyer_booking_get_status (after), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpint (foyer_booking_get_start (after), ==, TEST_SLOT_SECONDS + 3 * 86400);
  g_assert_cmpstr (foyer_booking_get_crew_id (after), ==, crew);
  g_assert_nonnull (foyer_booking_get_visit_id (after));
}

static void
test_offers_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autofree char *neither = booking_path (booking, "/neither");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerRecord) after = NULL;

  change_booking (self, booking, offers);
  page = test_browser_get (self->browser, path);
  refused = test_browser_post (self->browser, neither, "");
  after = get_only_booking (self);
  test_assert_goes (refused, path);
  g_assert_cmpint (foyer_booking_get_status (after), ==, FOYER_BOOKING_PENDING);
}

static void
test_offers_run_out (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);
  g_autoptr (FoyerRecord) booking = get_only_booking (self);
  g_autofree char *path = booking_path (booking, "");
  g_autofree char *accept = booking_path (booking, "/accept");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) late = NULL;
  g_autoptr (FoyerRecord) after = NULL;

  change_booking (self, booking, offers);
  page = test_browser_get (self->browser, path);
  foyer_test_server_advance (self->server, 24 * 3600);
  late = test_browser_post (self->browser, accept, "offer=0");
  after = get_only_booking (self);
  test_assert_status (late, 200);
  g_assert_nonnull (strstr (test_body (late), "This booking has changed meanwhile"));
  g_assert_cmpint (foyer_booking_get_status (after), ==, FOYER_BOOKING_COUNTERED);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/site/link-opens", test_link_opens);
  ADD ("/site/S01-S02-cookie", test_cookie);
  ADD ("/site/S03-sign-out", test_sign_out);
  ADD ("/site/L05-sign-in-is-neutral", test_sign_in_is_neutral);
  ADD ("/site/sign-in-needs-address", test_sign_in_needs_address);
  ADD ("/site/static", test_static);
  ADD ("/site/booking", test_booking);
  ADD ("/site/booking-steps-forget-nothing", test_booking_steps_forget_nothing);
  ADD ("/site/numbers-go-on", test_numbers_go_on);
  ADD ("/site/same-form-twice", test_same_form_twice);
  ADD ("/site/confirmed-by-itself", test_confirmed_by_itself);
  ADD ("/site/taken-meanwhile", test_taken_meanwhile);
  ADD ("/site/long-note", test_long_note);
  ADD ("/site/declined", test_declined);
  ADD ("/site/withdrawn", test_withdrawn);
  ADD ("/site/B05-withdrawn-too-late", test_withdrawn_too_late);
  ADD ("/site/offer-accepted", test_offer_accepted);
  ADD ("/site/offers-refused", test_offers_refused);
  ADD ("/site/offers-run-out", test_offers_run_out);
  return g_test_run ();
}
