/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-documents-panel.c - the business's own documents are added, put in order, shown and taken off (000-25, 000-34, 000-74) */

#include "foyer-documents-panel.h"

#include "foyer-act-undo.h"
#include "foyer-console-fixture.h"
#include "foyer-document-row.h"
#include "foyer-heard-names.h"
#include "foyer-preview-picker.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "types/document.h"
#include "types/portal_person.h"

#include <glib/gstdio.h>

#define DOCUMENTS \
  "[{'id': 'dc-1', 'title': 'Terms', 'kind': 'terms', 'shownTo': 'all', 'position': 0}," \
  " {'id': 'dc-2', 'title': 'Warranty', 'kind': 'warranty', 'shownTo': 'none', 'position': 0}," \
  " {'id': 'dc-3', 'title': 'Manual', 'kind': 'manual', 'shownTo': 'all', 'position': 300}," \
  " {'id': 'dc-4', 'title': 'Old terms', 'shownTo': 'all', 'position': 400, 'archivedAt': '2025-04-02 " \
  "09:00'}," \
  " {'id': 'dc-5', 'title': 'Of a client', 'clientId': 'cl-1', 'shownTo': 'all', 'position': 1}]"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerSettingPanel *panel;
  FoyerAct *act; /* (nullable): the last */
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (&fixture->fixture, DOCUMENTS);
  fixture->panel = g_object_new (FOYER_TYPE_DOCUMENTS_PANEL, NULL);
  g_signal_connect_swapped (fixture->panel, "acted", G_CALLBACK (on_acted), fixture);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 600, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->panel));
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  foyer_setting_panel_start (fixture->panel, fixture->fixture.desk, NULL, TRUE);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  foyer_act_free (fixture->act);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (FOYER_IS_DOCUMENT_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static GPtrArray *
list_rows (Fixture *fixture)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (fixture->panel), rows);
  return rows;
}

/* Returns: (transfer full): the titles from above, as in `Terms, Manual` */
static char *
list_titles (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = list_rows (fixture);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (titles, (gpointer) adw_preferences_row_get_title (rows->pdata[i]));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static void
assert_titles (Fixture *fixture, const char *expected)
{
  g_autofree char *titles = list_titles (fixture);

  g_assert_cmpstr (titles, ==, expected);
}

static FoyerDocumentRow *
get_row (Fixture *fixture, guint index)
{
  g_autoptr (GPtrArray) rows = list_rows (fixture);

  return rows->pdata[index];
}

static void
change (Fixture *fixture, guint index, const char *name, const char *word)
{
  g_autoptr (JsonObject) patch = json_object_new ();

  json_object_set_string_member (patch, name, word);
  g_signal_emit_by_name (get_row (fixture, index), "changed", patch);
  foyer_test_settle ();
}

static FoyerRecord *
get_document (Fixture *fixture, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);

  return foyer_store_get (fixture->fixture.store, &foyer_document_type, whole);
}

static void
test_in_use_and_nobodys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = foyer_documents_panel_describe (fixture->fixture.desk);

  assert_titles (fixture, "Terms, Warranty, Manual");
  g_assert_cmpstr (state, ==, "2 on the portal");
}

static void
test_shown_to_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) document = NULL;

  change (fixture, 1, "shownTo", "all");
  document = get_document (fixture, "dc-2");
  g_assert_cmpint (foyer_document_get_shown_to (document), ==, FOYER_DOCUMENT_SHOWN_TO_ALL);
  g_assert_nonnull (fixture->act);
}

static GtkWidget *
find_named (GtkWidget *widget, GType type, const char *name)
{
  g_autofree char *heard
      = g_type_is_a (G_OBJECT_TYPE (widget), type) ? foyer_heard_name (GTK_ACCESSIBLE (widget)) : NULL;

  if (g_strcmp0 (heard, name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, type, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_picker (GtkWidget *widget)
{
  if (FOYER_IS_PREVIEW_PICKER (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_picker (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
pick (Fixture *fixture, const char *person)
{
  g_autofree char *id = foyer_test_id (person);
  g_autoptr (FoyerRecord) record = foyer_store_get (fixture->fixture.store, &foyer_portal_person_type, id);
  g_autoptr (FoyerPreviewViewer) viewer = foyer_preview_viewer_new_person (record);

  g_signal_emit_by_name (find_picker (GTK_WIDGET (fixture->panel)), "picked", viewer);
  foyer_test_settle ();
}

/* Nobody sees it until somebody is chosen; each is taken out again by name. */
static void
test_shown_to_some (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) document = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *second = foyer_test_id ("cl-2");

  foyer_console_fixture_pull (&fixture->fixture,
                              "[{'id': 'cl-1', 'name': 'Hillside'}, {'id': 'cl-2', 'name': 'Rivera'},"
                              " {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen'},"
                              " {'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Ines'}]");
  change (fixture, 0, "shownTo", "some");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_row (fixture, 0))), ==,
                   "Terms · seen by nobody");
  pick (fixture, "pp-1");
  pick (fixture, "pp-1");
  pick (fixture, "pp-2");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_row (fixture, 0))), ==,
                   "Terms · seen by 2 clients");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (fixture, 0)), TRUE);
  foyer_test_settle ();
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON,
                                     "Remove Hillside from those who see it"),
                         "clicked");
  foyer_test_settle ();
  document = get_document (fixture, "dc-1");
  ids = foyer_document_get_client_ids (document);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, second);
}

/* Between two that have the same place there is no room: all get new ones. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_row (fixture, 2), "moved", -1);
  foyer_test_settle ();
  assert_titles (fixture, "Terms, Manual, Warranty");
  g_signal_emit_by_name (get_row (fixture, 0), "moved", 1);
  foyer_test_settle ();
  assert_titles (fixture, "Manual, Terms, Warranty");
  g_signal_emit_by_name (get_row (fixture, 0), "moved", -1);
  g_signal_emit_by_name (get_row (fixture, 2), "moved", 1);
  foyer_test_settle ();
  assert_titles (fixture, "Manual, Terms, Warranty");
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *sentence = NULL;

  g_assert_true (foyer_act_undo_finish (FOYER_STORE (source), result, &sentence));
  g_assert_cmpstr (sentence, ==, "The documents are in the order of before");
}

/* All that got a new place by it have their former one again, however many. */
static void
test_moving_is_taken_back_as_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) last = NULL;

  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'dc-3', 'title': 'Manual', 'kind': 'manual', 'shownTo': 'all', 'position': 1}]");
  g_signal_emit_by_name (get_row (fixture, 2), "moved", -1);
  foyer_test_settle ();
  assert_titles (fixture, "Terms, Manual, Warranty");
  g_assert_cmpuint (g_strv_length (fixture->act->more_ids), ==, 2);
  foyer_act_undo_async (fixture->act, fixture->fixture.store, foyer_desk_get_time (fixture->fixture.desk),
                        on_undone, NULL);
  foyer_test_settle ();
  assert_titles (fixture, "Terms, Warranty, Manual");
  last = get_document (fixture, "dc-3");
  g_assert_cmpint (foyer_document_get_position (last), ==, 1);
}

static void
drop (Fixture *fixture, const char *id, guint onto, gboolean is_below)
{
  g_autofree char *whole = foyer_test_id (id);

  g_signal_emit_by_name (get_row (fixture, onto), "dropped", whole, is_below);
  foyer_test_settle ();
}

static void
test_dropped_at_another_place (Fixture *fixture, gconstpointer data)
{
  drop (fixture, "dc-3", 0, FALSE);
  assert_titles (fixture, "Manual, Terms, Warranty");
  drop (fixture, "dc-3", 2, TRUE);
  assert_titles (fixture, "Terms, Warranty, Manual");
  drop (fixture, "dc-1", 2, FALSE);
  assert_titles (fixture, "Warranty, Terms, Manual");
}

/* Where it lies already, and what is no document of the list. */
static void
test_dropped_in_vain (Fixture *fixture, gconstpointer data)
{
  drop (fixture, "dc-1", 0, TRUE);
  drop (fixture, "dc-1", 1, FALSE);
  drop (fixture, "dc-5", 0, FALSE);
  assert_titles (fixture, "Terms, Warranty, Manual");
  g_assert_null (fixture->act);
}

/* By keyboard, one keeps to the document that one moves. */
static void
test_the_moved_one_keeps_the_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, 2));
  GtkWidget *focus;

  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_signal_emit_by_name (row, "moved", -1);
  foyer_test_settle ();
  assert_titles (fixture, "Terms, Manual, Warranty");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_row (fixture, 1))));
}

static void
test_taken_off (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_row (fixture, 0), "removed");
  foyer_test_settle ();
  assert_titles (fixture, "Warranty, Manual");
}

static void
test_added_and_seen_by_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->fixture.directory, "House rules.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  FoyerRecord *document;

  g_assert_true (g_file_set_contents (path, "Shoes off.", -1, NULL));
  foyer_documents_panel_add (FOYER_DOCUMENTS_PANEL (fixture->panel), file);
  while (fixture->act == NULL)
    g_main_context_iteration (NULL, TRUE);
  foyer_test_settle ();
  assert_titles (fixture, "Terms, Warranty, Manual, House rules");
  document = foyer_document_row_get_document (get_row (fixture, 3));
  g_assert_cmpint (foyer_document_get_shown_to (document), ==, FOYER_DOCUMENT_SHOWN_TO_NONE);
  g_assert_cmpstr (foyer_document_get_file_name (document), ==, "House rules.txt");
  g_assert_cmpint (foyer_document_get_size (document), ==, 10);
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (fixture, 0)), TRUE);
  foyer_test_settle ();
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

static void
test_viewers_look (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (get_row (fixture, 0)), ADW_TYPE_PREFERENCES_GROUP);

  g_assert_false (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (get_row (fixture, 0))));
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), ==,
                   "A viewer can look but not change anything");
}

/* --- Several of them --- */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_OBJECT_TYPE (widget) == type && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* The first whose words, as they are heard, are these. */
static GtkWidget *
find_heard (Fixture *fixture, GType type, const char *name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->panel), type, found);
  for (guint i = 0; i < found->len; i++) {
    g_autofree char *heard = foyer_heard_name (GTK_ACCESSIBLE (found->pdata[i]));

    if (g_strcmp0 (heard, name) == 0)
      return found->pdata[i];
  }
  g_test_message ("%s is not there", name);
  g_assert_not_reached ();
}

static void
press (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (find_heard (fixture, GTK_TYPE_BUTTON, name), "clicked");
  foyer_test_settle ();
}

static void
assert_shown_to (Fixture *fixture, const char *id, FoyerDocumentShownTo shown_to)
{
  g_autoptr (FoyerRecord) document = get_document (fixture, id);

  g_assert_cmpint (foyer_document_get_shown_to (document), ==, shown_to);
}

static void
test_several_are_shown_and_hidden (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle = find_heard (fixture, GTK_TYPE_TOGGLE_BUTTON, "Choose Several Documents");
  GtkWidget *warranty;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  foyer_test_settle ();
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  warranty = find_heard (fixture, GTK_TYPE_CHECK_BUTTON, "Warranty");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (warranty), TRUE);
  press (fixture, "Show Those Chosen to All Clients");
  assert_shown_to (fixture, "dc-2", FOYER_DOCUMENT_SHOWN_TO_ALL);
  /* What is chosen stays so, and its row stays where it is. */
  g_assert_true (find_heard (fixture, GTK_TYPE_CHECK_BUTTON, "Warranty") == warranty);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (warranty)));

  press (fixture, "Choose All Documents");
  press (fixture, "Hide Those Chosen");
  assert_shown_to (fixture, "dc-1", FOYER_DOCUMENT_SHOWN_TO_NONE);
  assert_shown_to (fixture, "dc-2", FOYER_DOCUMENT_SHOWN_TO_NONE);
  assert_shown_to (fixture, "dc-3", FOYER_DOCUMENT_SHOWN_TO_NONE);
  /* Neither what is archived nor what is one client's. */
  assert_shown_to (fixture, "dc-4", FOYER_DOCUMENT_SHOWN_TO_ALL);
  assert_shown_to (fixture, "dc-5", FOYER_DOCUMENT_SHOWN_TO_ALL);
  g_assert_cmpstr (fixture->act->done, ==, "3 documents hidden");
}

static void
test_looking_chooses_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->panel), GTK_TYPE_TOGGLE_BUTTON, found);
  for (guint i = 0; i < found->len; i++) {
    g_autofree char *heard = foyer_heard_name (GTK_ACCESSIBLE (found->pdata[i]));

    g_assert_cmpstr (heard, !=, "Choose Several Documents");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/documents-panel/" path, Fixture, role, set_up, function, tear_down)
  ADD ("in-use-and-nobodys", "admin", test_in_use_and_nobodys);
  ADD ("shown-to-all", "office", test_shown_to_all);
  ADD ("several-are-shown-and-hidden", "office", test_several_are_shown_and_hidden);
  ADD ("looking-chooses-nothing", "viewer", test_looking_chooses_nothing);
  ADD ("shown-to-some", "admin", test_shown_to_some);
  ADD ("moved", "admin", test_moved);
  ADD ("moving-is-taken-back-as-one", "admin", test_moving_is_taken_back_as_one);
  ADD ("dropped-at-another-place", "admin", test_dropped_at_another_place);
  ADD ("dropped-in-vain", "admin", test_dropped_in_vain);
  ADD ("the-moved-one-keeps-the-focus", "admin", test_the_moved_one_keeps_the_focus);
  ADD ("taken-off", "admin", test_taken_off);
  ADD ("added-and-seen-by-nobody", "admin", test_added_and_seen_by_nobody);
  ADD ("everything-has-a-name", "admin", test_everything_has_a_name);
  ADD ("viewers-look", "viewer", test_viewers_look);
#undef ADD

  return g_test_run ();
}
