/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-statement.c - what is open, and what was paid in the last twelve months (004-4) */

#include "foyer-portal-view.h"

#include "foyer-json.h"
#include "foyer-view-context.h"
#include "types/invoice.h"
#include "types/payment.h"

#include <string.h>

#define DAYS 365

/* So many bills are looked up one by one as quickly as all at once. */
#define FEW 20

/* What is due first stands first. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  FoyerRecord *x = *(FoyerRecord **) a;
  FoyerRecord *y = *(FoyerRecord **) b;
  int order = g_strcmp0 (foyer_invoice_get_due_on (x), foyer_invoice_get_due_on (y));

  return order != 0 ? order : strcmp (foyer_record_get_id (x), foyer_record_get_id (y));
}

static JsonArray *
list_open (FoyerViewContext *context)
{
  g_autoptr (GPtrArray) invoices = foyer_view_list_open_invoices (context);
  JsonArray *list = json_array_new ();

  g_ptr_array_sort (invoices, compare_due);
  for (guint i = 0; i < MIN (invoices->len, FOYER_VIEW_LIMIT); i++)
    json_array_add_object_element (list,
                                   foyer_view_make_invoice (context, g_ptr_array_index (invoices, i), FALSE));
  return list;
}

/* So many bills of the client, the last ones, are read at once, as most payments belong to them; the others are looked up one by one. */
static void
hold_invoices (FoyerViewContext *context, guint n)
{
  FoyerQuery *query
      = foyer_view_query (&foyer_invoice_type, "clientId", context->viewer->client_id, "issuedOn");

  /* Those that name no other payer, in the order of an index. */
  foyer_query_where_text (query, "billToId", NULL);
  foyer_query_limit (query, n);
  foyer_view_context_hold (context, query);
}

/* All of them: a statement that leaves out what was paid is wrong. */
static JsonArray *
list_payments (FoyerViewContext *context)
{
  FoyerQuery *query
      = foyer_view_query (&foyer_payment_type, "clientId", context->viewer->client_id, "paidAt");
  g_autoptr (GPtrArray) payments = NULL;
  JsonArray *list = json_array_new ();

  foyer_query_where_number (query, "paidAt", FOYER_COMPARE_AT_LEAST,
                            context->now - (gint64) DAYS * FOYER_SECONDS_PER_DAY);
  foyer_query_limit (query, 0);
  payments = foyer_view_context_list (context, query);
  if (payments->len > FEW)
    hold_invoices (context, payments->len);
  foyer_view_list_records (list, context, payments, foyer_view_make_payment);
  return list;
}

gboolean
foyer_portal_view_add_statement (JsonObject *view,
                                 FoyerRecordSource *source,
                                 const FoyerPortalViewer *viewer,
                                 FoyerRecord *settings,
                                 gint64 now,
                                 GError **error)
{
  g_auto (FoyerViewContext) context = { 0 };

  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN)
    return TRUE;
  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return FALSE;
  if (foyer_view_sees_money (&context)) {
    json_object_set_array_member (view, "statementInvoices", list_open (&context));
    json_object_set_array_member (view, "statementPayments", list_payments (&context));
  }
  if (context.failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&context.failure));
    return FALSE;
  }
  return TRUE;
}
