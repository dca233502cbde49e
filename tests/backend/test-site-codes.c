/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-codes.c - what has few possible answers: codes of mails, last digits of phones (reliability.md §2.6, L12, L21) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#include <string.h>

#define MARIA "email=maria%40hillside.example"
#define NOBODY "email=nobody%40hillside.example"
#define PHONE_ON "[{'id': 'ps-1', 'access.phone_last4_alone': true}]"

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self,
                 "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'email': 'maria@hillside.example',"
                 " 'status': 'active', 'phone': '(503) 555-0142'}]");
}

/* Asks for a mail in a browser of its own, which then waits for the code. */
static TestBrowser *
ask (TestSite *self, const char *form)
{
  TestBrowser *browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (browser, "/sign-in", form);

  test_assert_goes (asked, "/sign-in/sent");
  foyer_backend_answer_door (self->server->backend,
                             foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock)));
  return browser;
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

static FoyerHttpResponse *
type_code (TestBrowser *browser, const char *code)
{
  g_autofree char *form = g_strdup_printf ("code=%s", code);

  return test_browser_post (browser, "/sign-in/code", form);
}

/* A code that is not @right. */
static char *
other_code (const char *right)
{
  return g_strdup_printf ("%06u", ((guint) g_ascii_strtoull (right, NULL, 10) + 1) % 1000000);
}

/* A7: the browser that waits takes the code of the mail, and the link is used up with it. */
static void
test_code (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = ask (self, MARIA);
  g_autoptr (TestBrowser) phone = test_browser_new (self->server, "northwind");
  g_autofree char *code = read_mail (self, "asked for it: ", 6);
  g_autofree char *secret = read_mail (self, "/m/", FOYER_SECRET_LENGTH);
  g_autofree char *path = g_strconcat ("/m/", secret, NULL);
  g_autofree char *spaced = g_strdup_printf ("%.3s+%s", code, code + 3);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/sign-in/sent");
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;
  g_autoptr (FoyerHttpResponse) twice = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  guint n_by_code = 0;

  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "action=\"/sign-in/code\""));
  in = type_code (browser, spaced);
  test_assert_goes (in, "/");
  stays = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  for (guint i = 0; i < stays->len; i++)
    n_by_code += foyer_portal_session_get_method (stays->pdata[i]) == FOYER_SIGN_IN_EMAIL_CODE;
  g_assert_cmpuint (n_by_code, ==, 1);
  dead = test_browser_get (phone, path);
  test_assert_status (dead, 404);
  twice = type_code (browser, code);
  test_assert_status (twice, 404);
}

/* ASVS 6.6.2: the code is worth nothing in any other browser. */
static void
test_code_elsewhere (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = ask (self, MARIA);
  g_autofree char *code = read_mail (self, "asked for it: ", 6);
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) other = ask (self, NOBODY);
  g_autoptr (FoyerHttpResponse) refused = type_code (stranger, code);
  g_autoptr (FoyerHttpResponse) wrong = type_code (other, code);

  test_assert_goes (refused, "/sign-in");
  test_assert_status (wrong, 200);
  g_assert_null (other->session);
}

/* L12: six wrong codes end the request, and the link of its mail. L05: as many for an address that nobody knows, in the same bytes. */
static void
test_six_wrong_codes (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) unknown = ask (self, NOBODY);
  g_autoptr (TestBrowser) browser = ask (self, MARIA);
  g_autofree char *code = read_mail (self, "asked for it: ", 6);
  g_autofree char *secret = read_mail (self, "/m/", FOYER_SECRET_LENGTH);
  g_autofree char *path = g_strconcat ("/m/", secret, NULL);
  g_autofree char *wrong = other_code (code);
  g_autoptr (FoyerHttpResponse) right = NULL;
  g_autoptr (FoyerHttpResponse) dead = NULL;

  for (guint i = 0; i < 7; i++) {
    g_autoptr (FoyerHttpResponse) answer = type_code (browser, wrong);
    g_autoptr (FoyerHttpResponse) same = type_code (unknown, wrong);
    g_auto (GStrv) parts = g_strsplit (test_body (answer), "maria@", -1);
    g_autofree char *body = g_strjoinv ("nobody@", parts);

    test_assert_status (answer, i < 5 ? 200 : 429);
    g_assert_cmpuint (same->status, ==, answer->status);
    g_assert_cmpstr (body, ==, test_body (same));
  }
  right = type_code (browser, code);
  test_assert_status (right, 429);
  g_assert_null (browser->session);
  dead = test_browser_get (browser, path);
  test_assert_status (dead, 404);
}

/* The code lives no longer than its link. */
static void
test_late_code (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = ask (self, MARIA);
  g_autofree char *code = read_mail (self, "asked for it: ", 6);
  g_autoptr (FoyerHttpResponse) late = NULL;

  foyer_test_server_advance (self->server, 3600);
  late = type_code (browser, code);
  g_assert_cmpuint (late->status, !=, 303);
  g_assert_null (browser->session);
}

static FoyerHttpResponse *
type_digits (TestSite *self, TestBrowser *browser, const char *address, const char *digits)
{
  g_autofree char *form = g_strdup_printf ("%s&last4=%s", address, digits);

  return test_browser_post (browser, "/sign-in/phone", form);
}

/* L21: off is as if there were no such thing; 003-6: on, it signs in. */
static void
test_phone (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) off = type_digits (self, browser, MARIA, "0142");
  g_autoptr (FoyerHttpResponse) nothing = test_browser_get (browser, "/nothing-here");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/sign-in");
  g_autoptr (FoyerHttpResponse) in = NULL;

  test_assert_status (off, 404);
  g_assert_cmpstr (test_body (off), ==, test_body (nothing));
  g_assert_null (strstr (test_body (page), "/sign-in/phone"));
  test_site_assert_unchanged (self, before);
  test_site_put (self, PHONE_ON);
  in = type_digits (self, browser, MARIA, "0142");
  test_assert_goes (in, "/");
}

/* L21: five wrong tries lock it, for known and unknown alike; staff unlock, and the mail goes on working meanwhile. */
static void
test_phone_locks (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) locked = NULL;
  g_autoptr (FoyerHttpResponse) unlocked = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autofree char *id = foyer_test_id ("pp-1");
  g_autofree char *path = g_strdup_printf ("notUpdated %s properties 0", id);
  g_autoptr (JsonObject) refused = NULL;
  FoyerTestApi *api;

  test_site_put (self, PHONE_ON);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (FoyerHttpResponse) wrong = type_digits (self, browser, MARIA, "0143");
    g_autoptr (FoyerHttpResponse) same = type_digits (self, stranger, NOBODY, "0143");
    g_auto (GStrv) parts = g_strsplit (test_body (wrong), "maria@", -1);
    g_autofree char *body = g_strjoinv ("nobody@", parts);

    test_assert_status (wrong, 200);
    g_assert_cmpstr (body, ==, test_body (same));
  }
  locked = type_digits (self, browser, MARIA, "0142");
  test_assert_status (locked, 200);
  g_assert_null (browser->session);
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_cmpint (foyer_portal_person_get_locked_until (person), ==, TEST_SERVER_NOW + 86400);
  test_browser_free (ask (self, MARIA));
  g_free (read_mail (self, "/m/", FOYER_SECRET_LENGTH));

  api = foyer_test_api_new (self->server, "northwind", "st-1");
  refused = foyer_test_api_call (api, "PortalPerson/set",
                                 "'update': {'%s': {'lockedUntil': '2027-01-01T00:00:00Z'}}", id);
  foyer_test_api_assert (refused, path, "lockedUntil");
  json_object_unref (
      foyer_test_api_call (api, "PortalPerson/set", "'update': {'%s': {'lockedUntil': null}}", id));
  foyer_test_api_free (api);
  unlocked = type_digits (self, browser, MARIA, "0142");
  test_assert_goes (unlocked, "/");
}

/* Whoever may not sign in is told the same as whoever is wrong. */
static void
test_phone_policy (TestSite *self, gconstpointer data)
{
  static const char *const changes[] = {
    "[{'id': 'ps-1', 'access.allowed_domains': ['other.example']}]",
    "[{'id': 'cl-2', 'sso': 'required'}]",
    "[{'id': 'pp-1', 'status': 'disabled'}]",
    "[{'id': 'cl-2', 'portalEnabled': false}]",
    "[{'id': 'pp-1', 'phone': null}]",
  };
  g_autoptr (TestBrowser) browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) refused = NULL;

  test_site_put (self, PHONE_ON);
  test_site_put (self, changes[GPOINTER_TO_UINT (data)]);
  refused = type_digits (self, browser, MARIA, "0142");
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "do not belong together"));
  g_assert_null (browser->session);
}

#define ADD(path, data, function) \
  g_test_add ("/site/codes/" path, TestSite, GUINT_TO_POINTER (data), set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("code", 0, test_code);
  ADD ("code-elsewhere", 0, test_code_elsewhere);
  ADD ("L12-six-wrong-codes", 0, test_six_wrong_codes);
  ADD ("L11-late-code", 0, test_late_code);
  ADD ("L21-phone", 0, test_phone);
  ADD ("L21-phone-locks", 0, test_phone_locks);
  ADD ("phone-and-domain", 0, test_phone_policy);
  ADD ("phone-and-single-sign-on", 1, test_phone_policy);
  ADD ("phone-and-disabled", 2, test_phone_policy);
  ADD ("phone-and-closed", 3, test_phone_policy);
  ADD ("phone-missing", 4, test_phone_policy);
  return g_test_run ();
}
