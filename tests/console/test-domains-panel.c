/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-domains-panel.c - host names of the business's own: how far they are verified, added, removed (000-45..54) */

#include "foyer-domains-panel.h"

#include "foyer-act-undo.h"
#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-question-dialog.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "types/domain.h"

#include <string.h>

#define DOMAINS \
  "[{'id': 'dm-1', 'host': 'my.northwind.example', 'status': 'failed', 'reason': 'The CNAME is missing'," \
  "  'records': [{'type': 'CNAME', 'name': 'my', 'value': 'portal.example', 'ok': false}]}," \
  " {'id': 'dm-2', 'host': 'portal.northwind.example', 'status': 'verified', 'primary': true}]"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerSettingPanel *panel;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (&fixture->fixture, DOMAINS);
  fixture->panel = g_object_new (FOYER_TYPE_DOMAINS_PANEL, NULL);
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
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
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

static void
assert_state (Fixture *fixture, const char *expected)
{
  g_autofree char *state = foyer_domains_panel_describe (fixture->fixture.desk);

  g_assert_cmpstr (state, ==, expected);
}

static void
add (Fixture *fixture, const char *host)
{
  GtkWidget *panel = GTK_WIDGET (fixture->panel);

  gtk_editable_set_text (GTK_EDITABLE (find_named (panel, GTK_TYPE_ENTRY, "Host name of a new domain")),
                         host);
  g_signal_emit_by_name (find_named (panel, GTK_TYPE_BUTTON, "Add the domain"), "clicked");
  foyer_test_settle ();
}

static void
test_states_are_counted (Fixture *fixture, gconstpointer data)
{
  assert_state (fixture, "1 verified, 1 failed");
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  add (fixture, " Service.Northwind.example ");
  g_assert_nonnull (
      find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, "Remove service.northwind.example"));
}

static void
test_what_is_no_host_name_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  g_autoptr (GPtrArray) domains = NULL;

  add (fixture, "my portal.example");
  add (fixture, "https://portal.example");
  domains = foyer_store_list (fixture->fixture.store, query);
  g_assert_cmpuint (domains->len, ==, 2);
}

static void
test_removed_when_confirmed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;

  g_signal_emit_by_name (find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON,
                                     "Remove my.northwind.example"),
                         "clicked");
  foyer_test_settle ();
  assert_state (fixture, "1 verified, 1 failed");
  windows = gtk_window_list_toplevels ();
  for (GList *link = windows; link != NULL; link = link->next) {
    if (FOYER_IS_QUESTION_DIALOG (link->data))
      g_signal_emit_by_name (link->data, "confirmed");
  }
  foyer_test_settle ();
  assert_state (fixture, "1 verified");
}

static void
click (Fixture *fixture, const char *name)
{
  GtkWidget *button = find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  foyer_test_settle ();
}

/* A name that is being written is nobody's to take away. */
static void
test_half_a_name_outlives_the_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->panel);

  gtk_editable_set_text (GTK_EDITABLE (find_named (panel, GTK_TYPE_ENTRY, "Host name of a new domain")),
                         "half");
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'dm-3', 'host': 'new.northwind.example'}]");
  g_assert_nonnull (find_named (panel, GTK_TYPE_BUTTON, "Remove new.northwind.example"));
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (find_named (panel, GTK_TYPE_ENTRY, "Host name of a new domain"))),
                   ==, "half");
  add (fixture, "whole.northwind.example");
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (find_named (panel, GTK_TYPE_ENTRY, "Host name of a new domain"))),
                   ==, "");
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_type (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
test_added_for_mails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  g_autoptr (GPtrArray) domains = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_type (GTK_WIDGET (fixture->panel), ADW_TYPE_COMBO_ROW)), 1);
  add (fixture, "mail.northwind.example");
  foyer_query_where_text (query, "host", "mail.northwind.example");
  domains = foyer_store_list (fixture->fixture.store, query);
  g_assert_cmpuint (domains->len, ==, 1);
  g_assert_cmpint (foyer_domain_get_purpose (domains->pdata[0]), ==, FOYER_DOMAIN_MAIL);
}

static gboolean
is_primary (Fixture *fixture, const char *name)
{
  g_autofree char *id = foyer_test_id (name);
  g_autoptr (FoyerRecord) domain = foyer_store_get (fixture->fixture.store, &foyer_domain_type, id);

  return foyer_domain_get_is_primary (domain);
}

static void
on_acted (FoyerAct **place, const FoyerAct *act)
{
  *place = foyer_act_copy (act);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *sentence = NULL;

  g_assert_true (foyer_act_undo_finish (FOYER_STORE (source), result, &sentence));
}

/* One takes the other's place, and both go back together. */
static void
test_one_is_primary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerAct) act = NULL;

  g_assert_false (gtk_widget_is_sensitive (
      find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, "Make my.northwind.example primary")));
  g_assert_null (
      find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, "Make portal.northwind.example primary"));
  foyer_console_fixture_pull (&fixture->fixture,
                              "[{'id': 'dm-1', 'status': 'verified', 'host': 'my.northwind.example'}]");
  g_signal_connect_swapped (fixture->panel, "acted", G_CALLBACK (on_acted), &act);
  click (fixture, "Make my.northwind.example primary");
  g_assert_true (is_primary (fixture, "dm-1"));
  g_assert_false (is_primary (fixture, "dm-2"));
  g_assert_cmpstr (act->done, ==, "my.northwind.example is the primary domain");
  foyer_act_undo_async (act, fixture->fixture.store, foyer_desk_get_time (fixture->fixture.desk), on_undone,
                        NULL);
  foyer_test_settle ();
  g_assert_false (is_primary (fixture, "dm-1"));
  g_assert_true (is_primary (fixture, "dm-2"));
}

static void
test_all_records_are_copied (Fixture *fixture, gconstpointer data)
{
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  foyer_console_fixture_pull (&fixture->fixture,
                              "[{'id': 'dm-1', 'host': 'my.northwind.example', 'records': ["
                              " {'type': 'CNAME', 'name': 'my', 'value': 'portal.example', 'ok': false},"
                              " {'type': 'TXT', 'name': '_foyer.my', 'value': 'k=1', 'ok': true}]}]");
  click (fixture, "Copy all DNS records of my.northwind.example");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "CNAME my portal.example\nTXT _foyer.my k=1\n");
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (ADW_IS_ACTION_ROW (widget)) {
    const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));

    if (subtitle != NULL && strstr (subtitle, words) != NULL)
      return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (says (child, words))
      return TRUE;
  }
  return FALSE;
}

static void
test_the_next_look_is_told (Fixture *fixture, gconstpointer data)
{
  g_assert_false (says (GTK_WIDGET (fixture->panel), "Next: "));
  foyer_console_fixture_pull (
      &fixture->fixture, "[{'id': 'dm-1', 'host': 'my.northwind.example', 'checkedAt': '2025-05-02 09:00',"
                         "  'nextCheckAt': '2025-06-02 12:00'}]");
  g_assert_true (says (GTK_WIDGET (fixture->panel), "Next: "));
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

static void
test_the_office_looks (Fixture *fixture, gconstpointer data)
{
  g_assert_null (find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, "Add the domain"));
  g_assert_null (find_named (GTK_WIDGET (fixture->panel), GTK_TYPE_BUTTON, "Remove my.northwind.example"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/domains-panel/" path, Fixture, role, set_up, function, tear_down)
  ADD ("states-are-counted", "admin", test_states_are_counted);
  ADD ("added", "admin", test_added);
  ADD ("what-is-no-host-name-is-told", "admin", test_what_is_no_host_name_is_told);
  ADD ("removed-when-confirmed", "admin", test_removed_when_confirmed);
  ADD ("half-a-name-outlives-the-list", "admin", test_half_a_name_outlives_the_list);
  ADD ("added-for-mails", "admin", test_added_for_mails);
  ADD ("one-is-primary", "admin", test_one_is_primary);
  ADD ("all-records-are-copied", "admin", test_all_records_are_copied);
  ADD ("the-next-look-is-told", "admin", test_the_next_look_is_told);
  ADD ("everything-has-a-name", "admin", test_everything_has_a_name);
  ADD ("the-office-looks", "office", test_the_office_looks);
#undef ADD

  return g_test_run ();
}
