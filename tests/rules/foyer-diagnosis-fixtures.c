/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-fixtures.c - for each rule of the diagnosis a world in which it alone is the cause */

#include "foyer-diagnosis-fixtures.h"

#include <string.h>

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

static void
wait_here (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.invite_waiting_since = world->the_case.now - 60;
  world->the_case.facts.offline_since = world->the_case.now - 24 * 60;
}

static void
send_here (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.invite_waiting_since = 0;
  world->the_case.facts.offline_since = 0;
}

static void
read_accounts (FoyerDiagnosisWorld *world)
{
  world->the_case.facts.address = "accounts@hillside.example";
}

/* clang-format off */
static const FoyerDiagnosisFixture fixtures[] = {
  { "D01", "portal-off", C (SIGN_IN), "[{'id': 'ps-1', 'portal.enabled': false}]", NULL, R (TURN_PORTAL_ON), "The portal is off for everyone" },
  { "D02", "client-off", C (SIGN_IN), "[{'id': 'cl-2', 'portalEnabled': false}]", NULL, R (ENABLE_CLIENT), "The portal is off for Hillside Dental" },
  { "D02", "client-archived", C (NO_VISITS), "[{'id': 'cl-2', 'archivedAt': '2025-05-01 09:00'}]", "[{'id': 'cl-2', 'archivedAt': null}]", R (OPEN_RECORD), "Hillside Dental is no longer a client" },
  { "D03", "nobody", C (SIGN_IN), "[{'id': 'pp-1', 'status': 'removed'}, {'id': 'pl-1', 'status': 'revoked'}]", "[{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Jo', 'status': 'invited'}]", R (INVITE), "Nobody at Hillside Dental has access yet", .person = "-" },
  { "D04", "no-address", C (NO_MAIL), "[{'id': 'pp-1', 'email': null}]", "[{'id': 'pp-1', 'email': 'maria@hillside.example'}]", R (EDIT_ADDRESS), "Maria Lopez has no email address" },
  { "D05", "typo", C (NO_MAIL), "[{'id': 'pp-1', 'email': 'maria@gmial.com', 'mail': 'unknown'}, {'id': 'iv-1', 'email': 'maria@gmial.com'}]", "[{'id': 'iv-1', 'email': 'maria@gmail.com'}]", R (EDIT_ADDRESS), "gmial.com looks like gmail.com" },
  { "D06", "waits-here", C (NO_MAIL), NULL, NULL, R (OPEN_OUTBOX), NULL, .break_facts = wait_here, .mend_facts = send_here, .say = "Our connection is down at the moment. The mail comes as soon as it is back." },
  { "D06", "never-sent", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'personId': 'pp-9'}]", "[{'id': 'iv-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'email': 'maria@hillside.example', 'status': 'opened', 'sentAt': '2025-05-05 09:14', 'openedAt': '2025-05-05 09:14', 'expiresAt': '2025-05-12 09:14'}]", R (INVITE), "Nothing was ever mailed to Maria Lopez", .say = "The mail was never sent. I am sending it to you now." },
  { "D06", "handed-over", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'status': 'opened', 'sendMail': false, 'registeredAt': null, 'expiresAt': '2025-05-12 09:00'}]", "[{'id': 'iv-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'email': 'maria@hillside.example', 'status': 'opened', 'sentAt': '2025-05-05 09:14', 'openedAt': '2025-05-05 09:14', 'expiresAt': '2025-05-12 09:14'}]", R (RESEND_INVITE), "No mail was sent: the link was to be handed over", .say = "The mail was never sent. I am sending it to you now." },
  { "D06", "waits-there", C (NO_MAIL), "[{'id': 'org-1', 'mail': 'failing'}, {'id': 'dl-1', 'channel': 'email', 'kind': 'sign_in', 'personId': 'pp-1', 'clientId': 'cl-2', 'to': 'maria@hillside.example', 'status': 'queued', 'queuedAt': '2025-05-05 09:00'}, {'id': 'pp-1', 'lastSeenAt': '2025-05-05 09:01'}]", "[{'id': 'org-1', 'mail': 'ready'}, {'id': 'dl-1', 'status': 'sent'}]", R (OPEN_SETTING), "The server cannot send mail", .say = "Our mails are delayed at the moment. I am looking into it." },
  { "D07", "bounced", C (NO_MAIL), "[{'id': 'pp-1', 'mail': 'bounced', 'mailReason': 'mailbox full'}]", "[{'id': 'pp-1', 'email': 'm.lopez@hillside.example', 'mail': 'unknown', 'sentTo': 'm.lopez@hillside.example'}, {'id': 'iv-1', 'email': 'm.lopez@hillside.example'}]", R (EDIT_ADDRESS), "Bounced: mailbox full" },
  { "D08", "expired", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'status': 'opened', 'registeredAt': null, 'expiresAt': '2025-05-03 09:00'}]", "[{'id': 'iv-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'email': 'maria@hillside.example', 'status': 'opened', 'sentAt': '2025-05-05 09:14', 'openedAt': '2025-05-05 09:14', 'expiresAt': '2025-05-12 09:14'}]", R (RESEND_INVITE), "The invite has expired" },
  { "D08", "revoked", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'status': 'revoked', 'registeredAt': null}]", "[{'id': 'iv-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'email': 'maria@hillside.example', 'status': 'opened', 'sentAt': '2025-05-05 09:14', 'openedAt': '2025-05-05 09:14', 'expiresAt': '2025-05-12 09:14'}]", R (RESEND_INVITE), "The invite was revoked" },
  { "D09", "reads-another", C (NO_MAIL), NULL, "[{'id': 'iv-1', 'email': 'accounts@hillside.example'}]", R (EDIT_ADDRESS), "Sent to maria@hillside.example; Maria Lopez reads accounts@hillside.example", .break_facts = read_accounts },
  { "D09", "corrected-since", C (NO_MAIL), "[{'id': 'iv-1', 'email': 'maria@hillside.test'}]", "[{'id': 'iv-1', 'email': 'maria@hillside.example'}]", R (SEND_SIGN_IN), "Sent to maria@hillside.test; Maria Lopez reads maria@hillside.example" },
  { "D10", "delivered", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'status': 'delivered', 'registeredAt': null, 'openedAt': null, 'deliveredAt': '2025-05-05 09:02', 'sentAt': '2025-05-05 09:00', 'expiresAt': '2025-05-12 09:00'}]", "[{'id': 'iv-1', 'openedAt': '2025-05-05 09:20'}]", R (COPY_SENTENCE), NULL },
  { "D10", "sent", C (NO_MAIL), "[{'id': 'pp-1', 'status': 'invited', 'mail': 'unknown'}, {'id': 'iv-1', 'status': 'sent', 'registeredAt': null, 'openedAt': null, 'deliveredAt': null, 'sentAt': '2025-05-05 09:00', 'expiresAt': '2025-05-12 09:00'}]", "[{'id': 'iv-1', 'openedAt': '2025-05-05 09:20'}]", R (COPY_SENTENCE), NULL },
  { "D11", "invited", C (SIGN_IN), "[{'id': 'pp-1', 'status': 'invited'}]", "[{'id': 'pp-1', 'status': 'active'}]", R (RESEND_INVITE), "Maria Lopez has not finished signing up", .say = "Your access is not set up yet. I am sending you a new invitation." },
  { "D11", "disabled", C (NO_VISITS), "[{'id': 'pp-1', 'status': 'disabled'}]", NULL, R (RESTORE_PERSON), "Maria Lopez no longer has access", .say = "Your access is switched off at the moment. I am looking into it." },
  { "D12", "password-off", C (SIGN_IN), "[{'id': 'ps-1', 'access.password': false}]", NULL, R (SEND_SIGN_IN), "Passwords are off; clients must use the email link", .break_facts = use_password, .mend_facts = use_mail, .say = "That way to sign in is not open. I am sending you a link by email that signs you in." },
  { "D12", "no-password", C (SIGN_IN), "[{'id': 'pp-1', 'hasPassword': false}]", NULL, R (SEND_SIGN_IN), "Maria Lopez has no password", .break_facts = use_password, .mend_facts = use_mail },
  { "D12", "mail-off", C (SIGN_IN), "[{'id': 'ps-1', 'access.email_link': false}]", NULL, R (EDIT_SETTING), "Sign-in links by email are off", .break_facts = use_mail, .say = "That way to sign in is not open at the moment. I am looking into it." },
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
  { "D20", "session-over", C (SIGN_IN), "[{'id': 'se-1', 'startedAt': '2025-05-02 06:10', 'expiresAt': '2025-05-05 06:10'}]", "[{'id': 'si-2', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'outcome': 'sent', 'at': '2025-05-05 09:14'}]", R (SEND_SIGN_IN), NULL, .say = "You were signed out after some time. I am sending you a link that signs you in again." },
  { "D21", "old-address", C (SIGN_IN), NULL, NULL, R (COPY_SENTENCE), "Maria Lopez uses northwind.old.example; the portal is at northwind.portal.example", .break_facts = use_old_address, .mend_facts = use_right_address },
  { "D22", "feature-off", C (NO_INVOICES), "[{'id': 'ps-1', 'portal.show_invoices': false}]", NULL, R (EDIT_SETTING), "Invoices are hidden for everyone" },
  { "D22", "contracts-off", C (NO_CONTRACTS), "[{'id': 'ps-1', 'portal.contracts': false}]", NULL, R (EDIT_SETTING), "Contracts are hidden for everyone" },
  { "D23", "client-scope", C (NO_VISITS), "[{'id': 'cl-2', 'scopes': ['quotes', 'invoices']}]", NULL, R (ALLOW_CLIENT_SCOPE), "Visits are hidden for Hillside Dental" },
  { "D23", "default-scope", C (NO_VISITS), "[{'id': 'ps-1', 'scopes.default': ['quotes', 'invoices']}]", NULL, R (ALLOW_CLIENT_SCOPE), "Visits are hidden unless a client is allowed them" },
  { "D24", "link-scope", C (NO_VISITS), "[{'id': 'pl-1', 'scopes': ['invoices']}]", NULL, R (WIDEN_LINK), "The link does not show Visits", .person = "-", .link = "pl-1" },
  { "D25", "person-scope", C (NO_VISITS), "[{'id': 'pp-1', 'scopes': ['invoices']}]", NULL, R (ALLOW_PERSON_SCOPE), "Maria Lopez may not see Visits" },
  { "D25", "role-without-money", C (NO_INVOICES), "[{'id': 'pp-1', 'role': 'site_contact'}]", NULL, R (ALLOW_PERSON_PERMISSION), "Maria Lopez may not see prices and totals" },
  { "D26", "no-visits", C (NO_VISITS), "[{'id': 'vs-1', 'clientId': 'cl-1'}, {'id': 'vs-2', 'clientId': 'cl-1'}]", "[{'id': 'vs-3', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", R (OPEN_RECORD), "There are no visits for Hillside Dental" },
  { "D27", "merged", C (NO_VISITS), "[{'id': 'cl-3', 'name': 'Dental Hillside', 'kind': 'company', 'mergedIntoId': 'cl-2'}, {'id': 'vs-3', 'clientId': 'cl-3', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", NULL, R (RELINK_CLIENT), "At “Dental Hillside”, a duplicate of this client: 1 visit" },
  { "D27", "same-address", C (NO_VISITS), "[{'id': 'cl-3', 'name': 'Maria', 'kind': 'company', 'email': 'office@hillside.example'}, {'id': 'vs-3', 'clientId': 'cl-3', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", NULL, R (RELINK_CLIENT), "At “Maria”, a duplicate of this client: 1 visit" },
  { "D27", "alike", C (NO_VISITS), "[{'id': 'cl-3', 'name': 'Hillside Dentl', 'kind': 'company'}, {'id': 'vs-3', 'clientId': 'cl-3', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}, {'id': 'vs-4', 'clientId': 'cl-3', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", NULL, R (RELINK_CLIENT), "At “Hillside Dentl”, perhaps a duplicate of this client: 2 visits" },
  { "D28", "no-property", C (NO_VISITS), "[{'id': 'pp-1', 'propertyIds': ['pr-2']}, {'id': 'vs-3', 'clientId': 'cl-2', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", NULL, R (RELINK_PROPERTY), "Not linked to a property of this client: 1 visit" },
  { "D28", "property-of-another", C (NO_VISITS), "[{'id': 'pp-1', 'propertyIds': ['pr-2']}, {'id': 'vs-2', 'propertyId': 'pr-1'}]", NULL, R (RELINK_PROPERTY), "Not linked to a property of this client: 1 visit" },
  { "D28", "invoice", C (NO_INVOICES), "[{'id': 'pp-1', 'propertyIds': ['pr-2']}, {'id': 'inv-1', 'propertyId': null}]", NULL, R (RELINK_PROPERTY), "Not linked to a property of this client: 1 invoice" },
  { "D29", "other-site", C (NO_VISITS), "[{'id': 'pp-1', 'propertyIds': ['pr-2']}, {'id': 'pr-3', 'clientId': 'cl-2', 'street': '4 Elm St'}, {'id': 'vs-2', 'propertyId': 'pr-3'}]", NULL, R (ADD_SITE), "At sites that Maria Lopez does not see (4 Elm St): 1 visit" },
  { "D30", "not-released", C (NO_PHOTOS), "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'blob', 'released': false}]", NULL, R (RELEASE), "Not released: 1 photo" },
  { "D30", "none", C (NO_PHOTOS), "[{'id': 'ph-1', 'clientId': 'cl-1'}]", "[{'id': 'ph-1', 'clientId': 'cl-2'}]", R (OPEN_RECORD), "There are no photos for Hillside Dental", .say = "There are no photos of your visits yet." },
  { "D31", "not-done", C (NO_PHOTOS), "[{'id': 'vs-1', 'status': 'en_route'}]", "[{'id': 'vs-1', 'status': 'done'}]", R (COPY_SENTENCE), "Photos appear when the visit is done" },
  { "D32", "draft", C (NO_INVOICES), "[{'id': 'inv-2', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Tune-up', 'status': 'draft'}]", "[{'id': 'inv-2', 'status': 'issued', 'issuedOn': '2025-05-05'}]", R (OPEN_RECORD), "Tune-up is still a draft", .say = "The invoice is not finished yet." },
  { "D32", "void", C (NO_INVOICES), "[{'id': 'inv-1', 'status': 'void'}]", "[{'id': 'inv-1', 'status': 'issued'}]", R (OPEN_RECORD), "INV-1042 is void", .about = "inv-1", .say = "That invoice is no longer valid." },
  { "D33", "billed-elsewhere", C (NO_INVOICES), "[{'id': 'cl-3', 'name': 'Hillside Holdings', 'kind': 'company'}, {'id': 'inv-1', 'billToId': 'cl-3'}]", "[{'id': 'inv-1', 'billToId': null}]", R (OPEN_RECORD), "INV-1042 is billed to Hillside Holdings" },
  { "D34", "proof-draft", C (NO_PROOF), "[{'id': 'pk-1', 'status': 'draft'}]", "[{'id': 'pk-1', 'status': 'published'}]", R (OPEN_RECORD), "The proof of “Repair” is not published" },
  { "D35", "payments-off", C (CANNOT_PAY), "[{'id': 'ps-1', 'portal.payments': false}]", NULL, R (EDIT_SETTING), "Paying online is off" },
  { "D36", "not-connected", C (CANNOT_PAY), "[{'id': 'org-1', 'stripe': 'none'}]", "[{'id': 'org-1', 'stripe': 'ready'}]", R (OPEN_SETTING), "No payment provider is connected" },
  { "D36", "restricted", C (CANNOT_PAY), "[{'id': 'org-1', 'stripe': 'restricted', 'stripeReason': 'the bank account'}]", "[{'id': 'org-1', 'stripe': 'ready'}]", R (OPEN_SETTING), "The payment provider needs something first" },
  { "D25", "may-not-pay", C (CANNOT_PAY), "[{'id': 'pp-1', 'permissions': ['see_money', 'message']}]", NULL, R (ALLOW_PERSON_PERMISSION), "Maria Lopez may not pay" },
  { "D37", "paid", C (CANNOT_PAY), "[{'id': 'inv-1', 'status': 'paid', 'paidAt': '2025-05-03 09:00'}]", "[{'id': 'inv-1', 'status': 'issued'}]", R (COPY_SENTENCE), NULL },
  { "D38", "too-little", C (CANNOT_PAY), "[{'id': 'inv-1', 'balance': {'amount': 30, 'currency': 'USD'}, 'payLinkAmount': {'amount': 30, 'currency': 'USD'}}]", "[{'id': 'inv-1', 'balance': {'amount': 50, 'currency': 'USD'}, 'payLinkAmount': {'amount': 50, 'currency': 'USD'}}]", R (OPEN_RECORD), NULL },
  { "D39", "another-amount", C (CANNOT_PAY), "[{'id': 'inv-1', 'payLinkAmount': {'amount': 40000, 'currency': 'USD'}}]", "[{'id': 'inv-1', 'payLinkAmount': {'amount': 42000, 'currency': 'USD'}}]", R (NEW_PAY_LINK), NULL },
  { "D39", "expired", C (CANNOT_PAY), "[{'id': 'inv-1', 'payLink': 'expired'}]", "[{'id': 'inv-1', 'payLink': 'live'}]", R (NEW_PAY_LINK), "The payment link has expired" },
  { "D40", "approval-off", C (CANNOT_APPROVE), "[{'id': 'ps-1', 'portal.quote_approval': false}]", NULL, R (EDIT_SETTING), "Answering quotes in the portal is off" },
  { "D40", "may-not-approve", C (CANNOT_APPROVE), "[{'id': 'pp-1', 'role': 'accounts'}]", NULL, R (ALLOW_PERSON_PERMISSION), "They may not answer quotes" },
  { "D40", "link-may-not-approve", C (CANNOT_APPROVE), "[{'id': 'pl-1', 'may': ['book']}]", NULL, R (WIDEN_LINK), "They may not answer quotes", .person = "-", .link = "pl-1" },
  { "D40", "no-address-for-the-code", C (CANNOT_APPROVE), "[{'id': 'ps-1', 'access.stepup_for_signing': 'code'}, {'id': 'pp-1', 'email': null}, {'id': 'cl-2', 'email': null}]", "[{'id': 'pp-1', 'email': 'maria@hillside.example'}]", R (EDIT_ADDRESS), NULL },
  { "D40", "approved", C (CANNOT_APPROVE), "[{'id': 'qt-1', 'status': 'approved'}]", "[{'id': 'qt-1', 'status': 'sent'}]", R (OPEN_RECORD), "It is approved already" },
  { "D40", "over", C (CANNOT_APPROVE), "[{'id': 'qt-1', 'validUntil': '2025-05-04'}]", "[{'id': 'qt-1', 'validUntil': '2025-05-31'}]", R (OPEN_RECORD), "It has expired" },
  { "D41", "mode", C (CANNOT_BOOK), "[{'id': 'ps-1', 'booking.mode': 'requests'}]", NULL, R (EDIT_SETTING), "Clients do not book by themselves" },
  { "D41", "may-not-book", C (CANNOT_BOOK), "[{'id': 'pp-1', 'role': 'accounts'}]", NULL, R (ALLOW_PERSON_PERMISSION), "Maria Lopez may not book" },
  { "D41", "no-service", C (CANNOT_BOOK), "[{'id': 'ps-1', 'booking.services': []}]", "[{'id': 'ps-1', 'booking.services': ['sv-1']}]", R (OPEN_SETTING), "No service can be booked" },
  { "D41", "no-site", C (CANNOT_BOOK), "[{'id': 'pr-2', 'archivedAt': '2025-05-01 09:00'}]", "[{'id': 'pr-2', 'archivedAt': null}]", R (OPEN_RECORD), "A booking needs a site, and there is none that Maria Lopez sees" },
  { "D41", "no-time", C (CANNOT_BOOK), "[{'id': 'ps-1', 'booking.lead_hours': 720, 'booking.max_days': 30}]", "[{'id': 'ps-1', 'booking.lead_hours': 24}]", R (OPEN_SETTING), "No time is free that may be booked" },
  { "D42", "window", C (CANNOT_CHANGE), "[{'id': 'vs-2', 'start': '2025-05-06 05:14', 'end': '2025-05-06 07:14'}]", "[{'id': 'vs-2', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", R (OPEN_RECORD), "It is inside the cancellation window" },
  { "D42", "rescheduling-off", C (CANNOT_CHANGE), "[{'id': 'ps-1', 'booking.reschedule': false}]", NULL, R (EDIT_SETTING), "Rescheduling is off" },
  { "D42", "mode", C (CANNOT_CHANGE), "[{'id': 'ps-1', 'booking.mode': 'requests'}]", NULL, R (EDIT_SETTING), "Clients do not book by themselves" },
  { "D43", "off", C (CANNOT_WRITE), "[{'id': 'ps-1', 'portal.messaging': false}]", NULL, R (EDIT_SETTING), "Messages are off" },
  { "D43", "may-not", C (CANNOT_WRITE), "[{'id': 'pp-1', 'role': 'read_only'}]", NULL, R (ALLOW_PERSON_PERMISSION), "Maria Lopez may not write messages" },
  { "D43", "link-may-not", C (CANNOT_WRITE), "[{'id': 'pl-1', 'may': ['book']}]", NULL, R (WIDEN_LINK), "Hillside Dental may not write messages", .person = "-", .link = "pl-1" },
  { "D44", "draft", C (LOOKS_WRONG), NULL, "[{'id': 'ps-1', 'brand.primary': '#112233'}]", R (PUBLISH_DRAFT), "The colour of buttons is in your draft, not published", .draft = "{'brand.primary': '#112233'}" },
  { "D45", "elsewhere", C (LOOKS_WRONG), "[{'id': 'ps-1', 'brand.logo': 'https://northwind.example/logo.png'}]", "[{'id': 'ps-1', 'brand.logo': null}]", R (OPEN_SETTING), "The logo is an address elsewhere; only an uploaded file is shown" },
  { "D45", "banner-elsewhere", C (LOOKS_WRONG), "[{'id': 'ps-1', 'brand.banner': 'https://northwind.example/banner.png'}]", "[{'id': 'ps-1', 'brand.banner': null}]", R (OPEN_SETTING), "The banner is an address elsewhere; only an uploaded file is shown" },
  { "D46", "granted-less", C (NO_VISITS), "[{'id': 'se-1', 'scopes': ['invoices']}]", NULL, R (END_SESSION), NULL },
  { "D46", "permitted-less", C (CANNOT_WRITE), "[{'id': 'se-1', 'permissions': ['book']}]", NULL, R (END_SESSION), NULL },
  { "D47", "off", C (NO_TEXTS), "[{'id': 'ps-1', 'sms.booked': false}]", NULL, R (EDIT_SETTING), "Text messages to clients are off" },
  { "D47", "not-connected", C (NO_TEXTS), "[{'id': 'org-1', 'texts': 'none'}]", "[{'id': 'org-1', 'texts': 'connected'}]", R (OPEN_SETTING), "No number is connected for texts" },
  { "D47", "no-phone", C (NO_TEXTS), "[{'id': 'pp-1', 'phone': null}]", "[{'id': 'pp-1', 'phone': '+15035550142'}]", R (EDIT_PHONE), "Maria Lopez has no phone number" },
  { "D47", "not-agreed", C (NO_TEXTS), "[{'id': 'pp-1', 'smsOptIn': false}]", "[{'id': 'pp-1', 'smsOptIn': true}]", R (OPEN_RECORD), "Maria Lopez has not agreed to texts" },
  { "D47", "night", C (NO_TEXTS), "[{'id': 'ps-1', 'sms.quiet_from': 1320, 'sms.quiet_until': 600}]", "[{'id': 'ps-1', 'sms.quiet_until': 540}]", R (OPEN_SETTING), "Texts wait until the quiet hours are over" },
  { "D48", "zone", C (WRONG_TIMES), "[{'id': 'pr-2', 'zone': 'America/Denver'}]", "[{'id': 'pr-2', 'zone': null}]", R (OPEN_SETTING), NULL },
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

FoyerDiagnosisWorld *
foyer_diagnosis_fixture_make_world (const FoyerDiagnosisFixture *fixture)
{
  FoyerDiagnosisWorld *world = foyer_diagnosis_world_new ();

  foyer_test_business_put (world->business, fixture->broken);
  if (fixture->person != NULL)
    world->person = strcmp (fixture->person, "-") == 0 ? NULL : fixture->person;
  world->link = fixture->link;
  world->about = fixture->about;
  world->draft = fixture->draft;
  if (fixture->break_facts != NULL)
    fixture->break_facts (world);
  return world;
}
