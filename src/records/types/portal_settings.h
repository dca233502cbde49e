/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-macros.h"
#include "foyer-shared-words.h"

/*
 * The one settings registry: every switch of the portal, its default, when a change takes effect and what people search it by.
 * Two people may change different settings at once; the same one is never overwritten unseen. `templates.*` are Template
 * records, `domains[]` are Domain records.
 */

typedef enum {
  FOYER_BOOKING_MODE_OFF,
  FOYER_BOOKING_MODE_REQUESTS,
  FOYER_BOOKING_MODE_APPROVE,
  FOYER_BOOKING_MODE_AUTO,
} FoyerBookingMode;

typedef enum {
  FOYER_RECHECK_EMAIL,
  FOYER_RECHECK_PHONE_LAST4,
} FoyerRecheck;

typedef enum {
  FOYER_WORD_QUOTE_ESTIMATE,
  FOYER_WORD_QUOTE_PROPOSAL,
  FOYER_WORD_QUOTE_QUOTATION,
  FOYER_WORD_QUOTE_QUOTE,
} FoyerWordQuote;

typedef enum {
  FOYER_WORD_VISIT_VISIT,
  FOYER_WORD_VISIT_APPOINTMENT,
  FOYER_WORD_VISIT_JOB,
  FOYER_WORD_VISIT_SERVICE_REPORT,
} FoyerWordVisit;

typedef enum {
  FOYER_WORD_CLIENT_CLIENT,
  FOYER_WORD_CLIENT_CUSTOMER,
} FoyerWordClient;

typedef enum {
  FOYER_WORD_PLAN_PLAN,
  FOYER_WORD_PLAN_SUBSCRIPTION,
  FOYER_WORD_PLAN_AMC,
} FoyerWordPlan;

typedef enum {
  FOYER_WORD_CONTRACT_CONTRACT,
  FOYER_WORD_CONTRACT_AGREEMENT,
  FOYER_WORD_CONTRACT_AMC,
} FoyerWordContract;

#define FOYER_APPLIES_AT_ONCE "at once"
#define FOYER_APPLIES_NEXT_SIGN_IN "at the client's next sign-in"
#define FOYER_APPLIES_NEXT_PAGE "at the next page load"
#define FOYER_APPLIES_NEW_BOOKINGS "at once for new bookings"
#define FOYER_APPLIES_NEXT_JOB "at the next completed job"
#define FOYER_APPLIES_NEW_INVITES "for new invites"

/* clang-format off */
#define FOYER_PORTAL_SETTINGS_PORTAL_FIELDS_(FIELD) \
  FIELD (portal_settings, INTEGER, version, "version", .minimum = 1, .maximum = 1000000000, .fallback = "1", \
         .required = TRUE, .writers = FOYER_WRITER_SERVER, .about = "counts publications") \
  FIELD (portal_settings, TEXT, note, "note", .maximum = 1000, .remark = TRUE, .since = 4, .rows = "003-16", \
         .about = "what a publication is for; goes into its SettingsVersion") \
  FIELD (portal_settings, BOOLEAN, portal_enabled, "portal.enabled", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-4 003-4 003-5", \
         .title = N_ ("Portal is on"), \
         .effect = N_ ("Clients can open the portal; while it is off, every link shows “portal not available”"), \
         .words = "portal on off master switch enable disable", .about = "whether the portal is open at all (D01)") \
  FIELD (portal_settings, BOOLEAN, portal_messaging, "portal.messaging", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-5", \
         .title = N_ ("Messages"), \
         .effect = N_ ("Write to the office and get answers"), \
         .words = "messages chat write inbox", .about = "whether clients may write to the team (D43)") \
  FIELD (portal_settings, BOOLEAN, portal_payments, "portal.payments", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-6 003-9", \
         .title = N_ ("Pay online"), \
         .effect = N_ ("Pay invoices by card"), \
         .words = "pay online stripe card", .about = "whether invoices can be paid online (D35)") \
  FIELD (portal_settings, BOOLEAN, portal_documents, "portal.documents", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-7", \
         .title = N_ ("Documents"), \
         .effect = N_ ("Manuals, terms and certificates"), \
         .words = "documents files terms policies", .about = "whether documents are shown") \
  FIELD (portal_settings, BOOLEAN, portal_show_invoices, "portal.show_invoices", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "003-9", \
         .title = N_ ("Show invoices"), \
         .effect = N_ ("Balance, invoices and receipts"), \
         .words = "invoices bills balance money", .about = "whether invoices are shown (X17)") \
  FIELD (portal_settings, BOOLEAN, portal_quote_approval, "portal.quote_approval", .fallback = "true", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "003-8", \
         .title = N_ ("Quote approval"), \
         .effect = N_ ("Approve or decline a quote"), \
         .words = "quote estimate proposal approve accept decline", .about = "whether quotes can be approved (D40)") \
  FIELD (portal_settings, BOOLEAN, portal_esign, "portal.esign", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-28 000-34", \
         .title = N_ ("E-signature"), \
         .effect = N_ ("Approving a quote asks for a signature"), \
         .words = "electronic signature sign", .about = "whether approval asks for a signature") \
  FIELD (portal_settings, BOOLEAN, portal_change_requests, "portal.change_requests", .fallback = "true", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-29", \
         .title = N_ ("Change requests"), \
         .effect = N_ ("Ask for changes to a quote"), \
         .words = "quote change feedback", .about = "whether clients may ask for changes to a quote") \
  FIELD (portal_settings, BOOLEAN, portal_reviews, "portal.reviews", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_JOB, .rows = "003-10", \
         .title = N_ ("Reviews"), \
         .effect = N_ ("Asked for a review once a job is completed"), \
         .words = "reviews rating feedback stars", .about = "whether a completed job asks for a review") \
  FIELD (portal_settings, TEXT, portal_review_url, "portal.review_url", .maximum = 500, .pattern = FOYER_PATTERN_URL, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_JOB, .rows = "003-10", \
         .title = N_ ("Public review page"), \
         .effect = N_ ("Where happy clients are sent to review in public"), \
         .words = "reviews public page link", .about = "where happy clients may review in public") \
  FIELD (portal_settings, BOOLEAN, portal_photos, "portal.photos", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "000-24 001-16", \
         .title = N_ ("Photos and notes"), \
         .effect = N_ ("What was done, once you release it"), \
         .words = "photos pictures notes", .about = "whether released photos and notes are shown") \
  FIELD (portal_settings, BOOLEAN, portal_proof, "portal.proof", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "002-20 002-22", \
         .title = N_ ("Proof packs"), \
         .effect = N_ ("Reports that show what was done"), \
         .words = "proof pack report", .about = "whether proof packs are shown") \
  FIELD (portal_settings, BOOLEAN, portal_plans, "portal.plans", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "002-9 002-11", \
         .title = N_ ("Plans"), \
         .effect = N_ ("Their plan, what it covers and when it renews"), \
         .words = "plans subscriptions amc", .about = "whether plans are shown") \
  FIELD (portal_settings, BOOLEAN, portal_contracts, "portal.contracts", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, .rows = "002-1 002-18", \
         .title = N_ ("Contracts"), \
         .effect = N_ ("Their contracts and how they are kept"), \
         .words = "contracts agreements amc", .about = "whether contracts are shown")

#define FOYER_PORTAL_SETTINGS_BOOKING_FIELDS_(FIELD) \
  FIELD (portal_settings, ENUM, booking_mode, "booking.mode", .values = "off requests approve auto", \
         .fallback = "\"requests\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_NEW_BOOKINGS, .rows = "000-8 000-39 003-11", \
         .title = N_ ("Booking mode"), \
         .effect = N_ ("How clients ask for work"), \
         .words = "self-booking auto-confirm requests approve", \
         .about = "off, describe the work, take a slot that staff approve, take a slot (X4)") \
  FIELD (portal_settings, INTEGER, booking_lead_hours, "booking.lead_hours", .maximum = 720, .fallback = "24", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-36", \
         .title = N_ ("Lead time"), \
         .effect = N_ ("Hours from now to the first slot that clients can take"), \
         .words = "lead time notice ahead hours", .about = "hours between asking and the slot, at least (B09)") \
  FIELD (portal_settings, INTEGER, booking_max_days, "booking.max_days", .minimum = 1, .maximum = 365, \
         .fallback = "30", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "000-37", .title = N_ ("Days ahead"), \
         .effect = N_ ("How far ahead clients can book"), \
         .words = "max days ahead future", .about = "days ahead that can be booked (B10)") \
  FIELD (portal_settings, INTEGER, booking_max_per_day, "booking.max_per_day", .maximum = 200, .fallback = "5", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-38", \
         .title = N_ ("Bookings per day"), \
         .effect = N_ ("How many clients can book for one day; 0 means no limit"), \
         .words = "max bookings per day cap limit", .about = "bookings a day at most, 0 for no limit (B11)") \
  FIELD (portal_settings, INTEGER, booking_cancel_hours, "booking.cancel_hours", .maximum = 720, .fallback = "24", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-40", \
         .title = N_ ("Cancellation window"), \
         .effect = N_ ("Hours before a visit until which clients cancel or move it; later, they call"), \
         .words = "cancellation window cancel hours", \
         .about = "hours before a visit until which it can be cancelled (B17)") \
  FIELD (portal_settings, BOOLEAN, booking_require_property, "booking.require_property", .fallback = "true", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-41", \
         .title = N_ ("A property is required"), \
         .effect = N_ ("Clients say at which of their properties"), \
         .words = "require property address site", .about = "whether a booking must name a place (B13)") \
  FIELD (portal_settings, BOOLEAN, booking_reschedule, "booking.reschedule", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-42", \
         .title = N_ ("Clients can reschedule"), \
         .effect = N_ ("They move a visit inside the same window"), \
         .words = "rescheduling move", .about = "whether clients may move their visits (B18)") \
  FIELD (portal_settings, REFS, booking_services, "booking.services", .ref = "Service", .maximum = 500, \
         .fallback = "[]", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "000-43", .title = N_ ("Bookable services"), \
         .effect = N_ ("What clients can take a slot for"), \
         .words = "bookable services list", .about = "services that clients may book (B14)") \
  FIELD (portal_settings, BOOLEAN, booking_pending_holds, "booking.pending_holds", .fallback = "true", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "X21", \
         .title = N_ ("Pending requests hold the slot"), \
         .effect = N_ ("Nobody else can take it until you decide"), \
         .words = "pending hold slot capacity", .about = "whether undecided bookings take their place (B11)") \
  FIELD (portal_settings, INTEGER, booking_expire_hours, "booking.expire_hours", .maximum = 720, .fallback = "48", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "X21", \
         .title = N_ ("Requests expire"), \
         .effect = N_ ("Hours after which an undecided request ends; 0 means never"), \
         .words = "requests expire", .about = "hours after which an undecided booking expires, 0 for never (B21)") \
  FIELD (portal_settings, INTEGER, booking_window_minutes, "booking.window_minutes", .minimum = 15, .maximum = 720, \
         .fallback = "120", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEW_BOOKINGS, \
         .rows = "000-30", .title = N_ ("Arrival window"), \
         .effect = N_ ("Minutes of the window that clients are told"), \
         .words = "arrival time window length", \
         .about = "minutes of the arrival window that clients are told") \
  FIELD (portal_settings, INTEGER, booking_travel_minutes, "booking.travel_minutes", .maximum = 240, .fallback = "15", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .title = N_ ("Travel time"), \
         .effect = N_ ("Kept, and not used yet"), \
         .words = "travel time buffer drive", \
         .about = "minutes kept free around a visit beyond the drive itself (B05)") \
  FIELD (portal_settings, INTEGER, booking_overdue_days, "booking.overdue_days", .maximum = 365, .fallback = "30", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .title = N_ ("Overdue invoices"), \
         .effect = N_ ("Days overdue from which bookings of a client warn you; 0 means never"), \
         .words = "overdue unpaid limit", \
         .about = "days overdue from which a client's bookings warn, 0 for never (B16)") \
  FIELD (portal_settings, TEXTS, booking_decline_reasons, "booking.decline_reasons", .maximum = 20, \
         .pattern = FOYER_PATTERN_LINE, .fallback = "[]", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "X21", \
         .title = N_ ("Reasons for declining"), \
         .effect = N_ ("Offered when you decline, as clients read them; one a line"), \
         .words = "decline reasons list", .about = "reasons offered when declining, as clients read them")

#define FOYER_PORTAL_SETTINGS_ACCESS_FIELDS_(FIELD) \
  FIELD (portal_settings, ENUM, access_direct_links, "access.direct_links", .values = FOYER_DIRECT_LINKS_WORDS, \
         .fallback = "\"open\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "000-11 000-12 000-66", .title = N_ ("Direct links"), \
         .effect = N_ ("What the link in a mail is worth by itself"), \
         .words = "direct links require sign-in", \
         .about = "what a direct link is worth (X2)") \
  FIELD (portal_settings, INTEGER, access_direct_link_days, "access.direct_link_days", .minimum = 1, .maximum = 730, \
         .fallback = "90", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "000-14 000-64", .title = N_ ("Direct links live"), \
         .effect = N_ ("Days until a link in a mail no longer opens"), \
         .words = "link expiry days", .about = "days that a direct link lives") \
  FIELD (portal_settings, BOOLEAN, access_extend_while_unpaid, "access.extend_while_unpaid", .fallback = "true", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-65", \
         .title = N_ ("Keep links while unpaid"), \
         .effect = N_ ("A link stays open while the client has an unpaid invoice"), \
         .words = "auto-extend unpaid invoices", .about = "whether unpaid invoices keep links alive") \
  FIELD (portal_settings, INTEGER, access_recheck_after_days, "access.recheck_after_days", .maximum = 90, \
         .fallback = "14", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "003-6", .title = N_ ("Check again after"), \
         .effect = N_ ("Days after which a checked link asks who is there"), \
         .words = "check old link again days", .about = "days after which a checked link asks again") \
  FIELD (portal_settings, TEXTS, access_recheck_with, "access.recheck_with", .values = "email phone_last4", \
         .fallback = "[\"email\",\"phone_last4\"]", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-6", .title = N_ ("Check with"), \
         .effect = N_ ("What a checked link asks for"), \
         .words = "last four digits phone check", \
         .about = "what a checked link asks for") \
  FIELD (portal_settings, BOOLEAN, access_email_link, "access.email_link", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-15 000-16 000-17 003-23", \
         .title = N_ ("Link by email"), \
         .effect = N_ ("Clients ask for a mail that signs them in"), \
         .words = "magic link one-time sign-in mail", .about = "whether a mail with a one-time link signs in") \
  FIELD (portal_settings, INTEGER, access_email_link_minutes, "access.email_link_minutes", .minimum = 5, \
         .maximum = 1440, .fallback = "60", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .rows = "X13", .title = N_ ("Link by email lives"), \
         .effect = N_ ("Minutes until a sign-in mail is no good any more"), \
         .words = "magic link minutes", \
         .about = "minutes that a sign-in link lives") \
  FIELD (portal_settings, INTEGER, access_session_hours, "access.session_hours", .minimum = 1, .maximum = 8760, \
         .fallback = "72", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .rows = "000-18 000-19", .title = N_ ("Stay signed in"), \
         .effect = N_ ("Hours until clients sign in again"), \
         .words = "session length hours", .about = "hours that a session lasts (D20)") \
  FIELD (portal_settings, BOOLEAN, access_password, "access.password", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "001-9 004-24 004-25", \
         .title = N_ ("Password"), \
         .effect = N_ ("Whoever has a password can sign in with it"), \
         .words = "password", .about = "whether people who have a password may use it (D12)") \
  FIELD (portal_settings, TEXTS, access_invite_delivery, "access.invite_delivery", \
         .values = FOYER_INVITE_DELIVERY_WORDS, .fallback = "[\"link\",\"staff_password\",\"generated_password\"]", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEW_INVITES, \
         .rows = "004-23 004-24 004-25", .title = N_ ("Invites"), \
         .effect = N_ ("How people can be given their way in"), \
         .words = "invite delivery password link", \
         .about = "ways in which people may be invited") \
  FIELD (portal_settings, INTEGER, access_invite_days, "access.invite_days", .minimum = 1, .maximum = 90, \
         .fallback = "7", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEW_INVITES, \
         .rows = "001-38", .title = N_ ("Invites live"), \
         .effect = N_ ("Days that people have to accept an invite"), \
         .words = "invitation expiry days", .about = "days that an invite lives") \
  FIELD (portal_settings, ENUM, access_sso, "access.sso", .values = FOYER_SSO_WORDS, .fallback = "\"off\"", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "001-11 001-37", \
         .title = N_ ("Single sign-on"), \
         .effect = N_ ("Clients sign in with the account of their own company"), \
         .words = "sso single sign-on", .about = "single sign-on (D13)") \
  FIELD (portal_settings, TEXTS, access_allowed_domains, "access.allowed_domains", .maximum = 200, \
         .pattern = FOYER_PATTERN_HOST, .fallback = "[]", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-67", .title = N_ ("Allowed email domains"), \
         .effect = N_ ("Only addresses of these domains sign in; empty means any. One a line"), \
         .words = "allowed email domains restrict", \
         .about = "mail domains that may sign in, empty for any (D14)") \
  FIELD (portal_settings, BOOLEAN, access_phone_last4_alone, "access.phone_last4_alone", .fallback = "false", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-6", \
         .title = N_ ("Phone number alone"), \
         .effect = N_ ("The last four digits of their phone sign clients in"), \
         .words = "last four digits phone alone", .about = "whether the last four digits of the phone alone sign in") \
  FIELD (portal_settings, INTEGER, access_idle_hours, "access.idle_hours", .maximum = 720, .fallback = "0", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .title = N_ ("Idle limit"), \
         .effect = N_ ("Hours of silence after which clients are signed out; 0 means none"), \
         .words = "idle limit hours", .about = "idle hours after which a session ends, 0 for none") \
  FIELD (portal_settings, TEXTS, access_link_may, "access.link_may", .values = FOYER_LINK_MAY_WORDS, \
         .fallback = "[\"book\",\"message\",\"approve\",\"sign\"]", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-12 000-28", .title = N_ ("What a link allows"), \
         .effect = N_ ("What clients can do without signing in"), \
         .words = "link permissions", \
         .about = "what a link allows without signing in") \
  FIELD (portal_settings, ENUM, access_stepup_for_signing, "access.stepup_for_signing", .values = FOYER_STEP_UP_WORDS, \
         .fallback = "\"off\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, \
         .title = N_ ("Code before signing"), \
         .effect = N_ ("Clients confirm a signature with a code sent to their address"), \
         .words = "code before signing step-up", \
         .about = "whether signing asks for a code sent to the address on file") \
  FIELD (portal_settings, TEXTS, scopes_default, "scopes.default", .values = FOYER_SCOPE_WORDS, \
         .fallback = "[\"quotes\",\"visits\",\"invoices\",\"photos\",\"documents\",\"plans\",\"proof\"]", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_SIGN_IN, \
         .rows = "000-26 001-12", .title = N_ ("What clients see"), \
         .effect = N_ ("Unless a client has its own choice"), \
         .words = "scopes visible default", \
         .about = "what clients see unless they have their own scopes (D22)")

#define FOYER_PORTAL_SETTINGS_BRAND_FIELDS_(FIELD) \
  FIELD (portal_settings, TEXT, brand_name, "brand.name", .maximum = 120, .pattern = FOYER_PATTERN_LINE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "003-13", \
         .title = N_ ("Display name"), \
         .effect = N_ ("The name that clients read on the portal and in mails"), \
         .words = "display name company", .about = "display name; absent for the organisation's") \
  FIELD (portal_settings, TEXT, brand_logo, "brand.logo", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_PICTURE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-56 001-31 003-14", \
         .title = N_ ("Logo"), \
         .effect = N_ ("In the header of the portal and in mails"), \
         .words = "logo light picture", \
         .about = "logo; absent for the organisation's (D45)") \
  FIELD (portal_settings, TEXT, brand_logo_dark, "brand.logo_dark", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_PICTURE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-56", \
         .title = N_ ("Logo on dark"), \
         .effect = N_ ("Where a client’s screen is dark"), \
         .words = "logo dark picture", .about = "logo on dark ground; absent for the light one") \
  FIELD (portal_settings, TEXT, brand_banner, "brand.banner", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_PICTURE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "001-31", \
         .title = N_ ("Banner"), \
         .effect = N_ ("A wide picture at the head of the first page"), \
         .words = "banner picture header", .about = "banner of the first page") \
  FIELD (portal_settings, TEXT, brand_primary, "brand.primary", .maximum = 7, .pattern = FOYER_PATTERN_COLOUR, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-57 001-33 003-15", \
         .title = N_ ("Main colour"), \
         .effect = N_ ("Colour of the buttons"), \
         .words = "primary brand colour color hex", .about = "colour of buttons; absent for the organisation's") \
  FIELD (portal_settings, TEXT, brand_accent, "brand.accent", .maximum = 7, .pattern = FOYER_PATTERN_COLOUR, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "001-33", \
         .title = N_ ("Second colour"), \
         .effect = N_ ("Colour of the links, and of the section that is open"), \
         .words = "accent colour color", .about = "second colour; absent for the primary one") \
  FIELD (portal_settings, TEXT, brand_welcome, "brand.welcome", .maximum = 500, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-61 001-32", .title = N_ ("Welcome message"), \
         .effect = N_ ("Words on the first page"), \
         .words = "welcome message landing", \
         .about = "words on the first page") \
  FIELD (portal_settings, TEXT, brand_support_phone, "brand.support_phone", .maximum = 40, \
         .pattern = FOYER_PATTERN_PHONE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, \
         .rows = "001-32", .title = N_ ("Support phone"), \
         .effect = N_ ("The number that clients call for help"), \
         .words = "support phone contact", \
         .about = "number for help; absent for the organisation's") \
  FIELD (portal_settings, TEXT, brand_support_email, "brand.support_email", .maximum = 254, \
         .pattern = FOYER_PATTERN_EMAIL, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, \
         .rows = "001-32", .title = N_ ("Support email"), \
         .effect = N_ ("Where the answers of clients go"), \
         .words = "support email contact", \
         .about = "address for help; absent for the organisation's") \
  FIELD (portal_settings, TEXT, brand_terms_url, "brand.terms_url", .maximum = 500, .pattern = FOYER_PATTERN_URL, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-62", \
         .title = N_ ("Terms of service"), \
         .effect = N_ ("Linked at the foot of every page"), \
         .words = "terms of service link", .about = "address of the terms of service") \
  FIELD (portal_settings, TEXT, brand_privacy_url, "brand.privacy_url", .maximum = 500, .pattern = FOYER_PATTERN_URL, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-62", \
         .title = N_ ("Privacy policy"), \
         .effect = N_ ("Linked at the foot of every page"), \
         .words = "privacy policy link", .about = "address of the privacy policy") \
  FIELD (portal_settings, TEXTS, brand_social, "brand.social", .maximum = 10, .pattern = FOYER_PATTERN_URL, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-59", \
         .title = N_ ("Social profiles"), \
         .effect = N_ ("Linked at the foot of every page; one a line"), \
         .words = "social links facebook footer", .about = "social profiles; absent for the organisation's") \
  FIELD (portal_settings, TEXT, brand_css, "brand.css", .maximum = 65536, .pattern = FOYER_PATTERN_SHEET, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "000-60", \
         .title = N_ ("Custom style sheet"), \
         .effect = N_ ("CSS for the web portal only, not where clients sign in, pay or sign"), \
         .words = "custom css style sheet", \
         .about = "custom style sheet, at most 64 KiB") \
  FIELD (portal_settings, TEXT, brand_pdf_logo, "brand.pdf_logo", .blob = TRUE, \
         .maximum = 500, .pattern = FOYER_PATTERN_PICTURE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "001-34", \
         .title = N_ ("Logo on PDFs"), \
         .effect = N_ ("On invoices, quotes and statements"), \
         .words = "pdf logo print", .about = "logo on PDFs; absent for the light one") \
  FIELD (portal_settings, TEXT, brand_pdf_terms, "brand.pdf_terms", .maximum = 10000, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "001-34", .title = N_ ("Terms on PDFs"), \
         .effect = N_ ("At the foot of invoices, quotes and statements"), \
         .words = "pdf terms print", .about = "terms on PDFs")

#define FOYER_PORTAL_SETTINGS_TELLING_FIELDS_(FIELD) \
  FIELD (portal_settings, ENUM, words_quote, "words.quote", .values = "estimate proposal quotation quote", \
         .fallback = "\"estimate\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "X5", .title = N_ ("A quote is called"), \
         .effect = N_ ("Everywhere that clients read it"), \
         .words = "wording noun estimate proposal quotation", \
         .about = "what clients call a quote") \
  FIELD (portal_settings, ENUM, words_visit, "words.visit", .values = "visit appointment job service_report", \
         .fallback = "\"visit\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, \
         .rows = "X5", .title = N_ ("A visit is called"), \
         .effect = N_ ("Everywhere that clients read it"), \
         .words = "wording noun appointment job", .about = "what clients call a visit") \
  FIELD (portal_settings, ENUM, words_client, "words.client", .values = "client customer", .fallback = "\"client\"", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "X5", \
         .title = N_ ("A client is called"), \
         .effect = N_ ("Everywhere that clients read it"), \
         .words = "wording noun customer", .about = "what a client is called") \
  FIELD (portal_settings, ENUM, words_plan, "words.plan", .values = "plan subscription amc", .fallback = "\"plan\"", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "X5", \
         .title = N_ ("A plan is called"), \
         .effect = N_ ("Everywhere that clients read it"), \
         .words = "wording noun subscription amc", .about = "what clients call a plan") \
  FIELD (portal_settings, ENUM, words_contract, "words.contract", .values = "contract agreement amc", \
         .fallback = "\"contract\"", .required = TRUE, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_NEXT_PAGE, .rows = "X5", .title = N_ ("A contract is called"), \
         .effect = N_ ("Everywhere that clients read it"), \
         .words = "wording noun agreement amc", \
         .about = "what clients call a contract") \
  FIELD (portal_settings, BOOLEAN, sms_booked, "sms.booked", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-17", \
         .title = N_ ("Job booked"), \
         .effect = N_ ("A text when a visit is booked"), \
         .words = "text message job booked", .about = "text when a visit is booked (D47)") \
  FIELD (portal_settings, BOOLEAN, sms_dispatched, "sms.dispatched", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-18", \
         .title = N_ ("Technician dispatched"), \
         .effect = N_ ("A text when somebody is assigned and on the way"), \
         .words = "text message technician dispatched", .about = "text when somebody is assigned and on the way") \
  FIELD (portal_settings, BOOLEAN, sms_en_route, "sms.en_route", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-19", \
         .title = N_ ("Technician en route"), \
         .effect = N_ ("A text when they start driving"), \
         .words = "text message technician en route driving", .about = "text when they start driving") \
  FIELD (portal_settings, BOOLEAN, sms_complete, "sms.complete", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-20", \
         .title = N_ ("Work complete"), \
         .effect = N_ ("A text when the work is done"), \
         .words = "text message work complete", .about = "text when the work is done") \
  FIELD (portal_settings, BOOLEAN, sms_invoice, "sms.invoice", .fallback = "false", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "003-21", \
         .title = N_ ("Invoice sent"), \
         .effect = N_ ("A text when an invoice is sent"), \
         .words = "text message invoice sent", .about = "text when an invoice is sent") \
  FIELD (portal_settings, INTEGER, sms_quiet_from, "sms.quiet_from", .maximum = 1440, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .title = N_ ("Quiet from"), \
         .effect = N_ ("From then on no texts are sent"), \
         .words = "quiet hours night", \
         .about = "minute of the day from which no texts are sent; absent for none (D47)") \
  FIELD (portal_settings, INTEGER, sms_quiet_until, "sms.quiet_until", .maximum = 1440, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .title = N_ ("Quiet until"), \
         .effect = N_ ("From then on they are sent again"), \
         .words = "quiet hours morning", \
         .about = "minute of the day from which they are sent again") \
  FIELD (portal_settings, BOOLEAN, notify_team_booking, "notify.team.booking", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-69 000-70", \
         .title = N_ ("New booking"), \
         .effect = N_ ("Your team is told when a client books"), \
         .words = "notifications team new booking", .about = "whether the team is told of new bookings") \
  FIELD (portal_settings, BOOLEAN, notify_team_cancel, "notify.team.cancel", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-69 000-71", \
         .title = N_ ("Cancellation"), \
         .effect = N_ ("Your team is told when a client cancels"), \
         .words = "notifications team cancellation", .about = "whether the team is told of cancellations") \
  FIELD (portal_settings, BOOLEAN, notify_team_message, "notify.team.message", .fallback = "true", .required = TRUE, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "000-69 000-72", \
         .title = N_ ("New message"), \
         .effect = N_ ("Your team is told when a client writes"), \
         .words = "notifications team new message", .about = "whether the team is told of new messages") \
  FIELD (portal_settings, MAP, notify_client_defaults, "notify.client_defaults", .maximum = 50, \
         .values = FOYER_CLIENT_EVENT_WORDS, \
         .fallback = "{\"booked\":{\"email\":true,\"sms\":false},\"en_route\":{\"email\":true,\"sms\":false}," \
                     "\"done\":{\"email\":true,\"sms\":false},\"invoice\":{\"email\":true,\"sms\":false}," \
                     "\"quote\":{\"email\":true,\"sms\":false},\"message\":{\"email\":true,\"sms\":false}}", \
         .required = TRUE, .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_NEW_INVITES, .rows = "001-14", \
         .title = N_ ("Newly invited people are told of"), \
         .effect = N_ ("Each can change it in their own profile"), \
         .words = "default notification preferences email sms", \
         .about = "event (" FOYER_CLIENT_EVENT_WORDS ") to {email, sms} for the newly invited") \
  FIELD (portal_settings, TEXT, invite_leaflet, "invite.leaflet", .maximum = 500, .pattern = FOYER_PATTERN_URL, \
         .policy = FOYER_POLICY_STRICT, .applies = FOYER_APPLIES_AT_ONCE, .rows = "001-46", \
         .title = N_ ("Leaflet"), \
         .effect = N_ ("Address of a page on how to use the portal, in every invite"), \
         .words = "leaflet how to use", .about = "address of the leaflet on how to use the portal") \
  FIELD (portal_settings, TEXT, invite_note, "invite.note", .maximum = 2000, .policy = FOYER_POLICY_STRICT, \
         .applies = FOYER_APPLIES_AT_ONCE, .rows = "001-44", .title = N_ ("Words in every invite"), \
         .effect = N_ ("Every invite begins with them"), \
         .words = "invite note onboarding", \
         .about = "words that every invite begins with")

#define FOYER_PORTAL_SETTINGS_FIELDS(FIELD) \
  FOYER_PORTAL_SETTINGS_PORTAL_FIELDS_ (FIELD) \
  FOYER_PORTAL_SETTINGS_BOOKING_FIELDS_ (FIELD) \
  FOYER_PORTAL_SETTINGS_ACCESS_FIELDS_ (FIELD) \
  FOYER_PORTAL_SETTINGS_BRAND_FIELDS_ (FIELD) \
  FOYER_PORTAL_SETTINGS_TELLING_FIELDS_ (FIELD)
/* clang-format on */

FOYER_DECLARE_RECORD_TYPE (portal_settings, FOYER_PORTAL_SETTINGS_FIELDS)
