/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contract-page.c - one contract: what was agreed, for how long and for which sites */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-plans.h"

static void
write_facts (FoyerPage *page, JsonObject *contract)
{
  JsonObject *plan = foyer_json_object_object (contract, "plan");
  JsonObject *document = foyer_json_object_object (contract, "document");
  g_autofree char *value = foyer_page_money (page, contract, "value");
  g_autofree char *start = foyer_page_date (page, contract, "startOn");
  g_autofree char *end = foyer_page_date (page, contract, "endOn");
  g_autofree char *signed_on = foyer_page_date (page, contract, "signedAt");
  g_autofree char *sites = foyer_page_sites (page, contract);

  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_fact (page, foyer_page_say (page, "Number"), foyer_json_object_text (contract, "number"));
  foyer_page_fact (page, foyer_page_say (page, "Worth a year"), value);
  foyer_page_fact (page, foyer_page_say (page, "From"), start);
  foyer_page_fact (page, foyer_page_say (page, "Until"), end);
  foyer_page_fact (page, foyer_page_say (page, "Signed"), signed_on);
  foyer_page_fact (page, foyer_page_say (page, "Signed by"), foyer_json_object_text (contract, "signedBy"));
  foyer_page_fact (page, foyer_page_say (page, "Sites"), sites);
  if (document != NULL) {
    g_autofree char *url = g_strconcat ("/documents/", foyer_json_object_text (document, "id"), NULL);

    foyer_page_link_fact (page, foyer_page_say (page, "Document"), url,
                          foyer_json_object_text (document, "title"));
  }
  if (plan != NULL) {
    g_autofree char *url = g_strconcat ("/plans/", foyer_json_object_text (plan, "id"), NULL);

    foyer_page_link_fact (page, foyer_page_say_plan (page, FOYER_PHRASE_PLAN), url,
                          foyer_json_object_text (plan, "name"));
  }
  foyer_page_close_facts (page);
}

void
foyer_page_write_contract (FoyerPage *page)
{
  JsonObject *contract = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (contract, "title");
  FoyerTone tone;
  const char *state = foyer_page_contract_state (page, contract, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_PLANS, title);
  foyer_page_head (page, "/plans", foyer_page_say_plan (page, FOYER_PHRASE_PLANS), title, state, tone, NULL);
  if (foyer_json_object_text (contract, "summary") != NULL) {
    foyer_page_open_card (page, "summary", foyer_page_say (page, "What was agreed"));
    foyer_page_paragraphs (page, foyer_json_object_text (contract, "summary"));
    foyer_page_close_card (page);
  }
  write_facts (page, contract);
  foyer_page_performance (page, contract);
  foyer_page_close_frame (page, FOYER_SECTION_PLANS);
}
