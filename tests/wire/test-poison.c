/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-poison.c - an operation that the server cannot stomach holds up no other, and a server that is ill parks nothing */

#include "foyer-json.h"
#include "foyer-one-console.h"
#include "foyer-test.h"

#include <string.h>

#define MINUTES(n) SECONDS (60 * (n))

typedef struct {
  FoyerOneConsole *console;
  char *before;
  char *poison;
  char *after;
} Fixture;

/* Three labels, the second of which holds the word at which the fault strikes. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
make_labels (Fixture *fixture)
{
  fixture->before = foyer_one_console_create_label (fixture->console, "before");
  fixture->poison = foyer_one_console_create_label (fixture->console, "arsenic");
  fixture->after = foyer_one_console_create_label (fixture->console, "after");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  g_free (fixture->before);
  g_free (fixture->poison);
  g_free (fixture->after);
}

static FoyerOperationState
get_state (Fixture *fixture, const char *record_id)
{
  g_autoptr (FoyerOperation) operation = foyer_one_console_find (fixture->console, record_id);

  return foyer_operation_get_state (operation);
}

static void
assert_at_server (Fixture *fixture, const char *record_id, const char *name)
{
  g_autofree char *there = foyer_one_console_label_at_server (fixture->console, record_id);

  g_assert_cmpstr (there, ==, name);
}

static void
assert_nothing_needs_anybody (Fixture *fixture)
{
  guint waiting;
  guint needing;

  foyer_store_count_operations (fixture->console->store, &waiting, &needing);
  g_assert_cmpuint (needing, ==, 0);
}

/* The operation is put away with the exact exchange, and the others are done. */
static void
assert_only_poison_waits (Fixture *fixture)
{
  g_autoptr (FoyerOperation) operation = foyer_one_console_find (fixture->console, fixture->poison);
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  JsonObject *exchange;

  g_assert_cmpint (get_state (fixture, fixture->before), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_state (fixture, fixture->after), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (data->state, ==, FOYER_OPERATION_REFUSED);
  assert_at_server (fixture, fixture->before, "before");
  assert_at_server (fixture, fixture->poison, NULL);
  assert_at_server (fixture, fixture->after, "after");
  g_assert_nonnull (foyer_json_object_text (data->error, "cause"));
  exchange = foyer_json_object_object (data->error, "exchange");
  g_assert_nonnull (exchange);
  g_assert_nonnull (strstr (foyer_json_object_text (exchange, "sent"), "arsenic"));
  g_assert_nonnull (strstr (foyer_json_object_text (exchange, "sent"), data->id));
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

static void
test_failing_call_is_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_SERVER_FAIL, 0, NULL);
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (5));
  assert_only_poison_waits (fixture);
}

static void
test_failing_request_is_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_STATUS, 500, "<h1>Oops</h1>");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (10));
  assert_only_poison_waits (fixture);
}

static void
test_crashing_request_is_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_CUT_BEFORE, 0, NULL);
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (10));
  assert_only_poison_waits (fixture);
}

/* Done each time, but the answer never arrives: skipping comes too late, and that is the answer. */
static void
test_what_was_done_is_not_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_CUT_AFTER, 0, NULL);
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (10));
  g_assert_cmpint (get_state (fixture, fixture->poison), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_state (fixture, fixture->after), ==, FOYER_OPERATION_DONE);
  assert_at_server (fixture, fixture->poison, "arsenic");
  assert_nothing_needs_anybody (fixture);
}

static void
test_malformed_request_is_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_STATUS, 400,
                            "{\"type\":\"urn:ietf:params:jmap:error:notRequest\",\"status\":400}");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_only_poison_waits (fixture);
}

static void
test_too_large_request_is_put_away (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_STATUS, 413, "");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_only_poison_waits (fixture);
}

static void
test_limits_of_the_moment_park_nothing (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (
      fixture->console->loopback, "arsenic", FOYER_FAULT_STATUS, 400,
      "{\"type\":\"urn:ietf:params:jmap:error:limit\",\"limit\":\"maxConcurrentRequests\",\"status\":400}");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (5));
  assert_nothing_needs_anybody (fixture);
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_STATUS, 0, NULL);
  foyer_one_console_pass (fixture->console, MINUTES (2));
  assert_at_server (fixture, fixture->poison, "arsenic");
}

/* Later operations on the record of one that was put away are not done out of context: they wait under it. */
static void
test_later_ones_on_the_record_wait_with_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *later = NULL;
  g_autoptr (FoyerOperation) operation = NULL;

  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_SERVER_FAIL, 0, NULL);
  make_labels (fixture);
  later = foyer_one_console_update_label (fixture->console, fixture->poison, "{'name': 'antidote'}");
  foyer_one_console_pass (fixture->console, MINUTES (5));
  operation = foyer_store_get_operation (fixture->console->store, later);
  g_assert_cmpint (foyer_operation_get_state (operation), ==, FOYER_OPERATION_REFUSED);
  g_assert_cmpstr (foyer_json_object_text (foyer_operation_get_data (operation)->error, "type"), ==,
                   "dependencyFailed");
  g_assert_cmpint (get_state (fixture, fixture->after), ==, FOYER_OPERATION_DONE);
}

static void
test_restart_forgets_no_count (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_SERVER_FAIL, 0, NULL);
  make_labels (fixture);
  for (guint i = 0; i < 20; i++) {
    foyer_one_console_close (fixture->console);
    foyer_one_console_open (fixture->console);
    foyer_one_console_pass (fixture->console, SECONDS (2));
  }
  foyer_one_console_pass (fixture->console, MINUTES (1));
  assert_only_poison_waits (fixture);
}

/* A server that cannot even skip is ill (its disk is full, say), and the operation gets its chance with a healthy one. */
static void
test_server_that_cannot_skip_parks_nothing (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_SERVER_FAIL, 0, NULL);
  foyer_loopback_set_broken_method (fixture->console->loopback, "Op/skip");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (10));
  assert_nothing_needs_anybody (fixture);
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_SERVER_FAIL, 0, NULL);
  foyer_loopback_set_broken_method (fixture->console->loopback, NULL);
  foyer_one_console_pass (fixture->console, MINUTES (2));
  assert_nothing_needs_anybody (fixture);
  assert_at_server (fixture, fixture->poison, "arsenic");
  assert_at_server (fixture, fixture->after, "after");
}

/* --- Servers that are ill --- */

typedef struct {
  const char *path;
  FoyerLoopbackFault fault;
  guint status;
} Illness;

static const Illness illnesses[] = {
  { "/poison/busy-server-parks-nothing", FOYER_FAULT_STATUS, 503 },
  { "/poison/too-many-requests-park-nothing", FOYER_FAULT_STATUS, 429 },
  { "/poison/bad-gateway-parks-nothing", FOYER_FAULT_STATUS, 502 },
  { "/poison/failing-server-parks-nothing", FOYER_FAULT_STATUS, 500 },
  { "/poison/crashing-server-parks-nothing", FOYER_FAULT_CUT_BEFORE, 0 },
};

/* Every request is struck, not only those with operations. */
static void
test_illness (Fixture *fixture, gconstpointer data)
{
  const Illness *illness = data;

  foyer_loopback_set_fault (fixture->console->loopback, "methodCalls", illness->fault, illness->status, NULL);
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, MINUTES (20));
  assert_nothing_needs_anybody (fixture);
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_STATUS, 0, NULL);
  foyer_one_console_pass (fixture->console, MINUTES (2));
  assert_at_server (fixture, fixture->before, "before");
  assert_at_server (fixture, fixture->poison, "arsenic");
  assert_at_server (fixture, fixture->after, "after");
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

/* While operations cannot be sent, what others do still arrives. */
static void
test_pulling_goes_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) theirs = NULL;
  g_autoptr (FoyerRecord) here = NULL;
  guint needing;
  guint waiting;

  foyer_loopback_set_fault (fixture->console->loopback, "arsenic", FOYER_FAULT_STATUS, 500, "");
  make_labels (fixture);
  foyer_one_console_pass (fixture->console, SECONDS (3));
  foyer_store_count_operations (fixture->console->store, &waiting, &needing);
  g_assert_cmpuint (waiting, >, 0);
  foyer_test_server_put (fixture->console->server, "northwind",
                         "[{'id': 'lb-1', 'name': 'Theirs', 'position': 0}]");
  foyer_one_console_pass (fixture->console, SECONDS (65));
  theirs = foyer_test_server_get (fixture->console->server, "northwind", "lb-1");
  here = foyer_store_get (fixture->console->store, foyer_record_get_record_type (theirs),
                          foyer_record_get_id (theirs));
  g_assert_nonnull (here);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/poison/failing-call-is-put-away", test_failing_call_is_put_away },
    { "/poison/failing-request-is-put-away", test_failing_request_is_put_away },
    { "/poison/crashing-request-is-put-away", test_crashing_request_is_put_away },
    { "/poison/what-was-done-is-not-put-away", test_what_was_done_is_not_put_away },
    { "/poison/malformed-request-is-put-away", test_malformed_request_is_put_away },
    { "/poison/too-large-request-is-put-away", test_too_large_request_is_put_away },
    { "/poison/limits-of-the-moment-park-nothing", test_limits_of_the_moment_park_nothing },
    { "/poison/later-ones-on-the-record-wait-with-it", test_later_ones_on_the_record_wait_with_it },
    { "/poison/restart-forgets-no-count", test_restart_forgets_no_count },
    { "/poison/server-that-cannot-skip-parks-nothing", test_server_that_cannot_skip_parks_nothing },
    { "/poison/pulling-goes-on", test_pulling_goes_on },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (illnesses); i++)
    g_test_add (illnesses[i].path, Fixture, &illnesses[i], set_up, test_illness, tear_down);
  return g_test_run ();
}
