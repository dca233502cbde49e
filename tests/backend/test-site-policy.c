/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-policy.c - every way in under every rule (product.md A7): what one door refuses, no other lets in */

#include "test-site-world.h"

#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "foyer-test-business.h"
#include "site/foyer-session-cookie.h"

#include <string.h>

#define ADDRESS "email=maria%40hillside.example"

typedef enum {
  BY_LINK,
  BY_MAIL,
  BY_CODE,
  BY_PASSWORD,
  BY_PHONE,
  N_WAYS,
} Way;

/* What is true before, and what each rule changes. The ways that stay open are those in @open. */
static const struct {
  const char *name;
  const char *change;
  guint open; /* one bit a Way */
} rules[] = {
  { "none", "[]", (1 << N_WAYS) - 1 },
  { "domain", "[{'id': 'ps-1', 'access.allowed_domains': ['other.example']}]", 0 },
  { "domain-of-hers", "[{'id': 'ps-1', 'access.allowed_domains': ['HILLSIDE.example']}]", (1 << N_WAYS) - 1 },
  { "domain-below-hers", "[{'id': 'ps-1', 'access.allowed_domains': ['mail.hillside.example']}]", 0 },
  { "domain-that-ends-alike", "[{'id': 'ps-1', 'access.allowed_domains': ['side.example']}]", 0 },
  { "client-closed", "[{'id': 'cl-2', 'portalEnabled': false}]", 0 },
  { "client-needs-single-sign-on", "[{'id': 'cl-2', 'sso': 'required'}]", 0 },
  { "person-disabled", "[{'id': 'pp-1', 'status': 'disabled'}]", 0 },
  { "person-not-registered", "[{'id': 'pp-1', 'status': 'invited'}]", 0 },
  { "client-without-links", "[{'id': 'cl-2', 'directLinks': 'off'}]", ((1 << N_WAYS) - 1) & ~(1 << BY_LINK) },
  /* A client's own rule is never looser than the business's (001-37). */
  { "links-off-for-all",
    "[{'id': 'ps-1', 'access.direct_links': 'off'}, {'id': 'cl-2', 'directLinks': 'open'}]",
    ((1 << N_WAYS) - 1) & ~(1 << BY_LINK) },
  { "no-mail", "[{'id': 'ps-1', 'access.email_link': false}]",
    ((1 << N_WAYS) - 1) & ~(1 << BY_MAIL) & ~(1 << BY_CODE) },
  { "no-passwords", "[{'id': 'ps-1', 'access.password': false}]", ((1 << N_WAYS) - 1) & ~(1 << BY_PASSWORD) },
  { "no-phone", "[{'id': 'ps-1', 'access.phone_last4_alone': false}]",
    ((1 << N_WAYS) - 1) & ~(1 << BY_PHONE) },
};

static void
set_up (TestSite *self, gconstpointer data)
{
  FoyerDatabase *writer;
  g_autoptr (GError) error = NULL;

  test_site_set_up (self, data);
  test_site_put (self,
                 "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'email': 'maria@hillside.example',"
                 "  'role': 'owner', 'status': 'active', 'phone': '(503) 555-0142'},"
                 " {'id': 'ps-1', 'access.phone_last4_alone': true}]");
  writer = foyer_backend_get_writer (self->server->backend);
  foyer_database_begin (writer, &error);
  foyer_portal_logins_set (writer, self->server->random, 1, "maria@hillside.example", "violet+anchor+teapot",
                           FALSE, TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
  foyer_database_commit (writer, &error);
  g_assert_no_error (error);
}

static char *
read_mail (TestSite *self, const char *before, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (foyer_backend_get_writer (self->server->backend),
                                "SELECT body_text FROM mail_job ORDER BY number DESC LIMIT 1", &error);
  const char *found;

  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  found = strstr (foyer_statement_get_text (statement, 0), before);
  g_assert_nonnull (found);
  return g_strndup (found + strlen (before), length);
}

/* A browser that has asked for a mail; @code and @path get what is in it. */
static TestBrowser *
ask_for_mail (TestSite *self, char **code, char **path)
{
  TestBrowser *browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, "/sign-in", ADDRESS);
  g_autofree char *secret = NULL;

  test_assert_goes (asked, "/sign-in/sent");
  foyer_backend_answer_door (self->server->backend, TEST_SERVER_NOW);
  secret = read_mail (self, "/m/", FOYER_SECRET_LENGTH);
  *path = g_strconcat ("/m/", secret, NULL);
  *code = read_mail (self, "asked for it: ", 6);
  return browser;
}

/* Tries @way; @form is the code that @browser's mail held, @path the link in another mail. */
static gboolean
try_way (TestBrowser *browser, Way way, const char *link, const char *path, const char *form)
{
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;

  switch (way) {
  case BY_LINK:
    answer = test_browser_get (browser, link);
    break;
  case BY_MAIL:
    answer = test_browser_post (browser, path, "confirm=1");
    break;
  case BY_CODE:
    answer = test_browser_post (browser, "/sign-in/code", form);
    break;
  case BY_PASSWORD:
    answer = test_browser_post (browser, "/sign-in/password", ADDRESS "&password=violet%2Banchor%2Bteapot");
    break;
  case BY_PHONE:
  case N_WAYS:
  default:
    answer = test_browser_post (browser, "/sign-in/phone", ADDRESS "&last4=0142");
  }
  g_assert_nonnull (answer);
  if (browser->session == NULL)
    return FALSE;
  visits = test_browser_get (browser, "/visits");
  return visits->status == 200;
}

/* Everything is prepared, then the rule comes, then each door is tried in a browser of its own. */
static void
test_rule (TestSite *self, gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autofree char *link = test_site_make_link (self, "northwind", "pl-9", "cl-2", "'personId': 'pp-1'");
  g_autofree char *code = NULL;
  g_autofree char *other_code = NULL;
  g_autofree char *path = NULL;
  g_autofree char *other_path = NULL;
  g_autoptr (TestBrowser) reader = ask_for_mail (self, &other_code, &path);
  g_autoptr (TestBrowser) typist = ask_for_mail (self, &code, &other_path);
  g_autofree char *form = g_strdup_printf ("code=%s", code);

  test_site_put (self, rules[number].change);
  for (int way = 0; way < N_WAYS; way++) {
    g_autoptr (TestBrowser) other = test_browser_new (self->server, "northwind");
    TestBrowser *browser = way == BY_MAIL ? reader : way == BY_CODE ? typist : other;
    gboolean is_open = (rules[number].open & (1u << way)) != 0;

    if (try_way (browser, (Way) way, link, path, form) != is_open)
      g_error ("%s: way %d is %s", rules[number].name, way, is_open ? "shut" : "open");
  }
}

/* 000-18, 001-37: a client's sessions are as long as the shorter rule says. */
static void
test_session_hours (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *change;
    const char *age;
  } cases[] = {
    { "[{'id': 'cl-2', 'sessionHours': 8}]", "Max-Age=28800;" },
    { "[{'id': 'ps-1', 'access.session_hours': 4}, {'id': 'cl-2', 'sessionHours': 8}]", "Max-Age=14400;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *link = test_site_make_link (self, "northwind", "pl-9", "cl-2", NULL);
    g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) in = NULL;

    test_site_put (self, cases[i].change);
    in = test_browser_get (browser, link);
    test_assert_goes (in, "/");
    g_assert_nonnull (strstr (foyer_http_response_header (in, "set-cookie"), cases[i].age));
  }
}

/* L20: no page repeats the secret that led to it, and none leads out with it. */
static void
test_no_page_repeats_its_secret (TestSite *self, gconstpointer data)
{
  static const FoyerSecretKind kinds[] = { FOYER_SECRET_LINK, FOYER_SECRET_SIGN_IN, FOYER_SECRET_INVITE };
  static const char *const doors[] = { "/l/", "/m/", "/i/" };
  g_autofree char *code = NULL;
  g_autofree char *path = NULL;
  g_autoptr (TestBrowser) browser = ask_for_mail (self, &code, &path);
  g_autoptr (FoyerHttpResponse) peeked = test_browser_get (browser, path);

  test_assert_status (peeked, 200);
  g_assert_null (strstr (test_body (peeked), path + strlen ("/m/")));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *secret = foyer_secret_new (kinds[i], self->server->random);
    g_autofree char *dead = g_strconcat (doors[i], secret, NULL);
    g_autoptr (FoyerHttpResponse) got = test_browser_get (browser, dead);
    g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, dead, "");

    g_assert_null (strstr (test_body (got), secret));
    g_assert_null (strstr (test_body (asked), secret));
  }
}

/* S10: of two cookies of one name the first counts, alone: nobody puts another one behind or into it. */
static void
test_cookie_twice (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *cookies;
    const char *session;
  } cases[] = {
    { "__Host-fys=first; __Host-fys=second", "first" },
    { "other=1; __Host-fys=first; __Host-fys=second", "first" },
    { "__Host-fys=first, __Host-fys=second", "first, __Host-fys=second" },
    { "x__Host-fys=evil; __Host-fysx=evil", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("GET", "northwind.localhost", "/", NULL);
    g_autofree char *session = NULL;

    foyer_http_request_set_header (request, "cookie", cases[i].cookies);
    session = foyer_session_cookie_read (request);
    g_assert_cmpstr (session, ==, cases[i].session);
  }
  /* Joined by a comma they are a secret that nobody has. */
  g_free (self->browser->session);
  self->browser->session = g_strdup_printf ("%s, __Host-fys=%s", self->other->session, self->other->session);
  {
    g_autoptr (FoyerHttpResponse) visits = test_browser_get (self->browser, "/visits");

    test_assert_goes (visits, "/sign-in");
  }
}

#define ADD(path, function) \
  g_test_add ("/site/policy/" path, TestSite, NULL, set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autofree char *path = g_strconcat ("/site/policy/", rules[i].name, NULL);

    g_test_add (path, TestSite, GUINT_TO_POINTER (i), set_up, test_rule, test_site_tear_down);
  }
  ADD ("session-hours", test_session_hours);
  ADD ("no-page-repeats-its-secret", test_no_page_repeats_its_secret);
  ADD ("cookie-twice", test_cookie_twice);
  return g_test_run ();
}
