/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book-choice-page.c - the first two steps of booking: which service, and where */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-booking.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

/* "About 90 minutes. From $115.00" */
static char *
describe_service (FoyerPage *page, JsonObject *service)
{
  int minutes = (int) foyer_json_object_integer (service, "minutes", 0);
  g_autofree char *price = foyer_page_price (page, service);
  g_autofree char *duration = NULL;
  g_autofree char *about = NULL;

  if (minutes <= 0)
    return g_steal_pointer (&price);

  duration = foyer_duration_text (minutes, page->language);
  about = foyer_text_fill (foyer_page_say (page, "About {duration}"), "duration", duration, NULL);
  return price != NULL ? g_strconcat (about, ". ", price, NULL) : g_steal_pointer (&about);
}

static void
write_problem (FoyerPage *page, const char *title)
{
  if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_problem (page, title, NULL);
}

void
foyer_page_write_book_service (FoyerPage *page)
{
  JsonArray *services = foyer_json_object_array (page->view, "services");
  JsonObject *chosen = foyer_page_chosen (page, "services", page->request->service_id);
  g_autofree char *start = page->request->start != 0 ? foyer_utc_format (page->request->start) : NULL;

  foyer_page_open_frame (page, FOYER_SECTION_BOOK, foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
  write_problem (page, foyer_page_say (page, "Please choose a service"));
  foyer_page_head (page, "/", foyer_page_say (page, "Home"), foyer_page_say (page, "What do you need?"), NULL,
                   FOYER_TONE_NEUTRAL, NULL);
  foyer_page_steps (page, 1);
  foyer_page_open_form (page, "/book/property", FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "property", page->request->property_id);
  foyer_page_hidden (page, "start", start);
  foyer_page_open_choices (page, foyer_page_say (page, "Service"), TRUE);
  for (guint i = 0; i < json_array_get_length (services); i++) {
    JsonObject *service = json_array_get_object_element (services, i);
    g_autofree char *detail = describe_service (page, service);

    foyer_page_choice (page, "service", foyer_json_object_text (service, "id"), service == chosen,
                       foyer_json_object_text (service, "name"), detail);
  }
  foyer_page_close_choices (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Continue"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_frame (page, FOYER_SECTION_BOOK);
}

static void
write_no_properties (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  foyer_page_open_note (page, FOYER_TONE_WARN, FOYER_ICON_PROPERTY,
                        foyer_page_say (page, "We do not know your site yet"));
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  if (phone != NULL)
    foyer_page_sentence (page,
                         foyer_page_say (page, "Call {phone} and we will add it. Then you can book here."),
                         "phone", FOYER_PIECE_PHONE, phone, NULL);
  else
    foyer_html_text (page->html,
                     foyer_page_say (page, "Please ask the office to add it. Then you can book here."));
  foyer_html_close (page->html, FOYER_TAG_P);
  foyer_page_close_note (page);
}

static void
write_property_form (FoyerPage *page, JsonArray *properties, gboolean needs_property)
{
  gboolean has_none = json_array_get_length (properties) == 0;
  gboolean wants_none = g_strcmp0 (page->request->property_id, FOYER_NO_PROPERTY) == 0 || has_none;
  JsonObject *chosen = wants_none ? NULL : foyer_page_chosen (page, "properties", page->request->property_id);
  g_autofree char *start = page->request->start != 0 ? foyer_utc_format (page->request->start) : NULL;

  foyer_page_open_form (page, "/book/time", FOYER_CLASS ("fy-form"));
  foyer_page_hidden (page, "service", page->request->service_id);
  foyer_page_hidden (page, "start", start);
  foyer_page_open_choices (page, foyer_page_say (page, "Site"), TRUE);
  for (guint i = 0; i < json_array_get_length (properties); i++) {
    JsonObject *property = json_array_get_object_element (properties, i);
    g_autofree char *address = foyer_page_address (property);

    foyer_page_choice (page, "property", foyer_json_object_text (property, "id"), property == chosen,
                       foyer_json_object_text (property, "name"), address);
  }
  if (!needs_property)
    foyer_page_choice (page, "property", FOYER_NO_PROPERTY, wants_none,
                       foyer_page_say (page, "No site, or another one"),
                       foyer_page_say (page, "Tell us where in the last step"));
  foyer_page_close_choices (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY, foyer_page_say (page, "Continue"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
}

void
foyer_page_write_book_property (FoyerPage *page)
{
  JsonArray *properties = foyer_json_object_array (page->view, "properties");
  JsonObject *offer = foyer_json_object_object (page->view, "offer");
  gboolean needs_property = foyer_json_object_boolean (offer, "needsProperty", FALSE);
  g_autofree char *back = foyer_page_book_url (page, "/book");

  foyer_page_open_frame (page, FOYER_SECTION_BOOK, foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
  write_problem (page, foyer_page_say (page, "Please choose a site"));
  foyer_page_head (page, back, foyer_page_say (page, "Service"), foyer_page_say (page, "Which site?"), NULL,
                   FOYER_TONE_NEUTRAL, NULL);
  foyer_page_steps (page, 2);
  if (needs_property && json_array_get_length (properties) == 0)
    write_no_properties (page);
  else
    write_property_form (page, properties, needs_property);
  foyer_page_close_frame (page, FOYER_SECTION_BOOK);
}
