/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-money.c - what a client owes, from the invoices that this viewer may see */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "foyer-money.h"
#include "foyer-payment-check.h"
#include "types/invoice.h"

#include <string.h>

/* Sums of one view: one amount a currency. */
typedef struct {
  GArray *totals; /* (element-type FoyerMoney) */
  GArray *overdue;
  guint count;
  guint overdue_count;
  char *oldest; /* (nullable): the first day on which one of them was due */
} Sums;

static void
add_to (GArray *sums, FoyerMoneyValue value)
{
  FoyerMoney money = foyer_money (value.amount, value.currency);

  for (guint i = 0; i < sums->len; i++) {
    FoyerMoney *sum = &g_array_index (sums, FoyerMoney, i);

    if (foyer_money_add (sum, &money, sum))
      return;
  }
  g_array_append_val (sums, money);
}

static void
add_invoice (Sums *sums, FoyerRecord *invoice, const char *today)
{
  FoyerMoneyValue balance = foyer_invoice_get_balance (invoice);
  const char *due_on = foyer_invoice_get_due_on (invoice);

  if (!foyer_currency_is_valid (balance.currency) || balance.amount <= 0)
    return;

  sums->count += 1;
  add_to (sums->totals, balance);
  /* Dates are written so that their texts sort as they do. */
  if (due_on != NULL && strcmp (due_on, today) < 0) {
    sums->overdue_count += 1;
    add_to (sums->overdue, balance);
    if (sums->oldest == NULL || strcmp (due_on, sums->oldest) < 0) {
      g_free (sums->oldest);
      sums->oldest = g_strdup (due_on);
    }
  }
}

/*
 * Adds the bills that name this client as their payer, or those of its own work that name none (D33). In the order of an index that begins
 * with the client: by their ids SQLite would go through all that the organisation ever billed.
 */
static void
list_invoices (GPtrArray *found, FoyerViewContext *context, gboolean by_payer, int status)
{
  FoyerQuery *query = foyer_query_new (&foyer_invoice_type);

  foyer_query_where_text (query, by_payer ? "billToId" : "clientId", context->viewer->client_id);
  if (!by_payer)
    foyer_query_where_text (query, "billToId", NULL);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  foyer_query_order (query, "dueOn", FALSE);
  foyer_view_read_all (found, context, query);
}

GPtrArray *
foyer_view_list_open_invoices (FoyerViewContext *context)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  list_invoices (found, context, FALSE, FOYER_INVOICE_ISSUED);
  list_invoices (found, context, FALSE, FOYER_INVOICE_PART_PAID);
  list_invoices (found, context, TRUE, FOYER_INVOICE_ISSUED);
  list_invoices (found, context, TRUE, FOYER_INVOICE_PART_PAID);
  return found;
}

static JsonArray *
take_sums (GArray *sums)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < sums->len; i++) {
    const FoyerMoney *sum = &g_array_index (sums, FoyerMoney, i);
    JsonObject *object = json_object_new ();

    json_object_set_int_member (object, "amount", sum->amount);
    json_object_set_string_member (object, "currency", sum->currency);
    json_array_add_object_element (list, object);
  }
  g_array_unref (sums);
  return list;
}

/* Whether the viewer may pay here, and if not, why. */
static void
set_payment (JsonObject *view, FoyerViewContext *context)
{
  g_autoptr (FoyerFinding) finding = foyer_payment_check (context->organisation, context->settings,
                                                          foyer_json_object_text (view, "language"));
  gboolean may = finding->verdict == FOYER_VERDICT_PASS
                 && foyer_portal_access_may (context->access, FOYER_PERMISSION_PAY);

  foyer_view_set_true_if (view, "mayPay", may);
  foyer_view_set_text_if (view, "whyNotPay", finding->client_sentence);
}

static void
set_due (JsonObject *view, FoyerViewContext *context)
{
  g_autoptr (GPtrArray) invoices = foyer_view_list_open_invoices (context);
  g_autofree char *today = foyer_date_format (&context->today);
  Sums sums = { 0 };
  JsonObject *due = json_object_new ();

  sums.totals = g_array_new (FALSE, FALSE, sizeof (FoyerMoney));
  sums.overdue = g_array_new (FALSE, FALSE, sizeof (FoyerMoney));
  for (guint i = 0; i < invoices->len; i++)
    add_invoice (&sums, g_ptr_array_index (invoices, i), today);

  json_object_set_int_member (due, "count", sums.count);
  json_object_set_array_member (due, "totals", take_sums (sums.totals));
  json_object_set_int_member (due, "overdueCount", sums.overdue_count);
  json_object_set_array_member (due, "overdue", take_sums (sums.overdue));
  foyer_view_set_text_if (due, "overdueSince", sums.oldest);
  json_object_set_object_member (view, "due", due);
  g_free (sums.oldest);
}

void
foyer_view_add_money (JsonObject *view, FoyerViewContext *context)
{
  if (!foyer_view_sees_money (context))
    return;
  if (context->parts & FOYER_VIEW_DUE)
    set_due (view, context);
  set_payment (view, context);
}
