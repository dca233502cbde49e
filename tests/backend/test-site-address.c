/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-address.c - an address is one, however it is typed, and what it opened ends when staff change it (product.md A7) */

#include "test-site-world.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "site/foyer-session-cookie.h"
#include "types/audit_event.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/staff_member.h"

#include <string.h>

#define PASSWORD "violet+anchor+teapot"
#define FORM_PASSWORD "&password=violet%2Banchor%2Bteapot"

typedef struct {
  TestSite site;
  FoyerTestApi *api;
} World;

static void
set_up (World *self, gconstpointer data)
{
  FoyerDatabase *writer;
  g_autoptr (GError) error = NULL;

  test_site_set_up (&self->site, data);
  test_site_put (
      &self->site,
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Anna', 'email': 'Anna@Example.COM',"
      "  'role': 'owner', 'status': 'active', 'phone': '(503) 555-0142', 'hasPassword': true,"
      "  'registeredAt': '2026-11-01T09:00:00Z', 'mail': 'bounced', 'mailReason': 'full'},"
      " {'id': 'ps-1', 'access.phone_last4_alone': true, 'access.allowed_domains': ['example.com']}]");
  writer = foyer_backend_get_writer (self->site.server->backend);
  foyer_database_begin (writer, &error);
  foyer_portal_logins_set (writer, self->site.server->random, 1, "anna@example.com", PASSWORD, FALSE,
                           TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
  foyer_database_commit (writer, &error);
  g_assert_no_error (error);
  foyer_test_api_add_staff (self->site.server, "northwind", "st-9", "admin");
  self->api = foyer_test_api_new (self->site.server, "northwind", "st-9");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->api);
  test_site_tear_down (&self->site, data);
}

static FoyerRecord *
get (World *self, const char *id)
{
  return foyer_test_server_get (self->site.server, "northwind", id);
}

/* --- One address --- */

static const char *const spellings[] = { "anna%40example.com", "Anna%40Example.COM", "ANNA%40EXAMPLE.COM" };

static void
test_any_letters (World *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++) {
    g_autoptr (TestBrowser) browser = test_browser_new (self->site.server, "northwind");
    g_autofree char *by_password = g_strconcat ("email=", spellings[i], FORM_PASSWORD, NULL);
    g_autofree char *by_phone = g_strconcat ("email=", spellings[i], "&last4=0142", NULL);
    g_autofree char *by_mail = g_strconcat ("email=", spellings[i], NULL);
    g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/sign-in");
    g_autoptr (FoyerHttpResponse) password = test_browser_post (browser, "/sign-in/password", by_password);
    g_autoptr (FoyerHttpResponse) phone = NULL;
    g_autoptr (FoyerHttpResponse) mail = NULL;

    test_assert_goes (password, "/");
    g_clear_pointer (&browser->session, g_free);
    phone = test_browser_post (browser, "/sign-in/phone", by_phone);
    test_assert_goes (phone, "/");
    g_clear_pointer (&browser->session, g_free);
    mail = test_browser_post (browser, "/sign-in", by_mail);
    test_assert_goes (mail, "/sign-in/sent");
    while (foyer_backend_answer_door (self->site.server->backend, TEST_SERVER_NOW))
      ;
    g_assert_cmpint (foyer_mailed_links_count (foyer_backend_get_writer (self->site.server->backend), 1,
                                               "anna@example.com", 0, NULL),
                     ==, i + 1);
  }
}

/* It is shown as it was typed. */
static void
test_shown_as_typed (World *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->site.server, "northwind");
  g_autoptr (FoyerHttpResponse) start = test_browser_get (browser, "/sign-in");
  g_autoptr (FoyerHttpResponse) in
      = test_browser_post (browser, "/sign-in/password", "email=anna%40example.com" FORM_PASSWORD);
  g_autoptr (FoyerHttpResponse) profile = test_browser_get (browser, "/profile");

  test_assert_goes (in, "/");
  g_assert_nonnull (strstr (test_body (profile), "Anna@Example.COM"));
}

/* X11: her records at several clients are one login, whichever of them the letters are large in. */
static void
test_one_login (World *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->site.server, "northwind");
  g_autoptr (FoyerHttpResponse) start = test_browser_get (browser, "/sign-in");
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;

  test_site_put (&self->site,
                 "[{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Anna', 'email': 'aNNa@example.com',"
                 "  'role': 'owner', 'status': 'active'}]");
  in = test_browser_post (browser, "/sign-in/password", "email=anna%40example.com" FORM_PASSWORD);
  test_assert_goes (in, "/");
  page = test_browser_get (browser, "/switch");
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Hillside Dental"));
}

/* No client has two people with one address. */
static void
test_once_at_a_client (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) same = NULL;
  g_autoptr (JsonObject) elsewhere = NULL;

  test_site_put (&self->site, "[{'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Bo', 'email': 'bo@example.com',"
                              "  'role': 'owner', 'status': 'active'}]");
  same
      = foyer_test_api_call (self->api, "PortalPerson/set", "'update': {'%s': {'email': 'ANNA@example.com'}}",
                             "pp-00000000-0000-7000-8000-000000000003");
  foyer_test_api_assert (same, "notUpdated pp-00000000-0000-7000-8000-000000000003 type",
                         "invalidProperties");
  foyer_test_api_assert (same, "notUpdated pp-00000000-0000-7000-8000-000000000003 properties 0", "email");
  elsewhere = foyer_test_api_call (self->api, "PortalPerson/set",
                                   "'create': {'a': {'clientId': '%s', 'name': 'Anna',"
                                   " 'email': 'anna@EXAMPLE.com'}}",
                                   "cl-00000000-0000-7000-8000-000000000002");
  foyer_test_api_assert (elsewhere, "notCreated", "null");
}

/* --- Another address --- */

static guint
count_audits (World *self, const char *verb)
{
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (self->site.server, "northwind", &foyer_audit_event_type);
  guint count = 0;

  for (guint i = 0; i < events->len; i++)
    count += g_strcmp0 (foyer_audit_event_get_verb (events->pdata[i]), verb) == 0;
  return count;
}

static void
change_address (World *self, const char *to)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->api, "PortalPerson/set", "'update': {'%s': {'email': '%s'}}",
                             "pp-00000000-0000-7000-8000-000000000001", to);

  foyer_test_api_assert (answer, "notUpdated", "null");
}

/* Sessions, sign-in mails and their codes, invites, direct links by name, the password: none of them outlives the address. */
static void
test_changed (World *self, gconstpointer data)
{
  TestSite *site = &self->site;
  g_autoptr (TestBrowser) browser = test_browser_new (site->server, "northwind");
  g_autoptr (TestBrowser) reader = test_browser_new (site->server, "northwind");
  g_autofree char *link = test_site_make_link (site, "northwind", "pl-8", "cl-1", "'personId': 'pp-1'");
  g_autofree char *other_link = test_site_make_link (site, "northwind", "pl-9", "cl-1", NULL);
  FoyerMailedLink mailed = { .kind = FOYER_MAILED_SIGN_IN,
                             .address = (char *) "anna@example.com",
                             .issued_at = TEST_SERVER_NOW,
                             .expires_at = TEST_SERVER_NOW + 3600 };
  g_autofree char *person = foyer_test_id ("pp-1");
  g_autofree char *secret = NULL;
  g_autofree char *mail_path = NULL;
  g_autoptr (FoyerHttpResponse) start = test_browser_get (browser, "/sign-in");
  g_autoptr (FoyerHttpResponse) in
      = test_browser_post (browser, "/sign-in/password", "email=anna%40example.com" FORM_PASSWORD);
  FoyerDatabase *writer = foyer_backend_get_writer (site->server->backend);
  g_autoptr (GPtrArray) sessions = NULL;

  mailed.person_id = person;
  foyer_database_begin (writer, NULL);
  secret = foyer_mailed_links_issue (writer, site->server->random, 1, &mailed, NULL);
  foyer_database_commit (writer, NULL);
  mail_path = g_strconcat ("/m/", secret, NULL);
  test_site_put (site, "[{'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1', 'email': 'anna@example.com',"
                       "  'status': 'sent', 'expiresAt': '2026-11-30T09:00:00Z'}]");
  test_assert_goes (in, "/");
  {
    g_autoptr (FoyerHttpResponse) works = test_browser_get (reader, mail_path);
    g_autoptr (FoyerHttpResponse) home = test_browser_get (browser, "/visits");

    test_assert_status (works, 200);
    test_assert_status (home, 200);
  }

  /* Other letters are no other address. */
  change_address (self, "anna@example.com");
  {
    g_autoptr (FoyerHttpResponse) home = test_browser_get (browser, "/visits");

    test_assert_status (home, 200);
    g_assert_cmpuint (count_audits (self, "change address"), ==, 0);
  }

  change_address (self, "anna.ruiz@example.com");
  {
    g_autoptr (FoyerHttpResponse) home = test_browser_get (browser, "/visits");
    g_autoptr (FoyerHttpResponse) by_mail = test_browser_get (reader, mail_path);
    g_autoptr (FoyerHttpResponse) by_link = test_browser_get (reader, link);
    g_autoptr (FoyerHttpResponse) by_other = test_browser_get (reader, other_link);
    g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/sign-in");
    g_autoptr (FoyerHttpResponse) old
        = test_browser_post (browser, "/sign-in/password", "email=anna%40example.com" FORM_PASSWORD);
    g_autoptr (FoyerHttpResponse) new
        = test_browser_post (browser, "/sign-in/password", "email=anna.ruiz%40example.com" FORM_PASSWORD);
    g_autoptr (FoyerRecord) record = get (self, "pp-1");
    g_autoptr (FoyerRecord) invite = get (self, "iv-1");
    g_autoptr (FoyerRecord) named = get (self, "pl-8");

    test_assert_goes (home, "/sign-in");
    test_assert_status (by_mail, 404);
    test_assert_status (by_link, 404);
    test_assert_goes (by_other, "/");
    test_assert_status (old, 200);
    test_assert_status (new, 200);
    g_assert_cmpint (foyer_portal_person_get_mail (record), ==, FOYER_PORTAL_PERSON_MAIL_UNKNOWN);
    g_assert_null (foyer_portal_person_get_mail_reason (record));
    g_assert_false (foyer_portal_person_get_has_password (record));
    g_assert_cmpint (foyer_invite_get_status (invite), ==, FOYER_INVITE_REVOKED);
    g_assert_cmpint (foyer_portal_link_get_status (named), ==, FOYER_PORTAL_LINK_REVOKED);
    g_assert_cmpuint (count_audits (self, "change address"), ==, 1);
  }
  sessions = foyer_test_server_list (site->server, "northwind", &foyer_portal_session_type);
  for (guint i = 0; i < sessions->len; i++) {
    if (g_strcmp0 (foyer_portal_session_get_person_id (sessions->pdata[i]), person) == 0)
      g_assert_cmpint (foyer_portal_session_get_status (sessions->pdata[i]), ==, FOYER_PORTAL_SESSION_ENDED);
  }
}

/* The password of an address that somebody at another client signs in with stays theirs. */
static void
test_shared_password (World *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = test_browser_new (self->site.server, "northwind");
  g_autoptr (FoyerHttpResponse) start = test_browser_get (browser, "/sign-in");
  g_autoptr (FoyerHttpResponse) in = NULL;

  test_site_put (&self->site,
                 "[{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Anna', 'email': 'anna@example.com',"
                 "  'role': 'owner', 'status': 'active'}]");
  change_address (self, "anna.ruiz@example.com");
  in = test_browser_post (browser, "/sign-in/password", "email=anna%40example.com" FORM_PASSWORD);
  test_assert_goes (in, "/");
}

#define ADD(path, function) g_test_add ("/site/address/" path, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("any-letters", test_any_letters);
  ADD ("shown-as-typed", test_shown_as_typed);
  ADD ("one-login-at-several-clients", test_one_login);
  ADD ("once-at-a-client", test_once_at_a_client);
  ADD ("what-it-opened-ends", test_changed);
  ADD ("password-of-two", test_shared_password);
  return g_test_run ();
}
