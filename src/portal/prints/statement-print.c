/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statement-print.c - the statement on paper: open invoices, totals by currency, payments */

#include "prints/foyer-print-parts.h"

#include "foyer-json.h"

static void
add_invoice (FoyerPrintBlock *table, FoyerPage *page, JsonObject *invoice)
{
  FoyerPrintRow *row = foyer_print_table_add_row (table, FOYER_PRINT_ROW_ITEM);

  row->cells[0] = foyer_page_invoice_title (page, foyer_json_object_text (invoice, "number"));
  row->cells[1] = foyer_print_day (page, invoice, "issuedOn");
  row->cells[2] = foyer_print_day (page, invoice, "dueOn");
  row->cells[3] = foyer_page_money (page, invoice, "total");
  row->cells[4] = foyer_page_money (page, invoice, "balance");
  row->detail = g_strdup (foyer_json_object_text (invoice, "title"));
}

static void
add_open (FoyerPrint *print, FoyerPage *page)
{
  JsonArray *invoices = foyer_json_object_array (page->view, "statementInvoices");
  JsonArray *totals = foyer_json_object_array (foyer_json_object_object (page->view, "due"), "totals");
  g_autofree char *rest = foyer_page_make_rest (page);
  FoyerPrintBlock *table;

  foyer_print_add (print, FOYER_PRINT_HEADING, NULL, foyer_page_say (page, "Open invoices"), NULL);
  if (json_array_get_length (invoices) == 0) {
    foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, foyer_page_say (page, "No open invoices."), NULL);
    return;
  }
  table = foyer_print_add_table (print);
  foyer_print_table_add_column (table, foyer_page_say (page, "Invoice"), FALSE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Issued"), TRUE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Due"), TRUE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Total"), TRUE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Still to pay"), TRUE);
  for (guint i = 0; i < json_array_get_length (invoices); i++)
    add_invoice (table, page, json_array_get_object_element (invoices, i));
  for (guint i = 0; i < json_array_get_length (totals); i++) {
    g_autofree char *amount = foyer_page_amount (page, json_array_get_object_element (totals, i));

    foyer_print_add_sum (table, FOYER_PRINT_ROW_TOTAL, foyer_page_say (page, "Amount due"), amount);
  }
  foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, rest, NULL);
}

static void
add_payments (FoyerPrint *print, FoyerPage *page)
{
  JsonArray *payments = foyer_json_object_array (page->view, "statementPayments");

  if (json_array_get_length (payments) == 0)
    return;
  foyer_print_add (print, FOYER_PRINT_HEADING, NULL, foyer_page_say (page, "Paid in the last 12 months"),
                   NULL);
  foyer_print_add_payments (print, page, payments);
}

void
foyer_print_write_statement (FoyerPrint *print, FoyerPage *page)
{
  JsonObject *due = foyer_json_object_object (page->view, "due");
  g_autofree char *sum = foyer_page_sums (page, foyer_json_object_array (due, "totals"));
  g_autofree char *overdue = foyer_json_object_integer (due, "overdueCount", 0) > 0
                                 ? foyer_page_sums (page, foyer_json_object_array (due, "overdue"))
                                 : NULL;
  g_autofree char *today = foyer_date_text (&page->today, FOYER_DATE_YEAR, page->language);
  g_autofree char *detail = foyer_page_fill (foyer_page_say (page, "Overdue: {amount}"), "amount", overdue);

  print->title = g_strdup (foyer_page_say (page, "Statement"));
  print->file_name
      = g_strdup_printf ("%s %s.pdf", print->title, foyer_json_object_text (page->view, "today"));
  print->made_at = page->noon;
  foyer_print_add (print, FOYER_PRINT_FIGURE, foyer_page_say (page, "Amount due"), sum, detail);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "For"),
                   foyer_json_object_text (foyer_json_object_object (page->view, "client"), "name"), NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Date"), today, NULL);
  add_open (print, page);
  add_payments (print, page);
}
