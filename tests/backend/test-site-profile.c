/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-profile.c - clients say how they are reached, and switch between their accounts (001-14, X11) */

#include "test-site-world.h"

#include "accounts/foyer-secret.h"
#include "foyer-json.h"
#include "foyer-test-business.h"
#include "types/audit_event.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <string.h>

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self,
                 "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'email': 'maria@hillside.example',"
                 "  'role': 'owner', 'status': 'active'}]");
}

/* Maria, signed in by mail. */
static TestBrowser *
sign_in (TestSite *self)
{
  TestBrowser *browser = test_browser_new (self->server, "northwind");
  g_autoptr (FoyerHttpResponse) asked
      = test_browser_post (browser, "/sign-in", "email=maria%40hillside.example");
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (FoyerHttpResponse) in = NULL;
  g_autofree char *path = NULL;
  const char *found;

  test_assert_goes (asked, "/sign-in/sent");
  foyer_backend_answer_door (self->server->backend, TEST_SERVER_NOW);
  statement = foyer_database_prepare (foyer_backend_get_writer (self->server->backend),
                                      "SELECT body_text FROM mail_job ORDER BY number DESC LIMIT 1", &error);
  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  found = strstr (foyer_statement_get_text (statement, 0), "/m/");
  g_assert_nonnull (found);
  path = g_strndup (found, strlen ("/m/") + FOYER_SECRET_LENGTH);
  in = test_browser_post (browser, path, "confirm=1");
  test_assert_goes (in, "/");
  return browser;
}

static void
test_contact (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = sign_in (self);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/profile");
  g_autoptr (FoyerHttpResponse) saved = NULL;
  g_autoptr (FoyerHttpResponse) german = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gboolean is_written_down = FALSE;

  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "maria@hillside.example"));
  saved
      = test_browser_post (browser, "/profile",
                           "name=Maria+Lopez&phone=%28503%29+555-0199&language=de&email=stolen%40example.org"
                           "&role=owner&status=disabled");
  test_assert_goes (saved, "/profile");
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  g_assert_cmpstr (foyer_portal_person_get_name (person), ==, "Maria Lopez");
  g_assert_cmpstr (foyer_portal_person_get_phone (person), ==, "(503) 555-0199");
  g_assert_cmpstr (foyer_portal_person_get_language (person), ==, "de");
  /* A15: what the form does not have is not taken. */
  g_assert_cmpstr (foyer_portal_person_get_email (person), ==, "maria@hillside.example");
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_ACTIVE);
  german = test_browser_get (browser, "/profile");
  g_assert_nonnull (strstr (test_body (german), "Ihr Profil"));
  events = foyer_test_server_list (self->server, "northwind", &foyer_audit_event_type);
  for (guint i = 0; i < events->len; i++)
    is_written_down |= strcmp (foyer_audit_event_get_verb (events->pdata[i]), "change contact data") == 0
                       && foyer_audit_event_get_actor (events->pdata[i]) == FOYER_AUDIT_EVENT_PERSON;
  g_assert_true (is_written_down);
}

static void
test_wrong (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *form;
    const char *says;
  } cases[] = {
    { "name=&phone=", "Please enter your name." },
    { "name=Maria&phone=call+me", "Please enter a phone number" },
    { "name=%0d%0aBcc%3a&phone=", "Please enter your name." },
  };
  g_autoptr (TestBrowser) browser = sign_in (self);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/profile");

  test_assert_status (page, 200);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *before = test_site_dump (self);
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (browser, "/profile", cases[i].form);

    test_assert_status (answer, 200);
    g_assert_nonnull (strstr (test_body (answer), cases[i].says));
    test_site_assert_unchanged (self, before);
  }
}

/* 001-14: what is ticked is told, the rest is not; what they said of texts stays. */
static void
test_notifications (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) saved = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonNode) told = NULL;
  JsonObject *object;

  test_site_put (self, "[{'id': 'pp-1', 'notifications': {'booked': {'email': false, 'sms': true}}}]");
  browser = sign_in (self);
  page = test_browser_get (browser, "/profile");
  saved = test_browser_post (browser, "/profile/notifications", "booked=1&quote=1&unknown=1");
  test_assert_goes (saved, "/profile");
  person = foyer_test_server_get (self->server, "northwind", "pp-1");
  told = foyer_portal_person_get_notifications (person);
  object = json_node_get_object (told);
  g_assert_true (foyer_json_object_boolean (foyer_json_object_object (object, "booked"), "email", FALSE));
  g_assert_true (foyer_json_object_boolean (foyer_json_object_object (object, "booked"), "sms", FALSE));
  g_assert_true (foyer_json_object_boolean (foyer_json_object_object (object, "quote"), "email", FALSE));
  g_assert_false (foyer_json_object_boolean (foyer_json_object_object (object, "invoice"), "email", TRUE));
  g_assert_false (json_object_has_member (object, "unknown"));
  test_assert_status (page, 200);
}

/* A7, `link_may`: the bearer of a link changes contact data only where the office says so. */
static void
test_link_bearer (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->other, "/profile");
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) allowed_page = NULL;
  g_autoptr (FoyerHttpResponse) saved = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  g_autofree char *before = NULL;

  test_assert_status (page, 200);
  g_assert_null (strstr (test_body (page), "action=\"/profile\""));
  before = test_site_dump (self);
  refused = test_browser_post (self->other, "/profile", "name=X&phone=5035550100");
  test_assert_status (refused, 403);
  test_site_assert_unchanged (self, before);
  test_site_put (self, "[{'id': 'ps-1', 'access.link_may': ['change_contact']}]");
  allowed_page = test_browser_get (self->other, "/profile");
  g_assert_nonnull (strstr (test_body (allowed_page), "action=\"/profile\""));
  saved = test_browser_post (self->other, "/profile", "name=X&phone=5035550100");
  test_assert_goes (saved, "/profile");
  client = foyer_test_server_get (self->server, "northwind", "cl-2");
  g_assert_cmpstr (foyer_client_get_phone (client), ==, "5035550100");
  g_assert_cmpstr (foyer_client_get_name (client), ==, "Hillside Dental");
}

static void
add_second (TestSite *self, const char *more)
{
  g_autofree char *json = g_strdup_printf (
      "[{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Maria', 'email': 'maria@hillside.example',"
      " 'role': 'read_only', 'status': 'active'}%s]",
      more);

  test_site_put (self, json);
}

/* X11: one client at a time; the session before ends, lasts no longer for it, and all is written down. */
static void
test_switch (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) browser = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) gone = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  g_autofree char *id = foyer_test_id ("pp-2");
  g_autofree char *form = g_strdup_printf ("account=%s", id);
  g_autofree char *first = NULL;
  guint n_open = 0;

  add_second (self, "");
  browser = sign_in (self);
  first = g_strdup (browser->session);
  foyer_test_server_advance (self->server, 3600);
  page = test_browser_get (browser, "/switch");
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Ellen Ruiz"));
  gone = test_browser_post (browser, "/switch", form);
  test_assert_goes (gone, "/");
  g_assert_cmpstr (browser->session, !=, first);
  home = test_browser_get (browser, "/");
  g_assert_nonnull (strstr (test_body (home), "Ellen Ruiz"));
  g_assert_null (strstr (test_body (home), "Hillside Dental"));
  stays = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  for (guint i = 0; i < stays->len; i++) {
    FoyerRecord *stay = stays->pdata[i];

    if (foyer_portal_session_get_person_id (stay) == NULL
        || foyer_portal_session_get_status (stay) != FOYER_PORTAL_SESSION_OPEN)
      continue;
    n_open++;
    g_assert_cmpstr (foyer_portal_session_get_person_id (stay), ==, id);
    g_assert_cmpint (foyer_portal_session_get_expires_at (stay), ==, TEST_SERVER_NOW + 72 * 3600);
  }
  g_assert_cmpuint (n_open, ==, 1);
  {
    g_autoptr (TestBrowser) old = test_browser_new (self->server, "northwind");
    g_autoptr (FoyerHttpResponse) out = NULL;

    old->session = g_strdup (first);
    out = test_browser_get (old, "/visits");
    test_assert_goes (out, "/sign-in");
  }
}

/* A01: an account that is not theirs, or not open to them, is not there. */
static void
test_no_switch (TestSite *self, gconstpointer data)
{
  static const char *const more[] = {
    ", {'id': 'pp-2', 'email': 'other@hillside.example'}",
    ", {'id': 'pp-2', 'status': 'disabled'}",
    ", {'id': 'cl-1', 'portalEnabled': false}",
    ", {'id': 'cl-1', 'sso': 'required'}",
  };
  g_autoptr (TestBrowser) browser = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autofree char *id = foyer_test_id ("pp-2");
  g_autofree char *form = g_strdup_printf ("account=%s", id);
  g_autofree char *before = NULL;

  add_second (self, more[GPOINTER_TO_UINT (data)]);
  browser = sign_in (self);
  page = test_browser_get (browser, "/switch");
  before = test_site_dump (self);
  refused = test_browser_post (browser, "/switch", form);
  test_assert_status (refused, 404);
  test_site_assert_unchanged (self, before);
  g_assert_nonnull (page);
}

#define ADD(path, data, function) \
  g_test_add ("/site/profile/" path, TestSite, GUINT_TO_POINTER (data), set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("contact", 0, test_contact);
  ADD ("wrong", 0, test_wrong);
  ADD ("notifications", 0, test_notifications);
  ADD ("link-bearer", 0, test_link_bearer);
  ADD ("switch", 0, test_switch);
  ADD ("switch-to-a-stranger", 0, test_no_switch);
  ADD ("switch-disabled", 1, test_no_switch);
  ADD ("switch-closed", 2, test_no_switch);
  ADD ("switch-single-sign-on", 3, test_no_switch);
  return g_test_run ();
}
