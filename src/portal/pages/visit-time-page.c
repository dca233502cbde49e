/* SPDX-License-Identifier: GPL-3.0-or-later */
/* visit-time-page.c - another time for a visit (000-42) */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

/* The length that a booking's note may have. */
#define NOTE_MAXIMUM 4000

static void
write_problem (FoyerPage *page)
{
  switch ((int) page->request->problem) {
  case FOYER_PROBLEM_NONE:
    break;
  case FOYER_PROBLEM_TAKEN:
    foyer_page_problem (page, foyer_page_say (page, "That time has just been taken"),
                        foyer_page_say (page, "Your visit stays as it is. Please choose another time."));
    break;
  case FOYER_PROBLEM_NOTE:
    foyer_page_field_problem (page, "#note", foyer_page_say (page, "Your note is too long"));
    break;
  default:
    foyer_page_problem (page, foyer_page_say (page, "Please choose a time"), NULL);
    break;
  }
}

static void
write_form (FoyerPage *page, JsonObject *visit, JsonArray *days)
{
  JsonObject *change = foyer_json_object_object (visit, "change");
  g_autofree char *action = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), "/move", NULL);
  gboolean at_once = foyer_json_object_boolean (change, "atOnce", FALSE);
  gboolean is_wrong = page->request->problem == FOYER_PROBLEM_NOTE;

  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_page_slots (page, days);
  foyer_page_text_field (
      page, &(FoyerTextField){
                .name = "note",
                .label = foyer_page_say (page, "Note for the office (optional)"),
                .error
                = is_wrong ? foyer_page_say (page, "This is too long. 4,000 characters are the most.") : NULL,
                .value = page->request->note,
                .maximum = NOTE_MAXIMUM,
            });
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY,
                     at_once ? foyer_page_say (page, "Move the visit to this time")
                             : foyer_page_say (page, "Ask for this time"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  if (!at_once)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                        foyer_page_say (page,
                                        "Until the office has confirmed it, the visit stays at its time."));
  foyer_page_close_form (page);
  foyer_page_call_for_times (page);
}

void
foyer_page_write_visit_time (FoyerPage *page)
{
  JsonObject *visit = foyer_json_object_object (page->view, "record");
  JsonArray *days = foyer_json_object_array (page->view, "days");
  g_autofree char *back = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), NULL);
  g_autofree char *when = foyer_page_arrival (page, visit, FOYER_WINDOW_BETWEEN);
  g_autofree char *lead = foyer_page_fill (foyer_page_say (page, "Now it is {time}."), "time", when);
  const char *title = foyer_page_say (page, "Another time");

  foyer_page_open_frame (page, FOYER_SECTION_VISITS, title);
  write_problem (page);
  foyer_page_head (page, back, foyer_json_object_text (visit, "title"), title, NULL, FOYER_TONE_NEUTRAL,
                   lead);
  if (days == NULL || json_array_get_length (days) == 0)
    foyer_page_no_slots (page);
  else
    write_form (page, visit, days);
  foyer_page_close_frame (page, FOYER_SECTION_VISITS);
}
