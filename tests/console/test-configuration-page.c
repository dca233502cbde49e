/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-configuration-page.c - every setting has a row, a row drafts, and what is drafted is published, submitted or taken back (D1) */

#include "foyer-configuration-page.h"

#include "foyer-console-fixture.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-json.h"
#include "foyer-line-numbers.h"
#include "foyer-master-switch.h"
#include "foyer-moment-dialog.h"
#include "foyer-publish-dialog.h"
#include "foyer-question-dialog.h"
#include "foyer-resources.h"
#include "foyer-setting-choices.h"
#include "foyer-setting-layout.h"
#include "foyer-setting-row.h"
#include "foyer-setting-words.h"
#include "foyer-settings-change.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"
#include "types/portal_settings.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerConfigurationPage *page;
  FoyerAct *act; /* (nullable): the last */
  char *said;    /* (nullable): the last toast */
} Fixture;

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

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
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1'}]");
  fixture->page = FOYER_CONFIGURATION_PAGE (foyer_configuration_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  g_signal_connect_swapped (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
  g_signal_connect_swapped (fixture->page, "said", G_CALLBACK (on_said), fixture);
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
  foyer_act_free (fixture->act);
  g_free (fixture->said);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static FoyerSettingsDraft *
get_draft (Fixture *fixture)
{
  return foyer_desk_get_draft (fixture->fixture.desk);
}

/* The row of @key among @widget's descendants. */
static GtkWidget *
find_row (GtkWidget *widget, const char *key)
{
  if (FOYER_IS_SETTING_ROW (widget)
      && g_str_equal (foyer_setting_row_get_field (FOYER_SETTING_ROW (widget))->name, key))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child, key);

    if (row != NULL)
      return row;
  }
  return NULL;
}

static GtkWidget *
look_at (Fixture *fixture, const char *key)
{
  GtkWidget *row;

  foyer_configuration_page_look_at (fixture->page, key);
  foyer_test_settle ();
  row = find_row (GTK_WIDGET (fixture->page), key);
  g_assert_nonnull (row);
  return row;
}

static void
assert_says (GtkWidget *row, const char *expected)
{
  g_autofree char *subtitle = NULL;

  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, expected);
}

static void
assert_drafted (Fixture *fixture, const char *key, const char *expected)
{
  JsonNode *value = foyer_settings_draft_get (get_draft (fixture), key);
  g_autofree char *text = value == NULL ? NULL : foyer_json_canonical (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
draft (Fixture *fixture, const char *key, const char *json)
{
  g_autoptr (JsonNode) value = foyer_json_parse (json, -1, NULL);

  foyer_settings_draft_set (get_draft (fixture), key, value);
  foyer_test_settle ();
}

static void
press (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
  foyer_test_settle ();
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next) {
    if (g_type_is_a (G_OBJECT_TYPE (i->data), type))
      return i->data;
  }
  return NULL;
}

static GtkWidget *
find_suggested (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "suggested-action"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = find_suggested (child);

    if (button != NULL)
      return button;
  }
  return NULL;
}

/* --- The tables --- */

static guint
count_places (const char *key)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);
  guint n = 0;

  for (guint i = 0; i < n_pages; i++) {
    for (const FoyerSettingGroup *group = pages[i].groups; group->keys[0] != NULL; group++) {
      for (guint j = 0; group->keys[j] != NULL; j++)
        n += g_str_equal (group->keys[j], key);
    }
  }
  return n;
}

static void
test_every_setting_stands_somewhere_once (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];

    if (foyer_settings_find_field (field->name) == NULL)
      continue;
    /* The master switch is no draft, and what changes nothing has no row. */
    g_assert_cmpuint (count_places (field->name), ==,
                      g_str_equal (field->name, "portal.enabled")
                              || strstr (field->effect, "not used yet") != NULL
                          ? 0
                          : 1);
  }
}

static void
test_every_word_has_a_name (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];
    g_auto (GStrv) words = field->values == NULL ? NULL : g_strsplit (field->values, " ", -1);

    for (guint j = 0; words != NULL && words[j] != NULL; j++) {
      if (foyer_setting_choice (field->name, words[j]) == NULL)
        g_error ("%s: %s has no name", field->name, words[j]);
    }
  }
}

static void
test_found_by_the_words_people_use (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "magic link", "access.email_link" },
    { "logo", "brand.logo" },
    { "lead time", "booking.lead_hours" },
    { "auto-confirm", "booking.mode" },
    { "colour", "brand.primary" },
    { "last four", "access.phone_last4_alone" },
    { "technician", "sms.en_route" },
    { "Terms", "brand.terms_url" },
    { "self-booking", "booking.mode" },
    { "stripe", "portal.payments" },
    { "session length", "access.session_hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    if (!foyer_setting_matches (foyer_settings_find_field (cases[i][1]), cases[i][0]))
      g_error ("“%s” does not find %s", cases[i][0], cases[i][1]);
  }
  g_assert_false (foyer_setting_matches (foyer_settings_find_field ("brand.logo"), "lead time"));
  g_assert_false (foyer_setting_matches (foyer_settings_find_field ("brand.logo"), ""));
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (says (child, words))
      return TRUE;
  }
  return FALSE;
}

/* What is no setting is found too, on its page. */
static void
test_pages_are_found (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "email template", "mails" },  { "placeholder", "mails" }, { "dns", "domains" },
    { "certificate", "documents" }, { "revert", "history" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (foyer_setting_page_matches (foyer_setting_page_by_name (cases[i][1]), cases[i][0]));
  g_assert_false (foyer_setting_page_matches (foyer_setting_page_by_name ("mails"), "dns"));
  g_assert_false (foyer_setting_page_matches (foyer_setting_page_by_name ("booking"), "booking"));
}

/* What a page's records say of it is said in the list as soon as they are others. */
static void
test_pages_tell_of_their_records (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->page), FOYER_TYPE_CONFIGURATION_PAGE, "pages"));

  g_assert_true (says (list, "0 on the portal"));
  foyer_console_fixture_pull (&fixture->fixture,
                              "[{'id': 'dc-1', 'title': 'Terms', 'kind': 'terms', 'shownTo': 'all'}]");
  foyer_test_settle ();
  g_assert_true (says (list, "1 on the portal"));
}

/* --- Rows --- */

static void
test_every_row_shows_what_is_published (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    const FoyerField *field = &foyer_portal_settings_type.fields[i];

    if (count_places (field->name) > 0)
      look_at (fixture, field->name);
  }
  /* Showing is not changing. */
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (get_draft (fixture)), ==, 0);
}

static void
test_a_switch_drafts_and_goes_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "portal.messaging");
  GtkWidget *button = foyer_find_widget (row, GTK_TYPE_SWITCH);

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (button)));
  gtk_switch_set_active (GTK_SWITCH (button), FALSE);
  foyer_test_settle ();
  assert_drafted (fixture, "portal.messaging", "false");
  assert_says (row, "Was On. Applies at the client’s next sign-in");
  gtk_widget_activate_action (row, "setting.back", NULL);
  foyer_test_settle ();
  assert_drafted (fixture, "portal.messaging", NULL);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (button)));
  assert_says (row, "Write to the office and get answers");
}

static void
test_a_bad_number_is_told_and_blocks_nothing_else (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "booking.lead_hours");
  GtkEditable *entry = GTK_EDITABLE (foyer_find_widget (row, GTK_TYPE_SPIN_BUTTON));

  draft (fixture, "booking.mode", "\"approve\"");
  gtk_editable_set_text (entry, "-1");
  foyer_test_settle ();
  assert_says (row, "Expected a whole number from 0 to 720, not -1");
  draft (fixture, "booking.max_days", "14");
  assert_drafted (fixture, "booking.max_days", "14");
  gtk_editable_set_text (entry, "48");
  foyer_test_settle ();
  assert_says (row, "Was 24. Applies at once");
}

/* What a mode of booking excludes stays in its place, says so, and cannot be changed. */
static void
test_a_mode_excludes_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "booking.lead_hours");
  GtkWidget *entry = foyer_find_widget (row, GTK_TYPE_SPIN_BUTTON);

  assert_says (row, "Hours from now to the first slot that clients can take. Not used while clients only "
                    "describe the work");
  g_assert_false (gtk_widget_is_sensitive (entry));
  draft (fixture, "booking.mode", "\"auto\"");
  assert_says (row, "Hours from now to the first slot that clients can take");
  g_assert_true (gtk_widget_is_sensitive (entry));
  draft (fixture, "booking.mode", "\"off\"");
  assert_says (find_row (GTK_WIDGET (fixture->page), "booking.cancel_hours"),
               "Hours before a visit until which clients cancel or move it; later, they call. Not used while "
               "booking is off");
  g_assert_false (gtk_widget_is_sensitive (entry));
}

static void
test_a_colour_is_written (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "brand.primary");
  GtkEditable *entry = GTK_EDITABLE (foyer_find_widget (row, GTK_TYPE_ENTRY));
  g_autofree char *subtitle = NULL;

  gtk_editable_set_text (entry, "#zz0000");
  foyer_test_settle ();
  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_true (g_str_has_prefix (subtitle, "Expected "));
  gtk_editable_set_text (entry, "#aa0000");
  foyer_test_settle ();
  assert_drafted (fixture, "brand.primary", "\"#aa0000\"");
  /* Nothing is back to what is inherited. */
  gtk_editable_set_text (entry, "");
  foyer_test_settle ();
  assert_drafted (fixture, "brand.primary", NULL);
}

static void
assert_notes (GtkWidget *row, const char *expected)
{
  g_autofree char *note = NULL;

  g_object_get (row, "note", &note, NULL);
  g_assert_cmpstr (note, ==, expected);
}

/* In words, and never more than it is; what is no colour is not measured. */
static void
test_a_colour_says_how_it_is_read (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "brand.primary");

  draft (fixture, "brand.primary", "\"#2b5f9e\"");
  assert_notes (row, "6.4 : 1 on white: letters on it are white");
  draft (fixture, "brand.primary", "\"#787878\"");
  assert_notes (
      row, "4.4 : 1 on white, less than 4.5: letters on it are dark. As text it is made darker: #6b6b6b");
  draft (fixture, "brand.primary", "\"#78787\"");
  assert_notes (row, NULL);
  draft (fixture, "brand.primary", "\"#2b5f9e\"");
  row = look_at (fixture, "brand.accent");
  assert_notes (row, "Links have the main colour");
  draft (fixture, "brand.accent", "\"#7a1f5c\"");
  assert_notes (row, "9.6 : 1 on white: links have it as it is");
  draft (fixture, "brand.accent", "\"#ffd24d\"");
  assert_notes (row, "1.4 : 1 on white: links are made darker to be read on every ground: #856300");
  assert_notes (look_at (fixture, "brand.name"), NULL);
}

static void
test_a_list_is_written_one_a_line (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "access.allowed_domains");
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (foyer_find_widget (row, GTK_TYPE_TEXT_VIEW)));

  gtk_text_buffer_set_text (buffer, "acme.example\n\n  hill.example \n", -1);
  foyer_test_settle ();
  assert_drafted (fixture, "access.allowed_domains", "[\"acme.example\",\"hill.example\"]");
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

/* The row says what is wrong and in which line, a button leads there; the lines have numbers. */
static void
test_a_sheet_leads_to_the_line_that_is_wrong (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "brand.css");
  GtkTextView *view = GTK_TEXT_VIEW (foyer_find_widget (row, GTK_TYPE_TEXT_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *subtitle = NULL;
  GtkWidget *button;
  GtkTextIter start;
  GtkTextIter end;

  g_assert_nonnull (foyer_find_widget (GTK_WIDGET (view), FOYER_TYPE_LINE_NUMBERS));
  gtk_text_buffer_set_text (buffer, "p { color: red; }\n\n@import url(x.css);\np { margin: 0; }\n", -1);
  foyer_test_settle ();
  g_object_get (row, "subtitle", &subtitle, NULL);
  g_assert_true (g_str_has_prefix (subtitle, "Line 3: "));
  button = find_button (row, "Go to Line 3");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  foyer_test_settle ();
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_line (&start), ==, 2);
  g_assert_cmpint (gtk_text_iter_get_line (&end), ==, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (view));
  gtk_text_buffer_set_text (buffer, "p { color: red; }\n", -1);
  foyer_test_settle ();
  g_assert_false (gtk_widget_get_visible (button));
}

/* What was stored when more was allowed is left out of pages, and its row says so. */
static void
test_what_is_left_out_is_said (Fixture *fixture, gconstpointer data)
{
  static const char said[] = "Clients do not see what is published: it is not allowed any more";
  GtkWidget *row = look_at (fixture, "brand.css");

  assert_notes (row, NULL);
  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'ps-1', 'brand.css': '@import url(a)',"
                                                 " 'brand.logo': 'https://acme.example/logo.png'}]");
  assert_notes (row, said);
  assert_notes (look_at (fixture, "brand.logo"), said);
}

static void
test_checks_are_some_of_several (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "access.recheck_with");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (foyer_find_widget (row, GTK_TYPE_CHECK_BUTTON)), FALSE);
  foyer_test_settle ();
  assert_drafted (fixture, "access.recheck_with", "[\"phone_last4\"]");
}

static void
test_everything_has_a_name_to_be_heard (Fixture *fixture, gconstpointer data)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  for (guint i = 0; i < n_pages; i++) {
    if (pages[i].groups[0].keys[0] != NULL)
      look_at (fixture, pages[i].groups[0].keys[0]);
    foyer_assert_all_have_names (GTK_WIDGET (fixture->page));
  }
}

/* With letters twice the size. What a font needs differs a little; a bar of three buttons needs 460. */
static void
test_every_page_fits_a_narrow_window (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'st-2', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'office'},"
      " {'id': 'sp-1', 'status': 'open', 'authorId': 'st-2', 'proposedAt': '2025-05-01 09:00',"
      "  'patch': {'booking.lead_hours': 2}, 'before': {'booking.lead_hours': 24}}]");
  g_object_set (settings, "gtk-font-name", "Cantarell 22", NULL);
  for (guint i = 0; i < n_pages; i++) {
    int minimum;

    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.show-page", "s", pages[i].name);
    foyer_test_settle ();
    gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                        NULL);
    g_assert_cmpint (minimum, <=, 380);
  }
  gtk_settings_reset_property (settings, "gtk-font-name");
}

/* --- Publishing --- */

static void
test_published_from_the_sheet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  FoyerRecord *published;

  draft (fixture, "portal.reviews", "true");
  press (fixture, "configuration.publish");
  dialog = find_window (FOYER_TYPE_PUBLISH_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_suggested (dialog))), ==, "Publish");
  g_signal_emit_by_name (find_suggested (dialog), "clicked");
  foyer_test_settle ();
  g_assert_null (find_window (FOYER_TYPE_PUBLISH_DIALOG));
  g_assert_nonnull (fixture->act);
  published = foyer_settings_draft_get_published (get_draft (fixture));
  g_assert_true (foyer_portal_settings_get_portal_reviews (published));
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (get_draft (fixture)), ==, 0);
}

/* The server publishes then; here nothing is published yet. */
static void
test_scheduled_for_a_moment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);
  g_autoptr (GPtrArray) versions = NULL;
  gint64 morning = 1746277200; /* Saturday, 3 May 2025, 8:00 there */
  GtkWidget *moments;

  draft (fixture, "portal.reviews", "true");
  press (fixture, "configuration.schedule");
  moments = find_window (FOYER_TYPE_MOMENT_DIALOG);
  g_assert_nonnull (moments);
  g_signal_emit_by_name (find_suggested (moments), "clicked");
  foyer_test_settle ();
  g_signal_emit_by_name (find_suggested (find_window (FOYER_TYPE_PUBLISH_DIALOG)), "clicked");
  foyer_test_settle ();
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_VERSION_SCHEDULED);
  versions = foyer_store_list (fixture->fixture.store, query);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpint (foyer_settings_version_get_publish_at (versions->pdata[0]), ==, morning);
  g_assert_false (
      foyer_portal_settings_get_portal_reviews (foyer_settings_draft_get_published (get_draft (fixture))));
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->page, "publication-text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

#define LEE "{'id': 'st-7', 'name': 'Lee', 'email': 'lee@northwind.example', 'role': 'admin'}"
#define VERSION(id, author, version, patch) \
  "{'id': '" id "', 'status': 'published', 'version': " version ", 'publishedAt': '2025-05-02 08:00'," \
  " 'authorId': '" author "', 'patch': " patch "}"

/* The name, how many, and how many of one's own are among them; History has been seen then. */
static void
test_what_others_publish_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  assert_told (fixture, NULL);
  draft (fixture, "booking.max_days", "14");
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[" LEE ", " VERSION (
          "sn-1", "st-7", "2",
          "{'booking.lead_hours': 5, 'portal.reviews': true}") ","
                                                               " {'id': 'ps-1', 'booking.lead_hours': 5, "
                                                               "'portal.reviews': true}]");
  assert_told (fixture, "Lee published 2 changes");
  g_assert_cmpstr (fixture->said, ==, "Lee published 2 changes. Your draft goes with it");
  g_clear_pointer (&fixture->said, g_free);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[" VERSION ("sn-2", "st-7", "3",
                   "{'booking.max_days': 9}") ","
                                              " {'id': 'ps-1', 'booking.lead_hours': 5, 'portal.reviews': "
                                              "true, 'booking.max_days': 9}]");
  assert_told (fixture, "Lee published 3 changes. You have changed 1 of them, too");
  g_assert_null (fixture->said);
  press (fixture, "configuration.show-publication");
  g_object_get (fixture->page, "page-title", &title, NULL);
  g_assert_cmpstr (title, ==, "History");
  assert_told (fixture, NULL);
}

/* What one published oneself, what was there before, and what is only scheduled. */
static void
test_nothing_else_is_told (Fixture *fixture, gconstpointer data)
{
  const FoyerAccount *account = foyer_desk_get_account (fixture->fixture.desk);
  g_autofree char *own = g_strdup_printf ("[{'id': 'sn-1', 'status': 'published', 'version': 2, "
                                          "'publishedAt': '2025-05-02 08:00', 'authorId': '%s',"
                                          " 'patch': {'booking.lead_hours': 5}}]",
                                          account->staff_id);

  foyer_console_fixture_pull (&fixture->fixture, own);
  foyer_console_fixture_pull (&fixture->fixture,
                              "[" LEE
                              ", {'id': 'sn-2', 'status': 'scheduled', 'publishAt': '2025-06-02 08:00',"
                              " 'authorId': 'st-7', 'patch': {'booking.lead_hours': 6}}]");
  assert_told (fixture, NULL);
}

static void
test_only_what_is_changed_is_shown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  draft (fixture, "portal.reviews", "true");
  draft (fixture, "booking.max_days", "20");
  press (fixture, "configuration.only-changed");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->page), "portal.reviews"));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->page), "booking.max_days"));
  g_assert_null (find_row (GTK_WIDGET (fixture->page), "portal.messaging"));
  press (fixture, "configuration.only-changed");
  g_object_get (fixture->page, "page-title", &title, NULL);
  g_assert_cmpstr (title, ==, "Overview");
}

static void
test_the_sheet_refuses_what_is_bad (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  draft (fixture, "booking.max_days", "900");
  press (fixture, "configuration.publish");
  dialog = find_window (FOYER_TYPE_PUBLISH_DIALOG);
  g_assert_false (gtk_widget_get_sensitive (find_suggested (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_the_office_submits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_proposal_type);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (JsonNode) patch = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  draft (fixture, "portal.reviews", "true");
  press (fixture, "configuration.publish");
  dialog = find_window (FOYER_TYPE_PUBLISH_DIALOG);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_suggested (dialog))), ==, "Submit");
  g_signal_emit_by_name (find_suggested (dialog), "clicked");
  foyer_test_settle ();
  proposals = foyer_store_list (fixture->fixture.store, query);
  g_assert_cmpuint (proposals->len, ==, 1);
  patch = foyer_settings_proposal_get_patch (proposals->pdata[0]);
  text = foyer_json_canonical (patch);
  g_assert_cmpstr (text, ==, "{\"portal.reviews\":true}");
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (get_draft (fixture)), ==, 0);
}

static gboolean
shows_icon (GtkWidget *widget, const char *name)
{
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (shows_icon (child, name))
      return TRUE;
  }
  return FALSE;
}

static void
test_viewers_look (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = look_at (fixture, "portal.messaging");
  gboolean locked;

  g_assert_true (shows_icon (row, "changes-prevent-symbolic"));
  g_object_get (row, "locked", &locked, NULL);
  g_assert_true (locked);
  g_assert_false (gtk_widget_is_sensitive (foyer_find_widget (row, GTK_TYPE_SWITCH)));
}

static void
test_the_master_switch_asks_and_acts_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *master = foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_MASTER_SWITCH);
  GtkSwitch *button = GTK_SWITCH (foyer_find_widget (master, GTK_TYPE_SWITCH));
  GtkWidget *dialog;
  FoyerRecord *published;

  gtk_widget_activate (GTK_WIDGET (button));
  foyer_test_settle ();
  dialog = find_window (FOYER_TYPE_QUESTION_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_switch_get_active (button));
  g_signal_emit_by_name (dialog, "confirmed");
  gtk_window_destroy (GTK_WINDOW (dialog));
  foyer_test_settle ();
  published = foyer_settings_draft_get_published (get_draft (fixture));
  g_assert_false (foyer_portal_settings_get_portal_enabled (published));
  g_assert_false (gtk_switch_get_active (button));
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (get_draft (fixture)), ==, 0);
}

static void
test_a_page_is_gone_to_by_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.show-page", "s", "documents");
  foyer_test_settle ();
  g_object_get (fixture->page, "page-title", &title, NULL);
  g_assert_cmpstr (title, ==, "Documents");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/configuration-page/" path, Fixture, role, set_up, function, tear_down)
  ADD ("every-setting-stands-somewhere-once", "admin", test_every_setting_stands_somewhere_once);
  ADD ("every-word-has-a-name", "admin", test_every_word_has_a_name);
  ADD ("found-by-the-words-people-use", "admin", test_found_by_the_words_people_use);
  ADD ("pages-are-found", "admin", test_pages_are_found);
  ADD ("pages-tell-of-their-records", "admin", test_pages_tell_of_their_records);
  ADD ("every-row-shows-what-is-published", "admin", test_every_row_shows_what_is_published);
  ADD ("a-page-is-gone-to-by-name", "admin", test_a_page_is_gone_to_by_name);
  ADD ("a-switch-drafts-and-goes-back", "admin", test_a_switch_drafts_and_goes_back);
  ADD ("a-bad-number-is-told-and-blocks-nothing-else", "admin",
       test_a_bad_number_is_told_and_blocks_nothing_else);
  ADD ("a-mode-excludes-rows", "admin", test_a_mode_excludes_rows);
  ADD ("a-colour-is-written", "admin", test_a_colour_is_written);
  ADD ("a-colour-says-how-it-is-read", "admin", test_a_colour_says_how_it_is_read);
  ADD ("a-list-is-written-one-a-line", "admin", test_a_list_is_written_one_a_line);
  ADD ("a-sheet-leads-to-the-line-that-is-wrong", "admin", test_a_sheet_leads_to_the_line_that_is_wrong);
  ADD ("what-is-left-out-is-said", "admin", test_what_is_left_out_is_said);
  ADD ("checks-are-some-of-several", "admin", test_checks_are_some_of_several);
  ADD ("everything-has-a-name-to-be-heard", "admin", test_everything_has_a_name_to_be_heard);
  ADD ("every-page-fits-a-narrow-window", "admin", test_every_page_fits_a_narrow_window);
  ADD ("published-from-the-sheet", "admin", test_published_from_the_sheet);
  ADD ("scheduled-for-a-moment", "admin", test_scheduled_for_a_moment);
  ADD ("what-others-publish-is-told", "admin", test_what_others_publish_is_told);
  ADD ("nothing-else-is-told", "admin", test_nothing_else_is_told);
  ADD ("only-what-is-changed-is-shown", "admin", test_only_what_is_changed_is_shown);
  ADD ("the-sheet-refuses-what-is-bad", "admin", test_the_sheet_refuses_what_is_bad);
  ADD ("the-office-submits", "office", test_the_office_submits);
  ADD ("viewers-look", "viewer", test_viewers_look);
  ADD ("the-master-switch-asks-and-acts-at-once", "admin", test_the_master_switch_asks_and_acts_at_once);
#undef ADD
  return g_test_run ();
}
