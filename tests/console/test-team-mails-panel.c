/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-team-mails-panel.c - each of the team says of what they get mails, and administrators say it for all (000-70..72) */

#include "foyer-team-mails-panel.h"

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-resources.h"
#include "foyer-team-mails-row.h"
#include "foyer-test.h"
#include "types/staff_member.h"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerSettingPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer role)
{
  fixture->fixture.role = role;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'st-8', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'office', 'active': true}, "
      "{'id': 'st-9', 'name': 'Gone', 'email': 'gone@northwind.example', 'role': 'office', 'active': "
      "false}]");
  fixture->panel = g_object_new (FOYER_TYPE_TEAM_MAILS_PANEL, NULL);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
  foyer_setting_panel_start (fixture->panel, fixture->fixture.desk, NULL, TRUE);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer role)
{
  gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static FoyerTeamMailsRow *
find_row (GtkWidget *widget, const char *name)
{
  if (FOYER_IS_TEAM_MAILS_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name))
    return FOYER_TEAM_MAILS_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    FoyerTeamMailsRow *row = find_row (child, name);

    if (row != NULL)
      return row;
  }
  return NULL;
}

static FoyerTeamMailsRow *
get_row (Fixture *fixture, const char *name)
{
  FoyerTeamMailsRow *row = find_row (GTK_WIDGET (fixture->panel), name);

  g_assert_nonnull (row);
  return row;
}

static gboolean
gets_bookings (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autoptr (FoyerRecord) member = foyer_store_get (fixture->fixture.store, &foyer_staff_member_type, id);

  return foyer_staff_member_get_mail_bookings (member);
}

/* That of bookings; the row has one of its own besides, which nobody sees. */
static GtkSwitch *
find_switch (GtkWidget *widget)
{
  g_autofree char *heard = GTK_IS_SWITCH (widget) ? foyer_heard_name (GTK_ACCESSIBLE (widget)) : NULL;

  if (heard != NULL && g_str_has_suffix (heard, ": Bookings"))
    return GTK_SWITCH (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkSwitch *found = find_switch (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
switch_first (FoyerTeamMailsRow *row, gboolean active)
{
  gtk_switch_set_active (find_switch (GTK_WIDGET (row)), active);
  foyer_test_settle ();
}

static void
test_administrators_decide_for_all (Fixture *fixture, gconstpointer role)
{
  FoyerTeamMailsRow *ben = get_row (fixture, "Ben");

  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  g_assert_null (find_row (GTK_WIDGET (fixture->panel), "Gone"));
  switch_first (ben, FALSE);
  g_assert_false (gets_bookings (fixture, "st-8"));
  g_assert_true (gets_bookings (fixture, "st-1"));
  /* The row stays, open as it was. */
  g_assert_true (get_row (fixture, "Ben") == ben);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (ben)), ==, "Cancellations · Messages");
}

static void
test_others_decide_for_themselves (Fixture *fixture, gconstpointer role)
{
  FoyerTeamMailsRow *ben = get_row (fixture, "Ben");

  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (ben)));
  g_assert_null (find_switch (GTK_WIDGET (ben)));
  switch_first (get_row (fixture, "Ana"), FALSE);
  g_assert_false (gets_bookings (fixture, "st-1"));
}

/* What is changed elsewhere is shown, and is no change of this computer's. */
static void
test_follows_others (Fixture *fixture, gconstpointer role)
{
  GtkSwitch *first = find_switch (GTK_WIDGET (get_row (fixture, "Ben")));
  guint waiting = 0;
  guint needing = 0;

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'st-8', 'mailBookings': false}]");
  g_assert_false (gtk_switch_get_active (first));
  foyer_store_count_operations (fixture->fixture.store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add ("/console/team-mails/administrators-decide-for-all", Fixture, "admin", set_up,
              test_administrators_decide_for_all, tear_down);
  g_test_add ("/console/team-mails/others-decide-for-themselves", Fixture, "viewer", set_up,
              test_others_decide_for_themselves, tear_down);
  g_test_add ("/console/team-mails/follows-others", Fixture, "admin", set_up, test_follows_others, tear_down);
  return g_test_run ();
}
