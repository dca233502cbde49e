/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan-page.c - one plan: what it holds, and the visits that it brings */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-plans.h"
#include "foyer-page-rows.h"

static void
write_count_fact (FoyerPage *page,
                  JsonObject *plan,
                  const char *name,
                  const char *member,
                  const char *template)
{
  gint64 n = foyer_json_object_integer (plan, member, 0);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_autofree char *text = n > 0 ? foyer_page_fill (template, "count", number) : NULL;

  foyer_page_fact (page, name, text);
}

static void
write_side (FoyerPage *page, JsonObject *plan)
{
  g_autofree char *price = foyer_page_plan_price (page, plan);
  g_autofree char *start = foyer_page_date (page, plan, "startOn");
  g_autofree char *renew = foyer_page_date (page, plan, "renewOn");
  g_autofree char *end = foyer_page_date (page, plan, "endOn");
  g_autofree char *sites = foyer_page_sites (page, plan);

  foyer_page_open_facts (page, foyer_page_say_plan (page, FOYER_PHRASE_YOUR_PLAN));
  foyer_page_fact (page, foyer_page_say (page, "Price"), price);
  foyer_page_fact (page, foyer_page_say (page, "Started"), start);
  foyer_page_fact (page, foyer_page_say (page, "Renews"), end == NULL ? renew : NULL);
  foyer_page_fact (page, foyer_page_say (page, "Ended"), end);
  write_count_fact (page, plan, foyer_page_say (page, "Visits a year"), "visitsPerYear",
                    foyer_page_say (page, "{count} per site"));
  write_count_fact (page, plan, foyer_page_say (page, "Response"), "responseHours",
                    foyer_page_say (page, "Within {count} hours"));
  write_count_fact (page, plan, foyer_page_say (page, "Discount"), "discount",
                    foyer_page_say (page, "{count}% on repairs"));
  foyer_page_fact (page, foyer_page_say (page, "Sites"), sites);
  foyer_page_close_facts (page);
}

static void
write_visits (FoyerPage *page, JsonObject *plan)
{
  JsonArray *visits = foyer_json_object_array (plan, "visits");
  const char *title = foyer_page_say_visit (page, FOYER_PHRASE_VISITS);
  g_autofree char *url = g_strconcat ("/plans/", foyer_json_object_text (plan, "id"), NULL);

  if (foyer_page_count (plan, "visits") == 0)
    return;
  foyer_page_open_section (page, "visits", title, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (visits); i++) {
    JsonObject *visit = json_array_get_object_element (visits, i);

    foyer_page_visit_row (page, visit, !foyer_page_is (visit, "status", "scheduled"));
  }
  foyer_page_close_section (page);
  foyer_page_pager (page, &(FoyerPager){ plan, "visits", url, title, TRUE });
}

void
foyer_page_write_plan (FoyerPage *page)
{
  JsonObject *plan = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (plan, "name");
  const char *description = foyer_json_object_text (plan, "description");
  FoyerTone tone;
  const char *state = foyer_page_plan_state (page, plan, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_PLANS, title);
  foyer_page_head (page, "/plans", foyer_page_say_plan (page, FOYER_PHRASE_PLANS), title, state, tone, NULL);
  foyer_page_open_columns (page);
  write_side (page, plan);
  foyer_page_next_column (page);
  foyer_page_performance (page, plan);
  if (description != NULL) {
    foyer_page_open_card (page, "holds", foyer_page_say (page, "What is included"));
    foyer_page_paragraphs (page, description);
    foyer_page_close_card (page);
  }
  write_visits (page, plan);
  foyer_page_close_columns (page);
  foyer_page_close_frame (page, FOYER_SECTION_PLANS);
}
