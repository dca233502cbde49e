/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book-time-page.c - the third step of booking: which day and window */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

/* "Times are Pacific Time. Bookings open 24 hours to 30 days ahead." */
static void
write_rules (FoyerPage *page)
{
  JsonObject *offer = foyer_json_object_object (page->view, "offer");
  gint64 lead = foyer_json_object_integer (offer, "leadHours", 0);
  gint64 days = foyer_json_object_integer (offer, "maxDays", 0);
  g_autofree char *zone = foyer_zone_text (page->zone, page->language);
  g_autofree char *hours = lead > 0 ? foyer_duration_text ((int) lead * 60, page->language) : NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, days);
  g_autofree char *ahead
      = foyer_text_fill (foyer_text_plural (page->language, "{count} day", "{count} days", days), "count",
                         number, NULL);
  g_autofree char *text
      = hours != NULL
            ? foyer_text_fill (foyer_page_say (page,
                                               "Times are {zone}. Bookings open {hours} to {days} ahead."),
                               "zone", zone, "hours", hours, "days", ahead, NULL)
            : foyer_text_fill (foyer_page_say (page, "Times are {zone}. Bookings open up to {days} ahead."),
                               "zone", zone, "days", ahead, NULL);

  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"), text);
}

static void
write_form (FoyerPage *page, JsonArray *days)
{
  foyer_page_open_form (page, "/book/check", FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "service", page->request->service_id);
  foyer_page_hidden (page, "property", page->request->property_id);
  foyer_page_slots (page, days);
  write_rules (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Continue"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_call_for_times (page);
}

static void
write_problem (FoyerPage *page)
{
  if (page->request->problem == FOYER_PROBLEM_TAKEN)
    foyer_page_problem (page, foyer_page_say (page, "That time has just been taken"),
                        foyer_page_say (page, "Nothing is booked yet. Please choose another time."));
  else if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_problem (page, foyer_page_say (page, "Please choose a time"), NULL);
}

void
foyer_page_write_book_time (FoyerPage *page)
{
  JsonArray *days = foyer_json_object_array (page->view, "days");
  JsonObject *service = foyer_page_chosen (page, "services", page->request->service_id);
  JsonObject *property = foyer_portal_view_find (page->view, "properties", page->request->property_id);
  const char *site = property != NULL ? foyer_json_object_text (property, "name") : NULL;
  const char *name = foyer_json_object_text (service, "name");
  g_autofree char *back = foyer_page_book_url (page, "/book/property");
  g_autofree char *lead
      = site != NULL ? foyer_text_fill (
            foyer_page_say (page, "{service} at {site}. Choose the window in which the crew should arrive."),
            "service", name, "site", site, NULL)
                     : foyer_text_fill (
                         foyer_page_say (page,
                                         "{service}. Choose the window in which the crew should arrive."),
                         "service", name, NULL);

  foyer_page_open_frame (page, FOYER_SECTION_BOOK, foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
  write_problem (page);
  foyer_page_head (page, back, foyer_page_say (page, "Site"), foyer_page_say (page, "When suits you?"), NULL,
                   FOYER_TONE_NEUTRAL, lead);
  foyer_page_steps (page, 3);
  if (days == NULL || json_array_get_length (days) == 0)
    foyer_page_no_slots (page);
  else
    write_form (page, days);
  foyer_page_close_frame (page, FOYER_SECTION_BOOK);
}
