/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-two-consoles.c - two consoles and the server core in one thread: nothing is lost, nothing is decided twice */

#include "accounts/foyer-accounts.h"
#include "foyer-json.h"
#include "foyer-loopback.h"
#include "foyer-sync-engine.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/visit.h"

#include <string.h>

#define SECONDS(n) ((gint64) (n) *G_USEC_PER_SEC)

typedef struct {
  char *directory;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerTransport *transport;
  FoyerSyncEngine *engine;
} Console;

typedef struct {
  FoyerTestServer *server;
  char *token;
  GString *trace;
  Console consoles[2];
  char *booking_id;
} World;

static void
open_console (World *world, guint index)
{
  Console *console = &world->consoles[index];

  console->store
      = foyer_test_open_store (console->directory, FOYER_CLOCK (world->server->clock), console->random, NULL);
  console->engine
      = foyer_sync_engine_new (console->store, console->transport, "http://localhost/.well-known/jmap", NULL);
  foyer_sync_engine_start (console->engine);
}

static void
close_console (World *world, guint index)
{
  Console *console = &world->consoles[index];

  foyer_sync_engine_stop (console->engine);
  foyer_test_settle ();
  g_clear_object (&console->engine);
  foyer_store_close (console->store);
  g_clear_object (&console->store);
}

static World *
make_world (void)
{
  World *world = g_new0 (World, 1);
  g_autoptr (FoyerRecord) booking = NULL;

  world->server = foyer_test_server_new ();
  world->token = foyer_test_server_sign_in (world->server, "northwind");
  world->trace = g_string_new (NULL);
  foyer_test_server_put (
      world->server, "northwind",
      "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1',"
      " 'start': '2026-11-25 09:00', 'end': '2026-11-25 11:00', 'requestedAt': '2026-11-23 08:00'}]");
  booking = foyer_test_server_get (world->server, "northwind", "bk-1");
  world->booking_id = g_strdup (foyer_record_get_id (booking));
  for (guint i = 0; i < G_N_ELEMENTS (world->consoles); i++) {
    Console *console = &world->consoles[i];

    console->directory = foyer_test_make_directory ();
    console->random = foyer_random_new_seeded (100 + i);
    console->transport = foyer_loopback_new (world->server, i == 0 ? "A" : "B", world->token, world->trace);
    open_console (world, i);
  }
  return world;
}

static void
free_world (World *world)
{
  for (guint i = 0; i < G_N_ELEMENTS (world->consoles); i++) {
    Console *console = &world->consoles[i];

    close_console (world, i);
    foyer_test_settle ();
    g_assert_finalize_object (g_steal_pointer (&console->transport));
    g_object_unref (console->random);
    foyer_test_remove_directory (console->directory);
  }
  foyer_test_server_free (world->server);
  g_string_free (world->trace, TRUE);
  g_free (world->token);
  g_free (world->booking_id);
  g_free (world);
}

/* Lets time pass: timers in their order, and whatever they set off in between. */
static void
pass (World *world, gint64 time)
{
  gint64 until = foyer_clock_monotonic (FOYER_CLOCK (world->server->clock)) + time;

  foyer_test_settle ();
  while (foyer_clock_monotonic (FOYER_CLOCK (world->server->clock)) < until) {
    foyer_manual_clock_advance (world->server->clock,
                                MIN (5000,
                                     until - foyer_clock_monotonic (FOYER_CLOCK (world->server->clock))));
    foyer_test_settle ();
  }
}

static char *
decide (World *world, guint index, const char *patch)
{
  g_autoptr (GError) error = NULL;
  char *operation = foyer_test_submit (world->consoles[index].store, FOYER_VERB_UPDATE, &foyer_booking_type,
                                       world->booking_id, patch, SECONDS (10), &error);

  g_assert_no_error (error);
  return operation;
}

static FoyerBookingStatus
get_status_at (World *world, guint index)
{
  g_autoptr (FoyerRecord) booking
      = foyer_store_get (world->consoles[index].store, &foyer_booking_type, world->booking_id);

  return (FoyerBookingStatus) foyer_booking_get_status (booking);
}

static guint
count_visits (World *world)
{
  g_autoptr (GPtrArray) visits = foyer_test_server_list (world->server, "northwind", &foyer_visit_type);
  guint count = 0;

  for (guint i = 0; i < visits->len; i++)
    count += g_strcmp0 (foyer_visit_get_booking_id (visits->pdata[i]), world->booking_id) == 0;
  return count;
}

static FoyerOperationState
get_operation_state (World *world, guint index, const char *id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (world->consoles[index].store, id);

  return foyer_operation_get_state (operation);
}

static void
set_online (World *world, guint index, gboolean online)
{
  foyer_loopback_set_online (FOYER_LOOPBACK (world->consoles[index].transport), online);
}

static void
assert_same_everywhere (World *world)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) records = foyer_test_server_list (world->server, "northwind", types[i]);

    for (guint j = 0; j < records->len; j++) {
      g_autoptr (JsonObject) there = foyer_record_to_json (records->pdata[j]);
      g_autofree char *expected = foyer_json_canonical_object (there);

      for (guint k = 0; k < G_N_ELEMENTS (world->consoles); k++) {
        g_autoptr (FoyerRecord) record
            = foyer_store_get (world->consoles[k].store, types[i], foyer_record_get_id (records->pdata[j]));
        g_autoptr (JsonObject) here = record == NULL ? json_object_new () : foyer_record_to_json (record);
        g_autofree char *actual = foyer_json_canonical_object (here);

        g_assert_cmpstr (actual, ==, expected);
      }
    }
  }
}

/* --- The story --- */

static void
test_approval_reaches_everybody (void)
{
  World *world = make_world ();
  g_autofree char *operation = NULL;

  pass (world, SECONDS (1));
  g_assert_cmpint (get_status_at (world, 0), ==, FOYER_BOOKING_PENDING);
  operation = decide (world, 0, "{'status': 'approved'}");
  g_assert_cmpint (get_status_at (world, 0), ==, FOYER_BOOKING_APPROVED);
  pass (world, SECONDS (9));
  g_assert_cmpuint (count_visits (world), ==, 0);
  pass (world, SECONDS (2));
  g_assert_cmpuint (count_visits (world), ==, 1);
  g_assert_cmpint (get_operation_state (world, 0, operation), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_status_at (world, 1), ==, FOYER_BOOKING_APPROVED);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_decision_survives_offline_and_restart (void)
{
  World *world = make_world ();
  g_autofree char *operation = NULL;

  pass (world, SECONDS (1));
  set_online (world, 0, FALSE);
  operation = decide (world, 0, "{'status': 'approved'}");
  pass (world, SECONDS (30));
  close_console (world, 0);
  open_console (world, 0);
  pass (world, SECONDS (30));
  g_assert_cmpint (get_status_at (world, 0), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpuint (count_visits (world), ==, 0);
  set_online (world, 0, TRUE);
  pass (world, SECONDS (70));
  g_assert_cmpuint (count_visits (world), ==, 1);
  g_assert_cmpint (get_operation_state (world, 0, operation), ==, FOYER_OPERATION_DONE);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_lost_replies_make_no_second_visit (void)
{
  World *world = make_world ();
  g_autofree char *operation = NULL;

  pass (world, SECONDS (1));
  operation = decide (world, 0, "{'status': 'approved'}");
  pass (world, SECONDS (9));
  foyer_loopback_lose_replies (FOYER_LOOPBACK (world->consoles[0].transport), 3);
  pass (world, SECONDS (90));
  g_assert_cmpuint (count_visits (world), ==, 1);
  g_assert_cmpint (get_operation_state (world, 0, operation), ==, FOYER_OPERATION_DONE);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_first_decision_wins_and_second_is_told (void)
{
  World *world = make_world ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (FoyerOperation) operation = NULL;
  const FoyerOperationData *data;

  pass (world, SECONDS (1));
  set_online (world, 0, FALSE);
  set_online (world, 1, FALSE);
  first = decide (world, 0, "{'status': 'approved'}");
  second = decide (world, 1, "{'status': 'declined', 'reason': 'No crew that day'}");
  pass (world, SECONDS (15));
  set_online (world, 0, TRUE);
  foyer_sync_engine_sync_now (world->consoles[0].engine);
  pass (world, SECONDS (5));
  set_online (world, 1, TRUE);
  foyer_sync_engine_sync_now (world->consoles[1].engine);
  pass (world, SECONDS (5));
  g_assert_cmpint (get_operation_state (world, 0, first), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_operation_state (world, 1, second), ==, FOYER_OPERATION_CONFLICT);
  g_assert_cmpint (get_status_at (world, 1), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpuint (count_visits (world), ==, 1);
  operation = foyer_store_get_operation (world->consoles[1].store, second);
  data = foyer_operation_get_data (operation);
  g_assert_cmpstr (foyer_json_object_text (data->error, "type"), ==, "conflict");
  g_assert_cmpstr (foyer_json_object_text (foyer_json_object_object (data->error, "current"), "status"), ==,
                   "approved");
  g_assert_nonnull (foyer_json_object_text (data->error, "by"));
  g_assert_nonnull (foyer_json_object_text (data->error, "at"));
  g_assert_cmpstr (foyer_json_object_text (data->patch, "reason"), ==, "No crew that day");
  assert_same_everywhere (world);
  free_world (world);
}

/* The second sees that it will be a conflict while it could still be taken back. */
static void
test_second_is_warned_before_it_leaves (void)
{
  World *world = make_world ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (FoyerOperation) before = NULL;
  g_autoptr (FoyerOperation) after = NULL;

  pass (world, SECONDS (1));
  first = decide (world, 0, "{'status': 'approved'}");
  pass (world, SECONDS (5));
  second = decide (world, 1, "{'status': 'declined', 'reason': 'No crew that day'}");
  before = foyer_store_get_operation (world->consoles[1].store, second);
  g_assert_false (foyer_operation_get_data (before)->contradicted);
  pass (world, SECONDS (7));
  after = foyer_store_get_operation (world->consoles[1].store, second);
  g_assert_cmpint (foyer_operation_get_state (after), ==, FOYER_OPERATION_HELD);
  g_assert_true (foyer_operation_get_data (after)->contradicted);
  pass (world, SECONDS (10));
  g_assert_cmpint (get_operation_state (world, 1, second), ==, FOYER_OPERATION_CONFLICT);
  assert_same_everywhere (world);
  free_world (world);
}

static char *
change_person (World *world, guint index, FoyerVerb verb, const char *id, const char *patch)
{
  g_autoptr (GError) error = NULL;
  char *operation = foyer_test_submit (world->consoles[index].store, verb, &foyer_portal_person_type, id,
                                       patch, 0, &error);

  g_assert_no_error (error);
  return operation;
}

/* Who takes somebody's access away is not asked again because a colleague did less of it first. */
static void
test_taking_access_away_always_wins (void)
{
  World *world = make_world ();
  const char *id = "pp-01890a5d-ac96-7d4e-8f00-000000000077";
  g_autoptr (FoyerRecord) client = foyer_test_server_get (world->server, "northwind", "cl-1");
  g_autofree char *values = g_strdup_printf ("{'clientId': '%s', 'name': 'Maria', 'email': 'm@example.org'}",
                                             foyer_record_get_id (client));
  g_autofree char *made = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  pass (world, SECONDS (1));
  made = change_person (world, 1, FOYER_VERB_CREATE, id, values);
  pass (world, SECONDS (5));
  set_online (world, 0, FALSE);
  second = change_person (world, 0, FOYER_VERB_UPDATE, id, "{'status': 'removed'}");
  first = change_person (world, 1, FOYER_VERB_UPDATE, id, "{'status': 'disabled'}");
  pass (world, SECONDS (5));
  set_online (world, 0, TRUE);
  foyer_sync_engine_sync_now (world->consoles[0].engine);
  pass (world, SECONDS (5));
  g_assert_cmpint (get_operation_state (world, 1, first), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_operation_state (world, 0, second), ==, FOYER_OPERATION_DONE);
  person = foyer_test_server_get (world->server, "northwind", id);
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_REMOVED);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_same_decision_twice_is_no_conflict (void)
{
  World *world = make_world ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  pass (world, SECONDS (1));
  first = decide (world, 0, "{'status': 'approved'}");
  second = decide (world, 1, "{'status': 'approved'}");
  pass (world, SECONDS (20));
  g_assert_cmpint (get_operation_state (world, 0, first), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_operation_state (world, 1, second), ==, FOYER_OPERATION_DONE);
  g_assert_cmpuint (count_visits (world), ==, 1);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_words_of_the_second_are_kept (void)
{
  World *world = make_world ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  pass (world, SECONDS (1));
  set_online (world, 1, FALSE);
  first = decide (world, 0, "{'status': 'approved'}");
  pass (world, SECONDS (20));
  second = decide (world, 1, "{'status': 'approved', 'message': 'Please leave the key'}");
  pass (world, SECONDS (20));
  set_online (world, 1, TRUE);
  pass (world, SECONDS (70));
  g_assert_cmpint (get_operation_state (world, 1, second), ==, FOYER_OPERATION_DONE);
  booking = foyer_test_server_get (world->server, "northwind", world->booking_id);
  g_assert_cmpstr (foyer_booking_get_message (booking), ==, "Please leave the key");
  g_assert_cmpuint (count_visits (world), ==, 1);
  assert_same_everywhere (world);
  free_world (world);
}

static char *
run_once (void)
{
  World *world = make_world ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  char *trace;

  pass (world, SECONDS (1));
  set_online (world, 1, FALSE);
  first = decide (world, 0, "{'status': 'approved'}");
  second = decide (world, 1, "{'status': 'declined', 'reason': 'No crew that day'}");
  pass (world, SECONDS (20));
  set_online (world, 1, TRUE);
  pass (world, SECONDS (70));
  trace = g_strdup (world->trace->str);
  free_world (world);
  return trace;
}

static void
test_same_trace_twice (void)
{
  g_autofree char *first = run_once ();
  g_autofree char *second = run_once ();

  g_assert_cmpuint (strlen (first), >, 200);
  g_assert_cmpstr (first, ==, second);
}

static char *
write_notes (World *world, guint index, const char *client, const char *notes)
{
  g_autofree char *patch = g_strdup_printf ("{'notes': '%s'}", notes);
  g_autoptr (GError) error = NULL;
  char *operation = foyer_test_submit (world->consoles[index].store, FOYER_VERB_UPDATE, &foyer_client_type,
                                       client, patch, 0, &error);

  g_assert_no_error (error);
  return operation;
}

/* Both begin with two lines; offline, each does what is given. */
static World *
make_notes (char **client, const char *first, const char *second, char **operation)
{
  World *world = make_world ();
  g_autoptr (FoyerRecord) record = foyer_test_server_get (world->server, "northwind", "cl-1");

  *client = g_strdup (foyer_record_get_id (record));
  pass (world, SECONDS (1));
  g_free (write_notes (world, 0, *client, "Gate code 12\\nBeware of the dog"));
  pass (world, SECONDS (2));
  set_online (world, 0, FALSE);
  set_online (world, 1, FALSE);
  g_free (write_notes (world, 0, *client, first));
  *operation = write_notes (world, 1, *client, second);
  set_online (world, 0, TRUE);
  pass (world, SECONDS (90));
  set_online (world, 1, TRUE);
  pass (world, SECONDS (90));
  return world;
}

static void
test_notes_of_two_people_merge (void)
{
  g_autofree char *client = NULL;
  g_autofree char *operation = NULL;
  World *world = make_notes (&client, "Gate code 34\\nBeware of the dog",
                             "Gate code 12\\nBeware of the dog\\nKey at number 7", &operation);
  g_autoptr (FoyerRecord) record = foyer_test_server_get (world->server, "northwind", "cl-1");

  g_assert_cmpstr (foyer_client_get_notes (record), ==, "Gate code 34\nBeware of the dog\nKey at number 7");
  g_assert_cmpint (get_operation_state (world, 1, operation), ==, FOYER_OPERATION_DONE);
  assert_same_everywhere (world);
  free_world (world);
}

static void
test_notes_of_one_line_ask (void)
{
  g_autofree char *client = NULL;
  g_autofree char *operation = NULL;
  World *world = make_notes (&client, "Gate code 34\\nBeware of the dog", "Gate code 56\\nBeware of the dog",
                             &operation);
  g_autoptr (FoyerRecord) record = foyer_test_server_get (world->server, "northwind", "cl-1");

  g_assert_cmpstr (foyer_client_get_notes (record), ==, "Gate code 34\nBeware of the dog");
  g_assert_cmpint (get_operation_state (world, 1, operation), ==, FOYER_OPERATION_CONFLICT);
  assert_same_everywhere (world);
  free_world (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consoles/approval-reaches-everybody", test_approval_reaches_everybody);
  g_test_add_func ("/consoles/decision-survives-offline-and-restart",
                   test_decision_survives_offline_and_restart);
  g_test_add_func ("/consoles/lost-replies-make-no-second-visit", test_lost_replies_make_no_second_visit);
  g_test_add_func ("/consoles/first-decision-wins-and-second-is-told",
                   test_first_decision_wins_and_second_is_told);
  g_test_add_func ("/consoles/second-is-warned-before-it-leaves", test_second_is_warned_before_it_leaves);
  g_test_add_func ("/consoles/taking-access-away-always-wins", test_taking_access_away_always_wins);
  g_test_add_func ("/consoles/same-decision-twice-is-no-conflict", test_same_decision_twice_is_no_conflict);
  g_test_add_func ("/consoles/words-of-the-second-are-kept", test_words_of_the_second_are_kept);
  g_test_add_func ("/consoles/same-trace-twice", test_same_trace_twice);
  g_test_add_func ("/consoles/notes-of-two-people-merge", test_notes_of_two_people_merge);
  g_test_add_func ("/consoles/notes-of-one-line-ask", test_notes_of_one_line_ask);
  return g_test_run ();
}
