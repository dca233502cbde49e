/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-page.c - the area of the preview in a window, on a computer on which nothing can draw pages */

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-moment-dialog.h"
#include "foyer-preview-badge.h"
#include "foyer-preview-check.h"
#include "foyer-preview-window.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-shell.h"
#include "foyer-spoken.h"
#include "foyer-test.h"
#include "types/audit_event.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerPreviewPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@birch.example', 'status': "
      "'active', 'role': 'owner'}, "
      "{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Maximiliane Freifrau von Donaudampfschifffahrt', 'email': "
      "'max@hillside.example', 'status': 'active', 'role': 'owner'}, "
      "{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'title': 'AC tune-up', "
      "'status': 'scheduled', 'start': '2025-05-07 09:00', 'end': '2025-05-07 10:00'}]");
  fixture->page = FOYER_PREVIEW_PAGE (foyer_preview_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 1180, 760);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  g_object_set (fixture->page, "desk", fixture->fixture.desk, NULL);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
look_at (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);

  g_assert_true (foyer_preview_page_look_at (fixture->page, id));
  foyer_test_settle ();
}

static void
resize (Fixture *fixture, int width)
{
  gtk_window_set_default_size (fixture->window, width, 700);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->page)) != width)
    g_main_context_iteration (NULL, TRUE);
  foyer_test_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* It may be made as narrow while it is wide, and then all of it fits. */
static void
test_fits_360 (Fixture *fixture, gconstpointer unused)
{
  look_at (fixture, "cl-2");
  g_assert_cmpint (get_least_width (GTK_WIDGET (fixture->page)), <=, 360);
  resize (fixture, 360);
  g_assert_cmpint (get_least_width (adw_bin_get_child (ADW_BIN (fixture->page))), <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "preview.why", NULL);
  foyer_test_settle ();
  g_assert_cmpint (get_least_width (adw_bin_get_child (ADW_BIN (fixture->page))), <=, 360);
}

/* What is published and what is drafted stand beside each other, and in what they differ beside both, in an ordinary window. */
static void
test_both_fit (Fixture *fixture, gconstpointer unused)
{
  static const int widths[] = { 1036, 920, 700, 360 };

  look_at (fixture, "cl-1");
  foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), "portal.show_invoices",
                            json_node_init_boolean (json_node_alloc (), FALSE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "preview.source", "s", "both");
  foyer_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    resize (fixture, widths[i]);
    g_assert_cmpint (get_least_width (adw_bin_get_child (ADW_BIN (fixture->page))), <=, widths[i]);
  }
}

static void
test_can_be_heard (Fixture *fixture, gconstpointer unused)
{
  static const int widths[] = { 1180, 700, 360 };

  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  look_at (fixture, "vs-1");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    resize (fixture, widths[i]);
    foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  }
}

static GtkWidget *find (GtkWidget *widget, GType type);

/* Whether the page is the live one is read without guessing, whatever stands beside it. */
static void
test_badge_fits (Fixture *fixture, gconstpointer unused)
{
  static const int widths[] = { 1180, 920, 700, 360 };

  look_at (fixture, "cl-1");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++) {
    GtkWidget *badge;
    int natural;

    if (i == G_N_ELEMENTS (widths))
      gtk_widget_activate_action (GTK_WIDGET (fixture->page), "preview.why", NULL);
    resize (fixture, widths[i % G_N_ELEMENTS (widths)]);
    badge = find (GTK_WIDGET (fixture->page), FOYER_TYPE_PREVIEW_BADGE);
    /* There the panel has all the room. */
    if (i >= G_N_ELEMENTS (widths) && widths[i % G_N_ELEMENTS (widths)] < 700) {
      g_assert_null (badge);
      continue;
    }
    g_assert_nonnull (badge);
    gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
    g_assert_cmpint (gtk_widget_get_width (badge), >=, natural);
  }
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* What was typed is gone when the list is opened again, and whoever is in it is named. */
static void
test_lists_can_be_heard (Fixture *fixture, gconstpointer unused)
{
  static const char *const actions[] = { "preview.client", "preview.person" };

  look_at (fixture, "cl-1");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (actions); i++) {
    GtkWidget *popover;
    GtkWidget *entry;
    GtkWidget *row;
    g_autofree char *name = NULL;

    gtk_widget_activate_action (GTK_WIDGET (fixture->page), actions[i % 2], NULL);
    foyer_test_settle ();
    popover = find (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER);
    g_assert_nonnull (popover);
    foyer_assert_all_have_names (popover);
    row = find (popover, FOYER_TYPE_SPOKEN);
    name = foyer_heard_name (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_widget_get_parent (row))));
    g_assert_cmpstr (name, ==, i % 2 == 0 ? "Ellen Ruiz, Looked at lately" : "Ellen Ruiz, Owner");
    entry = find (popover, GTK_TYPE_SEARCH_ENTRY);
    g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
    gtk_editable_set_text (GTK_EDITABLE (entry), "el");
    foyer_test_settle ();
    gtk_popover_popdown (GTK_POPOVER (popover));
    foyer_test_settle ();
  }
}

/* Whether a row of a list that is seen says it. */
static gboolean
has_row (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (has_row (child, text))
      return TRUE;
  }
  return FALSE;
}

/* What nobody can draw is made anew all the same when a record changes. */
static void
test_follows_records (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewStage) stage = NULL;

  look_at (fixture, "cl-1");
  g_object_get (fixture->page, "stage", &stage, NULL);
  foyer_preview_stage_set_address (stage, "/visits");
  foyer_test_settle ();
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "AC tune-up"));
  foyer_console_fixture_pull (
      &fixture->fixture, "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', "
                         "'title': 'Boiler check', "
                         "'status': 'scheduled', 'start': '2025-05-07 09:00', 'end': '2025-05-07 10:00'}]");
  foyer_test_settle ();
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Boiler check"));
  g_assert_false (has_row (GTK_WIDGET (fixture->page), "AC tune-up"));
}

/* The clocks of the business are meant: Chicago's, five hours behind. */
static void
test_moment (Fixture *fixture, gconstpointer unused)
{
  FoyerOfficeTime *time = foyer_desk_get_time (fixture->fixture.desk);
  gint64 noon = 1746550800; /* Tuesday, 6 May 2025, 12:00 there */
  GtkWindow *dialog = foyer_moment_dialog_new (fixture->window, "When", "Choose", time, noon + 59);
  g_autofree char *words = NULL;
  gint64 moment;

  gtk_window_present (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  foyer_assert_all_have_names (GTK_WIDGET (dialog));
  g_assert_cmpint (get_least_width (GTK_WIDGET (dialog)), <=, 360);
  g_object_get (dialog, "moment", &moment, "words", &words, NULL);
  g_assert_cmpint (moment, ==, noon);
  g_assert_cmpstr (words, ==, "Tuesday 6\302\240May, 12:00 (America/Chicago)");
  g_assert_nonnull (strstr (words, "America/Chicago"));
  gtk_window_destroy (dialog);
}

/* In a window of its own it shows what the area shows, and goes its own ways. */
static void
test_own_window (FoyerConsoleFixture *fixture, gconstpointer unused)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  FoyerShell *shell = g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk, NULL);
  guint n_before;

  gtk_window_set_child (window, GTK_WIDGET (shell));
  gtk_window_present (window);
  foyer_shell_follow_preview (shell, "foyer://preview/nobody?page=%2Fsign-in");
  n_before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  foyer_shell_preview (shell);
  foyer_shell_preview (shell);
  foyer_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_before + 1);
  for (guint i = 0; i < n_before + 1; i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (gtk_window_get_toplevels (), i);
    g_autoptr (FoyerPreviewStage) stage = NULL;

    if (!FOYER_IS_PREVIEW_WINDOW (toplevel))
      continue;
    foyer_assert_all_have_names (toplevel);
    g_object_get (foyer_preview_window_get_page (FOYER_PREVIEW_WINDOW (toplevel)), "stage", &stage, NULL);
    g_assert_cmpstr (foyer_preview_stage_get_address (stage), ==, "/sign-in");
  }
  foyer_shell_stop (shell);
  foyer_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_before);
  gtk_window_destroy (window);
}

/* --- The log --- */

static GPtrArray *
list_looks (Fixture *fixture)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_audit_event_type);

  foyer_query_where_text (query, "verb", "preview");
  return foyer_store_list (fixture->fixture.store, query);
}

static void
assert_looked_at (FoyerRecord *line, const char *short_id, const char *client_short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *client_id = foyer_test_id (client_short_id);

  g_assert_cmpstr (foyer_audit_event_get_record_id (line), ==, id);
  g_assert_cmpstr (foyer_audit_event_get_client_id (line), ==, client_id);
  g_assert_cmpstr (foyer_audit_event_get_actor_name (line), ==, "Ana");
}

/* One line for each through whose eyes one looked, without a connection, and nothing while one looks. */
static void
test_leaves_a_line (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewStage) stage = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) later = NULL;

  g_object_get (fixture->page, "stage", &stage, NULL);
  look_at (fixture, "cl-1");
  foyer_preview_stage_set_address (stage, "/visits");
  foyer_test_settle ();
  look_at (fixture, "cl-2");
  look_at (fixture, "vs-1");
  before = list_looks (fixture);
  g_assert_cmpuint (before->len, ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  foyer_test_settle ();
  after = list_looks (fixture);
  g_assert_cmpuint (after->len, ==, 2);
  assert_looked_at (after->pdata[0], "pp-1", "cl-1");
  assert_looked_at (after->pdata[1], "pp-2", "cl-2");
  /* Who comes back has looked again. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  look_at (fixture, "cl-1");
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  foyer_test_settle ();
  later = list_looks (fixture);
  g_assert_cmpuint (later->len, ==, 3);
}

/* What waits in the Outbox because somebody looked is no reason not to compare. */
static void
test_line_is_no_change (Fixture *fixture, gconstpointer unused)
{
  FoyerPreviewCheck *check = NULL;
  int verdict;
  guint waiting = 0;
  guint needing = 0;

  look_at (fixture, "cl-1");
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  foyer_test_settle ();
  foyer_store_count_operations (fixture->fixture.store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, 1);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  look_at (fixture, "cl-2");
  g_object_get (fixture->page, "check", &check, NULL);
  g_object_get (check, "verdict", &verdict, NULL);
  g_assert_cmpint (verdict, ==, FOYER_PREVIEW_OFFLINE);
  g_object_unref (check);
}

static void
set_up_as_ana (Fixture *fixture, gconstpointer unused)
{
  fixture->fixture.role = "viewer";
  set_up (fixture, unused);
}

int
main (int argc, char **argv)
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add ("/console/preview-page/fits-360-pixels", Fixture, NULL, set_up, test_fits_360, tear_down);
  g_test_add ("/console/preview-page/badge-fits", Fixture, NULL, set_up, test_badge_fits, tear_down);
  g_test_add ("/console/preview-page/both-fit", Fixture, NULL, set_up, test_both_fit, tear_down);
  g_test_add ("/console/preview-page/can-be-heard", Fixture, NULL, set_up, test_can_be_heard, tear_down);
  g_test_add ("/console/preview-page/lists-can-be-heard", Fixture, NULL, set_up, test_lists_can_be_heard,
              tear_down);
  g_test_add ("/console/preview-page/leaves-a-line", Fixture, NULL, set_up_as_ana, test_leaves_a_line,
              tear_down);
  g_test_add ("/console/preview-page/line-is-no-change", Fixture, NULL, set_up_as_ana, test_line_is_no_change,
              tear_down);
  g_test_add ("/console/preview-page/follows-records", Fixture, NULL, set_up, test_follows_records,
              tear_down);
  g_test_add ("/console/preview-page/moment", Fixture, NULL, set_up, test_moment, tear_down);
  g_test_add ("/console/preview-page/own-window", FoyerConsoleFixture, NULL, foyer_console_fixture_set_up,
              test_own_window, foyer_console_fixture_tear_down);
  return g_test_run ();
}
