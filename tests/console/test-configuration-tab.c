/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-configuration-tab.c - Tab goes through each page of Configuration as one reads it, and Shift+Tab comes back (D1) */

#include "foyer-configuration-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-resources.h"
#include "foyer-setting-groups.h"
#include "foyer-setting-layout.h"
#include "foyer-setting-page-row.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

/* No page has so many stops. */
#define MOST 400

/* --- Keys --- */

/* As if Tab reached the focus: what its controllers of keys, and those above it, make of it; then the window moves on. */
static void
press_tab (FoyerConfigurationFixture *fixture, gboolean is_back)
{
  guint key = is_back ? GDK_KEY_ISO_Left_Tab : GDK_KEY_Tab;
  GdkModifierType modifiers = is_back ? GDK_SHIFT_MASK : 0;
  gboolean handled = FALSE;

  for (GtkWidget *widget = gtk_window_get_focus (fixture->window); !handled && widget != NULL;
       widget = gtk_widget_get_parent (widget)) {
    g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

    for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++) {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  }
  if (!handled)
    g_signal_emit_by_name (fixture->window, "move-focus",
                           is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  foyer_test_settle ();
}

/* --- What is to be reached --- */

static gboolean
is_in_list_of_pages (GtkWidget *widget)
{
  return FOYER_IS_SETTING_PAGE_ROW (widget)
         || gtk_widget_get_ancestor (widget, FOYER_TYPE_SETTING_PAGE_ROW) != NULL;
}

/* A view or list takes the focus itself only if nothing in it does. */
static gboolean
is_stop (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_LIST_BOX (widget)
         && !is_in_list_of_pages (widget);
}

static void
list_stops (GtkWidget *widget, GPtrArray *stops)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || !gtk_widget_get_can_focus (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (is_stop (widget))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_stops (child, stops);
}

static char *
describe (GtkWidget *widget)
{
  GtkWidget *row = widget == NULL ? NULL : gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);
  const char *title = row == NULL ? "" : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  return widget == NULL ? g_strdup ("nothing")
                        : g_strdup_printf ("%s in %s \"%s\"", G_OBJECT_TYPE_NAME (widget),
                                           G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), title);
}

static void
note (GString *problems, const char *problem, GtkWidget *widget)
{
  g_autofree char *what = describe (widget);

  g_string_append_printf (problems, "%s: %s; ", problem, what);
}

/* --- How it is reached --- */

static GtkWidget *
find_groups (FoyerConfigurationFixture *fixture)
{
  return foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_SETTING_GROUPS);
}

/* Of a dropped-down or round thing as of any other: where it is among the settings. %FALSE if it is not among them. */
static gboolean
get_place (FoyerConfigurationFixture *fixture, GtkWidget *widget, graphene_rect_t *place)
{
  GtkWidget *groups = find_groups (fixture);

  return gtk_widget_is_ancestor (widget, groups) && gtk_widget_compute_bounds (widget, groups, place);
}

static float
get_right (const graphene_rect_t *place)
{
  return place->origin.x + place->size.width;
}

static float
get_bottom (const graphene_rect_t *place)
{
  return place->origin.y + place->size.height;
}

/* Not above what was before, and not to the left of it unless below. */
static gboolean
comes_after (const graphene_rect_t *next, const graphene_rect_t *former)
{
  if (get_bottom (next) <= former->origin.y)
    return next->origin.x >= get_right (former);
  if (get_right (next) <= former->origin.x)
    return next->origin.y >= get_bottom (former);
  return TRUE;
}

static GtkAdjustment *
get_adjustment (FoyerConfigurationFixture *fixture)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (find_groups (fixture), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* What is higher than the view shows a part of itself. */
static gboolean
is_in_view (FoyerConfigurationFixture *fixture, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (find_groups (fixture), GTK_TYPE_SCROLLED_WINDOW);
  float height = (float) gtk_widget_get_height (scrolled);
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &place));
  if (place.size.height > height)
    return place.origin.y < height && get_bottom (&place) > 0;
  return place.origin.y >= -1 && get_bottom (&place) <= height + 1;
}

static void
check_step (FoyerConfigurationFixture *fixture, GtkWidget *former, GtkWidget *next, GString *problems)
{
  graphene_rect_t place;
  graphene_rect_t former_place;

  if (!get_place (fixture, next, &place))
    return;
  if (!is_in_view (fixture, next))
    note (problems, "Not in view", next);
  if (get_place (fixture, former, &former_place) && !comes_after (&place, &former_place))
    note (problems, "Out of order", next);
}

static GtkWidget *
focus_the_list (FoyerConfigurationFixture *fixture)
{
  GtkWidget *row = foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_SETTING_PAGE_ROW);
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (row));

  row = GTK_WIDGET (gtk_list_box_get_selected_row (list));
  g_assert_true (gtk_widget_grab_focus (row));
  foyer_test_settle ();
  return row;
}

/* Round once, from the list of the pages to itself. Returns: what had the focus, in turn */
static GPtrArray *
walk (FoyerConfigurationFixture *fixture, gboolean is_back, GString *problems)
{
  GPtrArray *visited = g_ptr_array_new ();
  GtkWidget *start = focus_the_list (fixture);
  GtkWidget *former = start;

  while (visited->len < MOST) {
    double value = gtk_adjustment_get_value (get_adjustment (fixture));
    GtkWidget *next;

    press_tab (fixture, is_back);
    /* Before the next Tab, as it would be for anybody, everything stands where it was scrolled to. */
    if (gtk_adjustment_get_value (get_adjustment (fixture)) != value)
      foyer_configuration_fixture_wait (fixture);
    next = gtk_window_get_focus (fixture->window);
    if (next == NULL || next == former) {
      note (problems, next == NULL ? "Lost after" : "Does not leave", former);
      break;
    }
    if (next == start)
      break;
    if (g_ptr_array_find (visited, next, NULL)) {
      note (problems, "Comes round without the list to", next);
      break;
    }
    if (!is_back)
      check_step (fixture, former, next, problems);
    g_ptr_array_add (visited, next);
    former = next;
  }
  return visited;
}

/* Of several of which one is chosen, one is a stop: arrows lead to the others. */
static gboolean
is_radio (GtkWidget *widget)
{
  return GTK_IS_CHECK_BUTTON (widget)
         && g_str_equal (gtk_widget_get_css_name (gtk_widget_get_first_child (widget)), "radio");
}

/* Itself, what it gives the focus to, or another of its kind. */
static gboolean
is_reached (GtkWidget *stop, GPtrArray *visited)
{
  for (guint i = 0; i < visited->len; i++) {
    GtkWidget *widget = visited->pdata[i];

    if (widget == stop || (is_radio (stop) && is_radio (widget))
        || ((ADW_IS_EXPANDER_ROW (stop) || ADW_IS_ENTRY_ROW (stop)) && gtk_widget_is_ancestor (widget, stop)))
      return TRUE;
  }
  return FALSE;
}

static void
check_page (FoyerConfigurationFixture *fixture, const char *name)
{
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) back = NULL;

  foyer_configuration_fixture_show (fixture, name);
  list_stops (GTK_WIDGET (fixture->page), stops);
  there = walk (fixture, FALSE, problems);
  for (guint i = 0; i < stops->len; i++) {
    if (!is_reached (stops->pdata[i], there))
      note (problems, "Not reached", stops->pdata[i]);
  }
  back = walk (fixture, TRUE, problems);
  for (guint i = 0; i < MAX (there->len, back->len); i++) {
    GtkWidget *forth = i < there->len ? there->pdata[i] : NULL;

    if (i >= back->len || back->pdata[back->len - 1 - i] != forth)
      note (problems, "Another way back", forth);
  }
  g_test_message ("%s: %u stops", name, there->len);
  g_assert_cmpstr (problems->str, ==, "");
}

static void
check_pages (FoyerConfigurationFixture *fixture)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    check_page (fixture, pages[i].name);
}

static void
test_every_page (FoyerConfigurationFixture *fixture, gconstpointer data)
{
  check_pages (fixture);
}

/* Rows that mean nothing as things are stand among those that do; they are stops, too, and say so. */
static void
test_what_is_not_used (FoyerConfigurationFixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'booking.mode': 'requests'}]");
  check_page (fixture, "booking");
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'booking.mode': 'off'}]");
  check_page (fixture, "booking");
}

/* Each row that is changed can be taken back, and all of them at once. */
static void
test_what_is_changed (FoyerConfigurationFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *key;
    const char *value;
  } changes[] = {
    { "booking.lead_hours", "3" },
    { "booking.decline_reasons", "[\"No crew\"]" },
    { "portal.messaging", "false" },
    { "access.allowed_domains", "[\"northwind.example\"]" },
    { "brand.name", "\"Northwind\"" },
    { "brand.primary", "\"#1a5fb4\"" },
    { "brand.css", "\"main { color: }\"" },
    { "words.quote", "\"offer\"" },
    { "sms.quiet_from", "60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (JsonNode) value = json_from_string (changes[i].value, NULL);

    foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), changes[i].key, value);
  }
  foyer_test_settle ();
  check_pages (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/configuration-tab/" path, FoyerConfigurationFixture, role, \
              foyer_configuration_fixture_set_up, function, foyer_configuration_fixture_tear_down)
  ADD ("administrators", "admin", test_every_page);
  ADD ("the-office", "office", test_every_page);
  ADD ("viewers", "viewer", test_every_page);
  ADD ("what-is-not-used", "admin", test_what_is_not_used);
  ADD ("what-is-changed", "admin", test_what_is_changed);
#undef ADD
  return g_test_run ();
}
