/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invoice-print.c - one bill on paper: amount, facts, items, what was paid */

#include "prints/foyer-print-parts.h"

#include "foyer-json.h"

static void
add_figure (FoyerPrint *print, FoyerPage *page, JsonObject *invoice)
{
  gboolean is_open = foyer_page_invoice_is_open (invoice);
  g_autofree char *amount = foyer_page_money (page, invoice, is_open ? "balance" : "total");
  g_autofree char *due = foyer_print_day (page, invoice, "dueOn");
  g_autofree char *paid = foyer_print_day (page, invoice, "paidAt");
  g_autofree char *detail = is_open ? foyer_page_fill (foyer_page_say (page, "Due {date}"), "date", due)
                                    : foyer_page_fill (foyer_page_say (page, "Paid {date}"), "date", paid);

  foyer_print_add (print, FOYER_PRINT_FIGURE,
                   is_open ? foyer_page_say (page, "Amount due") : foyer_page_say (page, "Total"), amount,
                   detail);
}

static void
add_facts (FoyerPrint *print, FoyerPage *page, JsonObject *invoice)
{
  JsonObject *visit = foyer_json_object_object (invoice, "visit");
  JsonObject *quote = foyer_json_object_object (invoice, "quote");
  g_autofree char *issued = foyer_print_day (page, invoice, "issuedOn");
  g_autofree char *done = visit != NULL ? foyer_print_day (page, visit, "start") : NULL;
  g_autofree char *follows = quote != NULL ? foyer_page_quote_title (page, quote) : NULL;

  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Billed to"),
                   foyer_json_object_text (invoice, "billedTo"), NULL);
  foyer_print_add_site (print, page, invoice);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Issued"), issued, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Work done"), done, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Follows"), follows, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Reference"),
                   foyer_json_object_text (invoice, "reference"), NULL);
}

static void
add_payments (FoyerPrint *print, FoyerPage *page, JsonObject *invoice)
{
  JsonArray *payments = foyer_json_object_array (invoice, "payments");

  if (payments == NULL || json_array_get_length (payments) == 0)
    return;
  foyer_print_add (print, FOYER_PRINT_HEADING, NULL, foyer_page_say (page, "Payments"), NULL);
  foyer_print_add_payments (print, page, payments);
}

void
foyer_print_write_invoice (FoyerPrint *print, FoyerPage *page)
{
  JsonObject *invoice = foyer_json_object_object (page->view, "record");
  g_autofree char *balance = foyer_page_money (page, invoice, "balance");
  FoyerPrintBlock *items;

  print->title = foyer_page_invoice_title (page, foyer_json_object_text (invoice, "number"));
  print->subject = g_strdup (foyer_json_object_text (invoice, "title"));
  print->made_at = foyer_print_time (page, invoice, "issuedOn");
  add_figure (print, page, invoice);
  add_facts (print, page, invoice);
  items = foyer_print_add_items (print, page, invoice);
  if (items != NULL && foyer_page_is (invoice, "status", "part_paid"))
    foyer_print_add_sum (items, FOYER_PRINT_ROW_TOTAL, foyer_page_say (page, "Amount due"), balance);
  add_payments (print, page, invoice);
  foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, foyer_json_object_text (invoice, "note"), NULL);
}
