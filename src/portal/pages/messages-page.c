/* SPDX-License-Identifier: GPL-3.0-or-later */
/* messages-page.c - conversations with the office: the list, one of them, and a new one */

#include "foyer-pages.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-messages.h"
#include "foyer-page-plans.h"
#include "foyer-page-record.h"

/* The length that a message may have. */
#define WORDS_MAXIMUM 20000
#define SUBJECT_MAXIMUM 200

static const char *
typed (FoyerPage *page, const char *name)
{
  return page->request->typed == NULL ? NULL : g_hash_table_lookup (page->request->typed, name);
}

/* What it is called, or is about. */
static char *
make_title (FoyerPage *page, JsonObject *conversation)
{
  const char *subject = foyer_json_object_text (conversation, "subject");
  JsonObject *about = foyer_json_object_object (conversation, "about");
  char *title = subject == NULL && about != NULL ? foyer_page_about_title (page, about) : g_strdup (subject);

  return title != NULL ? title : g_strdup (foyer_page_say (page, "Conversation"));
}

/* --- Writing --- */

static void
write_problem (FoyerPage *page)
{
  if (foyer_page_file_problem (page))
    return;
  if (page->request->problem == FOYER_PROBLEM_EMPTY)
    foyer_page_field_problem (page, "#text",
                              foyer_page_say (page, "Please write something, or choose a file"));
  else if (page->request->problem == FOYER_PROBLEM_NOTE)
    foyer_page_field_problem (page, "#text", foyer_page_say (page, "Your message is too long"));
}

static void
write_subject_field (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, "subject");
  foyer_html_text (html, foyer_page_say (page, "What is it about? (optional)"));
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "text");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "subject");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "subject");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_DIR, "auto");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, SUBJECT_MAXIMUM);
  if (typed (page, "subject") != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, typed (page, "subject"));
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_form (FoyerPage *page, const char *action, gboolean asks_subject, const char *about)
{
  const char *error = NULL;

  if (page->request->problem == FOYER_PROBLEM_EMPTY)
    error = foyer_page_say (page, "Please write something, or choose a file");
  else if (page->request->problem == FOYER_PROBLEM_NOTE)
    error = foyer_page_say (page, "This is too long. 20,000 characters are the most.");
  foyer_page_open_files_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "about", about);
  if (asks_subject)
    write_subject_field (page);
  foyer_page_text_field (page, &(FoyerTextField){ .name = "text",
                                                  .label = foyer_page_say (page, "Your message"),
                                                  .error = error,
                                                  .value = typed (page, "text"),
                                                  .maximum = WORDS_MAXIMUM });
  foyer_page_ask_files (page, foyer_page_say (page, "Photos or documents (optional)"));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Send"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
}

/* Where clients cannot write, they are told so, and whom to call (000-5). */
static void
write_closed (FoyerPage *page)
{
  foyer_page_open_note (page, FOYER_TONE_NEUTRAL, FOYER_ICON_MESSAGE,
                        foyer_page_say (page, "You cannot write messages here"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "What was written stays here for you to read."));
  foyer_page_close_note (page);
  foyer_page_help (page);
}

/* --- The list --- */

static void
write_row (FoyerPage *page, JsonObject *conversation)
{
  g_autofree char *url = g_strconcat ("/messages/", foyer_json_object_text (conversation, "id"), NULL);
  g_autofree char *title = make_title (page, conversation);
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (conversation, "lastAt"));
  const char *snippet = foyer_json_object_text (conversation, "snippet");
  g_autofree char *own = foyer_page_is (conversation, "lastFrom", "client")
                             ? foyer_page_fill (foyer_page_say (page, "You: {words}"), "words", snippet)
                             : g_strdup (snippet);

  foyer_page_open_icon_row (page, url, FOYER_ICON_MESSAGE, title);
  foyer_page_detail (page, own);
  foyer_page_detail (page, moment);
  if (foyer_json_object_boolean (conversation, "isUnread", FALSE))
    foyer_page_pill (page, FOYER_TONE_BRAND, foyer_page_say (page, "New"));
  foyer_page_close_row (page, url);
}

void
foyer_page_write_messages (FoyerPage *page)
{
  JsonArray *conversations = foyer_json_object_array (page->view, "conversations");
  const char *title = foyer_page_say (page, "Messages");
  gboolean may_write = foyer_portal_view_may_message (page->view);

  foyer_page_open_frame (page, FOYER_SECTION_MESSAGES, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (may_write)
    foyer_page_link_button (page, "/messages/new", TRUE, FOYER_ICON_ADD,
                            foyer_page_say (page, "Write a message"));
  else
    write_closed (page);
  if (json_array_get_length (conversations) == 0) {
    foyer_page_empty (page, FOYER_ICON_MESSAGE, foyer_page_say (page, "No messages yet"),
                      foyer_page_say (page, "What you and the office write to each other appears here."));
  } else {
    foyer_page_open_section (page, "conversations", foyer_page_say (page, "Conversations"), NULL, NULL);
    for (guint i = 0; i < json_array_get_length (conversations); i++)
      write_row (page, json_array_get_object_element (conversations, i));
    foyer_page_close_section (page);
    foyer_page_pager (page, &(FoyerPager){ page->view, "conversations", "/messages",
                                           foyer_page_say (page, "Conversations"), TRUE });
  }
  foyer_page_close_frame (page, FOYER_SECTION_MESSAGES);
}

/* --- One of them --- */

static void
write_day (FoyerPage *page, JsonObject *message)
{
  FoyerDate day = foyer_page_day (page, message, "sentAt");
  g_autofree char *iso = foyer_date_format (&day);
  g_autofree char *text = foyer_page_date (page, message, "sentAt");

  foyer_html_open (page->html, FOYER_TAG_LI, FOYER_CLASS ("is-day"));
  foyer_html_open (page->html, FOYER_TAG_TIME, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_DATETIME, iso);
  foyer_html_text (page->html,
                   foyer_date_compare (&day, &page->today) == 0 ? foyer_page_say (page, "Today") : text);
  foyer_html_close (page->html, FOYER_TAG_TIME);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

static void
write_attachment (FoyerPage *page, JsonObject *attachment)
{
  FoyerHtml *html = page->html;
  const char *url = foyer_json_object_text (attachment, "url");
  const char *name = foyer_json_object_text (attachment, "name");
  gboolean is_picture = foyer_json_object_boolean (attachment, "isPicture", FALSE);

  if (name == NULL)
    name = is_picture ? foyer_page_say (page, "Photo") : foyer_page_say (page, "File");
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
  if (is_picture) {
    foyer_html_open (html, FOYER_TAG_IMG, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_SRC, url);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, name);
  } else {
    foyer_html_text (html, name);
  }
  foyer_html_close (html, FOYER_TAG_A);
}

static void
write_about_link (FoyerPage *page, JsonObject *about)
{
  const char *type = foyer_json_object_text (about, "type");
  const char *base = g_strcmp0 (type, "Visit") == 0     ? "/visits/"
                     : g_strcmp0 (type, "Invoice") == 0 ? "/invoices/"
                                                        : "/quotes/";
  g_autofree char *url = g_strconcat (base, foyer_json_object_text (about, "id"), NULL);
  g_autofree char *title = foyer_page_about_title (page, about);

  if (title == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_text (page->html, title);
  foyer_html_close (page->html, FOYER_TAG_A);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_footer (FoyerPage *page, JsonObject *message)
{
  gboolean is_mine = foyer_json_object_boolean (message, "isMine", FALSE);
  const char *by = is_mine ? foyer_page_say (page, "You") : foyer_json_object_text (message, "by");
  g_autofree char *clock = foyer_page_clock (page, message, "sentAt");
  g_autofree char *read = foyer_json_object_boolean (message, "isRead", FALSE)
                              ? foyer_page_fill (foyer_page_say (page, "{time}, read"), "time", clock)
                              : g_strdup (clock);

  if (by == NULL)
    by = foyer_json_object_boolean (message, "isClient", FALSE)
             ? foyer_json_object_text (foyer_json_object_object (page->view, "client"), "name")
             : foyer_json_object_text (page->organisation, "name");
  foyer_html_open (page->html, FOYER_TAG_FOOTER, FOYER_NO_CLASS);
  if (by != NULL) {
    foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, by);
    foyer_html_text (page->html, ", ");
  }
  foyer_html_element (page->html, FOYER_TAG_SPAN, FOYER_NO_CLASS, read);
  foyer_html_close (page->html, FOYER_TAG_FOOTER);
}

static void
write_message (FoyerPage *page, JsonObject *message, gboolean shows_about)
{
  JsonArray *attachments = foyer_json_object_array (message, "attachments");
  JsonObject *about = foyer_json_object_object (message, "about");

  foyer_html_open (page->html, FOYER_TAG_LI,
                   foyer_json_object_boolean (message, "isClient", FALSE) ? FOYER_CLASS ("fy-msg is-mine")
                                                                          : FOYER_CLASS ("fy-msg"));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_page_paragraphs (page, foyer_json_object_text (message, "body"));
  for (guint i = 0; attachments != NULL && i < json_array_get_length (attachments); i++)
    write_attachment (page, json_array_get_object_element (attachments, i));
  if (about != NULL && shows_about)
    write_about_link (page, about);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  write_footer (page, message);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

static const char *
get_about_id (JsonObject *object)
{
  JsonObject *about = foyer_json_object_object (object, "about");

  return about == NULL ? NULL : foyer_json_object_text (about, "id");
}

static gboolean
is_same_day (FoyerPage *page, JsonObject *one, JsonObject *other)
{
  FoyerDate first = foyer_page_day (page, one, "sentAt");
  FoyerDate second = foyer_page_day (page, other, "sentAt");

  return foyer_date_compare (&first, &second) == 0;
}

static void
write_thread (FoyerPage *page, JsonObject *conversation, const FoyerPager *pager)
{
  JsonArray *messages = foyer_json_object_array (conversation, "messages");
  const char *about = get_about_id (conversation);
  JsonObject *last = NULL;

  foyer_html_element (page->html, FOYER_TAG_H2, FOYER_CLASS ("fy-sr"),
                      foyer_page_say (page, "Conversation, oldest first"));
  foyer_page_thread_way (page, pager, TRUE);
  foyer_html_open (page->html, FOYER_TAG_OL, FOYER_CLASS ("fy-thread"));
  for (guint i = 0; i < json_array_get_length (messages); i++) {
    JsonObject *message = json_array_get_object_element (messages, i);

    if (last == NULL || !is_same_day (page, last, message))
      write_day (page, message);
    write_message (page, message, g_strcmp0 (get_about_id (message), about) != 0);
    last = message;
  }
  foyer_html_close (page->html, FOYER_TAG_OL);
  foyer_page_thread_way (page, pager, FALSE);
}

void
foyer_page_write_conversation (FoyerPage *page)
{
  JsonObject *conversation = foyer_json_object_object (page->view, "record");
  JsonObject *about = foyer_json_object_object (conversation, "about");
  g_autofree char *title = make_title (page, conversation);
  g_autofree char *url = g_strconcat ("/messages/", foyer_json_object_text (conversation, "id"), NULL);

  foyer_page_open_frame (page, FOYER_SECTION_MESSAGES, title);
  write_problem (page);
  foyer_page_head (page, "/messages", foyer_page_say (page, "Messages"), title, NULL, FOYER_TONE_NEUTRAL,
                   NULL);
  if (about != NULL)
    write_about_link (page, about);
  write_thread (page, conversation, &(FoyerPager){ conversation, "messages", url, title, TRUE });
  if (foyer_portal_view_may_message (page->view)) {
    foyer_page_open_card (page, "write", foyer_page_say (page, "Write a message"));
    write_form (page, url, FALSE, NULL);
    foyer_page_close_card (page);
  } else {
    write_closed (page);
  }
  foyer_page_close_frame (page, FOYER_SECTION_MESSAGES);
}

/* --- A new one --- */

void
foyer_page_write_message_new (FoyerPage *page)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  const char *title = foyer_page_say (page, "Write a message");
  g_autofree char *about = record == NULL ? NULL : foyer_page_about_title (page, record);

  foyer_page_open_frame (page, FOYER_SECTION_MESSAGES, title);
  write_problem (page);
  foyer_page_head (page, "/messages", foyer_page_say (page, "Messages"), title, NULL, FOYER_TONE_NEUTRAL,
                   NULL);
  if (about != NULL) {
    foyer_page_open_facts (page, foyer_page_say (page, "Your message"));
    foyer_page_fact (page, foyer_page_say (page, "About"), about);
    foyer_page_close_facts (page);
  }
  write_form (page, "/messages", about == NULL,
              record == NULL ? NULL : foyer_json_object_text (record, "id"));
  foyer_page_close_frame (page, FOYER_SECTION_MESSAGES);
}

/* --- From other pages --- */

void
foyer_page_message_button (FoyerPage *page)
{
  JsonObject *record = foyer_json_object_object (page->view, "record");
  const char *id = record == NULL ? NULL : foyer_json_object_text (record, "id");
  g_autofree char *url = id == NULL ? NULL : g_strconcat ("/messages/new?about=", id, NULL);

  if (url == NULL || !foyer_portal_view_may_message (page->view))
    return;
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_ICON_MESSAGE,
                          foyer_page_say (page, "Write to us about this"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}
