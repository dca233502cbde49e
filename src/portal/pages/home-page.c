/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home-page.c - the first page: what is due, what is next, what waits, what was done */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-brand.h"
#include "foyer-page-frame.h"
#include "foyer-page-rows.h"
#include "foyer-text.h"

#include <string.h>

static guint
count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static gboolean
is_empty (FoyerPage *page)
{
  JsonObject *due = foyer_json_object_object (page->view, "due");

  return count (foyer_json_object_array (page->view, "upcoming")) == 0
         && count (foyer_json_object_array (page->view, "done")) == 0
         && count (foyer_json_object_array (page->view, "bookings")) == 0
         && count (foyer_json_object_array (page->view, "quotes")) == 0
         && (due == NULL || foyer_json_object_integer (due, "count", 0) == 0);
}

/* "Hello, Maria" */
static char *
make_greeting (FoyerPage *page)
{
  JsonObject *person = foyer_json_object_object (page->view, "person");
  const char *name
      = foyer_json_object_text (person != NULL ? person : foyer_json_object_object (page->view, "client"),
                                "name");
  g_autofree char *first = person != NULL ? g_strndup (name, strcspn (name, " ")) : g_strdup (name);

  return foyer_text_fill (is_empty (page) ? foyer_page_say (page, "Welcome, {name}")
                                          : foyer_page_say (page, "Hello, {name}"),
                          "name", first, NULL);
}

/* "Fall maintenance at Main Street office", and on the next line "with Lee Carter and Priya Nair" */
static void
write_what_and_who (FoyerPage *page, JsonObject *visit)
{
  JsonObject *property = foyer_json_object_object (visit, "property");
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (visit, "crew"));
  const char *title = foyer_json_object_text (visit, "title");
  g_autofree char *with = NULL;

  foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"));
  if (property != NULL) {
    g_autofree char *text = foyer_text_fill (foyer_page_say (page, "{service} at {site}"), "service", title,
                                             "site", foyer_json_object_text (property, "name"), NULL);

    foyer_html_text (page->html, text);
  } else {
    foyer_html_text (page->html, title);
  }
  if (names != NULL) {
    with = foyer_text_fill (foyer_page_say (page, "with {names}"), "names", names, NULL);
    foyer_html_open (page->html, FOYER_TAG_BR, FOYER_NO_CLASS);
    foyer_html_text (page->html, with);
  }
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_next_actions (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *url = NULL;

  if (visit != NULL)
    url = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), NULL);
  else if (!foyer_portal_view_may_book (page->view))
    return;

  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  if (url != NULL)
    foyer_page_link_button (page, url, FALSE, FOYER_N_ICONS, foyer_page_say (page, "See details"));
  else
    foyer_page_link_button (page, "/book", FALSE, FOYER_N_ICONS,
                            foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_next (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  JsonArray *upcoming = foyer_json_object_array (page->view, "upcoming");
  JsonObject *visit = count (upcoming) > 0 ? json_array_get_object_element (upcoming, 0) : NULL;

  if (upcoming == NULL)
    return;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "next");
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-card-head"));
  foyer_html_open (html, FOYER_TAG_H2, FOYER_CLASS ("fy-eyebrow"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "next");
  foyer_html_text (html, foyer_page_say_visit (page, FOYER_PHRASE_NEXT_VISIT));
  foyer_html_close (html, FOYER_TAG_H2);
  if (visit != NULL && g_strcmp0 (foyer_json_object_text (visit, "status"), "scheduled") == 0)
    foyer_page_pill (page, FOYER_TONE_OK, foyer_page_say (page, "Confirmed"));
  else if (visit != NULL)
    foyer_page_visit_pill (page, visit);
  foyer_html_close (html, FOYER_TAG_DIV);

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  if (visit != NULL) {
    g_autofree char *when = foyer_page_arrival (page, visit, FOYER_WINDOW_BETWEEN);

    foyer_html_element (html, FOYER_TAG_H3, FOYER_NO_CLASS, when);
    write_what_and_who (page, visit);
  } else {
    foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"),
                        foyer_page_say (page, "Nothing is planned yet."));
  }
  foyer_html_close (html, FOYER_TAG_DIV);
  write_next_actions (page, visit);
  foyer_html_close (html, FOYER_TAG_SECTION);
}

/* Those bookings that are ahead and in one of two states, soonest first. */
static void
write_bookings (FoyerPage *page, const char *id, const char *title, const char *status, const char *other)
{
  JsonArray *bookings = foyer_json_object_array (page->view, "bookings");
  gboolean is_open = FALSE;

  for (guint i = count (bookings); i > 0; i--) {
    JsonObject *booking = json_array_get_object_element (bookings, i - 1);

    if (foyer_json_object_boolean (booking, "past", FALSE)
        || (!foyer_page_booking_is (booking, status) && !foyer_page_booking_is (booking, other)))
      continue;
    if (!is_open)
      foyer_page_open_section (page, id, title, NULL, NULL);
    is_open = TRUE;
    foyer_page_booking_row (page, booking);
  }
  if (is_open)
    foyer_page_close_section (page);
}

/* Offers that wait for an answer. */
static void
write_quotes (FoyerPage *page)
{
  JsonArray *quotes = foyer_json_object_array (page->view, "waitingQuotes");

  if (count (quotes) == 0)
    return;
  foyer_page_open_section (page, "quotes", foyer_page_say (page, "Waiting for your answer"), "/quotes",
                           foyer_page_say_quote (page, FOYER_PHRASE_QUOTES));
  for (guint i = 0; i < count (quotes); i++)
    foyer_page_quote_row (page, json_array_get_object_element (quotes, i));
  foyer_page_close_section (page);
}

static void
write_done (FoyerPage *page)
{
  JsonArray *done = foyer_json_object_array (page->view, "done");

  if (count (done) == 0)
    return;
  foyer_page_open_section (page, "done", foyer_page_say (page, "What was done"), "/visits",
                           foyer_page_say_visit (page, FOYER_PHRASE_ALL_VISITS));
  for (guint i = 0; i < count (done); i++)
    foyer_page_done_row (page, json_array_get_object_element (done, i));
  foyer_page_close_section (page);
}

static void
write_quick_action (FoyerPage *page, const char *url, FoyerIcon icon, const char *title, const char *detail)
{
  foyer_page_open_icon_row (page, url, icon, title);
  foyer_page_detail (page, detail);
  foyer_page_close_row (page, url);
}

/* What clients come for most often, as far as it is open to them (004-10..13). */
static void
write_quick_actions (FoyerPage *page)
{
  gboolean may_book = foyer_portal_view_may_book (page->view);
  gboolean sees_invoices = foyer_json_object_array (page->view, "invoices") != NULL;
  gboolean may_message = foyer_portal_view_may_message (page->view);

  if (!may_book && !sees_invoices && !may_message && !foyer_portal_view_may_ask (page->view, NULL))
    return;

  foyer_page_open_section (page, "quick", foyer_page_say (page, "Quick actions"), NULL, NULL);
  if (may_book)
    write_quick_action (page, "/book", FOYER_ICON_VISIT,
                        foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT),
                        foyer_page_say (page, "Pick a service and a time"));
  if (foyer_portal_view_may_ask (page->view, "quote"))
    write_quick_action (page, "/requests/new?kind=quote", FOYER_ICON_QUOTE,
                        foyer_page_say (page, "Ask for a price"),
                        foyer_page_say (page, "We send you a price first"));
  if (foyer_portal_view_may_ask (page->view, "complaint"))
    write_quick_action (page, "/requests/new?kind=complaint", FOYER_ICON_REQUEST,
                        foyer_page_say (page, "Report a problem"),
                        foyer_page_say (page, "A complaint about a visit or a bill"));
  if (sees_invoices)
    write_quick_action (page, "/invoices", FOYER_ICON_INVOICE, foyer_page_say (page, "See your invoices"),
                        NULL);
  if (may_message)
    write_quick_action (page, "/messages/new", FOYER_ICON_MESSAGE, foyer_page_say (page, "Write a message"),
                        NULL);
  foyer_page_close_section (page);
}

static void
write_empty (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  gboolean may_book = foyer_portal_view_may_book (page->view);

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-empty"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_HOME, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_element (html, FOYER_TAG_H2, FOYER_NO_CLASS, foyer_page_say (page, "Your account is ready"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      may_book ? foyer_page_say (page,
                                 "As soon as your first visit or invoice exists it appears here. Until then, "
                                 "you can ask for a time.")
               : foyer_page_say (page, "As soon as your first visit or invoice exists it appears here."));
  if (may_book) {
    foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
    foyer_page_link_button (page, "/book", TRUE, FOYER_N_ICONS,
                            foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
    foyer_html_close (html, FOYER_TAG_DIV);
  }
  foyer_html_close (html, FOYER_TAG_SECTION);
}

void
foyer_page_write_home (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  g_autofree char *greeting = make_greeting (page);

  foyer_page_open_frame (page, FOYER_SECTION_HOME, foyer_page_say (page, "Home"));
  foyer_page_write_banner (page);
  foyer_page_head (page, NULL, NULL, greeting, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (is_empty (page)) {
    write_empty (page);
    foyer_page_close_frame (page, FOYER_SECTION_HOME);
    return;
  }

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-grid"));
  foyer_page_due_card (page, TRUE);
  write_next (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  write_quotes (page);
  write_bookings (page, "todo", foyer_page_say (page, "Waiting for you"), "countered", "declined");
  write_bookings (page, "office", foyer_page_say (page, "Waiting for the office"), "pending", "pending");
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-grid"));
  write_done (page);
  write_quick_actions (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_health (page);
  foyer_page_close_frame (page, FOYER_SECTION_HOME);
}
