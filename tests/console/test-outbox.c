/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-outbox.c - what the Outbox says of operations, and of those that need a person */

#include "foyer-assert-text.h"
#include "foyer-console-fixture.h"
#include "foyer-field-words.h"
#include "foyer-need.h"
#include "foyer-operation-closures.h"
#include "foyer-operation-details.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/label.h"

#include <string.h>

#define SECOND G_USEC_PER_SEC

static FoyerOperation *
make_operation (FoyerOperationState state, guint attempts, gint64 next_at)
{
  FoyerOperationData data = {
    .id = g_strdup ("op-1"),
    .verb = FOYER_VERB_UPDATE,
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
test_conflict_tells_from_which_console (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need
      = make_need (fixture, FOYER_OPERATION_CONFLICT,
                   "{'type': 'conflict', 'by': 'Ana', 'device': 'front-desk', 'at': '2025-05-02T13:50:00Z', "
                   "'current': {'status': 'declined'}}");
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (fixture->store, foyer_need_get_operation_id (need));
  g_autofree char *details = foyer_operation_details (operation, foyer_desk_get_time (fixture->desk));

  assert_property (need, "sentence",
                   "Ana on front-desk declined it today, 8:50, before your decision arrived.");
  g_assert_nonnull (strstr (details, "Changed by: Ana on front-desk\n"));
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
assert_choices (FoyerNeed *need, FoyerNeedChoices expected)
{
  g_assert_cmphex (foyer_need_get_choices (need), ==, expected);
}

/* What the office decided meanwhile stands, so there is nothing left but to see it. */
static void
test_a_decided_request_can_be_let_go (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need = make_need (fixture, FOYER_OPERATION_CONFLICT,
                                          "{'type': 'conflict', 'current': {'status': 'declined'}}");

  assert_choices (need, FOYER_NEED_LET_GO);
  assert_property (need, "before", "Before: Pending");
}

/* An approval of bk-1, which still waits, that the server answered so. */
static FoyerNeed *
make_need_of_pending (FoyerConsoleFixture *fixture, FoyerOperationState state, const char *answer_text)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *operation_id = NULL;
  g_autoptr (JsonObject) json = foyer_test_json (answer_text);
  g_autoptr (FoyerOperation) operation = NULL;
  Answer answer;

  foyer_console_fixture_add_requests (fixture);
  operation_id = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                    "{'status': 'approved'}", 0, NULL);
  answer = (Answer){ operation_id, state, json };
  foyer_test_write (fixture->store, settle, &answer);
  foyer_test_settle ();
  operation = foyer_store_get_operation (fixture->store, operation_id);
  return foyer_need_new (fixture->store, operation, foyer_desk_get_time (fixture->desk),
                         foyer_desk_now (fixture->desk));
}

static void
test_a_rule_can_be_overridden_or_another_time_proposed (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need
      = make_need_of_pending (fixture, FOYER_OPERATION_REFUSED,
                              "{'type': 'ruleRefused', 'rule': 'B04', 'description': 'Lee is busy'}");

  assert_choices (need, FOYER_NEED_PROPOSE | FOYER_NEED_OVERRIDE | FOYER_NEED_LET_GO);
}

static void
test_a_rule_that_nothing_overrides_offers_no_override (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need
      = make_need_of_pending (fixture, FOYER_OPERATION_REFUSED,
                              "{'type': 'ruleRefused', 'rule': 'B22', 'description': 'Decided already'}");

  assert_choices (need, FOYER_NEED_PROPOSE | FOYER_NEED_LET_GO);
}

static void
test_poison_can_be_tried_again (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeed) need = make_need_of_pending (
      fixture, FOYER_OPERATION_REFUSED,
      "{'type': 'serverFail', 'cause': 'cut', 'exchange': {'sent': '[]', 'status': 500}}");

  assert_choices (need, FOYER_NEED_PROPOSE | FOYER_NEED_RETRY | FOYER_NEED_LET_GO);
  assert_property (need, "sentence",
                   "The server could not cope with it: the connection broke off. What was said to each other "
                   "is in Copy Details.");
}

/* What was never asked of the server was not refused by it, and the same again would lack the same. */
static void
test_what_is_lost_here_is_not_blamed_on_the_server (FoyerConsoleFixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "secretLost", "fileLost" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autofree char *operation_id = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type,
                                                       i == 0 ? "lb-01890a5d-ac96-7d4e-8f00-000000000001"
                                                              : "lb-01890a5d-ac96-7d4e-8f00-000000000002",
                                                       "{'name': 'x'}", 0, NULL);
    g_autofree char *text = g_strdup_printf ("{'type': '%s'}", types[i]);
    g_autoptr (JsonObject) json = foyer_test_json (text);
    g_autoptr (FoyerOperation) operation = NULL;
    g_autoptr (FoyerNeed) need = NULL;
    g_autofree char *sentence = NULL;
    Answer answer = { operation_id, FOYER_OPERATION_REFUSED, json };

    foyer_test_write (fixture->store, settle, &answer);
    foyer_test_settle ();
    operation = foyer_store_get_operation (fixture->store, operation_id);
    need = foyer_need_new (fixture->store, operation, foyer_desk_get_time (fixture->desk),
                           foyer_desk_now (fixture->desk));
    assert_choices (need, FOYER_NEED_LET_GO);
    g_object_get (need, "sentence", &sentence, NULL);
    g_assert_null (strstr (sentence, "server"));
    g_assert_nonnull (strstr (sentence, i == 0 ? "secret" : "file"));
  }
}

static FoyerOperation *
make_client_operation (FoyerConsoleFixture *fixture, const char *answer_text)
{
  g_autofree char *id = foyer_test_id ("cl-1");
  g_autofree char *operation_id
      = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_client_type, id,
                           "{'name': 'Ellen R. Ruiz', 'phone': '555 0100'}", 0, NULL);
  g_autoptr (JsonObject) json = foyer_test_json (answer_text);
  Answer answer = { operation_id, FOYER_OPERATION_CONFLICT, json };

  foyer_test_write (fixture->store, settle, &answer);
  foyer_test_settle ();
  return foyer_store_get_operation (fixture->store, operation_id);
}

static void
test_any_record_has_both_values_of_each_field (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerOperation) operation = make_client_operation (
      fixture,
      "{'type': 'conflict', 'by': 'Ana', 'at': '2025-05-02T13:50:00Z', 'current': {'name': 'E. Ruiz'}}");
  g_autoptr (FoyerNeed) need = foyer_need_new (fixture->store, operation, foyer_desk_get_time (fixture->desk),
                                               foyer_desk_now (fixture->desk));
  g_autofree char *theirs = NULL;

  assert_choices (need, FOYER_NEED_KEEP_MINE | FOYER_NEED_KEEP_THEIRS);
  assert_property (need, "sentence", "Ana changed it today, 8:50, before your change arrived.");
  assert_property (need, "mine-detail", "Name: Ellen R. Ruiz\nPhone: 555 0100");
  g_object_get (need, "theirs-detail", &theirs, NULL);
  g_assert_true (g_str_has_prefix (theirs, "Name: E. Ruiz\nPhone: "));
}

static void
test_what_was_deleted_can_be_made_anew (FoyerConsoleFixture *fixture, gconstpointer data)
{
  FoyerOperationData kept = {
    .id = g_strdup ("op-1"),
    .verb = FOYER_VERB_UPDATE,
    .type = &foyer_client_type,
    .record_id = g_strdup ("cl-gone"),
    .command = g_strdup ("change"),
    .patch = foyer_test_json ("{'name': 'Mine'}"),
    .state = FOYER_OPERATION_REFUSED,
    .error = foyer_test_json ("{'type': 'notFound', 'last': {'name': 'Theirs'}}"),
  };
  g_autoptr (FoyerOperation) operation = foyer_operation_new (&kept);
  g_autoptr (FoyerNeed) need = foyer_need_new (fixture->store, operation, foyer_desk_get_time (fixture->desk),
                                               foyer_desk_now (fixture->desk));

  assert_choices (need, FOYER_NEED_RESTORE | FOYER_NEED_LET_GO);
  assert_property (need, "sentence", "It was deleted on the server before your change arrived.");
  assert_property (need, "theirs-title", "Deleted");
}

static void
test_alike_is_what_failed_for_one_reason (void)
{
  FoyerOperationData first = {
    .type = &foyer_client_type,
    .verb = FOYER_VERB_UPDATE,
    .command = (char *) "change",
    .state = FOYER_OPERATION_REFUSED,
    .error = foyer_test_json ("{'type': 'forbidden'}"),
  };
  FoyerOperationData second = first;
  FoyerOperationData third = first;
  g_autofree char *one = foyer_need_likeness (&first, NULL);
  g_autofree char *two = foyer_need_likeness (&second, NULL);
  g_autofree char *three = NULL;

  third.error = foyer_test_json ("{'type': 'invalidProperties'}");
  three = foyer_need_likeness (&third, NULL);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, three);
  json_object_unref (first.error);
  json_object_unref (third.error);
}

/* Until the client is told, and as long as nobody changed it since. */
static void
test_what_was_sent_can_be_taken_back_until_somebody_read_it (FoyerConsoleFixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *operation_id = NULL;
  g_autoptr (JsonObject) none = json_object_new ();
  g_autoptr (FoyerOperation) operation = NULL;
  g_autoptr (FoyerRecord) before = NULL;
  g_autoptr (FoyerRecord) after = NULL;
  g_autofree char *label = NULL;
  Answer answer;

  foyer_console_fixture_add_requests (fixture);
  operation_id = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                                    "{'status': 'approved'}", 0, NULL);
  answer = (Answer){ operation_id, FOYER_OPERATION_ACKED, none };
  foyer_test_write (fixture->store, settle, &answer);
  foyer_test_settle ();
  operation = foyer_store_get_operation (fixture->store, operation_id);
  before = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_assert_true (foyer_operation_may_take_back (operation, before));
  foyer_console_fixture_pull (fixture,
                              "[{'id': 'bk-1', 'status': 'approved', 'toldAt': '2025-05-02 09:00'}]");
  after = foyer_console_fixture_get_booking (fixture, "bk-1");
  g_assert_false (foyer_operation_may_take_back (operation, after));
  label = foyer_operation_take_back_label (operation, after, foyer_desk_get_time (fixture->desk));
  g_assert_true (g_str_has_prefix (label, "Can’t undo: sent "));
}

static void
test_too_late_says_when_it_was_sent (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  g_autoptr (FoyerOperation) operation = make_operation (FOYER_OPERATION_DONE, 1, 0);
  FoyerOperationData creation = { .id = g_strdup ("op-2"), .verb = FOYER_VERB_CREATE };
  g_autoptr (FoyerOperation) added = foyer_operation_new (&creation);
  g_autoptr (GError) late = g_error_new_literal (FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE, "late");

  foyer_assert_text (foyer_revert_text (operation, late, time), "Cannot be undone: sent 9 AM");
  foyer_assert_text (foyer_revert_text (operation, NULL, time),
                     "Taken back: the server is asked to reopen it");
  foyer_assert_text (foyer_revert_text (added, NULL, time), "Taken back: the server is asked to remove it");
}

static void
test_details_hold_the_exchange_and_no_secret (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  FoyerOperationData kept = {
    .id = g_strdup ("op-1"),
    .verb = FOYER_VERB_UPDATE,
    .type = &foyer_booking_type,
    .record_id = g_strdup ("bk-1"),
    .command = g_strdup ("approve"),
    .subject = g_strdup ("Tue for Ellen"),
    .patch = foyer_test_json ("{'status': 'approved'}"),
    .state = FOYER_OPERATION_REFUSED,
    .attempts = 6,
    .error
    = foyer_test_json ("{'type': 'serverFail', 'exchange': {'sent': 'S', 'status': 500, 'received': 'R'}}"),
    .made_at = G_GINT64_CONSTANT (1746194400),
  };
  g_autoptr (FoyerOperation) operation = foyer_operation_new (&kept);

  foyer_assert_text (foyer_operation_details (operation, time),
                     "Approve Tue for Ellen\n"
                     "State: refused by the server\n"
                     "Made: Fri, May 2, 9 AM (2025-05-02T14:00:00Z)\n"
                     "Attempts: 6\n"
                     "Operation: op-1\n"
                     "Record: Booking bk-1\n"
                     "Change: {\"status\":\"approved\"}\n"
                     "The server’s answer: {\"type\":\"serverFail\"}\n"
                     "Sent: S\n"
                     "HTTP status: 500\n"
                     "Received: R\n");
}

static const FoyerRecordType *
find_secret (const char **name)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    for (guint n = 0; n < types[i]->n_fields; n++) {
      if (types[i]->fields[n].secret) {
        *name = types[i]->fields[n].name;
        return types[i];
      }
    }
  }
  return NULL;
}

static void
test_secrets_are_never_told (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  const char *name = NULL;
  const FoyerRecordType *type = find_secret (&name);
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), "hunter2");
  g_autoptr (FoyerOperation) operation = NULL;
  g_autofree char *details = NULL;
  FoyerOperationData kept = { 0 };

  g_assert_nonnull (type);
  foyer_assert_text (foyer_field_value_text (NULL, time, 0, type, name, value), "•••");
  kept.id = g_strdup ("op-1");
  kept.type = type;
  kept.record_id = g_strdup ("x-1");
  kept.command = g_strdup ("change");
  kept.patch = json_object_new ();
  json_object_set_string_member (kept.patch, name, "hunter2");
  operation = foyer_operation_new (&kept);
  details = foyer_operation_details (operation, time);
  g_assert_null (strstr (details, "hunter2"));
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
  ADD ("conflict-tells-from-which-console", test_conflict_tells_from_which_console);
  ADD ("conflict-tells-who-what-and-when", test_conflict_tells_who_what_and_when);
  ADD ("refusal-tells-the-rule-and-its-evidence", test_refusal_tells_the_rule_and_its_evidence);
  ADD ("a-decided-request-can-be-let-go", test_a_decided_request_can_be_let_go);
  ADD ("a-rule-can-be-overridden-or-another-time-proposed",
       test_a_rule_can_be_overridden_or_another_time_proposed);
  ADD ("a-rule-that-nothing-overrides-offers-no-override",
       test_a_rule_that_nothing_overrides_offers_no_override);
  ADD ("poison-can-be-tried-again", test_poison_can_be_tried_again);
  ADD ("what-is-lost-here-is-not-blamed-on-the-server", test_what_is_lost_here_is_not_blamed_on_the_server);
  ADD ("any-record-has-both-values-of-each-field", test_any_record_has_both_values_of_each_field);
  ADD ("what-was-deleted-can-be-made-anew", test_what_was_deleted_can_be_made_anew);
  ADD ("what-was-sent-can-be-taken-back-until-somebody-read-it",
       test_what_was_sent_can_be_taken_back_until_somebody_read_it);
  g_test_add_func ("/outbox/alike-is-what-failed-for-one-reason", test_alike_is_what_failed_for_one_reason);
  g_test_add_func ("/outbox/too-late-says-when-it-was-sent", test_too_late_says_when_it_was_sent);
  g_test_add_func ("/outbox/details-hold-the-exchange-and-no-secret",
                   test_details_hold_the_exchange_and_no_secret);
  g_test_add_func ("/outbox/secrets-are-never-told", test_secrets_are_never_told);
  ADD ("desk-counts-what-waits-and-what-needs", test_desk_counts_what_waits_and_what_needs);
  ADD ("leaving-ends-undo-windows-and-says-what-is-left",
       test_leaving_ends_undo_windows_and_says_what_is_left);
#undef ADD
  return g_test_run ();
}
