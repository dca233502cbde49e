/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-walls.c - what every route of the portal keeps to, whatever stands in the records (reliability.md §2.6, H, I, S) */

#include "accounts/foyer-secret.h"
#include "foyer-json.h"
#include "foyer-test-business.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-site-routes.h"
#include "test-site-world.h"
#include "types/audit_event.h"
#include "types/sign_in_event.h"

#include <sqlite3.h>
#include <string.h>

/* What would be markup, script, an entity or an address if a page took it for that. */
#define PAYLOAD "\\\"\\u0027><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;{{7*7}}"
#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number

static const char hostile[]
    = "[{'id': 'cl-1', 'name': 'E " PAYLOAD "', 'company': 'C " PAYLOAD "'},"
      " {'id': 'pr-1', 'clientId': 'cl-1', 'name': 'P " PAYLOAD "', 'street': 'S " PAYLOAD "'},"
      " {'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'V " PAYLOAD "', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00', 'report': 'R " PAYLOAD
      "', 'reportVisible': true},"
      " {'id': 'qt-1', 'clientId': 'cl-1', 'title': 'Q " PAYLOAD "', 'status': 'sent', 'number': '1',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'sentAt': '2026-11-02 09:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'I " PAYLOAD "', 'status': 'issued', 'number': '1',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}},"
      " {'id': 'py-1', 'clientId': 'cl-1', 'invoiceId': 'inv-1', 'amount': {'amount': 1, 'currency': 'USD'},"
      "  'detail': 'D " PAYLOAD "', 'paidAt': '2026-11-02 09:00'},"
      " {'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-1', 'blobId': 'b', 'caption': 'F " PAYLOAD
      "', 'released': true},"
      " {'id': 'pn-1', 'clientId': 'cl-1', 'name': 'N " PAYLOAD "', 'status': 'active'},"
      " {'id': 'ct-1', 'clientId': 'cl-1', 'title': 'T " PAYLOAD "', 'status': 'active'},"
      " {'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'J " PAYLOAD
      "', 'body': 'B " PAYLOAD "',"
      "  'requestedAt': '2026-11-02 09:00'},"
      " {'id': 'dc-1', 'clientId': 'cl-1', 'title': 'O " PAYLOAD
      "', 'shownTo': 'all', 'fileName': 'file.pdf'},"
      " {'id': 'eq-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'name': 'M " PAYLOAD "'},"
      " {'id': 'sv-1', 'name': 'W " PAYLOAD "'}]";

/* One id of each type that a path may name. */
static char *
fill_path (const char *path)
{
  static const char *const sections[][2] = {
    { "/visits/", ID ("vs", "1") },     { "/quotes/", ID ("qt", "1") },    { "/invoices/", ID ("inv", "1") },
    { "/properties/", ID ("pr", "1") }, { "/plans/", ID ("pn", "1") },     { "/contracts/", ID ("ct", "1") },
    { "/requests/", ID ("rq", "1") },   { "/documents/", ID ("dc", "1") }, { "/equipment/", ID ("eq", "1") },
    { "/photos/", ID ("ph", "1") },
  };
  g_autoptr (GString) filled = g_string_new (path);
  const char *id = "x";

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    if (g_str_has_prefix (path, sections[i][0]))
      id = sections[i][1];
  }
  g_string_replace (filled, "*", id, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/* I01: what people wrote is words on every page, and never more. */
static void
test_hostile_words (TestSite *self, gconstpointer data)
{
  guint n_routes;
  guint n_shown = 0;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  test_site_put (self, hostile);
  for (guint i = 0; i < n_routes; i++) {
    g_autofree char *path = fill_path (routes[i].path);
    g_autoptr (FoyerHttpResponse) response = NULL;
    const char *type;

    if (strcmp (routes[i].method, "GET") != 0 || routes[i].access == FOYER_SITE_GATE)
      continue;
    response = test_browser_get (self->browser, path);
    type = foyer_http_response_header (response, "content-type");
    if (type == NULL || !g_str_has_prefix (type, "text/html"))
      continue;
    g_assert_null (strstr (test_body (response), "<script"));
    g_assert_null (strstr (test_body (response), "<img src=x"));
    g_assert_null (strstr (test_body (response), "&lt;b&gt;{{49"));
    g_assert_null (strstr (test_body (response), ";<b>"));
    n_shown += strstr (test_body (response), "&lt;script&gt;alert(1)") != NULL;
  }
  g_assert_cmpuint (n_shown, >=, 15);
}

/* I02: what would be a piece of SQL is a word that nothing is called. */
static void
test_sql_words (TestSite *self, gconstpointer data)
{
  static const char *const words[] = { "%27",
                                       "1%27%20OR%20%271%27=%271",
                                       "%22;DROP%20TABLE%20client;--",
                                       "%25",
                                       "_",
                                       "%00x",
                                       "$1",
                                       "?1",
                                       "x%27)%20UNION%20SELECT%20hash%20FROM%20portal_session--" };
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < n_routes; i++) {
    if (strchr (routes[i].path, '*') == NULL || routes[i].access == FOYER_SITE_GATE)
      continue;
    for (guint j = 0; j < G_N_ELEMENTS (words); j++) {
      g_autoptr (GString) path = g_string_new (routes[i].path);
      g_autofree char *decoded = g_uri_unescape_string (words[j], NULL);
      g_autoptr (FoyerHttpResponse) response = NULL;

      if (decoded == NULL)
        continue;
      g_string_replace (path, "*", decoded, 0);
      response = strcmp (routes[i].method, "GET") == 0 ? test_browser_get (self->browser, path->str)
                                                       : test_browser_post (self->browser, path->str, "");
      g_assert_true (response->status == 404 || response->status == 403);
    }
  }
  for (guint j = 0; j < G_N_ELEMENTS (words); j++) {
    g_autofree char *query
        = g_strdup_printf ("/book/time?service=%s&property=%s&start=%s", words[j], words[j], words[j]);
    g_autoptr (FoyerHttpResponse) response = test_browser_get (self->browser, query);

    g_assert_true (response->status == 200 || response->status == 400);
  }
  test_site_assert_unchanged (self, before);
}

/* S10: of two cookies with one name the first counts, and they are never put together. */
static void
test_cookies (TestSite *self, gconstpointer data)
{
  static const char *const forms[] = {
    "__Host-fys=%s; __Host-fys=%s",
    "x=1; __Host-fys=%s; __Host-fys=%s; y=2",
    "__Host-fys=%s;__Host-fys=%s",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    for (guint is_first = 0; is_first < 2; is_first++) {
      g_autoptr (GString) cookies = g_string_new (forms[i]);
      g_autoptr (FoyerHttpRequest) request
          = foyer_http_request_new ("GET", "northwind.localhost", "/visits", NULL);
      FoyerCredentials credentials = { 0 };
      g_autoptr (FoyerHttpResponse) response = NULL;

      g_string_replace (cookies, "%s", is_first ? self->browser->session : "fys_wrong", 1);
      g_string_replace (cookies, "%s", is_first ? "fys_wrong" : self->browser->session, 1);
      foyer_http_request_set_header (request, "cookie", cookies->str);
      credentials.session = foyer_session_cookie_read (request);
      response = foyer_test_server_ask (self->server, &credentials, request);
      if (is_first)
        test_assert_status (response, 200);
      else
        test_assert_goes (response, "/sign-in");
      foyer_secret_free (credentials.session);
    }
  }
}

/* H15: there are no other rooms than those of the table. */
static void
test_no_other_rooms (TestSite *self, gconstpointer data)
{
  static const char *const paths[] = { "/internal/tls-ask",
                                       "/internal",
                                       "/metrics",
                                       "/debug",
                                       "/status",
                                       "/server-status",
                                       "/.git/config",
                                       "/.env",
                                       "/foyer.db",
                                       "/../foyer.db",
                                       "/admin",
                                       "/index.html",
                                       "/robots.txt",
                                       "/static/",
                                       "/static/../x",
                                       "/foyer_site_book",
                                       "/jmap/api",
                                       "/jmap/events",
                                       "/oauth/token",
                                       "/.well-known/jmap",
                                       "//",
                                       "/visits/",
                                       "/visits/x/y",
                                       "/VISITS" };
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (FoyerHttpResponse) got = test_browser_get (self->browser, paths[i]);
    g_autoptr (FoyerHttpResponse) posted = test_browser_post (self->browser, paths[i], "");

    if (got->status != 404 || posted->status != 404)
      g_error ("%s answers %u and %u", paths[i], got->status, posted->status);
  }
  test_site_assert_unchanged (self, before);
}

/* L08, H05: whoever asks for a head gets what a GET says, and opens, uses up and changes nothing. */
static void
test_heads (TestSite *self, gconstpointer data)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);
  g_autofree char *link = test_site_make_link (self, "northwind", "pl-7", "cl-1", NULL);

  test_site_put (self, hostile);
  for (guint i = 0; i < n_routes; i++) {
    g_autofree char *before = test_site_dump (self);
    g_autofree char *path
        = strcmp (routes[i].path, "/l/*") == 0 ? g_strdup (link) : fill_path (routes[i].path);
    g_autoptr (FoyerHttpRequest) request = NULL;
    g_autoptr (FoyerHttpResponse) head = NULL;
    g_autofree char *after = NULL;

    if (strcmp (routes[i].method, "GET") != 0)
      continue;
    request = test_browser_request (self->browser, "HEAD", path);
    head = test_browser_ask (self->browser, request);
    after = test_site_dump (self);
    if (strcmp (before, after) != 0)
      g_error ("HEAD %s changes something", path);
    if (strcmp (routes[i].path, "/l/*") != 0) {
      g_autoptr (FoyerHttpResponse) got = test_browser_get (self->browser, path);

      g_assert_cmpuint (head->status, ==, got->status);
      g_assert_cmpstr (foyer_http_response_header (head, "location"), ==,
                       foyer_http_response_header (got, "location"));
    }
    g_assert_null (foyer_http_response_header (head, "set-cookie"));
  }
}

/* H10: when a page cannot be made, it says so with a number to ask for, and nothing of what is inside. */
static void
test_trouble (TestSite *self, gconstpointer data)
{
  g_autofree char *file = g_build_filename (self->server->directory, "foyer.db", NULL);
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, "GET", "/visits");
  g_autoptr (FoyerHttpResponse) response = NULL;
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (file, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "ALTER TABLE visit RENAME TO elsewhere", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);
  foyer_http_request_set_header (request, "x-request-id", "ref-4711");
  g_test_expect_message ("foyer-server", G_LOG_LEVEL_WARNING, "A portal page failed*");
  response = test_browser_ask (self->browser, request);
  g_assert_cmpuint (response->status, >=, 500);
  g_test_assert_expected_messages ();
  g_assert_null (strstr (test_body (response), "elsewhere"));
  g_assert_null (strstr (test_body (response), "SELECT"));
  g_assert_null (strstr (test_body (response), "no such"));
  g_assert_null (strstr (test_body (response), ".c:"));
}

/* --- 001-39: every access and every change is written down --- */

static guint
count_traces (TestSite *self)
{
  g_autoptr (GPtrArray) audits = foyer_test_server_list (self->server, "northwind", &foyer_audit_event_type);
  g_autoptr (GPtrArray) entries
      = foyer_test_server_list (self->server, "northwind", &foyer_sign_in_event_type);

  return audits->len + entries->len;
}

static void
test_traces (TestSite *self, gconstpointer data)
{
  guint before = count_traces (self);
  g_autofree char *link = test_site_make_link (self, "northwind", "pl-7", "cl-1", NULL);
  g_autoptr (TestBrowser) second = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_get (second, link);
  g_autofree char *booking = NULL;
  g_autofree char *withdraw = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) withdrawn = NULL;
  g_autoptr (FoyerHttpResponse) sessions = NULL;
  g_autoptr (FoyerHttpResponse) ended = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) out = NULL;

  test_assert_goes (in, "/");
  g_assert_cmpuint (count_traces (self), ==, before + 1);
  booking = test_site_book (self);
  g_assert_cmpuint (count_traces (self), ==, before + 2);
  page = test_browser_get (self->browser, booking);
  withdraw = g_strconcat (booking, "/withdraw", NULL);
  withdrawn = test_browser_post (self->browser, withdraw, "");
  g_assert_cmpuint (withdrawn->status, ==, 303);
  g_assert_cmpuint (count_traces (self), ==, before + 3);
  sessions = test_browser_get (second, "/sessions");
  ended = test_browser_post (second, "/sessions/end-others", "");
  test_assert_status (sessions, 200);
  g_assert_cmpuint (ended->status, ==, 303);
  home = test_browser_get (second, "/");
  out = test_browser_post (second, "/sign-out", "");
  test_assert_goes (out, "/sign-in");
  g_assert_cmpuint (count_traces (self), >=, before + 4);
}

/* Who acted stands in the event by name, and no secret does. */
static void
test_traces_name_who (TestSite *self, gconstpointer data)
{
  g_autofree char *booking = test_site_book (self);
  g_autoptr (GPtrArray) audits = foyer_test_server_list (self->server, "northwind", &foyer_audit_event_type);
  FoyerRecord *last;

  g_assert_cmpuint (audits->len, >, 0);
  last = audits->pdata[audits->len - 1];
  g_assert_cmpint (foyer_audit_event_get_actor (last), ==, FOYER_AUDIT_EVENT_LINK);
  g_assert_cmpint (foyer_audit_event_get_origin (last), ==, FOYER_AUDIT_EVENT_FROM_PORTAL);
  g_assert_cmpstr (foyer_audit_event_get_actor_name (last), ==, "Ellen Ruiz");
  for (guint i = 0; i < audits->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (audits->pdata[i]);
    g_autofree char *text = foyer_json_canonical_object (json);

    g_assert_null (strstr (text, "\"fyd_"));
    g_assert_null (strstr (text, "\"fys_"));
  }
}

#define ADD(path, function) \
  g_test_add ("/site/walls/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("I01-hostile-words", test_hostile_words);
  ADD ("I02-sql-words", test_sql_words);
  ADD ("S10-cookies", test_cookies);
  ADD ("H15-no-other-rooms", test_no_other_rooms);
  ADD ("L08-heads", test_heads);
  ADD ("H10-trouble", test_trouble);
  ADD ("traces", test_traces);
  ADD ("traces-name-who", test_traces_name_who);
  return g_test_run ();
}
