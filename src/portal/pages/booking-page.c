/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-page.c - one booking: what was asked, what the office answered, what can be done now */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-page-record.h"
#include "foyer-page-rows.h"
#include "foyer-sentence.h"

static const struct {
  const char *status;
  const char *title;
} titles[] = {
  { "pending", FOYER_MARK ("Your request is in") },
  { "countered", FOYER_MARK ("The office offers another time") },
  { "approved", FOYER_MARK ("You’re booked") },
  { "declined", FOYER_MARK ("We can’t make that time") },
  { "withdrawn", FOYER_MARK ("You withdrew this request") },
  { "cancelled", FOYER_MARK ("This booking is canceled") },
  { "expired", FOYER_MARK ("This request has expired") },
};

static char *
make_lead (FoyerPage *page, JsonObject *booking)
{
  const char *kind = foyer_json_object_text (booking, "kind");
  g_autofree char *number
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_json_object_integer (booking, "number", 0));
  const char *template;

  if (foyer_json_object_integer (booking, "number", 0) == 0)
    return NULL;
  if (g_strcmp0 (kind, "reschedule") == 0)
    template = foyer_page_say (page, "Request {number} for another time");
  else if (g_strcmp0 (kind, "cancel") == 0)
    template = foyer_page_say (page, "Request {number} to cancel");
  else
    template = foyer_page_say (page, "Booking request {number}");
  return foyer_text_fill (template, "number", number, NULL);
}

static void
write_paragraph (FoyerPage *page, const char *text)
{
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
}

/* “Words of the office” Jo Winters, today, 11:40 AM */
static void
write_words (FoyerPage *page, JsonObject *booking, const char *words)
{
  const char *who = foyer_json_object_text (booking, "decidedBy");
  gint64 at = foyer_page_time (booking, "decidedAt");
  g_autofree char *when = at != 0 ? foyer_page_moment (page, at) : NULL;
  g_autofree char *quoted = foyer_text_fill (foyer_page_say (page, "“{words}”"), "words", words, NULL);
  g_autofree char *isolated = foyer_text_isolate (who);
  GString *out = g_string_new (quoted);

  if (who != NULL)
    g_string_append_printf (out, " %s", isolated);
  if (when != NULL)
    g_string_append_printf (out, "%s%s", who != NULL ? ", " : " ", when);
  write_paragraph (page, out->str);
  g_string_free (out, TRUE);
}

static void
write_pending_note (FoyerPage *page, JsonObject *booking)
{
  gboolean is_held = foyer_json_object_boolean (booking, "held", FALSE);
  FoyerDate date = foyer_page_day (page, booking, "expiresAt");
  g_autofree char *day = foyer_date_text (&date, FOYER_DATE_WEEKDAY, page->language);
  g_autofree char *text = NULL;

  if (foyer_json_object_text (booking, "expiresAt") != NULL)
    text
        = foyer_text_fill (foyer_page_say (page,
                                           "The office answers by {day}. This page always shows the latest."),
                           "day", day, NULL);

  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_CLOCK,
                        is_held ? foyer_page_say (page, "We are holding this time for you")
                                : foyer_page_say (page, "The office has your request"));
  write_paragraph (page,
                   text != NULL
                       ? text
                       : foyer_page_say (page, "The office will answer. This page always shows the latest."));
  foyer_page_close_note (page);
}

static void
write_approved_note (FoyerPage *page, JsonObject *booking)
{
  g_autofree char *when = foyer_page_arrival (page, booking, FOYER_WINDOW_BETWEEN);
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (booking, "crew"));
  g_autofree char *text = NULL;
  const char *message = foyer_json_object_text (booking, "message");

  if (names != NULL)
    text = foyer_text_fill (foyer_page_say (page, "{names} will be with you."), "names", names, NULL);
  foyer_page_open_note (page, FOYER_TONE_OK, FOYER_ICON_DONE, when);
  write_paragraph (page, text != NULL ? text : foyer_page_say (page, "We will be with you."));
  if (message != NULL)
    write_words (page, booking, message);
  foyer_page_close_note (page);
}

/* Declined or canceled, with the reason in the office's words (X21). */
static void
write_reason_note (FoyerPage *page, JsonObject *booking, FoyerTone tone)
{
  const char *reason = foyer_json_object_text (booking, "reason");

  if (reason == NULL)
    return;

  foyer_page_open_note (page, tone, FOYER_ICON_FAILED, foyer_page_say (page, "Reason from the office"));
  write_words (page, booking, reason);
  foyer_page_close_note (page);
}

static void
write_expired_note (FoyerPage *page)
{
  foyer_page_open_note (page, FOYER_TONE_WARN, FOYER_ICON_CLOCK,
                        foyer_page_say (page, "We did not answer in time"));
  write_paragraph (
      page, foyer_page_say (page, "We are sorry. Nothing is booked. Please choose another time or call us."));
  foyer_page_close_note (page);
}

static void
write_message_note (FoyerPage *page, JsonObject *booking)
{
  const char *message = foyer_json_object_text (booking, "message");
  const char *who = foyer_json_object_text (booking, "decidedBy");
  g_autofree char *title = NULL;
  g_autofree char *quoted = NULL;

  if (message == NULL)
    return;

  title = who != NULL ? foyer_text_fill (foyer_page_say (page, "Message from {name}"), "name", who, NULL)
                      : g_strdup (foyer_page_say (page, "Message from the office"));
  quoted = foyer_text_fill (foyer_page_say (page, "“{words}”"), "words", message, NULL);
  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_MESSAGE, title);
  write_paragraph (page, quoted);
  foyer_page_close_note (page);
}

static void
write_facts (FoyerPage *page, JsonObject *booking)
{
  g_autofree char *when = foyer_page_arrival (page, booking, FOYER_WINDOW_COMPACT);
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (booking, "requestedAt"));
  g_autofree char *requested = foyer_text_sentence (moment);
  g_autofree char *by_you
      = foyer_text_fill (foyer_page_say (page, "{moment}, by you"), "moment", requested, NULL);
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (booking, "crew"));

  foyer_page_open_facts (page, foyer_page_say (page, "Your request"));
  foyer_page_fact (page, foyer_page_say (page, "Service"), foyer_json_object_text (booking, "service"));
  foyer_page_site_fact (page, booking);
  foyer_page_open_fact (page, foyer_page_say (page, "Arrival"));
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, when);
  foyer_page_close_fact (page, NULL, NULL);
  foyer_page_fact (page, foyer_page_say (page, "Requested"),
                   foyer_json_object_boolean (booking, "mine", FALSE) ? by_you : requested);
  foyer_page_fact (page, foyer_page_say (page, "Crew"), names);
  foyer_page_fact (page, foyer_page_say (page, "Your note"), foyer_json_object_text (booking, "note"));
  foyer_page_close_facts (page);
}

static void
write_track_item (FoyerPage *page, gboolean is_done, const char *title, const char *detail)
{
  foyer_html_open (page->html, FOYER_TAG_LI, is_done ? FOYER_CLASS ("is-done") : FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, title);
  if (detail != NULL)
    foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_NO_CLASS, detail);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

static void
write_track (FoyerPage *page, JsonObject *booking)
{
  FoyerHtml *html = page->html;
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (booking, "requestedAt"));
  g_autofree char *requested = foyer_text_sentence (moment);

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "track");
  foyer_html_open (html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "track");
  foyer_html_text (html, foyer_page_say (page, "What happens next"));
  foyer_html_close (html, FOYER_TAG_H2);
  foyer_html_open (html, FOYER_TAG_OL, FOYER_CLASS ("fy-track"));
  write_track_item (page, TRUE, foyer_page_say (page, "Requested"), requested);
  write_track_item (page, FALSE, foyer_page_say (page, "The office checks crew and parts"), NULL);
  write_track_item (page, FALSE, foyer_page_say (page, "Confirmed"),
                    foyer_page_say (page, "With your crew’s names"));
  foyer_html_close (html, FOYER_TAG_OL);
  foyer_html_close (html, FOYER_TAG_SECTION);
}

static void
write_withdraw (FoyerPage *page, JsonObject *booking)
{
  g_autofree char *url = foyer_page_booking_url (foyer_json_object_text (booking, "id"));
  g_autofree char *action = g_strconcat (url, "/withdraw", NULL);

  if (!foyer_json_object_boolean (booking, "mayWithdraw", FALSE))
    return;

  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_page_open_more (page, foyer_page_say (page, "Withdraw this request"), FALSE);
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  write_paragraph (page,
                   foyer_page_say (page,
                                   "The time goes back to others. You can book again whenever you like."));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_DANGER, foyer_page_say (page, "Withdraw request"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_more (page);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_pending (FoyerPage *page, JsonObject *booking)
{
  write_pending_note (page, booking);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-grid"));
  write_facts (page, booking);
  write_track (page, booking);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  write_withdraw (page, booking);
}

static void
write_offers (FoyerPage *page, JsonObject *booking)
{
  JsonArray *offers = foyer_json_object_array (booking, "offers");
  g_autofree char *url = foyer_page_booking_url (foyer_json_object_text (booking, "id"));
  g_autofree char *accept = g_strconcat (url, "/accept", NULL);
  g_autofree char *neither = g_strconcat (url, "/neither", NULL);

  foyer_page_open_form (page, accept, FOYER_CLASS ("fy-form"));
  foyer_page_open_choices (page, foyer_page_say (page, "Offered times"), FALSE);
  for (guint i = 0; i < json_array_get_length (offers); i++) {
    JsonObject *offer = json_array_get_object_element (offers, i);
    g_autofree char *value = g_strdup_printf ("%u", i);
    g_autofree char *when = foyer_page_arrival (page, offer, FOYER_WINDOW_COMPACT);
    g_autofree char *names = foyer_page_names (page, foyer_json_object_array (offer, "crew"));

    foyer_page_choice (page, "offer", value, i == 0, when, names);
  }
  foyer_page_close_choices (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Accept this time"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);

  foyer_page_open_form (page, neither, FOYER_CLASS ("fy-form"));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "None of them works"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
}

static void
write_countered (FoyerPage *page, JsonObject *booking)
{
  JsonArray *offers = foyer_json_object_array (booking, "offers");

  write_message_note (page, booking);
  if (offers != NULL && json_array_get_length (offers) > 0
      && foyer_json_object_boolean (booking, "mayWithdraw", FALSE))
    write_offers (page, booking);
  write_facts (page, booking);
  write_withdraw (page, booking);
}

/* The way on from a booking that came to nothing. */
static void
write_book_again (FoyerPage *page, JsonObject *booking)
{
  const char *service = foyer_json_object_text (booking, "serviceId");
  JsonObject *property = foyer_json_object_object (booking, "property");
  g_autoptr (GString) url = g_string_new ("/book");

  if (!foyer_portal_view_may_book (page->view))
    return;

  if (foyer_portal_view_find (page->view, "services", service) != NULL) {
    const char *property_id = property == NULL ? FOYER_NO_PROPERTY : foyer_json_object_text (property, "id");

    g_string_append_printf (url, "%s?service=%s",
                            foyer_portal_view_find (page->view, "properties", property_id) != NULL
                                ? "/time"
                                : "/property",
                            service);
    if (foyer_portal_view_find (page->view, "properties", property_id) != NULL)
      g_string_append_printf (url, "&property=%s", property_id);
  }
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url->str, TRUE, FOYER_N_ICONS, foyer_page_say (page, "Choose another time"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

/* A confirmed booking is changed where its visit is. */
static void
write_visit_link (FoyerPage *page, JsonObject *booking)
{
  const char *visit = foyer_json_object_text (booking, "visit");
  g_autofree char *url = NULL;

  if (foyer_portal_view_find (page->view, "upcoming", visit) == NULL)
    return;
  url = g_strconcat ("/visits/", visit, NULL);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_ICON_VISIT,
                          foyer_page_say (page, "See, move or cancel the visit"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_body (FoyerPage *page, JsonObject *booking)
{
  if (foyer_page_booking_is (booking, "pending")) {
    write_pending (page, booking);
    return;
  }
  if (foyer_page_booking_is (booking, "countered")) {
    write_countered (page, booking);
    return;
  }
  if (foyer_page_booking_is (booking, "approved"))
    write_approved_note (page, booking);
  else if (foyer_page_booking_is (booking, "declined"))
    write_reason_note (page, booking, FOYER_TONE_BAD);
  else if (foyer_page_booking_is (booking, "cancelled"))
    write_reason_note (page, booking, FOYER_TONE_NEUTRAL);
  else if (foyer_page_booking_is (booking, "expired"))
    write_expired_note (page);
  write_facts (page, booking);
  if (foyer_page_booking_is (booking, "approved"))
    write_visit_link (page, booking);
  else
    write_book_again (page, booking);
}

void
foyer_page_write_booking (FoyerPage *page)
{
  JsonObject *booking = foyer_portal_view_find (page->view, "bookings", page->request->record_id);
  g_autofree char *lead = make_lead (page, booking);
  const char *title = foyer_page_booking_title (page, booking);
  FoyerTone tone;
  const char *pill = foyer_page_booking_state (page, booking, &tone);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    if (foyer_page_booking_is (booking, titles[i].status))
      title = foyer_page_say (page, titles[i].title);
  }
  foyer_page_open_frame (page, FOYER_SECTION_VISITS, title);
  if (page->request->problem == FOYER_PROBLEM_TAKEN)
    foyer_page_problem (page, foyer_page_say (page, "That time has just been taken"),
                        foyer_page_say (page, "Nothing is booked yet. Please choose another time."));
  else if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_problem (page, foyer_page_say (page, "This booking has changed meanwhile"),
                        foyer_page_say (page, "Below is how it stands now."));
  foyer_page_head (page, "/visits", foyer_page_say_visit (page, FOYER_PHRASE_VISITS), title, pill, tone,
                   lead);
  write_body (page, booking);
  foyer_page_close_frame (page, FOYER_SECTION_VISITS);
}
