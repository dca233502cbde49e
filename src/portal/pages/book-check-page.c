/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book-check-page.c - the last step of booking: look over it, add a note, ask */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

/* The length that a booking's note may have. */
#define NOTE_MAXIMUM 4000

static void
write_facts (FoyerPage *page, JsonObject *service, JsonObject *slot)
{
  FoyerHtml *html = page->html;
  JsonObject *property = foyer_portal_view_find (page->view, "properties", page->request->property_id);
  g_autofree char *service_url = foyer_page_book_url (page, "/book");
  g_autofree char *property_url = foyer_page_book_url (page, "/book/property");
  g_autofree char *time_url = foyer_page_book_url (page, "/book/time");
  g_autofree char *when = foyer_page_arrival (page, slot, FOYER_WINDOW_COMPACT);
  g_autofree char *price = foyer_page_price (page, service);

  foyer_page_open_facts (page, foyer_page_say (page, "Your request"));
  foyer_page_open_fact (page, foyer_page_say (page, "Service"));
  foyer_html_text (html, foyer_json_object_text (service, "name"));
  foyer_page_close_fact (page, service_url, foyer_page_say (page, "Service"));

  foyer_page_open_fact (page, foyer_page_say (page, "Site"));
  if (property != NULL) {
    foyer_html_text (html, foyer_json_object_text (property, "name"));
    foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
    foyer_html_element (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-muted"),
                        foyer_json_object_text (property, "street"));
  } else {
    foyer_html_text (html, foyer_page_say (page, "No site, or another one"));
  }
  foyer_page_close_fact (page, property_url, foyer_page_say (page, "Site"));

  foyer_page_open_fact (page, foyer_page_say (page, "Arrival"));
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, when);
  foyer_page_close_fact (page, time_url, foyer_page_say (page, "Arrival"));
  foyer_page_fact (page, foyer_page_say (page, "Price"), price);
  foyer_page_close_facts (page);
}

static void
write_note_field (FoyerPage *page)
{
  gboolean is_wrong = page->request->problem == FOYER_PROBLEM_NOTE;

  foyer_page_text_field (
      page, &(FoyerTextField){
                .name = "note",
                .label = foyer_page_say (page, "Anything the crew should know? (optional)"),
                .hint = foyer_page_say (page, "For example parking, door codes or where the unit is."),
                .error
                = is_wrong ? foyer_page_say (page, "This is too long. 4,000 characters are the most.") : NULL,
                .value = page->request->note,
                .maximum = NOTE_MAXIMUM,
            });
}

static void
write_form (FoyerPage *page)
{
  JsonObject *offer = foyer_json_object_object (page->view, "offer");
  gboolean at_once = foyer_json_object_boolean (offer, "confirmsAtOnce", FALSE);
  g_autofree char *start = foyer_utc_format (page->request->start);

  foyer_page_open_form (page, "/bookings", FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "service", page->request->service_id);
  foyer_page_hidden (page, "property", page->request->property_id);
  foyer_page_hidden (page, "start", start);
  write_note_field (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY,
                     at_once ? foyer_page_say (page, "Book this time")
                             : foyer_page_say (page, "Request this time"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  if (!at_once)
    foyer_html_element (
        page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
        foyer_page_say (page,
                        "The office confirms every booking. The next page always shows where it stands, "
                        "and you can withdraw it there."));
  foyer_page_close_form (page);
}

void
foyer_page_write_book_check (FoyerPage *page)
{
  JsonObject *service = foyer_page_chosen (page, "services", page->request->service_id);
  JsonObject *slot = foyer_page_find_slot (page, page->request->start);
  g_autofree char *back = foyer_page_book_url (page, "/book/time");

  foyer_page_open_frame (page, FOYER_SECTION_BOOK, foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
  if (page->request->problem == FOYER_PROBLEM_NOTE)
    foyer_page_field_problem (page, "#note", foyer_page_say (page, "Your note is too long"));
  foyer_page_head (page, back, foyer_page_say (page, "Time"), foyer_page_say (page, "Check your request"),
                   NULL, FOYER_TONE_NEUTRAL, NULL);
  foyer_page_steps (page, 4);
  write_facts (page, service, slot);
  write_form (page);
  foyer_page_close_frame (page, FOYER_SECTION_BOOK);
}
