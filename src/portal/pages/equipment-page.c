/* SPDX-License-Identifier: GPL-3.0-or-later */
/* equipment-page.c - what is installed, site by site, and one machine of it */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-plans.h"

static void
write_row (FoyerPage *page, JsonObject *machine)
{
  g_autofree char *url = g_strconcat ("/equipment/", foyer_json_object_text (machine, "id"), NULL);
  g_autofree char *serial = foyer_page_fill (foyer_page_say (page, "Serial {number}"), "number",
                                             foyer_json_object_text (machine, "serial"));
  FoyerTone tone;
  const char *condition = foyer_page_condition (page, machine, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_EQUIPMENT, foyer_json_object_text (machine, "name"));
  foyer_page_detail (page, foyer_json_object_text (machine, "description"));
  foyer_page_detail (page, serial);
  foyer_page_pill (page, tone, condition);
  foyer_page_close_row (page, url);
}

/* Machines come site by site. */
static void
write_sites (FoyerPage *page)
{
  JsonArray *machines = foyer_json_object_array (page->view, "equipment");
  const char *open_site = NULL;

  for (guint i = 0; i < json_array_get_length (machines); i++) {
    JsonObject *machine = json_array_get_object_element (machines, i);
    JsonObject *property = foyer_json_object_object (machine, "property");
    const char *site
        = property != NULL ? foyer_json_object_text (property, "name") : foyer_page_say (page, "Equipment");
    g_autofree char *id = g_strdup_printf ("site-%u", i);

    if (g_strcmp0 (site, open_site) != 0) {
      if (open_site != NULL)
        foyer_page_close_section (page);
      foyer_page_open_section (page, id, site, NULL, NULL);
    }
    open_site = site;
    write_row (page, machine);
  }
  foyer_page_close_section (page);
  foyer_page_pager (page, &(FoyerPager){ page->view, "equipment", "/equipment",
                                         foyer_page_say (page, "Equipment"), FALSE });
}

void
foyer_page_write_equipment (FoyerPage *page)
{
  const char *title = foyer_page_say (page, "Equipment");

  foyer_page_open_frame (page, FOYER_SECTION_EQUIPMENT, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL,
                   foyer_page_say (page, "What is installed, and how it is doing."));
  if (foyer_page_count (page->view, "equipment") == 0)
    foyer_page_empty (page, FOYER_ICON_EQUIPMENT, foyer_page_say (page, "No equipment yet"),
                      foyer_page_say (page, "The machines that we look after appear here."));
  else
    write_sites (page);
  foyer_page_close_frame (page, FOYER_SECTION_EQUIPMENT);
}

static void
write_facts (FoyerPage *page, JsonObject *machine)
{
  g_autofree char *installed = foyer_page_date (page, machine, "installedOn");
  g_autofree char *serviced = foyer_page_date (page, machine, "servicedOn");
  g_autofree char *warranty = foyer_page_date (page, machine, "warrantyUntil");

  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_site_fact (page, machine);
  foyer_page_fact (page, foyer_page_say (page, "Maker"), foyer_json_object_text (machine, "maker"));
  foyer_page_fact (page, foyer_page_say (page, "Model"), foyer_json_object_text (machine, "model"));
  foyer_page_fact (page, foyer_page_say (page, "Serial number"), foyer_json_object_text (machine, "serial"));
  foyer_page_fact (page, foyer_page_say (page, "Installed"), installed);
  foyer_page_fact (page, foyer_page_say (page, "Last service"), serviced);
  foyer_page_fact (page, foyer_page_say (page, "Warranty until"), warranty);
  foyer_page_fact (page, foyer_page_say (page, "Remark"), foyer_json_object_text (machine, "remark"));
  foyer_page_close_facts (page);
}

void
foyer_page_write_machine (FoyerPage *page)
{
  JsonObject *machine = foyer_json_object_object (page->view, "record");
  JsonArray *documents = foyer_json_object_array (machine, "documents");
  const char *title = foyer_json_object_text (machine, "name");
  FoyerTone tone;
  const char *condition = foyer_page_condition (page, machine, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_EQUIPMENT, title);
  foyer_page_head (page, "/equipment", foyer_page_say (page, "Equipment"), title, condition, tone,
                   foyer_json_object_text (machine, "description"));
  write_facts (page, machine);
  if (foyer_page_count (machine, "documents") > 0) {
    foyer_page_open_section (page, "documents", foyer_page_say (page, "Documents"), NULL, NULL);
    for (guint i = 0; i < json_array_get_length (documents); i++)
      foyer_page_document_row (page, json_array_get_object_element (documents, i));
    foyer_page_close_section (page);
  }
  foyer_page_close_frame (page, FOYER_SECTION_EQUIPMENT);
}
