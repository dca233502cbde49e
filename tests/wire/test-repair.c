/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-repair.c - what is here comes to be what the server has, and nothing that a person did is lost on the way */

#include "foyer-one-console.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

#define MINUTES(n) SECONDS (60 * (n))

typedef struct {
  FoyerOneConsole *console;
  char *theirs;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;

  fixture->console = foyer_one_console_new ();
  foyer_test_server_put (fixture->console->server, "northwind",
                         "[{'id': 'lb-1', 'name': 'Theirs', 'position': 0}]");
  record = foyer_test_server_get (fixture->console->server, "northwind", "lb-1");
  fixture->theirs = g_strdup (foyer_record_get_id (record));
  foyer_one_console_pass (fixture->console, MINUTES (2));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  g_free (fixture->theirs);
}

/* As a defect would: without the server's knowing. */
static gpointer
lose_record (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_remove (writer, &foyer_label_type, data, error);
  return NULL;
}

static gpointer
digest_labels (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_digest (writer, &foyer_label_type, error);
}

static gboolean
has_label (Fixture *fixture, const char *id)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (fixture->console->store, &foyer_label_type, id);

  return record != NULL;
}

/* Until digests are compared again, and what differs has been fetched. */
static void
pass_an_hour (Fixture *fixture)
{
  g_autofree char *token = NULL;

  foyer_one_console_pass (fixture->console, MINUTES (50));
  token = foyer_test_server_sign_in (fixture->console->server, "northwind");
  foyer_loopback_set_token (fixture->console->loopback, token);
  foyer_one_console_pass (fixture->console, MINUTES (12));
}

static void
test_drift_is_noticed_and_mended (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has_label (fixture, fixture->theirs));
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, NULL), ==, FOYER_SYNC_NOTICE_NONE);
  foyer_test_write (fixture->console->store, lose_record, fixture->theirs);
  g_assert_false (has_label (fixture, fixture->theirs));
  pass_an_hour (fixture);
  g_assert_true (has_label (fixture, fixture->theirs));
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, NULL), ==, FOYER_SYNC_NOTICE_NONE);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

/* Pending operations, seen by their records, are no drift. */
static void
test_own_work_is_no_drift (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = foyer_test_write (fixture->console->store, digest_labels, NULL);
  g_autofree char *mine = NULL;
  g_autofree char *operation = NULL;
  g_autofree char *after = NULL;

  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  mine = foyer_one_console_create_label (fixture->console, "Mine");
  operation = foyer_one_console_update_label (fixture->console, fixture->theirs, "{'name': 'Ours'}");
  after = foyer_test_write (fixture->console->store, digest_labels, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (after, !=, "0000000000000000");
}

static void
test_repair_keeps_everything (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = NULL;
  g_autofree char *operation = NULL;
  g_autofree char *there = NULL;
  g_autofree char *changed = NULL;

  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_one_console_pass (fixture->console, SECONDS (3));
  mine = foyer_one_console_create_label (fixture->console, "Mine");
  operation = foyer_one_console_update_label (fixture->console, fixture->theirs, "{'name': 'Ours'}");
  foyer_sync_engine_repair (fixture->console->engine);
  foyer_one_console_pass (fixture->console, SECONDS (20));
  g_assert_true (has_label (fixture, mine));
  g_assert_true (has_label (fixture, fixture->theirs));
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  for (guint i = 0; i < 200; i++) {
    foyer_one_console_pass (fixture->console, G_USEC_PER_SEC / 5);
    g_assert_true (has_label (fixture, mine));
    g_assert_true (has_label (fixture, fixture->theirs));
  }
  foyer_one_console_pass (fixture->console, MINUTES (1));
  there = foyer_one_console_label_at_server (fixture->console, mine);
  changed = foyer_one_console_label_at_server (fixture->console, fixture->theirs);
  g_assert_cmpstr (there, ==, "Mine");
  g_assert_cmpstr (changed, ==, "Ours");
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, NULL), ==, FOYER_SYNC_NOTICE_NONE);
}

/* Somebody repairs while a record that only we know is under way: it is not swept. */
static void
test_repair_during_a_turn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = foyer_one_console_create_label (fixture->console, "Mine");
  g_autofree char *there = NULL;

  foyer_sync_engine_repair (fixture->console->engine);
  foyer_one_console_pass (fixture->console, SECONDS (30));
  there = foyer_one_console_label_at_server (fixture->console, mine);
  g_assert_cmpstr (there, ==, "Mine");
  g_assert_true (has_label (fixture, mine));
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

/* A digest that the server gets wrong is reported, and does not fetch for ever. */
static void
test_lasting_difference_is_said (Fixture *fixture, gconstpointer data)
{
  guint before;

  foyer_loopback_rewrite (fixture->console->loopback, "\"digest\":\"", "\"digest\":\"x");
  pass_an_hour (fixture);
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, NULL), ==,
                   FOYER_SYNC_NOTICE_MENDED);
  g_assert_true (has_label (fixture, fixture->theirs));
  before = foyer_loopback_count_requests (fixture->console->loopback);
  foyer_one_console_pass (fixture->console, MINUTES (10));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback) - before, <, 30);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/repair/drift-is-noticed-and-mended", test_drift_is_noticed_and_mended },
    { "/repair/own-work-is-no-drift", test_own_work_is_no_drift },
    { "/repair/repair-keeps-everything", test_repair_keeps_everything },
    { "/repair/repair-during-a-turn", test_repair_during_a_turn },
    { "/repair/lasting-difference-is-said", test_lasting_difference_is_said },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
