/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-client-rules.c - who asks: somebody who is blocked, or who has not paid for long */

#include "foyer-fit-rules.h"

#include "foyer-sentence.h"

#include "types/client.h"
#include "types/invoice.h"
#include "types/portal_settings.h"

#include <string.h>

/* So many open invoices of a client are looked at, those that are due first. */
#define MOST_INVOICES 50

static FoyerFinding *
find_blocked (FoyerFitContext *context)
{
  const char *language = context->business->language;
  FoyerFinding *finding = foyer_finding_new (NULL, FOYER_VERDICT_WARN,
                                             foyer_sentence (language, "{client} is blocked", "client",
                                                             foyer_client_get_name (context->client), NULL));

  finding->evidence = g_strdup (foyer_client_get_blocked_reason (context->client));
  finding->fix = foyer_plain_sentence (language, "Talk to them first");
  return finding;
}

/* The one of that state that has been due for longest, if it is before @oldest. */
static gboolean
find_oldest (FoyerFitContext *context, int status, FoyerRecord **oldest, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invoice_type);
  g_autoptr (GPtrArray) invoices = NULL;

  foyer_query_where_text (query, "clientId", foyer_record_get_id (context->client));
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_order (query, "dueOn", FALSE);
  foyer_query_limit (query, MOST_INVOICES);
  invoices = foyer_record_source_list (context->source, query, error);
  for (guint i = 0; invoices != NULL && i < invoices->len; i++) {
    FoyerRecord *invoice = invoices->pdata[i];

    /* What another client pays for this one is that one's to pay (D33). */
    if (!FOYER_HAS (invoice, invoice, due_on) || foyer_invoice_get_bill_to_id (invoice) != NULL)
      continue;
    if (*oldest == NULL
        || strcmp (foyer_invoice_get_due_on (invoice), foyer_invoice_get_due_on (*oldest)) < 0)
      g_set_object (oldest, invoice);
  }
  return invoices != NULL;
}

/* How long ago it was due, in whole days of the business; 0 or less if it is not yet. */
static int
count_days (FoyerFitContext *context, FoyerRecord *invoice)
{
  FoyerDate today = foyer_business_date (context->business, context->now);
  FoyerDate due;

  if (invoice == NULL || !foyer_date_parse (foyer_invoice_get_due_on (invoice), &due, NULL))
    return 0;
  return foyer_date_to_days (&today) - foyer_date_to_days (&due);
}

static FoyerFinding *
find_overdue (FoyerFitContext *context, FoyerRecord *invoice, int days, int limit)
{
  const char *language = context->business->language;
  g_autofree char *count = g_strdup_printf ("%d", days);
  g_autofree char *least = g_strdup_printf ("%d", limit);
  const char *number = foyer_invoice_get_number (invoice);
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_WARN,
                           foyer_text_fill (foyer_text_plural (language, "An invoice is {count} day overdue",
                                                               "An invoice is {count} days overdue", days),
                                            "count", count, NULL));

  finding->evidence = number == NULL
                          ? foyer_sentence (language, "Bookings warn from {least} on", "least", least, NULL)
                          : foyer_sentence (language, "Invoice {number}; bookings warn from {least} on",
                                            "number", number, "least", least, NULL);
  finding->fix = foyer_plain_sentence (language, "Ask for the payment first");
  return finding;
}

static FoyerFinding *
find_nothing (FoyerFitContext *context, int limit)
{
  const char *language = context->business->language;
  g_autofree char *least = g_strdup_printf ("%d", limit);
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                           foyer_plain_sentence (language, "Nothing speaks against the client"));

  finding->evidence
      = limit == 0 ? foyer_plain_sentence (language, "Overdue invoices are not looked at")
                   : foyer_sentence (language, "No invoice is {least} days overdue", "least", least, NULL);
  return finding;
}

/* B16: the client is blocked, or an invoice of theirs is overdue for longer than the business bears. */
FoyerFinding *
foyer_fit_check_client (FoyerFitContext *context, GError **error)
{
  static const int open[] = { FOYER_INVOICE_ISSUED, FOYER_INVOICE_PART_PAID };
  int limit = (int) foyer_portal_settings_get_booking_overdue_days (context->business->settings);
  g_autoptr (FoyerRecord) oldest = NULL;
  int days;

  if (context->client == NULL)
    return foyer_finding_new (NULL, FOYER_VERDICT_INFO,
                              foyer_plain_sentence (context->business->language,
                                                    "The client is not on this computer"));
  if (foyer_client_get_blocked (context->client))
    return find_blocked (context);
  for (guint i = 0; limit > 0 && i < G_N_ELEMENTS (open); i++) {
    if (!find_oldest (context, open[i], &oldest, error))
      return NULL;
  }
  days = count_days (context, oldest);
  return limit > 0 && days >= limit ? find_overdue (context, oldest, days, limit)
                                    : find_nothing (context, limit);
}
