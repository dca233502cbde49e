/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-publish.c - what is drafted at a console is published at the server, and a client's next page is made by it */

#include "foyer-one-console.h"
#include "foyer-settings-draft.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "test-site-browser.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
  FoyerDesk *desk;
  TestBrowser *browser;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *staff = foyer_test_id ("st-1");
  g_autoptr (FoyerAccount) account
      = foyer_account_new ("http://127.0.0.1", "og-1", "Northwind", staff, "Ana");

  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (2));
  fixture->desk = foyer_desk_new (fixture->console->store, account);
  fixture->browser = test_browser_new_signed_in (fixture->console->server, "northwind", "pl-1", "cl-1", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_browser_free (fixture->browser);
  foyer_test_settle ();
  foyer_desk_close (fixture->desk);
  g_assert_finalize_object (fixture->desk);
  foyer_one_console_free (fixture->console);
}

static void
draft (Fixture *fixture, const char *key, gboolean value)
{
  foyer_settings_draft_set (foyer_desk_get_draft (fixture->desk), key,
                            json_node_init_boolean (json_node_alloc (), value));
  foyer_test_settle ();
}

static void
publish (Fixture *fixture)
{
  FoyerSettingsDraft *settings = foyer_desk_get_draft (fixture->desk);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = NULL;

  foyer_settings_draft_publish_async (settings, "For the summer", 0, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  act = foyer_settings_draft_publish_finish (settings, result, &error);
  g_assert_no_error (error);
  foyer_one_console_pass (fixture->console, SECONDS (2));
}

static FoyerRecord *
get_at_server (Fixture *fixture)
{
  return foyer_test_server_get (fixture->console->server, "northwind", "ps-1");
}

static guint
get_status (Fixture *fixture, const char *address)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (fixture->browser, address);

  return response->status;
}

static void
test_publish (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) before = get_at_server (fixture);
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_cmpuint (get_status (fixture, "/documents"), ==, 200);
  draft (fixture, "portal.documents", FALSE);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpuint (get_status (fixture, "/documents"), ==, 200);
  publish (fixture);
  after = get_at_server (fixture);
  history = foyer_test_server_list (fixture->console->server, "northwind", &foyer_settings_version_type);
  g_assert_false (foyer_portal_settings_get_portal_documents (after));
  g_assert_cmpint (foyer_portal_settings_get_version (after), ==,
                   foyer_portal_settings_get_version (before) + 1);
  g_assert_cmpuint (history->len, >, 0);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (foyer_desk_get_draft (fixture->desk)), ==, 0);
  g_assert_cmpuint (get_status (fixture, "/documents"), ==, 404);
}

/* What is published without a network is published when there is one again. */
static void
test_publish_offline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) meanwhile = NULL;
  g_autoptr (FoyerRecord) after = NULL;

  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  draft (fixture, "portal.documents", FALSE);
  publish (fixture);
  meanwhile = get_at_server (fixture);
  g_assert_true (foyer_portal_settings_get_portal_documents (meanwhile));
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  after = get_at_server (fixture);
  g_assert_false (foyer_portal_settings_get_portal_documents (after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/publish/at-the-server", Fixture, NULL, set_up, test_publish, tear_down);
  g_test_add ("/publish/offline", Fixture, NULL, set_up, test_publish_offline, tear_down);
  return g_test_run ();
}
