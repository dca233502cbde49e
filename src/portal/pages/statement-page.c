/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statement-page.c - one page for the books: what is due, invoice by invoice, and what was paid lately */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-frame.h"
#include "foyer-page-table.h"

/* "Hillside Dental, Nov 19, 2025" */
static char *
make_lead (FoyerPage *page)
{
  const char *client = foyer_json_object_text (foyer_json_object_object (page->view, "client"), "name");
  g_autofree char *today = foyer_date_text (&page->today, FOYER_DATE_YEAR, page->language);

  return foyer_page_two (client, today);
}

static void
write_figure (FoyerPage *page)
{
  JsonObject *due = foyer_json_object_object (page->view, "due");
  g_autofree char *sum = foyer_page_sums (page, foyer_json_object_array (due, "totals"));
  g_autofree char *overdue = foyer_json_object_integer (due, "overdueCount", 0) > 0
                                 ? foyer_page_sums (page, foyer_json_object_array (due, "overdue"))
                                 : NULL;
  g_autofree char *text = foyer_page_fill (foyer_page_say (page, "Overdue: {amount}"), "amount", overdue);

  foyer_page_open_figure_card (page, "amount", foyer_page_say (page, "Amount due"), sum, text);
  foyer_page_print_button (page, "/statement/", NULL);
  foyer_page_close_card (page);
}

static void
write_link (FoyerPage *page, const char *id, const char *text)
{
  g_autofree char *url = id != NULL ? g_strconcat ("/invoices/", id, NULL) : NULL;

  if (url == NULL) {
    foyer_html_text (page->html, text);
    return;
  }
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_A);
}

static void
write_invoice (FoyerPage *page, JsonObject *invoice)
{
  g_autofree char *title = foyer_page_invoice_title (page, foyer_json_object_text (invoice, "number"));
  g_autofree char *issued = foyer_page_date (page, invoice, "issuedOn");
  g_autofree char *due = foyer_page_date (page, invoice, "dueOn");
  g_autofree char *total = foyer_page_money (page, invoice, "total");
  g_autofree char *balance = foyer_page_money (page, invoice, "balance");
  FoyerTone tone;
  g_autofree char *state = foyer_page_invoice_state (page, invoice, &tone);

  foyer_page_open_row_heading (page);
  write_link (page, foyer_json_object_text (invoice, "id"), title);
  foyer_page_detail (page, foyer_json_object_text (invoice, "title"));
  foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_CLASS ("is-phoneonly"), state);
  foyer_page_close_row_heading (page);
  foyer_page_table_cell (page, FOYER_CELL_WIDE_WHOLE, issued);
  foyer_page_table_cell (page, FOYER_CELL_WIDE_WHOLE, due);
  foyer_page_table_cell (page, FOYER_CELL_WIDE_NUMBER, total);
  foyer_page_table_amount (page, balance);
  foyer_page_close_table_row (page);
}

/* A currency is never added to another one. */
static void
write_totals (FoyerPage *page)
{
  JsonArray *totals = foyer_json_object_array (foyer_json_object_object (page->view, "due"), "totals");

  foyer_page_table_foot (page);
  for (guint i = 0; i < json_array_get_length (totals); i++) {
    g_autofree char *amount = foyer_page_amount (page, json_array_get_object_element (totals, i));

    foyer_page_table_sum (page, TRUE, 3, foyer_page_say (page, "Amount due"), amount);
  }
}

static void
write_open (FoyerPage *page)
{
  JsonArray *invoices = foyer_json_object_array (page->view, "statementInvoices");

  foyer_page_open_card (page, "open", foyer_page_say (page, "Open invoices"));
  if (json_array_get_length (invoices) == 0) {
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"),
                        foyer_page_say (page, "No open invoices."));
    foyer_page_close_card (page);
    return;
  }
  foyer_page_open_table (page, foyer_page_say (page, "Open invoices"));
  foyer_page_table_heading (page, FOYER_NO_CLASS, foyer_page_say (page, "Invoice"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE, foyer_page_say (page, "Issued"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE, foyer_page_say (page, "Due"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE_NUMBER, foyer_page_say (page, "Total"));
  foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "Still to pay"));
  foyer_page_table_body (page);
  for (guint i = 0; i < json_array_get_length (invoices); i++)
    write_invoice (page, json_array_get_object_element (invoices, i));
  write_totals (page);
  foyer_page_close_table (page, TRUE);
  foyer_page_write_rest (page);
  foyer_page_close_card (page);
}

static void
write_payment (FoyerPage *page, JsonObject *payment)
{
  const char *number = foyer_json_object_text (payment, "invoiceNumber");
  g_autofree char *title = foyer_page_invoice_title (page, number);
  g_autofree char *date = foyer_page_date (page, payment, "paidAt");
  g_autofree char *method = foyer_page_payment_method (page, payment);
  g_autofree char *amount = foyer_page_payment_amount (page, payment);

  foyer_page_open_row_heading (page);
  foyer_html_element (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("is-whole"), date);
  foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_CLASS ("is-phoneonly"), method);
  foyer_page_close_row_heading (page);
  foyer_html_open (page->html, FOYER_TAG_TD, FOYER_CELL_WIDE_WHOLE);
  if (number != NULL)
    write_link (page, foyer_json_object_text (payment, "invoice"), title);
  foyer_html_close (page->html, FOYER_TAG_TD);
  foyer_page_table_cell (page, FOYER_CELL_WIDE, method);
  foyer_page_table_amount (page, amount);
  foyer_page_close_table_row (page);
}

static void
write_payments (FoyerPage *page)
{
  JsonArray *payments = foyer_json_object_array (page->view, "statementPayments");
  const char *title = foyer_page_say (page, "Paid in the last 12 months");

  foyer_page_open_card (page, "paid", title);
  if (json_array_get_length (payments) == 0) {
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"),
                        foyer_page_say (page, "No payments yet"));
    foyer_page_close_card (page);
    return;
  }
  foyer_page_open_table (page, title);
  foyer_page_table_heading (page, FOYER_NO_CLASS, foyer_page_say (page, "Date"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE, foyer_page_say (page, "Invoice"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE, foyer_page_say (page, "How"));
  foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "Amount"));
  foyer_page_table_body (page);
  for (guint i = 0; i < json_array_get_length (payments); i++)
    write_payment (page, json_array_get_object_element (payments, i));
  foyer_page_close_table (page, FALSE);
  foyer_page_close_card (page);
}

void
foyer_page_write_statement (FoyerPage *page)
{
  const char *title = foyer_page_say (page, "Statement");
  g_autofree char *lead = make_lead (page);

  foyer_page_open_frame (page, FOYER_SECTION_INVOICES, title);
  foyer_page_head (page, "/invoices", foyer_page_say (page, "Invoices"), title, NULL, FOYER_TONE_NEUTRAL,
                   lead);
  foyer_page_letterhead (page);
  foyer_page_open_columns (page);
  write_figure (page);
  foyer_page_next_column (page);
  write_open (page);
  write_payments (page);
  foyer_page_how_to_pay (page, NULL);
  foyer_page_close_columns (page);
  foyer_page_close_frame (page, FOYER_SECTION_INVOICES);
}
