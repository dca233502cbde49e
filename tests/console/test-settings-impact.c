/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-impact.c - before settings are published it is said who could no longer sign in, by name, and nobody waits for it (D1, 000-67) */

#include "foyer-settings-impact.h"

#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-impact-rows.h"
#include "foyer-json.h"
#include "foyer-lockout-note.h"
#include "foyer-people-row.h"
#include "foyer-publish-dialog.h"
#include "foyer-resources.h"
#include "foyer-setting-row.h"
#include "foyer-settings-change.h"
#include "foyer-settings-draft.h"
#include "foyer-settings.h"
#include "foyer-sign-in-presets.h"
#include "foyer-sign-in-ways.h"
#include "foyer-test.h"
#include "types/portal_person.h"

#include <sqlite3.h>
#include <string.h>

/* Maria has mail and a password, Nils mail alone; Olga has not come yet. */
#define PEOPLE \
  "[{'id': 'ps-1'}," \
  " {'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'status': 'active', 'email': " \
  "'maria@hillside.example'," \
  "  'hasPassword': true}," \
  " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Nils', 'status': 'active', 'email': 'nils@mail.example'}," \
  " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Olga', 'status': 'invited', 'email': 'olga@mail.example'}]"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window; /* (nullable) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fixture.role = "admin";
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (&fixture->fixture, PEOPLE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static FoyerSettingsDraft *
get_draft (Fixture *fixture)
{
  return foyer_desk_get_draft (fixture->fixture.desk);
}

static void
draft (Fixture *fixture, const char *key, const char *json)
{
  g_autoptr (JsonNode) value = foyer_json_parse (json, -1, NULL);

  foyer_settings_draft_set (get_draft (fixture), key, value);
  foyer_test_settle ();
}

/* --- A store with threads --- */

static struct {
  GThread *main;
  guint on_main;    /* statements that the main thread ran */
  guint people;     /* pages of people that were read */
  GCancellable *at; /* (nullable): cancelled at the first of them */
} seen;

static int
on_statement (unsigned kind, void *context, void *statement, void *text)
{
  if (g_thread_self () == seen.main)
    seen.on_main++;
  if (strstr (sqlite3_sql (statement), "FROM \"portal_person\"") == NULL)
    return 0;
  seen.people++;
  if (seen.at != NULL)
    g_cancellable_cancel (seen.at);
  return 0;
}

static int
watch_connection (sqlite3 *handle, char **message, const struct sqlite3_api_routines *routines)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, on_statement, NULL);
}

static void
set_up_with_threads (Fixture *fixture, gconstpointer data)
{
  FoyerConsoleFixture *desk = &fixture->fixture;
  g_autoptr (GString) json = g_string_new ("[{'id': 'ps-1'}");
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_console_fixture_set_up (desk, NULL);
  for (guint i = 1; i <= 600; i++)
    g_string_append_printf (json,
                            ", {'id': 'pp-%u', 'clientId': 'cl-1', 'name': 'P%u', 'status': 'active', "
                            "'email': 'p%u@mail.example'}",
                            i, i, i);
  g_string_append (json, "]");
  foyer_console_fixture_pull (desk, json->str);
  foyer_desk_close (desk->desk);
  g_assert_finalize_object (desk->desk);
  g_assert_finalize_object (desk->store);
  memset (&seen, 0, sizeof seen);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  foyer_store_open_async (desk->directory, FOYER_CLOCK (desk->clock), desk->random, TRUE, NULL,
                          foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  desk->store = foyer_store_open_finish (result, NULL);
  g_assert_nonnull (desk->store);
  desk->desk = foyer_desk_new (desk->store, NULL);
}

static void
tear_down_with_threads (Fixture *fixture, gconstpointer data)
{
  sqlite3_reset_auto_extension ();
  tear_down (fixture, data);
}

static gpointer
do_nothing (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  return NULL;
}

/* What was asked before has been answered. */
static void
wait_for_reader (Fixture *fixture)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_read_async (fixture->fixture.store, do_nothing, NULL, NULL, NULL, NULL, foyer_test_take_result,
                          &waiting);
  result = foyer_test_wait_result (&waiting);
  foyer_store_read_finish (fixture->fixture.store, result, NULL);
  foyer_test_settle ();
}

/* --- The answer --- */

static FoyerSettingsImpact *
ask (Fixture *fixture, const char *patch, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoyerRecord) stored
      = foyer_store_get_singleton (fixture->fixture.store, &foyer_portal_settings_type);
  g_autoptr (FoyerRecord) live = foyer_settings_complete (stored, NULL);
  g_autoptr (JsonObject) json = foyer_test_json (patch);
  g_autoptr (FoyerRecord) drafted = foyer_settings_apply (live, json, NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  seen.main = g_thread_self ();
  foyer_settings_impact_async (fixture->fixture.store, live, drafted, FALSE,
                               foyer_desk_now (fixture->fixture.desk), cancellable, foyer_test_take_result,
                               &waiting);
  result = foyer_test_wait_result (&waiting);
  seen.main = NULL;
  return foyer_settings_impact_finish (fixture->fixture.store, result, error);
}

static void
test_the_right_people_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerSettingsImpact) impact
      = ask (fixture, "{'access.email_link': false, 'access.password': false}", NULL, NULL);
  g_autoptr (GPtrArray) lost = foyer_settings_impact_list (impact, FOYER_SIGN_IN_LOST);
  FoyerTouchedPerson *first;

  g_assert_true (impact->concerns);
  g_assert_cmpuint (impact->n_lost, ==, 2);
  g_assert_cmpuint (impact->n_gained, ==, 0);
  g_assert_cmpuint (impact->n_foreign, ==, 0);
  g_assert_cmpuint (lost->len, ==, 2);
  first = lost->pdata[0];
  g_assert_cmpstr (first->name, ==, "Maria");
  g_assert_cmpstr (first->client_name, ==, "Hillside Dental");
  g_assert_cmpstr (first->reason, ==, "Sign-in links by email are off");
}

static void
test_what_has_nothing_to_do_with_it_reads_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerSettingsImpact) impact = ask (fixture, "{'access.session_hours': 10}", NULL, NULL);

  g_assert_false (impact->concerns);
  g_assert_cmpuint (impact->people->len, ==, 0);
  g_assert_cmpuint (seen.people, ==, 0);
}

static void
test_the_main_thread_asks_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerSettingsImpact) impact = NULL;

  foyer_test_settle ();
  /* The settings themselves are read by whoever asks. */
  seen.on_main = 0;
  impact = ask (fixture, "{'access.email_link': false}", NULL, NULL);
  g_assert_cmpuint (impact->n_lost, ==, 600);
  g_assert_cmpuint (seen.people, >=, 3);
  g_assert_cmpuint (seen.on_main, ==, 0);
}

/* Not at the end only. */
static void
test_it_stops_when_it_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FoyerSettingsImpact) impact = NULL;
  g_autoptr (GError) error = NULL;

  seen.at = cancellable;
  impact = ask (fixture, "{'access.email_link': false}", cancellable, &error);
  g_assert_null (impact);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (seen.people, ==, 1);
}

/* --- What is seen --- */

/* The row whose title begins with @title, if it is seen. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget)
      && adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != NULL
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

static void
open_sheet (Fixture *fixture)
{
  fixture->window = foyer_publish_dialog_new (NULL, fixture->fixture.desk, 10);
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static GtkWidget *
get_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->window), title);

  if (row == NULL)
    g_error ("no row says “%s”", title);
  return row;
}

static void
assert_no_row (Fixture *fixture, const char *title)
{
  g_assert_null (find_row (GTK_WIDGET (fixture->window), title));
}

static void
assert_subtitle (GtkWidget *row, const char *expected)
{
  g_autofree char *subtitle = NULL;

  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, expected);
}

static void
test_the_sheet_names_them (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heard = NULL;
  GtkWidget *row;

  draft (fixture, "access.allowed_domains", "[\"hillside.example\"]");
  open_sheet (fixture);
  row = get_row (fixture, "1 person could no longer sign in");
  assert_subtitle (row, "Nils");
  heard = foyer_heard_name (GTK_ACCESSIBLE (row));
  g_assert_cmpstr (heard, ==, "1 person could no longer sign in");
  assert_no_row (fixture, "Nils");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  foyer_test_settle ();
  assert_subtitle (get_row (fixture, "Nils"), "Ellen Ruiz · mail.example is not in the allowed domains");
  assert_no_row (fixture, "Everybody who can sign in");
  assert_no_row (fixture, "Looking");
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

static void
test_who_newly_could_is_told (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'access.email_link': false}]");
  draft (fixture, "access.email_link", "true");
  open_sheet (fixture);
  get_row (fixture, "Everybody who can sign in now still can");
  row = get_row (fixture, "1 more person could sign in");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  foyer_test_settle ();
  assert_subtitle (get_row (fixture, "Nils"), "Ellen Ruiz · Until now: Sign-in links by email are off");
}

static void
test_nothing_is_said_of_other_settings (Fixture *fixture, gconstpointer data)
{
  draft (fixture, "booking.lead_hours", "48");
  open_sheet (fixture);
  g_assert_false (
      gtk_widget_get_visible (foyer_find_widget (GTK_WIDGET (fixture->window), FOYER_TYPE_IMPACT_ROWS)));
}

static void
test_the_sheet_follows_the_draft (Fixture *fixture, gconstpointer data)
{
  draft (fixture, "access.password", "false");
  open_sheet (fixture);
  get_row (fixture, "Everybody who can sign in now still can");
  draft (fixture, "access.email_link", "false");
  get_row (fixture, "2 people could no longer sign in");
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'pp-3', 'status': 'active'}]");
  foyer_test_settle ();
  get_row (fixture, "3 people could no longer sign in");
  foyer_settings_draft_discard (get_draft (fixture));
  foyer_test_settle ();
  assert_no_row (fixture, "3 people");
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = find_button (child, label);

    if (button != NULL)
      return button;
  }
  return NULL;
}

/* Hundreds are shown some at a time. */
static void
test_nobody_waits_for_the_count (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  draft (fixture, "access.email_link", "false");
  fixture->window = foyer_publish_dialog_new (NULL, fixture->fixture.desk, 10);
  gtk_window_present (fixture->window);
  g_assert_true (gtk_widget_get_sensitive (find_button (GTK_WIDGET (fixture->window), "Publish")));
  g_assert_true (
      gtk_widget_get_visible (foyer_find_widget (GTK_WIDGET (fixture->window), FOYER_TYPE_IMPACT_ROWS)));
  wait_for_reader (fixture);
  row = get_row (fixture, "600 people could no longer sign in");
  assert_subtitle (row, "P1, P10, P100 and 597 more");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  foyer_test_settle ();
  g_signal_emit_by_name (get_row (fixture, "550 More…"), "activated");
  foyer_test_settle ();
  get_row (fixture, "500 More…");
}

static gpointer
wait_in_worker (FoyerRecordSource *source, gpointer gate, GError **error)
{
  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  return NULL;
}

/* What nobody has begun to read is never read. */
static void
test_closing_the_sheet_cancels_it (Fixture *fixture, gconstpointer data)
{
  GtkWindow *sheet;
  GMutex gate;

  draft (fixture, "access.email_link", "false");
  seen.people = 0;
  g_mutex_init (&gate);
  g_mutex_lock (&gate);
  foyer_store_read_async (fixture->fixture.store, wait_in_worker, &gate, NULL, NULL, NULL, NULL, NULL);
  sheet = foyer_publish_dialog_new (NULL, fixture->fixture.desk, 10);
  gtk_window_present (sheet);
  g_object_add_weak_pointer (G_OBJECT (sheet), (gpointer *) &sheet);
  gtk_window_destroy (sheet);
  g_mutex_unlock (&gate);
  wait_for_reader (fixture);
  g_mutex_clear (&gate);
  g_assert_null (sheet);
  g_assert_cmpuint (seen.people, ==, 0);
}

/* --- On the page --- */

static void
show (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), widget);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 600, 700);
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static const char *
find_words (GtkWidget *note)
{
  GtkWidget *label = foyer_find_widget (note, GTK_TYPE_LABEL);

  return gtk_widget_get_visible (note) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
test_the_list_of_domains_says_whom_it_locks_out (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = foyer_setting_row_new (fixture->fixture.desk,
                                          foyer_settings_find_field ("access.allowed_domains"), NULL);
  GtkWidget *note = foyer_find_widget (row, FOYER_TYPE_LOCKOUT_NOTE);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  show (fixture, group);
  g_assert_cmpstr (find_words (note), ==, NULL);
  draft (fixture, "access.allowed_domains", "[\"hillside.example\"]");
  g_assert_cmpstr (find_words (note), ==, "1 person with another address could no longer sign in");
  draft (fixture, "access.allowed_domains", "[\"acme.example\"]");
  g_assert_cmpstr (find_words (note), ==, "2 people with other addresses could no longer sign in");
  draft (fixture, "access.allowed_domains", "[\"mail.example\", \"hillside.example\"]");
  g_assert_cmpstr (find_words (note), ==, "This list locks out nobody who can sign in now");
  draft (fixture, "access.allowed_domains", "[\"no domain\"]");
  g_assert_cmpstr (find_words (note), ==, NULL);
  foyer_setting_row_stop (FOYER_SETTING_ROW (row));
}

static FoyerSettingPanel *
show_panel (Fixture *fixture, GType type)
{
  FoyerSettingPanel *panel = g_object_new (type, NULL);

  show (fixture, GTK_WIDGET (panel));
  foyer_setting_panel_start (panel, fixture->fixture.desk, NULL, TRUE);
  foyer_test_settle ();
  return panel;
}

static void
test_each_way_in_says_who_could_take_it (Fixture *fixture, gconstpointer data)
{
  FoyerSettingPanel *panel = show_panel (fixture, FOYER_TYPE_SIGN_IN_WAYS);

  assert_subtitle (get_row (fixture, "A link by email: 2"), "Maria, Nils");
  assert_subtitle (get_row (fixture, "A password: 1"), "Maria");
  assert_subtitle (get_row (fixture, "Their phone number alone: 0"), "Nobody");
  assert_subtitle (get_row (fixture, "A direct link, without signing in: 0"), "Nobody");
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  draft (fixture, "access.password", "false");
  assert_subtitle (get_row (fixture, "A password: 0"), "Nobody");
  foyer_settings_draft_discard (get_draft (fixture));
  foyer_test_settle ();
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (get_row (fixture, "A password: 1"))));
  foyer_setting_panel_stop (panel);
}

static void
type_address (Fixture *fixture, const char *address)
{
  GtkWidget *entry = foyer_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  foyer_test_settle ();
}

static void
test_one_address_is_asked_of (Fixture *fixture, gconstpointer data)
{
  FoyerSettingPanel *panel = show_panel (fixture, FOYER_TYPE_SIGN_IN_WAYS);

  type_address (fixture, "maria@hillside");
  assert_no_row (fixture, "Maria");
  assert_no_row (fixture, "Nobody has this address");
  type_address (fixture, "Maria@Hillside.example");
  assert_subtitle (get_row (fixture, "Maria · Hillside Dental"), "Ways in: A link by email · A password");
  draft (fixture, "access.allowed_domains", "[\"mail.example\"]");
  assert_subtitle (get_row (fixture, "Maria · Hillside Dental"),
                   "Could not sign in: hillside.example is not in the allowed domains");
  type_address (fixture, "olga@mail.example");
  assert_subtitle (get_row (fixture, "Olga · Ellen Ruiz"),
                   "Could not sign in: Olga has not finished signing up");
  type_address (fixture, "who@mail.example");
  get_row (fixture, "Nobody has this address");
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  type_address (fixture, "");
  assert_no_row (fixture, "Nobody has this address");
  foyer_setting_panel_stop (panel);
}

static void
test_a_phone_number_alone_is_warned_of (Fixture *fixture, gconstpointer data)
{
  FoyerSettingPanel *panel = show_panel (fixture, FOYER_TYPE_SIGN_IN_PRESETS);

  assert_no_row (fixture, "A phone number is enough");
  draft (fixture, "access.phone_last4_alone", "true");
  assert_subtitle (get_row (fixture, "A phone number is enough"),
                   "10,000 possible answers; a caller who knows the phone number knows the answer");
  foyer_setting_panel_stop (panel);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, function) g_test_add ("/settings-impact/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_WITH_THREADS(path, function) \
  g_test_add ("/settings-impact/" path, Fixture, NULL, set_up_with_threads, function, tear_down_with_threads)
  ADD ("the-right-people-by-name", test_the_right_people_by_name);
  ADD ("what-has-nothing-to-do-with-it-reads-nobody", test_what_has_nothing_to_do_with_it_reads_nobody);
  ADD_WITH_THREADS ("the-main-thread-asks-nothing", test_the_main_thread_asks_nothing);
  ADD_WITH_THREADS ("it-stops-when-it-is-cancelled", test_it_stops_when_it_is_cancelled);
  ADD ("the-sheet-names-them", test_the_sheet_names_them);
  ADD ("who-newly-could-is-told", test_who_newly_could_is_told);
  ADD ("nothing-is-said-of-other-settings", test_nothing_is_said_of_other_settings);
  ADD ("the-sheet-follows-the-draft", test_the_sheet_follows_the_draft);
  ADD_WITH_THREADS ("nobody-waits-for-the-count", test_nobody_waits_for_the_count);
  ADD_WITH_THREADS ("closing-the-sheet-cancels-it", test_closing_the_sheet_cancels_it);
  ADD ("the-list-of-domains-says-whom-it-locks-out", test_the_list_of_domains_says_whom_it_locks_out);
  ADD ("each-way-in-says-who-could-take-it", test_each_way_in_says_who_could_take_it);
  ADD ("one-address-is-asked-of", test_one_address_is_asked_of);
  ADD ("a-phone-number-alone-is-warned-of", test_a_phone_number_alone_is_warned_of);
#undef ADD_WITH_THREADS
#undef ADD

  return g_test_run ();
}
