/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-health.c - how the account is doing, in four figures */

#include "foyer-page-record.h"

#include "foyer-json.h"

static void
write_figure (FoyerPage *page, const char *name, const char *value)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stat"));
  foyer_html_element (page->html, FOYER_TAG_DT, FOYER_NO_CLASS, name);
  foyer_html_element (page->html, FOYER_TAG_DD, FOYER_NO_CLASS, value);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_count (FoyerPage *page, JsonObject *health, const char *member, const char *name)
{
  g_autofree char *value = foyer_page_number (page, foyer_json_object_integer (health, member, 0));

  if (json_object_has_member (health, member))
    write_figure (page, name, value);
}

void
foyer_page_health (FoyerPage *page)
{
  JsonObject *health = foyer_json_object_object (page->view, "health");
  g_autofree char *last = health != NULL ? foyer_page_date (page, health, "lastService") : NULL;
  FoyerHtml *html = page->html;

  if (health == NULL || json_object_get_size (health) == 0)
    return;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-section"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "health");
  foyer_html_open (html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "health");
  foyer_html_text (html, foyer_page_say (page, "Account health"));
  foyer_html_close (html, FOYER_TAG_H2);
  foyer_html_open (html, FOYER_TAG_DL, FOYER_CLASS ("fy-stats"));
  write_count (page, health, json_object_has_member (health, "contracts") ? "contracts" : "plans",
               json_object_has_member (health, "contracts")
                   ? foyer_page_say_contract (page, FOYER_PHRASE_ACTIVE_CONTRACTS)
                   : foyer_page_say_plan (page, FOYER_PHRASE_ACTIVE_PLANS));
  write_count (page, health, "sites", foyer_page_say (page, "Sites covered"));
  write_count (page, health, "issues", foyer_page_say (page, "Open issues"));
  if (last != NULL)
    write_figure (page, foyer_page_say (page, "Last service"), last);
  foyer_html_close (html, FOYER_TAG_DL);
  foyer_html_close (html, FOYER_TAG_SECTION);
}
