/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-slots.c - days with their windows of arrival, one of which is chosen */

#include "foyer-page-booking.h"

#include "foyer-json.h"
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

void
foyer_page_slots (FoyerPage *page, JsonArray *days)
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

void
foyer_page_call_for_times (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  if (phone == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"));
  foyer_page_sentence (page, foyer_page_say (page, "None of these suit? Call {phone}."), "phone",
                       FOYER_PIECE_PHONE, phone, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
}

void
foyer_page_no_slots (FoyerPage *page)
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
  foyer_page_call_for_times (page);
}
