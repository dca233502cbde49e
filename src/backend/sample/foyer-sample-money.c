/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-money.c - invoices, payments, and mails about them */

#include "foyer-sample-parts.h"

#include "types/delivery.h"
#include "types/invoice.h"
#include "types/payment.h"
#include "types/portal_link.h"

#define TAX_RATE 500
#define DAYS_TO_PAY 14
#define RECENT_DAYS 25

typedef struct {
  const FoyerSampleVisit *visit;
  const char *visit_id;
  char *id;
  guint number;
  const char *status;
  int day; /* of issue, from today */
  gint64 at;
  gint64 subtotal;
  gint64 tax;
  gint64 total;
  gint64 paid;
} Bill;

void
foyer_sample_add_delivery (FoyerSampleMaker *maker, const FoyerSampleDelivery *delivery)
{
  FoyerSampleRecord *record;
  gboolean queued = g_str_equal (delivery->status, "queued");
  gboolean left = !queued && !g_str_equal (delivery->status, "suppressed")
                  && !g_str_equal (delivery->status, "uncertain");

  if (delivery->to == NULL)
    return;
  record = foyer_sample_begin (maker, &foyer_delivery_type, NULL, delivery->at);
  foyer_sample_text (record, "channel", delivery->channel);
  foyer_sample_text (record, "kind", delivery->kind);
  foyer_sample_text (record, "clientId", delivery->client->id);
  foyer_sample_text (record, "personId", delivery->person_id);
  foyer_sample_text (record, "to", delivery->to);
  foyer_sample_text (record, "subject", delivery->subject);
  foyer_sample_text (record, "aboutId", delivery->about_id);
  foyer_sample_text (record, "status", delivery->status);
  foyer_sample_text (record, "reason", delivery->reason);
  foyer_sample_integer (record, "attempts", queued ? 0 : 1);
  foyer_sample_time (record, "queuedAt", delivery->at);
  foyer_sample_time (record, "sentAt", left ? delivery->at + 8 : 0);
  foyer_sample_time (record, "deliveredAt",
                     g_str_equal (delivery->status, "delivered") ? delivery->at + 11 : 0);
  foyer_sample_end (record);
}

/* Old bills are mostly paid, young ones mostly not; each state comes around. */
static const char *
choose_status (FoyerSampleMaker *maker, const Bill *bill)
{
  static const char *const old[] = { "void", "refunded", "part_paid", "issued" };
  static const char *const young[] = { "draft", "issued", "issued", "part_paid", "paid" };

  if (bill->day >= -RECENT_DAYS)
    return young[bill->number % G_N_ELEMENTS (young)];
  if (bill->visit->client->pays)
    return "paid";
  return bill->number % 20 < G_N_ELEMENTS (old) ? old[bill->number % 20] : "paid";
}

static void
add_line (GString *lines, const char *name, const char *detail, gint64 quantity, gint64 price)
{
  g_string_append_printf (lines,
                          "%s{\"name\":\"%s\",\"detail\":\"%s\",\"quantity\":%" G_GINT64_FORMAT
                          ",\"unit\":\"\",\"price\":{\"amount\":%" G_GINT64_FORMAT
                          ",\"currency\":\"USD\"},\"amount\":{\"amount\":%" G_GINT64_FORMAT
                          ",\"currency\":\"USD\"}}",
                          lines->len > 1 ? "," : "", name, detail, quantity * 1000, price, quantity * price);
}

static void
add_lines (FoyerSampleMaker *maker, FoyerSampleRecord *record, Bill *bill)
{
  const FoyerSampleService *service = &foyer_sample_services[bill->visit->service];
  g_autoptr (GString) lines = g_string_new ("[");
  gint64 parts = foyer_sample_below (maker, 4);
  gint64 discount = 0;

  add_line (lines, service->name, bill->visit->client->property_names[bill->visit->site], 1, service->price);
  bill->subtotal = service->price + parts * service->part_price;
  if (parts > 0)
    add_line (lines, service->part, "", parts, service->part_price);
  if (bill->visit->client->plan_id != NULL) {
    discount = bill->subtotal / 10;
    add_line (lines, "Plan discount", "10%", 1, -discount);
  }
  g_string_append_c (lines, ']');
  bill->subtotal -= discount;
  bill->tax = (bill->subtotal * TAX_RATE + 5000) / 10000;
  bill->total = bill->subtotal + bill->tax;
  foyer_sample_parse (record, "lines", lines->str);
}

static gint64
count_paid (const Bill *bill)
{
  if (g_str_equal (bill->status, "paid"))
    return bill->total;
  if (g_str_equal (bill->status, "part_paid"))
    return bill->total / 2;
  return 0;
}

static void
set_state (FoyerSampleRecord *record, Bill *bill)
{
  gboolean draft = g_str_equal (bill->status, "draft");
  gboolean is_open = g_str_equal (bill->status, "issued") || g_str_equal (bill->status, "part_paid");
  gint64 balance;

  bill->paid = count_paid (bill);
  balance = is_open || draft ? bill->total - bill->paid : 0;
  foyer_sample_money (record, "subtotal", bill->subtotal);
  foyer_sample_money (record, "tax", bill->tax);
  foyer_sample_money (record, "total", bill->total);
  foyer_sample_money (record, "balance", balance);
  if (draft)
    return;
  foyer_sample_time (record, "sentAt", bill->at);
  foyer_sample_time (record, "viewedAt", bill->number % 3 == 0 ? 0 : bill->at + FOYER_SAMPLE_HOUR);
  foyer_sample_time (record, "paidAt",
                     g_str_equal (bill->status, "paid") ? bill->at + 4 * FOYER_SAMPLE_HOUR : 0);
  if (!is_open)
    return;
  foyer_sample_text (record, "payLink", bill->day < -40 ? "expired" : "live");
  /* After a part payment the link still asks for the whole (D39). */
  foyer_sample_money (record, "payLinkAmount", bill->total);
  foyer_sample_boolean (record, "disputed", bill->number % 11 == 3);
}

static void
add_bill (FoyerSampleMaker *maker, Bill *bill)
{
  FoyerSampleClient *client = bill->visit->client;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_invoice_type, NULL, bill->at);
  gboolean draft = g_str_equal (bill->status, "draft");
  g_autofree char *number = g_strdup_printf ("%u", bill->number);
  g_autofree char *issued = foyer_sample_date (maker, bill->day);
  g_autofree char *due = foyer_sample_date (maker, bill->day + DAYS_TO_PAY);

  bill->id = g_strdup (foyer_sample_get_id (record));
  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "billToId", client->bill_to_id);
  foyer_sample_text (record, "propertyId", client->property_ids[bill->visit->site]);
  foyer_sample_text (record, "visitId", bill->visit_id);
  foyer_sample_text (record, "planId", bill->visit->plan ? client->plan_id : NULL);
  foyer_sample_text (record, "number", draft ? NULL : number);
  foyer_sample_text (record, "title", foyer_sample_services[bill->visit->service].name);
  foyer_sample_text (record, "status", bill->status);
  foyer_sample_text (record, "issuedOn", draft ? NULL : issued);
  foyer_sample_text (record, "dueOn", due);
  foyer_sample_integer (record, "taxRate", TAX_RATE);
  add_lines (maker, record, bill);
  set_state (record, bill);
  if (client->company && foyer_sample_chance (maker, 30))
    foyer_sample_text (record, "reference", "PO 7731");
  foyer_sample_end (record);
}

static char *
add_payment (FoyerSampleMaker *maker, const Bill *bill, gint64 cents, gint64 at, const char *refund_of)
{
  static const char *const methods[] = { "card", "card", "bank", "check", "card", "cash", "other" };
  static const char *const details[] = { "Visa ending 4242",
                                         "Visa ending 1881",
                                         "Bank transfer",
                                         "Check 20418",
                                         "Mastercard ending 4444",
                                         NULL,
                                         NULL };
  guint turn = bill->number % G_N_ELEMENTS (methods);
  gboolean portal = g_str_equal (methods[turn], "card") && refund_of == NULL;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_payment_type, NULL, at);
  char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "clientId", bill->visit->client->id);
  foyer_sample_text (record, "invoiceId", bill->id);
  foyer_sample_text (record, "kind", refund_of == NULL ? "payment" : "refund");
  foyer_sample_text (record, "refundOfId", refund_of);
  foyer_sample_money (record, "amount", cents);
  foyer_sample_text (record, "method", methods[turn]);
  foyer_sample_text (record, "detail", details[turn]);
  foyer_sample_time (record, "paidAt", at);
  foyer_sample_text (record, "source", portal ? "portal" : "office");
  foyer_sample_text (record, "personId", portal ? bill->visit->client->person_ids[0] : NULL);
  foyer_sample_end (record);
  return id;
}

static void
add_payments (FoyerSampleMaker *maker, const Bill *bill)
{
  gint64 at = bill->at + 4 * FOYER_SAMPLE_HOUR;

  if (g_str_equal (bill->status, "refunded")) {
    g_autofree char *payment = add_payment (maker, bill, bill->total, at, NULL);

    g_free (add_payment (maker, bill, bill->total, at + 5 * FOYER_SAMPLE_DAY, payment));
  } else if (bill->paid > 0) {
    g_free (add_payment (maker, bill, bill->paid, at, NULL));
  }
}

/* The mail with the invoice, and the link in it (000-11). */
static void
send_bill (FoyerSampleMaker *maker, const Bill *bill)
{
  FoyerSampleClient *client = bill->visit->client;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_link_type, NULL, bill->at);
  g_autofree char *last_four = foyer_sample_last_four (maker);
  g_autofree char *subject = g_strdup_printf ("Invoice %u", bill->number);
  const FoyerSampleDelivery delivery = {
    .client = client,
    .person_id = client->person_ids[0],
    .channel = "email",
    .kind = "invoice",
    .to = client->person_emails[0],
    .subject = subject,
    .about_id = bill->id,
    .status = bill->number % 31 == 7 ? "failed" : "delivered",
    .reason = bill->number % 31 == 7 ? "The mail server did not answer." : NULL,
    .at = bill->at,
  };

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "origin", "invoice");
  foyer_sample_text (record, "originId", bill->id);
  foyer_sample_words (record, "scopes", "invoices");
  foyer_sample_time (record, "expiresAt", bill->at + 90 * FOYER_SAMPLE_DAY);
  foyer_sample_time (record, "issuedAt", bill->at);
  foyer_sample_text (record, "lastFour", last_four);
  foyer_sample_end (record);
  foyer_sample_add_delivery (maker, &delivery);
}

void
foyer_sample_add_invoice (FoyerSampleMaker *maker,
                          const FoyerSampleVisit *visit,
                          const char *visit_id,
                          gint64 finished_at)
{
  gint64 at = MIN (finished_at + 2 * FOYER_SAMPLE_HOUR, maker->now - 5 * FOYER_SAMPLE_HOUR);
  FoyerDate date = foyer_zone_to_local (maker->zone, at).date;
  Bill bill = {
    .visit = visit,
    .visit_id = visit_id,
    .number = ++maker->invoice_number,
    .day = foyer_date_to_days (&date) - foyer_date_to_days (&maker->today),
    .at = at,
  };

  bill.status = choose_status (maker, &bill);
  add_bill (maker, &bill);
  add_payments (maker, &bill);
  if (!g_str_equal (bill.status, "draft") && !g_str_equal (bill.status, "void")) {
    if (bill.day > -120)
      send_bill (maker, &bill);
    g_free (visit->client->invoice_id);
    visit->client->invoice_id = g_strdup (bill.id);
    visit->client->invoice_number = bill.number;
  }
  g_free (bill.id);
}
