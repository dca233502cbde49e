/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-decision.c - what a decision changes, and how it is taken back */

#include "foyer-assert-text.h"
#include "foyer-console-fixture.h"
#include "foyer-decision.h"
#include "foyer-json.h"
#include "foyer-test.h"
#include "types/booking.h"

static void
assert_json (JsonObject *object, const char *expected)
{
  g_autofree char *text = foyer_json_canonical_object (object);

  g_assert_cmpstr (text, ==, expected);
  json_object_unref (object);
}

static void
test_patches (void)
{
  assert_json (foyer_decision_approve (NULL, NULL), "{\"status\":\"approved\"}");
  assert_json (foyer_decision_approve ("cm-1", NULL), "{\"crewId\":\"cm-1\",\"status\":\"approved\"}");
  assert_json (foyer_decision_approve ("cm-1", "She asked twice."),
               "{\"crewId\":\"cm-1\",\"override\":\"She asked twice.\",\"status\":\"approved\"}");
  assert_json (foyer_decision_decline ("Full."), "{\"reason\":\"Full.\",\"status\":\"declined\"}");
}

static FoyerAct *
submit (FoyerConsoleFixture *fixture, const char *command, JsonObject *patch)
{
  g_autoptr (FoyerRecord) booking = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_autoptr (FoyerRecord) client = foyer_test_business_get (fixture->business, "cl-1");
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FoyerAct *act;

  foyer_decision_submit_async (fixture->desk, booking, client, command, patch, 10 * G_USEC_PER_SEC, NULL,
                               foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  act = foyer_decision_submit_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  json_object_unref (patch);
  return act;
}

static void
test_act_says_what_was_done (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerAct) act = NULL;
  g_autoptr (FoyerOperation) operation = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  foyer_console_fixture_add_requests (fixture);
  act = submit (fixture, "decline", foyer_decision_decline ("We are full."));
  g_assert_cmpstr (act->done, ==, "Declined for Ellen Ruiz");
  g_assert_cmpstr (act->undone, ==, "The request of Ellen Ruiz is back");
  operation = foyer_store_get_operation (fixture->store, act->operation_id);
  foyer_assert_text (g_strdup (foyer_operation_get_data (operation)->subject),
                     "Tue 6 May, 9:00–11:00 for Ellen Ruiz");
  booking = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_assert_cmpstr (foyer_booking_get_reason (booking), ==, "We are full.");
}

static FoyerAct *
approve_if_it_fits (FoyerConsoleFixture *fixture, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FoyerAct *act;

  foyer_decision_approve_if_it_fits_async (fixture->desk, whole, 10 * G_USEC_PER_SEC, NULL,
                                           foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  act = foyer_decision_approve_if_it_fits_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  return act;
}

static void
test_notification_approves_what_fits (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerAct) act = NULL;
  g_autoptr (FoyerRecord) booking = NULL;
  g_autofree char *crew = foyer_test_id ("cm-1");

  foyer_console_fixture_add_requests (fixture);
  act = approve_if_it_fits (fixture, "bk-1");
  g_assert_nonnull (act);
  booking = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpstr (foyer_booking_get_crew_id (booking), ==, crew);
  /* It is decided now: pressed again, the button does nothing. */
  g_assert_null (approve_if_it_fits (fixture, "bk-1"));
}

static void
test_notification_does_not_approve_what_no_longer_fits (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = NULL;

  foyer_console_fixture_add_requests (fixture);
  foyer_console_fixture_pull (fixture,
                              "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Boiler', 'status': 'scheduled', "
                              "'start': '2025-05-06 08:00', 'end': '2025-05-06 12:00', 'crewId': 'cm-1'}, "
                              "{'id': 'vs-2', 'clientId': 'cl-2', 'title': 'Boiler', 'status': 'scheduled', "
                              "'start': '2025-05-06 08:00', 'end': '2025-05-06 12:00', 'crewId': 'cm-2'}]");
  g_assert_null (approve_if_it_fits (fixture, "bk-1"));
  g_assert_null (approve_if_it_fits (fixture, "bk-9"));
  booking = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_PENDING);
}

static void
test_stack_gives_back_the_last (void)
{
  g_autoptr (FoyerUndoStack) stack = foyer_undo_stack_new ();
  FoyerAct first = { .operation_id = (char *) "op-1" };
  FoyerAct second = { .operation_id = (char *) "op-2" };
  FoyerAct third = { .operation_id = (char *) "op-3" };
  g_autoptr (FoyerAct) middle = NULL;
  g_autoptr (FoyerAct) last = NULL;
  g_autoptr (FoyerAct) rest = NULL;
  gboolean can_undo;

  foyer_undo_stack_push (stack, &first);
  foyer_undo_stack_push (stack, &second);
  foyer_undo_stack_push (stack, &third);
  middle = foyer_undo_stack_take (stack, "op-2");
  g_assert_cmpstr (middle->operation_id, ==, "op-2");
  last = foyer_undo_stack_take (stack, NULL);
  g_assert_cmpstr (last->operation_id, ==, "op-3");
  rest = foyer_undo_stack_take (stack, NULL);
  g_assert_cmpstr (rest->operation_id, ==, "op-1");
  g_assert_null (foyer_undo_stack_take (stack, NULL));
  g_object_get (stack, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

/* What was taken back can be done again until something else is done. */
static void
test_stack_keeps_what_can_be_done_again (void)
{
  g_autoptr (FoyerUndoStack) stack = foyer_undo_stack_new ();
  FoyerAct first = { .operation_id = (char *) "op-1", .redone = (char *) "again" };
  FoyerAct second = { .operation_id = (char *) "op-2", .redone = (char *) "again" };
  g_autoptr (FoyerAct) again = NULL;
  g_autoptr (FoyerAct) last = NULL;
  gboolean can_redo;

  foyer_undo_stack_push (stack, &first);
  foyer_act_free (foyer_undo_stack_take (stack, NULL));
  foyer_undo_stack_keep (stack, &first);
  again = foyer_undo_stack_put_back (stack);
  g_assert_cmpstr (again->operation_id, ==, "op-1");
  last = foyer_undo_stack_take (stack, NULL);
  g_assert_cmpstr (last->operation_id, ==, "op-1");
  foyer_undo_stack_keep (stack, &first);
  g_object_get (stack, "can-redo", &can_redo, NULL);
  g_assert_true (can_redo);
  foyer_undo_stack_push (stack, &second);
  g_object_get (stack, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
  g_assert_null (foyer_undo_stack_put_back (stack));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision/patches", test_patches);
  g_test_add ("/decision/act-says-what-was-done", FoyerConsoleFixture, NULL, foyer_console_fixture_set_up,
              test_act_says_what_was_done, foyer_console_fixture_tear_down);
  g_test_add ("/decision/notification-approves-what-fits", FoyerConsoleFixture, NULL,
              foyer_console_fixture_set_up, test_notification_approves_what_fits,
              foyer_console_fixture_tear_down);
  g_test_add ("/decision/notification-does-not-approve-what-no-longer-fits", FoyerConsoleFixture, NULL,
              foyer_console_fixture_set_up, test_notification_does_not_approve_what_no_longer_fits,
              foyer_console_fixture_tear_down);
  g_test_add_func ("/decision/stack-gives-back-the-last", test_stack_gives_back_the_last);
  g_test_add_func ("/decision/stack-keeps-what-can-be-done-again", test_stack_keeps_what_can_be_done_again);
  return g_test_run ();
}
