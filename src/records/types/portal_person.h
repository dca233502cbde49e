/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/*
 * One person's access to one client's portal. Records with the same address are one login: who signs in with it chooses among
 * their clients (X11), and each client grants its own role, permissions and scopes. No client has two people with one address.
 */

typedef enum {
  FOYER_PORTAL_PERSON_OWNER,
  FOYER_PORTAL_PERSON_ACCOUNTS,
  FOYER_PORTAL_PERSON_SITE_CONTACT,
  FOYER_PORTAL_PERSON_READ_ONLY,
} FoyerPortalPersonRole;

typedef enum {
  FOYER_PORTAL_PERSON_INVITED,
  FOYER_PORTAL_PERSON_ACTIVE,
  FOYER_PORTAL_PERSON_DISABLED,
  FOYER_PORTAL_PERSON_REMOVED,
} FoyerPortalPersonStatus;

typedef enum {
  FOYER_PORTAL_PERSON_MAIL_UNKNOWN,
  FOYER_PORTAL_PERSON_MAIL_GOOD,
  FOYER_PORTAL_PERSON_MAIL_BOUNCED,
} FoyerPortalPersonMail;

/* clang-format off */
#define FOYER_PORTAL_PERSON_FIELDS(FIELD) \
  FIELD (portal_person, REF, client_id, "clientId", .ref = "Client", .required = TRUE, .indexed = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_ONCE, .rows = "004-15", .about = "whose portal they see") \
  FIELD (portal_person, TEXT, name, "name", .minimum = 1, .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .required = TRUE, .searched = TRUE, .indexed = TRUE, .personal = TRUE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .rows = "004-22", .about = "their name") \
  FIELD (portal_person, TEXT, email, "email", .maximum = 254, .pattern = FOYER_PATTERN_EMAIL, .searched = TRUE, \
         .indexed = TRUE, .personal = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "001-36 004-22", \
         .about = "the login; absent until somebody knows it (D04)") \
  FIELD (portal_person, TEXT, phone, "phone", .maximum = 40, .pattern = FOYER_PATTERN_PHONE, .searched = TRUE, \
         .personal = TRUE, .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .rows = "003-6", \
         .about = "for texts and the phone check (D18)") \
  FIELD (portal_person, ENUM, role, "role", .values = "owner accounts site_contact read_only", \
         .fallback = "\"owner\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "004-26", \
         .about = "what permissions they began with") \
  FIELD (portal_person, ENUM, status, "status", .values = "invited active disabled removed", .fallback = "\"invited\"", \
         .required = TRUE, .indexed = TRUE, .policy = FOYER_POLICY_STRICT, .rows = "001-10 004-20", \
         .about = "active only once onboarding is finished") \
  FIELD (portal_person, TEXTS, permissions, "permissions", .values = FOYER_PERMISSION_WORDS, \
         .policy = FOYER_POLICY_STRICT, .rows = "004-28 004-29", .about = "what they may do (D25)") \
  FIELD (portal_person, TEXTS, scopes, "scopes", .values = FOYER_SCOPE_WORDS, .policy = FOYER_POLICY_STRICT, \
         .rows = "000-27 004-32", .about = "what they may see; absent for all that their client may") \
  FIELD (portal_person, REFS, property_ids, "propertyIds", .ref = "Property", .maximum = 200, \
         .policy = FOYER_POLICY_STRICT, .about = "their sites; absent for all (D29)") \
  FIELD (portal_person, MAP, notifications, "notifications", .maximum = 50, .policy = FOYER_POLICY_MERGE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .rows = "001-14 001-45", \
         .about = "event (" FOYER_CLIENT_EVENT_WORDS ") to {email, sms}") \
  FIELD (portal_person, BOOLEAN, sms_opt_in, "smsOptIn", .fallback = "false", \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "whether they agreed to texts (D47)") \
  FIELD (portal_person, TEXT, language, "language", .maximum = 35, .pattern = FOYER_PATTERN_LANGUAGE, \
         .writers = FOYER_WRITER_STAFF | FOYER_WRITER_CLIENT, .about = "language of their portal and mails") \
  FIELD (portal_person, ENUM, mail, "mail", .values = "unknown good bounced", .fallback = "\"unknown\"", \
         .required = TRUE, .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "what became of the last mail (D07)") \
  FIELD (portal_person, TEXT, mail_reason, "mailReason", .maximum = 500, .writers = FOYER_WRITER_SERVER, \
         .about = "why it bounced") \
  FIELD (portal_person, BOOLEAN, has_password, "hasPassword", .fallback = "false", \
         .writers = FOYER_WRITER_SERVER, .rows = "001-25", .about = "whether the login has a password (D11)") \
  FIELD (portal_person, BOOLEAN, reset_password, "resetPassword", .fallback = "false", .rows = "001-55", \
         .policy = FOYER_POLICY_STRICT, .about = "whether they must set a new password at the next sign-in") \
  FIELD (portal_person, BOOLEAN, has_sso, "hasSso", .fallback = "false", .writers = FOYER_WRITER_SERVER, \
         .about = "whether the login is tied to single sign-on (D13)") \
  FIELD (portal_person, TIME, registered_at, "registeredAt", .writers = FOYER_WRITER_SERVER, .rows = "001-9", \
         .about = "when they finished onboarding") \
  FIELD (portal_person, TIME, first_seen_at, "firstSeenAt", .writers = FOYER_WRITER_SERVER, \
         .about = "their first visit") \
  FIELD (portal_person, TIME, last_seen_at, "lastSeenAt", .indexed = TRUE, .writers = FOYER_WRITER_SERVER, \
         .rows = "004-27", .about = "their last visit") \
  FIELD (portal_person, TIME, locked_until, "lockedUntil", .writers = FOYER_WRITER_SERVER | FOYER_WRITER_STAFF, \
         .about = "until when wrong tries lock them out; staff unlock by removing it (D19)") \
  FIELD (portal_person, TEXT, sent_to, "sentTo", .maximum = 254, .personal = TRUE, .writers = FOYER_WRITER_SERVER, \
         .about = "address of the last mail to them (D09)") \
  FIELD (portal_person, BOOLEAN, send_sign_in, "sendSignIn", .remark = TRUE, .since = 4, \
         .about = "true has the server mail them a link to sign in by (D12, D20)") \
  FIELD (portal_person, BOOLEAN, erase, "erase", .remark = TRUE, .since = 5, \
         .about = "true has the server forget who they are, for good; administrators only")
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (portal_person, FOYER_PORTAL_PERSON_FIELDS)
