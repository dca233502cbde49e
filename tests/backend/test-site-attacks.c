/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-attacks.c - forms that must not work, and change nothing (reliability.md §2.6 A, B, S) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/portal_session.h"

#include <string.h>

/* --- Forms --- */

/* S06 */
static void
test_tokens (TestSite *self, gconstpointer data)
{
  g_autofree char *path = test_site_book (self);
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autofree char *form = test_form ("2026-11-25T10:00:00Z", "");
  g_autoptr (TestBrowser) second
      = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (second, path);
  g_autoptr (FoyerHttpResponse) visits = test_browser_get (self->browser, "/visits");
  g_autofree char *cut = g_strndup (self->browser->token, strlen (self->browser->token) - 1);
  const char *tokens[] = { "", "x", second->token, self->browser->token, cut };
  const char *paths[] = { "/bookings", "/book/property", "/book/time", "/book/check", withdraw };
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (paths); j++) {
      g_autofree char *text = g_strdup_printf ("token=%s&%s", tokens[i], form);
      g_autoptr (FoyerHttpResponse) refused = test_site_post (self->browser, paths[j], TEST_SITE_FORM, text);

      test_assert_status (refused, 403);
    }
  }
  {
    g_autofree char *foreign = g_strconcat ("token=", second->token, NULL);
    g_autoptr (FoyerHttpResponse) none = test_site_post (self->browser, "/sign-out", TEST_SITE_FORM, "");
    g_autoptr (FoyerHttpResponse) wrong
        = test_site_post (self->browser, "/sign-out", TEST_SITE_FORM, foreign);

    test_assert_status (none, 403);
    test_assert_status (wrong, 403);
  }
  test_site_assert_unchanged (self, before);
}

static FoyerHttpResponse *
post_from (TestBrowser *browser, const char *path, const char *form, const char *site, const char *origin)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", path);
  g_autofree char *text = g_strdup_printf ("token=%s&%s", browser->token == NULL ? "" : browser->token, form);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  g_hash_table_remove (request->headers, "sec-fetch-site");
  if (site != NULL)
    foyer_http_request_set_header (request, "sec-fetch-site", site);
  if (origin != NULL)
    foyer_http_request_set_header (request, "origin", origin);
  foyer_http_request_set_body (request, TEST_SITE_FORM, body);
  return test_browser_ask (browser, request);
}

#define OWN "http://northwind.localhost"

/* L09, S06: every post, whoever sends it. */
static void
test_origins (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *site;
    const char *origin;
    gboolean for_clients;
    gboolean for_all;
  } cases[] = {
    { NULL, NULL, FALSE, FALSE },
    { "cross-site", NULL, FALSE, FALSE },
    { "cross-site", OWN, FALSE, FALSE },
    { "same-site", "http://acme.localhost", FALSE, FALSE },
    { "none", NULL, FALSE, FALSE },
    { NULL, "https://evil.example", FALSE, FALSE },
    { NULL, "http://northwind.localhost.evil.example", FALSE, FALSE },
    { NULL, "https://northwind.localhost", FALSE, FALSE },
    { "same-origin", "https://evil.example", FALSE, FALSE },
    { NULL, "null", TRUE, FALSE },
    { "same-origin", "null", TRUE, TRUE },
    { "same-origin", OWN, TRUE, TRUE },
    { NULL, OWN, TRUE, TRUE },
  };
  g_autofree char *form = test_form (TEST_SLOT, "");
  g_autofree char *before = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  before = test_site_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) sign_in
        = post_from (stranger, "/sign-in", "email=a@example.com", cases[i].site, cases[i].origin);
    g_autoptr (FoyerHttpResponse) link = post_from (stranger, "/l/x", "", cases[i].site, cases[i].origin);

    test_assert_status (sign_in, cases[i].for_all ? 303u : 403u);
    test_assert_status (link, cases[i].for_all ? 200u : 403u);
    if (!cases[i].for_clients) {
      g_autoptr (FoyerHttpResponse) booked
          = post_from (self->browser, "/bookings", form, cases[i].site, cases[i].origin);

      test_assert_status (booked, 403);
      test_site_assert_unchanged (self, before);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerHttpResponse) booked = NULL;

    if (!cases[i].for_clients)
      continue;
    test_browser_come_to_check (self->browser, "2026-11-25T10:00:00Z");
    booked = post_from (self->browser, "/bookings", form, cases[i].site, cases[i].origin);
    test_assert_status (booked, 303);
  }
}

static void
test_bodies (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *type;
    const char *text;
    guint status;
  } cases[] = {
    { NULL, "", 415 },
    { "multipart/form-data; boundary=x", "--x--", 415 },
    { "text/plain", "a=b", 415 },
    { "application/json", "{}", 415 },
    { TEST_SITE_FORM "x", "", 415 },
    { TEST_SITE_FORM, "a=1&a=2", 400 },
    { TEST_SITE_FORM, "token=1&token=2", 400 },
    { TEST_SITE_FORM, "a=%", 400 },
    { TEST_SITE_FORM, "a=%f", 400 },
    { TEST_SITE_FORM, "a=%00", 400 },
    { TEST_SITE_FORM, "a=%ff", 400 },
    { TEST_SITE_FORM, "a=\xff", 400 },
    { TEST_SITE_FORM "; charset=utf-8", "", 403 },
  };
  g_autofree char *large = g_strnfill (64 * 1024 + 1, 'a');
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) too_large
      = test_site_post (self->browser, "/sign-out", TEST_SITE_FORM, large);
  g_autoptr (FoyerHttpResponse) twice = test_browser_get (self->browser, "/book/time?service=1&service=2");
  g_autoptr (FoyerHttpResponse) odd = test_browser_get (self->browser, "/book/time?service=%ff");
  g_autoptr (FoyerHttpResponse) elsewhere = test_browser_get (self->browser, "/visits?a=1&a=2&email=x");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerHttpResponse) refused
        = test_site_post (self->browser, "/sign-out", cases[i].type, cases[i].text);

    test_assert_status (refused, cases[i].status);
  }
  test_assert_status (too_large, 413);
  test_assert_status (twice, 400);
  test_assert_status (odd, 400);
  test_assert_status (elsewhere, 200);
  test_site_assert_unchanged (self, before);
}

static void
test_methods (TestSite *self, gconstpointer data)
{
  static const char *const methods[] = { "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get" };
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, methods[i], "/visits");
    g_autoptr (FoyerHttpResponse) response = test_browser_ask (self->browser, request);

    test_assert_status (response, 405);
    g_assert_cmpstr (foyer_http_response_header (response, "allow"), ==, "GET, HEAD");
  }
  test_site_assert_unchanged (self, before);
}

/* --- Whose is it? --- */

/* A01, A03 */
static void
test_foreign_booking (TestSite *self, gconstpointer data)
{
  static const char *const ends[] = { "/withdraw", "/accept", "/neither" };
  g_autofree char *path = test_site_book (self);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) foreign = test_browser_get (self->other, path);
  g_autoptr (FoyerHttpResponse) unknown = test_browser_get (self->other, "/bookings/bk-1");
  g_autoptr (FoyerHttpResponse) nowhere = test_browser_get (self->other, "/no/such/page");

  test_assert_status (foreign, 404);
  g_assert_cmpstr (test_body (foreign), ==, test_body (unknown));
  g_assert_cmpstr (test_body (foreign), ==, test_body (nowhere));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *target = g_strconcat (path, ends[i], NULL);
    g_autoptr (FoyerHttpResponse) posted = test_browser_post (self->other, target, "offer=0");

    test_assert_status (posted, 404);
    g_assert_cmpstr (test_body (posted), ==, test_body (unknown));
  }
  test_site_assert_unchanged (self, before);
}

static FoyerHttpResponse *
book_with (TestSite *self, const char *service, const char *property, const char *more)
{
  g_autofree char *service_id = service == NULL ? g_strdup ("") : foyer_test_id (service);
  g_autofree char *property_id
      = strchr (property, '-') == NULL ? g_strdup (property) : foyer_test_id (property);
  g_autofree char *form
      = g_strdup_printf ("service=%s&property=%s&start=" TEST_SLOT "%s", service_id, property_id, more);

  test_browser_come_to_check (self->browser, TEST_SLOT);
  return test_browser_post (self->browser, "/bookings", form);
}

/* B04, A07, A10 */
static void
test_foreign_choices (TestSite *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  test_site_put (self, "[{'id': 'sv-3', 'name': 'Secret work', 'durationMinutes': 60, 'position': 3}]");
  before = test_site_dump (self);
  {
    g_autoptr (FoyerHttpResponse) property = book_with (self, "sv-1", "pr-2", "");
    g_autoptr (FoyerHttpResponse) service = book_with (self, "sv-3", "pr-1", "");
    g_autoptr (FoyerHttpResponse) no_service = book_with (self, NULL, "pr-1", "");
    g_autoptr (FoyerHttpResponse) no_property = book_with (self, "sv-1", "", "");
    g_autoptr (FoyerHttpResponse) none = book_with (self, "sv-1", "none", "");

    test_assert_status (property, 404);
    test_assert_status (service, 404);
    g_assert_cmpstr (test_body (property), ==, test_body (service));
    test_assert_status (no_service, 200);
    test_assert_status (no_property, 200);
    test_assert_status (none, 200);
    g_assert_nonnull (strstr (test_body (none), "action=\"/book/time\""));
  }
  test_site_assert_unchanged (self, before);
}

static void
test_no_property (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) none = NULL;
  g_autoptr (GPtrArray) bookings = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'booking.require_property': false}]");
  none = book_with (self, "sv-1", "none", "");
  bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);
  test_assert_status (none, 303);
  g_assert_cmpuint (bookings->len, ==, 1);
  g_assert_null (foyer_booking_get_property_id (bookings->pdata[0]));
}

/* A15, B07, B09 */
static void
test_forged_fields (TestSite *self, gconstpointer data)
{
  static const char forged[]
      = "&status=approved&crewId=cm-00000000-0000-7000-8000-000000000002&end=2026-11-24T10:01:00Z"
        "&clientId=cl-00000000-0000-7000-8000-000000000002&client=x&id=bk-00000000-0000-7000-8000-"
        "000000000009"
        "&kind=cancel&source=office&number=77&decidedBy=st-00000000-0000-7000-8000-000000000001&override=yes"
        "&cancelledBy=x&rescheduledBy=y&email=z&requestedAt=2020-01-01T00:00:00Z&urgent=true";
  g_autoptr (FoyerHttpResponse) answer = book_with (self, "sv-1", "pr-1", forged);
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *crew = foyer_test_id ("cm-1");
  FoyerRecord *booking;

  test_assert_status (answer, 303);
  g_assert_cmpuint (bookings->len, ==, 1);
  booking = bookings->pdata[0];
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_PENDING);
  g_assert_cmpint (foyer_booking_get_kind (booking), ==, FOYER_BOOKING_NEW);
  g_assert_cmpint (foyer_booking_get_source (booking), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpint (foyer_booking_get_number (booking), ==, 1);
  g_assert_cmpint (foyer_booking_get_end (booking), ==, TEST_SLOT_SECONDS + 7200);
  g_assert_cmpint (foyer_booking_get_requested_at (booking), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_booking_get_client_id (booking), ==, client);
  g_assert_cmpstr (foyer_booking_get_crew_id (booking), ==, crew);
  g_assert_null (foyer_booking_get_decided_by (booking));
  g_assert_null (foyer_booking_get_override (booking));
  g_assert_false (foyer_booking_get_urgent (booking));
}

/* --- When? --- */

/* B01 */
static void
test_times (TestSite *self, gconstpointer data)
{
  static const char *const times[] = {
    "2026-11-23T10:00:00Z", /* inside the lead time */
    "2026-11-24T08:00:00Z", /* an hour less ahead than it says */
    "2026-11-20T10:00:00Z", /* past */
    "2026-11-24T10:01:00Z", /* no window begins then */
    "2026-11-24T20:00:00Z", /* after hours */
    "2026-11-24T16:00:00Z", /* would end after hours */
    "2026-11-28T10:00:00Z", /* a Saturday */
    "2026-12-24T10:00:00Z", /* more than 30 days ahead */
    "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-11-24T10:00:00%2B00:00", "2026-11-24", "-1", "",
  };
  g_autofree char *before = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  before = test_site_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *form = test_form (times[i], "");
    g_autoptr (FoyerHttpResponse) refused = NULL;

    test_browser_come_to_check (self->browser, TEST_SLOT);
    refused = test_browser_post (self->browser, "/bookings", form);
    test_assert_status (refused, 200);
    g_assert_nonnull (strstr (test_body (refused), "action=\"/book/check\""));
    test_site_assert_unchanged (self, before);
  }
}

/* 000-38, B02 */
static void
test_day_is_full (TestSite *self, gconstpointer data)
{
  static const char *const times[]
      = { "2026-11-25T08:00:00Z", "2026-11-25T10:00:00Z", "2026-11-25T12:00:00Z", "2026-11-25T14:00:00Z" };

  test_site_put (self, "[{'id': 'ps-1', 'booking.max_per_day': 2}]");
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *form = test_form (times[i], "");
    g_autoptr (FoyerHttpResponse) answer = NULL;

    test_browser_come_to_check (self->browser, TEST_SLOT);
    answer = test_browser_post (self->browser, "/bookings", form);
    test_assert_status (answer, i < 2 ? 303u : 200u);
  }
  g_assert_cmpuint (test_site_count_bookings (self), ==, 2);
}

/* Fifty posts for a time that two people can take: two bookings, none twice (B02). */
static void
test_last_slot (TestSite *self, gconstpointer data)
{
  guint taken = 0;

  test_site_put (self, "[{'id': 'ps-1', 'booking.max_per_day': 0}]");
  for (guint i = 0; i < 50; i++) {
    g_autofree char *form = test_form ("2026-11-25T10:00:00Z", "");
    g_autoptr (FoyerHttpResponse) answer = NULL;

    foyer_test_server_advance (self->server, 600);
    test_browser_come_to_check (self->browser, TEST_SLOT);
    answer = test_browser_post (self->browser, "/bookings", form);
    taken += answer->status == 303;
  }
  g_assert_cmpuint (taken, ==, 2);
  g_assert_cmpuint (test_site_count_bookings (self), ==, 2);
}

/* --- Switched off --- */

static void
test_portal_off (TestSite *self, gconstpointer data)
{
  static const char *const paths[] = { "/",        "/visits",  "/book", "/book/time?a=1&a=1", "/bookings/x",
                                       "/sign-in", "/no/such", "/l/x",  "/sign-out" };
  g_autofree char *link = test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) first = NULL;
  g_autoptr (FoyerHttpResponse) opened = NULL;
  g_autofree char *before = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'portal.enabled': false}]");
  before = test_site_dump (self);
  first = test_browser_get (self->browser, "/");
  opened = test_browser_get (self->browser, link);
  test_assert_status (first, 403);
  g_assert_cmpstr (test_body (opened), ==, test_body (first));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) got = test_browser_get (self->browser, paths[i]);
    g_autoptr (FoyerHttpResponse) posted = test_browser_post (self->browser, paths[i], "");
    g_autoptr (FoyerHttpResponse) other = test_browser_get (stranger, paths[i]);

    test_assert_status (got, 403);
    test_assert_status (posted, 403);
    g_assert_cmpstr (test_body (got), ==, test_body (first));
    g_assert_cmpstr (test_body (posted), ==, test_body (first));
    g_assert_cmpstr (test_body (other), ==, test_body (first));
  }
  test_site_assert_unchanged (self, before);
}

/* A14 */
static void
test_booking_off (TestSite *self, gconstpointer data)
{
  static const char *const modes[] = { "off", "requests" };
  static const char *const paths[] = { "/book", "/book/property", "/book/time", "/book/check", "/bookings" };
  g_autofree char *form = test_form (TEST_SLOT, "");

  test_browser_come_to_check (self->browser, TEST_SLOT);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', 'booking.mode': '%s'}]", modes[i]);
    g_autofree char *before = NULL;

    test_site_put (self, json);
    before = test_site_dump (self);
    for (guint j = 0; j < G_N_ELEMENTS (paths); j++) {
      g_autoptr (FoyerHttpResponse) got = test_browser_get (self->browser, paths[j]);
      g_autoptr (FoyerHttpResponse) posted = test_browser_post (self->browser, paths[j], form);
      g_autoptr (FoyerHttpResponse) unknown = test_browser_get (self->browser, "/no/such");

      test_assert_status (got, strcmp (paths[j], "/bookings") == 0 ? 405u : 404u);
      g_assert_cmpstr (test_body (got), ==, test_body (unknown));
      g_assert_cmpstr (test_body (posted), ==, test_body (unknown));
    }
    test_site_assert_unchanged (self, before);
  }
}

/* Widening counts from the next sign-in, narrowing at once (A04). */
static void
test_access_is_granted_and_allowed (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser
      = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", "'may': ['message']");
  g_autoptr (FoyerHttpResponse) before = test_browser_get (browser, "/book");
  g_autoptr (FoyerHttpResponse) after = NULL;
  g_autoptr (FoyerHttpResponse) narrowed = NULL;
  g_autoptr (FoyerHttpResponse) open = test_browser_get (self->browser, "/book");

  test_assert_status (before, 404);
  test_site_put (self, "[{'id': 'pl-3', 'may': ['message', 'book']}]");
  after = test_browser_get (browser, "/book");
  test_assert_status (after, 404);
  test_assert_status (open, 200);
  test_site_put (self, "[{'id': 'ps-1', 'access.link_may': ['message']}]");
  narrowed = test_browser_get (self->browser, "/book");
  test_assert_status (narrowed, 404);
}

/* A11: a booking can be looked at still, when no more can be done with it. */
static void
test_no_permission (TestSite *self, gconstpointer data)
{
  g_autofree char *path = test_site_book (self);
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autofree char *before = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'access.link_may': []}]");
  before = test_site_dump (self);
  refused = test_browser_post (self->browser, withdraw, "");
  test_assert_status (page, 200);
  test_assert_status (refused, 200);
  test_site_assert_unchanged (self, before);
}

#define ADD(path, function) \
  g_test_add ("/site/attacks/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("S06-tokens", test_tokens);
  ADD ("L09-origins", test_origins);
  ADD ("bodies", test_bodies);
  ADD ("H05-methods", test_methods);
  ADD ("B05-foreign-booking", test_foreign_booking);
  ADD ("A07-B04-foreign-choices", test_foreign_choices);
  ADD ("no-property", test_no_property);
  ADD ("A15-B07-B09-forged-fields", test_forged_fields);
  ADD ("B01-times", test_times);
  ADD ("B02-day-is-full", test_day_is_full);
  ADD ("B02-last-slot", test_last_slot);
  ADD ("A14-portal-off", test_portal_off);
  ADD ("A14-booking-off", test_booking_off);
  ADD ("A04-access-is-granted-and-allowed", test_access_is_granted_and_allowed);
  ADD ("A11-no-permission", test_no_permission);
  return g_test_run ();
}
