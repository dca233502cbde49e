/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invoice-page.c - one bill: items, sums, what was paid and what is still due */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-messages.h"

/* The length that a request's text may have. */
#define WORDS_MAXIMUM 10000

static void
write_visit_fact (FoyerPage *page, JsonObject *invoice)
{
  JsonObject *visit = foyer_json_object_object (invoice, "visit");
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  FoyerDate date;

  if (visit == NULL)
    return;
  date = foyer_page_day (page, visit, "start");
  url = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), NULL);
  text = foyer_date_text (&date, FOYER_DATE_WEEKDAY, page->language);
  foyer_page_link_fact (page, foyer_page_say (page, "Work done"), url, text);
}

static void
write_quote_fact (FoyerPage *page, JsonObject *invoice)
{
  JsonObject *quote = foyer_json_object_object (invoice, "quote");
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;

  if (quote == NULL)
    return;
  url = g_strconcat ("/quotes/", foyer_json_object_text (quote, "id"), NULL);
  text = foyer_page_quote_title (page, quote);
  foyer_page_link_fact (page, foyer_page_say (page, "Follows"), url,
                        text != NULL ? text : foyer_json_object_text (quote, "title"));
}

static void
write_facts (FoyerPage *page, JsonObject *invoice)
{
  g_autofree char *issued = foyer_page_date (page, invoice, "issuedOn");

  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_fact (page, foyer_page_say (page, "Billed to"), foyer_json_object_text (invoice, "billedTo"));
  foyer_page_site_fact (page, invoice);
  write_visit_fact (page, invoice);
  write_quote_fact (page, invoice);
  foyer_page_fact (page, foyer_page_say (page, "Issued"), issued);
  foyer_page_fact (page, foyer_page_say (page, "Reference"), foyer_json_object_text (invoice, "reference"));
  foyer_page_close_facts (page);
}

static void
write_figure (FoyerPage *page, JsonObject *invoice)
{
  gboolean is_open = foyer_page_invoice_is_open (invoice);
  g_autofree char *amount = foyer_page_money (page, invoice, is_open ? "balance" : "total");
  g_autofree char *total = foyer_page_money (page, invoice, "total");
  FoyerDate due = foyer_page_day (page, invoice, "dueOn");
  g_autofree char *day = foyer_json_object_text (invoice, "dueOn") != NULL
                             ? foyer_date_text (&due, FOYER_DATE_LONG, page->language)
                             : NULL;
  g_autofree char *detail
      = is_open ? foyer_page_fill (foyer_page_say (page, "Due {date}"), "date", day) : NULL;

  foyer_page_open_figure_card (page, "amount",
                               is_open ? foyer_page_say (page, "Amount due") : foyer_page_say (page, "Total"),
                               amount, detail);
  if (foyer_page_is (invoice, "status", "part_paid") && total != NULL) {
    g_autofree char *text = foyer_page_fill (foyer_page_say (page, "Of {amount} in all."), "amount", total);

    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted fy-small"), text);
  }
  foyer_page_print_button (page, "/invoices/", foyer_json_object_text (invoice, "id"));
  foyer_page_close_card (page);
}

static void
write_items (FoyerPage *page, JsonObject *invoice, const char *title)
{
  g_autofree char *caption = NULL;

  if (foyer_page_count (invoice, "lines") == 0 && foyer_json_object_text (invoice, "note") == NULL)
    return;

  caption = foyer_page_fill (foyer_page_say (page, "Items of {invoice}"), "invoice", title);
  foyer_page_open_card (page, "items", foyer_page_say (page, "Items"));
  foyer_page_items (page, invoice, caption);
  foyer_page_paragraphs (page, foyer_json_object_text (invoice, "note"));
  foyer_page_close_card (page);
}

static void
write_payments (FoyerPage *page, JsonObject *invoice)
{
  JsonArray *payments = foyer_json_object_array (invoice, "payments");

  if (json_array_get_length (payments) == 0)
    return;

  foyer_page_open_section (page, "payments", foyer_page_say (page, "Payments"), "/payments",
                           foyer_page_say (page, "All payments"));
  for (guint i = 0; i < json_array_get_length (payments); i++) {
    JsonObject *payment = json_array_get_object_element (payments, i);
    FoyerDate date = foyer_page_day (page, payment, "paidAt");
    g_autofree char *method = foyer_page_payment_method (page, payment);
    g_autofree char *amount = foyer_page_money (page, payment, "amount");

    foyer_page_open_row (page, NULL, &date,
                         foyer_page_is (payment, "kind", "refund") ? foyer_page_say (page, "Refund")
                                                                   : foyer_page_say (page, "Payment"));
    foyer_page_detail (page, method);
    foyer_page_close_amount_row (page, NULL, amount);
  }
  foyer_page_close_section (page);
}

static void
write_disputed_note (FoyerPage *page, JsonObject *invoice)
{
  if (!foyer_json_object_boolean (invoice, "disputed", FALSE))
    return;
  foyer_page_open_note (page, FOYER_TONE_BRAND, FOYER_ICON_CLOCK,
                        foyer_page_say (page, "The office is looking into this invoice"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page,
                                      "You do not have to pay the disputed part until you have its answer."));
  foyer_page_close_note (page);
}

/* 004-5: the rarer answer to a bill, folded away unless its form came back. */
static void
write_dispute (FoyerPage *page, JsonObject *invoice)
{
  g_autofree char *action
      = g_strconcat ("/invoices/", foyer_json_object_text (invoice, "id"), "/dispute", NULL);
  gboolean is_back = page->request->problem != FOYER_PROBLEM_NONE;
  const char *error = NULL;

  if (!foyer_json_object_boolean (invoice, "mayDispute", FALSE))
    return;
  if (is_back)
    error = page->request->problem == FOYER_PROBLEM_NOTE
                ? foyer_page_say (page, "This is too long. 10,000 characters are the most.")
                : foyer_page_say (page, "Please tell us what it is about");
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_page_open_more (page, foyer_page_say (page, "Something is wrong with this invoice"), is_back);
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_page_text_field (page,
                         &(FoyerTextField){
                             .name = "what",
                             .label = foyer_page_say (page, "What is wrong with it?"),
                             .hint = foyer_page_say (page, "Which item, and what you expected instead."),
                             .error = error,
                             .value = page->request->note,
                             .maximum = WORDS_MAXIMUM,
                             .is_required = TRUE,
                         });
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Dispute this invoice"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_more (page);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

void
foyer_page_write_invoice (FoyerPage *page)
{
  JsonObject *invoice = foyer_json_object_object (page->view, "record");
  g_autofree char *title = foyer_page_invoice_title (page, foyer_json_object_text (invoice, "number"));
  FoyerTone tone;
  g_autofree char *state = foyer_page_invoice_state (page, invoice, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_INVOICES, title);
  if (page->request->problem == FOYER_PROBLEM_NOTE)
    foyer_page_field_problem (page, "#what", foyer_page_say (page, "Your text is too long"));
  else if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_field_problem (page, "#what", foyer_page_say (page, "Please tell us what it is about"));
  foyer_page_head (page, "/invoices", foyer_page_say (page, "Invoices"), title, state, tone,
                   foyer_json_object_text (invoice, "title"));
  foyer_page_letterhead (page);
  write_disputed_note (page, invoice);
  foyer_page_open_columns (page);
  write_figure (page, invoice);
  foyer_page_next_column (page);
  write_facts (page, invoice);
  write_items (page, invoice, title);
  if (foyer_page_invoice_is_open (invoice))
    foyer_page_how_to_pay (page, invoice);
  write_payments (page, invoice);
  write_dispute (page, invoice);
  foyer_page_close_columns (page);
  foyer_page_message_button (page);
  foyer_page_close_frame (page, FOYER_SECTION_INVOICES);
}
