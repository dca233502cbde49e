/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payments-page.c - everything that was paid, and what went back */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-text.h"

static void
write_unpaid_note (FoyerPage *page)
{
  JsonObject *due = foyer_json_object_object (page->view, "due");
  gint64 n = due != NULL ? foyer_json_object_integer (due, "count", 0) : 0;
  g_autofree char *count = foyer_page_number (page, n);
  g_autofree char *sum = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  title = foyer_page_fill (foyer_text_plural (page->language, "{count} invoice is unpaid",
                                              "{count} invoices are unpaid", n),
                           "count", count);
  sum = foyer_page_sums (page, foyer_json_object_array (due, "totals"));
  text = foyer_page_fill (foyer_page_say (page, "{amount} in all."), "amount", sum);
  foyer_page_open_note (page, FOYER_TONE_WARN, FOYER_ICON_WARNING, title);
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_text (page->html, text);
  foyer_html_text (page->html, " ");
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, "/invoices");
  foyer_html_text (page->html, foyer_page_say (page, "See unpaid invoices"));
  foyer_html_close (page->html, FOYER_TAG_A);
  foyer_html_close (page->html, FOYER_TAG_P);
  foyer_page_close_note (page);
}

static void
write_statement_button (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, "/statement", FALSE, FOYER_ICON_DOCUMENT, foyer_page_say (page, "Statement"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_payment (FoyerPage *page, JsonObject *payment)
{
  const char *invoice = foyer_json_object_text (payment, "invoice");
  g_autofree char *url = invoice != NULL ? g_strconcat ("/invoices/", invoice, NULL) : NULL;
  g_autofree char *title = foyer_page_invoice_title (page, foyer_json_object_text (payment, "invoiceNumber"));
  FoyerDate date = foyer_page_day (page, payment, "paidAt");
  g_autofree char *method = foyer_page_payment_method (page, payment);
  g_autofree char *amount = foyer_page_money (page, payment, "amount");
  gboolean is_refund = foyer_page_is (payment, "kind", "refund");

  foyer_page_open_row (page, url, &date, invoice != NULL ? title : foyer_page_say (page, "Payment"));
  foyer_page_detail (page, method);
  foyer_page_pill (page, is_refund ? FOYER_TONE_NEUTRAL : FOYER_TONE_OK,
                   is_refund ? foyer_page_say (page, "Refunded") : foyer_page_say (page, "Paid"));
  foyer_page_close_amount_row (page, url, amount);
}

/* One list a year, the last one first. */
static void
write_years (FoyerPage *page)
{
  JsonArray *payments = foyer_json_object_array (page->view, "payments");
  int open_year = 0;

  for (guint i = 0; i < json_array_get_length (payments); i++) {
    JsonObject *payment = json_array_get_object_element (payments, i);
    int year = foyer_page_day (page, payment, "paidAt").year;
    g_autofree char *title = g_strdup_printf ("%d", year);
    g_autofree char *id = g_strdup_printf ("year-%d", year);

    if (year != open_year && open_year != 0)
      foyer_page_close_section (page);
    if (year != open_year)
      foyer_page_open_section (page, id, title, NULL, NULL);
    open_year = year;
    write_payment (page, payment);
  }
  foyer_page_close_section (page);
  foyer_page_pager (page, &(FoyerPager){ page->view, "payments", "/payments",
                                         foyer_page_say (page, "Payments"), TRUE });
}

void
foyer_page_write_payments (FoyerPage *page)
{
  const char *title = foyer_page_say (page, "Payments");
  g_autofree char *lead = foyer_page_fill (foyer_page_say (page, "Everything you have paid to {name}."),
                                           "name", foyer_json_object_text (page->organisation, "name"));

  foyer_page_open_frame (page, FOYER_SECTION_PAYMENTS, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, lead);
  write_statement_button (page);
  write_unpaid_note (page);
  if (foyer_page_count (page->view, "payments") == 0)
    foyer_page_empty (page, FOYER_ICON_PAYMENT, foyer_page_say (page, "No payments yet"),
                      foyer_page_say (page, "What you pay appears here, however you pay it."));
  else
    write_years (page);
  foyer_page_how_to_pay (page, NULL);
  foyer_page_close_frame (page, FOYER_SECTION_PAYMENTS);
}
