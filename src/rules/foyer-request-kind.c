/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-kind.c - what each kind of request is about, and where it goes */

#include "foyer-request-kind.h"

#include "types/invoice.h"
#include "types/quote.h"

static const struct {
  FoyerRequestDestination destination;
  const FoyerRecordType *about;
} kinds[] = {
  [FOYER_REQUEST_SERVICE] = { FOYER_REQUEST_TO_VISIT, NULL },
  [FOYER_REQUEST_COMPLAINT] = { FOYER_REQUEST_TO_TICKET, NULL },
  [FOYER_REQUEST_QUOTE] = { FOYER_REQUEST_TO_ENQUIRY, NULL },
  [FOYER_REQUEST_DISPUTE] = { FOYER_REQUEST_TO_INVOICE, &foyer_invoice_type },
  [FOYER_REQUEST_CHANGE] = { FOYER_REQUEST_TO_QUOTE, &foyer_quote_type },
};

FoyerRequestDestination
foyer_request_destination (FoyerRequestKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), FOYER_REQUEST_TO_TICKET);

  return kinds[kind].destination;
}

const FoyerRecordType *
foyer_request_must_be_about (FoyerRequestKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].about;
}
