/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book-time-page.c - the third step of booking: which day and window */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

/* Days that are shown at once; later ones are folded away by week. */
#define DAYS_SHOWN 4

static void
write_slot (FoyerPage *page, JsonObject *slot)
{
  FoyerHtml *html = page->html;
  gboolean is_full = foyer_json_object_boolean (slot, "full", FALSE);
  g_autofree char *window = foyer_page_window (page, slot, FOYER_WINDOW_COMPACT);

  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-slot"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "radio");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "start");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, foyer_json_object_text (slot, "start"));
  foyer_html_flag (html, FOYER_ATTRIBUTE_DISABLED, is_full);
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED,
                   !is_full && page->request->start != 0
                       && foyer_page_time (slot, "start") == page->request->start);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, !is_full);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_NO_CLASS);
  foyer_html_text (html, window);
  if (is_full)
    foyer_html_element (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"), foyer_page_say (page, ", full"));
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_close (html, FOYER_TAG_LABEL);
}

static void
write_day (FoyerPage *page, JsonObject *day)
{
  FoyerDate date = foyer_page_day (page, day, "date");
  JsonArray *slots = foyer_json_object_array (day, "slots");
  g_autofree char *name = foyer_date_text (&date, FOYER_DATE_WEEKDAY, page->language);

  foyer_html_open (page->html, FOYER_TAG_FIELDSET, FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_LEGEND, FOYER_NO_CLASS, name);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-slots"));
  for (guint i = 0; i < json_array_get_length (slots); i++)
    write_slot (page, json_array_get_object_element (slots, i));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_FIELDSET);
}

/* The Monday of a day's week, as a number of days. */
static int
week_of (FoyerPage *page, JsonObject *day)
{
  FoyerDate date = foyer_page_day (page, day, "date");

  return foyer_date_to_days (&date) - ((int) foyer_date_weekday (&date) - (int) FOYER_MONDAY);
}

static gboolean
day_has_choice (FoyerPage *page, JsonObject *day)
{
  JsonArray *slots = foyer_json_object_array (day, "slots");

  for (guint i = 0; i < json_array_get_length (slots); i++) {
    if (page->request->start != 0
        && foyer_page_time (json_array_get_object_element (slots, i), "start") == page->request->start)
      return TRUE;
  }
  return FALSE;
}

/* Writes the days from @first on that are of one week, folded. Returns the first day after them. */
static guint
write_week (FoyerPage *page, JsonArray *days, guint first)
{
  int week = week_of (page, json_array_get_object_element (days, first));
  gboolean is_open = FALSE;
  guint end = first;
  FoyerDate from = foyer_page_day (page, json_array_get_object_element (days, first), "date");
  FoyerDate until = from;
  g_autofree char *from_text = NULL;
  g_autofree char *until_text = NULL;
  g_autofree char *summary = NULL;

  for (; end < json_array_get_length (days); end++) {
    JsonObject *day = json_array_get_object_element (days, end);

    if (week_of (page, day) != week)
      break;
    until = foyer_page_day (page, day, "date");
    is_open = is_open || day_has_choice (page, day);
  }

  from_text = foyer_date_text (&from, FOYER_DATE_SHORT, page->language);
  until_text = foyer_date_text (&until, FOYER_DATE_SHORT, page->language);
  summary = end - first > 1 ? foyer_text_fill (foyer_page_say (page, "{from} to {until}"), "from", from_text,
                                               "until", until_text, NULL)
                            : foyer_date_text (&from, FOYER_DATE_WEEKDAY, page->language);
  foyer_page_open_more (page, summary, is_open);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-form"));
  for (guint i = first; i < end; i++)
    write_day (page, json_array_get_object_element (days, i));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_more (page);
  return end;
}

static void
write_days (FoyerPage *page, JsonArray *days)
{
  guint n_days = json_array_get_length (days);

  for (guint i = 0; i < n_days && i < DAYS_SHOWN; i++)
    write_day (page, json_array_get_object_element (days, i));
  if (n_days <= DAYS_SHOWN)
    return;

  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  for (guint i = DAYS_SHOWN; i < n_days;)
    i = write_week (page, days, i);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

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
write_call (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  if (phone == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"));
  foyer_page_sentence (page, foyer_page_say (page, "None of these suit? Call {phone}."), "phone",
                       FOYER_PIECE_PHONE, phone, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_form (FoyerPage *page, JsonArray *days)
{
  foyer_page_open_form (page, "/book/check", FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "service", page->request->service_id);
  foyer_page_hidden (page, "property", page->request->property_id);
  write_days (page, days);
  write_rules (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Continue"), NULL);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  write_call (page);
}

static void
write_no_days (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-empty"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_CLOCK, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_element (html, FOYER_TAG_H2, FOYER_NO_CLASS,
                      foyer_page_say (page, "No free times at the moment"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      foyer_page_say (
          page, "Nobody is free for this in the days that can be booked here. The office may still find "
                "a time for you."));
  foyer_html_close (html, FOYER_TAG_SECTION);
  write_call (page);
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
    write_no_days (page);
  else
    write_form (page, days);
  foyer_page_close_frame (page, FOYER_SECTION_BOOK);
}
