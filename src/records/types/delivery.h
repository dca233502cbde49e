/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "types/template.h"

/* One mail or text to a client and its fate. */

typedef enum {
  FOYER_DELIVERY_EMAIL,
  FOYER_DELIVERY_SMS,
} FoyerDeliveryChannel;

typedef enum {
  FOYER_DELIVERY_QUEUED,
  FOYER_DELIVERY_SENT,
  FOYER_DELIVERY_DELIVERED,
  FOYER_DELIVERY_BOUNCED,
  FOYER_DELIVERY_FAILED,
  FOYER_DELIVERY_SUPPRESSED,
  FOYER_DELIVERY_UNCERTAIN,
} FoyerDeliveryStatus;

/* clang-format off */
#define FOYER_DELIVERY_FIELDS(FIELD) \
  FIELD (delivery, ENUM, channel, "channel", .values = "email sms", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "mail or text") \
  FIELD (delivery, ENUM, kind, "kind", .values = FOYER_TEMPLATE_KIND_WORDS, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .rows = "003-27", \
         .about = "by which template; absent for a message") \
  FIELD (delivery, REF, client_id, "clientId", .ref = "Client", .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "to which client") \
  FIELD (delivery, REF, person_id, "personId", .ref = "PortalPerson", .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "to whom") \
  FIELD (delivery, TEXT, to, "to", .minimum = 1, .maximum = 254, .pattern = FOYER_PATTERN_LINE, .required = TRUE, \
         .searched = TRUE, .indexed = TRUE, .personal = TRUE, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "address or number (D09)") \
  FIELD (delivery, TEXT, subject, "subject", .maximum = 300, .pattern = FOYER_PATTERN_LINE, .searched = TRUE, \
         .personal = TRUE, .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "its subject") \
  FIELD (delivery, REF, about_id, "aboutId", .ref = "*", .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .about = "the message, invite, booking or invoice that it carries") \
  FIELD (delivery, ENUM, status, "status", .values = "queued sent delivered bounced failed suppressed uncertain", \
         .fallback = "\"queued\"", .required = TRUE, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .rows = "001-47 003-28", \
         .about = "how far it came; suppressed if the person wants none or it was night, uncertain if nobody knows") \
  FIELD (delivery, TEXT, reason, "reason", .maximum = 500, .writers = FOYER_WRITER_SERVER, \
         .about = "why it did not arrive (D07, D47)") \
  FIELD (delivery, INTEGER, attempts, "attempts", .maximum = 1000, .fallback = "0", \
         .writers = FOYER_WRITER_SERVER, .about = "how often it was tried") \
  FIELD (delivery, BOOLEAN, test, "test", .fallback = "false", .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, \
         .rows = "003-27", .about = "whether staff sent it to themselves") \
  FIELD (delivery, TIME, queued_at, "queuedAt", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_SERVER | FOYER_WRITER_ONCE, .about = "when it was made") \
  FIELD (delivery, TIME, sent_at, "sentAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, .about = "when it left") \
  FIELD (delivery, TIME, delivered_at, "deliveredAt", .writers = FOYER_WRITER_SERVER, .about = "when it arrived")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (delivery, FOYER_DELIVERY_FIELDS)
