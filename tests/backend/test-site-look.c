/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-look.c - staff look at a portal in a browser, see what a client sees, and can do nothing (reliability.md §2.6 P) */

#include "test-site-world.h"

#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "site/foyer-site-routes.h"
#include "types/audit_event.h"
#include "types/portal_link.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define ELLEN "'viewer': {'clientId': '" ID ("cl", "1") "', 'personId': null, 'linkId': '" ID ("pl", "1") "'}"
#define NOBODY "'viewer': {'clientId': null, 'personId': null, 'linkId': null}"

typedef struct {
  TestSite site;
  FoyerTestApi *api;
  TestBrowser *browser; /* of staff */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_site_set_up (&fixture->site, data);
  fixture->api = foyer_test_api_new (fixture->site.server, "northwind", "st-1");
  fixture->browser = test_browser_new (fixture->site.server, "northwind");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_browser_free (fixture->browser);
  foyer_test_api_free (fixture->api);
  test_site_tear_down (&fixture->site, data);
}

/* The path of a fresh link. */
static char *
open_portal (Fixture *fixture, const char *viewer, const char *page)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (fixture->api, "Portal/open", "%s, 'page': '%s'", viewer, page);
  g_autofree char *url = foyer_test_api_read (answer, "url");
  const char *path = strstr (url, "/l/");

  foyer_test_api_assert (answer, "@", "Portal/open");
  foyer_test_api_assert (answer, "expiresAt", "2026-11-23T09:05:00Z");
  g_assert_nonnull (path);
  return g_strdup (path);
}

static void
look (Fixture *fixture, const char *viewer)
{
  g_autofree char *path = open_portal (fixture, viewer, "/visits");
  g_autoptr (FoyerHttpResponse) opened = test_browser_get (fixture->browser, path);

  test_assert_goes (opened, "/visits");
  g_assert_nonnull (fixture->browser->look);
  g_assert_null (fixture->browser->session);
}

static guint
count (Fixture *fixture, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (fixture->site.server, "northwind", type);

  return records->len;
}

/* --- P01 --- */

static void
test_looks_only (Fixture *fixture, gconstpointer unused)
{
  static const char *const addresses[] = { "/",        "/visits", "/invoices", "/quotes",      "/messages",
                                           "/profile", "/book",   "/sessions", "/no-such-page" };
  guint n_events = count (fixture, &foyer_audit_event_type);
  guint n_sessions = count (fixture, &foyer_portal_session_type);
  guint n_sign_ins = count (fixture, &foyer_sign_in_event_type);
  g_autofree char *before = NULL;

  look (fixture, ELLEN);
  g_assert_cmpuint (count (fixture, &foyer_audit_event_type), ==, n_events + 1);
  before = test_site_dump (&fixture->site);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (FoyerHttpRequest) request = test_browser_request (fixture->browser, "GET", addresses[i]);
    g_autoptr (FoyerHttpResponse) page = test_browser_ask (fixture->browser, request);

    g_assert_cmpint (foyer_backend_choose_lane (request), ==, FOYER_LANE_READ);
    g_assert_nonnull (strstr (test_body (page), "is looking at this portal"));
    g_assert_nonnull (strstr (test_body (page), "/end-preview"));
    test_assert_status (page, i + 1 < G_N_ELEMENTS (addresses) ? 200 : 404);
  }
  test_site_assert_unchanged (&fixture->site, before);
  g_assert_cmpuint (count (fixture, &foyer_portal_session_type), ==, n_sessions);
  g_assert_cmpuint (count (fixture, &foyer_sign_in_event_type), ==, n_sign_ins);
}

/* Whatever a client's look would leave behind, staff's does not. */
static void
test_nothing_is_left_behind (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *link = test_site_make_link (&fixture->site, "northwind", "pl-3", "cl-1", NULL);
  g_autofree char *before = NULL;
  const char *const addresses[] = { "/quotes/" ID ("qt", "1"),
                                    "/messages/" ID ("cv", "1"),
                                    "/photos/" ID ("ph", "1"),
                                    "/statement/pdf",
                                    link,
                                    "/m/x",
                                    "/i/x" };

  test_site_put (&fixture->site,
                 "[{'id': 'qt-1', 'clientId': 'cl-1', 'title': 'Heat pump', 'status': 'sent', 'number': '1',"
                 "  'total': {'amount': 1, 'currency': 'USD'}, 'sentAt': '2026-11-02 09:00'},"
                 " {'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Letter', 'lastAt': '2026-11-02 09:00'},"
                 " {'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'team', 'body': 'Hello',"
                 "  'sentAt': '2026-11-02 09:00'}]");
  look (fixture, ELLEN);
  before = test_site_dump (&fixture->site);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (fixture->browser, addresses[i]);

    if (i < 2)
      test_assert_status (page, 200);
    if (i >= 4)
      test_assert_status (page, 403);
    g_assert_null (fixture->browser->session);
  }
  test_site_assert_unchanged (&fixture->site, before);
}

/* --- P02 --- */

static void
test_nothing_can_be_posted (Fixture *fixture, gconstpointer unused)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);
  g_autofree char *before = NULL;

  look (fixture, ELLEN);
  before = test_site_dump (&fixture->site);
  for (guint i = 0; i < n_routes; i++) {
    g_autoptr (GString) path = g_string_new (routes[i].path);
    g_autoptr (FoyerHttpResponse) answer = NULL;

    if (strcmp (routes[i].method, "POST") != 0)
      continue;
    g_string_replace (path, "*", ID ("qt", "1"), 0);
    answer = test_browser_post (fixture->browser, path->str, "note=x");
    test_assert_status (answer, 403);
    g_assert_nonnull (strstr (test_body (answer), "This is only a preview"));
  }
  test_site_assert_unchanged (&fixture->site, before);
}

/* --- P03 --- */

static void
assert_is_nobody (TestBrowser *browser)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/visits");

  test_assert_goes (page, "/sign-in");
}

static void
test_not_elsewhere (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = open_portal (fixture, ELLEN, "/");
  g_autoptr (TestBrowser) elsewhere = NULL;
  g_autoptr (FoyerHttpResponse) opened = NULL;

  foyer_test_server_add (fixture->site.server, "acme");
  elsewhere = test_browser_new (fixture->site.server, "acme");
  opened = test_browser_get (elsewhere, path);
  test_assert_status (opened, 404);
  look (fixture, ELLEN);
  elsewhere->look = g_strdup (fixture->browser->look);
  assert_is_nobody (elsewhere);
}

static void
test_five_minutes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = open_portal (fixture, ELLEN, "/");
  g_autoptr (FoyerHttpResponse) shown = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;

  look (fixture, ELLEN);
  foyer_test_server_advance (fixture->site.server, 299);
  shown = test_browser_get (fixture->browser, "/visits");
  test_assert_status (shown, 200);
  foyer_test_server_advance (fixture->site.server, 1);
  assert_is_nobody (fixture->browser);
  dead = test_browser_get (fixture->browser, path);
  test_assert_status (dead, 404);
}

/* It ends where staff end it, with the console that asked, and with whoever asked. */
static void
test_ends_with_staff (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = open_portal (fixture, ELLEN, "/visits");
  g_autoptr (FoyerHttpResponse) opened = test_browser_get (fixture->browser, path);
  g_autoptr (FoyerHttpResponse) ended = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;
  g_autofree char *device = NULL;
  g_autofree char *cookie = g_strdup (fixture->browser->look);

  test_assert_goes (opened, "/visits");
  ended = test_browser_get (fixture->browser, "/end-preview");
  test_assert_goes (ended, "/sign-in");
  g_assert_null (fixture->browser->look);
  /* Neither the link nor a cookie that was kept opens it again. */
  dead = test_browser_get (fixture->browser, path);
  test_assert_status (dead, 404);
  fixture->browser->look = g_steal_pointer (&cookie);
  assert_is_nobody (fixture->browser);
  g_clear_pointer (&fixture->browser->look, g_free);
  look (fixture, ELLEN);
  device = g_strdup_printf ("[{'id': '%s', 'staffId': 'st-1', 'name': 'Desk', 'status': 'revoked',"
                            " 'registeredAt': '2026-11-21 09:00'}]",
                            fixture->api->device);
  test_site_put (&fixture->site, device);
  assert_is_nobody (fixture->browser);
}

/* --- P04 --- */

static void
test_roles (Fixture *fixture, gconstpointer unused)
{
  static const char *const roles[] = { "office", "viewer" };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autofree char *id = g_strdup_printf ("st-%u", 7 + i);
    g_autoptr (FoyerTestApi) api = NULL;
    g_autoptr (JsonObject) answer = NULL;
    g_autofree char *before = NULL;

    foyer_test_api_add_staff (fixture->site.server, "northwind", id, roles[i]);
    api = foyer_test_api_new (fixture->site.server, "northwind", id);
    before = test_site_dump (&fixture->site);
    answer = foyer_test_api_call (api, "Portal/open", ELLEN ", 'page': '/'");
    foyer_test_api_assert (answer, i == 0 ? "@" : "type", i == 0 ? "Portal/open" : "forbidden");
    if (i == 1)
      test_site_assert_unchanged (&fixture->site, before);
  }
}

static void
test_others (Fixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = {
    "'viewer': {'clientId': '" ID ("cl", "9") "'}, 'page': '/'",
    "'viewer': {'clientId': '" ID ("cl", "1") "', 'linkId': '" ID ("pl", "2") "'}, 'page': '/'",
    "'viewer': {'linkId': '" ID ("pl", "2") "'}, 'page': '/'",
    "'viewer': {'clientId': 7}, 'page': '/'",
    "'page': '/'",
    NOBODY,
    NOBODY ", 'page': '//elsewhere.example/'",
    NOBODY ", 'page': 'https://elsewhere.example/'",
    NOBODY ", 'page': '/no-such-page'",
  };
  g_autofree char *before = test_site_dump (&fixture->site);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (JsonObject) answer = foyer_test_api_call (fixture->api, "Portal/open", "%s", wrong[i]);

    foyer_test_api_assert (answer, "type", "invalidArguments");
  }
  test_site_assert_unchanged (&fixture->site, before);
}

/* What nobody who is signed in sees can be looked at too. */
static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = open_portal (fixture, NOBODY, "/sign-in");
  g_autoptr (FoyerHttpResponse) opened = test_browser_get (fixture->browser, path);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (fixture->browser, "/sign-in");

  test_assert_goes (opened, "/sign-in");
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "is looking at this portal"));
}

/* --- In the console --- */

#define EVENT "ae-01890a5d-ac96-7d4e-8f00-0000000000a1"
#define LOOKED "'actor': 'staff', 'origin': 'console', 'verb': 'preview'"

static JsonObject *
tell (Fixture *fixture, const char *members)
{
  return foyer_test_api_call (fixture->api, "AuditEvent/set", "'create': {'" EVENT "': {%s}}", members);
}

/* The line says who looked, as whom and at whose client, whatever a console says; nobody's access counts it. */
static void
test_console_tells (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *members = g_strdup_printf (
      LOOKED ", 'at': '2026-11-23T08:00:00Z', 'actorId': '%s',"
             " 'actorName': 'Nobody', 'summary': 'nothing',"
             " 'recordType': 'Invoice', 'recordId': '" ID ("pl", "1") "',"
                                                                      " 'clientId': '" ID ("cl", "9") "'",
      fixture->api->staff);
  guint n_sessions = count (fixture, &foyer_portal_session_type);
  guint n_sign_ins = count (fixture, &foyer_sign_in_event_type);
  g_autoptr (FoyerRecord) link = foyer_test_server_get (fixture->site.server, "northwind", ID ("pl", "1"));
  g_autoptr (FoyerRecord) link_after = NULL;
  g_autoptr (JsonObject) told = tell (fixture, members);
  g_autoptr (FoyerRecord) line = foyer_test_server_get (fixture->site.server, "northwind", EVENT);

  foyer_test_api_assert (told, "notCreated", "null");
  g_assert_cmpint (foyer_audit_event_get_actor (line), ==, FOYER_AUDIT_EVENT_STAFF);
  g_assert_cmpstr (foyer_audit_event_get_actor_id (line), ==, fixture->api->staff);
  g_assert_cmpstr (foyer_audit_event_get_actor_name (line), ==, "Ana");
  g_assert_cmpint (foyer_audit_event_get_origin (line), ==, FOYER_AUDIT_EVENT_FROM_CONSOLE);
  g_assert_cmpstr (foyer_audit_event_get_summary (line), ==, "looked in the console");
  g_assert_cmpstr (foyer_audit_event_get_record_type (line), ==, "PortalLink");
  g_assert_cmpstr (foyer_audit_event_get_client_id (line), ==, ID ("cl", "1"));
  g_assert_cmpuint (count (fixture, &foyer_portal_session_type), ==, n_sessions);
  g_assert_cmpuint (count (fixture, &foyer_sign_in_event_type), ==, n_sign_ins);
  link_after = foyer_test_server_get (fixture->site.server, "northwind", ID ("pl", "1"));
  g_assert_cmpint (foyer_portal_link_get_open_count (link_after), ==,
                   foyer_portal_link_get_open_count (link));
}

/* When it comes, what was looked at may be gone; and no clock is ahead of the server's. */
static void
test_console_tells_late (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonObject) told
      = tell (fixture, LOOKED
              ", 'at': '2027-11-23T08:00:00Z', 'recordId': '" ID ("pp", "7") "',"
                                                                             " 'clientId': '" ID ("cl",
                                                                                                  "7") "'");
  g_autoptr (FoyerRecord) line = foyer_test_server_get (fixture->site.server, "northwind", EVENT);

  foyer_test_api_assert (told, "notCreated", "null");
  g_assert_cmpstr (foyer_audit_event_get_client_id (line), ==, ID ("cl", "7"));
  g_assert_cmpint (foyer_audit_event_get_at (line), ==,
                   foyer_clock_now_seconds (FOYER_CLOCK (fixture->site.server->clock)));
}

static void
test_console_tells_nothing_else (Fixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = {
    "'actor': 'staff', 'origin': 'console', 'verb': 'approve', 'at': '2026-11-23T08:00:00Z', 'recordId': "
    "'" ID ("pl", "1") "'",
    "'actor': 'person', 'origin': 'console', 'verb': 'preview', 'at': '2026-11-23T08:00:00Z', 'recordId': "
    "'" ID ("pl", "1") "'",
    "'actor': 'staff', 'origin': 'portal', 'verb': 'preview', 'at': '2026-11-23T08:00:00Z', 'recordId': "
    "'" ID ("pl", "1") "'",
    LOOKED
    ", 'actorId': '" ID ("st", "9") "', 'at': '2026-11-23T08:00:00Z', 'recordId': '" ID ("pl", "1") "'",
    LOOKED ", 'at': '2026-11-23T08:00:00Z', 'recordId': '" ID ("iv", "1") "'",
    LOOKED ", 'at': '2026-11-23T08:00:00Z'",
    LOOKED ", 'recordId': '" ID ("pl", "1") "'",
    LOOKED ", 'at': '2026-11-23T08:00:00Z', 'recordId': '" ID ("pl", "1") "', 'after': {'a': 1}",
    LOOKED
    ", 'at': '2026-11-23T08:00:00Z', 'recordId': '" ID ("pl", "1") "', 'deviceId': '" ID ("dv", "1") "'",
  };
  g_autofree char *before = test_site_dump (&fixture->site);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (JsonObject) told = tell (fixture, wrong[i]);

    foyer_test_api_assert (told, "created", "null");
  }
  test_site_assert_unchanged (&fixture->site, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/site/look/P01-looks-only", Fixture, NULL, set_up, test_looks_only, tear_down);
  g_test_add ("/site/look/P01-nothing-is-left-behind", Fixture, NULL, set_up, test_nothing_is_left_behind,
              tear_down);
  g_test_add ("/site/look/P02-nothing-can-be-posted", Fixture, NULL, set_up, test_nothing_can_be_posted,
              tear_down);
  g_test_add ("/site/look/P03-not-elsewhere", Fixture, NULL, set_up, test_not_elsewhere, tear_down);
  g_test_add ("/site/look/P03-five-minutes", Fixture, NULL, set_up, test_five_minutes, tear_down);
  g_test_add ("/site/look/P03-ends-with-staff", Fixture, NULL, set_up, test_ends_with_staff, tear_down);
  g_test_add ("/site/look/P04-roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add ("/site/look/P04-others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/site/look/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/site/look/console-tells", Fixture, NULL, set_up, test_console_tells, tear_down);
  g_test_add ("/site/look/console-tells-late", Fixture, NULL, set_up, test_console_tells_late, tear_down);
  g_test_add ("/site/look/console-tells-nothing-else", Fixture, NULL, set_up, test_console_tells_nothing_else,
              tear_down);
  return g_test_run ();
}
