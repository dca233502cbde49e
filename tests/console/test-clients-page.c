/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-clients-page.c - who gets into a portal, on a real store and without a server */

#include "foyer-beside.h"
#include "foyer-clients-page.h"
#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-invite-dialog.h"
#include "foyer-invite-steps.h"
#include "foyer-json.h"
#include "foyer-question-dialog.h"
#include "foyer-resources.h"
#include "foyer-step-line.h"
#include "foyer-step-mark.h"
#include "foyer-test.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerClientsPage *page;
  FoyerAct *act; /* (nullable): the last */
  char *said;
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *client_id = foyer_test_id ("cl-1");

  fixture->fixture.role = data;
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ines Duarte', 'email': 'ines@baystreet.example'}, "
      "{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Bo Long', 'email': 'bo@baystreet.example', 'status': "
      "'active'}, "
      "{'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1', 'status': 'sent', 'email': "
      "'ines@baystreet.example', "
      "'sentAt': '2025-05-01 10:00', 'expiresAt': '2025-05-08 10:00', 'note': 'Hello'}, "
      "{'id': 'pl-1', 'clientId': 'cl-1', 'expiresAt': '2025-07-01 09:00'}]");
  fixture->page = FOYER_CLIENTS_PAGE (foyer_clients_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  g_signal_connect_swapped (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
  g_signal_connect_swapped (fixture->page, "said", G_CALLBACK (on_said), fixture);
  gtk_window_set_default_size (fixture->window, 900, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  g_object_set (fixture->page, "desk", fixture->fixture.desk, NULL);
  foyer_test_settle ();
  foyer_clients_page_look_at (fixture->page, client_id);
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

static gboolean
press (Fixture *fixture, const char *action, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  gboolean known = gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, "s", id);

  foyer_test_settle ();
  return known;
}

static FoyerRecord *
get (Fixture *fixture, const FoyerRecordType *type, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);

  return foyer_store_get (fixture->fixture.store, type, id);
}

static FoyerOperation *
newest_operation (Fixture *fixture)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_HELD, FOYER_OPERATION_QUEUED };
  g_autoptr (GPtrArray) operations
      = foyer_store_list_operations (fixture->fixture.store, states, G_N_ELEMENTS (states), 0, 1);

  return operations->len == 0 ? NULL : g_object_ref (operations->pdata[0]);
}

/* What makes access narrower is never held. */
static void
test_narrowing_leaves_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) session = NULL;
  g_autoptr (FoyerOperation) operation = NULL;

  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'se-1', 'clientId': 'cl-1', 'method': 'password', 'startedAt': '2025-05-02 08:00', "
      "'expiresAt': '2025-05-05 08:00'}]");
  press (fixture, "access.end-session", "se-1");
  operation = newest_operation (fixture);
  g_assert_nonnull (operation);
  g_assert_cmpint ((int) foyer_operation_get_state (operation), ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpstr (fixture->said, ==, "Session ended");
  g_assert_null (fixture->act);
}

static void
test_a_resend_is_held_and_keeps_the_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = foyer_test_id ("iv-1");
  g_autoptr (FoyerOperation) operation = NULL;
  const FoyerOperationData *values;

  press (fixture, "access.resend", "iv-1");
  operation = newest_operation (fixture);
  g_assert_nonnull (operation);
  values = foyer_operation_get_data (operation);
  g_assert_cmpint ((int) values->state, ==, FOYER_OPERATION_HELD);
  g_assert_cmpstr (foyer_json_object_text (values->patch, "replacesId"), ==, old);
  g_assert_cmpstr (foyer_json_object_text (values->patch, "note"), ==, "Hello");
  g_assert_cmpstr (foyer_json_object_text (values->patch, "email"), ==, "ines@baystreet.example");
  g_assert_nonnull (fixture->act);
  g_assert_cmpstr (fixture->act->operation_id, ==, values->id);
}

static void
test_enabling_invites_who_never_came (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) person = NULL;

  foyer_console_fixture_pull (&fixture->fixture, "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ines Duarte', "
                                                 "'email': 'ines@baystreet.example', 'status': 'disabled'}]");
  press (fixture, "access.enable-person", "pp-1");
  person = get (fixture, &foyer_portal_person_type, "pp-1");
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_INVITED);
}

/* --- The steps of an invite --- */

static GtkWidget *
create_steps (Fixture *fixture)
{
  g_autoptr (FoyerRecord) person = get (fixture, &foyer_portal_person_type, "pp-1");
  g_autoptr (FoyerRecord) invite = get (fixture, &foyer_invite_type, "iv-1");
  g_autoptr (FoyerOfficeTime) time = foyer_office_time_new ("America/Chicago", "en-US");
  g_autoptr (GArray) steps = foyer_invite_steps (person, invite, time, foyer_invite_get_sent_at (invite));
  GtkWidget *line = g_object_ref_sink (g_object_new (FOYER_TYPE_STEP_LINE, NULL));

  foyer_step_line_set_steps (FOYER_STEP_LINE (line), steps);
  return line;
}

/* Where the first and the last step lie when the line has got @width, and how high it is. */
static int
lay_out (GtkWidget *line, int width, graphene_rect_t *first, graphene_rect_t *last)
{
  gboolean any = FALSE;
  int height;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (line, width, height, -1, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!FOYER_IS_STEP_MARK (child))
      continue;
    g_assert_true (gtk_widget_compute_bounds (child, line, any ? last : first));
    any = TRUE;
  }
  return height;
}

/* Dots on a line where all names have room, also from right to left; below each other where they have not. */
static void
test_steps_lie_as_there_is_room (Fixture *fixture, gconstpointer data)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++) {
    GtkWidget *line;
    graphene_rect_t first;
    graphene_rect_t last;
    int least;
    int wide;
    int height;

    gtk_widget_set_default_direction (directions[i]);
    line = create_steps (fixture);
    gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
    g_assert_cmpint (least, <, 300);
    height = lay_out (line, wide, &first, &last);
    g_assert_cmpfloat (first.origin.y, ==, last.origin.y);
    g_assert_true ((first.origin.x < last.origin.x) == (i == 0));
    g_assert_cmpint (lay_out (line, wide - 1, &first, &last), >, height);
    g_assert_cmpfloat (first.origin.y, <, last.origin.y);
    g_assert_cmpfloat (last.origin.y + last.size.height, <=, gtk_widget_get_height (line));
    /* And back. */
    g_assert_cmpint (lay_out (line, wide, &first, &last), ==, height);
    g_object_unref (line);
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* A button goes below the words that it would squeeze. */
static void
test_a_button_leaves_words_their_room (Fixture *fixture, gconstpointer data)
{
  GtkWidget *beside = g_object_ref_sink (foyer_beside_new ());
  GtkWidget *words = gtk_label_new ("Makes a new link and copies it. The one copied before stops working.");
  GtkWidget *button = gtk_button_new_with_label ("Copy Link");
  graphene_rect_t of_words;
  graphene_rect_t of_button;
  int least;
  int most;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_set_parent (words, beside);
  gtk_widget_set_parent (button, beside);
  gtk_widget_measure (beside, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most, NULL, NULL);
  g_assert_cmpint (least, <, 200);
  for (int width = least; width <= most; width++) {
    int height;

    gtk_widget_measure (beside, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
    gtk_widget_allocate (beside, width, height, -1, NULL);
    g_assert_true (gtk_widget_compute_bounds (words, beside, &of_words));
    g_assert_true (gtk_widget_compute_bounds (button, beside, &of_button));
    g_assert_cmpfloat (of_words.size.width, >=, MIN (width, 120));
    g_assert_cmpfloat (of_button.origin.x + of_button.size.width, <=, width);
    g_assert_cmpfloat (of_button.origin.y + of_button.size.height, <=, height);
    g_assert_false (graphene_rect_intersection (&of_words, &of_button, NULL));
  }
  g_assert_cmpfloat (of_button.origin.x, >, of_words.origin.x);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_allocate (beside, 300, 200, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (words), ==, 300);
  g_object_unref (beside);
}

static void
test_steps_are_heard_as_sentences (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = create_steps (fixture);
  GtkWidget *last = gtk_widget_get_last_child (line);
  g_autofree char *name = foyer_heard_name (GTK_ACCESSIBLE (line));
  g_autofree char *said = foyer_heard_name (GTK_ACCESSIBLE (last));

  g_assert_cmpstr (name, ==, "From the invite to the first visit");
  g_assert_cmpstr (said, ==, "First visit: Not yet");
  g_assert_cmpint ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (last)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_object_unref (line);
}

/* --- Erasing --- */

static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (FOYER_IS_QUESTION_DIALOG (window))
      return window;
  }
  return NULL;
}

/* A question that has room is read whole, without scrolling. */
static void
assert_all_is_seen (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget)) {
    GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

    g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >, 100);
    g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), >=, gtk_adjustment_get_upper (adjustment));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_all_is_seen (child);
}

/* It is asked about first, leaves at once, and does not name in the Outbox whoever is to be forgotten. */
static void
test_erasing_is_asked_about (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerOperation) before = NULL;
  g_autoptr (FoyerOperation) operation = NULL;
  const FoyerOperationData *values;
  GtkWindow *question;

  press (fixture, "access.erase-person", "pp-2");
  question = find_question ();
  g_assert_nonnull (question);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (question));
  assert_all_is_seen (GTK_WIDGET (question));
  before = newest_operation (fixture);
  g_assert_null (before);
  g_signal_emit_by_name (question, "confirmed");
  gtk_window_destroy (question);
  foyer_test_settle ();
  operation = newest_operation (fixture);
  g_assert_nonnull (operation);
  values = foyer_operation_get_data (operation);
  g_assert_cmpint ((int) values->state, ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpstr (values->command, ==, "erase-person");
  g_assert_true (json_object_get_boolean_member (values->patch, "erase"));
  g_assert_null (strstr (values->subject, "Bo Long"));
  g_assert_cmpstr (fixture->said, ==, "Erased");
}

static void
test_the_office_erases_nobody (Fixture *fixture, gconstpointer data)
{
  press (fixture, "access.erase-person", "pp-2");
  g_assert_null (find_question ());
}

/* --- The invite dialog --- */

static GtkWidget *
find (GtkWidget *widget, const char *buildable_id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), buildable_id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, buildable_id);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static FoyerInviteDialog *
open_dialog (Fixture *fixture, const char *person)
{
  g_autoptr (FoyerRecord) client = get (fixture, &foyer_client_type, "cl-1");
  g_autoptr (FoyerRecord) record = get (fixture, &foyer_portal_person_type, person);
  GtkWindow *dialog = foyer_invite_dialog_new (fixture->window, fixture->fixture.desk, client, record);

  gtk_window_present (dialog);
  foyer_test_settle ();
  return FOYER_INVITE_DIALOG (dialog);
}

static void
type (FoyerInviteDialog *dialog, const char *row, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (dialog), row)), words);
  foyer_test_settle ();
}

static void
choose (FoyerInviteDialog *dialog, const char *button)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (GTK_WIDGET (dialog), button)), TRUE);
  foyer_test_settle ();
}

static void
assert_says (FoyerInviteDialog *dialog, const char *property, const char *words)
{
  g_autofree char *text = NULL;

  g_object_get (dialog, property, &text, NULL);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, words));
}

static void
assert_ready (FoyerInviteDialog *dialog, gboolean expected)
{
  gboolean ready;

  g_object_get (dialog, "ready", &ready, NULL);
  g_assert_cmpint (ready, ==, expected);
}

static void
test_the_mail_stands_beside_what_is_typed (Fixture *fixture, gconstpointer data)
{
  FoyerInviteDialog *dialog = open_dialog (fixture, "pp-1");

  assert_says (dialog, "subject", "Your access to");
  type (dialog, "note", "As we said on the phone.");
  assert_says (dialog, "words", "As we said on the phone.");
  assert_says (dialog, "words", "/i/•••");
  choose (dialog, "by_password");
  assert_says (dialog, "words", "Sign in with ines@baystreet.example");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_a_set_password_is_in_no_mail_and_long_enough (Fixture *fixture, gconstpointer data)
{
  FoyerInviteDialog *dialog = open_dialog (fixture, "pp-1");
  g_autoptr (JsonObject) invite = NULL;
  g_autofree char *words = NULL;

  assert_ready (dialog, TRUE);
  choose (dialog, "by_own_password");
  assert_ready (dialog, FALSE);
  type (dialog, "password", "too short");
  assert_says (dialog, "password-problem", "at least 12");
  type (dialog, "password", "violet anchor teapot");
  assert_ready (dialog, TRUE);
  g_assert_true (foyer_invite_dialog_sets_password (dialog));
  g_object_get (dialog, "words", &words, NULL);
  g_assert_null (strstr (words, "violet"));
  invite = foyer_invite_dialog_make_invite (dialog, "pp-1");
  g_assert_cmpstr (foyer_json_object_text (invite, "delivery"), ==, "staff_password");
  g_assert_cmpstr (foyer_json_object_text (invite, "password"), ==, "violet anchor teapot");
  choose (dialog, "by_link");
  json_object_unref (g_steal_pointer (&invite));
  invite = foyer_invite_dialog_make_invite (dialog, "pp-1");
  g_assert_false (json_object_has_member (invite, "password"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Without a server a password has no place to be. */
static void
test_passwords_need_the_server (Fixture *fixture, gconstpointer data)
{
  FoyerInviteDialog *dialog = open_dialog (fixture, "pp-1");

  g_assert_false (gtk_widget_get_sensitive (find (GTK_WIDGET (dialog), "own_password_row")));
  g_assert_false (gtk_widget_get_sensitive (find (GTK_WIDGET (dialog), "password_row")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_viewers_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerOperation) operation = NULL;

  press (fixture, "access.resend", "iv-1");
  press (fixture, "access.end-session", "iv-1");
  press (fixture, "access.enable-person", "pp-2");
  operation = newest_operation (fixture);
  g_assert_null (operation);
}

static void
test_everything_has_a_name (Fixture *fixture, gconstpointer data)
{
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

int
main (int argc, char *argv[])
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (foyer_get_resource ());

#define ADD(path, role, function) g_test_add (path, Fixture, role, set_up, function, tear_down)
  ADD ("/clients-page/narrowing-leaves-at-once", "office", test_narrowing_leaves_at_once);
  ADD ("/clients-page/a-resend-is-held-and-keeps-the-words", "office",
       test_a_resend_is_held_and_keeps_the_words);
  ADD ("/clients-page/enabling-invites-who-never-came", "office", test_enabling_invites_who_never_came);
  ADD ("/clients-page/steps-lie-as-there-is-room", "office", test_steps_lie_as_there_is_room);
  ADD ("/clients-page/a-button-leaves-words-their-room", "office", test_a_button_leaves_words_their_room);
  ADD ("/clients-page/steps-are-heard-as-sentences", "office", test_steps_are_heard_as_sentences);
  ADD ("/clients-page/erasing-is-asked-about", "admin", test_erasing_is_asked_about);
  ADD ("/clients-page/the-office-erases-nobody", "office", test_the_office_erases_nobody);
  ADD ("/clients-page/the-mail-stands-beside-what-is-typed", "office",
       test_the_mail_stands_beside_what_is_typed);
  ADD ("/clients-page/a-set-password-is-in-no-mail-and-long-enough", "office",
       test_a_set_password_is_in_no_mail_and_long_enough);
  ADD ("/clients-page/passwords-need-the-server", "office", test_passwords_need_the_server);
  ADD ("/clients-page/viewers-look", "viewer", test_viewers_look);
  ADD ("/clients-page/everything-has-a-name", "office", test_everything_has_a_name);
#undef ADD
  return g_test_run ();
}
