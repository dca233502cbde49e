/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-mails-panel.c - what clients get by mail is put in the business's own words, looked at and put back (000-75) */

#include "foyer-mails-panel.h"

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-mail-editor.h"
#include "foyer-mail-sample.h"
#include "foyer-resources.h"
#include "foyer-test.h"
#include "types/template.h"

#include <string.h>

#define TEMPLATES \
  "[{'id': 'tp-1', 'kind': 'booking_answer', 'language': 'en-GB', 'subject': 'Sorry', 'body': 'Not then.'}]"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerMailsPanel *panel;
  GtkWidget *editor; /* (nullable): the last that was opened */
  FoyerAct *act;     /* (nullable): the last */
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
  foyer_console_fixture_pull (&fixture->fixture, TEMPLATES);
  fixture->panel = g_object_new (FOYER_TYPE_MAILS_PANEL, NULL);
  g_signal_connect_swapped (fixture->panel, "acted", G_CALLBACK (on_acted), fixture);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 900, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
  foyer_setting_panel_start (FOYER_SETTING_PANEL (fixture->panel), fixture->fixture.desk, NULL, TRUE);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_setting_panel_stop (FOYER_SETTING_PANEL (fixture->panel));
  gtk_window_destroy (fixture->window);
  foyer_act_free (fixture->act);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
open_editor (Fixture *fixture, FoyerMailKind kind)
{
  fixture->editor = foyer_mails_panel_open (fixture->panel, kind);
  foyer_test_settle ();
}

static gpointer
get_child (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->editor, FOYER_TYPE_MAIL_EDITOR, name);
}

static void
write_words (Fixture *fixture, const char *subject, const char *body)
{
  gtk_editable_set_text (get_child (fixture, "subject"), subject);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_child (fixture, "body")), body, -1);
  foyer_test_settle ();
}

static char *
read_body (Fixture *fixture)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (get_child (fixture, "body")), "text", &text, NULL);
  return text;
}

static void
press (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_get_visible (get_child (fixture, name)));
  g_signal_emit_by_name (get_child (fixture, name), "clicked");
  foyer_test_settle ();
}

static FoyerRecord *
find_template (Fixture *fixture, FoyerTemplateKind kind)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_template_type);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_where_number (query, "kind", FOYER_COMPARE_EQUAL, kind);
  found = foyer_store_list (fixture->fixture.store, query);
  return found->len == 0 ? NULL : g_object_ref (found->pdata[0]);
}

static void
test_says_which_are_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = foyer_mails_panel_describe (fixture->fixture.desk);

  g_assert_cmpstr (state, ==, "9 mails, 1 in your own words");
}

static void
test_saved_for_one_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) template = NULL;

  open_editor (fixture, FOYER_MAIL_INVITE);
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "save_button")));
  write_words (fixture, "Come to [organisation]", "Hello [name],\n\n[link]\n");
  press (fixture, "save_button");
  template = find_template (fixture, FOYER_TEMPLATE_INVITE);
  g_assert_nonnull (template);
  g_assert_cmpstr (foyer_template_get_subject (template), ==, "Come to [organisation]");
  g_assert_cmpstr (foyer_template_get_body (template), ==, "Hello [name],\n\n[link]");
  g_assert_cmpstr (foyer_template_get_language (template), ==, "en-GB");
  g_assert_nonnull (fixture->act);
}

/* Whoever closes the window, or whose computer fails, goes on where they were. */
static void
test_begun_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;

  open_editor (fixture, FOYER_MAIL_QUOTE);
  write_words (fixture, "Half", "Half a sen");
  gtk_window_destroy (GTK_WINDOW (fixture->editor));
  foyer_test_settle ();
  open_editor (fixture, FOYER_MAIL_QUOTE);
  body = read_body (fixture);
  g_assert_cmpstr (body, ==, "Half a sen");
  press (fixture, "discard_button");
  gtk_window_destroy (GTK_WINDOW (fixture->editor));
  open_editor (fixture, FOYER_MAIL_QUOTE);
  g_free (body);
  body = read_body (fixture);
  g_assert_true (g_str_has_prefix (body, "Hello [name],"));
  g_assert_null (find_template (fixture, FOYER_TEMPLATE_QUOTE));
}

/* What is put back follows what Foyer ships from then on. */
static void
test_default_restored (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, FOYER_MAIL_BOOKING_ANSWER);
  press (fixture, "restore_button");
  press (fixture, "save_button");
  g_assert_null (find_template (fixture, FOYER_TEMPLATE_BOOKING_ANSWER));
  g_assert_nonnull (fixture->act);
}

static void
test_read_by_a_client (Fixture *fixture, gconstpointer data)
{
  FoyerMailSample *sample;

  open_editor (fixture, FOYER_MAIL_INVITE);
  sample = get_child (fixture, "sample");
  write_words (fixture, "Come", "Dear [name], yours [organisation].");
  g_assert_cmpstr (foyer_mail_sample_get_text (sample), ==, "Dear Ellen Ruiz, yours Northwind Heating.");
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "oddity")));
}

static void
test_odd_placeholder_is_said (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, FOYER_MAIL_INVITE);
  write_words (fixture, "Come", "Dear [nmae]");
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "oddity")));
  g_assert_nonnull (strstr (gtk_label_get_label (get_child (fixture, "oddity")), "[nmae]"));
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "save_button")));
  write_words (fixture, "Come", " \n");
  g_assert_false (gtk_widget_get_sensitive (get_child (fixture, "save_button")));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "problem")));
}

static void
test_placeholders_and_blocks_are_put_in (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  g_autofree char *body = NULL;

  open_editor (fixture, FOYER_MAIL_INVITE);
  write_words (fixture, "Come", "Pay us, ");
  buffer = gtk_text_view_get_buffer (get_child (fixture, "body"));
  gtk_widget_grab_focus (get_child (fixture, "body"));
  {
    GtkTextIter end;

    gtk_text_buffer_get_end_iter (buffer, &end);
    gtk_text_buffer_place_cursor (buffer, &end);
  }
  g_signal_emit_by_name (get_child (fixture, "placeholders"), "picked", "[name]");
  g_signal_emit_by_name (get_child (fixture, "blocks"), "picked", "[pay?]");
  body = read_body (fixture);
  g_assert_cmpstr (body, ==, "[pay?]Pay us, [name]");
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  open_editor (fixture, FOYER_MAIL_INVITE);
  foyer_assert_all_have_names (fixture->editor);
}

static void
test_others_look (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, FOYER_MAIL_INVITE);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "lock_label")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "save_button")));
  g_assert_false (gtk_text_view_get_editable (get_child (fixture, "body")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "restore_button")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, role, function) \
  g_test_add ("/mails-panel/" path, Fixture, role, set_up, function, tear_down)
  ADD ("says-which-are-own", "admin", test_says_which_are_own);
  ADD ("saved-for-one-language", "admin", test_saved_for_one_language);
  ADD ("begun-is-kept", "admin", test_begun_is_kept);
  ADD ("default-restored", "admin", test_default_restored);
  ADD ("read-by-a-client", "admin", test_read_by_a_client);
  ADD ("odd-placeholder-is-said", "admin", test_odd_placeholder_is_said);
  ADD ("placeholders-and-blocks-are-put-in", "admin", test_placeholders_and_blocks_are_put_in);
  ADD ("everything-has-a-name", "admin", test_everything_has_a_name);
  ADD ("others-look", "office", test_others_look);
#undef ADD

  return g_test_run ();
}
