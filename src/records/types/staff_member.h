/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"

/* Somebody who works in the office and signs in to consoles. Never a portal person. */

typedef enum {
  FOYER_STAFF_MEMBER_ADMIN,
  FOYER_STAFF_MEMBER_OFFICE,
  FOYER_STAFF_MEMBER_VIEWER,
} FoyerStaffMemberRole;

/* clang-format off */
#define FOYER_STAFF_MEMBER_FIELDS(FIELD) \
  FIELD (staff_member, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .about = "the name that clients read under messages") \
  FIELD (staff_member, TEXT, email, "email", .minimum = 3, .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .personal = TRUE, .policy = FOYER_POLICY_STRICT, \
         .about = "the login") \
  FIELD (staff_member, TEXT, phone, "phone", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, .personal = TRUE, \
         .about = "number for texts about new bookings") \
  FIELD (staff_member, ENUM, role, "role", .values = "admin office viewer", .fallback = "\"viewer\"", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .rows = "003-2", .about = "what they may do (X18)") \
  FIELD (staff_member, BOOLEAN, active, "active", .fallback = "true", .required = TRUE, .indexed = TRUE, \
         .policy = FOYER_POLICY_STRICT, .about = "whether they may sign in") \
  FIELD (staff_member, TEXT, title, "title", .maximum = 100, .pattern = FOYER_PATTERN_LINE, .about = "what they do") \
  FIELD (staff_member, TEXT, sign_off, "signOff", .maximum = 1000, .about = "what stands under their mails") \
  FIELD (staff_member, TEXT, language, "language", .maximum = 35, .pattern = FOYER_PATTERN_LANGUAGE, \
         .about = "language of mails to them") \
  FIELD (staff_member, BOOLEAN, mail_bookings, "mailBookings", .fallback = "true", .required = TRUE, .rows = "000-70", \
         .about = "whether new bookings are also mailed to them, if the team is told at all") \
  FIELD (staff_member, BOOLEAN, mail_cancellations, "mailCancellations", .fallback = "true", .required = TRUE, \
         .rows = "000-71", .about = "whether cancellations are also mailed to them") \
  FIELD (staff_member, BOOLEAN, mail_messages, "mailMessages", .fallback = "true", .required = TRUE, .rows = "000-72", \
         .about = "whether new messages are also mailed to them") \
  FIELD (staff_member, TIME, last_seen_at, "lastSeenAt", .writers = FOYER_WRITER_SERVER, \
         .about = "when a console of theirs last spoke to the server")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (staff_member, FOYER_STAFF_MEMBER_FIELDS)
