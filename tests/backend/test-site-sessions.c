/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-sessions.c - links and sessions that must not work, and change nothing (reliability.md §2.6 L, S) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/portal_link.h"
#include "types/portal_session.h"

#include <string.h>

/* --- Links --- */

/* L01, L02, L13 */
static void
test_dead_links_are_alike (TestSite *self, gconstpointer data)
{
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_LINK, self->server->random);
  g_autofree char *replaced = test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *replacing = test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *expired
      = test_site_make_link (self, "northwind", "pl-4", "cl-1", "'expiresAt': '2026-11-23T08:59:59Z'");
  g_autofree char *revoked = test_site_make_link (self, "northwind", "pl-5", "cl-1", "'status': 'revoked'");
  g_autofree char *elsewhere = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *before = NULL;
  const char *paths[8];
  g_autofree char *random_path = g_strconcat ("/l/", unknown, NULL);

  foyer_test_server_add (self->server, "acme");
  elsewhere = test_site_make_link (self, "acme", "pl-6", "cl-1", NULL);
  closed = test_site_make_link (self, "northwind", "pl-7", "cl-2", NULL);
  test_site_put (self, "[{'id': 'cl-2', 'portalEnabled': false}]");
  before = test_site_dump (self);

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
  test_site_assert_unchanged (self, before);
  g_assert_nonnull (replacing);
}

/* L08 */
static void
test_looking_at_links (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
  g_autofree char *path = test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < 20; i++) {
    g_autoptr (FoyerHttpRequest) request = test_browser_request (scanner, "HEAD", path);
    g_autoptr (FoyerHttpResponse) head = test_browser_ask (scanner, request);

    g_assert_cmpint (foyer_backend_choose_lane (request), ==, FOYER_LANE_READ);
    test_assert_goes (head, "/");
    g_assert_null (foyer_http_response_header (head, "set-cookie"));
  }
  test_site_assert_unchanged (self, before);
  for (guint i = 0; i < 20; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) opened = test_browser_get (browser, path);
    g_autoptr (FoyerHttpResponse) visits = test_browser_get (browser, "/visits");

    test_assert_goes (opened, "/");
    test_assert_status (visits, 200);
  }
}

static char *
make_link_that_asks (TestSite *self)
{
  test_site_put (self, "[{'id': 'ps-1', 'access.direct_links': 'checked', 'access.recheck_after_days': 0},"
                       " {'id': 'cl-1', 'phone': '(503) 555-01 42'}]");
  return test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
}

/* X2: looking at a link that asks changes nothing; the digits open it. */
static void
test_link_that_asks (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *path = make_link_that_asks (self);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) opened = test_browser_get (browser, path);
  g_autoptr (FoyerHttpResponse) checked = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;
  g_autoptr (FoyerRecord) link = NULL;

  test_assert_status (opened, 200);
  g_assert_nonnull (strstr (test_body (opened), "name=\"last4\""));
  g_assert_null (strstr (test_body (opened), "Ellen"));
  g_assert_null (browser->session);
  test_site_assert_unchanged (self, before);
  checked = test_browser_post (browser, path, "last4=0142");
  test_assert_goes (checked, "/");
  visits = test_browser_get (browser, "/visits");
  test_assert_status (visits, 200);
  link = foyer_test_server_get (self->server, "northwind", "pl-3");
  g_assert_cmpint (foyer_portal_link_get_checked_at (link), ==, TEST_SERVER_NOW);
}

/* L21: five wrong tries lock the digits, the right ones included, and a day later they are asked for again. */
static void
test_five_wrong_tries (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *path = make_link_that_asks (self);
  g_autoptr (FoyerHttpResponse) locked = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;

  for (guint i = 0; i < 5; i++) {
    g_autoptr (FoyerHttpResponse) wrong = test_browser_post (browser, path, "last4=0143");

    test_assert_status (wrong, 200);
    g_assert_null (browser->session);
    g_assert_true ((strstr (test_body (wrong), "name=\"last4\"") != NULL) == (i < 4));
  }
  locked = test_browser_post (browser, path, "last4=0142");
  test_assert_status (locked, 200);
  g_assert_null (browser->session);
  g_assert_nonnull (strstr (test_body (locked), "Too many wrong tries"));
  foyer_test_server_advance (self->server, 24 * 3600 + 1);
  later = test_browser_post (browser, path, "last4=0142");
  test_assert_goes (later, "/");
}

/* D18, and what is no number of four digits. */
static void
test_digits_that_cannot_be_right (TestSite *self, gconstpointer data)
{
  static const char *const forms[] = { "last4=", "last4=42", "last4=5550142", "last4=%00142", "last4=abcd" };
  g_autofree char *path = make_link_that_asks (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) no_phone = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms) - 1; i++) {
    g_autoptr (FoyerHttpResponse) wrong = test_browser_post (browser, path, forms[i]);

    g_assert_cmpuint (wrong->status, !=, 303);
    g_assert_null (browser->session);
  }
  test_site_put (self, "[{'id': 'cl-1', 'phone': null}]");
  no_phone = test_browser_post (browser, path, "last4=0000");
  g_assert_null (browser->session);
}

/* L02 with digits: a dead link has no check. */
static void
test_digits_of_dead_link (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *path = make_link_that_asks (self);
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_LINK, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/l/", unknown, NULL);
  g_autoptr (FoyerHttpResponse) revoked = NULL;
  g_autoptr (FoyerHttpResponse) never = NULL;

  test_site_put (self, "[{'id': 'pl-3', 'status': 'revoked'}]");
  revoked = test_browser_post (browser, path, "last4=0142");
  never = test_browser_post (browser, unknown_path, "last4=0142");
  test_assert_status (revoked, 404);
  test_assert_status (never, 404);
  g_assert_cmpstr (test_body (revoked), ==, test_body (never));
}

/* L13: a bill that was open when its link ended keeps it alive for 180 days in all; past them, or revoked, it is dead as any other. */
static void
test_kept_alive (TestSite *self, gconstpointer data)
{
  static const char *const bill
      = "[{'id': 'inv-9', 'clientId': 'cl-1', 'title': 'Repair', 'status': 'issued', "
        "'issuedOn': '2026-10-01'}]";
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *kept
      = test_site_make_link (self, "northwind", "pl-3", "cl-1", "'expiresAt': '2026-11-20T09:00:00Z'");
  g_autofree char *past
      = test_site_make_link (self, "northwind", "pl-4", "cl-1", "'expiresAt': '2026-11-20T09:00:00Z'");
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_LINK, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/l/", unknown, NULL);
  g_autoptr (FoyerHttpResponse) never = test_browser_get (browser, unknown_path);
  g_autoptr (FoyerHttpResponse) unbilled = NULL;
  g_autoptr (FoyerHttpResponse) works = NULL;
  g_autoptr (FoyerHttpResponse) late = NULL;
  g_autoptr (FoyerHttpResponse) revoked = NULL;

  test_site_put (self, "[{'id': 'pl-3', 'issuedAt': '2026-05-28T09:00:00Z'},"
                       " {'id': 'pl-4', 'issuedAt': '2026-05-20T09:00:00Z'}]");
  unbilled = test_browser_get (browser, kept);
  test_assert_status (unbilled, 404);
  test_site_put (self, bill);
  works = test_browser_get (browser, kept);
  test_assert_goes (works, "/");
  late = test_browser_get (browser, past);
  test_site_put (self, "[{'id': 'pl-3', 'status': 'revoked'}]");
  revoked = test_browser_get (browser, kept);
  test_assert_status (late, 404);
  test_assert_status (revoked, 404);
  g_assert_cmpstr (test_body (late), ==, test_body (never));
  g_assert_cmpstr (test_body (revoked), ==, test_body (never));
}

/* --- Sessions --- */

/* One link, two browsers: each sees both, and can end the other. */
static void
test_list_of_sessions (TestSite *self, gconstpointer data)
{
  g_autofree char *path = test_site_make_link (self, "northwind", "pl-3", "cl-1", NULL);
  g_autoptr (TestBrowser) phone = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) desk = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) first = test_browser_get (phone, path);
  g_autoptr (FoyerHttpResponse) second = test_browser_get (desk, path);
  g_autoptr (FoyerHttpResponse) list = test_browser_get (desk, "/sessions");
  g_autoptr (FoyerHttpResponse) ended = NULL;
  g_autoptr (FoyerHttpResponse) phone_visits = NULL;
  g_autoptr (FoyerHttpResponse) desk_visits = NULL;

  test_assert_status (list, 200);
  g_assert_nonnull (strstr (test_body (list), "/end\""));
  g_assert_nonnull (strstr (test_body (list), "This device"));
  ended = test_browser_post (desk, "/sessions/end-others", "");
  test_assert_goes (ended, "/sessions");
  phone_visits = test_browser_get (phone, "/visits");
  test_assert_goes (phone_visits, "/sign-in");
  desk_visits = test_browser_get (desk, "/visits");
  test_assert_status (desk_visits, 200);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
}

/* A01, A03 */
static void
test_session_of_somebody_else (TestSite *self, gconstpointer data)
{
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/sessions");
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < stays->len; i++) {
    g_autofree char *id = foyer_test_id ("cl-1");
    g_autofree char *path = g_strdup_printf ("/sessions/%s/end", foyer_record_get_id (stays->pdata[i]));
    g_autoptr (FoyerHttpResponse) refused = NULL;

    if (strcmp (foyer_portal_session_get_client_id (stays->pdata[i]), id) == 0)
      continue;
    g_assert_null (strstr (test_body (page), foyer_record_get_id (stays->pdata[i])));
    refused = test_browser_post (self->browser, path, "");
    test_assert_status (refused, 404);
  }
  test_site_assert_unchanged (self, before);
}

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
test_revoked_link_ends_sessions (TestSite *self, gconstpointer data)
{
  test_site_put (self, "[{'id': 'pl-1', 'status': 'revoked'}]");
  assert_signed_out (self->browser);
  test_site_put (self, "[{'id': 'ps-1', 'access.direct_links': 'off'}]");
  assert_signed_out (self->other);
}

static void
test_staff_end_sessions (TestSite *self, gconstpointer data)
{
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);

  for (guint i = 0; i < stays->len; i++) {
    g_autofree char *json
        = g_strdup_printf ("[{'id': '%s', 'status': 'ended'}]", foyer_record_get_id (stays->pdata[i]));

    test_site_put (self, json);
  }
  assert_signed_out (self->browser);
}

static void
test_closed_client (TestSite *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) booked = NULL;

  test_site_put (self, "[{'id': 'cl-1', 'portalEnabled': false}]");
  before = test_site_dump (self);
  home = test_browser_get (self->browser, "/");
  booked = test_browser_post (self->browser, "/bookings", "");
  test_assert_status (home, 403);
  g_assert_null (strstr (test_body (home), "Ellen"));
  test_assert_status (booked, 403);
  g_assert_cmpstr (test_body (home), ==, test_body (booked));
  test_site_assert_unchanged (self, before);
}

/* S04 */
static void
test_sessions_end (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) still = NULL;

  foyer_test_server_advance (self->server, 72 * 3600 - 1);
  still = test_browser_get (self->browser, "/visits");
  test_assert_status (still, 200);
  foyer_test_server_advance (self->server, 1);
  assert_signed_out (self->browser);
}

static void
test_shorter_sessions_at_once (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) still = NULL;

  foyer_test_server_advance (self->server, 3 * 3600);
  test_site_put (self, "[{'id': 'ps-1', 'access.idle_hours': 4}]");
  still = test_browser_get (self->browser, "/visits");
  test_assert_status (still, 200);
  test_site_put (self, "[{'id': 'ps-1', 'access.idle_hours': 3}]");
  assert_signed_out (self->browser);
  test_site_put (self, "[{'id': 'ps-1', 'access.idle_hours': 0, 'access.session_hours': 2}]");
  assert_signed_out (self->browser);
}

/* S05, A02: every organisation has the same records with the same ids here. */
static void
test_two_organisations (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) acme = NULL;
  g_autoptr (TestBrowser) stranger = NULL;
  g_autofree char *path = test_site_book (self);
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) foreign = NULL;
  g_autoptr (FoyerHttpResponse) unknown = NULL;

  foyer_test_server_add (self->server, "acme");
  acme = test_browser_new_signed_in (self->server, "acme", "pl-1", "cl-1", NULL);
  before = test_site_dump (self);
  stranger = test_browser_new (self->server, "acme");
  stranger->session = g_strdup (self->browser->session);
  assert_signed_out (stranger);
  home = test_browser_get (stranger, "/");
  g_assert_null (strstr (test_body (home), "Ellen"));
  foreign = test_browser_get (acme, path);
  unknown = test_browser_get (acme, "/bookings/bk-0");
  test_assert_status (foreign, 404);
  g_assert_cmpstr (test_body (foreign), ==, test_body (unknown));
  test_site_assert_unchanged (self, before);
}

static void
test_unknown_host (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "nowhere");
  g_autoptr (FoyerHttpResponse) home = test_browser_get (browser, "/");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/visits");

  test_assert_status (home, 421);
  g_assert_cmpstr (test_body (home), ==, test_body (page));
}

/* S09 */
static void
test_token_of_staff (TestSite *self, gconstpointer data)
{
  g_autofree char *bearer = foyer_test_server_sign_in (self->server, "northwind");
  FoyerCredentials credentials = { .bearer = bearer };
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, "GET", "/visits");
  g_autoptr (FoyerHttpResponse) response = foyer_test_server_ask (self->server, &credentials, request);

  test_assert_goes (response, "/sign-in");
}

#define ADD(path, function) \
  g_test_add ("/site/sessions/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("L01-L02-L13-dead-links-are-alike", test_dead_links_are_alike);
  ADD ("L13-kept-alive-by-a-bill", test_kept_alive);
  ADD ("L08-looking-at-links", test_looking_at_links);
  ADD ("link-that-asks", test_link_that_asks);
  ADD ("L21-five-wrong-tries", test_five_wrong_tries);
  ADD ("digits-that-cannot-be-right", test_digits_that_cannot_be_right);
  ADD ("digits-of-dead-link", test_digits_of_dead_link);
  ADD ("list", test_list_of_sessions);
  ADD ("A03-list-of-somebody-else", test_session_of_somebody_else);
  ADD ("S03-revoked-link-ends-sessions", test_revoked_link_ends_sessions);
  ADD ("S03-staff-end-sessions", test_staff_end_sessions);
  ADD ("S03-closed-client", test_closed_client);
  ADD ("S04-sessions-end", test_sessions_end);
  ADD ("S04-shorter-sessions-at-once", test_shorter_sessions_at_once);
  ADD ("S05-two-organisations", test_two_organisations);
  ADD ("H15-unknown-host", test_unknown_host);
  ADD ("S09-token-of-staff", test_token_of_staff);
  return g_test_run ();
}
