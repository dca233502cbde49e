/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plans-page.c - plans and contracts */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-plans.h"

static void
write_plan (FoyerPage *page, JsonObject *plan)
{
  g_autofree char *url = g_strconcat ("/plans/", foyer_json_object_text (plan, "id"), NULL);
  g_autofree char *price = foyer_page_plan_price (page, plan);
  g_autofree char *sites = foyer_page_sites (page, plan);
  FoyerTone tone;
  const char *state = foyer_page_plan_state (page, plan, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_PLAN, foyer_json_object_text (plan, "name"));
  foyer_page_detail (page, price);
  foyer_page_detail (page, sites);
  foyer_page_pill (page, tone, state);
  foyer_page_close_row (page, url);
}

static void
write_contract (FoyerPage *page, JsonObject *contract)
{
  g_autofree char *url = g_strconcat ("/contracts/", foyer_json_object_text (contract, "id"), NULL);
  g_autofree char *end = foyer_page_date (page, contract, "endOn");
  g_autofree char *until = foyer_page_fill (foyer_page_say (page, "Until {date}"), "date", end);
  g_autofree char *sites = foyer_page_sites (page, contract);
  FoyerTone tone;
  const char *state = foyer_page_contract_state (page, contract, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_DOCUMENT, foyer_json_object_text (contract, "title"));
  foyer_page_detail (page, until);
  foyer_page_detail (page, sites);
  foyer_page_pill (page, tone, state);
  foyer_page_close_row (page, url);
}

static void
write_list (FoyerPage *page,
            const char *list,
            const char *title,
            void (*write) (FoyerPage *page, JsonObject *object))
{
  JsonArray *objects = foyer_json_object_array (page->view, list);

  if (foyer_page_count (page->view, list) == 0 || !foyer_page_shows_list (page->view, list))
    return;
  foyer_page_open_section (page, list, title, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (objects); i++)
    write (page, json_array_get_object_element (objects, i));
  foyer_page_close_section (page);
  foyer_page_pager (page, &(FoyerPager){ page->view, list, "/plans", title, FALSE });
}

void
foyer_page_write_plans (FoyerPage *page)
{
  const char *title = foyer_page_say_plan (page, FOYER_PHRASE_PLANS);
  g_autofree char *nothing = foyer_page_no_plans (page);

  foyer_page_open_frame (page, FOYER_SECTION_PLANS, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (foyer_page_count (page->view, "plans") == 0 && foyer_page_count (page->view, "contracts") == 0)
    foyer_page_empty (page, FOYER_ICON_PLAN, foyer_page_say_plan (page, FOYER_PHRASE_NO_PLANS), nothing);
  write_list (page, "plans", foyer_page_say_plan (page, FOYER_PHRASE_YOUR_PLANS), write_plan);
  write_list (page, "contracts", foyer_page_say_contract (page, FOYER_PHRASE_CONTRACTS), write_contract);
  foyer_page_close_frame (page, FOYER_SECTION_PLANS);
}
