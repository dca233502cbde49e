/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-booking.c - what the steps of booking share */

#include "foyer-page-booking.h"

#include "foyer-json.h"
#include "foyer-sentence.h"

#include <string.h>

#define STEPS 4

static void
add_query (GString *url, const char *name, const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (url, "%c%s=", strchr (url->str, '?') == NULL ? '?' : '&', name);
  g_string_append_uri_escaped (url, value, NULL, FALSE);
}

char *
foyer_page_book_url (FoyerPage *page, const char *path)
{
  GString *url = g_string_new (path);

  add_query (url, "service", page->request->service_id);
  add_query (url, "property", page->request->property_id);
  if (page->request->start != 0) {
    g_autofree char *start = foyer_utc_format (page->request->start);

    add_query (url, "start", start);
  }
  return g_string_free (url, FALSE);
}

void
foyer_page_steps (FoyerPage *page, int step)
{
  static const char *const texts[STEPS] = {
    FOYER_MARK ("Step 1 of 4: service"),
    FOYER_MARK ("Step 2 of 4: site"),
    FOYER_MARK ("Step 3 of 4: time"),
    FOYER_MARK ("Step 4 of 4: check"),
  };
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-head"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-eyebrow"), foyer_page_say (page, texts[step - 1]));
  foyer_html_open (html, FOYER_TAG_OL, FOYER_CLASS ("fy-steps"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_HIDDEN, "true");
  for (int i = 1; i <= STEPS; i++)
    foyer_html_element (html, FOYER_TAG_LI, i <= step ? FOYER_CLASS ("is-done") : FOYER_NO_CLASS, NULL);
  foyer_html_close (html, FOYER_TAG_OL);
  foyer_html_close (html, FOYER_TAG_DIV);
}

JsonObject *
foyer_page_chosen (FoyerPage *page, const char *list, const char *id)
{
  JsonObject *found = foyer_portal_view_find (page->view, list, id);
  JsonArray *array = foyer_json_object_array (page->view, list);

  if (found == NULL && array != NULL && json_array_get_length (array) > 0)
    found = json_array_get_object_element (array, 0);
  return found;
}

JsonObject *
foyer_page_find_slot (FoyerPage *page, gint64 start)
{
  JsonArray *days = foyer_json_object_array (page->view, "days");

  for (guint i = 0; start != 0 && days != NULL && i < json_array_get_length (days); i++) {
    JsonArray *slots = foyer_json_object_array (json_array_get_object_element (days, i), "slots");

    for (guint k = 0; k < json_array_get_length (slots); k++) {
      JsonObject *slot = json_array_get_object_element (slots, k);

      if (foyer_page_time (slot, "start") == start && !foyer_json_object_boolean (slot, "full", FALSE))
        return slot;
    }
  }
  return NULL;
}

char *
foyer_page_price (FoyerPage *page, JsonObject *service)
{
  JsonObject *price = foyer_json_object_object (service, "price");
  g_autofree char *text = NULL;
  FoyerMoney money;

  if (price == NULL)
    return NULL;

  money = foyer_money (foyer_json_object_integer (price, "amount", 0),
                       foyer_json_object_text (price, "currency"));
  text = foyer_money_format (&money, page->language);
  if (!foyer_json_object_boolean (service, "priceFrom", FALSE))
    return g_steal_pointer (&text);
  return foyer_text_fill (foyer_page_say (page, "From {price}"), "price", text, NULL);
}
