/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-fixtures.c - for each rule of the diagnosis a world in which it alone is the cause */

#include "foyer-diagnosis-fixtures.h"

#define C(name) FOYER_DIAGNOSIS_##name
#define R(name) FOYER_REMEDY_##name

/* --- What no record says --- */

static void
use_password (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.knows_method = TRUE;
  world->the_case.facts.method = FOYER_SIGN_IN_PASSWORD;
}

static void
use_phone (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.knows_method = TRUE;
  world->the_case.facts.method = FOYER_SIGN_IN_PHONE_CHECK;
}

static void
use_mail (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.knows_method = TRUE;
  world->the_case.facts.method = FOYER_SIGN_IN_EMAIL_LINK;
}

static void
use_old_address (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.url = "northwind.old.example";
}

static void
use_right_address (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.url = "https://Northwind.portal.example/sign-in";
}

static void
show_foreign (FoyerDiagnosisWorld *world)
{
  static const char *const shown[]
      = { "vs-00000000-0000-7000-8000-000000000001", "pr-00000000-0000-7000-8000-000000000001", NULL };

  world->the_case.facts.shown_ids = shown;
}

static void
show_nothing (FoyerDiagnosisWorld *world)
{
  static const char *const shown[] = { NULL };

  world->the_case.facts.shown_ids = shown;
}

static void
let_age (FoyerDiagnosisWorld *world)
{
  world->the_case.data_at = world->the_case.now - 26 * 60;
}

static void
sync_now (FoyerDiagnosisWorld *world)
{
  world->the_case.data_at = world->the_case.now;
}

/* clang-format off */
static const FoyerDiagnosisFixture fixtures[] = {
  { "D01", "portal-off", C (SIGN_IN), "[{'id': 'ps-1', 'portal.enabled': false}]", NULL, R (TURN_PORTAL_ON), "The portal is off for everyone" },
  { "D02", "client-off", C (SIGN_IN), "[{'id': 'cl-2', 'portalEnabled': false}]", NULL, R (ENABLE_CLIENT), "The portal is off for Hillside Dental" },
  { "D02", "client-archived", C (NO_VISITS), "[{'id': 'cl-2', 'archivedAt': '2025-05-01 09:00'}]", "[{'id': 'cl-2', 'archivedAt': null}]", R (OPEN_RECORD), "Hillside Dental is no longer a client" },
  { "D03", "nobody", C (SIGN_IN), "[{'id': 'pp-1', 'status': 'removed'}, {'id': 'pl-1', 'status': 'revoked'}]", "[{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Jo', 'status': 'invited'}]", R (INVITE), "Nobody at Hillside Dental has access yet", .person = "-" },
  { "D11", "invited", C (SIGN_IN), "[{'id': 'pp-1', 'status': 'invited'}]", "[{'id': 'pp-1', 'status': 'active'}]", R (RESEND_INVITE), "Maria Lopez has not finished signing up" },
  { "D11", "disabled", C (NO_VISITS), "[{'id': 'pp-1', 'status': 'disabled'}]", NULL, R (RESTORE_PERSON), "Maria Lopez no longer has access" },
  { "D12", "password-off", C (SIGN_IN), "[{'id': 'ps-1', 'access.password': false}]", NULL, R (SEND_SIGN_IN), "Passwords are off; clients must use the email link", .break_facts = use_password, .mend_facts = use_mail },
  { "D12", "no-password", C (SIGN_IN), "[{'id': 'pp-1', 'hasPassword': false}]", NULL, R (SEND_SIGN_IN), "Maria Lopez has no password", .break_facts = use_password, .mend_facts = use_mail },
  { "D12", "mail-off", C (SIGN_IN), "[{'id': 'ps-1', 'access.email_link': false}]", NULL, R (EDIT_SETTING), "Sign-in links by email are off", .break_facts = use_mail },
  { "D12", "links-off", C (SIGN_IN), "[{'id': 'ps-1', 'access.direct_links': 'off'}]", NULL, R (EDIT_SETTING), "Direct links are off; clients must sign in", .person = "-", .link = "pl-1" },
  { "D12", "links-off-for-client", C (SIGN_IN), "[{'id': 'cl-2', 'directLinks': 'off'}]", NULL, R (EDIT_CLIENT), "Direct links are off; clients must sign in", .person = "-", .link = "pl-1" },
  { "D13", "sso-by-client", C (SIGN_IN), "[{'id': 'cl-2', 'sso': 'required'}]", NULL, R (EDIT_CLIENT), "Single sign-on is required" },
  { "D13", "sso-by-everyone", C (SIGN_IN), "[{'id': 'ps-1', 'access.sso': 'required'}]", NULL, R (EDIT_SETTING), "Single sign-on is required" },
  { "D14", "domain", C (SIGN_IN), "[{'id': 'ps-1', 'access.allowed_domains': ['a.example']}]", NULL, R (EDIT_SETTING), "hillside.example is not in the allowed domains" },
  { "D15", "revoked", C (SIGN_IN), "[{'id': 'pl-1', 'status': 'revoked', 'revokedBy': 'st-1'}]", "[{'id': 'pl-1', 'status': 'live'}]", R (NEW_LINK), "The link was revoked", .person = "-", .link = "pl-1" },
  { "D16", "expired", C (SIGN_IN), "[{'id': 'pl-1', 'expiresAt': '2025-05-01 09:00'}, {'id': 'inv-1', 'status': 'paid'}]", "[{'id': 'pl-1', 'expiresAt': '2025-08-01 09:00'}]", R (NEW_LINK), "The link has expired", .person = "-", .link = "pl-1" },
  { "D17", "scanner", C (SIGN_IN), "[{'id': 'si-1', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'scanner', 'at': '2025-05-05 09:00', 'reason': 'used 4 s after sending'}]", "[{'id': 'si-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'sent', 'at': '2025-05-05 09:14'}]", R (SEND_SIGN_IN), "A mail scanner used up the sign-in link" },
  { "D18", "no-phone", C (SIGN_IN), "[{'id': 'ps-1', 'access.phone_last4_alone': true}, {'id': 'cl-2', 'phone': null}, {'id': 'pp-1', 'phone': null}]", "[{'id': 'pp-1', 'phone': '+15035550142'}]", R (EDIT_PHONE), "No phone number is on file, so the last-four check cannot pass", .break_facts = use_phone },
  { "D19", "locked", C (SIGN_IN), "[{'id': 'pp-1', 'lockedUntil': '2025-05-05 09:40'}]", NULL, R (UNLOCK), "Locked after five wrong tries" },
  { "D19", "too-many-tries", C (SIGN_IN), "[{'id': 'si-1', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'rate_limited', 'at': '2025-05-05 09:10'}]", "[{'id': 'si-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'sent', 'at': '2025-05-05 09:14'}]", R (COPY_SENTENCE), "Too many tries in a short time" },
  { "D20", "session-over", C (SIGN_IN), "[{'id': 'se-1', 'startedAt': '2025-05-02 06:10', 'expiresAt': '2025-05-05 06:10'}]", "[{'id': 'si-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'sent', 'at': '2025-05-05 09:14'}]", R (SEND_SIGN_IN), NULL },
  { "D21", "old-address", C (SIGN_IN), NULL, NULL, R (COPY_SENTENCE), "Maria Lopez uses northwind.old.example; the portal is at northwind.portal.example", .break_facts = use_old_address, .mend_facts = use_right_address },
  { "D22", "feature-off", C (NO_INVOICES), "[{'id': 'ps-1', 'portal.show_invoices': false}]", NULL, R (EDIT_SETTING), "Invoices are hidden for everyone" },
  { "D22", "contracts-off", C (NO_PLANS), "[{'id': 'ps-1', 'portal.contracts': false}]", NULL, R (EDIT_SETTING), "Contracts are hidden for everyone" },
  { "D23", "client-scope", C (NO_VISITS), "[{'id': 'cl-2', 'scopes': ['quotes', 'invoices']}]", NULL, R (ALLOW_CLIENT_SCOPE), "Visits are hidden for Hillside Dental" },
  { "D23", "default-scope", C (NO_VISITS), "[{'id': 'ps-1', 'scopes.default': ['quotes', 'invoices']}]", NULL, R (ALLOW_CLIENT_SCOPE), "Visits are hidden unless a client is allowed them" },
  { "D24", "link-scope", C (NO_VISITS), "[{'id': 'pl-1', 'scopes': ['invoices']}]", NULL, R (WIDEN_LINK), "The link does not show Visits", .person = "-", .link = "pl-1" },
  { "D25", "person-scope", C (NO_VISITS), "[{'id': 'pp-1', 'scopes': ['invoices']}]", NULL, R (ALLOW_PERSON_SCOPE), "Maria Lopez may not see Visits" },
  { "D25", "role-without-money", C (NO_INVOICES), "[{'id': 'pp-1', 'role': 'site_contact'}]", NULL, R (ALLOW_PERSON_PERMISSION), "Maria Lopez may not see prices and totals" },
  { "D46", "older-session", C (LOOKS_WRONG), "[{'id': 'se-1', 'settingsVersion': 2}]", NULL, R (END_SESSION), NULL },
  { "D49", "foreign", C (SEES_TOO_MUCH), NULL, NULL, R (SECURE_CLIENT), "A record of another client is shown", .break_facts = show_foreign, .mend_facts = show_nothing },
  { "D50", "old-data", C (NO_VISITS), NULL, NULL, R (SYNC_NOW), NULL, .break_facts = let_age, .mend_facts = sync_now },
};
/* clang-format on */

const FoyerDiagnosisFixture *
foyer_diagnosis_fixtures (guint *n_fixtures)
{
  *n_fixtures = G_N_ELEMENTS (fixtures);
  return fixtures;
}
