/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-door.c - signing in by mail, and what attackers try there (reliability.md §2.6, L) */

#include "test-site-world.h"

#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#include <string.h>

#define MARIA \
  "{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'email': 'Maria@Hillside.example', 'role': " \
  "'owner', " \
  "'status': 'active'}"
#define FORM "email=maria%40hillside.example"

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self,
                 "[" MARIA
                 ", {'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Gone', 'email': 'gone@hillside.example',"
                 " 'role': 'owner', 'status': 'disabled'}]");
}

static void
answer_door (TestSite *self)
{
  foyer_backend_answer_door (self->server->backend,
                             foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock)));
  g_assert_cmpint (foyer_test_server_count_wishes (self->server), ==, 0);
}

static gint64
count_mails (TestSite *self)
{
  return foyer_database_integer (foyer_backend_get_writer (self->server->backend),
                                 "SELECT count(*) FROM mail_job", NULL);
}

/* The path of the link in the last mail. */
static char *
read_last_link (TestSite *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (foyer_backend_get_writer (self->server->backend),
                                "SELECT body_text FROM mail_job ORDER BY number DESC LIMIT 1", &error);
  const char *found;

  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  found = strstr (foyer_statement_get_text (statement, 0), "/m/");
  g_assert_nonnull (found);
  return g_strndup (found, strlen ("/m/") + FOYER_SECRET_LENGTH);
}

/* Asks for a link as Maria and gets it. */
static char *
ask_for_link (TestSite *self)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, "/sign-in", FORM);

  test_assert_goes (asked, "/sign-in/sent");
  answer_door (self);
  return read_last_link (self);
}

static FoyerRecord *
get_last_event (TestSite *self)
{
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (self->server, "northwind", &foyer_sign_in_event_type);
  FoyerRecord *last = NULL;

  for (guint i = 0; i < events->len; i++) {
    if (last == NULL || foyer_record_get_rev (events->pdata[i]) > foyer_record_get_rev (last))
      last = events->pdata[i];
  }
  g_assert_nonnull (last);
  return g_object_ref (last);
}

static FoyerSignInEventOutcome
last_outcome (TestSite *self)
{
  g_autoptr (FoyerRecord) last = get_last_event (self);

  return (FoyerSignInEventOutcome) foyer_sign_in_event_get_outcome (last);
}

/* Staff have a link mailed (D12, D20): once for each time that they ask, and not to whom it would not let in. */
static void
test_staff_send_a_link (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autofree char *id = foyer_test_id ("pp-1");
  g_autofree char *problem = g_strdup_printf ("notUpdated %s properties", id);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (api, "PortalPerson/set", "'update': {'%s': {'sendSignIn': true}}", id);
  g_autofree char *path = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) refused = NULL;

  foyer_test_api_assert (answer, "notUpdated", "null");
  g_assert_cmpint (count_mails (self), ==, 1);
  path = read_last_link (self);
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_false (FOYER_HAS (person, portal_person, send_sign_in));
  in = test_browser_get (browser, path);
  test_assert_status (in, 200);
  test_site_put (self, "[{'id': 'ps-1', 'access.allowed_domains': ['other.example']}]");
  refused = foyer_test_api_call (api, "PortalPerson/set", "'update': {'%s': {'sendSignIn': true}}", id);
  foyer_test_api_assert (refused, problem, "[\"sendSignIn\"]");
  g_assert_cmpint (count_mails (self), ==, 1);
}

/* 000-15..18: an address is typed, a mail comes, a button signs in for 72 hours. */
static void
test_sign_in (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  FoyerSignInEventOutcome answered = last_outcome (self);
  g_autoptr (FoyerHttpResponse) peeked = test_browser_get (browser, path);
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  g_assert_cmpint (count_mails (self), ==, 1);
  g_assert_cmpint (answered, ==, FOYER_SIGN_IN_EVENT_SENT);
  g_assert_cmpint (last_outcome (self), ==, FOYER_SIGN_IN_EVENT_OPENED);
  test_assert_status (peeked, 200);
  g_assert_null (browser->session);
  g_assert_nonnull (strstr (test_body (peeked), "name=\"confirm\""));
  in = test_browser_post (browser, path, "confirm=1");
  test_assert_goes (in, "/");
  g_assert_nonnull (strstr (foyer_http_response_header (in, "set-cookie"), "Max-Age=259200"));
  home = test_browser_get (browser, "/");
  test_assert_status (home, 200);
  g_assert_nonnull (strstr (test_body (home), "Hillside Dental"));
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_cmpint (foyer_portal_person_get_last_seen_at (person), ==, TEST_SERVER_NOW);
  again = test_browser_post (browser, path, "confirm=1");
  test_assert_status (again, 404);
}

/* L05: the same bytes for an address that is known, unknown, or may not; staff read which it was. */
static void
test_same_answer (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *form;
    FoyerSignInEventOutcome outcome;
  } cases[] = {
    { "email=nobody%40hillside.example", FOYER_SIGN_IN_EVENT_UNKNOWN },
    { "email=gone%40hillside.example", FOYER_SIGN_IN_EVENT_NOT_ALLOWED },
    { FORM, FOYER_SIGN_IN_EVENT_SENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autofree char *before = test_site_dump (self);
    g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, "/sign-in", cases[i].form);

    test_assert_goes (asked, "/sign-in/sent");
    g_assert_cmpuint (g_bytes_get_size (asked->body), ==, 0);
    /* Until the door is answered, nothing but the wish itself is there (L07). */
    test_site_assert_unchanged (self, before);
    g_assert_cmpint (foyer_test_server_count_wishes (self->server), ==, 1);
    answer_door (self);
    g_assert_cmpint (last_outcome (self), ==, cases[i].outcome);
  }
  g_assert_cmpint (count_mails (self), ==, 1);
}

static guint
count_events (TestSite *self)
{
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (self->server, "northwind", &foyer_sign_in_event_type);

  return events->len;
}

/* L08: nothing is used up. That somebody looked is written down once, however often they do (D17); who asks for heads leaves no trace. */
static void
test_mail_scanner (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *untouched = test_site_dump (self);
  guint n_events = count_events (self);
  g_autoptr (FoyerHttpRequest) first_head = test_browser_request (browser, "HEAD", path);
  g_autoptr (FoyerHttpResponse) headed_first = test_browser_ask (browser, first_head);
  g_autoptr (FoyerHttpResponse) first = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerRecord) event = NULL;

  test_assert_status (headed_first, 200);
  test_site_assert_unchanged (self, untouched);
  first = test_browser_get (browser, path);
  test_assert_status (first, 200);
  g_assert_cmpuint (count_events (self), ==, n_events + 1);
  event = get_last_event (self);
  g_assert_cmpint (foyer_sign_in_event_get_outcome (event), ==, FOYER_SIGN_IN_EVENT_OPENED);
  g_assert_nonnull (strstr (foyer_sign_in_event_get_reason (event), "probably by a mail scanner"));
  before = test_site_dump (self);
  for (guint i = 0; i < 20; i++) {
    g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpRequest) head = test_browser_request (scanner, "HEAD", path);
    g_autoptr (FoyerHttpResponse) headed = test_browser_ask (i % 2 == 0 ? scanner : self->browser, head);
    g_autoptr (FoyerHttpResponse) got = test_browser_get (i % 2 == 0 ? scanner : self->browser, path);

    g_assert_cmpint (foyer_backend_choose_lane (head), ==, FOYER_LANE_READ);
    test_assert_status (headed, 200);
    test_assert_status (got, 200);
    g_assert_null (foyer_http_response_header (got, "set-cookie"));
  }
  test_site_assert_unchanged (self, before);
  in = test_browser_post (browser, path, "confirm=1");
  test_assert_goes (in, "/");
}

/* D17: whoever comes after a scanner that sent the form is told nothing, and staff are told everything. */
static void
test_used_up_by_a_scanner (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) maria = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) used = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerRecord) event = NULL;
  g_autofree char *maria_id = foyer_test_id ("pp-1");
  guint n_events;

  foyer_test_server_advance (self->server, 4);
  used = test_browser_post (scanner, path, "confirm=1");
  test_assert_goes (used, "/");
  foyer_test_server_advance (self->server, 300);
  n_events = count_events (self);
  dead = test_browser_get (maria, path);
  again = test_browser_get (maria, path);
  test_assert_status (dead, 404);
  g_assert_cmpstr (test_body (again), ==, test_body (dead));
  g_assert_cmpuint (count_events (self), ==, n_events + 1);
  event = get_last_event (self);
  g_assert_cmpint (foyer_sign_in_event_get_outcome (event), ==, FOYER_SIGN_IN_EVENT_SCANNER);
  g_assert_cmpstr (foyer_sign_in_event_get_reason (event), ==, "Used 4 s after it was sent: a mail scanner");
  g_assert_cmpstr (foyer_sign_in_event_get_person_id (event), ==, maria_id);
}

/* D16, D17: why a link no longer worked, if it was one. */
static void
test_why_it_was_dead (TestSite *self, gconstpointer data)
{
  g_autofree char *used = ask_for_link (self);
  g_autofree char *late = NULL;
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_SIGN_IN, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/m/", unknown, NULL);
  g_autoptr (TestBrowser) maria = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) nothing = NULL;
  g_autoptr (FoyerHttpResponse) used_again = NULL;
  g_autoptr (FoyerHttpResponse) too_late = NULL;
  g_autofree char *before = NULL;

  foyer_test_server_advance (self->server, 60);
  late = ask_for_link (self);
  in = test_browser_post (maria, used, "confirm=1");
  test_assert_goes (in, "/");
  before = test_site_dump (self);
  nothing = test_browser_get (maria, unknown_path);
  test_assert_status (nothing, 404);
  test_site_assert_unchanged (self, before);
  used_again = test_browser_get (maria, used);
  test_assert_status (used_again, 404);
  g_assert_cmpint (last_outcome (self), ==, FOYER_SIGN_IN_EVENT_USED);
  foyer_test_server_advance (self->server, 3600);
  too_late = test_browser_get (maria, late);
  test_assert_status (too_late, 404);
  g_assert_cmpint (last_outcome (self), ==, FOYER_SIGN_IN_EVENT_EXPIRED);
}

/* L09: a scanner that sends the form itself. */
static void
test_scanner_that_posts (TestSite *self, gconstpointer data)
{
  static const char *const sites[] = { NULL, "cross-site", "none" };
  g_autofree char *path = ask_for_link (self);
  g_autofree char *before = test_site_dump (self);

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++) {
    g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "northwind.localhost", path, NULL);
    g_autoptr (GBytes) body = g_bytes_new_static ("confirm=1", strlen ("confirm=1"));
    g_autoptr (FoyerHttpResponse) refused = NULL;

    if (sites[i] != NULL)
      foyer_http_request_set_header (request, "sec-fetch-site", sites[i]);
    foyer_http_request_set_body (request, TEST_SITE_FORM, body);
    refused = test_browser_ask (scanner, request);
    test_assert_status (refused, 403);
  }
  test_site_assert_unchanged (self, before);
}

/* L10 */
static void
test_hundred_at_once (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  guint n_in = 0;

  for (guint i = 0; i < 100; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, path, "confirm=1");

    n_in += answer->status == 303;
  }
  g_assert_cmpuint (n_in, ==, 1);
}

/* L01, L02, L11: whatever is wrong with it, the bytes are the same; its button mails a fresh one if it may. */
static void
test_dead_links_are_alike (TestSite *self, gconstpointer data)
{
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_SIGN_IN, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/m/", unknown, NULL);
  g_autofree char *late = ask_for_link (self);
  g_autofree char *wrong_kind = g_strconcat ("/l/", late + strlen ("/m/"), NULL);
  g_autofree char *used = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (browser, used, "confirm=1");
  g_autoptr (FoyerHttpResponse) first = NULL;
  const char *paths[] = { late, used, "/m/x", wrong_kind };

  test_assert_goes (in, "/");
  foyer_test_server_advance (self->server, 3600);
  first = test_browser_get (browser, unknown_path);
  test_assert_status (first, 404);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (FoyerHttpResponse) dead = test_browser_get (browser, paths[i]);
    g_autoptr (FoyerHttpResponse) tried = test_browser_post (browser, paths[i], "confirm=1");

    test_assert_status (dead, 404);
    g_assert_cmpstr (test_body (dead), ==, test_body (first));
    g_assert_cmpuint (tried->status, !=, 303);
  }
}

static void
test_fresh_link (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_SIGN_IN, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/m/", unknown, NULL);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerHttpResponse) asked_unknown = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autofree char *fresh = NULL;

  foyer_test_server_advance (self->server, 3601);
  asked = test_browser_post (browser, path, "");
  asked_unknown = test_browser_post (browser, unknown_path, "");
  test_assert_status (asked, 200);
  g_assert_cmpstr (test_body (asked), ==, test_body (asked_unknown));
  g_assert_cmpint (count_mails (self), ==, 1);
  answer_door (self);
  g_assert_cmpint (count_mails (self), ==, 2);
  fresh = read_last_link (self);
  in = test_browser_post (browser, fresh, "confirm=1");
  test_assert_goes (in, "/");
}

/* A7: what was revoked, or whose reader may not come in any more, is not made anew. */
static void
test_no_fresh_link (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autofree char *revoked = test_site_make_link (self, "northwind", "pl-5", "cl-2", "'status': 'revoked'");
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerHttpResponse) asked_direct = NULL;

  test_site_put (
      self, "[{'id': 'cl-2', 'email': 'office@hillside.example'}, {'id': 'pp-1', 'status': 'disabled'}]");
  asked = test_browser_post (browser, path, "");
  asked_direct = test_browser_post (browser, revoked, "");
  answer_door (self);
  test_assert_status (asked, 200);
  test_assert_status (asked_direct, 200);
  g_assert_cmpint (count_mails (self), ==, 1);
}

/* An expired direct link of nobody by name: its fresh one goes to the client's address, and opens what the link opened. */
static void
test_fresh_direct_link (TestSite *self, gconstpointer data)
{
  g_autofree char *expired
      = test_site_make_link (self, "northwind", "pl-4", "cl-2", "'expiresAt': '2026-11-23T08:59:59Z'");
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;
  g_autofree char *fresh = NULL;

  test_site_put (self, "[{'id': 'cl-2', 'email': 'office@hillside.example'}]");
  asked = test_browser_post (browser, expired, "");
  test_assert_status (asked, 200);
  answer_door (self);
  fresh = read_last_link (self);
  in = test_browser_post (browser, fresh, "confirm=1");
  test_assert_goes (in, "/");
  visits = test_browser_get (browser, "/visits");
  test_assert_status (visits, 200);
}

/* L18 */
static void
test_mail_flood (TestSite *self, gconstpointer data)
{
  for (guint i = 0; i < 100; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, "/sign-in", FORM);

    test_assert_goes (asked, "/sign-in/sent");
    answer_door (self);
  }
  g_assert_cmpint (count_mails (self), ==, 5);
  g_assert_cmpint (last_outcome (self), ==, FOYER_SIGN_IN_EVENT_RATE_LIMITED);
}

/* L03: what is kept of a link is its hash. */
static void
test_nothing_of_the_secret_is_kept (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autofree char *sql
      = g_strdup_printf ("SELECT count(*) FROM mailed_link WHERE instr(hash, CAST('%s' AS BLOB)) > 0 OR"
                         " length(hash) <> 32",
                         path + strlen ("/m/"));

  g_assert_cmpint (foyer_database_integer (foyer_backend_get_writer (self->server->backend), sql, NULL), ==,
                   0);
}

/* S03: what is decided about a person counts at the next request. */
static void
test_session_ends_with_the_way_in (TestSite *self, gconstpointer data)
{
  static const char *const changes[] = {
    "[{'id': 'ps-1', 'access.email_link': false}]",
    "[{'id': 'cl-2', 'sso': 'required'}]",
    "[{'id': 'ps-1', 'access.allowed_domains': ['other.example']}]",
  };
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (browser, path, "confirm=1");
  g_autoptr (FoyerHttpResponse) visits = test_browser_get (browser, "/visits");
  guint number = GPOINTER_TO_UINT (data);

  test_assert_goes (in, "/");
  test_assert_status (visits, 200);
  test_site_put (self, changes[number]);
  g_clear_pointer (&visits, foyer_http_response_free);
  visits = test_browser_get (browser, "/visits");
  test_assert_goes (visits, "/sign-in");
}

static void
test_disabled_person (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autofree char *second = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (browser, path, "confirm=1");
  g_autoptr (FoyerHttpResponse) visits = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;

  test_site_put (self, "[{'id': 'pp-1', 'status': 'disabled'}]");
  visits = test_browser_get (browser, "/visits");
  test_assert_status (visits, 403);
  dead = test_browser_get (browser, second);
  test_assert_status (dead, 404);
}

/* --- Passwords --- */

#define PASSWORD "violet+anchor+teapot"
#define LOGIN "email=maria%40Hillside.example&password=violet%2Banchor%2Bteapot"

/* Gives Maria a password, as her own choice or as somebody else's. */
static void
give_password (TestSite *self, gboolean must_change)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *writer = foyer_backend_get_writer (self->server->backend);

  foyer_database_begin (writer, &error);
  g_assert_no_error (error);
  foyer_portal_logins_set (writer, self->server->random, 1, "maria@hillside.example", PASSWORD, must_change,
                           TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
  foyer_database_commit (writer, &error);
  g_assert_no_error (error);
}

/* 001-9: whoever reads the mail may choose a password, and come in with it. */
static void
test_choose_password (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *form;
    const char *says;
  } refused[] = {
    { "new=short&again=short", "at least 12 characters" },
    { "new=password123456&again=password123456", "easy to guess" },
    { "new=maria%40hillside.example1&again=maria%40hillside.example1", "easy to guess" },
    { "new=aaaaaaaaaaaaaaaa&again=aaaaaaaaaaaaaaaa", "easy to guess" },
    { "new=violet%2Banchor%2Bteapot&again=violet%2Banchor", "not the same" },
  };
  g_autofree char *path = ask_for_link (self);
  g_autofree char *second = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) other = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) fresh = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (browser, path, "confirm=1");
  g_autoptr (FoyerHttpResponse) other_in = test_browser_post (other, second, "confirm=1");
  g_autoptr (FoyerHttpResponse) asked = test_browser_get (browser, "/password");
  g_autoptr (FoyerHttpResponse) set = NULL;
  g_autoptr (FoyerHttpResponse) other_visits = NULL;
  g_autoptr (FoyerHttpResponse) signed_in = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  test_assert_status (asked, 200);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autofree char *before = test_site_dump (self);
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, "/password", refused[i].form);

    test_assert_status (answer, 200);
    g_assert_nonnull (strstr (test_body (answer), refused[i].says));
    test_site_assert_unchanged (self, before);
  }
  set = test_browser_post (browser, "/password",
                           "new=violet%2Banchor%2Bteapot&again=violet%2Banchor%2Bteapot");
  test_assert_goes (set, "/");
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_true (foyer_portal_person_get_has_password (person));
  /* The other devices are out. */
  other_visits = test_browser_get (other, "/visits");
  test_assert_goes (other_visits, "/sign-in");
  signed_in = test_browser_post (fresh, "/sign-in/password", LOGIN);
  test_assert_goes (signed_in, "/");
  /* A password session cannot choose another one: whoever took it over keeps nothing. */
  again = test_browser_get (fresh, "/password");
  test_assert_status (again, 404);
  g_assert_nonnull (in);
  g_assert_nonnull (other_in);
}

/* 004-24, 004-25: a password that somebody else thought of opens one page. */
static void
test_must_change (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) booked = NULL;
  g_autoptr (FoyerHttpResponse) set = NULL;
  g_autoptr (FoyerHttpResponse) visits_now = NULL;

  give_password (self, TRUE);
  in = test_browser_post (browser, "/sign-in/password", LOGIN);
  test_assert_status (in, 303);
  visits = test_browser_get (browser, "/visits");
  test_assert_goes (visits, "/password");
  booked = test_browser_post (browser, "/bookings", "");
  test_assert_goes (booked, "/password");
  page = test_browser_get (browser, "/password");
  test_assert_status (page, 200);
  set = test_browser_post (browser, "/password",
                           "new=copper%2Blantern%2Briver&again=copper%2Blantern%2Briver");
  test_assert_goes (set, "/");
  visits_now = test_browser_get (browser, "/visits");
  test_assert_status (visits_now, 200);
}

/* L05 for passwords: wrong, unknown, without a password, switched off for one: the same bytes. */
static void
test_wrong_passwords_are_alike (TestSite *self, gconstpointer data)
{
  static const char *const addresses[]
      = { "maria%40hillside.example", "nobody%40hillside.example", "gone%40hillside.example" };
  g_autofree char *first = NULL;

  give_password (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autofree char *form = g_strdup_printf ("email=%s&password=not+the+right+one", addresses[i]);
    g_autofree char *address = g_uri_unescape_string (addresses[i], NULL);
    g_autoptr (FoyerHttpResponse) wrong = test_browser_post (browser, "/sign-in/password", form);
    g_auto (GStrv) parts = g_strsplit (test_body (wrong), address, -1);
    g_autofree char *body = g_strjoinv ("", parts);

    test_assert_status (wrong, 200);
    g_assert_null (browser->session);
    if (first == NULL)
      first = g_steal_pointer (&body);
    else
      g_assert_cmpstr (body, ==, first);
  }
}

/* 000-68: tries are counted by address, known or not; the mail goes on working, and later the password, too. */
static void
test_password_tries (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) limited = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;

  give_password (self, FALSE);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (FoyerHttpResponse) wrong
        = test_browser_post (browser, "/sign-in/password",
                             "email=maria%40hillside.example&password=not+the+right+one");

    test_assert_status (wrong, 200);
  }
  limited = test_browser_post (browser, "/sign-in/password", LOGIN);
  test_assert_status (limited, 200);
  g_assert_null (browser->session);
  g_free (ask_for_link (self));
  foyer_test_server_advance (self->server, 12 * 60);
  later = test_browser_post (browser, "/sign-in/password", LOGIN);
  test_assert_goes (later, "/");
}

static void
test_passwords_off (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;

  give_password (self, FALSE);
  test_site_put (self, "[{'id': 'ps-1', 'access.password': false}]");
  page = test_browser_get (browser, "/sign-in");
  g_assert_null (strstr (test_body (page), "type=\"password\""));
  refused = test_browser_post (browser, "/sign-in/password", LOGIN);
  test_assert_status (refused, 404);
}

/* Whoever holds a link that names somebody is not that somebody: a link cannot be turned into a password. */
static void
test_link_chooses_no_password (TestSite *self, gconstpointer data)
{
  g_autofree char *path = test_site_make_link (self, "northwind", "pl-6", "cl-2", "'personId': 'pp-1'");
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_get (browser, path);
  g_autoptr (FoyerHttpResponse) refused = test_browser_get (browser, "/password");

  test_assert_goes (in, "/");
  test_assert_status (refused, 404);
}

/* One network, many addresses: it waits, and says so. */
static void
test_one_network (TestSite *self, gconstpointer data)
{
  FoyerCredentials credentials = { .remote = (char *) "192.0.2.7" };
  guint n_limited = 0;

  for (guint i = 0; i < 25; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", "/sign-in");
    g_autofree char *form = g_strdup_printf ("email=a%u%%40b.example", i);
    g_autoptr (GBytes) body = g_bytes_new (form, strlen (form));
    g_autoptr (FoyerHttpResponse) answer = NULL;

    foyer_http_request_set_body (request, TEST_SITE_FORM, body);
    answer = foyer_test_server_ask (self->server, &credentials, request);
    n_limited += answer->status == 429;
    if (answer->status == 429)
      g_assert_nonnull (foyer_http_response_header (answer, "retry-after"));
  }
  g_assert_cmpuint (n_limited, ==, 5);
}

#define ADD(path, data, function) \
  g_test_add ("/site/door/" path, TestSite, GUINT_TO_POINTER (data), set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sign-in", 0, test_sign_in);
  ADD ("L05-same-answer", 0, test_same_answer);
  ADD ("L08-mail-scanner", 0, test_mail_scanner);
  ADD ("L09-scanner-that-posts", 0, test_scanner_that_posts);
  ADD ("L08-used-up-by-a-scanner", 0, test_used_up_by_a_scanner);
  ADD ("why-it-was-dead", 0, test_why_it_was_dead);
  ADD ("L10-hundred-at-once", 0, test_hundred_at_once);
  ADD ("L01-L02-dead-links-are-alike", 0, test_dead_links_are_alike);
  ADD ("fresh-link", 0, test_fresh_link);
  ADD ("no-fresh-link", 0, test_no_fresh_link);
  ADD ("fresh-direct-link", 0, test_fresh_direct_link);
  ADD ("L18-mail-flood", 0, test_mail_flood);
  ADD ("L03-nothing-of-the-secret-is-kept", 0, test_nothing_of_the_secret_is_kept);
  ADD ("session-ends-with-the-method", 0, test_session_ends_with_the_way_in);
  ADD ("session-ends-with-single-sign-on", 1, test_session_ends_with_the_way_in);
  ADD ("session-ends-with-the-domain", 2, test_session_ends_with_the_way_in);
  ADD ("disabled-person", 0, test_disabled_person);
  ADD ("choose-password", 0, test_choose_password);
  ADD ("must-change", 0, test_must_change);
  ADD ("L05-wrong-passwords-are-alike", 0, test_wrong_passwords_are_alike);
  ADD ("password-tries", 0, test_password_tries);
  ADD ("passwords-off", 0, test_passwords_off);
  ADD ("link-chooses-no-password", 0, test_link_chooses_no_password);
  ADD ("one-network", 0, test_one_network);
  ADD ("staff-send-a-link", 0, test_staff_send_a_link);
  return g_test_run ();
}
