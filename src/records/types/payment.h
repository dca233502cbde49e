/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/* Money that came in or, as a refund, went back. Never changed: a mistake is put right by another one. */

typedef enum {
  FOYER_PAYMENT_PAYMENT,
  FOYER_PAYMENT_REFUND,
} FoyerPaymentKind;

typedef enum {
  FOYER_PAYMENT_CARD,
  FOYER_PAYMENT_BANK,
  FOYER_PAYMENT_CHECK,
  FOYER_PAYMENT_CASH,
  FOYER_PAYMENT_OTHER,
} FoyerPaymentMethod;

/* clang-format off */
#define FOYER_PAYMENT_FIELDS(FIELD) \
  FIELD (payment, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "who paid") \
  FIELD (payment, REF, invoice_id, "invoiceId", .ref = "Invoice", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-42", .about = "for what") \
  FIELD (payment, ENUM, kind, "kind", .values = "payment refund", .fallback = "\"payment\"", .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "in or back") \
  FIELD (payment, REF, refund_of_id, "refundOfId", .ref = "Payment", .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "the payment that a refund gives back") \
  FIELD (payment, MONEY, amount, "amount", .minimum = 1, .maximum = 1000000000000, .required = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "how much, never below zero") \
  FIELD (payment, ENUM, method, "method", .values = "card bank check cash other", .fallback = "\"other\"", \
         .required = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "how") \
  FIELD (payment, TEXT, detail, "detail", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "card and its last four digits, or number of the check") \
  FIELD (payment, TIME, paid_at, "paidAt", .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "001-19", .about = "when") \
  FIELD (payment, ENUM, source, "source", .values = FOYER_SOURCE_WORDS, .fallback = "\"office\"", .required = TRUE, \
         .indexed = TRUE, .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .rows = "001-64", .about = "where it was made") \
  FIELD (payment, REF, person_id, "personId", .ref = "PortalPerson", .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "who paid in the portal") \
  FIELD (payment, TEXT, reference, "reference", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .policy = FOYER_POLICY_APPEND, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, \
         .about = "number at the bank or at Stripe") \
  FIELD (payment, TEXT, note, "note", .maximum = 1000, .policy = FOYER_POLICY_APPEND, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "for staff")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (payment, FOYER_PAYMENT_FIELDS)
