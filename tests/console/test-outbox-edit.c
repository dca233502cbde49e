/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-outbox-edit.c - editing what waits: words come back into the composer, records are shown, and nobody is shown what nobody did */

#include "foyer-composer.h"
#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-operation-kinds.h"
#include "foyer-operation-row.h"
#include "foyer-outbox-page.h"
#include "foyer-resources.h"
#include "foyer-scheduled-row.h"
#include "foyer-shell.h"
#include "foyer-store-blobs.h"
#include "foyer-store-drafts.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/invite.h"
#include "types/label.h"
#include "types/message.h"
#include "types/settings_version.h"

#include <string.h>

#define SECOND G_USEC_PER_SEC
#define MESSAGE "ms-01890a5d-ac96-7d4e-8f00-000000000001"

typedef struct {
  FoyerConsoleFixture desk;
  GtkWindow *window;
  FoyerShell *shell;
  char *id; /* of the operation of the test */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->desk, data);
  foyer_console_fixture_pull (
      &fixture->desk,
      "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Cold', 'status': 'open', 'lastAt': '2025-05-02 "
      "08:00', "
      "'lastFrom': 'client', 'snippet': 'It is.', 'waitingSince': '2025-05-02 08:00', 'messageCount': 1}, "
      "{'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'It is.', 'sentAt': '2025-05-02 "
      "08:00'}]");
  fixture->window = foyer_console_fixture_make_window ();
  fixture->shell = g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk.desk, NULL);
  gtk_window_set_default_size (fixture->window, 1180, 760);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->shell));
  gtk_window_present (fixture->window);
  foyer_shell_show_area (fixture->shell, "outbox");
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_shell_stop (fixture->shell);
  gtk_window_destroy (fixture->window);
  g_free (fixture->id);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

static char *
submit (Fixture *fixture,
        FoyerVerb verb,
        const FoyerRecordType *type,
        const char *id,
        const char *command,
        const char *patch)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonObject) json = foyer_test_json (patch);
  g_autoptr (GError) error = NULL;
  char *operation_id;

  foyer_store_submit_async (fixture->desk.store, verb, type, id, command, "Ellen Ruiz", json, 0, NULL,
                            foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  operation_id = foyer_store_submit_finish (fixture->desk.store, result, &error);
  g_assert_no_error (error);
  foyer_test_settle ();
  return operation_id;
}

static char *
reply (Fixture *fixture, const char *words)
{
  g_autofree char *conversation = foyer_test_id ("cv-1");
  g_autofree char *patch = g_strdup_printf (
      "{'conversationId': '%s', 'kind': 'team', 'body': '%s', 'sentAt': '2025-05-02T14:00:00Z'}",
      conversation, words);

  return submit (fixture, FOYER_VERB_CREATE, &foyer_message_type, MESSAGE, "reply", patch);
}

static void
press (Fixture *fixture, const char *action, const char *id)
{
  GtkWidget *page = foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_OUTBOX_PAGE);

  g_assert_true (gtk_widget_activate_action (page, action, "s", id));
  foyer_test_settle ();
}

static void
assert_writes (Fixture *fixture, const char *words)
{
  GtkWidget *composer = foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_COMPOSER);
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (foyer_find_widget (composer, GTK_TYPE_TEXT_VIEW)));
  g_autofree char *text = NULL;
  g_autofree char *area = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_object_get (fixture->shell, "area", &area, NULL);
  g_assert_cmpstr (area, ==, "inbox");
  g_assert_cmpstr (text, ==, words);
}

static FoyerOperationState
get_state (Fixture *fixture, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->desk.store, operation_id);

  return foyer_operation_get_state (operation);
}

static void
test_words_that_wait_come_back (Fixture *fixture, gconstpointer data)
{
  fixture->id = reply (fixture, "We come at noon.");
  press (fixture, "outbox.edit", fixture->id);
  g_assert_cmpint (get_state (fixture, fixture->id), ==, FOYER_OPERATION_UNDONE);
  assert_writes (fixture, "We come at noon.");
}

static void
test_files_that_wait_come_back_with_their_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *conversation = foyer_test_id ("cv-1");
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->desk.directory, "plan.pdf", NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *blob_id = NULL;
  g_autofree char *patch = NULL;
  g_autofree char *files = NULL;

  g_assert_true (g_file_replace_contents (file, "plan", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  foyer_store_add_blob_async (fixture->desk.store, file, "application/pdf", NULL, foyer_test_take_result,
                              &waiting);
  result = foyer_test_wait_result (&waiting);
  blob_id = foyer_store_add_blob_finish (fixture->desk.store, result, NULL, NULL);
  patch = g_strdup_printf ("{'conversationId': '%s', 'kind': 'team', 'body': 'The plan.', 'sentAt': "
                           "'2025-05-02T14:00:00Z', 'attachments': [{'blobId': '%s', 'name': 'plan.pdf', "
                           "'mediaType': 'application/pdf', 'size': 4}]}",
                           conversation, blob_id);
  fixture->id = submit (fixture, FOYER_VERB_CREATE, &foyer_message_type, MESSAGE, "reply", patch);
  press (fixture, "outbox.edit", fixture->id);
  assert_writes (fixture, "The plan.");
  files = foyer_store_get_draft (fixture->desk.store, conversation, "reply-files");
  g_assert_nonnull (files);
  g_assert_nonnull (strstr (files, blob_id));
}

static gpointer
refuse_in_worker (FoyerStoreWriter *writer, gpointer operation_id, GError **error)
{
  g_autoptr (JsonObject) answer = foyer_test_json ("{'type': 'tooLarge'}");

  foyer_store_writer_settle (writer, operation_id, FOYER_OPERATION_REFUSED, answer, error);
  return NULL;
}

static void
test_words_that_were_refused_come_back (Fixture *fixture, gconstpointer data)
{
  fixture->id = reply (fixture, "We come at noon.");
  foyer_test_write (fixture->desk.store, refuse_in_worker, fixture->id);
  foyer_test_settle ();
  press (fixture, "outbox.edit", fixture->id);
  g_assert_cmpint (get_state (fixture, fixture->id), ==, FOYER_OPERATION_DISCARDED);
  assert_writes (fixture, "We come at noon.");
}

static guint
get_uint (Fixture *fixture, const char *name)
{
  guint value;

  g_object_get (foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_OUTBOX_PAGE), name, &value, NULL);
  return value;
}

/* That somebody looked is nothing that they did: it travels, and is counted, but not listed. */
static void
test_a_look_is_no_deed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *conversation = foyer_test_id ("cv-1");
  guint waiting;

  fixture->id = submit (fixture, FOYER_VERB_UPDATE, &foyer_conversation_type, conversation, "read",
                        "{'readBy': {'st-1': '2025-05-02T14:00:00Z'}}");
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 0);
  g_object_get (fixture->desk.desk, "waiting", &waiting, NULL);
  g_assert_cmpuint (waiting, ==, 1);
  foyer_test_write (fixture->desk.store, refuse_in_worker, fixture->id);
  foyer_test_settle ();
  g_assert_cmpuint (get_uint (fixture, "needing"), ==, 1);
}

static void
schedule (Fixture *fixture)
{
  foyer_console_fixture_pull (
      &fixture->desk,
      "[{'id': 'ms-2', 'conversationId': 'cv-1', 'kind': 'team', 'body': 'See you tomorrow.', 'sentAt': "
      "'2025-05-05 08:00', 'sendAt': '2025-05-05 08:00', 'status': 'scheduled', 'cancelOnReply': true}]");
  foyer_shell_show_area (fixture->shell, "outbox");
  foyer_test_settle ();
}

static int
get_message_status (Fixture *fixture)
{
  g_autofree char *id = foyer_test_id ("ms-2");
  g_autoptr (FoyerRecord) message = foyer_store_get (fixture->desk.store, &foyer_message_type, id);

  return foyer_message_get_status (message);
}

static void
test_what_waits_at_the_server_is_listed_and_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("ms-2");
  GtkWidget *row;

  schedule (fixture);
  row = foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_SCHEDULED_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Message to Ellen Ruiz");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "not if they write first"));
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 1);
  press (fixture, "outbox.cancel-message", id);
  g_assert_cmpint (get_message_status (fixture), ==, FOYER_MESSAGE_CANCELLED);
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 1);
}

static void
test_what_waits_at_the_server_is_written_anew (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("ms-2");

  schedule (fixture);
  press (fixture, "outbox.edit-message", id);
  g_assert_cmpint (get_message_status (fixture), ==, FOYER_MESSAGE_CANCELLED);
  assert_writes (fixture, "See you tomorrow.");
}

static FoyerSettingsVersionStatus
get_publication_status (Fixture *fixture)
{
  g_autofree char *id = foyer_test_id ("sn-1");
  g_autoptr (FoyerRecord) version = foyer_store_get (fixture->desk.store, &foyer_settings_version_type, id);

  return (FoyerSettingsVersionStatus) foyer_settings_version_get_status (version);
}

static void
test_what_is_to_be_published_is_listed_and_called_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("sn-1");
  GtkWidget *row;

  foyer_console_fixture_pull (&fixture->desk,
                              "[{'id': 'sn-1', 'status': 'scheduled', 'publishAt': '2025-05-05 08:00', "
                              "'patch': {'portal.messaging': false, 'portal.payments': false}, "
                              "'before': {'portal.messaging': true, 'portal.payments': true}, "
                              "'note': 'For the holidays', 'authorId': 'st-1'}]");
  foyer_shell_show_area (fixture->shell, "outbox");
  foyer_test_settle ();
  row = foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_SCHEDULED_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Publish 2 settings");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "For the holidays"));
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 1);
  press (fixture, "outbox.cancel-publication", id);
  g_assert_cmpint (get_publication_status (fixture), ==, FOYER_SETTINGS_VERSION_CANCELLED);
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 1);
}

static void
fail_publication (Fixture *fixture, const char *publish_at)
{
  g_autofree char *records
      = g_strdup_printf ("[{'id': 'ps-1', 'booking.lead_hours': 5, 'portal.messaging': true},"
                         " {'id': 'sn-1', 'status': 'failed', 'publishAt': '%s', "
                         "'patch': {'portal.messaging': false}, 'before': {'portal.messaging': true}, "
                         "'failure': 'portal.messaging: changed by somebody else meanwhile', "
                         "'authorId': 'st-1'}]",
                         publish_at);

  foyer_console_fixture_pull (&fixture->desk, records);
  foyer_shell_show_area (fixture->shell, "outbox");
  foyer_test_settle ();
}

/* D6: nothing ever disappears except by success or a person; not what failed at the server either. */
static void
test_what_could_not_be_published_needs_a_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("sn-1");
  GtkWidget *row;
  guint needing;

  fail_publication (fixture, "2025-05-02 08:00");
  row = foyer_find_widget (GTK_WIDGET (fixture->shell), FOYER_TYPE_SCHEDULED_ROW);
  g_assert_nonnull (row);
  g_assert_cmpuint (get_uint (fixture, "needing"), ==, 1);
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 0);
  g_object_get (fixture->desk.desk, "needing", &needing, NULL);
  g_assert_cmpuint (needing, ==, 1);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "changed by somebody else"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ": Off, on the server: On"));
  press (fixture, "outbox.drop-publication", id);
  g_assert_cmpint (get_publication_status (fixture), ==, FOYER_SETTINGS_VERSION_CANCELLED);
  g_assert_cmpuint (get_uint (fixture, "needing"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 1);
}

/* It stays until somebody settles it, but the sync line does not speak of it for ever. */
static void
test_what_failed_long_ago_is_no_news (Fixture *fixture, gconstpointer data)
{
  guint needing;

  fail_publication (fixture, "2025-04-02 08:00");
  g_object_get (fixture->desk.desk, "needing", &needing, NULL);
  g_assert_cmpuint (needing, ==, 0);
  g_assert_cmpuint (get_uint (fixture, "needing"), ==, 1);
}

static void
test_what_could_not_be_published_is_tried_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("sn-1");

  fail_publication (fixture, "2025-05-02 08:00");
  press (fixture, "outbox.retry-publication", id);
  g_assert_cmpint (get_publication_status (fixture), ==, FOYER_SETTINGS_VERSION_SCHEDULED);
  g_assert_cmpuint (get_uint (fixture, "needing"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 1);
}

/* Until it is at the server, the operation says that it waits; the record would say it a second time, and not the truth. */
static void
test_what_is_scheduled_here_is_listed_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("sn-1");

  foyer_shell_show_area (fixture->shell, "outbox");
  fixture->id = submit (fixture, FOYER_VERB_CREATE, &foyer_settings_version_type, id, "schedule",
                        "{'patch': {'portal.messaging': false}, 'publishAt': '2025-05-05T08:00:00Z'}");
  g_assert_cmpint (get_publication_status (fixture), ==, FOYER_SETTINGS_VERSION_SCHEDULED);
  g_assert_cmpuint (get_uint (fixture, "scheduled"), ==, 0);
  g_assert_cmpuint (get_uint (fixture, "waiting"), ==, 1);
}

/* --- The table --- */

static FoyerOperationEdit
edit (const FoyerRecordType *type, FoyerVerb verb, const char *command, FoyerOperationState state)
{
  FoyerOperationData data = {
    .id = g_strdup ("op-1"),
    .type = type,
    .verb = verb,
    .record_id = g_strdup ("x-1"),
    .command = g_strdup (command),
    .state = state,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerOperation) operation = foyer_operation_new (&data);
  g_autoptr (JsonObject) json
      = foyer_test_json ("{'id': 'lb-01890a5d-ac96-7d4e-8f00-000000000001', 'rev': 1, 'createdAt': "
                         "'2025-05-02T14:00:00Z', 'updatedAt': '2025-05-02T14:00:00Z', 'name': 'a', "
                         "'position': 1, 'colour': '#112233'}");
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_label_type, json, &error);

  g_assert_no_error (error);

  return foyer_operation_edit (operation, record);
}

static void
test_edit_by_kind (void)
{
  static const struct {
    const FoyerRecordType *type;
    FoyerVerb verb;
    const char *command;
    FoyerOperationState state;
    FoyerOperationEdit edit;
  } cases[] = {
    { &foyer_booking_type, FOYER_VERB_UPDATE, "approve", FOYER_OPERATION_HELD, FOYER_OPERATION_EDIT_RECORD },
    { &foyer_booking_type, FOYER_VERB_UPDATE, "approve", FOYER_OPERATION_DONE, FOYER_OPERATION_EDIT_RECORD },
    { &foyer_message_type, FOYER_VERB_CREATE, "reply", FOYER_OPERATION_HELD, FOYER_OPERATION_EDIT_WORDS },
    { &foyer_message_type, FOYER_VERB_CREATE, "note", FOYER_OPERATION_QUEUED, FOYER_OPERATION_EDIT_WORDS },
    { &foyer_message_type, FOYER_VERB_CREATE, "reply", FOYER_OPERATION_REFUSED, FOYER_OPERATION_EDIT_WORDS },
    { &foyer_message_type, FOYER_VERB_CREATE, "reply", FOYER_OPERATION_SENDING, FOYER_OPERATION_EDIT_RECORD },
    { &foyer_message_type, FOYER_VERB_CREATE, "reply", FOYER_OPERATION_DONE, FOYER_OPERATION_EDIT_RECORD },
    { &foyer_invite_type, FOYER_VERB_CREATE, "invite", FOYER_OPERATION_HELD, FOYER_OPERATION_EDIT_RECORD },
    { &foyer_client_type, FOYER_VERB_UPDATE, "close-portal", FOYER_OPERATION_QUEUED,
      FOYER_OPERATION_EDIT_RECORD },
    { &foyer_label_type, FOYER_VERB_CREATE, "add-label", FOYER_OPERATION_QUEUED,
      FOYER_OPERATION_EDIT_NOTHING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (edit (cases[i].type, cases[i].verb, cases[i].command, cases[i].state), ==,
                     cases[i].edit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(name, test) g_test_add ("/outbox-edit/" name, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/outbox-edit/by-kind", test_edit_by_kind);
  ADD ("words-that-wait-come-back", test_words_that_wait_come_back);
  ADD ("files-that-wait-come-back-with-their-words", test_files_that_wait_come_back_with_their_words);
  ADD ("words-that-were-refused-come-back", test_words_that_were_refused_come_back);
  ADD ("a-look-is-no-deed", test_a_look_is_no_deed);
  ADD ("what-waits-at-the-server-is-listed-and-cancelled",
       test_what_waits_at_the_server_is_listed_and_cancelled);
  ADD ("what-waits-at-the-server-is-written-anew", test_what_waits_at_the_server_is_written_anew);
  ADD ("what-is-to-be-published-is-listed-and-called-off",
       test_what_is_to_be_published_is_listed_and_called_off);
  ADD ("what-could-not-be-published-needs-a-person", test_what_could_not_be_published_needs_a_person);
  ADD ("what-failed-long-ago-is-no-news", test_what_failed_long_ago_is_no_news);
  ADD ("what-could-not-be-published-is-tried-again", test_what_could_not_be_published_is_tried_again);
  ADD ("what-is-scheduled-here-is-listed-once", test_what_is_scheduled_here_is_listed_once);
#undef ADD
  return g_test_run ();
}
