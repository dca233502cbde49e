/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-invoices.c - the bills that this viewer may see */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "types/client.h"
#include "types/invoice.h"
#include "types/payment.h"
#include "types/quote.h"
#include "types/visit.h"

#include <string.h>

#define FIELD(column) foyer_invoice_field_##column

static gboolean
is_overdue (FoyerViewContext *context, FoyerRecord *invoice)
{
  g_autofree char *today = foyer_date_format (&context->today);
  const char *due_on = foyer_invoice_get_due_on (invoice);
  int status = foyer_invoice_get_status (invoice);

  return (status == FOYER_INVOICE_ISSUED || status == FOYER_INVOICE_PART_PAID) && due_on != NULL
         && strcmp (due_on, today) < 0;
}

/* A record that the bill names, if it has a page for this viewer. */
static void
set_reference (JsonObject *object,
               FoyerViewContext *context,
               const char *name,
               const FoyerRecordType *type,
               const char *id,
               FoyerViewMake make)
{
  FoyerRecord *record = foyer_view_context_get (context, type, id);

  if (record != NULL && foyer_view_shows (context, record))
    json_object_set_object_member (object, name, make (context, record, FALSE));
}

static void
add_payments (JsonObject *object, FoyerViewContext *context, const char *invoice_id)
{
  FoyerQuery *query = foyer_view_query (&foyer_payment_type, "invoiceId", invoice_id, "paidAt");
  JsonArray *list = json_array_new ();

  foyer_view_list (list, context, query, foyer_view_make_payment);
  json_object_set_array_member (object, "payments", list);
}

/* A bill that was taken back, or is being looked into, is not disputed (again). */
static gboolean
may_dispute (FoyerViewContext *context, FoyerRecord *invoice)
{
  int status = foyer_invoice_get_status (invoice);

  return foyer_view_may_ask (context, FOYER_REQUEST_DISPUTE) && !foyer_invoice_get_disputed (invoice)
         && (status == FOYER_INVOICE_ISSUED || status == FOYER_INVOICE_PART_PAID
             || status == FOYER_INVOICE_PAID);
}

static void
add_details (JsonObject *object, FoyerViewContext *context, FoyerRecord *invoice)
{
  g_autoptr (JsonNode) lines = foyer_invoice_get_lines (invoice);

  foyer_view_set_lines (object, lines);
  FOYER_VIEW_COPY (object, invoice, FIELD (subtotal), FIELD (tax), FIELD (tax_rate), FIELD (reference),
                   FIELD (note));
  foyer_view_set_text_if (object, "billedTo", foyer_client_get_name (context->access->client));
  if (foyer_view_sees_visits (context))
    set_reference (object, context, "visit", &foyer_visit_type, foyer_invoice_get_visit_id (invoice),
                   foyer_view_make_visit);
  if (foyer_view_sees_quotes (context))
    set_reference (object, context, "quote", &foyer_quote_type, foyer_invoice_get_quote_id (invoice),
                   foyer_view_make_quote);
  add_payments (object, context, foyer_record_get_id (invoice));
  foyer_view_set_true_if (object, "mayDispute", may_dispute (context, invoice));
}

JsonObject *
foyer_view_make_invoice (FoyerViewContext *context, FoyerRecord *invoice, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (invoice));
  FOYER_VIEW_COPY (object, invoice, FIELD (number), FIELD (title), FIELD (status), FIELD (issued_on),
                   FIELD (due_on), FIELD (total), FIELD (balance), FIELD (paid_at), FIELD (disputed));
  foyer_view_set_true_if (object, "overdue", is_overdue (context, invoice));
  foyer_view_set_property (object, context, foyer_invoice_get_property_id (invoice));
  if (is_whole)
    add_details (object, context, invoice);
  return object;
}

void
foyer_view_add_invoices (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "invoices", FOYER_VIEW_LIMIT, .make = foyer_view_make_invoice, .part = FOYER_VIEW_INVOICES };
  const char *client_id = context->viewer->client_id;
  g_autoptr (FoyerQuery) own = NULL;
  g_autoptr (FoyerQuery) paid = NULL;

  if (!foyer_view_sees_money (context))
    return;

  /* A bill for somebody else's work is here if this client pays it, and one for this client's work only if nobody else does (D33). */
  own = foyer_view_query (&foyer_invoice_type, "clientId", client_id, "issuedOn");
  foyer_query_where_text (own, "billToId", NULL);
  paid = foyer_view_query (&foyer_invoice_type, "billToId", client_id, "issuedOn");
  foyer_view_add_page (view, context, &list, (FoyerQuery *[]){ own, paid }, 2);
}
