/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quote-print.c - one offer on paper: what is included and what it costs */

#include "prints/foyer-print-parts.h"

#include "foyer-json.h"

static void
add_facts (FoyerPrint *print, FoyerPage *page, JsonObject *quote)
{
  g_autofree char *sent = foyer_print_day (page, quote, "sentAt");
  g_autofree char *deposit = foyer_page_money (page, quote, "deposit");
  g_autofree char *decided = foyer_print_day (page, quote, "decidedAt");
  const char *name = foyer_json_object_text (quote, "decidedName");

  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "For"),
                   foyer_json_object_text (quote, "madeFor"), NULL);
  foyer_print_add_site (print, page, quote);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Sent"), sent, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Deposit"), deposit, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Prepared by"),
                   foyer_json_object_text (quote, "preparedBy"), NULL);
  if (foyer_page_is (quote, "status", "approved"))
    foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Approved"), decided, name);
  else if (foyer_page_is (quote, "status", "declined"))
    foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Declined"), decided, name);
}

void
foyer_print_write_quote (FoyerPrint *print, FoyerPage *page)
{
  JsonObject *quote = foyer_json_object_object (page->view, "record");
  g_autofree char *total = foyer_page_money (page, quote, "total");
  g_autofree char *until = foyer_print_day (page, quote, "validUntil");
  g_autofree char *valid = foyer_page_fill (foyer_page_say (page, "Valid until {date}"), "date", until);

  print->title = foyer_page_quote_title (page, quote);
  print->subject = g_strdup (foyer_json_object_text (quote, "title"));
  if (print->title == NULL)
    print->title = g_steal_pointer (&print->subject);
  print->made_at = foyer_print_time (page, quote, "sentAt");
  foyer_print_add (print, FOYER_PRINT_FIGURE, foyer_page_say (page, "Total"), total, valid);
  add_facts (print, page, quote);
  foyer_print_add (print, FOYER_PRINT_HEADING, NULL, foyer_page_say (page, "What is included"), NULL);
  foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, foyer_json_object_text (quote, "intro"), NULL);
  foyer_print_add_items (print, page, quote);
  foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, foyer_json_object_text (quote, "terms"), NULL);
  if (foyer_page_is (quote, "status", "approved"))
    foyer_print_add_signature (print, page, foyer_json_object_object (quote, "signature"));
}
