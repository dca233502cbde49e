/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-plans.c - words and rows for plans, contracts, documents, machines and requests */

#include "foyer-page-plans.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-sentence.h"
#include "foyer-text.h"

typedef struct {
  const char *status;
  const char *words;
  FoyerTone tone;
} State;

static const char *
find_state (FoyerPage *page,
            JsonObject *object,
            const char *member,
            const State *states,
            gsize n,
            FoyerTone *tone)
{
  *tone = FOYER_TONE_NEUTRAL;
  for (gsize i = 0; i < n; i++) {
    if (!foyer_page_is (object, member, states[i].status))
      continue;
    *tone = states[i].tone;
    return foyer_page_say (page, states[i].words);
  }
  return NULL;
}

const char *
foyer_page_plan_state (FoyerPage *page, JsonObject *plan, FoyerTone *tone)
{
  static const State states[] = {
    { "pending", FOYER_MARK ("Starts soon"), FOYER_TONE_BRAND },
    { "active", FOYER_MARK ("Active"), FOYER_TONE_OK },
    { "paused", FOYER_MARK ("Paused"), FOYER_TONE_WARN },
    { "ended", FOYER_MARK ("Ended"), FOYER_TONE_NEUTRAL },
  };

  return find_state (page, plan, "status", states, G_N_ELEMENTS (states), tone);
}

const char *
foyer_page_contract_state (FoyerPage *page, JsonObject *contract, FoyerTone *tone)
{
  static const State states[] = {
    { "sent", FOYER_MARK ("Your signature needed"), FOYER_TONE_WARN },
    { "active", FOYER_MARK ("Active"), FOYER_TONE_OK },
    { "declined", FOYER_MARK ("Declined"), FOYER_TONE_NEUTRAL },
    { "ended", FOYER_MARK ("Ended"), FOYER_TONE_NEUTRAL },
  };

  return find_state (page, contract, "status", states, G_N_ELEMENTS (states), tone);
}

const char *
foyer_page_request_state (FoyerPage *page, JsonObject *request, FoyerTone *tone)
{
  static const State states[] = {
    { "new", FOYER_MARK ("New"), FOYER_TONE_BRAND },
    { "open", FOYER_MARK ("The office is on it"), FOYER_TONE_BRAND },
    { "waiting", FOYER_MARK ("Waiting for you"), FOYER_TONE_WARN },
    { "resolved", FOYER_MARK ("Resolved"), FOYER_TONE_OK },
    { "declined", FOYER_MARK ("Declined"), FOYER_TONE_NEUTRAL },
    { "withdrawn", FOYER_MARK ("Withdrawn"), FOYER_TONE_NEUTRAL },
  };

  return find_state (page, request, "status", states, G_N_ELEMENTS (states), tone);
}

const char *
foyer_page_condition (FoyerPage *page, JsonObject *equipment, FoyerTone *tone)
{
  static const State states[] = {
    { "good", FOYER_MARK ("Good"), FOYER_TONE_OK },
    { "watch", FOYER_MARK ("Worth watching"), FOYER_TONE_WARN },
    { "replace", FOYER_MARK ("Replacement advised"), FOYER_TONE_WARN },
  };

  return find_state (page, equipment, "condition", states, G_N_ELEMENTS (states), tone);
}

char *
foyer_page_request_title (FoyerPage *page, JsonObject *request)
{
  static const State kinds[] = {
    { "service", FOYER_MARK ("Request {number}"), FOYER_TONE_NEUTRAL },
    { "complaint", FOYER_MARK ("Complaint {number}"), FOYER_TONE_NEUTRAL },
    { "quote", FOYER_MARK ("Price request {number}"), FOYER_TONE_NEUTRAL },
    { "dispute", FOYER_MARK ("Dispute {number}"), FOYER_TONE_NEUTRAL },
    { "change", FOYER_MARK ("Change request {number}"), FOYER_TONE_NEUTRAL },
  };
  gint64 n = foyer_json_object_integer (request, "number", 0);
  g_autofree char *number = n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : NULL;
  FoyerTone tone;
  const char *template = find_state (page, request, "kind", kinds, G_N_ELEMENTS (kinds), &tone);

  return template != NULL ? foyer_page_fill (template, "number", number) : NULL;
}

char *
foyer_page_about_title (FoyerPage *page, JsonObject *record)
{
  g_autofree char *day = NULL;
  char *title;

  if (foyer_page_is (record, "type", "Invoice"))
    return foyer_page_invoice_title (page, foyer_json_object_text (record, "number"));
  if (foyer_page_is (record, "type", "Equipment"))
    return g_strdup (foyer_json_object_text (record, "name"));
  if (foyer_page_is (record, "type", "Quote")) {
    title = foyer_page_quote_title (page, record);
    return title != NULL ? title : g_strdup (foyer_json_object_text (record, "title"));
  }
  day = foyer_page_date (page, record, "start");
  return foyer_page_two (foyer_json_object_text (record, "title"), day);
}

char *
foyer_page_plan_price (FoyerPage *page, JsonObject *plan)
{
  static const State intervals[] = {
    { "monthly", FOYER_MARK ("{amount} per month"), FOYER_TONE_NEUTRAL },
    { "quarterly", FOYER_MARK ("{amount} per quarter"), FOYER_TONE_NEUTRAL },
    { "yearly", FOYER_MARK ("{amount} per year"), FOYER_TONE_NEUTRAL },
  };
  g_autofree char *amount = foyer_page_money (page, plan, "price");
  FoyerTone tone;
  const char *template = find_state (page, plan, "interval", intervals, G_N_ELEMENTS (intervals), &tone);

  return template != NULL ? foyer_page_fill (template, "amount", amount) : NULL;
}

char *
foyer_page_sites (FoyerPage *page, JsonObject *object)
{
  JsonArray *sites = foyer_json_object_array (object, "sites");
  g_autoptr (JsonArray) names = json_array_new ();

  for (guint i = 0; i < json_array_get_length (sites); i++)
    json_array_add_string_element (names,
                                   foyer_json_object_text (json_array_get_object_element (sites, i), "name"));
  return foyer_page_names (page, names);
}

void
foyer_page_document_row (FoyerPage *page, JsonObject *document)
{
  g_autofree char *url = g_strconcat ("/documents/", foyer_json_object_text (document, "id"), NULL);
  g_autofree char *date = foyer_page_date (page, document, "validUntil");
  g_autofree char *until = foyer_page_fill (foyer_page_say (page, "Until {date}"), "date", date);

  foyer_page_open_icon_row (page, url, FOYER_ICON_DOCUMENT, foyer_json_object_text (document, "title"));
  foyer_page_detail (page, foyer_json_object_text (document, "fileName"));
  foyer_page_detail (page, until);
  if (foyer_json_object_text (document, "signedAt") != NULL)
    foyer_page_pill (page, FOYER_TONE_OK, foyer_page_say (page, "Signed"));
  else if (foyer_json_object_boolean (document, "needsSignature", FALSE))
    foyer_page_pill (page, FOYER_TONE_WARN, foyer_page_say (page, "Your signature needed"));
  foyer_page_close_row (page, url);
}
