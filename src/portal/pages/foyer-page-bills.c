/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-bills.c - invoices, payments and quotes as rows of lists */

#include "foyer-page-bills.h"

#include "foyer-json.h"
#include "foyer-sentence.h"
#include "foyer-text.h"

char *
foyer_page_invoice_title (FoyerPage *page, const char *number)
{
  return number != NULL ? foyer_page_fill (foyer_page_say (page, "Invoice {number}"), "number", number)
                        : g_strdup (foyer_page_say (page, "Invoice"));
}

gboolean
foyer_page_invoice_is_open (JsonObject *invoice)
{
  return foyer_page_is (invoice, "status", "issued") || foyer_page_is (invoice, "status", "part_paid");
}

char *
foyer_page_invoice_state (FoyerPage *page, JsonObject *invoice, FoyerTone *tone)
{
  g_autofree char *due = foyer_page_date (page, invoice, "dueOn");
  g_autofree char *paid = foyer_page_date (page, invoice, "paidAt");

  *tone = FOYER_TONE_NEUTRAL;
  if (foyer_page_is (invoice, "status", "paid")) {
    *tone = FOYER_TONE_OK;
    return paid != NULL ? foyer_page_fill (foyer_page_say (page, "Paid {date}"), "date", paid)
                        : g_strdup (foyer_page_say (page, "Paid"));
  }
  if (foyer_page_is (invoice, "status", "refunded"))
    return g_strdup (foyer_page_say (page, "Refunded"));

  *tone = foyer_json_object_boolean (invoice, "overdue", FALSE) ? FOYER_TONE_BAD : FOYER_TONE_WARN;
  if (due == NULL)
    return g_strdup (foyer_page_say (page, "To be paid"));
  return foyer_page_fill (*tone == FOYER_TONE_BAD ? foyer_page_say (page, "Overdue since {date}")
                                                  : foyer_page_say (page, "Due {date}"),
                          "date", due);
}

void
foyer_page_invoice_row (FoyerPage *page, JsonObject *invoice)
{
  g_autofree char *url = g_strconcat ("/invoices/", foyer_json_object_text (invoice, "id"), NULL);
  g_autofree char *title = foyer_page_invoice_title (page, foyer_json_object_text (invoice, "number"));
  g_autofree char *amount
      = foyer_page_money (page, invoice, foyer_page_invoice_is_open (invoice) ? "balance" : "total");
  FoyerTone tone;
  g_autofree char *state = foyer_page_invoice_state (page, invoice, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_INVOICE, foyer_json_object_text (invoice, "title"));
  foyer_page_under (page, title, invoice);
  foyer_page_pill (page, tone, state);
  foyer_page_close_amount_row (page, url, amount);
}

char *
foyer_page_payment_method (FoyerPage *page, JsonObject *payment)
{
  static const struct {
    const char *word;
    const char *name;
  } methods[] = {
    { "card", FOYER_MARK ("Card") },   { "bank", FOYER_MARK ("Bank transfer") },
    { "check", FOYER_MARK ("Check") }, { "cash", FOYER_MARK ("Cash") },
    { "other", FOYER_MARK ("Other") },
  };
  const char *detail = foyer_json_object_text (payment, "detail");
  const char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    if (foyer_page_is (payment, "method", methods[i].word))
      name = foyer_page_say (page, methods[i].name);
  }
  return foyer_page_two (name, detail);
}

char *
foyer_page_payment_amount (FoyerPage *page, JsonObject *payment)
{
  g_autofree char *amount = foyer_page_money (page, payment, "amount");

  if (amount == NULL || !foyer_page_is (payment, "kind", "refund"))
    return g_steal_pointer (&amount);
  return g_strconcat ("\u2212", amount, NULL);
}

void
foyer_page_how_to_pay (FoyerPage *page, JsonObject *invoice)
{
  const char *why = foyer_json_object_text (page->view, "whyNotPay");
  const char *name = foyer_json_object_text (page->organisation, "name");
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  const char *number = invoice != NULL ? foyer_json_object_text (invoice, "number") : NULL;

  if (why == NULL)
    return;
  foyer_page_open_note (page, FOYER_TONE_NEUTRAL, FOYER_ICON_PAYMENT, foyer_page_say (page, "How to pay"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, why);
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  if (number != NULL)
    foyer_page_sentence (page,
                         foyer_page_say (page,
                                         "Pay {name} as you usually do and write {number} on the payment."),
                         "name", FOYER_PIECE_TEXT, name, "number", FOYER_PIECE_STRONG, number, NULL);
  else
    foyer_page_sentence (page,
                         foyer_page_say (page, "Pay {name} as you usually do. What the office records "
                                               "appears here."),
                         "name", FOYER_PIECE_TEXT, name, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
  if (phone != NULL) {
    foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
    foyer_page_sentence (page, foyer_page_say (page, "For the bank details, call {phone}."), "phone",
                         FOYER_PIECE_PHONE, phone, NULL);
    foyer_html_close (page->html, FOYER_TAG_P);
  }
  foyer_page_close_note (page);
}

char *
foyer_page_make_rest (FoyerPage *page)
{
  gint64 n = foyer_json_object_integer (foyer_json_object_object (page->view, "due"), "count", 0)
             - foyer_page_count (page->view, "statementInvoices");
  g_autofree char *count = foyer_page_number (page, n);

  if (n <= 0)
    return NULL;
  return foyer_page_fill (
      foyer_text_plural (page->language, "{count} more invoice is open; it is part of the amount due.",
                         "{count} more invoices are open; they are part of the amount due.", n),
      "count", count);
}

void
foyer_page_write_rest (FoyerPage *page)
{
  g_autofree char *text = foyer_page_make_rest (page);

  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"), text);
}

char *
foyer_page_quote_title (FoyerPage *page, JsonObject *quote)
{
  const char *number = foyer_json_object_text (quote, "number");

  return foyer_page_fill (foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_NUMBER), "number", number);
}

char *
foyer_page_quote_state (FoyerPage *page, JsonObject *quote, FoyerTone *tone)
{
  static const struct {
    const char *status;
    const char *words;
    const char *dated;
    FoyerTone tone;
  } states[] = {
    { "sent", FOYER_MARK ("Your answer needed"), NULL, FOYER_TONE_WARN },
    { "changes", FOYER_MARK ("You asked for a change"), NULL, FOYER_TONE_BRAND },
    { "approved", FOYER_MARK ("Approved"), FOYER_MARK ("Approved {date}"), FOYER_TONE_OK },
    { "declined", FOYER_MARK ("Declined"), FOYER_MARK ("Declined {date}"), FOYER_TONE_NEUTRAL },
    { "expired", FOYER_MARK ("Expired"), FOYER_MARK ("Expired {date}"), FOYER_TONE_NEUTRAL },
    { "withdrawn", FOYER_MARK ("Withdrawn"), NULL, FOYER_TONE_NEUTRAL },
  };
  gboolean is_expired = foyer_page_is (quote, "status", "expired");
  g_autofree char *date = foyer_page_date (page, quote, is_expired ? "validUntil" : "decidedAt");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    if (!foyer_page_is (quote, "status", states[i].status))
      continue;
    *tone = states[i].tone;
    if (date == NULL || states[i].dated == NULL)
      return g_strdup (foyer_page_say (page, states[i].words));
    return foyer_page_fill (foyer_page_say (page, states[i].dated), "date", date);
  }
  *tone = FOYER_TONE_NEUTRAL;
  return NULL;
}

void
foyer_page_quote_row (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *url = g_strconcat ("/quotes/", foyer_json_object_text (quote, "id"), NULL);
  g_autofree char *title = foyer_page_quote_title (page, quote);
  g_autofree char *total = foyer_page_money (page, quote, "total");
  g_autofree char *until = foyer_page_date (page, quote, "validUntil");
  g_autofree char *answer = foyer_page_fill (foyer_page_say (page, "Answer by {date}"), "date", until);
  FoyerTone tone;
  g_autofree char *state = foyer_page_quote_state (page, quote, &tone);

  foyer_page_open_icon_row (page, url, FOYER_ICON_QUOTE, foyer_json_object_text (quote, "title"));
  foyer_page_under (page, title, quote);
  if (foyer_page_is (quote, "status", "sent"))
    foyer_page_detail (page, answer);
  if (state != NULL)
    foyer_page_pill (page, tone, state);
  foyer_page_close_amount_row (page, url, total);
}

static char *
make_due_text (FoyerPage *page, JsonObject *due)
{
  gint64 n = foyer_json_object_integer (due, "count", 0);
  gint64 n_overdue = foyer_json_object_integer (due, "overdueCount", 0);
  g_autofree char *number = foyer_page_number (page, n);
  g_autofree char *open = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *since = NULL;
  FoyerDate date;

  if (n == 0)
    return g_strdup (foyer_page_say (page, "No open invoices."));

  open = foyer_text_fill (foyer_text_plural (page->language, "{count} open invoice.",
                                             "{count} open invoices.", n),
                          "count", number, NULL);
  if (n_overdue == 0)
    return g_steal_pointer (&open);

  date = foyer_page_day (page, due, "overdueSince");
  since = foyer_date_text_near (&date, &page->today, page->language);
  sum = foyer_page_sums (page, foyer_json_object_array (due, "overdue"));
  overdue
      = foyer_text_fill (foyer_text_plural (page->language, "{amount} was due {date}.",
                                            "{amount} is overdue, the oldest part since {date}.", n_overdue),
                         "amount", sum, "date", since, NULL);
  return g_strconcat (open, " ", overdue, NULL);
}

void
foyer_page_due_card (FoyerPage *page, gboolean leads_on)
{
  FoyerHtml *html = page->html;
  JsonObject *due = foyer_json_object_object (page->view, "due");
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;

  if (due == NULL)
    return;

  sum = foyer_page_sums (page, foyer_json_object_array (due, "totals"));
  text = make_due_text (page, due);
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-hero"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "due");
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_open (html, FOYER_TAG_H2, FOYER_CLASS ("fy-eyebrow"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "due");
  foyer_html_text (html, foyer_page_say (page, "Amount due"));
  foyer_html_close (html, FOYER_TAG_H2);
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-big fy-money"));
  foyer_html_element (html, FOYER_TAG_BDI, FOYER_NO_CLASS, sum);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_DIV);
  if (leads_on) {
    foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
    foyer_page_link_button (page, "/invoices", TRUE, FOYER_N_ICONS, foyer_page_say (page, "See invoices"));
    foyer_page_link_button (page, "/statement", FALSE, FOYER_N_ICONS, foyer_page_say (page, "Statement"));
    foyer_html_close (html, FOYER_TAG_DIV);
  }
  foyer_html_close (html, FOYER_TAG_SECTION);
}
