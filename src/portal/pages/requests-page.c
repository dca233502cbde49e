/* SPDX-License-Identifier: GPL-3.0-or-later */
/* requests-page.c - what was asked of the office: what is open, and what came of the rest */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-plans.h"
#include "foyer-page-rows.h"
#include "foyer-text.h"

static gboolean
is_open_request (JsonObject *request)
{
  return foyer_page_is (request, "status", "new") || foyer_page_is (request, "status", "open")
         || foyer_page_is (request, "status", "waiting");
}

static void
write_row (FoyerPage *page, JsonObject *request)
{
  g_autofree char *url = g_strconcat ("/requests/", foyer_json_object_text (request, "id"), NULL);
  g_autofree char *title = foyer_page_request_title (page, request);
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (request, "requestedAt"));
  g_autofree char *sent = foyer_page_fill (foyer_page_say (page, "Sent {moment}"), "moment", moment);
  FoyerTone tone;
  const char *state = foyer_page_request_state (page, request, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_REQUEST, foyer_json_object_text (request, "subject"));
  foyer_page_under (page, title, request);
  foyer_page_detail (page, sent);
  foyer_page_pill (page, tone, state);
  foyer_page_close_row (page, url);
}

static void
write_list (FoyerPage *page, const char *id, const char *title, gboolean open)
{
  JsonArray *requests = foyer_json_object_array (page->view, "requests");
  gboolean has_begun = FALSE;

  for (guint i = 0; i < json_array_get_length (requests); i++) {
    JsonObject *request = json_array_get_object_element (requests, i);

    if (is_open_request (request) != open)
      continue;
    if (!has_begun)
      foyer_page_open_section (page, id, title, NULL, NULL);
    has_begun = TRUE;
    write_row (page, request);
  }
  if (has_begun)
    foyer_page_close_section (page);
}

void
foyer_page_write_requests (FoyerPage *page)
{
  const char *title = foyer_page_say (page, "Requests");

  foyer_page_open_frame (page, FOYER_SECTION_REQUESTS, title);
  if (foyer_portal_view_may_ask (page->view, NULL))
    foyer_page_head_with_action (page, title, "/requests/new", FOYER_ICON_ADD,
                                 foyer_page_say (page, "New request"));
  else
    foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (foyer_page_count (page->view, "requests") == 0)
    foyer_page_empty (page, FOYER_ICON_REQUEST, foyer_page_say (page, "No requests yet"),
                      foyer_page_say (page, "What you ask of us appears here, with our answer."));
  write_list (page, "open", foyer_page_say (page, "Open"), TRUE);
  write_list (page, "closed", foyer_page_say (page, "Closed"), FALSE);
  foyer_page_pager (page, &(FoyerPager){ page->view, "requests", "/requests", title, TRUE });
  foyer_page_close_frame (page, FOYER_SECTION_REQUESTS);
}

static void
write_answer (FoyerPage *page, JsonObject *request)
{
  const char *answer = foyer_json_object_text (request, "answer");
  const char *who = foyer_json_object_text (request, "answeredBy");
  g_autofree char *quoted = foyer_page_fill (foyer_page_say (page, "“{words}”"), "words", answer);

  if (quoted == NULL)
    return;
  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_MESSAGE,
                        who != NULL ? who : foyer_page_say (page, "Message from the office"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, quoted);
  foyer_page_close_note (page);
}

/* The visit or the quote that the office made of it. */
static void
write_outcome (FoyerPage *page, JsonObject *request)
{
  JsonObject *visit = foyer_json_object_object (request, "visit");
  JsonObject *quote = foyer_json_object_object (request, "quote");

  if (visit == NULL && quote == NULL)
    return;
  foyer_page_open_section (page, "outcome", foyer_page_say (page, "What came of it"), NULL, NULL);
  if (visit != NULL)
    foyer_page_visit_row (page, visit, foyer_page_is (visit, "status", "done"));
  if (quote != NULL)
    foyer_page_quote_row (page, quote);
  foyer_page_close_section (page);
}

static void
write_waiting (FoyerPage *page, JsonObject *request)
{
  if (!foyer_page_is (request, "status", "new"))
    return;
  foyer_page_open_note (page, FOYER_TONE_OK, FOYER_ICON_DONE,
                        foyer_page_say (page, "The office has your request"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "The office will answer. This page always shows the latest."));
  foyer_page_close_note (page);
}

static void
write_about (FoyerPage *page, JsonObject *request)
{
  static const struct {
    const char *type;
    const char *path;
  } kinds[] = { { "Visit", "/visits/" },
                { "Equipment", "/equipment/" },
                { "Invoice", "/invoices/" },
                { "Quote", "/quotes/" } };
  JsonObject *about = foyer_json_object_object (request, "about");

  for (guint i = 0; about != NULL && i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *url = NULL;
    g_autofree char *text = NULL;

    if (!foyer_page_is (about, "type", kinds[i].type))
      continue;
    url = g_strconcat (kinds[i].path, foyer_json_object_text (about, "id"), NULL);
    text = foyer_page_about_title (page, about);
    foyer_page_link_fact (page, foyer_page_say (page, "About"), url, text);
  }
}

static void
write_times (FoyerPage *page, JsonObject *request)
{
  JsonArray *times = foyer_json_object_array (request, "times");

  if (times == NULL || json_array_get_length (times) == 0)
    return;
  foyer_page_open_fact (page, foyer_page_say (page, "Times that suit you"));
  for (guint i = 0; i < json_array_get_length (times); i++) {
    g_autofree char *when
        = foyer_page_arrival (page, json_array_get_object_element (times, i), FOYER_WINDOW_COMPACT);

    if (i > 0)
      foyer_html_open (page->html, FOYER_TAG_BR, FOYER_NO_CLASS);
    foyer_html_text (page->html, when);
  }
  foyer_page_close_fact (page, NULL, NULL);
}

static void
write_file (FoyerPage *page, JsonObject *file)
{
  const char *name = foyer_json_object_text (file, "name");

  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, foyer_json_object_text (file, "url"));
  foyer_html_text (page->html, name == NULL ? foyer_page_say (page, "File") : name);
  foyer_html_close (page->html, FOYER_TAG_A);
}

/* What they sent along, to be opened again (001-20). */
static void
write_files (FoyerPage *page, JsonObject *request)
{
  JsonArray *files = foyer_json_object_array (request, "files");

  if (files == NULL || json_array_get_length (files) == 0)
    return;
  foyer_page_open_fact (page, foyer_page_say (page, "Files"));
  for (guint i = 0; i < json_array_get_length (files); i++) {
    if (i > 0)
      foyer_html_open (page->html, FOYER_TAG_BR, FOYER_NO_CLASS);
    write_file (page, json_array_get_object_element (files, i));
  }
  foyer_page_close_fact (page, NULL, NULL);
}

static void
write_withdraw (FoyerPage *page, JsonObject *request)
{
  g_autofree char *action
      = g_strconcat ("/requests/", foyer_json_object_text (request, "id"), "/withdraw", NULL);

  if (!foyer_json_object_boolean (request, "mayWithdraw", FALSE))
    return;
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_page_open_more (page, foyer_page_say (page, "Withdraw this request"), FALSE);
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_html_element (
      page->html, FOYER_TAG_P, FOYER_NO_CLASS,
      foyer_page_say (page, "The office stops looking into it. You can ask again whenever you like."));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_DANGER, foyer_page_say (page, "Withdraw request"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_more (page);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_facts (FoyerPage *page, JsonObject *request)
{
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (request, "requestedAt"));
  g_autofree char *sent = foyer_text_sentence (moment);
  g_autofree char *closed = foyer_page_date (page, request, "decidedAt");

  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_fact (page, foyer_page_say (page, "Requested"), sent);
  foyer_page_fact (page, foyer_page_say (page, "Closed"), closed);
  write_about (page, request);
  foyer_page_fact (page, foyer_page_say (page, "Service"), foyer_json_object_text (request, "service"));
  foyer_page_site_fact (page, request);
  write_times (page, request);
  write_files (page, request);
  if (foyer_json_object_boolean (request, "urgent", FALSE))
    foyer_page_fact (page, foyer_page_say (page, "Urgency"), foyer_page_say (page, "It cannot wait"));
  foyer_page_close_facts (page);
}

void
foyer_page_write_request (FoyerPage *page)
{
  JsonObject *request = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (request, "subject");
  g_autofree char *lead = foyer_page_request_title (page, request);
  FoyerTone tone;
  const char *state = foyer_page_request_state (page, request, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_REQUESTS, title);
  if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_problem (page, foyer_page_say (page, "This request has changed meanwhile"),
                        foyer_page_say (page, "Below is how it stands now."));
  foyer_page_head (page, "/requests", foyer_page_say (page, "Requests"), title, state, tone, lead);
  write_waiting (page, request);
  write_answer (page, request);
  if (foyer_json_object_text (request, "body") != NULL) {
    foyer_page_open_card (page, "body", foyer_page_say (page, "What you wrote"));
    foyer_page_paragraphs (page, foyer_json_object_text (request, "body"));
    foyer_page_close_card (page);
  }
  write_facts (page, request);
  write_outcome (page, request);
  write_withdraw (page, request);
  foyer_page_close_frame (page, FOYER_SECTION_REQUESTS);
}
