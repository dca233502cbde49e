/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"
#include "types/request.h"

G_BEGIN_DECLS

/**
 * FoyerRequestDestination:
 * @FOYER_REQUEST_TO_VISIT: work that is wanted becomes a visit
 * @FOYER_REQUEST_TO_TICKET: a complaint is seen to until it is resolved
 * @FOYER_REQUEST_TO_ENQUIRY: a wish for a price becomes a quote
 * @FOYER_REQUEST_TO_INVOICE: a dispute is settled in a conversation about the invoice
 * @FOYER_REQUEST_TO_QUOTE: a wish for changes becomes a new version of the quote
 *
 * Where a request goes, so that nothing falls through (X16, 004-31).
 */
typedef enum {
  FOYER_REQUEST_TO_VISIT,
  FOYER_REQUEST_TO_TICKET,
  FOYER_REQUEST_TO_ENQUIRY,
  FOYER_REQUEST_TO_INVOICE,
  FOYER_REQUEST_TO_QUOTE,
} FoyerRequestDestination;

/**
 * foyer_request_destination:
 *
 * Returns: where a request of that kind goes
 */
FoyerRequestDestination foyer_request_destination (FoyerRequestKind kind);

/**
 * foyer_request_must_be_about:
 *
 * Returns: (transfer none) (nullable): the type of the record that a request of that kind has to be about: a dispute names an invoice, a
 *   wish for changes a quote; %NULL for kinds that need not be about anything
 */
const FoyerRecordType *foyer_request_must_be_about (FoyerRequestKind kind);

G_END_DECLS
