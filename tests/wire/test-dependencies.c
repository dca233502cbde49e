/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-dependencies.c - what builds on something else is done after it, or waits under it */

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-one-console.h"
#include "foyer-operation-list.h"
#include "foyer-test.h"
#include "types/conversation.h"
#include "types/label.h"
#include "types/message.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
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
}

static char *
submit (Fixture *fixture,
        FoyerVerb verb,
        const FoyerRecordType *type,
        const char *id,
        const char *patch,
        gint64 hold)
{
  g_autoptr (GError) error = NULL;
  char *operation = foyer_test_submit (fixture->console->store, verb, type, id, patch, hold, &error);

  g_assert_no_error (error);
  return operation;
}

static char *
make_id (Fixture *fixture, const FoyerRecordType *type)
{
  return foyer_id_new (type->prefix, FOYER_CLOCK (fixture->console->server->clock), fixture->console->random);
}

/* With a client that there is, or with one that there is not. */
static char *
begin_conversation (Fixture *fixture, gboolean good, gint64 hold, char **operation)
{
  char *id = make_id (fixture, &foyer_conversation_type);
  g_autoptr (FoyerRecord) client = foyer_test_server_get (fixture->console->server, "northwind", "cl-1");
  g_autofree char *nobody
      = foyer_id_new ("cl", FOYER_CLOCK (fixture->console->server->clock), fixture->console->random);
  g_autofree char *patch = g_strdup_printf ("{'clientId': '%s', 'subject': 'Keys'}",
                                            good ? foyer_record_get_id (client) : nobody);

  *operation = submit (fixture, FOYER_VERB_CREATE, &foyer_conversation_type, id, patch, hold);
  return id;
}

static char *
write_message (Fixture *fixture, const char *conversation, gint64 hold)
{
  g_autofree char *id = make_id (fixture, &foyer_message_type);
  g_autofree char *patch
      = g_strdup_printf ("{'conversationId': '%s', 'kind': 'note', 'channel': 'portal', 'body': 'Hello',"
                         " 'sentAt': '2026-11-23T08:00:00Z'}",
                         conversation);

  return submit (fixture, FOYER_VERB_CREATE, &foyer_message_type, id, patch, hold);
}

static FoyerOperation *
get_operation (Fixture *fixture, const char *id)
{
  return foyer_store_get_operation (fixture->console->store, id);
}

static void
assert_state (Fixture *fixture, const char *id, FoyerOperationState state)
{
  g_autoptr (FoyerOperation) operation = get_operation (fixture, id);

  if (foyer_operation_get_data (operation)->error != NULL)
    g_test_message ("%s: %s", id,
                    foyer_json_object_text (foyer_operation_get_data (operation)->error, "description"));
  g_assert_cmpint (foyer_operation_get_state (operation), ==, state);
}

static void
test_child_waits_for_held_parent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *begun = NULL;
  g_autofree char *conversation = begin_conversation (fixture, TRUE, SECONDS (10), &begun);
  g_autofree char *written = write_message (fixture, conversation, 0);
  g_autoptr (FoyerOperation) operation = get_operation (fixture, written);

  g_assert_cmpstr (foyer_operation_get_data (operation)->requires, ==, begun);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_state (fixture, written, FOYER_OPERATION_QUEUED);
  foyer_one_console_pass (fixture->console, SECONDS (10));
  assert_state (fixture, begun, FOYER_OPERATION_DONE);
  assert_state (fixture, written, FOYER_OPERATION_DONE);
}

/* The child leaves in a later request than the parent, which was refused meanwhile. */
static void
test_child_of_refused_parent_stands_under_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *begun = NULL;
  g_autofree char *conversation = begin_conversation (fixture, FALSE, 0, &begun);
  g_autofree char *first = write_message (fixture, conversation, SECONDS (10));
  g_autofree char *second = write_message (fixture, conversation, SECONDS (10));
  g_autofree char *unrelated = NULL;
  g_autoptr (FoyerOperationList) needing = NULL;
  const char *const expected[] = { begun, first, second };

  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_state (fixture, begun, FOYER_OPERATION_REFUSED);
  assert_state (fixture, first, FOYER_OPERATION_HELD);
  foyer_one_console_pass (fixture->console, SECONDS (10));
  needing = foyer_operation_list_new (fixture->console->store, FOYER_OPERATIONS_NEEDING, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (needing)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autoptr (FoyerOperation) operation = g_list_model_get_item (G_LIST_MODEL (needing), i);
    JsonObject *error = foyer_operation_get_data (operation)->error;

    g_assert_cmpstr (foyer_operation_get_id (operation), ==, expected[i]);
    if (i > 0) {
      g_assert_cmpstr (foyer_json_object_text (error, "type"), ==, "dependencyFailed");
      g_assert_cmpstr (foyer_operation_get_data (operation)->requires, ==, begun);
    }
  }
}

static void
test_update_across_requests_requires_the_same_value_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = foyer_one_console_create_label (fixture->console, "one");
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  g_autoptr (FoyerOperation) same_operation = NULL;
  g_autoptr (FoyerOperation) other_operation = NULL;
  g_autofree char *there = NULL;

  foyer_one_console_pass (fixture->console, SECONDS (2));
  first = submit (fixture, FOYER_VERB_UPDATE, &foyer_label_type, label, "{'name': 'two'}", SECONDS (10));
  same = submit (fixture, FOYER_VERB_UPDATE, &foyer_label_type, label, "{'name': 'three'}", 0);
  other = submit (fixture, FOYER_VERB_UPDATE, &foyer_label_type, label, "{'position': 7}", 0);
  same_operation = get_operation (fixture, same);
  other_operation = get_operation (fixture, other);
  g_assert_cmpstr (foyer_operation_get_data (same_operation)->requires, ==, first);
  g_assert_null (foyer_operation_get_data (other_operation)->requires);
  foyer_one_console_pass (fixture->console, SECONDS (20));
  assert_state (fixture, same, FOYER_OPERATION_DONE);
  assert_state (fixture, other, FOYER_OPERATION_DONE);
  there = foyer_one_console_label_at_server (fixture->console, label);
  g_assert_cmpstr (there, ==, "three");
}

static void
undo (Fixture *fixture, const char *operation)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_undo_async (fixture->console->store, operation, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (fixture->console->store, result, &error));
  g_assert_no_error (error);
}

/* Taking back the one takes nothing from the other. */
static void
test_what_was_taken_back_is_not_required (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = foyer_one_console_create_label (fixture->console, "one");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *there = NULL;

  foyer_one_console_pass (fixture->console, SECONDS (2));
  first = submit (fixture, FOYER_VERB_UPDATE, &foyer_label_type, label, "{'name': 'two'}", SECONDS (10));
  second = submit (fixture, FOYER_VERB_UPDATE, &foyer_label_type, label, "{'name': 'three'}", 0);
  undo (fixture, first);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_state (fixture, second, FOYER_OPERATION_DONE);
  there = foyer_one_console_label_at_server (fixture->console, label);
  g_assert_cmpstr (there, ==, "three");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/dependencies/child-waits-for-held-parent", test_child_waits_for_held_parent },
    { "/dependencies/child-of-refused-parent-stands-under-it", test_child_of_refused_parent_stands_under_it },
    { "/dependencies/update-across-requests-requires-the-same-value-only",
      test_update_across_requests_requires_the_same_value_only },
    { "/dependencies/what-was-taken-back-is-not-required", test_what_was_taken_back_is_not_required },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
