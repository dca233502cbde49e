/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-attacks.c - what must not work, and changes nothing (reliability.md §2.6) */

#include "test-site-browser.h"

#include "accounts/foyer-secret.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/portal_session.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  TestBrowser *browser; /* of Ellen (cl-1) */
  TestBrowser *other;   /* of Hillside Dental (cl-2) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->browser = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  self->other = test_browser_new_signed_in (self->server, "northwind", "pl-2", "cl-2", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_browser_free (self->browser);
  test_browser_free (self->other);
  foyer_test_server_free (self->server);
}

static void
put (Fixture *self, const char *json)
{
  foyer_test_server_put (self->server, "northwind", json);
}

static char *
dump (Fixture *self)
{
  return foyer_test_server_dump (self->server);
}

static void
assert_unchanged (Fixture *self, const char *before)
{
  g_autofree char *after = dump (self);

  g_assert_cmpstr (before, ==, after);
}

static guint
count_bookings (Fixture *self)
{
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);

  return bookings->len;
}

/* Books as Ellen. */
static char *
book (Fixture *self)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);

  test_assert_status (answer, 303);
  return g_strdup (foyer_http_response_header (answer, "location"));
}

static FoyerHttpResponse *
send_post (TestBrowser *browser, const char *path, const char *type, const char *text)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", path);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  if (type != NULL)
    foyer_http_request_set_body (request, type, body);
  return test_browser_ask (browser, request);
}

#define FORM "application/x-www-form-urlencoded"

/* --- Links --- */

static char *
make_link (Fixture *self, const char *slug, const char *id, const char *client, const char *link)
{
  g_autofree char *secret = foyer_test_server_make_link (self->server, slug, id, client, link);

  return g_strconcat ("/l/", secret, NULL);
}

/* L01, L02, L13 */
static void
test_dead_links_are_alike (Fixture *self, gconstpointer data)
{
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_LINK, self->server->random);
  g_autofree char *replaced = make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *replacing = make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *expired
      = make_link (self, "northwind", "pl-4", "cl-1", "'expiresAt': '2026-11-23T08:59:59Z'");
  g_autofree char *revoked = make_link (self, "northwind", "pl-5", "cl-1", "'status': 'revoked'");
  g_autofree char *elsewhere = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *before = NULL;
  const char *paths[8];
  g_autofree char *random_path = g_strconcat ("/l/", unknown, NULL);

  foyer_test_server_add (self->server, "acme");
  elsewhere = make_link (self, "acme", "pl-6", "cl-1", NULL);
  closed = make_link (self, "northwind", "pl-7", "cl-2", NULL);
  put (self, "[{'id': 'cl-2', 'portalEnabled': false}]");
  before = dump (self);

  paths[0] = random_path;
  paths[1] = replaced;
  paths[2] = expired;
  paths[3] = revoked;
  paths[4] = elsewhere;
  paths[5] = closed;
  paths[6] = "/l/x";
  paths[7] = "/l/fyd_ \"<script>";
  for (guint with_cookie = 0; with_cookie < 2; with_cookie++) {
    for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
      g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
      TestBrowser *browser = with_cookie ? self->browser : stranger;
      g_autoptr (FoyerHttpResponse) first = test_browser_get (stranger, random_path);
      g_autoptr (FoyerHttpResponse) opened = test_browser_get (browser, paths[i]);
      g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, paths[i], "");
      g_autoptr (FoyerHttpResponse) first_asked = test_browser_post (stranger, random_path, "");

      test_assert_status (opened, 404);
      g_assert_cmpstr (test_body (opened), ==, test_body (first));
      g_assert_null (foyer_http_response_header (opened, "set-cookie"));
      test_assert_status (asked, 200);
      g_assert_cmpstr (test_body (asked), ==, test_body (first_asked));
    }
  }
  assert_unchanged (self, before);
  g_assert_nonnull (replacing);
}

/* L08 */
static void
test_looking_at_links (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
  g_autofree char *path = make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *before = dump (self);

  for (guint i = 0; i < 20; i++) {
    g_autoptr (FoyerHttpRequest) request = test_browser_request (scanner, "HEAD", path);
    g_autoptr (FoyerHttpResponse) head = test_browser_ask (scanner, request);

    g_assert_cmpint (foyer_backend_choose_lane (request), ==, FOYER_LANE_READ);
    test_assert_goes (head, "/");
    g_assert_null (foyer_http_response_header (head, "set-cookie"));
  }
  assert_unchanged (self, before);
  for (guint i = 0; i < 20; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) opened = test_browser_get (browser, path);
    g_autoptr (FoyerHttpResponse) visits = test_browser_get (browser, "/visits");

    test_assert_goes (opened, "/");
    test_assert_status (visits, 200);
  }
}

static void
test_link_that_asks (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *path = make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) opened = NULL;

  put (self, "[{'id': 'ps-1', 'access.direct_links': 'checked', 'access.recheck_after_days': 0}]");
  before = dump (self);
  opened = test_browser_get (browser, path);
  test_assert_goes (opened, "/sign-in");
  g_assert_null (browser->session);
  assert_unchanged (self, before);
}

/* --- Sessions --- */

static void
assert_signed_out (TestBrowser *browser)
{
  g_autoptr (FoyerHttpResponse) visits = test_browser_get (browser, "/visits");
  g_autoptr (FoyerHttpResponse) booked = test_browser_post (browser, "/bookings", "");

  test_assert_goes (visits, "/sign-in");
  test_assert_goes (booked, "/sign-in");
}

/* S03 */
static void
test_revoked_link_ends_sessions (Fixture *self, gconstpointer data)
{
  put (self, "[{'id': 'pl-1', 'status': 'revoked'}]");
  assert_signed_out (self->browser);
  put (self, "[{'id': 'ps-1', 'access.direct_links': 'off'}]");
  assert_signed_out (self->other);
}

static void
test_staff_end_sessions (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);

  for (guint i = 0; i < stays->len; i++) {
    g_autofree char *json
        = g_strdup_printf ("[{'id': '%s', 'status': 'ended'}]", foyer_record_get_id (stays->pdata[i]));

    put (self, json);
  }
  assert_signed_out (self->browser);
}

static void
test_closed_client (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) booked = NULL;

  put (self, "[{'id': 'cl-1', 'portalEnabled': false}]");
  before = dump (self);
  home = test_browser_get (self->browser, "/");
  booked = test_browser_post (self->browser, "/bookings", "");
  test_assert_status (home, 403);
  g_assert_null (strstr (test_body (home), "Ellen"));
  test_assert_status (booked, 403);
  g_assert_cmpstr (test_body (home), ==, test_body (booked));
  assert_unchanged (self, before);
}

/* S04 */
static void
test_sessions_end (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) still = NULL;

  foyer_test_server_advance (self->server, 72 * 3600 - 1);
  still = test_browser_get (self->browser, "/visits");
  test_assert_status (still, 200);
  foyer_test_server_advance (self->server, 1);
  assert_signed_out (self->browser);
}

static void
test_shorter_sessions_at_once (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) still = NULL;

  foyer_test_server_advance (self->server, 3 * 3600);
  put (self, "[{'id': 'ps-1', 'access.idle_hours': 4}]");
  still = test_browser_get (self->browser, "/visits");
  test_assert_status (still, 200);
  put (self, "[{'id': 'ps-1', 'access.idle_hours': 3}]");
  assert_signed_out (self->browser);
  put (self, "[{'id': 'ps-1', 'access.idle_hours': 0, 'access.session_hours': 2}]");
  assert_signed_out (self->browser);
}

/* S05, A02: every organisation has the same records with the same ids here. */
static void
test_two_organisations (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) acme = NULL;
  g_autoptr (TestBrowser) stranger = NULL;
  g_autofree char *path = book (self);
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) foreign = NULL;
  g_autoptr (FoyerHttpResponse) unknown = NULL;

  foyer_test_server_add (self->server, "acme");
  acme = test_browser_new_signed_in (self->server, "acme", "pl-1", "cl-1", NULL);
  before = dump (self);
  stranger = test_browser_new (self->server, "acme");
  stranger->session = g_strdup (self->browser->session);
  assert_signed_out (stranger);
  home = test_browser_get (stranger, "/");
  g_assert_null (strstr (test_body (home), "Ellen"));
  foreign = test_browser_get (acme, path);
  unknown = test_browser_get (acme, "/bookings/bk-0");
  test_assert_status (foreign, 404);
  g_assert_cmpstr (test_body (foreign), ==, test_body (unknown));
  assert_unchanged (self, before);
}

static void
test_unknown_host (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "nowhere");
  g_autoptr (FoyerHttpResponse) home = test_browser_get (browser, "/");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/visits");

  test_assert_status (home, 421);
  g_assert_cmpstr (test_body (home), ==, test_body (page));
}

/* S09 */
static void
test_token_of_staff (Fixture *self, gconstpointer data)
{
  g_autofree char *bearer = foyer_test_server_sign_in (self->server, "northwind");
  FoyerCredentials credentials = { .bearer = bearer };
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, "GET", "/visits");
  g_autoptr (FoyerHttpResponse) response = foyer_test_server_ask (self->server, &credentials, request);

  test_assert_goes (response, "/sign-in");
}

/* --- Forms --- */

/* S06 */
static void
test_tokens (Fixture *self, gconstpointer data)
{
  g_autofree char *path = book (self);
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autofree char *form = test_form ("2026-11-25T10:00:00Z", "");
  g_autoptr (TestBrowser) second
      = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (second, path);
  g_autoptr (FoyerHttpResponse) visits = test_browser_get (self->browser, "/visits");
  g_autofree char *cut = g_strndup (self->browser->token, strlen (self->browser->token) - 1);
  const char *tokens[] = { "", "x", second->token, self->browser->token, cut };
  const char *paths[] = { "/bookings", "/book/property", "/book/time", "/book/check", withdraw };
  g_autofree char *before = dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (paths); j++) {
      g_autofree char *text = g_strdup_printf ("token=%s&%s", tokens[i], form);
      g_autoptr (FoyerHttpResponse) refused = send_post (self->browser, paths[j], FORM, text);

      test_assert_status (refused, 403);
    }
  }
  {
    g_autofree char *foreign = g_strconcat ("token=", second->token, NULL);
    g_autoptr (FoyerHttpResponse) none = send_post (self->browser, "/sign-out", FORM, "");
    g_autoptr (FoyerHttpResponse) wrong = send_post (self->browser, "/sign-out", FORM, foreign);

    test_assert_status (none, 403);
    test_assert_status (wrong, 403);
  }
  assert_unchanged (self, before);
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
  foyer_http_request_set_body (request, FORM, body);
  return test_browser_ask (browser, request);
}

#define OWN "http://northwind.localhost"

/* L09, S06: every post, whoever sends it. */
static void
test_origins (Fixture *self, gconstpointer data)
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
  before = dump (self);
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
      assert_unchanged (self, before);
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
test_bodies (Fixture *self, gconstpointer data)
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
    { FORM "x", "", 415 },
    { FORM, "a=1&a=2", 400 },
    { FORM, "token=1&token=2", 400 },
    { FORM, "a=%", 400 },
    { FORM, "a=%f", 400 },
    { FORM, "a=%00", 400 },
    { FORM, "a=%ff", 400 },
    { FORM, "a=\xff", 400 },
    { FORM "; charset=utf-8", "", 403 },
  };
  g_autofree char *large = g_strnfill (64 * 1024 + 1, 'a');
  g_autofree char *before = dump (self);
  g_autoptr (FoyerHttpResponse) too_large = send_post (self->browser, "/sign-out", FORM, large);
  g_autoptr (FoyerHttpResponse) twice = test_browser_get (self->browser, "/book/time?service=1&service=2");
  g_autoptr (FoyerHttpResponse) odd = test_browser_get (self->browser, "/book/time?service=%ff");
  g_autoptr (FoyerHttpResponse) elsewhere = test_browser_get (self->browser, "/visits?a=1&a=2&email=x");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerHttpResponse) refused
        = send_post (self->browser, "/sign-out", cases[i].type, cases[i].text);

    test_assert_status (refused, cases[i].status);
  }
  test_assert_status (too_large, 413);
  test_assert_status (twice, 400);
  test_assert_status (odd, 400);
  test_assert_status (elsewhere, 200);
  assert_unchanged (self, before);
}

static void
test_methods (Fixture *self, gconstpointer data)
{
  static const char *const methods[] = { "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get" };
  g_autofree char *before = dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, methods[i], "/visits");
    g_autoptr (FoyerHttpResponse) response = test_browser_ask (self->browser, request);

    test_assert_status (response, 405);
    g_assert_cmpstr (foyer_http_response_header (response, "allow"), ==, "GET, HEAD");
  }
  assert_unchanged (self, before);
}

/* --- Whose is it? --- */

/* A01, A03 */
static void
test_foreign_booking (Fixture *self, gconstpointer data)
{
  static const char *const ends[] = { "/withdraw", "/accept", "/neither" };
  g_autofree char *path = book (self);
  g_autofree char *before = dump (self);
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
  assert_unchanged (self, before);
}

static FoyerHttpResponse *
book_with (Fixture *self, const char *service, const char *property, const char *more)
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
test_foreign_choices (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  put (self, "[{'id': 'sv-3', 'name': 'Secret work', 'durationMinutes': 60, 'position': 3}]");
  before = dump (self);
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
  assert_unchanged (self, before);
}

static void
test_no_property (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) none = NULL;
  g_autoptr (GPtrArray) bookings = NULL;

  put (self, "[{'id': 'ps-1', 'booking.require_property': false}]");
  none = book_with (self, "sv-1", "none", "");
  bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);
  test_assert_status (none, 303);
  g_assert_cmpuint (bookings->len, ==, 1);
  g_assert_null (foyer_booking_get_property_id (bookings->pdata[0]));
}

/* A15, B07, B09 */
static void
test_forged_fields (Fixture *self, gconstpointer data)
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
test_times (Fixture *self, gconstpointer data)
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
  before = dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *form = test_form (times[i], "");
    g_autoptr (FoyerHttpResponse) refused = NULL;

    test_browser_come_to_check (self->browser, TEST_SLOT);
    refused = test_browser_post (self->browser, "/bookings", form);
    test_assert_status (refused, 200);
    g_assert_nonnull (strstr (test_body (refused), "action=\"/book/check\""));
    assert_unchanged (self, before);
  }
}

/* 000-38, B02 */
static void
test_day_is_full (Fixture *self, gconstpointer data)
{
  static const char *const times[]
      = { "2026-11-25T08:00:00Z", "2026-11-25T10:00:00Z", "2026-11-25T12:00:00Z", "2026-11-25T14:00:00Z" };

  put (self, "[{'id': 'ps-1', 'booking.max_per_day': 2}]");
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_autofree char *form = test_form (times[i], "");
    g_autoptr (FoyerHttpResponse) answer = NULL;

    test_browser_come_to_check (self->browser, TEST_SLOT);
    answer = test_browser_post (self->browser, "/bookings", form);
    test_assert_status (answer, i < 2 ? 303u : 200u);
  }
  g_assert_cmpuint (count_bookings (self), ==, 2);
}

/* Fifty posts for a time that two people can take: two bookings, none twice (B02). */
static void
test_last_slot (Fixture *self, gconstpointer data)
{
  guint taken = 0;

  put (self, "[{'id': 'ps-1', 'booking.max_per_day': 0}]");
  for (guint i = 0; i < 50; i++) {
    g_autofree char *form = test_form ("2026-11-25T10:00:00Z", "");
    g_autoptr (FoyerHttpResponse) answer = NULL;

    foyer_test_server_advance (self->server, 600);
    test_browser_come_to_check (self->browser, TEST_SLOT);
    answer = test_browser_post (self->browser, "/bookings", form);
    taken += answer->status == 303;
  }
  g_assert_cmpuint (taken, ==, 2);
  g_assert_cmpuint (count_bookings (self), ==, 2);
}

/* --- Switched off --- */

static void
test_portal_off (Fixture *self, gconstpointer data)
{
  static const char *const paths[] = { "/",        "/visits",  "/book", "/book/time?a=1&a=1", "/bookings/x",
                                       "/sign-in", "/no/such", "/l/x",  "/sign-out" };
  g_autofree char *link = make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) first = NULL;
  g_autoptr (FoyerHttpResponse) opened = NULL;
  g_autofree char *before = NULL;

  put (self, "[{'id': 'ps-1', 'portal.enabled': false}]");
  before = dump (self);
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
  assert_unchanged (self, before);
}

/* A14 */
static void
test_booking_off (Fixture *self, gconstpointer data)
{
  static const char *const modes[] = { "off", "requests" };
  static const char *const paths[] = { "/book", "/book/property", "/book/time", "/book/check", "/bookings" };
  g_autofree char *form = test_form (TEST_SLOT, "");

  test_browser_come_to_check (self->browser, TEST_SLOT);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', 'booking.mode': '%s'}]", modes[i]);
    g_autofree char *before = NULL;

    put (self, json);
    before = dump (self);
    for (guint j = 0; j < G_N_ELEMENTS (paths); j++) {
      g_autoptr (FoyerHttpResponse) got = test_browser_get (self->browser, paths[j]);
      g_autoptr (FoyerHttpResponse) posted = test_browser_post (self->browser, paths[j], form);
      g_autoptr (FoyerHttpResponse) unknown = test_browser_get (self->browser, "/no/such");

      test_assert_status (got, strcmp (paths[j], "/bookings") == 0 ? 405u : 404u);
      g_assert_cmpstr (test_body (got), ==, test_body (unknown));
      g_assert_cmpstr (test_body (posted), ==, test_body (unknown));
    }
    assert_unchanged (self, before);
  }
}

/* Widening counts from the next sign-in, narrowing at once (A04). */
static void
test_access_is_granted_and_allowed (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser
      = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", "'may': ['message']");
  g_autoptr (FoyerHttpResponse) before = test_browser_get (browser, "/book");
  g_autoptr (FoyerHttpResponse) after = NULL;
  g_autoptr (FoyerHttpResponse) narrowed = NULL;
  g_autoptr (FoyerHttpResponse) open = test_browser_get (self->browser, "/book");

  test_assert_status (before, 404);
  put (self, "[{'id': 'pl-3', 'may': ['message', 'book']}]");
  after = test_browser_get (browser, "/book");
  test_assert_status (after, 404);
  test_assert_status (open, 200);
  put (self, "[{'id': 'ps-1', 'access.link_may': ['message']}]");
  narrowed = test_browser_get (self->browser, "/book");
  test_assert_status (narrowed, 404);
}

/* A11: a booking can be looked at still, when no more can be done with it. */
static void
test_no_permission (Fixture *self, gconstpointer data)
{
  g_autofree char *path = book (self);
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autofree char *before = NULL;

  put (self, "[{'id': 'ps-1', 'access.link_may': []}]");
  before = dump (self);
  refused = test_browser_post (self->browser, withdraw, "");
  test_assert_status (page, 200);
  test_assert_status (refused, 200);
  assert_unchanged (self, before);
}

#define ADD(path, function) g_test_add ("/site/attacks/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("dead-links-are-alike", test_dead_links_are_alike);
  ADD ("looking-at-links", test_looking_at_links);
  ADD ("link-that-asks", test_link_that_asks);
  ADD ("revoked-link-ends-sessions", test_revoked_link_ends_sessions);
  ADD ("staff-end-sessions", test_staff_end_sessions);
  ADD ("closed-client", test_closed_client);
  ADD ("sessions-end", test_sessions_end);
  ADD ("shorter-sessions-at-once", test_shorter_sessions_at_once);
  ADD ("two-organisations", test_two_organisations);
  ADD ("unknown-host", test_unknown_host);
  ADD ("token-of-staff", test_token_of_staff);
  ADD ("tokens", test_tokens);
  ADD ("origins", test_origins);
  ADD ("bodies", test_bodies);
  ADD ("methods", test_methods);
  ADD ("foreign-booking", test_foreign_booking);
  ADD ("foreign-choices", test_foreign_choices);
  ADD ("no-property", test_no_property);
  ADD ("forged-fields", test_forged_fields);
  ADD ("times", test_times);
  ADD ("day-is-full", test_day_is_full);
  ADD ("last-slot", test_last_slot);
  ADD ("portal-off", test_portal_off);
  ADD ("booking-off", test_booking_off);
  ADD ("access-is-granted-and-allowed", test_access_is_granted_and_allowed);
  ADD ("no-permission", test_no_permission);
  return g_test_run ();
}
