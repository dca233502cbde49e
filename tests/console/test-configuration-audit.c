/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-configuration-audit.c - on each page of Configuration everything has a name and is reached by keys, whoever looks at it */

#include "foyer-configuration-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-resources.h"
#include "foyer-setting-layout.h"
#include "foyer-test.h"

#include <string.h>

/* What is done with a pointer. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget);
}

static gboolean
is_used (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget) && is_control (widget);
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

/* --- What cannot be used now --- */

/* The sentences in @widget, one after the other. */
static void
read_words (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_words (child, words);
}

/* Why nothing can be done with something. */
static const char *const reasons[] = {
  "(administrators)",
  "Administrators",
  "Not used while",
  "It can be sent once",
  "This server does not check domains yet",
  "Only a domain that is verified",
  "has not been fetched from the server yet",
};

/* In its row, or above all of them. */
static gboolean
says_why (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);
  const char *description
      = group == NULL ? NULL : adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group));
  g_autoptr (GString) words = g_string_new (description);

  if (row != NULL)
    read_words (row, words);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    if (strstr (words->str, reasons[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The first and the last of several, which cannot be moved further; a number that can be no smaller or greater. */
static gboolean
is_at_its_end (GtkWidget *widget)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  return g_strcmp0 (icon, "go-up-symbolic") == 0 || g_strcmp0 (icon, "go-down-symbolic") == 0
         || gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL;
}

/* The window of a test has no actions. */
static gboolean
is_of_window (GtkWidget *widget)
{
  const char *action
      = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return action != NULL && g_str_has_prefix (action, "win.");
}

static void
list_unexplained (GtkWidget *widget, GString *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (GTK_IS_WINDOW_CONTROLS (widget) || !gtk_widget_get_mapped (widget))
    return;
  if (is_control (widget) && !gtk_widget_is_sensitive (widget) && !is_at_its_end (widget)
      && !is_of_window (widget) && !says_why (widget))
    g_string_append_printf (list, "%s in \"%s\"; ", G_OBJECT_TYPE_NAME (widget),
                            row == NULL ? "" : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_unexplained (child, list);
}

static void
test_every_page (FoyerConfigurationFixture *fixture, gconstpointer data)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    g_autoptr (GString) unreachable = g_string_new (NULL);
    g_autoptr (GString) unexplained = g_string_new (NULL);
    g_autofree char *title = NULL;

    g_test_message ("%s", pages[i].name);
    foyer_configuration_fixture_show (fixture, pages[i].name);
    g_object_get (fixture->page, "page-title", &title, NULL);
    g_assert_cmpstr (title, ==, pages[i].title);
    foyer_assert_all_have_names (GTK_WIDGET (fixture->page));
    list_unreachable (GTK_WIDGET (fixture->page), unreachable);
    g_assert_cmpstr (unreachable->str, ==, "");
    list_unexplained (GTK_WIDGET (fixture->page), unexplained);
    g_assert_cmpstr (unexplained->str, ==, "");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role) \
  g_test_add ("/configuration-audit/" path, FoyerConfigurationFixture, role, \
              foyer_configuration_fixture_set_up, test_every_page, foyer_configuration_fixture_tear_down)
  ADD ("administrators", "admin");
  ADD ("the-office", "office");
  ADD ("viewers", "viewer");
#undef ADD
  return g_test_run ();
}
