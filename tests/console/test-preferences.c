/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preferences.c - what is chosen is kept, and what is kept is shown */

#include "foyer-assert-text.h"
#include "foyer-connections-window.h"
#include "foyer-preferences-window.h"
#include "foyer-repair-row.h"

#include "foyer-resources.h"
#include "foyer-undo-window.h"

static GtkWidget *
find (FoyerPreferencesWindow *window, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (window), FOYER_TYPE_PREFERENCES_WINDOW, name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}

static void
test_lengths (void)
{
  const guint lengths[] = { 5, 10, 20, 30 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_assert_cmpuint (foyer_undo_window_seconds (i), ==, lengths[i]);
    g_assert_cmpuint (foyer_undo_window_choice (lengths[i]), ==, i);
  }
  g_assert_cmpuint (foyer_undo_window_choice (0), ==, 0);
  g_assert_cmpuint (foyer_undo_window_choice (19), ==, 1);
  g_assert_cmpuint (foyer_undo_window_choice (G_MAXUINT), ==, 3);
  g_assert_cmpuint (foyer_undo_window_seconds (G_MAXUINT), ==, 30);
}

static void
test_undo_window (void)
{
  g_autoptr (GSettings) settings = g_settings_new (FOYER_APPLICATION_ID);
  FoyerPreferencesWindow *window
      = FOYER_PREFERENCES_WINDOW (foyer_preferences_window_new (NULL, settings, NULL));
  AdwComboRow *row = ADW_COMBO_ROW (find (window, "undo_row"));

  g_object_ref (window);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  adw_combo_row_set_selected (row, 3);
  g_assert_cmpuint (g_settings_get_uint (settings, "undo-seconds"), ==, 30);
  g_settings_set_uint (settings, "undo-seconds", 5);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  /* Another program's value shows as what it comes nearest to, and stays. */
  g_settings_set_uint (settings, "undo-seconds", 15);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  g_assert_cmpuint (g_settings_get_uint (settings, "undo-seconds"), ==, 15);
  g_settings_reset (settings, "undo-seconds");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

static void
test_single_keys (void)
{
  g_autoptr (GSettings) settings = g_settings_new (FOYER_APPLICATION_ID);
  FoyerPreferencesWindow *window
      = FOYER_PREFERENCES_WINDOW (foyer_preferences_window_new (NULL, settings, NULL));
  GtkSwitch *letters = GTK_SWITCH (find (window, "letters_switch"));

  g_object_ref (window);
  g_assert_true (gtk_switch_get_active (letters));
  gtk_switch_set_active (letters, FALSE);
  g_assert_false (g_settings_get_boolean (settings, "single-key-shortcuts"));
  g_settings_set_boolean (settings, "single-key-shortcuts", TRUE);
  g_assert_true (gtk_switch_get_active (letters));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

static void
test_repair_says_how_far_it_has_come (void)
{
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  FoyerRepairStep step = FOYER_REPAIR_ASKED;

  foyer_assert_text (foyer_repair_text (FOYER_REPAIR_IDLE, 0, 0, FALSE, FALSE, NULL), "Nobody is signed in");
  foyer_assert_text (foyer_repair_text (step, 0, 0, TRUE, FALSE, time),
                     "Goes on as soon as the server can be reached");
  step = foyer_repair_next_step (step, FOYER_SYNC_IDLE);
  g_assert_cmpint ((int) step, ==, FOYER_REPAIR_ASKED);
  step = foyer_repair_next_step (step, FOYER_SYNC_SYNCING);
  foyer_assert_text (foyer_repair_text (step, 1200, 0, TRUE, TRUE, time), "Fetching… 1200 records so far");
  step = foyer_repair_next_step (step, FOYER_SYNC_IDLE);
  foyer_assert_text (foyer_repair_text (step, 1200, G_GINT64_CONSTANT (1746195240), TRUE, TRUE, time),
                     "Done at 9:14 AM: all here is as the server has it");
}

/* A fix that nobody can do yet opens the place that says so, at the row that it is about. */
static void
test_connections (void)
{
  static const struct {
    const char *key;
    const char *title;
  } rows[] = {
    { "payments", "Payments" },
    { "texts", "Text messages" },
    { "domains", "Custom domains" },
    { "mail", "Outgoing mail" },
  };

  g_assert_false (foyer_connections_window_knows ("brand.logo") || foyer_connections_window_knows (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GtkWindow *window = foyer_connections_window_new (NULL, rows[i].key);
    GtkWidget *focus = gtk_window_get_focus (window);

    g_object_ref (window);
    g_assert_true (foyer_connections_window_knows (rows[i].key));
    g_assert_true (ADW_IS_PREFERENCES_ROW (focus));
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), ==, rows[i].title);
    g_assert_nonnull (adw_action_row_get_subtitle (ADW_ACTION_ROW (focus)));
    gtk_window_destroy (window);
    g_assert_finalize_object (window);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add_func ("/console/preferences/lengths", test_lengths);
  g_test_add_func ("/console/preferences/undo-window", test_undo_window);
  g_test_add_func ("/console/preferences/single-keys", test_single_keys);
  g_test_add_func ("/console/preferences/connections", test_connections);
  g_test_add_func ("/console/preferences/repair-says-how-far-it-has-come",
                   test_repair_says_how_far_it_has_come);
  return g_test_run ();
}
