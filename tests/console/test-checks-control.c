/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-checks-control.c - some of many: found by their words, and checked or left out in one change (D1) */

#include "foyer-checks-control.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-resources.h"
#include "foyer-settings-change.h"
#include "foyer-test.h"

typedef struct {
  GtkWindow *window;
  FoyerChecksControl *control;
  char *edited; /* (nullable): the last, as text */
  guint n_edits;
} Fixture;

static void
on_edited (Fixture *fixture, JsonNode *value)
{
  g_free (fixture->edited);
  fixture->edited = json_to_string (value, FALSE);
  fixture->n_edits++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->control
      = FOYER_CHECKS_CONTROL (foyer_checks_control_new (foyer_settings_find_field ("booking.services")));
  foyer_checks_control_add (fixture->control, "sv-1", "Boiler descaling, 120 min, needs heating");
  foyer_checks_control_add (fixture->control, "sv-2", "Filter change, 30 min");
  foyer_checks_control_add (fixture->control, "sv-3", "Furnace tune-up, 90 min, needs heating");
  foyer_checks_control_add_finder (fixture->control, "Find a service");
  g_signal_connect_swapped (fixture->control, "edited", G_CALLBACK (on_edited), fixture);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->control));
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_free (fixture->edited);
}

/* The line with the entry and the two buttons. */
static GtkWidget *
get_line (Fixture *fixture)
{
  return gtk_widget_get_parent (foyer_find_widget (GTK_WIDGET (fixture->control), GTK_TYPE_SEARCH_ENTRY));
}

static void
find (Fixture *fixture, const char *words)
{
  GtkWidget *entry = gtk_widget_get_first_child (get_line (fixture));

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_all_that_are_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *none = gtk_widget_get_last_child (get_line (fixture));
  GtkWidget *all = gtk_widget_get_prev_sibling (none);

  find (fixture, "HEATING");
  g_signal_emit_by_name (all, "clicked");
  g_assert_cmpstr (fixture->edited, ==, "[\"sv-1\",\"sv-3\"]");
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  find (fixture, "boiler");
  g_signal_emit_by_name (none, "clicked");
  g_assert_cmpstr (fixture->edited, ==, "[\"sv-3\"]");
  find (fixture, "");
  g_signal_emit_by_name (all, "clicked");
  g_assert_cmpstr (fixture->edited, ==, "[\"sv-1\",\"sv-2\",\"sv-3\"]");
  g_assert_cmpuint (fixture->n_edits, ==, 3);
}

static void
test_only_what_is_found_is_seen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = foyer_find_widget (GTK_WIDGET (fixture->control), GTK_TYPE_CHECK_BUTTON);

  foyer_assert_all_have_names (GTK_WIDGET (fixture->control));
  find (fixture, "filter");
  g_assert_false (gtk_widget_get_visible (first));
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (first)));
  find (fixture, "");
  g_assert_true (gtk_widget_get_visible (first));
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, function) g_test_add ("/checks-control/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("all-that-are-found-in-one-change", test_all_that_are_found);
  ADD ("only-what-is-found-is-seen", test_only_what_is_found_is_seen);
#undef ADD
  return g_test_run ();
}
