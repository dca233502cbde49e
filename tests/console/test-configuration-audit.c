/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-configuration-audit.c - on each page of Configuration everything has a name and is reached by keys, whoever looks at it */

#include "foyer-configuration-page.h"

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-resources.h"
#include "foyer-setting-layout.h"
#include "foyer-test.h"

/* Something on each of the pages that show records. */
#define RECORDS \
  "[{'id': 'ps-1', 'booking.lead_hours': 6}," \
  " {'id': 'dc-1', 'title': 'Terms', 'kind': 'terms', 'shownTo': 'all'}," \
  " {'id': 'dc-2', 'title': 'Warranty', 'kind': 'warranty', 'shownTo': 'none'}," \
  " {'id': 'dm-1', 'host': 'my.northwind.example', 'status': 'failed', 'reason': 'The CNAME is missing'," \
  "  'records': [{'type': 'CNAME', 'name': 'my', 'value': 'portal.example', 'ok': false}]}," \
  " {'id': 'dm-2', 'host': 'portal.northwind.example', 'status': 'verified', 'primary': true}]"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerConfigurationPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (&fixture->fixture, RECORDS);
  fixture->page = FOYER_CONFIGURATION_PAGE (foyer_configuration_page_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
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
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

/* What is done with a pointer. */
static gboolean
is_used (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget)
         && (GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget)
             || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget));
}

/* By itself, or by what is in it. */
static gboolean
takes_focus (GtkWidget *widget)
{
  if (!gtk_widget_get_can_focus (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (takes_focus (child))
      return TRUE;
  }
  return FALSE;
}

/* An arrow in a spin button or a row is for the pointer; the row itself has the key. */
static gboolean
has_row_with_keys (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent)) {
    if (GTK_IS_SPIN_BUTTON (parent))
      return TRUE;
    if (ADW_IS_ACTION_ROW (parent))
      return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (parent)) == widget
             && gtk_widget_get_focusable (parent);
  }
  return FALSE;
}

static void
list_unreachable (GtkWidget *widget, GString *list)
{
  /* Window buttons are GTK's own. */
  if (GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (is_used (widget) && !takes_focus (widget) && !has_row_with_keys (widget))
    g_string_append_printf (list, "%s in %s; ", G_OBJECT_TYPE_NAME (widget),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_unreachable (child, list);
}

static void
expand_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static void
test_every_page (Fixture *fixture, gconstpointer data)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    g_autoptr (GString) unreachable = g_string_new (NULL);
    g_autofree char *title = NULL;

    g_test_message ("%s", pages[i].name);
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.show-page", "s", pages[i].name);
    foyer_test_settle ();
    g_object_get (fixture->page, "page-title", &title, NULL);
    g_assert_cmpstr (title, ==, pages[i].title);
    expand_all (GTK_WIDGET (fixture->page));
    foyer_assert_all_have_names (GTK_WIDGET (fixture->page));
    list_unreachable (GTK_WIDGET (fixture->page), unreachable);
    g_assert_cmpstr (unreachable->str, ==, "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role) \
  g_test_add ("/configuration-audit/" path, Fixture, role, set_up, test_every_page, tear_down)
  ADD ("administrators", "admin");
  ADD ("the-office", "office");
  ADD ("viewers", "viewer");
#undef ADD
  return g_test_run ();
}
