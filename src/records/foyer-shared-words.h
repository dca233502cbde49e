/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words that several record types share. Each enum stands in the order of its words. */

/**
 * FoyerScope:
 *
 * What a client may see (000-20..27). The first five are the seeds' own, plans and proof came with 002.
 */
typedef enum {
  FOYER_SCOPE_QUOTES,
  FOYER_SCOPE_VISITS,
  FOYER_SCOPE_INVOICES,
  FOYER_SCOPE_PHOTOS,
  FOYER_SCOPE_DOCUMENTS,
  FOYER_SCOPE_PLANS,
  FOYER_SCOPE_PROOF,
} FoyerScope;

#define FOYER_N_SCOPES 7
#define FOYER_SCOPE_WORDS "quotes visits invoices photos documents plans proof"

/**
 * FoyerPermission:
 *
 * What one person may do in the portal (004-28, 004-29).
 */
typedef enum {
  FOYER_PERMISSION_RAISE_REQUESTS,
  FOYER_PERMISSION_APPROVE_QUOTES,
  FOYER_PERMISSION_SIGN,
  FOYER_PERMISSION_PAY,
  FOYER_PERMISSION_SEE_MONEY,
  FOYER_PERMISSION_BOOK,
  FOYER_PERMISSION_MESSAGE,
} FoyerPermission;

#define FOYER_N_PERMISSIONS 7
#define FOYER_PERMISSION_WORDS "raise_requests approve_quotes sign pay see_money book message"

/**
 * FoyerLinkMay:
 *
 * What the bearer of a link may do without signing in (A7, `link_may`).
 */
typedef enum {
  FOYER_LINK_MAY_BOOK,
  FOYER_LINK_MAY_MESSAGE,
  FOYER_LINK_MAY_APPROVE,
  FOYER_LINK_MAY_SIGN,
  FOYER_LINK_MAY_CHANGE_CONTACT,
} FoyerLinkMay;

#define FOYER_N_LINK_MAY 5
#define FOYER_LINK_MAY_WORDS "book message approve sign change_contact"

/**
 * FoyerDirectLinks:
 *
 * What a direct link is worth (X2): entry, entry with a check when it is old, or nothing.
 */
typedef enum {
  FOYER_DIRECT_LINKS_OPEN,
  FOYER_DIRECT_LINKS_CHECKED,
  FOYER_DIRECT_LINKS_OFF,
} FoyerDirectLinks;

#define FOYER_DIRECT_LINKS_WORDS "open checked off"

/**
 * FoyerSso:
 *
 * Single sign-on (001-11, 001-37).
 */
typedef enum {
  FOYER_SSO_OFF,
  FOYER_SSO_OPTIONAL,
  FOYER_SSO_REQUIRED,
} FoyerSso;

#define FOYER_SSO_WORDS "off optional required"

/**
 * FoyerStepUp:
 *
 * What is asked again before signing (A7).
 */
typedef enum {
  FOYER_STEP_UP_OFF,
  FOYER_STEP_UP_CODE,
} FoyerStepUp;

#define FOYER_STEP_UP_WORDS "off code"

/**
 * FoyerInviteDelivery:
 *
 * How an invited person gets in (004-23..25).
 */
typedef enum {
  FOYER_INVITE_DELIVERY_LINK,
  FOYER_INVITE_DELIVERY_STAFF_PASSWORD,
  FOYER_INVITE_DELIVERY_GENERATED_PASSWORD,
} FoyerInviteDelivery;

#define FOYER_INVITE_DELIVERY_WORDS "link staff_password generated_password"

/**
 * FoyerSignInMethod:
 *
 * How somebody came in, weakest first.
 */
typedef enum {
  FOYER_SIGN_IN_DIRECT_LINK,
  FOYER_SIGN_IN_PHONE_CHECK,
  FOYER_SIGN_IN_EMAIL_LINK,
  FOYER_SIGN_IN_EMAIL_CODE,
  FOYER_SIGN_IN_PASSWORD,
  FOYER_SIGN_IN_SSO,
} FoyerSignInMethod;

#define FOYER_SIGN_IN_METHOD_WORDS "direct_link phone_check email_link email_code password sso"

/**
 * FoyerClientEvent:
 *
 * What a client may be told of: the members of the maps `notify.client_defaults` and PortalPerson `notifications` (001-14).
 */
typedef enum {
  FOYER_CLIENT_EVENT_BOOKED,
  FOYER_CLIENT_EVENT_EN_ROUTE,
  FOYER_CLIENT_EVENT_DONE,
  FOYER_CLIENT_EVENT_INVOICE,
  FOYER_CLIENT_EVENT_QUOTE,
  FOYER_CLIENT_EVENT_MESSAGE,
} FoyerClientEvent;

#define FOYER_N_CLIENT_EVENTS 6
#define FOYER_CLIENT_EVENT_WORDS "booked en_route done invoice quote message"

/**
 * FoyerSource:
 *
 * Where something came from (001-64).
 */
typedef enum {
  FOYER_SOURCE_OFFICE,
  FOYER_SOURCE_PORTAL,
  FOYER_SOURCE_SERVER,
} FoyerSource;

#define FOYER_SOURCE_WORDS "office portal server"
