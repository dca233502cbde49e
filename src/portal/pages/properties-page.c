/* SPDX-License-Identifier: GPL-3.0-or-later */
/* properties-page.c - the sites of the client */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-record.h"

static void
write_row (FoyerPage *page, JsonObject *property)
{
  g_autofree char *url = g_strconcat ("/properties/", foyer_json_object_text (property, "id"), NULL);
  g_autofree char *address = foyer_page_address (property);
  g_autofree char *date = foyer_page_date (page, property, "lastService");
  g_autofree char *last = foyer_page_fill (foyer_page_say (page, "Last service {date}"), "date", date);

  foyer_page_open_icon_row (page, url, FOYER_ICON_PROPERTY, foyer_json_object_text (property, "name"));
  foyer_page_detail (page, address);
  foyer_page_detail (page, last);
  foyer_page_close_row (page, url);
}

void
foyer_page_write_properties (FoyerPage *page)
{
  JsonArray *properties = foyer_json_object_array (page->view, "properties");
  const char *title = foyer_page_say (page, "Properties");

  foyer_page_open_frame (page, FOYER_SECTION_PROPERTIES, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL,
                   foyer_page_say (page, "The sites we look after for you."));
  if (json_array_get_length (properties) == 0) {
    foyer_page_empty (page, FOYER_ICON_PROPERTY, foyer_page_say (page, "No sites yet"),
                      foyer_page_say (page, "The places where we work for you appear here."));
  } else {
    foyer_html_open (page->html, FOYER_TAG_UL, FOYER_CLASS ("fy-list"));
    for (guint i = 0; i < json_array_get_length (properties); i++)
      write_row (page, json_array_get_object_element (properties, i));
    foyer_html_close (page->html, FOYER_TAG_UL);
    foyer_page_pager (page, &(FoyerPager){ page->view, "properties", "/properties", title, FALSE });
  }
  foyer_page_close_frame (page, FOYER_SECTION_PROPERTIES);
}
