/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-long-pulls.c - a first sync of many requests, each asked for while the last is written: whole, once, and in nobody's way */

#include "foyer-one-console.h"
#include "foyer-test.h"
#include "types/label.h"

#define LABELS 150

typedef struct {
  FoyerOneConsole *console;
  char *mine; /* (nullable) */
} Fixture;

/* A console that knows nothing yet, and a server that gives few records at a time. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  FoyerTestServer *server = foyer_test_server_new ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (GString) labels = g_string_new ("[");

  for (guint i = 0; i < LABELS; i++)
    g_string_append_printf (labels, "%s{'id': 'lb-%u', 'name': 'Theirs %u', 'position': 0}",
                            i == 0 ? "" : ",", i + 1, i);
  g_string_append_c (labels, ']');
  foyer_test_server_put (server, "northwind", labels->str);
  fixture->console = foyer_one_console_new_at (server, token);
  foyer_loopback_rewrite (fixture->console->loopback, "\"maxObjectsInGet\":500", "\"maxObjectsInGet\":1");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  g_free (fixture->mine);
}

static guint
count_labels (Fixture *fixture)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_label_type);
  g_autoptr (GPtrArray) labels = NULL;

  foyer_query_limit (query, 2 * LABELS);
  labels = foyer_store_list (fixture->console->store, query);
  return labels->len;
}

static void
pass_until_halfway (Fixture *fixture)
{
  while (count_labels (fixture) < LABELS / 3)
    foyer_one_console_pass (fixture->console, 5000);
  g_assert_cmpuint (count_labels (fixture), <, LABELS);
}

static void
assert_is_whole (Fixture *fixture)
{
  guint waiting;
  guint needing;

  g_assert_cmpuint (count_labels (fixture), ==, LABELS + (fixture->mine == NULL ? 0 : 1));
  foyer_store_count_operations (fixture->console->store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, 0);
  g_assert_cmpuint (needing, ==, 0);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

static guint
get_fetched (Fixture *fixture)
{
  guint fetched;

  g_object_get (fixture->console->engine, "fetched", &fetched, NULL);
  return fetched;
}

static void
test_nothing_comes_twice (Fixture *fixture, gconstpointer data)
{
  guint fetched;

  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_whole (fixture);
  fetched = get_fetched (fixture);
  /* Each record once: a second first sync, in fewer and larger requests, brings as many. */
  foyer_one_console_close (fixture->console);
  foyer_test_remove_directory (fixture->console->directory);
  fixture->console->directory = foyer_test_make_directory ();
  foyer_loopback_rewrite (fixture->console->loopback, NULL, NULL);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_whole (fixture);
  g_assert_cmpuint (get_fetched (fixture), ==, fetched);
}

/* Whoever acts in the middle of it does not wait for its end. */
static void
test_what_is_done_meanwhile_goes_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *there = NULL;

  pass_until_halfway (fixture);
  fixture->mine = foyer_one_console_create_label (fixture->console, "Mine");
  for (guint i = 0; i < 4 && there == NULL; i++) {
    foyer_one_console_pass (fixture->console, 5000);
    there = foyer_one_console_label_at_server (fixture->console, fixture->mine);
  }
  g_assert_cmpstr (there, ==, "Mine");
  g_assert_cmpuint (count_labels (fixture), <, LABELS);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_whole (fixture);
}

static void
test_goes_on_after_a_restart (Fixture *fixture, gconstpointer data)
{
  guint before;

  pass_until_halfway (fixture);
  foyer_one_console_close (fixture->console);
  foyer_one_console_open (fixture->console);
  before = count_labels (fixture);
  g_assert_cmpuint (before, >=, LABELS / 3);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_whole (fixture);
  /* What was there is not fetched again. */
  g_assert_cmpuint (get_fetched (fixture), <=, LABELS - before + 100);
}

static void
test_goes_on_after_a_lost_reply (Fixture *fixture, gconstpointer data)
{
  pass_until_halfway (fixture);
  foyer_loopback_lose_replies (fixture->console->loopback, 1);
  foyer_one_console_pass (fixture->console, SECONDS (1) / 20);
  fixture->mine = foyer_one_console_create_label (fixture->console, "Mine");
  foyer_one_console_pass (fixture->console, SECONDS (10));
  assert_is_whole (fixture);
}

/* Whatever was asked for ahead goes on from where the store no longer is. */
static void
test_goes_on_after_a_repair (Fixture *fixture, gconstpointer data)
{
  pass_until_halfway (fixture);
  foyer_sync_engine_repair (fixture->console->engine);
  foyer_one_console_pass (fixture->console, SECONDS (10));
  assert_is_whole (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/wire/long-pulls/nothing-comes-twice", Fixture, NULL, set_up, test_nothing_comes_twice,
              tear_down);
  g_test_add ("/wire/long-pulls/what-is-done-meanwhile-goes-out", Fixture, NULL, set_up,
              test_what_is_done_meanwhile_goes_out, tear_down);
  g_test_add ("/wire/long-pulls/goes-on-after-a-restart", Fixture, NULL, set_up, test_goes_on_after_a_restart,
              tear_down);
  g_test_add ("/wire/long-pulls/goes-on-after-a-lost-reply", Fixture, NULL, set_up,
              test_goes_on_after_a_lost_reply, tear_down);
  g_test_add ("/wire/long-pulls/goes-on-after-a-repair", Fixture, NULL, set_up, test_goes_on_after_a_repair,
              tear_down);
  return g_test_run ();
}
