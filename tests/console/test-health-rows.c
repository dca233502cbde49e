/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-health-rows.c - how the portal is doing is heard, follows what changes, and leads to where it is put right (E3, D1) */

#include "foyer-health-rows.h"

#include "foyer-connections-window.h"
#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  GtkWidget *control;
  GtkWidget *rows;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->fixture.role = "admin";
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  fixture->control = gtk_button_new_with_label ("On");
  fixture->rows = foyer_health_rows_new (fixture->fixture.desk, fixture->control);
  gtk_box_append (GTK_BOX (box), fixture->control);
  gtk_box_append (GTK_BOX (box), fixture->rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 600, 700);
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_health_rows_stop (FOYER_HEALTH_ROWS (fixture->rows));
  gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

/* The row whose name begins with @title, if it is seen. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget)
      && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child, title);

    if (row != NULL)
      return row;
  }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = find_button (child);

    if (button != NULL)
      return button;
  }
  return NULL;
}

static void
assert_row (Fixture *fixture, const char *title)
{
  if (find_row (fixture->rows, title) == NULL)
    g_error ("no row says “%s”", title);
}

static void
press (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_row (fixture->rows, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (find_button (row), "clicked");
  foyer_test_settle ();
}

static void
test_every_row_is_heard (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  assert_row (fixture, "Payments: Problem");
  assert_row (fixture, "Portal: Attention");
  assert_row (fixture, "Invite the first client: To do");
}

static void
test_rows_follow_the_records (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'portal.payments': false}]");
  foyer_test_settle ();
  assert_row (fixture, "Payments: Fine");
  assert_row (fixture, "Take payments online: Done");
  g_assert_false (gtk_widget_get_visible (find_button (find_row (fixture->rows, "Payments"))));
}

static void
test_rows_follow_the_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) value = foyer_json_parse ("48", -1, NULL);

  foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), "booking.lead_hours", value);
  foyer_test_settle ();
  assert_row (fixture, "Draft: Fine");
  foyer_manual_clock_advance (fixture->fixture.clock, 8 * G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'portal.payments': false}]");
  foyer_test_settle ();
  assert_row (fixture, "Draft: Attention");
}

static void
test_fixing_leads_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;
  guint n = 0;

  press (fixture, "Payments");
  windows = gtk_window_list_toplevels ();
  for (GList *i = windows; i != NULL; i = i->next) {
    if (FOYER_IS_CONNECTIONS_WINDOW (i->data)) {
      gtk_window_destroy (i->data);
      n++;
    }
  }
  g_assert_cmpuint (n, ==, 1);

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'portal.enabled': false}]");
  foyer_test_settle ();
  press (fixture, "Portal: Problem");
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->control);
}

static void
test_the_steps_go_when_they_are_done (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'org-1', 'logo': 'https://acme.example/logo.png'},"
      " {'id': 'ps-1', 'portal.payments': false, 'invite.note': 'We look forward to you.'},"
      " {'id': 'dc-1', 'title': 'Terms', 'shownTo': 'all'},"
      " {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@example.org'},"
      " {'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1'}]");
  foyer_test_settle ();
  g_assert_null (find_row (fixture->rows, "Invite the first client"));
  assert_row (fixture, "Portal: Fine");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, function) \
  g_test_add ("/console/health-rows/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("every-row-is-heard", test_every_row_is_heard);
  ADD ("rows-follow-the-records", test_rows_follow_the_records);
  ADD ("rows-follow-the-draft", test_rows_follow_the_draft);
  ADD ("fixing-leads-there", test_fixing_leads_there);
  ADD ("the-steps-go-when-they-are-done", test_the_steps_go_when_they_are_done);
#undef ADD
  return g_test_run ();
}
