/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* The business's own words for a mail or text. Where there is no template for a kind and language, the shipped words stand. */

typedef enum {
  FOYER_TEMPLATE_INVITE,
  FOYER_TEMPLATE_SIGN_IN,
  FOYER_TEMPLATE_QUOTE,
  FOYER_TEMPLATE_INVOICE,
  FOYER_TEMPLATE_APPOINTMENT,
  FOYER_TEMPLATE_BOOKING_RECEIVED,
  FOYER_TEMPLATE_BOOKING_ANSWER,
  FOYER_TEMPLATE_REQUEST_ANSWER,
  FOYER_TEMPLATE_ACCESS_ENDED,
  FOYER_TEMPLATE_SMS_BOOKED,
  FOYER_TEMPLATE_SMS_DISPATCHED,
  FOYER_TEMPLATE_SMS_EN_ROUTE,
  FOYER_TEMPLATE_SMS_COMPLETE,
  FOYER_TEMPLATE_SMS_INVOICE,
} FoyerTemplateKind;

#define FOYER_TEMPLATE_KIND_WORDS \
  "invite sign_in quote invoice appointment booking_received booking_answer request_answer access_ended " \
  "sms_booked sms_dispatched sms_en_route sms_complete sms_invoice"

/* clang-format off */
#define FOYER_TEMPLATE_FIELDS(FIELD) \
  FIELD (template, ENUM, kind, "kind", .values = FOYER_TEMPLATE_KIND_WORDS, .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "000-75 001-61", .about = "of which mail or text") \
  FIELD (template, TEXT, language, "language", .maximum = 35, .pattern = FOYER_PATTERN_LANGUAGE, \
         .fallback = "\"en-US\"", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .about = "in which language") \
  FIELD (template, TEXT, subject, "subject", .maximum = 300, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .policy = FOYER_POLICY_STRICT, .about = "subject of the mail, with placeholders") \
  FIELD (template, TEXT, body, "body", .minimum = 1, .maximum = 20000, .required = TRUE, .searched = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "001-24 001-44 001-57 001-58 001-59 001-60", \
         .about = "words, with placeholders and blocks that follow features")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (template, FOYER_TEMPLATE_FIELDS)
