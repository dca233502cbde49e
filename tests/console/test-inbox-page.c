/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-inbox-page.c - what is written is kept, sent once, and taken back whole */

#include "foyer-attachment-row.h"
#include "foyer-composer.h"
#include "foyer-console-fixture.h"
#include "foyer-enclosures.h"
#include "foyer-find-widget.h"
#include "foyer-heard-names.h"
#include "foyer-inbox-page.h"
#include "foyer-json.h"
#include "foyer-letter.h"
#include "foyer-resources.h"
#include "foyer-store-blobs.h"
#include "foyer-store-drafts.h"
#include "foyer-talk.h"
#include "foyer-test.h"
#include "foyer-thread-end.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>
#include <unistd.h>

typedef struct {
  FoyerConsoleFixture desk;
  GtkWindow *window;
  FoyerInboxPage *page;
  GtkWidget *composer;
  GtkTextView *text_view;
  FoyerAct *act;
  char *said; /* (nullable) */
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
add_conversations (Fixture *fixture)
{
  foyer_console_fixture_pull (
      &fixture->desk,
      "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Cold upstairs', 'status': 'open', 'lastAt': "
      "'2025-05-02 08:00', "
      "'lastFrom': 'client', 'snippet': 'It is cold.', 'waitingSince': '2025-05-02 08:00', 'messageCount': "
      "1}, "
      "{'id': 'cv-2', 'clientId': 'cl-2', 'subject': 'Invoice', 'status': 'open', 'lastAt': '2025-05-02 "
      "07:00', "
      "'lastFrom': 'team', 'snippet': 'Thank you.', 'messageCount': 2}, "
      "{'id': 'cv-3', 'clientId': 'cl-2', 'subject': 'Old', 'status': 'done', 'lastAt': '2025-04-02 07:00', "
      "'lastFrom': 'team', 'snippet': 'Bye.', 'messageCount': 0}, "
      "{'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'It is cold.', 'sentAt': "
      "'2025-05-02 08:00'}, "
      "{'id': 'ms-2', 'conversationId': 'cv-2', 'kind': 'client', 'body': 'I paid.', 'sentAt': '2025-05-01 "
      "07:00'}, "
      "{'id': 'ms-3', 'conversationId': 'cv-2', 'kind': 'team', 'staffId': 'st-1', 'body': 'Thank you.', "
      "'sentAt': '2025-05-02 07:00'}]");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk.role = data;
  foyer_console_fixture_set_up (&fixture->desk, NULL);
  add_conversations (fixture);
  fixture->window = foyer_console_fixture_make_window ();
  fixture->page = FOYER_INBOX_PAGE (foyer_inbox_page_new ());
  g_signal_connect_swapped (fixture->page, "acted", G_CALLBACK (on_acted), fixture);
  g_signal_connect_swapped (fixture->page, "said", G_CALLBACK (on_said), fixture);
  gtk_window_set_default_size (fixture->window, 1000, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  foyer_test_settle ();
  g_object_set (fixture->page, "desk", fixture->desk.desk, NULL);
  foyer_test_settle ();
  fixture->composer = foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_COMPOSER);
  fixture->text_view = GTK_TEXT_VIEW (foyer_find_widget (fixture->composer, GTK_TYPE_TEXT_VIEW));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  g_clear_pointer (&fixture->act, foyer_act_free);
  g_clear_pointer (&fixture->said, g_free);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

static void
assert_looks_at (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autoptr (FoyerTalk) talk = NULL;

  g_object_get (fixture->page, "talk", &talk, NULL);
  g_assert_nonnull (talk);
  g_assert_cmpstr (foyer_talk_get_id (talk), ==, id);
}

static void
write_words (Fixture *fixture, const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->text_view), words, -1);
}

static void
assert_written (Fixture *fixture, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->text_view);
  g_autofree char *written = NULL;

  g_object_get (buffer, "text", &written, NULL);
  g_assert_cmpstr (written, ==, words);
}

static void
pause_writing (Fixture *fixture)
{
  foyer_manual_clock_advance (fixture->desk.clock, G_USEC_PER_SEC / 2);
  foyer_test_settle ();
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text_view), action, NULL));
  foyer_test_settle ();
}

static GListModel *
get_thread (Fixture *fixture)
{
  GtkWidget *content = gtk_widget_get_parent (fixture->composer);

  return G_LIST_MODEL (
      gtk_list_view_get_model (GTK_LIST_VIEW (foyer_find_widget (content, GTK_TYPE_LIST_VIEW))));
}

static FoyerRecord *
get_message (Fixture *fixture, guint position)
{
  g_autoptr (FoyerLetter) letter = g_list_model_get_item (get_thread (fixture), position);

  g_assert_nonnull (letter);
  return foyer_letter_get_message (letter);
}

static void
test_the_latest_comes_first_and_its_messages_last (Fixture *fixture, gconstpointer data)
{
  assert_looks_at (fixture, "cv-1");
  act (fixture, "list-pane.next");
  assert_looks_at (fixture, "cv-2");
  g_assert_cmpuint (g_list_model_get_n_items (get_thread (fixture)), ==, 2);
  g_assert_cmpstr (foyer_message_get_body (get_message (fixture, 0)), ==, "I paid.");
  g_assert_cmpstr (foyer_message_get_body (get_message (fixture, 1)), ==, "Thank you.");
}

static void
test_what_is_written_is_kept_and_found_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("cv-1");
  g_autofree char *draft = NULL;

  write_words (fixture, "We come at");
  assert_looks_at (fixture, "cv-1");
  pause_writing (fixture);
  assert_looks_at (fixture, "cv-1");
  draft = foyer_store_get_draft (fixture->desk.store, id, FOYER_TALK_REPLY);
  g_assert_cmpstr (draft, ==, "We come at");
  act (fixture, "list-pane.next");
  assert_looks_at (fixture, "cv-2");
  assert_written (fixture, "");
  act (fixture, "list-pane.previous");
  assert_written (fixture, "We come at");
}

static void
test_words_of_the_last_moment_are_kept_too (Fixture *fixture, gconstpointer data)
{
  write_words (fixture, "We come at two");
  act (fixture, "list-pane.next");
  act (fixture, "list-pane.previous");
  assert_written (fixture, "We come at two");
}

static void
test_a_note_and_a_reply_do_not_mix (Fixture *fixture, gconstpointer data)
{
  write_words (fixture, "For the client");
  act (fixture, "inbox.note");
  assert_written (fixture, "");
  write_words (fixture, "For us");
  act (fixture, "inbox.reply");
  assert_written (fixture, "For the client");
  act (fixture, "inbox.note");
  assert_written (fixture, "For us");
}

static void
test_a_reply_is_there_at_once_and_is_sent_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("cv-1");
  g_autofree char *draft = NULL;
  FoyerRecord *message;

  write_words (fixture, "  We come at two.\n");
  act (fixture, "composer.send");
  assert_written (fixture, "");
  g_assert_nonnull (fixture->act);
  g_assert_cmpuint (g_list_model_get_n_items (get_thread (fixture)), ==, 2);
  message = get_message (fixture, 1);
  g_assert_cmpstr (foyer_message_get_body (message), ==, "We come at two.");
  g_assert_cmpint (foyer_message_get_kind (message), ==, FOYER_MESSAGE_TEAM);
  draft = foyer_store_get_draft (fixture->desk.store, id, FOYER_TALK_REPLY);
  g_assert_null (draft);
  act (fixture, "composer.send");
  g_assert_cmpuint (g_list_model_get_n_items (get_thread (fixture)), ==, 2);
}

static void
take_back (Fixture *fixture)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_undo_async (fixture->desk.store, fixture->act->operation_id, NULL, foyer_test_take_result,
                          &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (fixture->desk.store, result, &error));
  foyer_test_settle ();
}

static void
test_what_is_taken_back_stands_before_what_was_begun (Fixture *fixture, gconstpointer data)
{
  write_words (fixture, "We come at two.");
  act (fixture, "composer.send");
  write_words (fixture, "And then");
  take_back (fixture);
  assert_written (fixture, "We come at two.\n\nAnd then");
  g_assert_cmpuint (g_list_model_get_n_items (get_thread (fixture)), ==, 1);
}

static void
test_what_is_done_stays_until_the_person_moves_on (Fixture *fixture, gconstpointer data)
{
  act (fixture, "inbox.done");
  assert_looks_at (fixture, "cv-1");
  g_assert_cmpstr (fixture->act->area, ==, "inbox");
  act (fixture, "list-pane.next");
  assert_looks_at (fixture, "cv-2");
}

static void
test_a_message_leads_to_its_conversation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *message = foyer_test_id ("ms-3");
  g_autofree char *done = foyer_test_id ("cv-3");

  foyer_inbox_page_open (fixture->page, message);
  foyer_test_settle ();
  assert_looks_at (fixture, "cv-2");
  foyer_inbox_page_open (fixture->page, done);
  foyer_test_settle ();
  assert_looks_at (fixture, "cv-3");
}

static void
pull_long_messages (Fixture *fixture, guint n_messages)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < n_messages; i++)
    g_string_append_printf (
        json,
        "%s{'id': 'ms-%u', 'conversationId': 'cv-3', 'kind': 'client', 'body': 'It is number %u, "
        "and it says at some length, and over more than one line where there is little room, "
        "that the boiler in the cellar hums at night.%s', 'sentAt': '2025-03-01 10:%02u'}",
        i == 0 ? "" : ", ", i + 100, i, i % 3 == 0 ? " And again." : "", i);
  g_string_append_c (json, ']');
  foyer_console_fixture_pull (&fixture->desk, json->str);
}

/* However high its messages turn out to be. Older ones, read as somebody scrolls up to them, lead nobody away from there. */
static void
test_a_thread_opens_at_its_end_and_stays_where_somebody_reads (Fixture *fixture, gconstpointer data)
{
  g_autofree char *conversation = foyer_test_id ("cv-3");
  GtkListView *view;
  GtkAdjustment *adjustment;
  guint n_items;

  pull_long_messages (fixture, 50);
  gtk_window_set_default_size (fixture->window, 360, 600);
  foyer_inbox_page_open (fixture->page, conversation);
  view = GTK_LIST_VIEW (foyer_find_widget (gtk_widget_get_parent (fixture->composer), GTK_TYPE_LIST_VIEW));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  while (gtk_adjustment_get_upper (adjustment) < 2 * gtk_adjustment_get_page_size (adjustment)
         || !foyer_thread_end_is_in_sight (view))
    g_main_context_iteration (NULL, TRUE);
  /* It is looked after for some frames. */
  for (guint frame = 0; frame < 20; frame++)
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  n_items = g_list_model_get_n_items (get_thread (fixture));
  gtk_adjustment_set_value (adjustment, 0);
  foyer_test_settle ();
  while (g_list_model_get_n_items (get_thread (fixture)) == n_items) {
    g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (fixture->desk.clock)));
    foyer_test_settle ();
  }
  g_assert_false (foyer_thread_end_is_in_sight (view));
}

/* Two people read at the same time: each writes their own entry. */
static void
test_who_reads_leaves_the_marks_of_colleagues (Fixture *fixture, gconstpointer data)
{
  static const FoyerOperationState queued = FOYER_OPERATION_QUEUED;
  g_autofree char *staff_id = foyer_test_id ("st-1");
  g_autofree char *own = g_strconcat ("readBy/", staff_id, NULL);
  g_autoptr (GPtrArray) operations = NULL;
  const FoyerOperationData *made;

  foyer_console_fixture_pull (
      &fixture->desk,
      "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Cold upstairs', 'status': 'open', 'lastAt': "
      "'2025-05-02 08:30', 'lastFrom': 'client', 'snippet': 'It is cold.', 'waitingSince': '2025-05-02 "
      "08:00', 'messageCount': 1, 'readBy': {'st-2': '2025-05-02 08:00'}}]");
  foyer_manual_clock_advance (fixture->desk.clock, 10 * G_USEC_PER_SEC);
  foyer_test_settle ();
  operations = foyer_store_list_operations (fixture->desk.store, &queued, 1, 0, 10);
  g_assert_cmpuint (operations->len, ==, 1);
  made = foyer_operation_get_data (operations->pdata[0]);
  g_assert_cmpstr (made->command, ==, "read");
  g_assert_cmpuint (json_object_get_size (made->patch), ==, 1);
  g_assert_true (json_object_has_member (made->patch, own));
}

/* What somebody answered is news to nobody, read or not. */
static void
test_news_stand_under_a_line_where_something_is_unread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerTalk) unread = NULL;
  g_autoptr (FoyerTalk) answered = NULL;
  g_autoptr (FoyerLetter) letter = g_list_model_get_item (get_thread (fixture), 0);
  gboolean heads;

  g_object_get (fixture->page, "talk", &unread, NULL);
  g_object_get (letter, "heads-news", &heads, NULL);
  g_assert_true (foyer_talk_is_unread (unread));
  g_assert_true (heads);
  act (fixture, "list-pane.next");
  g_object_get (fixture->page, "talk", &answered, NULL);
  g_assert_false (foyer_talk_is_unread (answered));
  for (guint i = 0; i < g_list_model_get_n_items (get_thread (fixture)); i++) {
    g_clear_object (&letter);
    letter = g_list_model_get_item (get_thread (fixture), i);
    g_object_get (letter, "heads-news", &heads, NULL);
    g_assert_false (heads);
  }
}

/* --- Files --- */

/* What a client sent: it has been fetched already, or only the server has it. */
static void
add_photo (Fixture *fixture, const char *blob_id)
{
  g_autofree char *json = g_strdup_printf (
      "[{'id': 'ms-4', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'Look.', 'sentAt': '2025-05-02 "
      "08:10', 'attachments': [{'blobId': '%s', 'name': 'meter.png', 'mediaType': 'image/png', 'size': "
      "2048}]}]",
      blob_id);

  foyer_console_fixture_pull (&fixture->desk, json);
}

static char *
keep_photo (Fixture *fixture, GFile *file)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, g_file_peek_path (file), "png", &error, NULL));
  foyer_store_add_blob_async (fixture->desk.store, file, "image/png", NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  id = foyer_store_add_blob_finish (fixture->desk.store, result, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static FoyerAttachment *
get_attachment (Fixture *fixture)
{
  g_autoptr (FoyerLetter) letter = g_list_model_get_item (get_thread (fixture), 1);
  g_autoptr (FoyerAttachment) attachment = g_list_model_get_item (foyer_letter_get_attachments (letter), 0);

  g_assert_nonnull (attachment);
  return attachment;
}

static void
assert_caption (FoyerAttachment *attachment, const char *words)
{
  g_autofree char *caption = NULL;

  g_object_get (attachment, "caption", &caption, NULL);
  g_assert_nonnull (strstr (caption, words));
}

static gboolean
save (FoyerAttachment *attachment, GFile *target)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_attachment_save_async (attachment, target, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_attachment_save_finish (attachment, result, NULL);
}

static void
test_a_photo_that_is_here_is_shown_and_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->desk.directory, "meter.png", NULL);
  g_autoptr (GFile) copy = g_file_new_build_filename (fixture->desk.directory, "copy.png", NULL);
  g_autofree char *blob_id = keep_photo (fixture, file);
  g_autoptr (GdkPaintable) picture = NULL;
  g_autofree char *saved = NULL;
  FoyerAttachment *attachment;

  add_photo (fixture, blob_id);
  attachment = get_attachment (fixture);
  while (picture == NULL) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (attachment, "picture", &picture, NULL);
  }
  g_assert_nonnull (foyer_find_widget (GTK_WIDGET (fixture->page), FOYER_TYPE_ATTACHMENT_ROW));
  g_assert_true (save (attachment, copy));
  g_assert_true (g_file_load_contents (copy, NULL, &saved, NULL, NULL, NULL));
  g_assert_cmpmem (saved, 4, "\x89PNG", 4);
}

static void
test_a_photo_that_only_the_server_has_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) copy = g_file_new_build_filename (fixture->desk.directory, "copy.png", NULL);
  FoyerAttachment *attachment;

  add_photo (fixture, "bl-elsewhere");
  attachment = get_attachment (fixture);
  assert_caption (attachment, "Not on this computer yet");
  g_assert_false (save (attachment, copy));
  assert_caption (attachment, "cannot be reached");
  g_assert_false (g_file_query_exists (copy, NULL));
}

static void
test_a_name_from_outside_leads_nowhere_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) json = json_object_new ();
  g_autoptr (FoyerAttachment) attachment = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  json_object_set_string_member (json, "blobId", "../bl");
  json_object_set_string_member (json, "name", "../../.bashrc");
  attachment = foyer_attachment_new (fixture->desk.desk, json);
  file = foyer_attachment_make_file_to_open (attachment);
  name = g_file_get_basename (file);
  g_assert_cmpstr (name, ==, "_.._.._.bashrc");
  g_assert_true (g_str_has_prefix (g_file_peek_path (file), g_get_user_runtime_dir ()));
  g_assert_null (strstr (g_file_peek_path (file), "/../"));
}

/* --- Files that go along --- */

static GFile *
make_file (Fixture *fixture, const char *name, gint64 size)
{
  GFile *file = g_file_new_build_filename (fixture->desk.directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (file, name, strlen (name), NULL, FALSE, 0, NULL, NULL, &error));
  if (size > 0)
    g_assert_cmpint (truncate (g_file_peek_path (file), size), ==, 0);
  return file;
}

static void
attach (Fixture *fixture, const char *name, gint64 size)
{
  g_autoptr (GFile) file = make_file (fixture, name, size);
  GtkWidget *enclosures = foyer_find_widget (fixture->composer, FOYER_TYPE_ENCLOSURES);
  gboolean busy = TRUE;

  foyer_composer_attach (FOYER_COMPOSER (fixture->composer), file);
  while (busy) {
    g_main_context_iteration (NULL, TRUE);
    g_object_get (enclosures, "busy", &busy, NULL);
  }
  foyer_test_settle ();
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *enclosures = foyer_find_widget (fixture->composer, FOYER_TYPE_ENCLOSURES);
  GtkWidget *box = gtk_widget_get_first_child (enclosures);
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_true (gtk_widget_get_visible (enclosures) == (n_rows > 0));
  return n_rows;
}

static void
test_photos_alone_are_sent_and_come_back_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) files = NULL;

  act (fixture, "composer.send");
  g_assert_null (fixture->act);
  attach (fixture, "meter.png", 0);
  act (fixture, "composer.send");
  g_assert_nonnull (fixture->act);
  g_assert_cmpuint (g_list_model_get_n_items (get_thread (fixture)), ==, 2);
  g_assert_cmpstr (foyer_message_get_body (get_message (fixture, 1)), ==, "");
  files = foyer_message_get_attachments (get_message (fixture, 1));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (files)), ==, 1);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  write_words (fixture, "Begun meanwhile");
  take_back (fixture);
  assert_written (fixture, "Begun meanwhile");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_files_are_kept_with_what_is_written (Fixture *fixture, gconstpointer data)
{
  attach (fixture, "plan.pdf", 0);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  act (fixture, "inbox.note");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  act (fixture, "inbox.reply");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  act (fixture, "list-pane.next");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  act (fixture, "list-pane.previous");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_signal_emit_by_name (foyer_find_widget (foyer_find_widget (fixture->composer, FOYER_TYPE_ENCLOSURES),
                                            GTK_TYPE_BUTTON),
                         "clicked");
  foyer_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static void
test_files_go_with_their_message_and_come_back_with_it (Fixture *fixture, gconstpointer data)
{
  FoyerAttachment *attachment;

  attach (fixture, "plan.pdf", 0);
  attach (fixture, "meter.jpg", 0);
  write_words (fixture, "See the plan.");
  act (fixture, "composer.send");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  attachment = get_attachment (fixture);
  g_assert_cmpstr (foyer_attachment_get_name (attachment), ==, "plan.pdf");
  attach (fixture, "bill.pdf", 0);
  take_back (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  assert_written (fixture, "See the plan.");
}

static void
test_a_file_too_large_stays (Fixture *fixture, gconstpointer data)
{
  attach (fixture, "film.mp4", 25 * 1000 * 1000 + 1);
  g_assert_nonnull (strstr (fixture->said, "film.mp4 is larger than 25 MB"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  attach (fixture, "clip.mp4", 25 * 1000 * 1000);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_an_eleventh_file_stays (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 11; i++) {
    g_autofree char *name = g_strdup_printf ("%u.txt", i);

    g_assert_null (fixture->said);
    attach (fixture, name, 0);
  }
  g_assert_nonnull (strstr (fixture->said, "ten files"));
  g_assert_cmpuint (count_rows (fixture), ==, 10);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
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

  add_test ("/inbox-page/the-latest-comes-first-and-its-messages-last",
            test_the_latest_comes_first_and_its_messages_last);
  add_test ("/inbox-page/what-is-written-is-kept-and-found-again",
            test_what_is_written_is_kept_and_found_again);
  add_test ("/inbox-page/words-of-the-last-moment-are-kept-too", test_words_of_the_last_moment_are_kept_too);
  add_test ("/inbox-page/a-note-and-a-reply-do-not-mix", test_a_note_and_a_reply_do_not_mix);
  add_test ("/inbox-page/a-reply-is-there-at-once-and-is-sent-once",
            test_a_reply_is_there_at_once_and_is_sent_once);
  add_test ("/inbox-page/what-is-taken-back-stands-before-what-was-begun",
            test_what_is_taken_back_stands_before_what_was_begun);
  add_test ("/inbox-page/what-is-done-stays-until-the-person-moves-on",
            test_what_is_done_stays_until_the_person_moves_on);
  add_test ("/inbox-page/a-message-leads-to-its-conversation", test_a_message_leads_to_its_conversation);
  add_test ("/inbox-page/a-thread-opens-at-its-end-and-stays-where-somebody-reads",
            test_a_thread_opens_at_its_end_and_stays_where_somebody_reads);
  add_test ("/inbox-page/a-photo-that-is-here-is-shown-and-saved",
            test_a_photo_that_is_here_is_shown_and_saved);
  add_test ("/inbox-page/a-photo-that-only-the-server-has-says-so",
            test_a_photo_that_only_the_server_has_says_so);
  add_test ("/inbox-page/a-name-from-outside-leads-nowhere-else",
            test_a_name_from_outside_leads_nowhere_else);
  add_test ("/inbox-page/news-stand-under-a-line-where-something-is-unread",
            test_news_stand_under_a_line_where_something_is_unread);
  add_test ("/inbox-page/photos-alone-are-sent-and-come-back-alone",
            test_photos_alone_are_sent_and_come_back_alone);
  add_test ("/inbox-page/files-are-kept-with-what-is-written", test_files_are_kept_with_what_is_written);
  add_test ("/inbox-page/files-go-with-their-message-and-come-back-with-it",
            test_files_go_with_their_message_and_come_back_with_it);
  add_test ("/inbox-page/a-file-too-large-stays", test_a_file_too_large_stays);
  add_test ("/inbox-page/everything-has-a-name", test_everything_has_a_name);
  add_test ("/inbox-page/an-eleventh-file-stays", test_an_eleventh_file_stays);
  g_test_add ("/inbox-page/who-reads-leaves-the-marks-of-colleagues", Fixture, "office", set_up,
              test_who_reads_leaves_the_marks_of_colleagues, tear_down);
  return g_test_run ();
}
