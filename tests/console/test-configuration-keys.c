/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-configuration-keys.c - Configuration is gone through, and a setting given back, with keys alone (D1) */

#include "foyer-configuration-page.h"

#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-json.h"
#include "foyer-publish-dialog.h"
#include "foyer-resources.h"
#include "foyer-setting-explanation.h"
#include "foyer-setting-groups.h"
#include "foyer-setting-page-row.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

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
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'ps-1', 'booking.mode': 'approve', 'booking.lead_hours': 6, 'portal.messaging': false}]");
  fixture->page = FOYER_CONFIGURATION_PAGE (foyer_configuration_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
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

/* The pages. */
static GtkListBox *
get_list (Fixture *fixture)
{
  GtkWidget *row = foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_SETTING_PAGE_ROW);

  return GTK_LIST_BOX (gtk_widget_get_parent (row));
}

/* As if @key reached @widget: what its controllers of keys make of it. */
static gboolean
press_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
  }
  foyer_test_settle ();
  return handled;
}

static gboolean
has_focus_in (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
assert_drafted (Fixture *fixture, const char *key, const char *expected)
{
  JsonNode *value = foyer_settings_draft_get (foyer_desk_get_draft (fixture->fixture.desk), key);
  g_autofree char *text = value == NULL ? NULL : foyer_json_canonical (value);

  g_assert_cmpstr (text, ==, expected);
}

/* --- The list of the pages --- */

static void
test_tab_leaves_the_pages (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = get_list (fixture);
  GtkListBoxRow *third = gtk_list_box_get_row_at_index (list, 2);

  gtk_list_box_select_row (list, third);
  gtk_widget_grab_focus (GTK_WIDGET (third));
  foyer_test_settle ();
  g_assert_true (has_focus_in (fixture, GTK_WIDGET (list)));
  g_assert_true (press_key (GTK_WIDGET (list), GDK_KEY_Tab, 0));
  g_assert_false (has_focus_in (fixture, GTK_WIDGET (list)));
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
  g_assert_true (gtk_list_box_get_selected_row (list) == third);
}

static void
test_tab_backwards_leaves_the_pages (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = get_list (fixture);
  GtkListBoxRow *third = gtk_list_box_get_row_at_index (list, 2);

  gtk_list_box_select_row (list, third);
  gtk_widget_grab_focus (GTK_WIDGET (third));
  g_assert_true (press_key (GTK_WIDGET (list), GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_false (has_focus_in (fixture, GTK_WIDGET (list)));
  g_assert_nonnull (gtk_window_get_focus (fixture->window));
  g_assert_true (gtk_list_box_get_selected_row (list) == third);
}

/* Coming back by Tab, the page that is shown has the focus, and it is still shown. */
static void
test_tab_comes_back_to_the_page_that_is_shown (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = get_list (fixture);
  GtkListBoxRow *third = gtk_list_box_get_row_at_index (list, 2);

  gtk_list_box_select_row (list, third);
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD));
  foyer_test_settle ();
  g_assert_true (has_focus_in (fixture, GTK_WIDGET (third)));
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_BACKWARD));
  foyer_test_settle ();
  g_assert_true (has_focus_in (fixture, GTK_WIDGET (third)));
  g_assert_true (gtk_list_box_get_selected_row (list) == third);
}

/* --- A row --- */

static void
test_a_setting_is_given_back (Fixture *fixture, gconstpointer data)
{
  foyer_configuration_page_look_at (fixture->page, "booking.lead_hours");
  foyer_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.inherit", NULL);
  assert_drafted (fixture, "booking.lead_hours", "null");
  assert_drafted (fixture, "booking.mode", NULL);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (foyer_desk_get_draft (fixture->fixture.desk)), ==, 1);
}

/* What nobody chose is not changed by it; what is drafted only is given back, too. */
static void
test_what_nobody_chose_is_no_change (Fixture *fixture, gconstpointer data)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (fixture->fixture.desk);
  g_autoptr (JsonNode) three = foyer_json_parse ("3", -1, NULL);

  foyer_configuration_page_look_at (fixture->page, "booking.max_days");
  foyer_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.inherit", NULL);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (draft), ==, 0);
  foyer_settings_draft_set (draft, "booking.max_days", three);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.inherit", NULL);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (draft), ==, 0);
}

/* The list of the pages has no setting. */
static void
test_nothing_is_given_back_from_elsewhere (Fixture *fixture, gconstpointer data)
{
  foyer_configuration_page_look_at (fixture->page, "booking.lead_hours");
  foyer_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (get_list (fixture))));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.inherit", NULL);
  assert_drafted (fixture, "booking.lead_hours", NULL);
}

static void
test_what_was_found_is_gone_to (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search = foyer_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *groups = foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_SETTING_GROUPS);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "lead time");
  g_assert_true (has_focus_in (fixture, search));
  g_signal_emit_by_name (search, "activate");
  g_assert_true (has_focus_in (fixture, groups));

  gtk_widget_grab_focus (search);
  g_assert_false (press_key (search, GDK_KEY_Up, 0));
  g_assert_true (has_focus_in (fixture, search));
  g_assert_true (press_key (search, GDK_KEY_Down, 0));
  g_assert_true (has_focus_in (fixture, groups));
}

static GtkWindow *
find_explanation (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next) {
    if (FOYER_IS_SETTING_EXPLANATION (link->data))
      return link->data;
  }
  return NULL;
}

/* From the registry; one goes back to where one was. */
static void
test_a_setting_is_explained (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;
  GtkWidget *words;
  GtkWindow *window;

  foyer_configuration_page_look_at (fixture->page, "booking.lead_hours");
  foyer_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.explain", NULL);
  foyer_test_settle ();
  window = find_explanation ();
  g_assert_nonnull (window);
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Lead time");
  words = gtk_widget_get_last_child (adw_window_get_content (ADW_WINDOW (window)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==,
                   "Hours from now to the first slot that clients can take.\n"
                   "Once published it applies at once.\n"
                   "Until somebody changes it, it is: 24.\n"
                   "Administrators publish it.");
  gtk_window_close (window);
  foyer_test_settle ();
  g_assert_null (find_explanation ());
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
}

/* --- The sheet --- */

static GtkWidget *
find_sheet (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next) {
    if (FOYER_IS_PUBLISH_DIALOG (link->data))
      return link->data;
  }
  return NULL;
}

/* The first row at which Return would have to do something of its own. */
static GtkWidget *
find_leading_row (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget)
      && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_leading_row (child);

    if (row != NULL)
      return row;
  }
  return NULL;
}

/* Who goes to a row and presses Return wants what the row says, and not to publish. */
static void
test_return_on_a_row_does_not_publish (Fixture *fixture, gconstpointer data)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (fixture->fixture.desk);
  GtkWidget *sheet;

  foyer_settings_draft_set (draft, "portal.messaging", json_node_init_boolean (json_node_alloc (), TRUE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.publish", NULL);
  foyer_test_settle ();
  sheet = find_sheet ();
  gtk_widget_grab_focus (find_leading_row (sheet));
  foyer_test_settle ();
  g_signal_emit_by_name (sheet, "activate-default");
  foyer_test_settle ();
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (draft), ==, 1);
  /* It led to the preview, before which the sheet does not stand. */
  g_assert_null (find_sheet ());
}

/* Anywhere else it does. */
static void
test_return_publishes (Fixture *fixture, gconstpointer data)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (fixture->fixture.desk);

  foyer_settings_draft_set (draft, "portal.messaging", json_node_init_boolean (json_node_alloc (), TRUE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.publish", NULL);
  foyer_test_settle ();
  g_signal_emit_by_name (find_sheet (), "activate-default");
  /* A button that has the focus is seen pressed for a moment. */
  while (foyer_settings_draft_get_n_changes (draft) > 0 || find_sheet () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, function) \
  g_test_add ("/configuration-keys/" path, Fixture, "admin", set_up, function, tear_down)
  ADD ("tab-leaves-the-pages", test_tab_leaves_the_pages);
  ADD ("tab-backwards-leaves-the-pages", test_tab_backwards_leaves_the_pages);
  ADD ("tab-comes-back-to-the-page-that-is-shown", test_tab_comes_back_to_the_page_that_is_shown);
  ADD ("a-setting-is-given-back", test_a_setting_is_given_back);
  ADD ("what-nobody-chose-is-no-change", test_what_nobody_chose_is_no_change);
  ADD ("nothing-is-given-back-from-elsewhere", test_nothing_is_given_back_from_elsewhere);
  ADD ("what-was-found-is-gone-to", test_what_was_found_is_gone_to);
  ADD ("a-setting-is-explained", test_a_setting_is_explained);
  ADD ("return-on-a-row-does-not-publish", test_return_on_a_row_does_not_publish);
  ADD ("return-publishes", test_return_publishes);
#undef ADD
  return g_test_run ();
}
