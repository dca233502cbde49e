/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-approvals-page.c - deciding requests, on a real store and without a server */

#include "foyer-approvals-page.h"
#include "foyer-approval.h"
#include "foyer-booking-brief.h"
#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "foyer-undo-stack.h"
#include "types/booking.h"

typedef struct {
  FoyerConsoleFixture desk;
  GtkWindow *window;
  FoyerApprovalsPage *page;
  GtkListView *list_view;
  GListModel *model;
  guint signals;
  guint position;
  guint removed;
  guint added;
  FoyerAct *act; /* (nullable): the last */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->signals++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
on_acted (FoyerApprovalsPage *page, const FoyerAct *act, gpointer user_data)
{
  Fixture *fixture = user_data;

  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->desk, data);
  foyer_console_fixture_add_requests (&fixture->desk);
  fixture->window = foyer_console_fixture_make_window ();
  fixture->page = FOYER_APPROVALS_PAGE (foyer_approvals_page_new ());
  gtk_window_set_default_size (fixture->window, 900, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  foyer_test_settle ();
  g_object_set (fixture->page, "desk", fixture->desk.desk, NULL);
  foyer_test_settle ();
  fixture->list_view = GTK_LIST_VIEW (foyer_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));
  fixture->model = G_LIST_MODEL (gtk_list_view_get_model (fixture->list_view));
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  foyer_act_free (fixture->act);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

/* The booking that is looked at, by its short id. */
static void
assert_looks_at (Fixture *fixture, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);
  g_autoptr (GObject) brief = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  g_object_get (fixture->page, "brief", &brief, NULL);
  g_assert_nonnull (brief);
  g_object_get (brief, "booking", &booking, NULL);
  g_assert_cmpstr (foyer_record_get_id (booking), ==, whole);
}

static void
assert_one_change (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (fixture->signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, position);
  g_assert_cmpuint (fixture->removed, ==, removed);
  g_assert_cmpuint (fixture->added, ==, added);
  fixture->signals = 0;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  foyer_test_settle ();
}

static void
undo (Fixture *fixture)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_undo_async (fixture->desk.store, fixture->act->operation_id, NULL, foyer_test_take_result,
                          &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (fixture->desk.store, result, &error));
  g_assert_no_error (error);
  foyer_approvals_page_open (fixture->page, fixture->act->record_id);
  foyer_test_settle ();
}

static void
test_begins_with_the_first (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 3);
  assert_looks_at (fixture, "bk-1");
}

static void
test_approved_row_leaves_at_once_and_comes_back_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) before = foyer_console_fixture_get_booking (&fixture->desk, "bk-1");
  g_autoptr (JsonObject) json_before = foyer_record_to_json (before);
  g_autoptr (FoyerRecord) decided = NULL;
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (JsonObject) json_after = NULL;
  g_autofree char *crew = foyer_test_id ("cm-1");
  g_autofree char *text_before = NULL;
  g_autofree char *text_after = NULL;

  act (fixture, "approvals.approve");
  assert_one_change (fixture, 0, 1, 0);
  assert_looks_at (fixture, "bk-2");
  g_assert_nonnull (fixture->act);
  decided = foyer_console_fixture_get_booking (&fixture->desk, "bk-1");
  g_assert_cmpint (foyer_booking_get_status (decided), ==, FOYER_BOOKING_APPROVED);
  g_assert_cmpstr (foyer_booking_get_crew_id (decided), ==, crew);

  undo (fixture);
  assert_one_change (fixture, 0, 0, 1);
  assert_looks_at (fixture, "bk-1");
  after = foyer_console_fixture_get_booking (&fixture->desk, "bk-1");
  json_after = foyer_record_to_json (after);
  text_before = foyer_json_canonical_object (json_before);
  text_after = foyer_json_canonical_object (json_after);
  g_assert_cmpstr (text_after, ==, text_before);
}

/* The row's leaving is painted first; what is shown beside it is then the next one's, without anybody doing anything. */
static void
test_detail_follows_the_decision (Fixture *fixture, gconstpointer data)
{
  g_autofree char *next = foyer_test_id ("bk-2");

  act (fixture, "approvals.approve");
  for (;;) {
    g_autoptr (FoyerBookingBrief) detail = NULL;

    g_object_get (fixture->page, "detail", &detail, NULL);
    g_assert_nonnull (detail);
    if (g_str_equal (foyer_record_get_id (foyer_booking_brief_get_booking (detail)), next))
      break;
    g_main_context_iteration (NULL, TRUE);
  }
  /* Hidden in between, it waits for no picture. */
  act (fixture, "approvals.approve");
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  foyer_test_settle ();
  {
    g_autoptr (FoyerBookingBrief) detail = NULL;
    g_autoptr (FoyerBookingBrief) brief = NULL;

    g_object_get (fixture->page, "detail", &detail, "brief", &brief, NULL);
    g_assert_true (detail == brief);
  }
}

static void
test_all_can_be_decided_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  for (guint left = 3; left > 0; left--) {
    act (fixture, "approvals.approve");
    assert_one_change (fixture, 0, 1, 0);
  }
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "approvals.approve", NULL)
                  && fixture->signals > 0);
}

static void
test_middle_row_is_followed_by_the_next (Fixture *fixture, gconstpointer data)
{
  act (fixture, "list-pane.next");
  assert_looks_at (fixture, "bk-2");
  act (fixture, "approvals.approve");
  assert_one_change (fixture, 1, 1, 0);
  assert_looks_at (fixture, "bk-3");
  act (fixture, "list-pane.previous");
  assert_looks_at (fixture, "bk-1");
}

static void
test_decided_elsewhere_stays_in_sight (Fixture *fixture, gconstpointer data)
{
  gboolean stale;

  foyer_console_fixture_pull (&fixture->desk,
                              "[{'id': 'bk-1', 'status': 'approved', 'crewId': 'cm-2', 'decidedBy': 'st-1', "
                              "'decidedAt': '2025-05-02 09:00'}]");
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 2);
  assert_looks_at (fixture, "bk-1");
  g_object_get (fixture->page, "stale", &stale, NULL);
  g_assert_true (stale);
  fixture->signals = 0;
  act (fixture, "approvals.approve");
  g_assert_cmpuint (fixture->signals, ==, 0);
  g_assert_null (fixture->act);

  act (fixture, "list-pane.next");
  assert_looks_at (fixture, "bk-2");
  g_object_get (fixture->page, "stale", &stale, NULL);
  g_assert_false (stale);
}

static void
test_new_request_does_not_move_the_page (Fixture *fixture, gconstpointer data)
{
  act (fixture, "list-pane.next");
  foyer_console_fixture_pull (
      &fixture->desk, "[{'id': 'bk-4', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'propertyId': 'pr-2', "
                      "'start': '2025-05-05 09:00', 'end': '2025-05-05 11:00', "
                      "'requestedAt': '2025-05-02 08:59'}]");
  assert_one_change (fixture, 0, 0, 1);
  assert_looks_at (fixture, "bk-2");
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (fixture->model)), ==, 2);
}

static gboolean
heads_day (Fixture *fixture, guint position)
{
  g_autoptr (GObject) approval = g_list_model_get_item (fixture->model, position);
  gboolean heads;

  g_object_get (approval, "heads-day", &heads, NULL);
  return heads;
}

static void
test_first_of_a_day_carries_its_heading (Fixture *fixture, gconstpointer data)
{
  g_assert_true (heads_day (fixture, 0));
  g_assert_false (heads_day (fixture, 1));
  g_assert_true (heads_day (fixture, 2));
  act (fixture, "approvals.approve");
  g_assert_true (heads_day (fixture, 0));
  undo (fixture);
  g_assert_true (heads_day (fixture, 0));
  g_assert_false (heads_day (fixture, 1));
}

static void
test_fits_come_and_change_with_the_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerApproval) approval = g_list_model_get_item (fixture->model, 0);

  g_assert_nonnull (foyer_approval_get_fit (approval));
  g_assert_cmpint (foyer_approval_get_fit (approval)->verdict, <=, FOYER_VERDICT_INFO);
  foyer_console_fixture_pull (&fixture->desk,
                              "[{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Boiler', 'status': 'scheduled', "
                              "'start': '2025-05-06 08:00', 'end': '2025-05-06 12:00', 'crewId': 'cm-1'}, "
                              "{'id': 'vs-2', 'clientId': 'cl-2', 'title': 'Boiler', 'status': 'scheduled', "
                              "'start': '2025-05-06 08:00', 'end': '2025-05-06 12:00', 'crewId': 'cm-2'}]");
  g_assert_cmpint (foyer_approval_get_fit (approval)->verdict, ==, FOYER_VERDICT_BLOCK);
}

static void
test_decided_are_shown_on_their_own (Fixture *fixture, gconstpointer data)
{
  act (fixture, "approvals.approve");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "list-pane.show", "s", "decided"));
  foyer_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 1);
  assert_looks_at (fixture, "bk-1");
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

#define ADD(name, test) g_test_add ("/approvals-page/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("begins-with-the-first", test_begins_with_the_first);
  ADD ("approved-row-leaves-at-once-and-comes-back-untouched",
       test_approved_row_leaves_at_once_and_comes_back_untouched);
  ADD ("detail-follows-the-decision", test_detail_follows_the_decision);
  ADD ("all-can-be-decided-one-after-the-other", test_all_can_be_decided_one_after_the_other);
  ADD ("middle-row-is-followed-by-the-next", test_middle_row_is_followed_by_the_next);
  ADD ("decided-elsewhere-stays-in-sight", test_decided_elsewhere_stays_in_sight);
  ADD ("new-request-does-not-move-the-page", test_new_request_does_not_move_the_page);
  ADD ("first-of-a-day-carries-its-heading", test_first_of_a_day_carries_its_heading);
  ADD ("fits-come-and-change-with-the-records", test_fits_come_and_change_with_the_records);
  ADD ("decided-are-shown-on-their-own", test_decided_are_shown_on_their_own);
  ADD ("everything-has-a-name", test_everything_has_a_name);
#undef ADD
  return g_test_run ();
}
