/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-outbox-page.c - what is pressed in the Outbox is done, by mouse and by key, to one and to several */

#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-need-card.h"
#include "foyer-offer-dialog.h"
#include "foyer-operation-row.h"
#include "foyer-outbox-group.h"
#include "foyer-outbox-page.h"
#include "foyer-reason-dialog.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "foyer-undo-stack.h"
#include "foyer-window.h"
#include "types/booking.h"
#include "types/client.h"

#include <string.h>

#define SECOND G_USEC_PER_SEC

typedef struct {
  FoyerConsoleFixture desk;
  GtkWindow *window;
  FoyerOutboxPage *page;
  char *undone;
  FoyerAct *act;
} Fixture;

static void
on_undone (Fixture *fixture, const char *operation_id)
{
  g_free (fixture->undone);
  fixture->undone = g_strdup (operation_id);
}

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->desk, data);
  foyer_console_fixture_add_requests (&fixture->desk);
  fixture->page = FOYER_OUTBOX_PAGE (foyer_outbox_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  g_signal_connect_swapped (fixture->page, "undone", G_CALLBACK (on_undone), fixture);
  g_signal_connect_swapped (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
  g_object_set (fixture->page, "desk", fixture->desk.desk, NULL);
  gtk_window_set_default_size (fixture->window, 700, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  g_clear_pointer (&fixture->undone, g_free);
  g_clear_pointer (&fixture->act, foyer_act_free);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

static char *
submit (Fixture *fixture, const FoyerRecordType *type, const char *short_id, const char *patch, gint64 hold)
{
  g_autofree char *id = foyer_test_id (short_id);
  char *operation_id
      = foyer_test_submit (fixture->desk.store, FOYER_VERB_UPDATE, type, id, patch, hold, NULL);

  foyer_test_settle ();
  return operation_id;
}

typedef struct {
  const char *operation_id;
  FoyerOperationState state;
  JsonObject *answer;
} Answer;

static gpointer
settle_in_worker (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  Answer *answer = user_data;

  foyer_store_writer_settle (writer, answer->operation_id, answer->state, answer->answer, error);
  return NULL;
}

static void
settle (Fixture *fixture, const char *operation_id, FoyerOperationState state, const char *text)
{
  g_autoptr (JsonObject) json = foyer_test_json (text);
  Answer answer = { operation_id, state, json };

  foyer_test_write (fixture->desk.store, settle_in_worker, &answer);
  foyer_test_settle ();
}

static FoyerOperationState
get_state (Fixture *fixture, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->desk.store, operation_id);

  return foyer_operation_get_state (operation);
}

static void
press (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  foyer_test_settle ();
}

static void
answer (Fixture *fixture, const char *choice, const char *operation_id, gboolean together)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "outbox.answer", "(ssb)", choice,
                                             operation_id, together));
  foyer_test_settle ();
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
      return window;
  }
  return NULL;
}

static FoyerOperation *
find_newest (Fixture *fixture, FoyerOperationState state)
{
  g_autoptr (GPtrArray) operations = foyer_store_list_operations (fixture->desk.store, &state, 1, 0, 10);

  g_assert_cmpuint (operations->len, ==, 1);
  return g_object_ref (operations->pdata[0]);
}

static void
test_delete_cancels_the_row_with_the_focus (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first
      = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 10 * SECOND);
  g_autofree char *second
      = submit (fixture, &foyer_booking_type, "bk-2", "{'status': 'approved'}", 10 * SECOND);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  press (fixture, "list-pane.next");
  press (fixture, "outbox-keys.cancel");
  g_assert_cmpint ((int) get_state (fixture, first), ==, FOYER_OPERATION_UNDONE);
  g_assert_cmpint ((int) get_state (fixture, second), ==, FOYER_OPERATION_HELD);
  g_assert_cmpstr (fixture->undone, ==, first);
  /* The focus went to what took its place. */
  press (fixture, "outbox-keys.cancel");
  g_assert_cmpint ((int) get_state (fixture, second), ==, FOYER_OPERATION_UNDONE);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy_puts_the_details_on_the_clipboard (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 10 * SECOND);
  g_autofree char *text = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  press (fixture, "outbox-keys.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->page)), NULL, on_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, id));
}

/* A row that becomes another one keeps the focus. */
static void
test_focus_stays_on_a_row_that_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 10 * SECOND);
  GtkWidget *focus;
  g_autoptr (FoyerOperation) operation = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->page));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (FOYER_IS_OPERATION_ROW (focus));
  g_assert_true (gtk_widget_activate_action (focus, "operation.release", NULL));
  foyer_test_settle ();
  g_assert_cmpint ((int) get_state (fixture, id), ==, FOYER_OPERATION_QUEUED);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (FOYER_IS_OPERATION_ROW (focus));
  g_object_get (focus, "operation", &operation, NULL);
  g_assert_cmpstr (foyer_operation_get_id (operation), ==, id);
}

static void
test_alike_are_answered_together (Fixture *fixture, gconstpointer data)
{
  static const char conflict[] = "{'type': 'conflict', 'current': {'name': 'Theirs'}}";
  g_autofree char *first = submit (fixture, &foyer_client_type, "cl-1", "{'name': 'Mine'}", 0);
  g_autofree char *second = submit (fixture, &foyer_client_type, "cl-2", "{'name': 'Mine too'}", 0);
  g_autofree char *other = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 0);

  settle (fixture, first, FOYER_OPERATION_CONFLICT, conflict);
  settle (fixture, second, FOYER_OPERATION_CONFLICT, conflict);
  settle (fixture, other, FOYER_OPERATION_REFUSED, "{'type': 'ruleRefused', 'rule': 'B04'}");
  answer (fixture, "keep-theirs", first, TRUE);
  g_assert_cmpint ((int) get_state (fixture, first), ==, FOYER_OPERATION_DISCARDED);
  g_assert_cmpint ((int) get_state (fixture, second), ==, FOYER_OPERATION_DISCARDED);
  g_assert_cmpint ((int) get_state (fixture, other), ==, FOYER_OPERATION_REFUSED);
}

static guint
count_rows (GtkWidget *widget)
{
  guint count = FOYER_IS_OPERATION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);
  return count;
}

/* After days without a network the page opens as quickly as ever, and says how many there are. */
static void
test_much_that_waits_has_a_few_rows_at_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;
  GtkWidget *more;
  guint waiting;

  for (guint i = 0; i < 60; i++) {
    g_autofree char *patch = g_strdup_printf ("{'name': 'Name %u'}", i);
    g_autofree char *id = foyer_test_id ("cl-1");
    g_autofree char *operation
        = foyer_test_submit (fixture->desk.store, FOYER_VERB_UPDATE, &foyer_client_type, id, patch, 0, NULL);
  }
  foyer_test_settle ();
  g_object_get (fixture->page, "waiting", &waiting, NULL);
  g_assert_cmpuint (waiting, ==, 60);
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->page)), ==, 40);
  group = gtk_widget_get_ancestor (foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_OPERATION_ROW),
                                   FOYER_TYPE_OUTBOX_GROUP);
  more = gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (group)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "Show 20 More");
  g_signal_emit_by_name (more, "clicked");
  foyer_test_settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (fixture->page)), ==, 60);
  /* The focus is on the first of the new ones. */
  g_assert_true (FOYER_IS_OPERATION_ROW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
}

static void
test_mine_takes_the_place_of_theirs (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_client_type, "cl-1", "{'name': 'Mine'}", 0);
  g_autoptr (FoyerOperation) operation = NULL;

  settle (fixture, id, FOYER_OPERATION_CONFLICT, "{'type': 'conflict'}");
  answer (fixture, "keep-mine", id, FALSE);
  g_assert_cmpint ((int) get_state (fixture, id), ==, FOYER_OPERATION_DISCARDED);
  operation = find_newest (fixture, FOYER_OPERATION_QUEUED);
  g_assert_cmpstr (foyer_json_object_text (foyer_operation_get_data (operation)->patch, "name"), ==, "Mine");
}

static void
test_approving_anyway_takes_a_reason_and_can_be_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 0);
  g_autoptr (FoyerOperation) operation = NULL;
  GtkWidget *dialog;

  settle (fixture, id, FOYER_OPERATION_REFUSED, "{'type': 'ruleRefused', 'rule': 'B04'}");
  answer (fixture, "override", id, FALSE);
  dialog = find_window (FOYER_TYPE_REASON_DIALOG);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "confirmed", "Lee has a helper.");
  gtk_window_destroy (GTK_WINDOW (dialog));
  foyer_test_settle ();
  operation = find_newest (fixture, FOYER_OPERATION_HELD);
  g_assert_cmpstr (foyer_json_object_text (foyer_operation_get_data (operation)->patch, "override"), ==,
                   "Lee has a helper.");
  g_assert_nonnull (fixture->act);
  g_assert_cmpstr (fixture->act->operation_id, ==, foyer_operation_get_id (operation));
}

static void
test_other_times_are_offered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_booking_type, "bk-1", "{'status': 'approved'}", 0);
  g_autoptr (FoyerOperation) operation = NULL;
  const FoyerOperationData *values;
  GtkWidget *dialog;
  guint chosen;

  settle (fixture, id, FOYER_OPERATION_REFUSED, "{'type': 'ruleRefused', 'rule': 'B04'}");
  answer (fixture, "propose", id, FALSE);
  dialog = find_window (FOYER_TYPE_OFFER_DIALOG);
  g_assert_nonnull (dialog);
  g_object_get (dialog, "chosen", &chosen, NULL);
  g_assert_cmpuint (chosen, ==, 2);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  foyer_test_settle ();
  operation = find_newest (fixture, FOYER_OPERATION_HELD);
  values = foyer_operation_get_data (operation);
  g_assert_cmpstr (values->command, ==, "counter");
  g_assert_cmpstr (foyer_json_object_text (values->patch, "status"), ==, "countered");
  g_assert_cmpuint (json_array_get_length (foyer_json_object_array (values->patch, "offers")), ==, 2);
}

static gpointer
remove_in_worker (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  foyer_store_writer_remove (writer, &foyer_client_type, user_data, error);
  return NULL;
}

static void
test_what_was_deleted_comes_back_as_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = submit (fixture, &foyer_client_type, "cl-2", "{'phone': '555 0100'}", 0);
  g_autofree char *record_id = foyer_test_id ("cl-2");
  g_autoptr (FoyerOperation) operation = NULL;
  const FoyerOperationData *values;

  settle (fixture, id, FOYER_OPERATION_REFUSED, "{'type': 'notFound'}");
  foyer_test_write (fixture->desk.store, remove_in_worker, record_id);
  foyer_test_settle ();
  answer (fixture, "restore", id, FALSE);
  g_assert_cmpint ((int) get_state (fixture, id), ==, FOYER_OPERATION_DISCARDED);
  operation = find_newest (fixture, FOYER_OPERATION_QUEUED);
  values = foyer_operation_get_data (operation);
  g_assert_cmpint ((int) values->verb, ==, FOYER_VERB_CREATE);
  g_assert_cmpstr (values->record_id, !=, record_id);
  g_assert_cmpstr (foyer_json_object_text (values->patch, "name"), ==, "Hillside Dental");
  g_assert_cmpstr (foyer_json_object_text (values->patch, "phone"), ==, "555 0100");
}

/* --- Ctrl+Z after the undo window --- */

typedef struct {
  FoyerConsoleFixture desk;
  GSettings *settings;
  FoyerWindow *window;
} WindowFixture;

static void
set_up_window (WindowFixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->desk, data);
  foyer_console_fixture_add_requests (&fixture->desk);
  fixture->settings = g_settings_new (FOYER_APPLICATION_ID);
  fixture->window = foyer_window_new (NULL, fixture->settings, fixture->desk.random);
  foyer_window_set_desk (fixture->window, fixture->desk.desk);
}

static void
tear_down_window (WindowFixture *fixture, gconstpointer data)
{
  foyer_window_set_desk (fixture->window, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->settings);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

/* An approval of bk-1 that has left, and the person who presses Ctrl+Z all the same. */
static void
undo_what_was_sent (WindowFixture *fixture)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autoptr (JsonObject) none = json_object_new ();
  g_autofree char *operation_id
      = foyer_test_submit (fixture->desk.store, FOYER_VERB_UPDATE, &foyer_booking_type, id,
                           "{'status': 'approved'}", 0, NULL);
  Answer done = { operation_id, FOYER_OPERATION_ACKED, none };
  FoyerAct act = { operation_id, id, (char *) "approvals", (char *) "Approved", (char *) "Back" };

  foyer_test_write (fixture->desk.store, settle_in_worker, &done);
  foyer_test_settle ();
  foyer_window_offer_undo (fixture->window, &act);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "undo", NULL);
  foyer_test_settle ();
}

static void
test_what_was_sent_is_taken_back_by_a_further_operation (WindowFixture *fixture, gconstpointer data)
{
  static const FoyerOperationState queued = FOYER_OPERATION_QUEUED;
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  undo_what_was_sent (fixture);
  operations = foyer_store_list_operations (fixture->desk.store, &queued, 1, 0, 10);
  g_assert_cmpuint (operations->len, ==, 1);
  g_assert_cmpstr (foyer_operation_get_data (operations->pdata[0])->command, ==, "revert");
  booking = foyer_console_fixture_get_booking (&fixture->desk, "bk-1");
  g_assert_cmpint (foyer_booking_get_status (booking), ==, FOYER_BOOKING_PENDING);
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

int
main (int argc, char **argv)
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(name, test) g_test_add ("/outbox-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("delete-cancels-the-row-with-the-focus", test_delete_cancels_the_row_with_the_focus);
  ADD ("copy-puts-the-details-on-the-clipboard", test_copy_puts_the_details_on_the_clipboard);
  ADD ("focus-stays-on-a-row-that-changes", test_focus_stays_on_a_row_that_changes);
  ADD ("alike-are-answered-together", test_alike_are_answered_together);
  ADD ("much-that-waits-has-a-few-rows-at-first", test_much_that_waits_has_a_few_rows_at_first);
  ADD ("mine-takes-the-place-of-theirs", test_mine_takes_the_place_of_theirs);
  ADD ("approving-anyway-takes-a-reason-and-can-be-undone",
       test_approving_anyway_takes_a_reason_and_can_be_undone);
  ADD ("other-times-are-offered", test_other_times_are_offered);
  ADD ("what-was-deleted-comes-back-as-new", test_what_was_deleted_comes_back_as_new);
  ADD ("everything-has-a-name", test_everything_has_a_name);
#undef ADD
  g_test_add ("/outbox-page/what-was-sent-is-taken-back-by-a-further-operation", WindowFixture, NULL,
              set_up_window, test_what_was_sent_is_taken_back_by_a_further_operation, tear_down_window);
  return g_test_run ();
}
