/* SPDX-License-Identifier: GPL-3.0-or-later */
/* visit-page.c - one visit: when and who before it, what was done and what proves it after */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-messages.h"
#include "foyer-page-rows.h"
#include "foyer-text.h"

/* The length that a reason may have. */
#define REASON_MAXIMUM 1000

/* The length that the words of a review may have. */
#define REVIEW_MAXIMUM 4000

static gboolean
is_done (JsonObject *visit)
{
  return foyer_page_is (visit, "status", "done");
}

static char *
make_day (FoyerPage *page, JsonObject *visit)
{
  FoyerDate date = foyer_page_day (page, visit, "start");
  g_autofree char *day = foyer_date_text (&date, FOYER_DATE_LONG, page->language);
  g_autofree char *year = g_strdup_printf ("%d", date.year);

  if (date.year == page->today.year)
    return g_steal_pointer (&day);
  return foyer_text_fill (foyer_page_say (page, "{day}, {year}"), "day", day, "year", year, NULL);
}

static void
write_crew (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (visit, "crew"));

  foyer_page_fact (page, foyer_page_say (page, "Crew"), names);
}

static void
write_booking_fact (FoyerPage *page, JsonObject *visit)
{
  const char *booking = foyer_json_object_text (visit, "booking");
  g_autofree char *url = NULL;

  if (foyer_portal_view_find (page->view, "bookings", booking) == NULL)
    return;
  url = foyer_page_booking_url (booking);
  foyer_page_link_fact (page, foyer_page_say (page, "Booking"), url,
                        foyer_page_say (page, "See your request"));
}

/* "9:24 AM, on time" */
static char *
make_arrival (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *time = foyer_page_clock (page, visit, "arrivedAt");

  if (time == NULL || !foyer_json_object_boolean (visit, "onTime", FALSE))
    return g_steal_pointer (&time);
  return foyer_page_fill (foyer_page_say (page, "{time}, on time"), "time", time);
}

/* 004-10: a complaint that names the visit. */
static void
write_side_actions (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *url = NULL;

  if (!is_done (visit) || !foyer_portal_view_may_ask (page->view, "complaint"))
    return;
  url = g_strconcat ("/requests/new?kind=complaint&about=", foyer_json_object_text (visit, "id"), NULL);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_N_ICONS, foyer_page_say (page, "Report a problem"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_side (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *window = foyer_page_window (page, visit, FOYER_WINDOW_COMPACT);
  g_autofree char *day = make_day (page, visit);
  g_autofree char *arrived = make_arrival (page, visit);
  g_autofree char *finished = foyer_page_clock (page, visit, "finishedAt");
  g_autofree char *cancelled = foyer_page_date (page, visit, "cancelledAt");

  foyer_page_open_figure_card (page, "when", foyer_page_say (page, "Arrival"), window, day);
  foyer_html_open (page->html, FOYER_TAG_DL, FOYER_CLASS ("fy-facts"));
  foyer_page_fact (page, foyer_page_say (page, "Arrived"), arrived);
  foyer_page_fact (page, foyer_page_say (page, "Finished"), finished);
  foyer_page_fact (page, foyer_page_say (page, "Canceled"), cancelled);
  foyer_page_site_fact (page, visit);
  write_crew (page, visit);
  foyer_page_fact (page, foyer_page_say (page, "Your note"), foyer_json_object_text (visit, "clientNote"));
  write_booking_fact (page, visit);
  foyer_html_close (page->html, FOYER_TAG_DL);
  write_side_actions (page, visit);
  foyer_page_close_card (page);
}

static void
write_expectation (FoyerPage *page, JsonObject *visit)
{
  const char *service = foyer_json_object_text (visit, "service");
  gboolean is_on_way = foyer_page_is (visit, "status", "en_route");
  g_autofree char *calendar
      = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), "/calendar", NULL);

  foyer_page_open_card (page, "expect", foyer_page_say (page, "What to expect"));
  foyer_page_paragraphs (page, service);
  foyer_page_open_track (page);
  foyer_page_track_item (page, TRUE, foyer_page_say (page, "Confirmed"), NULL);
  foyer_page_track_item (page, is_on_way, foyer_page_say (page, "On the way"), NULL);
  foyer_page_track_item (page, FALSE, foyer_page_say (page, "Done"),
                         foyer_page_say (page, "Photos and report appear on this page"));
  foyer_page_close_track (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, calendar, FALSE, FOYER_ICON_VISIT,
                          foyer_page_say (page, "Add to your calendar"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_card (page);
}

/* "You can change this visit until Mon, Nov 24, 9 AM. After that, please call us." */
static void
write_until (FoyerPage *page, JsonObject *change)
{
  FoyerDate date = foyer_page_day (page, change, "until");
  g_autofree char *day = foyer_date_text (&date, FOYER_DATE_WEEKDAY, page->language);
  g_autofree char *clock = foyer_page_clock (page, change, "until");
  g_autofree char *text
      = foyer_text_fill (foyer_page_say (page,
                                         "You can change this visit here until {day}, {time}. After that, "
                                         "please call us."),
                         "day", day, "time", clock, NULL);

  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"), text);
}

/* Why it cannot be changed here, and whom to call (000-40, 000-42). */
static void
write_why_not (FoyerPage *page, const char *rule)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  gboolean is_late = g_strcmp0 (rule, "B17") == 0 || g_strcmp0 (rule, "B01") == 0;

  if (rule == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"));
  if (phone != NULL)
    foyer_page_sentence (page,
                         is_late ? foyer_page_say (page,
                                                   "It is too late to change this visit here. Call {phone}.")
                                 : foyer_page_say (page, "For another time, call {phone}."),
                         "phone", FOYER_PIECE_PHONE, phone, NULL);
  else
    foyer_html_text (page->html, is_late ? foyer_page_say (
                                     page, "It is too late to change this visit here. Please ask the office.")
                                         : foyer_page_say (page, "For another time, please ask the office."));
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_cancel (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *action = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), "/cancel", NULL);
  gboolean is_wrong = page->request->problem == FOYER_PROBLEM_NOTE;

  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_page_open_more (page, foyer_page_say (page, "Cancel this visit"), is_wrong);
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_page_text_field (
      page, &(FoyerTextField){
                .name = "why",
                .label = foyer_page_say (page, "Reason (optional)"),
                .error
                = is_wrong ? foyer_page_say (page, "This is too long. 1,000 characters are the most.") : NULL,
                .value = page->request->note,
                .maximum = REASON_MAXIMUM,
            });
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_DANGER, foyer_page_say (page, "Cancel the visit"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_more (page);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_move_actions (FoyerPage *page, JsonObject *visit, JsonObject *change)
{
  const char *open_move = foyer_json_object_text (change, "openMove");
  g_autofree char *url = open_move != NULL
                             ? foyer_page_booking_url (open_move)
                             : g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), "/time", NULL);

  if (open_move == NULL && !foyer_json_object_boolean (change, "mayMove", FALSE))
    return;
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_ICON_CLOCK,
                          open_move != NULL ? foyer_page_say (page, "See the time you asked for")
                                            : foyer_page_say (page, "Ask for another time"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_change (FoyerPage *page, JsonObject *visit)
{
  JsonObject *change = foyer_json_object_object (visit, "change");

  if (change == NULL)
    return;
  foyer_page_open_card (page, "change", foyer_page_say (page, "Change this visit"));
  if (foyer_json_object_text (change, "whyNot") == NULL)
    write_until (page, change);
  write_why_not (page, foyer_json_object_text (change, "whyNot") != NULL
                           ? foyer_json_object_text (change, "whyNot")
                           : foyer_json_object_text (change, "whyNotMove"));
  write_move_actions (page, visit, change);
  if (foyer_json_object_boolean (change, "mayCancel", FALSE))
    write_cancel (page, visit);
  foyer_page_close_card (page);
}

static void
write_checks (FoyerPage *page, JsonObject *object)
{
  JsonArray *checks = foyer_json_object_array (object, "checks");

  if (checks == NULL || json_array_get_length (checks) == 0)
    return;
  foyer_page_open_track (page);
  for (guint i = 0; i < json_array_get_length (checks); i++) {
    JsonObject *check = json_array_get_object_element (checks, i);

    foyer_page_track_item (page, foyer_json_object_boolean (check, "ok", FALSE),
                           foyer_json_object_text (check, "name"), foyer_json_object_text (check, "result"));
  }
  foyer_page_close_track (page);
}

/* The report of the visit, or what the proof pack says of it. */
static void
write_report (FoyerPage *page, JsonObject *visit)
{
  JsonObject *pack = foyer_json_object_object (visit, "proofPack");
  const char *report = foyer_json_object_text (visit, "report");
  JsonObject *source = foyer_page_count (visit, "checks") == 0 && pack != NULL ? pack : visit;

  if (report == NULL && pack != NULL)
    report = foyer_json_object_text (pack, "summary");
  if (report == NULL && foyer_page_count (source, "checks") == 0)
    return;
  foyer_page_open_card (page, "report", foyer_page_say (page, "What we did"));
  foyer_page_paragraphs (page, report);
  write_checks (page, source);
  foyer_page_close_card (page);
}

static void
write_picture (FoyerPage *page, JsonObject *picture)
{
  FoyerHtml *html = page->html;
  g_autofree char *url = g_strconcat ("/photos/", foyer_json_object_text (picture, "id"), NULL);
  g_autofree char *time = foyer_page_clock (page, picture, "takenAt");
  const char *caption = foyer_json_object_text (picture, "caption");
  const char *words = caption != NULL ? caption : foyer_page_say (page, "Photo of the work");

  foyer_html_open (html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_FIGURE, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_open (html, FOYER_TAG_IMG, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_SRC, url);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_WIDTH, "400");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_HEIGHT, "300");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, words);
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_open (html, FOYER_TAG_FIGCAPTION, FOYER_NO_CLASS);
  foyer_html_text (html, words);
  if (time != NULL) {
    foyer_html_text (html, ", ");
    foyer_html_text (html, time);
  }
  foyer_html_close (html, FOYER_TAG_FIGCAPTION);
  foyer_html_close (html, FOYER_TAG_FIGURE);
  foyer_html_close (html, FOYER_TAG_LI);
}

/* "Signed on site by Dana Reyes at 10:50 AM." */
static void
write_signature (FoyerPage *page, JsonObject *visit)
{
  JsonObject *pack = foyer_json_object_object (visit, "proofPack");
  const char *who = foyer_json_object_text (visit, "signedBy");
  g_autofree char *text = NULL;

  if (pack != NULL && foyer_json_object_text (pack, "signedBy") != NULL)
    who = foyer_json_object_text (pack, "signedBy");
  text = foyer_page_fill (foyer_page_say (page, "Signed on site by {name}."), "name", who);
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted fy-small"), text);
}

static void
write_proof (FoyerPage *page, JsonObject *visit)
{
  JsonArray *pictures = foyer_json_object_array (visit, "pictures");
  guint n_pictures = foyer_page_count (visit, "pictures");

  foyer_page_open_card (page, "proof", foyer_page_say (page, "Proof of work"));
  if (n_pictures == 0 && foyer_json_object_object (visit, "proofPack") == NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"),
                        foyer_page_say (page, "No proof was shared for this visit."));
  if (n_pictures > 0) {
    foyer_html_open (page->html, FOYER_TAG_UL, FOYER_CLASS ("fy-photos"));
    for (guint i = 0; i < n_pictures; i++)
      write_picture (page, json_array_get_object_element (pictures, i));
    foyer_html_close (page->html, FOYER_TAG_UL);
  }
  write_signature (page, visit);
  foyer_page_close_card (page);
}

static void
write_rating (FoyerPage *page, const char *value, const char *text)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-slot"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "radio");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "rating");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, value);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_element (html, FOYER_TAG_SPAN, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_LABEL);
}

static void
write_review_form (FoyerPage *page, JsonObject *visit)
{
  FoyerHtml *html = page->html;
  g_autofree char *action = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), "/review", NULL);

  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_html_open (html, FOYER_TAG_FIELDSET, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_LEGEND, FOYER_CLASS ("fy-sr"), foyer_page_say (page, "Your rating"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-slots"));
  write_rating (page, "great", foyer_page_say (page, "Great"));
  write_rating (page, "fine", foyer_page_say (page, "Fine"));
  write_rating (page, "not_good", foyer_page_say (page, "Not good"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_FIELDSET);
  foyer_page_text_field (page, &(FoyerTextField){
                                   .name = "words",
                                   .label = foyer_page_say (page, "Anything you want to add? (optional)"),
                                   .value = page->request->note,
                                   .maximum = REVIEW_MAXIMUM,
                               });
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Send feedback"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
}

/* Thanks, in their own words, and the way to say it in public for those who are glad. */
static void
write_thanks (FoyerPage *page, JsonObject *review)
{
  g_autofree char *quoted = foyer_page_fill (foyer_page_say (page, "“{words}”"), "words",
                                             foyer_json_object_text (review, "comment"));
  const char *url = foyer_json_object_text (review, "publicUrl");

  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_is (review, "rating", "not_good")
                          ? foyer_page_say (page, "Thank you for telling us. We will look into it.")
                          : foyer_page_say (page, "Thank you for your feedback."));
  if (quoted != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"), quoted);
  foyer_page_paragraphs (page, foyer_json_object_text (review, "answer"));
  if (url == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_N_ICONS, foyer_page_say (page, "Tell others too"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

/* 003-10 */
static void
write_review (FoyerPage *page, JsonObject *visit)
{
  JsonObject *review = foyer_json_object_object (visit, "review");

  if (review == NULL && !foyer_json_object_boolean (visit, "mayReview", FALSE))
    return;
  foyer_page_open_card (page, "review", foyer_page_say (page, "How did we do?"));
  if (review != NULL)
    write_thanks (page, review);
  else
    write_review_form (page, visit);
  foyer_page_close_card (page);
}

static void
write_cancelled (FoyerPage *page, JsonObject *visit)
{
  const char *reason = foyer_json_object_text (visit, "cancelReason");
  g_autofree char *quoted = foyer_page_fill (foyer_page_say (page, "“{words}”"), "words", reason);

  foyer_page_open_note (page, FOYER_TONE_NEUTRAL, FOYER_ICON_FAILED,
                        foyer_page_say (page, "This visit will not take place"));
  if (quoted != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, quoted);
  foyer_page_close_note (page);
}

static void
write_invoices (FoyerPage *page, JsonObject *visit)
{
  JsonArray *invoices = foyer_json_object_array (visit, "invoices");

  if (invoices == NULL || json_array_get_length (invoices) == 0)
    return;
  foyer_page_open_section (page, "bills", foyer_page_say (page, "Invoices"), NULL, NULL);
  for (guint i = 0; i < json_array_get_length (invoices); i++)
    foyer_page_invoice_row (page, json_array_get_object_element (invoices, i));
  foyer_page_close_section (page);
}

static void
write_head (FoyerPage *page, JsonObject *visit)
{
  const char *title = foyer_json_object_text (visit, "title");
  const char *visits = foyer_page_say_visit (page, FOYER_PHRASE_VISITS);
  g_autofree char *day = make_day (page, visit);

  if (is_done (visit))
    foyer_page_head (page, "/visits", visits, title, foyer_page_say (page, "Completed"), FOYER_TONE_OK, day);
  else if (foyer_page_is (visit, "status", "cancelled"))
    foyer_page_head (page, "/visits", visits, title, foyer_page_say (page, "Canceled"), FOYER_TONE_NEUTRAL,
                     day);
  else if (foyer_page_is (visit, "status", "en_route"))
    foyer_page_head (page, "/visits", visits, title, foyer_page_say (page, "On the way"), FOYER_TONE_BRAND,
                     day);
  else
    foyer_page_head (page, "/visits", visits, title, foyer_page_say (page, "Confirmed"), FOYER_TONE_OK, day);
}

void
foyer_page_write_visit (FoyerPage *page)
{
  JsonObject *visit = foyer_json_object_object (page->view, "record");

  foyer_page_open_frame (page, FOYER_SECTION_VISITS, foyer_json_object_text (visit, "title"));
  if (page->request->problem == FOYER_PROBLEM_CHOICE)
    foyer_page_problem (page, foyer_page_say (page, "Please choose how it was"), NULL);
  else if (page->request->problem == FOYER_PROBLEM_NOTE && is_done (visit))
    foyer_page_field_problem (page, "#words", foyer_page_say (page, "Your text is too long"));
  else if (page->request->problem == FOYER_PROBLEM_NOTE)
    foyer_page_field_problem (page, "#why", foyer_page_say (page, "Your reason is too long"));
  else if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_problem (page, foyer_page_say (page, "This visit has changed meanwhile"),
                        foyer_page_say (page, "Below is how it stands now."));
  write_head (page, visit);
  foyer_page_open_columns (page);
  write_side (page, visit);
  foyer_page_next_column (page);
  if (is_done (visit)) {
    write_report (page, visit);
    write_proof (page, visit);
    write_review (page, visit);
  } else if (foyer_page_is (visit, "status", "cancelled")) {
    write_cancelled (page, visit);
  } else {
    write_expectation (page, visit);
    write_change (page, visit);
  }
  write_invoices (page, visit);
  foyer_page_close_columns (page);
  foyer_page_message_button (page);
  foyer_page_close_frame (page, FOYER_SECTION_VISITS);
}
