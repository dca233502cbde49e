/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-remedies.c - a remedy that is carried out at a console helps the client at the portal: with a real server between them */

#include "foyer-one-console.h"
#include "foyer-remedy-verbs.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "test-site-browser.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
  FoyerDesk *desk;
  GtkWidget *place;
  FoyerRemedyVerbs *verbs;
  TestBrowser *browser;
  char *said; /* (nullable): the last */
} Fixture;

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

static void
pass (Fixture *fixture, int seconds)
{
  foyer_one_console_pass (fixture->console, SECONDS (seconds));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *staff = foyer_test_id ("st-1");
  g_autoptr (FoyerAccount) account
      = foyer_account_new ("http://127.0.0.1", "og-1", "Northwind", staff, "Ana");

  fixture->console = foyer_one_console_new ();
  pass (fixture, 2);
  fixture->desk = foyer_desk_new (fixture->console->store, account);
  foyer_desk_use_engine (fixture->desk, fixture->console->engine);
  fixture->place = g_object_ref_sink (gtk_label_new (NULL));
  fixture->verbs = foyer_remedy_verbs_new (fixture->place);
  g_signal_connect_swapped (fixture->verbs, "said", G_CALLBACK (on_said), fixture);
  foyer_remedy_verbs_start (fixture->verbs, fixture->desk);
  fixture->browser = test_browser_new (fixture->console->server, "northwind");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_remedy_verbs_stop (fixture->verbs);
  pass (fixture, 1);
  g_assert_finalize_object (fixture->verbs);
  g_assert_finalize_object (fixture->place);
  test_browser_free (fixture->browser);
  foyer_desk_close (fixture->desk);
  g_assert_finalize_object (fixture->desk);
  foyer_one_console_free (fixture->console);
  g_free (fixture->said);
}

/* What the server has now is here. */
static void
pull (Fixture *fixture)
{
  foyer_desk_sync_now (fixture->desk);
  pass (fixture, 2);
}

/* Whether whoever follows the link of @secret is let in. */
static gboolean
lets_in (Fixture *fixture, const char *secret)
{
  g_autofree char *path = g_strconcat ("/l/", secret, NULL);
  g_autoptr (FoyerHttpResponse) response = NULL;

  g_clear_pointer (&fixture->browser->session, g_free);
  response = test_browser_get (fixture->browser, path);
  return fixture->browser->session != NULL;
}

/* What staff would paste into a mail: the secret of the address in the clipboard. */
static char *
read_clipboard (Fixture *fixture)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->place));
  g_auto (GValue) value = G_VALUE_INIT;
  const char *secret;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  secret = strstr (g_value_get_string (&value), "/l/");
  g_assert_nonnull (secret);
  return g_strdup (secret + strlen ("/l/"));
}

static void
carry_out (Fixture *fixture, FoyerRemedy *remedy, const FoyerRecordType *type, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);

  foyer_remedy_add_record (remedy, type, id);
  foyer_remedy_verbs_carry_out (fixture->verbs, remedy);
  pass (fixture, 12);
}

static void
make_new_link (Fixture *fixture)
{
  g_autoptr (FoyerRemedy) remedy = foyer_remedy_new (FOYER_REMEDY_NEW_LINK, g_strdup ("Make a new link"));

  carry_out (fixture, remedy, &foyer_portal_link_type, "pl-1");
}

/* D15, D16: the client's old link is dead, and the one that staff hand over works. */
static void
test_new_link (Fixture *fixture, gconstpointer broken)
{
  g_autofree char *old
      = foyer_test_server_make_link (fixture->console->server, "northwind", "pl-1", "cl-1", NULL);
  g_autofree char *fresh = NULL;

  g_assert_true (lets_in (fixture, old));
  foyer_test_server_put (fixture->console->server, "northwind", broken);
  pull (fixture);
  make_new_link (fixture);
  g_assert_cmpstr (fixture->said, ==, "New link copied; the old one is dead");
  fresh = read_clipboard (fixture);
  g_assert_false (lets_in (fixture, old));
  g_assert_true (lets_in (fixture, fresh));
}

/* Without a network it says so, and the old one lives. */
static void
test_new_link_offline (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *old
      = foyer_test_server_make_link (fixture->console->server, "northwind", "pl-1", "cl-1", NULL);

  pull (fixture);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  pass (fixture, 30);
  make_new_link (fixture);
  g_assert_nonnull (fixture->said);
  g_assert_true (lets_in (fixture, old));
}

/* D11: to whom access is given again, they are active at the server, too. */
static void
test_restore (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerRemedy) remedy
      = foyer_remedy_new (FOYER_REMEDY_RESTORE_PERSON, g_strdup ("Give this person access again"));
  g_autoptr (FoyerRecord) person = NULL;

  foyer_test_server_put (fixture->console->server, "northwind",
                         "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'status': 'disabled'}]");
  pull (fixture);
  foyer_remedy_patch_text (remedy, "status", "active");
  carry_out (fixture, remedy, &foyer_portal_person_type, "pp-1");
  person = foyer_test_server_get (fixture->console->server, "northwind", "pp-1");
  g_assert_cmpstr (fixture->said, ==, NULL);
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_ACTIVE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/remedies/new-link/in-use", Fixture, "[]", set_up, test_new_link, tear_down);
  g_test_add ("/remedies/new-link/expired", Fixture, "[{'id': 'pl-1', 'expiresAt': '2026-11-20 09:00'}]",
              set_up, test_new_link, tear_down);
  g_test_add ("/remedies/new-link/revoked", Fixture, "[{'id': 'pl-1', 'status': 'revoked'}]", set_up,
              test_new_link, tear_down);
  g_test_add ("/remedies/new-link/offline", Fixture, NULL, set_up, test_new_link_offline, tear_down);
  g_test_add ("/remedies/restore-person", Fixture, NULL, set_up, test_restore, tear_down);
  return g_test_run ();
}
