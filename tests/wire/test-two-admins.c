/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-two-admins.c - what one publishes at a console is told at another's, and never written over unseen (D1) */

#include "foyer-one-console.h"
#include "foyer-publish-watch.h"
#include "foyer-settings-draft.h"
#include "foyer-sync-engine.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/portal_settings.h"

/* One server. Ana publishes at the first console, Lee looks at the settings at the second. */
typedef struct {
  FoyerOneConsole *first;
  FoyerDesk *ana;

  char *directory;
  FoyerRandom *random;
  FoyerTransport *transport;
  FoyerStore *store;
  FoyerSyncEngine *engine;
  FoyerDesk *lee;
  FoyerPublishWatch *watch;
} Fixture;

static FoyerDesk *
open_desk (FoyerStore *store, const char *staff, const char *name)
{
  g_autofree char *id = foyer_test_id (staff);
  g_autoptr (FoyerAccount) account = foyer_account_new ("http://127.0.0.1", "og-1", "Northwind", id, name);

  return foyer_desk_new (store, account);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->first = foyer_one_console_new ();
  foyer_test_server_put (
      fixture->first->server, "northwind",
      "[{'id': 'st-7', 'name': 'Lee', 'email': 'lee@northwind.example', 'role': 'admin', 'active': true}]");
  fixture->directory = foyer_test_make_directory ();
  fixture->random = foyer_random_new_seeded (101);
  fixture->transport
      = foyer_loopback_new (fixture->first->server, "B", fixture->first->token, fixture->first->trace);
  fixture->store = foyer_test_open_store (fixture->directory, FOYER_CLOCK (fixture->first->server->clock),
                                          fixture->random, NULL);
  fixture->engine
      = foyer_sync_engine_new (fixture->store, fixture->transport, "http://localhost/.well-known/jmap", NULL);
  foyer_sync_engine_start (fixture->engine);
  foyer_one_console_pass (fixture->first, SECONDS (2));
  fixture->ana = open_desk (fixture->first->store, "st-1", "Ana");
  fixture->lee = open_desk (fixture->store, "st-7", "Lee");
  fixture->watch = foyer_publish_watch_new (fixture->lee);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_settle ();
  g_assert_finalize_object (fixture->watch);
  foyer_desk_close (fixture->ana);
  g_assert_finalize_object (fixture->ana);
  foyer_desk_close (fixture->lee);
  g_assert_finalize_object (fixture->lee);
  foyer_sync_engine_stop (fixture->engine);
  foyer_one_console_pass (fixture->first, 20000);
  g_clear_object (&fixture->engine);
  foyer_store_close (fixture->store);
  g_clear_object (&fixture->store);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->transport);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
  foyer_one_console_free (fixture->first);
}

static void
draft (FoyerDesk *desk, const char *key, gint64 value)
{
  g_autoptr (JsonNode) node = json_node_init_int (json_node_alloc (), value);

  foyer_settings_draft_set (foyer_desk_get_draft (desk), key, node);
  foyer_test_settle ();
}

static gboolean
publish (Fixture *fixture, FoyerDesk *desk)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerAct) act = NULL;

  foyer_settings_draft_publish_async (foyer_desk_get_draft (desk), NULL, 0, NULL, foyer_test_take_result,
                                      &waiting);
  result = foyer_test_wait_result (&waiting);
  act = foyer_settings_draft_publish_finish (foyer_desk_get_draft (desk), result, &error);
  /* The other console asks for what is new once in a while, if nobody tells it. */
  foyer_one_console_pass (fixture->first, SECONDS (120));
  return act != NULL;
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  g_autofree char *text = foyer_publish_watch_describe (fixture->watch);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
get_lead_hours (Fixture *fixture)
{
  g_autoptr (FoyerRecord) settings = foyer_test_server_get (fixture->first->server, "northwind", "ps-1");

  return foyer_portal_settings_get_booking_lead_hours (settings);
}

/* What touches another setting merges with the own draft. */
static void
test_told_by_name (Fixture *fixture, gconstpointer data)
{
  draft (fixture->lee, "booking.max_days", 20);
  draft (fixture->ana, "booking.lead_hours", 5);
  g_assert_true (publish (fixture, fixture->ana));
  assert_told (fixture, "Ana published 1 change");
  foyer_publish_watch_forget (fixture->watch);
  g_assert_true (publish (fixture, fixture->lee));
  g_assert_cmpint (get_lead_hours (fixture), ==, 5);
}

/* The same setting asks whoever comes second. */
static void
test_asked_about_the_same (Fixture *fixture, gconstpointer data)
{
  draft (fixture->lee, "booking.lead_hours", 9);
  draft (fixture->ana, "booking.lead_hours", 5);
  g_assert_true (publish (fixture, fixture->ana));
  assert_told (fixture, "Ana published 1 change. You have changed 1 of them, too");
  g_assert_false (publish (fixture, fixture->lee));
  g_assert_cmpint (get_lead_hours (fixture), ==, 5);
  foyer_settings_draft_keep (foyer_desk_get_draft (fixture->lee), "booking.lead_hours");
  assert_told (fixture, "Ana published 1 change");
  g_assert_true (publish (fixture, fixture->lee));
  g_assert_cmpint (get_lead_hours (fixture), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/two-admins/told-by-name", Fixture, NULL, set_up, test_told_by_name, tear_down);
  g_test_add ("/two-admins/asked-about-the-same", Fixture, NULL, set_up, test_asked_about_the_same,
              tear_down);
  return g_test_run ();
}
