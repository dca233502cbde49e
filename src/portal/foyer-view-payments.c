/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-payments.c - what this client has paid, and what went back */

#include "foyer-view-list.h"

#include "types/invoice.h"
#include "types/payment.h"

#define FIELD(column) foyer_payment_field_##column

JsonObject *
foyer_view_make_payment (FoyerViewContext *context, FoyerRecord *payment, gboolean is_whole)
{
  FoyerRecord *invoice
      = foyer_view_context_get (context, &foyer_invoice_type, foyer_payment_get_invoice_id (payment));
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (payment));
  FOYER_VIEW_COPY (object, payment, FIELD (kind), FIELD (amount), FIELD (method), FIELD (detail),
                   FIELD (paid_at));
  if (invoice != NULL && foyer_view_shows (context, invoice)) {
    json_object_set_string_member (object, "invoice", foyer_record_get_id (invoice));
    foyer_view_set_text_if (object, "invoiceNumber", foyer_invoice_get_number (invoice));
  }
  return object;
}

void
foyer_view_add_payments (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "payments", FOYER_VIEW_LIMIT, .make = foyer_view_make_payment, .part = FOYER_VIEW_PAYMENTS };

  if (foyer_view_sees_money (context))
    foyer_view_add_list (view, context, &list,
                         foyer_view_query (&foyer_payment_type, "clientId", context->viewer->client_id,
                                           "paidAt"));
}
