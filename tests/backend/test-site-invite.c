/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-invite.c - registering from an invite, and what attackers try there (reliability.md §2.6, L) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/audit_event.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <string.h>

#define CHOOSE "register=1&new=copper%2Blantern%2Briver&again=copper%2Blantern%2Briver"
#define LOGIN "email=maria%40hillside.example&password=copper%2Blantern%2Briver"
#define WITHOUT "register=1&without=1"

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (
      self, "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'email': 'Maria@Hillside.example'}]");
}

/* Invites Maria, or whoever is said, as staff. */
static JsonObject *
invite (TestSite *self, const char *id, const char *client, const char *person, const char *more)
{
  FoyerTestApi *api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autofree char *invite_id = foyer_test_id (id);
  g_autofree char *client_id = foyer_test_id (client);
  g_autofree char *person_id = foyer_test_id (person);
  JsonObject *answer
      = foyer_test_api_call (api, "Invite/set", "'create': {'%s': {'clientId': '%s', 'personId': '%s'%s}}",
                             invite_id, client_id, person_id, more);

  foyer_test_api_free (api);
  return answer;
}

static FoyerRecord *
get_invite (TestSite *self, const char *id)
{
  return foyer_test_server_get (self->server, "northwind", id);
}

static char *
read_last_mail (TestSite *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (foyer_backend_get_writer (self->server->backend),
                                "SELECT body_text FROM mail_job ORDER BY number DESC LIMIT 1", &error);

  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  return g_strdup (foyer_statement_get_text (statement, 0));
}

/* The path of the link in the last mail. */
static char *
read_last_link (TestSite *self)
{
  g_autofree char *text = read_last_mail (self);
  const char *found = strstr (text, "/i/");

  g_assert_nonnull (found);
  return g_strndup (found, strlen ("/i/") + FOYER_SECRET_LENGTH);
}

static char *
send_invite (TestSite *self)
{
  json_object_unref (invite (self, "iv-1", "cl-2", "pp-1", ""));
  return read_last_link (self);
}

static char *
issue (TestSite *self, const char *id, char **problem)
{
  FoyerTestApi *api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autofree char *invite_id = foyer_test_id (id);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (api, "Secret/issue", "'type': 'Invite', 'id': '%s'", invite_id);
  char *secret = g_strdup (foyer_json_object_text (answer, "secret"));

  if (problem != NULL)
    *problem = g_strdup (foyer_json_object_text (answer, "description"));
  foyer_test_api_free (api);
  return secret;
}

static FoyerHttpResponse *
look (TestBrowser *browser, const char *path)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "GET", path);

  foyer_http_request_set_header (request, "sec-fetch-dest", "document");
  return test_browser_ask (browser, request);
}

/* 001-9, 001-10: the link is opened, a password chosen, and only then is there access. */
static void
test_register (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) fresh = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) page = look (browser, path);
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) twice = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;
  g_autoptr (FoyerRecord) opened = get_invite (self, "iv-1");
  g_autoptr (FoyerRecord) used = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Maria@Hillside.example"));
  g_assert_nonnull (strstr (test_body (page), "Hillside Dental"));
  g_assert_cmpint (foyer_invite_get_status (opened), ==, FOYER_INVITE_OPENED);
  g_assert_cmpint (foyer_invite_get_opened_at (opened), ==, TEST_SERVER_NOW);
  in = test_browser_post (browser, path, CHOOSE);
  test_assert_goes (in, "/");
  home = test_browser_get (browser, "/");
  test_assert_status (home, 200);
  g_assert_nonnull (strstr (test_body (home), "Hillside Dental"));
  used = get_invite (self, "iv-1");
  g_assert_cmpint (foyer_invite_get_status (used), ==, FOYER_INVITE_REGISTERED);
  g_assert_cmpint (foyer_invite_get_registered_at (used), ==, TEST_SERVER_NOW);
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_ACTIVE);
  g_assert_true (foyer_portal_person_get_has_password (person));
  g_assert_true (FOYER_HAS (person, portal_person, notifications));
  /* A double click is answered as the first one. */
  twice = test_browser_post (browser, path, CHOOSE);
  test_assert_goes (twice, "/");
  later = test_browser_post (fresh, "/sign-in/password", LOGIN);
  test_assert_goes (later, "/");
}

/* 004-23: who wants none has no password, and signs in by mail. */
static void
test_without_password (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (browser, path, WITHOUT);
  g_autoptr (FoyerRecord) person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  guint n_by_mail = 0;

  test_assert_goes (in, "/");
  g_assert_false (foyer_portal_person_get_has_password (person));
  for (guint i = 0; i < stays->len; i++)
    n_by_mail += foyer_portal_session_get_method (stays->pdata[i]) == FOYER_SIGN_IN_EMAIL_LINK;
  g_assert_cmpuint (n_by_mail, ==, 1);
}

/* Where links by mail are off, nobody registers without a password. */
static void
test_password_needed (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autofree char *before = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'access.email_link': false}]");
  before = test_site_dump (self);
  refused = test_browser_post (browser, path, WITHOUT);
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "at least 12 characters"));
  test_site_assert_unchanged (self, before);
  in = test_browser_post (browser, path, CHOOSE);
  test_assert_goes (in, "/");
}

/* L08 for invites: scanners look, and nothing is used up or noted. */
static void
test_mail_scanner (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = NULL;

  for (guint i = 0; i < 20; i++) {
    g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpRequest) head = test_browser_request (scanner, "HEAD", path);
    g_autoptr (FoyerHttpResponse) headed = test_browser_ask (scanner, head);
    g_autoptr (FoyerHttpResponse) got = test_browser_get (scanner, path);

    g_assert_cmpint (foyer_backend_choose_lane (head), ==, FOYER_LANE_READ);
    test_assert_status (headed, 200);
    test_assert_status (got, 200);
  }
  test_site_assert_unchanged (self, before);
  in = test_browser_post (browser, path, WITHOUT);
  test_assert_goes (in, "/");
}

/* L09 for invites. */
static void
test_scanner_that_posts (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (TestBrowser) scanner = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "northwind.localhost", path, NULL);
  g_autoptr (GBytes) body = g_bytes_new_static (WITHOUT, strlen (WITHOUT));
  g_autoptr (FoyerHttpResponse) refused = NULL;

  foyer_http_request_set_body (request, TEST_SITE_FORM, body);
  refused = test_browser_ask (scanner, request);
  test_assert_status (refused, 403);
  test_site_assert_unchanged (self, before);
}

/* L10 for invites. */
static void
test_hundred_at_once (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  guint n_in = 0;

  for (guint i = 0; i < 100; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, path, WITHOUT);

    n_in += answer->status == 303;
  }
  g_assert_cmpuint (n_in, ==, 1);
}

/* L01, L02, L14: unknown, too late, used, replaced by a re-send, of another business: the same bytes. */
static void
test_dead_invites_are_alike (TestSite *self, gconstpointer data)
{
  g_autofree char *unknown = foyer_secret_new (FOYER_SECRET_INVITE, self->server->random);
  g_autofree char *unknown_path = g_strconcat ("/i/", unknown, NULL);
  g_autofree char *first_id = foyer_test_id ("iv-1");
  g_autofree char *more = g_strdup_printf (", 'replacesId': '%s'", first_id);
  g_autofree char *replaced = send_invite (self);
  g_autofree char *used = NULL;
  g_autofree char *late = NULL;
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) acme = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) first = test_browser_get (browser, unknown_path);
  g_autoptr (FoyerHttpResponse) elsewhere = NULL;
  const char *dead[] = { replaced, NULL, NULL };

  foyer_test_server_add (self->server, "acme");
  acme = test_browser_new (self->server, "acme");
  json_object_unref (invite (self, "iv-2", "cl-2", "pp-1", more));
  used = read_last_link (self);
  elsewhere = test_browser_get (acme, used);
  test_assert_status (elsewhere, 404);
  in = test_browser_post (browser, used, WITHOUT);
  test_assert_goes (in, "/");
  test_site_put (self,
                 "[{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Tom', 'email': 'tom@hillside.example'}]");
  json_object_unref (invite (self, "iv-3", "cl-2", "pp-2", ""));
  late = read_last_link (self);
  foyer_test_server_advance (self->server, 7 * 86400);
  dead[1] = used;
  dead[2] = late;
  test_assert_status (first, 404);
  for (guint i = 0; i < G_N_ELEMENTS (dead); i++) {
    g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) got = look (stranger, dead[i]);
    g_autoptr (FoyerHttpResponse) tried = test_browser_post (stranger, dead[i], WITHOUT);

    test_assert_status (got, 404);
    test_assert_status (tried, 404);
    g_assert_cmpstr (test_body (got), ==, test_body (first));
    g_assert_cmpstr (test_body (tried), ==, test_body (first));
  }
}

/* 001-38: staff see that it ran out, and the password that came with it is worth nothing. */
static void
test_expires (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) alive = NULL;
  g_autoptr (FoyerRecord) over = NULL;
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) refused = NULL;

  json_object_unref (invite (self, "iv-1", "cl-2", "pp-1",
                             ", 'delivery': 'staff_password', 'password': 'violet+anchor+teapot'"));
  foyer_backend_expire_invites (self->server->backend, TEST_SERVER_NOW + 7 * 86400 - 1);
  alive = get_invite (self, "iv-1");
  g_assert_cmpint (foyer_invite_get_status (alive), ==, FOYER_INVITE_QUEUED);
  foyer_test_server_advance (self->server, 7 * 86400);
  g_assert_false (foyer_backend_expire_invites (self->server->backend, TEST_SERVER_NOW + 7 * 86400));
  over = get_invite (self, "iv-1");
  g_assert_cmpint (foyer_invite_get_status (over), ==, FOYER_INVITE_EXPIRED);
  refused = test_browser_post (browser, "/sign-in/password",
                               "email=maria%40hillside.example&password=violet%2Banchor%2Bteapot");
  test_assert_status (refused, 200);
  g_assert_null (browser->session);
}

/* A7: an invite that ran out is mailed anew at one press, to the same address; one that was revoked is not. */
static void
test_fresh_invite (TestSite *self, gconstpointer data)
{
  g_autofree char *late = send_invite (self);
  g_autofree char *fresh = NULL;
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerRecord) old = NULL;
  g_autoptr (GPtrArray) invites = NULL;

  foyer_test_server_advance (self->server, 7 * 86400 + 1);
  asked = test_browser_post (browser, late, "");
  test_assert_status (asked, 200);
  foyer_backend_answer_door (self->server->backend,
                             foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock)));
  invites = foyer_test_server_list (self->server, "northwind", &foyer_invite_type);
  g_assert_cmpuint (invites->len, ==, 2);
  old = get_invite (self, "iv-1");
  g_assert_cmpint (foyer_invite_get_status (old), ==, FOYER_INVITE_EXPIRED);
  fresh = read_last_link (self);
  g_assert_cmpstr (fresh, !=, late);
  in = test_browser_post (browser, fresh, WITHOUT);
  test_assert_goes (in, "/");
}

static void
test_no_fresh_invite (TestSite *self, gconstpointer data)
{
  g_autofree char *path = send_invite (self);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = NULL;
  FoyerTestApi *api = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autofree char *id = foyer_test_id ("iv-1");
  g_autoptr (GPtrArray) invites = NULL;

  json_object_unref (foyer_test_api_call (api, "Invite/set", "'update': {'%s': {'status': 'revoked'}}", id));
  foyer_test_api_free (api);
  asked = test_browser_post (browser, path, "");
  test_assert_status (asked, 200);
  foyer_backend_answer_door (self->server->backend, TEST_SERVER_NOW);
  invites = foyer_test_server_list (self->server, "northwind", &foyer_invite_type);
  g_assert_cmpuint (invites->len, ==, 1);
}

/* L16: whoever is signed in as somebody else changes nothing, for anybody. */
static void
test_somebody_else (TestSite *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *before = NULL;
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) out = NULL;
  g_autoptr (FoyerHttpResponse) registered = NULL;

  test_site_put (self, "[{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org'}]");
  json_object_unref (invite (self, "iv-2", "cl-1", "pp-2", ""));
  first = read_last_link (self);
  in = test_browser_post (browser, first, WITHOUT);
  test_assert_goes (in, "/");
  path = send_invite (self);
  before = test_site_dump (self);
  refused = test_browser_post (browser, path, CHOOSE);
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "signed in as somebody else"));
  test_site_assert_unchanged (self, before);
  page = test_browser_get (browser, path);
  g_assert_nonnull (strstr (test_body (page), "action=\"/sign-out\""));
  out = test_browser_post (browser, "/sign-out", "");
  test_assert_goes (out, "/sign-in");
  registered = test_browser_post (browser, path, CHOOSE);
  test_assert_goes (registered, "/");
}

/* L16, X11: an address that signs in already keeps its password; its owner adds the client by themselves. */
static void
test_known_address (TestSite *self, gconstpointer data)
{
  g_autofree char *first = send_invite (self);
  g_autofree char *second = NULL;
  g_autofree char *before = NULL;
  g_autoptr (TestBrowser) owner = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) thief = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) in = test_browser_post (owner, first, CHOOSE);
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) joined = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  test_assert_goes (in, "/");
  test_site_put (self,
                 "[{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Maria', 'email': 'maria@hillside.example'}]");
  json_object_unref (invite (self, "iv-2", "cl-1", "pp-2", ""));
  second = read_last_link (self);
  before = test_site_dump (self);
  refused = test_browser_post (thief, second,
                               "register=1&new=stolen%2Banchor%2Bteapot&again=stolen%2Banchor%2Bteapot");
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "already have an account"));
  test_site_assert_unchanged (self, before);
  page = test_browser_get (owner, second);
  g_assert_nonnull (strstr (test_body (page), "Add it to my accounts"));
  joined = test_browser_post (owner, second, "register=1");
  test_assert_goes (joined, "/");
  home = test_browser_get (owner, "/");
  g_assert_nonnull (strstr (test_body (home), "Ellen Ruiz"));
  person = foyer_test_server_get (self->server, "northwind", "pp-2");
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_ACTIVE);
  later = test_browser_post (thief, "/sign-in/password", LOGIN);
  test_assert_goes (later, "/");
}

/* 004-24: a password that staff set opens registration alone, and dies there. */
static void
test_staff_password (TestSite *self, gconstpointer data)
{
  static const char form[] = "email=maria%40hillside.example&password=violet%2Banchor%2Bteapot";
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) fresh = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) led = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) without = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) old = NULL;
  g_autofree char *mail = NULL;
  g_autofree char *path = NULL;

  json_object_unref (invite (self, "iv-1", "cl-2", "pp-1",
                             ", 'delivery': 'staff_password', 'password': 'violet+anchor+teapot'"));
  mail = read_last_mail (self);
  g_assert_null (strstr (mail, "violet"));
  g_assert_null (strstr (mail, "/i/"));
  g_assert_nonnull (strstr (mail, "/sign-in"));
  led = test_browser_post (browser, "/sign-in/password", form);
  test_assert_status (led, 303);
  path = g_strdup (foyer_http_response_header (led, "location"));
  g_assert_true (g_str_has_prefix (path, "/i/fyi_"));
  g_assert_null (browser->session);
  page = test_browser_get (browser, path);
  test_assert_status (page, 200);
  g_assert_null (strstr (test_body (page), "name=\"without\""));
  without = test_browser_post (browser, path, WITHOUT);
  test_assert_status (without, 200);
  in = test_browser_post (browser, path, CHOOSE);
  test_assert_goes (in, "/");
  old = test_browser_post (fresh, "/sign-in/password", form);
  test_assert_status (old, 200);
  g_assert_null (fresh->session);
}

/* 004-25: shown once, made anew when asked again, and dead with its invite. Neither is in the log. */
static void
test_generated_password (TestSite *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *over = NULL;
  FoyerTestApi *api;
  g_autofree char *id = foyer_test_id ("iv-1");
  const char *tries[2];
  const guint answers[] = { 200, 303 };

  json_object_unref (invite (self, "iv-1", "cl-2", "pp-1", ", 'delivery': 'generated_password'"));
  first = issue (self, "iv-1", NULL);
  second = issue (self, "iv-1", NULL);
  g_assert_cmpuint (strlen (first), ==, 19);
  g_assert_cmpstr (first, !=, second);
  tries[0] = first;
  tries[1] = second;
  for (guint i = 0; i < 2; i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autofree char *form = g_strdup_printf ("email=maria%%40hillside.example&password=%s", tries[i]);
    g_autofree char *sql
        = g_strdup_printf ("SELECT count(*) FROM mail_job WHERE instr(body_text, '%s') > 0", tries[i]);
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, "/sign-in/password", form);

    test_assert_status (answer, answers[i]);
    g_assert_cmpint (foyer_database_integer (foyer_backend_get_writer (self->server->backend), sql, NULL), ==,
                     0);
  }
  api = foyer_test_api_new (self->server, "northwind", "st-1");
  json_object_unref (foyer_test_api_call (api, "Invite/set", "'update': {'%s': {'status': 'revoked'}}", id));
  foyer_test_api_free (api);
  {
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autofree char *form = g_strdup_printf ("email=maria%%40hillside.example&password=%s", second);
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, "/sign-in/password", form);

    test_assert_status (answer, 200);
  }
  over = issue (self, "iv-1", &problem);
  g_assert_null (over);
  g_assert_nonnull (strstr (problem, "over"));
}

/* *Copy link* makes a fresh one; the one that was mailed dies. */
static void
test_copy_link (TestSite *self, gconstpointer data)
{
  g_autofree char *mailed = send_invite (self);
  g_autofree char *address = issue (self, "iv-1", NULL);
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) dead = test_browser_get (browser, mailed);
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerRecord) record = get_invite (self, "iv-1");

  test_assert_status (dead, 404);
  g_assert_true (g_str_has_prefix (address, "http://northwind.localhost/i/fyi_"));
  g_assert_true (g_str_has_suffix (address, foyer_invite_get_last_four (record)));
  in = test_browser_post (browser, strstr (address, "/i/"), WITHOUT);
  test_assert_goes (in, "/");
}

/* What cannot work is refused before anything is sent. */
static void
test_refusals (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *settings;
    const char *more;
    const char *property;
  } cases[] = {
    { "[{'id': 'ps-1', 'access.invite_delivery': ['link']}]", ", 'delivery': 'generated_password'",
      "delivery" },
    { "[{'id': 'ps-1', 'access.password': false}]", ", 'delivery': 'generated_password'", "delivery" },
    { "[]", ", 'delivery': 'staff_password'", "password" },
    { "[]", ", 'delivery': 'staff_password', 'password': 'too+short'", "password" },
    { "[]", ", 'password': 'violet+anchor+teapot'", "password" },
    { "[{'id': 'pp-1', 'status': 'active', 'registeredAt': '2026-11-01 09:00'}]",
      ", 'delivery': 'staff_password', 'password': 'violet+anchor+teapot'", "delivery" },
  };
  guint number = GPOINTER_TO_UINT (data);
  g_autofree char *id = foyer_test_id ("iv-1");
  g_autofree char *path = g_strdup_printf ("notCreated %s properties 0", id);
  g_autoptr (JsonObject) answer = NULL;

  test_site_put (self, cases[number].settings);
  answer = invite (self, "iv-1", "cl-2", "pp-1", cases[number].more);
  foyer_test_api_assert (answer, path, cases[number].property);
}

/* D14, D02, D13: what keeps somebody from signing in keeps them from registering. */
static void
test_policy_holds (TestSite *self, gconstpointer data)
{
  static const char *const changes[] = {
    "[{'id': 'ps-1', 'access.allowed_domains': ['other.example']}]",
    "[{'id': 'cl-2', 'portalEnabled': false}]",
    "[{'id': 'cl-2', 'sso': 'required'}]",
    "[{'id': 'pp-1', 'status': 'disabled'}]",
    "[{'id': 'pp-1', 'email': 'new@hillside.example'}]",
  };
  g_autofree char *path = send_invite (self);
  g_autofree char *before = NULL;
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;

  test_site_put (self, changes[GPOINTER_TO_UINT (data)]);
  before = test_site_dump (self);
  page = look (browser, path);
  refused = test_browser_post (browser, path, CHOOSE);
  test_assert_status (page, 404);
  test_assert_status (refused, 404);
  test_site_assert_unchanged (self, before);
}

#define ADD(path, data, function) \
  g_test_add ("/site/invite/" path, TestSite, GUINT_TO_POINTER (data), set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("register", 0, test_register);
  ADD ("without-a-password", 0, test_without_password);
  ADD ("password-needed", 0, test_password_needed);
  ADD ("L08-mail-scanner", 0, test_mail_scanner);
  ADD ("L09-scanner-that-posts", 0, test_scanner_that_posts);
  ADD ("L10-hundred-at-once", 0, test_hundred_at_once);
  ADD ("L01-L02-L14-dead-invites-are-alike", 0, test_dead_invites_are_alike);
  ADD ("expires", 0, test_expires);
  ADD ("fresh-invite", 0, test_fresh_invite);
  ADD ("no-fresh-invite", 0, test_no_fresh_invite);
  ADD ("L16-somebody-else", 0, test_somebody_else);
  ADD ("L16-known-address", 0, test_known_address);
  ADD ("staff-password", 0, test_staff_password);
  ADD ("generated-password", 0, test_generated_password);
  ADD ("copy-link", 0, test_copy_link);
  ADD ("refused-by-settings", 0, test_refusals);
  ADD ("refused-without-passwords", 1, test_refusals);
  ADD ("refused-without-a-password", 2, test_refusals);
  ADD ("refused-short-password", 3, test_refusals);
  ADD ("refused-needless-password", 4, test_refusals);
  ADD ("refused-for-a-login", 5, test_refusals);
  ADD ("domain-not-allowed", 0, test_policy_holds);
  ADD ("client-closed", 1, test_policy_holds);
  ADD ("single-sign-on-required", 2, test_policy_holds);
  ADD ("person-disabled", 3, test_policy_holds);
  ADD ("address-changed", 4, test_policy_holds);
  return g_test_run ();
}
