/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quotes-page.c - offers that wait for an answer, and those that have one */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"

static gboolean
is_waiting (JsonObject *quote)
{
  return foyer_page_is (quote, "status", "sent");
}

static void
write_list (FoyerPage *page, const char *id, const char *title, gboolean waiting)
{
  JsonArray *quotes = foyer_json_object_array (page->view, "quotes");
  gboolean is_open = FALSE;

  for (guint i = 0; i < json_array_get_length (quotes); i++) {
    JsonObject *quote = json_array_get_object_element (quotes, i);

    if (is_waiting (quote) != waiting)
      continue;
    if (!is_open)
      foyer_page_open_section (page, id, title, NULL, NULL);
    is_open = TRUE;
    foyer_page_quote_row (page, quote);
  }
  if (is_open)
    foyer_page_close_section (page);
}

void
foyer_page_write_quotes (FoyerPage *page)
{
  const char *title = foyer_page_say_quote (page, FOYER_PHRASE_QUOTES);

  foyer_page_open_frame (page, FOYER_SECTION_QUOTES, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (foyer_page_count (page->view, "quotes") == 0) {
    foyer_page_empty (page, FOYER_ICON_QUOTE, foyer_page_say_quote (page, FOYER_PHRASE_NO_QUOTES),
                      foyer_page_say (page, "When we price work for you, you find it here."));
  } else {
    write_list (page, "waiting", foyer_page_say (page, "Waiting for your answer"), TRUE);
    write_list (page, "answered", foyer_page_say (page, "Answered"), FALSE);
    foyer_page_pager (page, &(FoyerPager){ page->view, "quotes", "/quotes", title, TRUE });
  }
  foyer_page_close_frame (page, FOYER_SECTION_QUOTES);
}
