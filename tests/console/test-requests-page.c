/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-requests-page.c - what clients ask is taken on, resolved and declined, on a real store and without a server */

#include "foyer-assert-text.h"
#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-inquiry.h"
#include "foyer-json.h"
#include "foyer-reason-dialog.h"
#include "foyer-request-closures.h"
#include "foyer-requests-page.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "types/request.h"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerRequestsPage *page;
  FoyerAct *act; /* (nullable): the last */
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'Two filters missing', "
      "'requestedAt': "
      "'2025-05-02 08:00', 'body': 'We counted.', 'urgent': true}, "
      "{'id': 'rq-2', 'clientId': 'cl-2', 'kind': 'service', 'subject': 'Unit hums', 'requestedAt': "
      "'2025-05-01 08:00', "
      "'preferredTimes': [{'start': '2025-05-06 09:00', 'end': '2025-05-06 11:00'}], "
      "'attachments': [{'blobId': 'G0', 'name': 'unit.jpg', 'mediaType': 'image/jpeg', 'size': 12}]}, "
      "{'id': 'rq-3', 'clientId': 'cl-2', 'kind': 'quote', 'subject': 'Heat pump', 'requestedAt': "
      "'2025-05-01 07:00', "
      "'status': 'resolved', 'answer': 'Sent.'}]");
  fixture->page = FOYER_REQUESTS_PAGE (foyer_requests_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  g_signal_connect_swapped (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
  gtk_window_set_default_size (fixture->window, 900, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  foyer_test_settle ();
  g_object_set (fixture->page, "desk", fixture->fixture.desk, NULL);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  foyer_act_free (fixture->act);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
assert_looks_at (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autoptr (FoyerInquiry) inquiry = NULL;

  g_object_get (fixture->page, "inquiry", &inquiry, NULL);
  g_assert_nonnull (inquiry);
  g_assert_cmpstr (foyer_record_get_id (foyer_inquiry_get_request (inquiry)), ==, id);
}

static FoyerRequestStatus
get_status (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autoptr (FoyerRecord) request = foyer_store_get (fixture->fixture.store, &foyer_request_type, id);

  return (FoyerRequestStatus) foyer_request_get_status (request);
}

static void
press (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
  foyer_test_settle ();
}

static void
answer_dialog (const char *words)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next) {
    if (!FOYER_IS_REASON_DIALOG (i->data))
      continue;
    g_signal_emit_by_name (i->data, "confirmed", words);
    gtk_window_destroy (i->data);
    foyer_test_settle ();
    return;
  }
  g_assert_not_reached ();
}

static void
test_the_newest_is_looked_at_first (Fixture *fixture, gconstpointer data)
{
  assert_looks_at (fixture, "rq-1");
  press (fixture, "list-pane.next");
  assert_looks_at (fixture, "rq-2");
}

static void
test_taken_on_it_stays_in_the_list (Fixture *fixture, gconstpointer data)
{
  press (fixture, "request.take");
  g_assert_cmpint ((int) get_status (fixture, "rq-1"), ==, FOYER_REQUEST_OPEN);
  assert_looks_at (fixture, "rq-1");
  g_assert_nonnull (fixture->act);
}

static void
test_resolved_it_leaves_and_is_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerOperation) operation = NULL;

  press (fixture, "request.resolve");
  answer_dialog ("We sent two filters.");
  g_assert_cmpint ((int) get_status (fixture, "rq-1"), ==, FOYER_REQUEST_RESOLVED);
  assert_looks_at (fixture, "rq-2");
  operation = foyer_store_get_operation (fixture->fixture.store, fixture->act->operation_id);
  g_assert_cmpint ((int) foyer_operation_get_state (operation), ==, FOYER_OPERATION_HELD);
  g_assert_cmpstr (foyer_json_object_text (foyer_operation_get_data (operation)->patch, "answer"), ==,
                   "We sent two filters.");
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (foyer_store_undo_finish (FOYER_STORE (source), result, NULL));
}

static void
test_what_was_taken_back_is_looked_at_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("rq-1");

  press (fixture, "request.decline");
  answer_dialog ("It was four.");
  assert_looks_at (fixture, "rq-2");
  foyer_store_undo_async (fixture->fixture.store, fixture->act->operation_id, NULL, on_undone, NULL);
  foyer_test_settle ();
  foyer_requests_page_look_at (fixture->page, id);
  foyer_test_settle ();
  g_assert_cmpint ((int) get_status (fixture, "rq-1"), ==, FOYER_REQUEST_NEW);
  assert_looks_at (fixture, "rq-1");
}

static void
test_closed_ones_are_in_a_list_of_their_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("rq-3");
  g_autofree char *shown = NULL;

  foyer_requests_page_look_at (fixture->page, id);
  foyer_test_settle ();
  g_object_get (fixture->page, "shown", &shown, NULL);
  g_assert_cmpstr (shown, ==, "closed");
  assert_looks_at (fixture, "rq-3");
  press (fixture, "request.decline");
  g_assert_cmpint ((int) get_status (fixture, "rq-3"), ==, FOYER_REQUEST_RESOLVED);
}

static void
test_viewers_look (Fixture *fixture, gconstpointer data)
{
  press (fixture, "request.take");
  g_assert_cmpint ((int) get_status (fixture, "rq-1"), ==, FOYER_REQUEST_NEW);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = foyer_test_id ("rq-1");
  g_autofree char *second = foyer_test_id ("rq-2");
  g_autoptr (FoyerRecord) complaint = foyer_store_get (fixture->fixture.store, &foyer_request_type, first);
  g_autoptr (FoyerRecord) service = foyer_store_get (fixture->fixture.store, &foyer_request_type, second);
  FoyerOfficeTime *time = foyer_desk_get_time (fixture->fixture.desk);
  g_autofree char *times = NULL;

  foyer_assert_text (foyer_request_kind_text (NULL, complaint), "Complaint");
  foyer_assert_text (foyer_request_destination_text (NULL, complaint),
                     "A complaint is seen to until it is resolved");
  foyer_assert_text (foyer_request_status_text (NULL, complaint), "New");
  foyer_assert_text (foyer_request_words (NULL, complaint), "We counted.");
  foyer_assert_text (foyer_request_destination_text (NULL, service), "A visit comes of it");
  foyer_assert_text (foyer_request_times (NULL, complaint, time), "");
  times = foyer_request_times (NULL, service, time);
  g_assert_cmpstr (times, ==, "Tue 6\302\240May, 9:00\342\200\22311:00");
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

int
main (int argc, char *argv[])
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) g_test_add (path, Fixture, role, set_up, function, tear_down)
  ADD ("/requests-page/the-newest-is-looked-at-first", "office", test_the_newest_is_looked_at_first);
  ADD ("/requests-page/taken-on-it-stays-in-the-list", "office", test_taken_on_it_stays_in_the_list);
  ADD ("/requests-page/resolved-it-leaves-and-is-held", "office", test_resolved_it_leaves_and_is_held);
  ADD ("/requests-page/what-was-taken-back-is-looked-at-again", "office",
       test_what_was_taken_back_is_looked_at_again);
  ADD ("/requests-page/closed-ones-are-in-a-list-of-their-own", "office",
       test_closed_ones_are_in_a_list_of_their_own);
  ADD ("/requests-page/viewers-look", "viewer", test_viewers_look);
  ADD ("/requests-page/words", "office", test_words);
  ADD ("/requests-page/everything-has-a-name", "office", test_everything_has_a_name);
#undef ADD
  return g_test_run ();
}
