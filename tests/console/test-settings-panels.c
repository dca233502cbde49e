/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-panels.c - the history is gone back in, what was submitted is answered, a way to sign in is chosen (D1, X18, A7) */

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-proposals-panel.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-settings-history.h"
#include "foyer-sign-in-presets.h"
#include "foyer-test.h"
#include "foyer-texts-panel.h"
#include "types/delivery.h"
#include "types/settings_proposal.h"

/* Two publications, newest last, and what they left. */
#define PUBLISHED \
  "[{'id': 'ps-1', 'booking.lead_hours': 6, 'booking.max_days': 20, 'brand.name': 'Acme'}," \
  " {'id': 'sn-1', 'status': 'published', 'version': 2, 'publishedAt': '2025-04-01 09:00'," \
  "  'patch': {'booking.lead_hours': 12, 'brand.name': 'Acme'}," \
  "  'before': {'booking.lead_hours': 24, 'brand.name': null}}," \
  " {'id': 'sn-2', 'status': 'published', 'version': 3, 'publishedAt': '2025-04-02 09:00'," \
  "  'patch': {'booking.lead_hours': 6, 'booking.max_days': 20}," \
  "  'before': {'booking.lead_hours': 12, 'booking.max_days': 30}}]"

#define SUBMITTED \
  "[{'id': 'ps-1'}, {'id': 'st-2', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'office'}," \
  " {'id': 'sp-1', 'status': 'open', 'authorId': 'st-2', 'proposedAt': '2025-05-01 09:00'," \
  "  'patch': {'booking.lead_hours': 2, 'brand.name': 'Acme'}," \
  "  'before': {'booking.lead_hours': 24, 'brand.name': null}}]"

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
  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 600, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  foyer_act_free (fixture->act);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
show (Fixture *fixture, GType type, gboolean may_publish)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->panel = g_object_new (type, NULL);
  g_signal_connect_swapped (fixture->panel, "acted", G_CALLBACK (on_acted), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->panel));
  gtk_window_set_child (fixture->window, scrolled);
  gtk_window_present (fixture->window);
  foyer_setting_panel_start (fixture->panel, fixture->fixture.desk, NULL, may_publish);
  foyer_test_settle ();
}

/* The @nth button with these words, from above. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label, guint *nth)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
      && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = find_button (child, label, nth);

    if (button != NULL)
      return button;
  }
  return NULL;
}

static void
press (Fixture *fixture, const char *label, guint nth)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->panel), label, &nth);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  foyer_test_settle ();
}

static gboolean
has_button (Fixture *fixture, const char *label)
{
  guint nth = 0;

  return find_button (GTK_WIDGET (fixture->panel), label, &nth) != NULL;
}

static void
assert_drafted (Fixture *fixture, const char *key, const char *expected)
{
  JsonNode *value = foyer_settings_draft_get (foyer_desk_get_draft (fixture->fixture.desk), key);
  g_autofree char *text = value == NULL ? NULL : foyer_json_canonical (value);

  g_assert_cmpstr (text, ==, expected);
}

static FoyerSettingsProposalStatus
get_status (Fixture *fixture)
{
  g_autofree char *id = foyer_test_id ("sp-1");
  g_autoptr (FoyerRecord) proposal
      = foyer_store_get (fixture->fixture.store, &foyer_settings_proposal_type, id);

  return foyer_settings_proposal_get_status (proposal);
}

/* --- The history --- */

static void
test_one_change_is_reverted (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, PUBLISHED);
  show (fixture, FOYER_TYPE_SETTINGS_HISTORY, TRUE);
  press (fixture, "Revert", 1);
  assert_drafted (fixture, "booking.max_days", "30");
  assert_drafted (fixture, "booking.lead_hours", NULL);
}

/* What was published after it is undone, each to what stood before the first change of it. */
static void
test_everything_as_it_was_then (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, PUBLISHED);
  show (fixture, FOYER_TYPE_SETTINGS_HISTORY, TRUE);
  press (fixture, "Revert All to Here", 0);
  assert_drafted (fixture, "booking.lead_hours", "12");
  assert_drafted (fixture, "booking.max_days", "30");
  assert_drafted (fixture, "brand.name", NULL);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (foyer_desk_get_draft (fixture->fixture.desk)), ==, 2);
}

static void
test_the_newest_has_nothing_after_it (Fixture *fixture, gconstpointer data)
{
  guint second = 1;

  foyer_console_fixture_pull (&fixture->fixture, PUBLISHED);
  show (fixture, FOYER_TYPE_SETTINGS_HISTORY, TRUE);
  g_assert_null (find_button (GTK_WIDGET (fixture->panel), "Revert All to Here", &second));
}

/* --- What was submitted --- */

static void
test_a_proposal_is_put_into_the_draft (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, SUBMITTED);
  show (fixture, FOYER_TYPE_PROPOSALS_PANEL, TRUE);
  press (fixture, "Put into My Draft", 0);
  assert_drafted (fixture, "booking.lead_hours", "2");
  assert_drafted (fixture, "brand.name", "\"Acme\"");
  g_assert_cmpint (get_status (fixture), ==, FOYER_SETTINGS_PROPOSAL_OPEN);
}

static void
test_a_proposal_is_turned_down (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, SUBMITTED);
  show (fixture, FOYER_TYPE_PROPOSALS_PANEL, TRUE);
  g_assert_false (has_button (fixture, "Withdraw"));
  press (fixture, "Turn Down", 0);
  g_assert_nonnull (fixture->act);
  g_assert_cmpint (get_status (fixture), ==, FOYER_SETTINGS_PROPOSAL_REJECTED);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->panel)));
}

/* Who may not publish sees it and answers nothing. */
static void
test_others_only_look (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, SUBMITTED);
  show (fixture, FOYER_TYPE_PROPOSALS_PANEL, FALSE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->panel)));
  g_assert_false (has_button (fixture, "Turn Down"));
  g_assert_false (has_button (fixture, "Put into My Draft"));
}

static void
test_every_control_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, SUBMITTED);
  show (fixture, FOYER_TYPE_PROPOSALS_PANEL, TRUE);
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

/* --- Ways to sign in --- */

static GtkCheckButton *
find_choice (GtkWidget *widget, const char *name)
{
  g_autofree char *heard = GTK_IS_CHECK_BUTTON (widget) ? foyer_heard_name (GTK_ACCESSIBLE (widget)) : NULL;

  if (g_strcmp0 (heard, name) == 0)
    return GTK_CHECK_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkCheckButton *choice = find_choice (child, name);

    if (choice != NULL)
      return choice;
  }
  return NULL;
}

static void
assert_chosen (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_check_button_get_active (find_choice (GTK_WIDGET (fixture->panel), name)));
}

static void
choose (Fixture *fixture, const char *name)
{
  gtk_check_button_set_active (find_choice (GTK_WIDGET (fixture->panel), name), TRUE);
  foyer_test_settle ();
}

/* A new business is balanced (A7). What a way stands for is drafted, and nothing else. */
static void
test_a_way_to_sign_in_is_drafted (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  show (fixture, FOYER_TYPE_SIGN_IN_PRESETS, TRUE);
  assert_chosen (fixture, "Balanced");
  choose (fixture, "Strict");
  assert_drafted (fixture, "access.direct_links", "\"off\"");
  assert_drafted (fixture, "access.session_hours", "24");
  assert_drafted (fixture, "access.email_link", NULL);
  choose (fixture, "Easiest");
  assert_drafted (fixture, "access.direct_links", NULL);
  assert_drafted (fixture, "access.phone_last4_alone", "true");
  choose (fixture, "Balanced");
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (foyer_desk_get_draft (fixture->fixture.desk)), ==, 0);
}

static void
test_ones_own_way_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) hours = json_node_init_int (json_node_alloc (), 10);

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  show (fixture, FOYER_TYPE_SIGN_IN_PRESETS, TRUE);
  foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), "access.session_hours", hours);
  foyer_test_settle ();
  assert_chosen (fixture, "Your own way");
  assert_drafted (fixture, "access.session_hours", "10");
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

/* A way is chosen only while all of the policy agrees with it (A7). */
static void
test_a_way_is_left_by_each_setting (Fixture *fixture, gconstpointer data)
{
  static const char *const settings[][2] = {
    { "access.direct_links", "\"checked\"" },
    { "access.direct_link_days", "30" },
    { "access.extend_while_unpaid", "false" },
    { "access.recheck_after_days", "7" },
    { "access.recheck_with", "[\"email\"]" },
    { "access.link_may", "[\"book\"]" },
    { "access.email_link", "false" },
    { "access.email_link_minutes", "30" },
    { "access.password", "false" },
    { "access.sso", "\"optional\"" },
    { "access.session_hours", "10" },
    { "access.idle_hours", "10" },
    { "access.stepup_for_signing", "\"code\"" },
  };

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  show (fixture, FOYER_TYPE_SIGN_IN_PRESETS, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autoptr (JsonNode) value = foyer_json_parse (settings[i][1], -1, NULL);

    g_test_message ("%s", settings[i][0]);
    foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), settings[i][0], value);
    foyer_test_settle ();
    assert_chosen (fixture, "Your own way");
    choose (fixture, "Balanced");
    assert_drafted (fixture, settings[i][0], NULL);
  }
}

/* --- Text messages --- */

static gboolean
shows (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (shows (child, words))
      return TRUE;
  }
  return FALSE;
}

static void
test_texts_tell_what_went_out (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  show (fixture, FOYER_TYPE_TEXTS_PANEL, TRUE);
  g_assert_true (shows (GTK_WIDGET (fixture->panel), "None was ever sent"));
  g_assert_true (shows (GTK_WIDGET (fixture->panel), "It can be sent once a phone number is connected"));
  g_assert_false (shows (GTK_WIDGET (fixture->panel), "Two texts for one drive"));
  foyer_assert_all_have_names (GTK_WIDGET (fixture->panel));
}

static void
test_texts_tell_of_the_last (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("dl-2");
  g_autoptr (FoyerRecord) last = NULL;
  g_autofree char *when = NULL;
  g_autofree char *said = NULL;

  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'ps-1', 'sms.dispatched': true, 'sms.en_route': true},"
      " {'id': 'dl-1', 'channel': 'sms', 'to': '+1 503 555 0100', 'queuedAt': '2025-04-01 09:00',"
      "  'sentAt': '2025-04-01 09:00', 'status': 'sent'},"
      " {'id': 'dl-2', 'channel': 'sms', 'to': '+1 503 555 0100', 'queuedAt': '2025-05-02 08:00',"
      "  'sentAt': '2025-05-02 08:00', 'status': 'sent'}]");
  show (fixture, FOYER_TYPE_TEXTS_PANEL, TRUE);
  last = foyer_store_get (fixture->fixture.store, &foyer_delivery_type, id);
  when = foyer_office_time_moment_text (foyer_desk_get_time (fixture->fixture.desk),
                                        foyer_delivery_get_sent_at (last),
                                        foyer_desk_now (fixture->fixture.desk));
  said = g_strdup_printf ("Last: %s · 1 in the last 7 days", when);
  g_assert_true (shows (GTK_WIDGET (fixture->panel), said));
  g_assert_true (shows (GTK_WIDGET (fixture->panel), "Two texts for one drive"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/settings-panels/" path, Fixture, role, set_up, function, tear_down)
  ADD ("one-change-is-reverted", "admin", test_one_change_is_reverted);
  ADD ("everything-as-it-was-then", "admin", test_everything_as_it_was_then);
  ADD ("the-newest-has-nothing-after-it", "admin", test_the_newest_has_nothing_after_it);
  ADD ("a-proposal-is-put-into-the-draft", "admin", test_a_proposal_is_put_into_the_draft);
  ADD ("a-proposal-is-turned-down", "admin", test_a_proposal_is_turned_down);
  ADD ("others-only-look", "office", test_others_only_look);
  ADD ("every-control-has-a-name", "admin", test_every_control_has_a_name);
  ADD ("texts-tell-what-went-out", "admin", test_texts_tell_what_went_out);
  ADD ("texts-tell-of-the-last", "admin", test_texts_tell_of_the_last);
  ADD ("a-way-to-sign-in-is-drafted", "admin", test_a_way_to_sign_in_is_drafted);
  ADD ("ones-own-way-is-told", "admin", test_ones_own_way_is_told);
  ADD ("a-way-is-left-by-each-setting", "admin", test_a_way_is_left_by_each_setting);
#undef ADD

  return g_test_run ();
}
