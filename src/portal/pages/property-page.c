/* SPDX-License-Identifier: GPL-3.0-or-later */
/* property-page.c - one site: its address, what comes next there and what was done */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-record.h"
#include "foyer-page-rows.h"

static gboolean
is_coming (FoyerPage *page, JsonObject *visit)
{
  FoyerDate date = foyer_page_day (page, visit, "start");

  if (foyer_page_is (visit, "status", "en_route"))
    return TRUE;
  return foyer_page_is (visit, "status", "scheduled") && foyer_date_compare (&date, &page->today) >= 0;
}

static void
write_coming (FoyerPage *page, JsonArray *visits)
{
  gboolean is_open = FALSE;

  for (guint i = json_array_get_length (visits); i > 0; i--) {
    JsonObject *visit = json_array_get_object_element (visits, i - 1);

    if (!is_coming (page, visit))
      continue;
    if (!is_open)
      foyer_page_open_section (page, "up", foyer_page_say (page, "Coming up"), NULL, NULL);
    is_open = TRUE;
    foyer_page_visit_row (page, visit, FALSE);
  }
  if (is_open)
    foyer_page_close_section (page);
}

static void
write_history (FoyerPage *page, JsonArray *visits)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < json_array_get_length (visits); i++) {
    JsonObject *visit = json_array_get_object_element (visits, i);

    if (is_coming (page, visit))
      continue;
    if (!is_open)
      foyer_page_open_section (page, "history", foyer_page_say (page, "Service history"), NULL, NULL);
    is_open = TRUE;
    foyer_page_visit_row (page, visit, TRUE);
  }
  if (is_open)
    foyer_page_close_section (page);
}

void
foyer_page_write_property (FoyerPage *page)
{
  JsonObject *property = foyer_json_object_object (page->view, "record");
  JsonArray *visits = foyer_json_object_array (property, "visits");
  const char *title = foyer_json_object_text (property, "name");
  const char *notes = foyer_json_object_text (property, "accessNotes");
  g_autofree char *address = foyer_page_address (property);
  g_autofree char *url = g_strconcat ("/properties/", foyer_json_object_text (property, "id"), NULL);

  foyer_page_open_frame (page, FOYER_SECTION_PROPERTIES, title);
  foyer_page_head (page, "/properties", foyer_page_say (page, "Properties"), title, NULL, FOYER_TONE_NEUTRAL,
                   address);
  if (notes != NULL) {
    foyer_page_open_card (page, "access", foyer_page_say (page, "How our crew gets in"));
    foyer_page_paragraphs (page, notes);
    foyer_page_close_card (page);
  }
  if (json_array_get_length (visits) == 0) {
    foyer_page_empty (
        page, FOYER_ICON_VISIT, foyer_page_say (page, "Nothing here yet"),
        foyer_page_say (page, "What is planned and what was done appears here, with photos and reports."));
  } else {
    write_coming (page, visits);
    write_history (page, visits);
    foyer_page_pager (page, &(FoyerPager){ property, "visits", url, foyer_page_say (page, "Service history"),
                                           TRUE });
  }
  foyer_page_close_frame (page, FOYER_SECTION_PROPERTIES);
}
