/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-grudging-servers.c - servers that give or take only part of it: what can be done is done, the rest is kept and said */

#include "foyer-json.h"
#include "foyer-one-console.h"
#include "foyer-test.h"
#include "types/label.h"
#include "types/visit.h"

typedef struct {
  FoyerOneConsole *console;
  char *label; /* (nullable) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  g_free (fixture->label);
}

static FoyerSyncNotice
get_notice (Fixture *fixture)
{
  return foyer_sync_engine_get_notice (fixture->console->engine, NULL);
}

static void
assert_is_kept (Fixture *fixture)
{
  g_autofree char *there = foyer_one_console_label_at_server (fixture->console, fixture->label);
  guint waiting;
  guint needing;

  g_assert_null (there);
  foyer_store_count_operations (fixture->console->store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, 1);
  g_assert_cmpuint (needing, ==, 0);
}

static void
assert_is_sent (Fixture *fixture)
{
  g_autofree char *there = foyer_one_console_label_at_server (fixture->console, fixture->label);

  g_assert_cmpstr (there, ==, "Mine");
  g_assert_cmpint (get_notice (fixture), ==, FOYER_SYNC_NOTICE_NONE);
}

typedef struct {
  const char *path;
  const char *from;
  const char *to;
  FoyerSyncNotice notice;
} Session;

static const Session sessions[] = {
  { "/grudging/newer-server-keeps-the-queue", "/ns/jmap/staff/1", "/ns/jmap/staff/2",
    FOYER_SYNC_NOTICE_SERVER_NEWER },
  { "/grudging/older-server-keeps-the-queue", "/ns/jmap/staff/1", "/ns/jmap/staff/0",
    FOYER_SYNC_NOTICE_NO_OPERATIONS },
  { "/grudging/server-without-operation-ids-keeps-the-queue", "https://foyer.example/ns/jmap/staff/1",
    "https://example.org/other", FOYER_SYNC_NOTICE_NO_OPERATIONS },
  { "/grudging/account-for-reading-keeps-the-queue", "\"isReadOnly\":false", "\"isReadOnly\":true",
    FOYER_SYNC_NOTICE_READ_ONLY },
};

/* The session is another from the next start on, and as it was after the one after that. */
static void
test_session (Fixture *fixture, gconstpointer data)
{
  const Session *session = data;

  foyer_one_console_close (fixture->console);
  foyer_loopback_rewrite (fixture->console->loopback, session->from, session->to);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  fixture->label = foyer_one_console_create_label (fixture->console, "Mine");
  foyer_one_console_pass (fixture->console, SECONDS (300));
  assert_is_kept (fixture);
  g_assert_cmpint (get_notice (fixture), ==, session->notice);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
  foyer_one_console_close (fixture->console);
  foyer_loopback_rewrite (fixture->console->loopback, NULL, NULL);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_sent (fixture);
}

/* With few calls a request it takes many turns to hear that nothing is new: none of them waits. */
static void
test_small_limits_are_no_circle (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_close (fixture->console);
  foyer_loopback_rewrite (fixture->console->loopback, "\"maxCallsInRequest\":64", "\"maxCallsInRequest\":3");
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (3));
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
  fixture->label = foyer_one_console_create_label (fixture->console, "Mine");
  foyer_one_console_pass (fixture->console, SECONDS (3));
  assert_is_sent (fixture);
}

/* The right to write was withdrawn while the console worked, and given back. */
static void
test_read_only_answer_drops_nothing (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "Mine", FOYER_FAULT_SERVER_FAIL, 0, NULL);
  foyer_loopback_set_error (fixture->console->loopback, "accountReadOnly");
  fixture->label = foyer_one_console_create_label (fixture->console, "Mine");
  foyer_one_console_pass (fixture->console, SECONDS (120));
  assert_is_kept (fixture);
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_SERVER_FAIL, 0, NULL);
  foyer_one_console_pass (fixture->console, SECONDS (70));
  assert_is_sent (fixture);
}

/* One type that the server cannot give: the others come, the work goes, and it is said. */
static void
test_broken_method_holds_up_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *there = NULL;
  GPtrArray *types;
  guint before;

  foyer_loopback_set_broken_method (fixture->console->loopback, "Visit/changes");
  foyer_sync_engine_sync_now (fixture->console->engine);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, &types), ==,
                   FOYER_SYNC_NOTICE_TROUBLED);
  g_assert_cmpuint (types->len, ==, 1);
  g_assert_true (types->pdata[0] == &foyer_visit_type);
  fixture->label = foyer_one_console_create_label (fixture->console, "Mine");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  there = foyer_one_console_label_at_server (fixture->console, fixture->label);
  g_assert_cmpstr (there, ==, "Mine");
  before = foyer_loopback_count_requests (fixture->console->loopback);
  foyer_one_console_pass (fixture->console, SECONDS (600));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback) - before, <, 100);
  foyer_loopback_set_broken_method (fixture->console->loopback, NULL);
  foyer_one_console_pass (fixture->console, SECONDS (61));
  g_assert_cmpint (get_notice (fixture), ==, FOYER_SYNC_NOTICE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    g_test_add (sessions[i].path, Fixture, &sessions[i], set_up, test_session, tear_down);
  g_test_add ("/grudging/small-limits-are-no-circle", Fixture, NULL, set_up, test_small_limits_are_no_circle,
              tear_down);
  g_test_add ("/grudging/read-only-answer-drops-nothing", Fixture, NULL, set_up,
              test_read_only_answer_drops_nothing, tear_down);
  g_test_add ("/grudging/C01-broken-type-holds-up-nothing", Fixture, NULL, set_up,
              test_broken_method_holds_up_nothing, tear_down);
  return g_test_run ();
}
