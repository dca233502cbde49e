/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-door.c - signing in by mail, and what attackers try there (reliability.md §2.6, L) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
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

static FoyerSignInEventOutcome
last_outcome (TestSite *self)
{
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (self->server, "northwind", &foyer_sign_in_event_type);
  FoyerRecord *last = NULL;

  for (guint i = 0; i < events->len; i++) {
    if (last == NULL || foyer_record_get_rev (events->pdata[i]) > foyer_record_get_rev (last))
      last = events->pdata[i];
  }
  g_assert_nonnull (last);
  return (FoyerSignInEventOutcome) foyer_sign_in_event_get_outcome (last);
}

/* 000-15..18: an address is typed, a mail comes, a button signs in for 72 hours. */
static void
test_sign_in (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) peeked = test_browser_get (browser, path);
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  g_assert_cmpint (count_mails (self), ==, 1);
  g_assert_cmpint (last_outcome (self), ==, FOYER_SIGN_IN_EVENT_SENT);
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

/* L08 */
static void
test_mail_scanner (TestSite *self, gconstpointer data)
{
  g_autofree char *path = ask_for_link (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) in = NULL;

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

#define ADD(path, data, function) \
  g_test_add ("/site/door/" path, TestSite, GUINT_TO_POINTER (data), set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sign-in", 0, test_sign_in);
  ADD ("same-answer", 0, test_same_answer);
  ADD ("mail-scanner", 0, test_mail_scanner);
  ADD ("scanner-that-posts", 0, test_scanner_that_posts);
  ADD ("hundred-at-once", 0, test_hundred_at_once);
  ADD ("dead-links-are-alike", 0, test_dead_links_are_alike);
  ADD ("fresh-link", 0, test_fresh_link);
  ADD ("no-fresh-link", 0, test_no_fresh_link);
  ADD ("fresh-direct-link", 0, test_fresh_direct_link);
  ADD ("mail-flood", 0, test_mail_flood);
  ADD ("nothing-of-the-secret-is-kept", 0, test_nothing_of_the_secret_is_kept);
  ADD ("session-ends-with-the-method", 0, test_session_ends_with_the_way_in);
  ADD ("session-ends-with-single-sign-on", 1, test_session_ends_with_the_way_in);
  ADD ("session-ends-with-the-domain", 2, test_session_ends_with_the_way_in);
  ADD ("disabled-person", 0, test_disabled_person);
  return g_test_run ();
}
