/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-outbox.c - what the Outbox says of operations, and of those that need a person */

#include "foyer-assert-text.h"
#include "foyer-console-fixture.h"
#include "foyer-need.h"
#include "foyer-operation-closures.h"
#include "foyer-test.h"
#include "types/booking.h"

#define SECOND G_USEC_PER_SEC

static FoyerOperation *
make_operation (FoyerOperationState state, guint attempts, gint64 next_at)
{
  FoyerOperationData data = {
    .id = g_strdup ("op-1"),
    .type = &foyer_booking_type,
    .record_id = g_strdup ("bk-1"),
    .command = g_strdup ("approve"),
    .subject = g_strdup ("Tue, May 6, 9–11 AM for Ellen Ruiz"),
    .state = state,
    .hold_until = 100 * SECOND,
    .attempts = attempts,
    .next_at = next_at,
    .settled_at = G_GINT64_CONSTANT (1746194400),
  };

  return foyer_operation_new (&data);
}

static void
assert_text (FoyerOperationState state,
             guint attempts,
             gint64 next_at,
             gint64 monotonic,
             gboolean online,
             const char *expected)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  g_autoptr (FoyerOperation) operation = make_operation (state, attempts, next_at);

  foyer_assert_text (foyer_operation_text (NULL, operation, monotonic, G_GINT64_CONSTANT (1746194000), online,
                                           time),
                     expected);
}

static void
test_states_in_words (void)
{
  const gint64 later = G_GINT64_CONSTANT (1746194400);

  assert_text (FOYER_OPERATION_HELD, 0, 0, 94 * SECOND, TRUE, "Leaves in 6 s");
  assert_text (FOYER_OPERATION_HELD, 0, 0, 94 * SECOND + 1, TRUE, "Leaves in 6 s");
  assert_text (FOYER_OPERATION_HELD, 0, 0, 100 * SECOND, TRUE, "Leaves now");
  assert_text (FOYER_OPERATION_HELD, 0, 0, 200 * SECOND, TRUE, "Leaves now");
  assert_text (FOYER_OPERATION_QUEUED, 0, 0, 0, FALSE, "Waits for the network");
  assert_text (FOYER_OPERATION_QUEUED, 0, 0, 0, TRUE, "Waits for its turn");
  assert_text (FOYER_OPERATION_QUEUED, 2, later, 0, TRUE, "Tried 2 times, next at 9 AM");
  assert_text (FOYER_OPERATION_SENDING, 1, 0, 0, TRUE, "Being sent…");
  assert_text (FOYER_OPERATION_DONE, 1, 0, 0, TRUE, "9 AM");
}

static void
test_only_what_has_not_left_can_be_taken_back (void)
{
  static const struct {
    FoyerOperationState state;
    gboolean undo;
    gboolean release;
  } cases[] = {
    { FOYER_OPERATION_HELD, TRUE, TRUE },      { FOYER_OPERATION_QUEUED, TRUE, FALSE },
    { FOYER_OPERATION_SENDING, FALSE, FALSE }, { FOYER_OPERATION_ACKED, FALSE, FALSE },
    { FOYER_OPERATION_DONE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerOperation) operation = make_operation (cases[i].state, 0, 0);

    g_assert_cmpint (foyer_operation_may_undo (NULL, operation), ==, cases[i].undo);
    g_assert_cmpint (foyer_operation_may_release (NULL, operation), ==, cases[i].release);
  }
}

static void
test_subtitle_counts (void)
{
  g_autofree char *none = foyer_outbox_subtitle (NULL, 0, 0);
  g_autofree char *both = foyer_outbox_subtitle (NULL, 2, 1);
  g_autofree char *one = foyer_outbox_subtitle (NULL, 1, 0);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (both, ==, "2 need you · 1 waiting");
  g_assert_cmpstr (one, ==, "1 needs you");
}

typedef struct {
  const char *operation_id;
  FoyerOperationState state;
  JsonObject *answer;
} Answer;

static gpointer
settle (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  Answer *answer = user_data;

  foyer_store_writer_settle (writer, answer->operation_id, answer->state, answer->answer, error);
  return NULL;
}

/* An approval of bk-1 that the server answered so. */
static FoyerNeed *
make_need (FoyerConsoleFixture *fixture, FoyerOperationState state, const char *answer_text)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *crew = foyer_test_id ("cm-1");
  g_autofree char *patch = g_strdup_printf ("{'status': 'approved', 'crewId': '%s'}", crew);
  g_autofree char *operation_id = NULL;
  g_autoptr (JsonObject) json = foyer_test_json (answer_text);
  g_autoptr (FoyerOperation) operation = NULL;
  Answer answer;

  foyer_console_fixture_add_requests (fixture);
  operation_id
      = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id, patch, 0, NULL);
  foyer_console_fixture_pull (fixture, "[{'id': 'bk-1', 'status': 'declined', 'reason': 'No parts.', "
                                       "'decidedBy': 'st-1', 'decidedAt': '2025-05-02 08:50'}]");
  answer = (Answer){ operation_id, state, json };
  foyer_test_write (fixture->store, settle, &answer);
  foyer_test_settle ();
  operation = foyer_store_get_operation (fixture->store, operation_id);
  return foyer_need_new (fixture->store, operation, foyer_desk_get_time (fixture->desk),
                         foyer_desk_now (fixture->desk));
}

static void
assert_property (FoyerNeed *need, const char *name, const char *expected)
{
  char *text = NULL;

  g_object_get (need, name, &text, NULL);
  foyer_assert_text (text, expected);
}

static void
test_conflict_tells_who_what_and_when (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need = make_need (
      fixture, FOYER_OPERATION_CONFLICT,
      "{'type': 'conflict', 'by': 'Ana', 'at': '2025-05-02T13:50:00Z', 'current': {'status': 'declined'}}");
  guint waiting;
  guint needing;

  assert_property (need, "sentence", "Ana declined it today, 8:50, before your decision arrived.");
  assert_property (need, "mine-title", "Approved");
  assert_property (need, "mine-head", "Your decision, today, 9:00");
  assert_property (need, "mine-detail", "Lee, Tue 6 May, 9:00–11:00");
  assert_property (need, "theirs-title", "Declined");
  assert_property (need, "theirs-head", "On the server, today, 8:50");
  assert_property (need, "theirs-detail", "Tue 6 May, 9:00–11:00. “No parts.”");
  foyer_store_count_operations (fixture->store, &waiting, &needing);
  g_assert_cmpuint (needing, ==, 1);
}

static void
test_refusal_tells_the_rule_and_its_evidence (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need
      = make_need (fixture, FOYER_OPERATION_REFUSED,
                   "{'type': 'ruleRefused', 'rule': 'B04', 'description': 'Lee is at Oak Hall, 9–10 AM', "
                   "'evidence': 'This booking is 9–11 AM'}");

  assert_property (need, "sentence",
                   "The server did not accept it: Lee is at Oak Hall, 9–10 AM. This booking is 9–11 AM.");
}

static void
test_desk_counts_what_waits_and_what_needs (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *operation_id = NULL;
  guint pending;
  guint waiting;

  foyer_console_fixture_add_requests (fixture);
  g_object_get (fixture->desk, "pending", &pending, "waiting", &waiting, NULL);
  g_assert_cmpuint (pending, ==, 3);
  g_assert_cmpuint (waiting, ==, 0);
  operation_id = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                    "{'status': 'approved'}", 10 * SECOND, NULL);
  foyer_test_settle ();
  g_object_get (fixture->desk, "pending", &pending, "waiting", &waiting, NULL);
  g_assert_cmpuint (pending, ==, 2);
  g_assert_cmpuint (waiting, ==, 1);
}

static void
test_leaving_ends_undo_windows_and_says_what_is_left (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *operation_id = NULL;
  g_autoptr (FoyerOperation) operation = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_console_fixture_add_requests (fixture);
  operation_id = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                    "{'status': 'approved'}", 10 * SECOND, NULL);
  foyer_test_settle ();
  foyer_desk_leave_async (fixture->desk, 5 * SECOND, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_cmpuint (foyer_desk_leave_finish (fixture->desk, result), ==, 1);
  operation = foyer_store_get_operation (fixture->store, operation_id);
  g_assert_cmpint ((int) foyer_operation_get_state (operation), ==, FOYER_OPERATION_QUEUED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/outbox/" name, FoyerConsoleFixture, NULL, foyer_console_fixture_set_up, test, \
              foyer_console_fixture_tear_down)
  g_test_add_func ("/outbox/states-in-words", test_states_in_words);
  g_test_add_func ("/outbox/only-what-has-not-left-can-be-taken-back",
                   test_only_what_has_not_left_can_be_taken_back);
  g_test_add_func ("/outbox/subtitle-counts", test_subtitle_counts);
  ADD ("conflict-tells-who-what-and-when", test_conflict_tells_who_what_and_when);
  ADD ("refusal-tells-the-rule-and-its-evidence", test_refusal_tells_the_rule_and_its_evidence);
  ADD ("desk-counts-what-waits-and-what-needs", test_desk_counts_what_waits_and_what_needs);
  ADD ("leaving-ends-undo-windows-and-says-what-is-left",
       test_leaving_ends_undo_windows_and_says_what_is_left);
#undef ADD
  return g_test_run ();
}
