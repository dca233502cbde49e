/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* What a quote says. Once sent it never changes; editing makes the next version. */

/* clang-format off */
#define FOYER_QUOTE_VERSION_FIELDS(FIELD) \
  FIELD (quote_version, REF, quote_id, "quoteId", .ref = "Quote", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "of which quote") \
  FIELD (quote_version, INTEGER, version, "version", .minimum = 1, .maximum = 1000, .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "counts from 1") \
  FIELD (quote_version, TEXT, intro, "intro", .maximum = 10000, .searched = TRUE, \
         .about = "what is included, in words") \
  FIELD (quote_version, LIST, lines, "lines", .maximum = 200, .policy = FOYER_POLICY_STRICT, .rows = "000-21", \
         .about = "items as {name, detail, quantity, unit, price, amount}; quantity in thousandths, price and amount money") \
  FIELD (quote_version, MONEY, subtotal, "subtotal", .policy = FOYER_POLICY_STRICT, .about = "sum of the items") \
  FIELD (quote_version, INTEGER, tax_rate, "taxRate", .maximum = 10000, .policy = FOYER_POLICY_STRICT, \
         .about = "tax in hundredths of a percent") \
  FIELD (quote_version, MONEY, tax, "tax", .policy = FOYER_POLICY_STRICT, .about = "tax") \
  FIELD (quote_version, MONEY, total, "total", .policy = FOYER_POLICY_STRICT, .about = "what is to be paid in all") \
  FIELD (quote_version, MONEY, deposit, "deposit", .policy = FOYER_POLICY_STRICT, \
         .about = "what is to be paid on approval") \
  FIELD (quote_version, TEXT, terms, "terms", .maximum = 10000, .about = "conditions") \
  FIELD (quote_version, TEXT, change, "change", .maximum = 500, .about = "what is new in this version") \
  FIELD (quote_version, TIME, sent_at, "sentAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when it was sent; fixed from then on") \
  FIELD (quote_version, REF, sent_by, "sentBy", .ref = "StaffMember", .writers = FOYER_WRITER_SERVER, \
         .about = "who sent it") \
  FIELD (quote_version, TEXT, content_hash, "contentHash", .maximum = 64, .pattern = FOYER_PATTERN_LINE, \
         .writers = FOYER_WRITER_SERVER, .about = "SHA-256 of what was sent, which signatures name")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (quote_version, FOYER_QUOTE_VERSION_FIELDS)
