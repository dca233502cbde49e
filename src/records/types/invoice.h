/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* A bill. Number and totals come from the server alone; once issued it changes only by payments and credits. */

typedef enum {
  FOYER_INVOICE_DRAFT,
  FOYER_INVOICE_ISSUED,
  FOYER_INVOICE_PART_PAID,
  FOYER_INVOICE_PAID,
  FOYER_INVOICE_REFUNDED,
  FOYER_INVOICE_VOID,
} FoyerInvoiceStatus;

typedef enum {
  FOYER_INVOICE_PAY_LINK_NONE,
  FOYER_INVOICE_PAY_LINK_LIVE,
  FOYER_INVOICE_PAY_LINK_EXPIRED,
} FoyerInvoicePayLink;

/* clang-format off */
#define FOYER_INVOICE_FIELDS(FIELD) \
  FIELD (invoice, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .about = "whose work it bills") \
  FIELD (invoice, REF, bill_to_id, "billToId", .ref = "Client", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "who pays and sees it, if not that client (D33)") \
  FIELD (invoice, REF, property_id, "propertyId", .ref = "Property", .indexed = TRUE, .about = "where the work was") \
  FIELD (invoice, REF, visit_id, "visitId", .ref = "Visit", .indexed = TRUE, .about = "the visit that it bills") \
  FIELD (invoice, REF, quote_id, "quoteId", .ref = "Quote", .indexed = TRUE, .about = "the quote that it follows") \
  FIELD (invoice, REF, plan_id, "planId", .ref = "Plan", .indexed = TRUE, .about = "the plan that it bills") \
  FIELD (invoice, TEXT, number, "number", .maximum = 40, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .about = "its number, given on issue") \
  FIELD (invoice, TEXT, title, "title", .minimum = 1, .maximum = 200, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .about = "in one line") \
  FIELD (invoice, ENUM, status, "status", .values = "draft issued part_paid paid refunded void", \
         .fallback = "\"draft\"", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "000-23", \
         .about = "its state; clients see none that is a draft or void (D32)") \
  FIELD (invoice, DATE, issued_on, "issuedOn", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was issued") \
  FIELD (invoice, DATE, due_on, "dueOn", .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "002-7", \
         .about = "last day to pay") \
  FIELD (invoice, LIST, lines, "lines", .maximum = 200, .policy = FOYER_POLICY_STRICT, .rows = "000-23", \
         .about = "items as {name, detail, quantity, unit, price, amount}; quantity in thousandths, price and amount money") \
  FIELD (invoice, INTEGER, tax_rate, "taxRate", .maximum = 10000, .policy = FOYER_POLICY_STRICT, \
         .about = "tax in hundredths of a percent") \
  FIELD (invoice, MONEY, subtotal, "subtotal", .writers = FOYER_WRITER_SERVER, .about = "sum of the items") \
  FIELD (invoice, MONEY, tax, "tax", .writers = FOYER_WRITER_SERVER, .about = "tax") \
  FIELD (invoice, MONEY, total, "total", .writers = FOYER_WRITER_SERVER, .rows = "004-30", .about = "what is billed") \
  FIELD (invoice, MONEY, balance, "balance", .writers = FOYER_WRITER_SERVER, .rows = "001-18 004-4", \
         .about = "what is still to be paid") \
  FIELD (invoice, TEXT, reference, "reference", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .about = "the client's own number for it") \
  FIELD (invoice, TEXT, note, "note", .maximum = 4000, .about = "words for the client") \
  FIELD (invoice, TIME, sent_at, "sentAt", .writers = FOYER_WRITER_SERVER, .rows = "003-21", \
         .about = "when it was sent") \
  FIELD (invoice, TIME, viewed_at, "viewedAt", .writers = FOYER_WRITER_SERVER, .about = "when the client last looked") \
  FIELD (invoice, TIME, paid_at, "paidAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "when it was paid in full (D37)") \
  FIELD (invoice, BOOLEAN, disputed, "disputed", .fallback = "false", .writers = FOYER_WRITER_SERVER, \
         .rows = "004-5", .about = "whether a dispute about it is open") \
  FIELD (invoice, ENUM, pay_link, "payLink", .values = "none live expired", .fallback = "\"none\"", .required = TRUE, \
         .writers = FOYER_WRITER_SERVER, .rows = "001-41", .about = "state of its payment link (D39)") \
  FIELD (invoice, MONEY, pay_link_amount, "payLinkAmount", .writers = FOYER_WRITER_SERVER, .rows = "001-54", \
         .about = "amount that the link asks for") \
  FIELD (invoice, TIME, pay_link_wanted_at, "payLinkWantedAt", .rows = "001-54", \
         .about = "when staff asked for a new link") \
  FIELD (invoice, TEXT, blob_id, "blobId", .blob = TRUE, .maximum = 100, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .rows = "001-18", .about = "blob of its PDF")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (invoice, FOYER_INVOICE_FIELDS)
