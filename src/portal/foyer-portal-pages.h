/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-page.h"
#include "foyer-portal-view.h"

#include "foyer-record-type.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerPageKind:
 * @FOYER_PAGE_SIGN_IN: `/sign-in`, and `/` for those who are not signed in: asks for an address, posts `email` to
 *   `/sign-in`, `email` and `password` to `/sign-in/password`, or `email` and `last4` to `/sign-in/phone`
 * @FOYER_PAGE_CHECK_MAIL: the neutral answer to that, the same whether or not the address is known (000-17); posts `code` to
 *   `/sign-in/code`; fills %FOYER_SLOT_ADDRESS
 * @FOYER_PAGE_CONFIRM: a sign-in link was opened; posts `confirm` to its own address, so that mail scanners
 *   use up nothing
 * @FOYER_PAGE_DEAD_LINK: "This link no longer works", for every dead secret the same; posts to its own address
 * @FOYER_PAGE_LINK_SENT: the neutral answer to that
 * @FOYER_PAGE_PHONE_CHECK: an old link asks who opens it; posts `last4` to its own address, and nothing for a mail instead
 * @FOYER_PAGE_INVITE: an invite was opened; posts `register` to its own address, with `new` and `again` or with `without`; fills
 *   %FOYER_SLOT_ADDRESS and %FOYER_SLOT_CLIENT
 * @FOYER_PAGE_JOIN: the same for somebody who is signed in with that address already; posts `register`
 * @FOYER_PAGE_UNAVAILABLE: the portal is off, or not open to this client
 * @FOYER_PAGE_NOT_FOUND: there is no such page, or the viewer may not see it
 * @FOYER_PAGE_ERROR: something failed; fills %FOYER_SLOT_REFERENCE
 * @FOYER_PAGE_LOOK_ONLY: staff who look at the portal tried to do something
 * @FOYER_PAGE_LOOK_ONLY: staff who look at the portal tried to do something
 * @FOYER_PAGE_HOME: `/`
 * @FOYER_PAGE_PROFILE: `/profile`; its view has a profile; posts `name`, `phone` and `language` there, and events to
 *   `/profile/notifications`
 * @FOYER_PAGE_SWITCH: `/switch`, for those who have several accounts; posts `account` there
 * @FOYER_PAGE_VISITS: `/visits`
 * @FOYER_PAGE_SET_PASSWORD: `/password`; posts `new` and `again` there; fills %FOYER_SLOT_ADDRESS
 * @FOYER_PAGE_SESSIONS: `/sessions`; its view has sessions; posts to `/sessions/ID/end` and `/sessions/end-others`
 * @FOYER_PAGE_BOOK_SERVICE: `/book`; posts `service` to `/book/property`
 * @FOYER_PAGE_BOOK_PROPERTY: `/book/property`; posts `service`, `property` to `/book/time`
 * @FOYER_PAGE_BOOK_TIME: `/book/time`; posts `service`, `property`, `start` to `/book/check`; its view has slots
 * @FOYER_PAGE_BOOK_CHECK: `/book/check`; posts `service`, `property`, `start`, `note` to `/bookings`; its view has slots
 * @FOYER_PAGE_BOOKING: `/bookings/ID`; posts to `/bookings/ID/withdraw`, `offer` (0, 1 or 2) to `/bookings/ID/accept`, and to
 *   `/bookings/ID/neither` if no offered time suits
 * @FOYER_PAGE_QUOTES: `/quotes`
 * @FOYER_PAGE_QUOTE: `/quotes/ID`; posts `version`, `paper`, `agree`, `name`, `email` to `/quotes/ID/approve`, `why`, `decline` to
 *   `/quotes/ID/decline`, `change` to `/quotes/ID/change`, `comment` to `/quotes/ID/comment`
 * @FOYER_PAGE_INVOICES: `/invoices`
 * @FOYER_PAGE_INVOICE: `/invoices/ID`; posts `what` to `/invoices/ID/dispute`
 * @FOYER_PAGE_PAYMENTS: `/payments`
 * @FOYER_PAGE_PROPERTIES: `/properties`
 * @FOYER_PAGE_PROPERTY: `/properties/ID`
 * @FOYER_PAGE_VISIT: `/visits/ID`; posts `why` to `/visits/ID/cancel`, and `rating` and `words` to `/visits/ID/review`
 * @FOYER_PAGE_VISIT_TIME: `/visits/ID/time`; posts `start` and `note` to `/visits/ID/move`; its view has the times
 * @FOYER_PAGE_PLANS: `/plans`
 * @FOYER_PAGE_REQUESTS: `/requests`
 * @FOYER_PAGE_DOCUMENTS: `/documents`
 * @FOYER_PAGE_EQUIPMENT: `/equipment`
 * @FOYER_PAGE_PLAN: `/plans/ID`
 * @FOYER_PAGE_CONTRACT: `/contracts/ID`
 * @FOYER_PAGE_REQUEST: `/requests/ID`
 * @FOYER_PAGE_REQUEST_NEW: `/requests/new`, with `kind`, `site` and `about` in its query; posts these and `service`, `what`, `urgent` and one
 *   field for each time that suits to `/requests`; its view has days
 * @FOYER_PAGE_DOCUMENT: `/documents/ID`; posts `paper`, `agree`, `name`, `email` to `/documents/ID/sign`
 * @FOYER_PAGE_MACHINE: `/equipment/ID`
 * @FOYER_PAGE_STATEMENT: `/statement`; its view has a statement
 * @FOYER_PAGE_MESSAGES: `/messages`
 * @FOYER_PAGE_MESSAGE_NEW: `/messages/new`, with `about` for a message about a record, which its view then has; posts `about`, `subject`,
 *   `text` and `files` to `/messages`
 * @FOYER_PAGE_CONVERSATION: `/messages/ID`; posts `text` and `files` to its own address
 *
 * The pages of the portal. One about a record needs a view to which that was added (foyer_portal_view_add_record()). Those of booking take earlier choices from the query of a GET or the form of a POST alike. Every form
 * carries the field `token` with %FOYER_SLOT_FORM_TOKEN; signing out posts to `/sign-out`.
 */
typedef enum {
  FOYER_PAGE_SIGN_IN,
  FOYER_PAGE_CHECK_MAIL,
  FOYER_PAGE_CONFIRM,
  FOYER_PAGE_DEAD_LINK,
  FOYER_PAGE_LINK_SENT,
  FOYER_PAGE_PHONE_CHECK,
  FOYER_PAGE_INVITE,
  FOYER_PAGE_JOIN,
  FOYER_PAGE_UNAVAILABLE,
  FOYER_PAGE_NOT_FOUND,
  FOYER_PAGE_ERROR,
  FOYER_PAGE_HOME,
  FOYER_PAGE_SET_PASSWORD,
  FOYER_PAGE_SESSIONS,
  FOYER_PAGE_PROFILE,
  FOYER_PAGE_SWITCH,
  FOYER_PAGE_VISITS,
  FOYER_PAGE_BOOK_SERVICE,
  FOYER_PAGE_BOOK_PROPERTY,
  FOYER_PAGE_BOOK_TIME,
  FOYER_PAGE_BOOK_CHECK,
  FOYER_PAGE_BOOKING,
  FOYER_PAGE_QUOTES,
  FOYER_PAGE_QUOTE,
  FOYER_PAGE_INVOICES,
  FOYER_PAGE_INVOICE,
  FOYER_PAGE_PAYMENTS,
  FOYER_PAGE_PROPERTIES,
  FOYER_PAGE_PROPERTY,
  FOYER_PAGE_VISIT,
  FOYER_PAGE_PLANS,
  FOYER_PAGE_REQUESTS,
  FOYER_PAGE_DOCUMENTS,
  FOYER_PAGE_EQUIPMENT,
  FOYER_PAGE_PLAN,
  FOYER_PAGE_CONTRACT,
  FOYER_PAGE_REQUEST,
  FOYER_PAGE_DOCUMENT,
  FOYER_PAGE_MACHINE,
  FOYER_PAGE_REQUEST_NEW,
  FOYER_PAGE_STATEMENT,
  FOYER_PAGE_VISIT_TIME,
  FOYER_PAGE_MESSAGES,
  FOYER_PAGE_MESSAGE_NEW,
  FOYER_PAGE_CONVERSATION,
  FOYER_PAGE_LOOK_ONLY,

  FOYER_N_PAGE_KINDS, /* none of them */
} FoyerPageKind;

/**
 * FoyerPageProblem:
 * @FOYER_PROBLEM_NONE: the page is new
 * @FOYER_PROBLEM_ADDRESS: what was typed is not an email address
 * @FOYER_PROBLEM_CHOICE: nothing was chosen, or something that is not offered
 * @FOYER_PROBLEM_TAKEN: somebody else has just taken that time
 * @FOYER_PROBLEM_NOTE: the note is too long
 * @FOYER_PROBLEM_CHANGED: the booking has changed meanwhile, or what was to be signed
 * @FOYER_PROBLEM_DIGITS: they are not the last of the phone number on file
 * @FOYER_PROBLEM_CODE: it is not the code that was mailed
 * @FOYER_PROBLEM_CODE_SENT: nothing is wrong: a code was mailed, and is to be typed now
 * @FOYER_PROBLEM_LOCKED: that was said too often
 * @FOYER_PROBLEM_PASSWORD: address and password do not belong together
 * @FOYER_PROBLEM_SHORT: the new password is too short, or far too long
 * @FOYER_PROBLEM_EASY: it is among those that are tried first
 * @FOYER_PROBLEM_DIFFERENT: it was not typed the same twice
 * @FOYER_PROBLEM_KNOWN: somebody signs in with that address already, and must do so first
 * @FOYER_PROBLEM_SOMEBODY_ELSE: the browser is signed in as another person
 * @FOYER_PROBLEM_FILES_MANY: more files than a form may have
 * @FOYER_PROBLEM_FILE_LONG: a file is too long
 * @FOYER_PROBLEM_FILE_EMPTY: a file has no bytes
 * @FOYER_PROBLEM_FILE_KIND: a file is of no kind that is taken
 * @FOYER_PROBLEM_FILE_PICTURE: a picture is damaged or too large
 * @FOYER_PROBLEM_FILES_ROOM: the client has brought in as much as they may
 * @FOYER_PROBLEM_EMPTY: there are no words
 * @FOYER_PROBLEM_TIMES: more times than may be named
 * @FOYER_PROBLEM_PHONE: it is no phone number
 * @FOYER_PROBLEM_NAME: there is no name, or it is none
 * @FOYER_PROBLEM_AGREE: the box was not ticked
 * @FOYER_PROBLEM_ENDED: it cannot be done any more, or not by this viewer
 * @FOYER_PROBLEM_OFTEN: the client has sent as much as may be sent in a short time; said at the top of any page
 *
 * Why a form came back.
 */
typedef enum {
  FOYER_PROBLEM_NONE,
  FOYER_PROBLEM_ADDRESS,
  FOYER_PROBLEM_CHOICE,
  FOYER_PROBLEM_TAKEN,
  FOYER_PROBLEM_NOTE,
  FOYER_PROBLEM_CHANGED,
  FOYER_PROBLEM_DIGITS,
  FOYER_PROBLEM_CODE,
  FOYER_PROBLEM_CODE_SENT,
  FOYER_PROBLEM_LOCKED,
  FOYER_PROBLEM_PASSWORD,
  FOYER_PROBLEM_SHORT,
  FOYER_PROBLEM_EASY,
  FOYER_PROBLEM_DIFFERENT,
  FOYER_PROBLEM_KNOWN,
  FOYER_PROBLEM_SOMEBODY_ELSE,
  FOYER_PROBLEM_NAME,
  FOYER_PROBLEM_PHONE,
  FOYER_PROBLEM_FILES_MANY,
  FOYER_PROBLEM_FILE_LONG,
  FOYER_PROBLEM_FILE_EMPTY,
  FOYER_PROBLEM_FILE_KIND,
  FOYER_PROBLEM_FILE_PICTURE,
  FOYER_PROBLEM_FILES_ROOM,
  FOYER_PROBLEM_EMPTY,
  FOYER_PROBLEM_TIMES,
  FOYER_PROBLEM_AGREE,
  FOYER_PROBLEM_ENDED,
  FOYER_PROBLEM_OFTEN,
} FoyerPageProblem;

/* What stands for the site of a booking that names none. */
#define FOYER_NO_PROPERTY "none"

/**
 * FoyerPageRequest:
 * @kind: the page
 * @record_id: (nullable): what the page is about
 * @service_id: (nullable): chosen so far
 * @property_id: (nullable): chosen so far; %FOYER_NO_PROPERTY for none where a site is not required
 * @start: seconds since 1970, chosen so far, or 0
 * @note: (nullable): typed so far
 * @typed: (nullable) (element-type utf8 utf8): what was typed and chosen so far, by the names of fields, for forms with many
 * @problem: why the form came back
 * @tries_left: of %FOYER_PAGE_PHONE_CHECK, and of codes and digits that were wrong
 * @name: (nullable): typed so far on %FOYER_PAGE_PROFILE
 * @phone: (nullable): the same
 * @needs_password: of %FOYER_PAGE_INVITE: whether nobody registers without one
 *
 * What is asked for, beyond the view. Names of form fields: `service`, `property`, `start` (a UTCDate), `note`.
 */
typedef struct {
  FoyerPageKind kind;
  const char *record_id;
  const char *service_id;
  const char *property_id;
  gint64 start;
  const char *note;
  GHashTable *typed;
  FoyerPageProblem problem;
  guint tries_left;
  const char *name;
  const char *phone;
  gboolean needs_password;
} FoyerPageRequest;

/**
 * foyer_portal_page:
 * @view: from foyer_portal_view()
 *
 * Makes a page of a view. Gates and errors need a view of nobody only. A page that the view does not allow becomes
 * %FOYER_PAGE_SIGN_IN, %FOYER_PAGE_UNAVAILABLE or %FOYER_PAGE_NOT_FOUND, and a step of booking whose earlier choices are missing
 * becomes the first step that lacks one, saying so if a time has just been taken; @made tells which.
 *
 * Returns: (transfer full): the page
 */
FoyerPortalPage *foyer_portal_page (JsonObject *view, const FoyerPageRequest *request, FoyerPageKind *made);

/**
 * foyer_portal_page_choose:
 *
 * Returns: the page that foyer_portal_page() would make of it
 */
FoyerPageKind foyer_portal_page_choose (JsonObject *view, const FoyerPageRequest *request);

/**
 * foyer_page_status:
 *
 * Returns: the HTTP status of a page: 404 for dead links and what is not found, 403 for a closed portal, 500 for errors, else 200
 */
guint foyer_page_status (FoyerPageKind kind);

/**
 * foyer_page_parts:
 *
 * Returns: what a page of that kind shows of the view, and every page that may be made in its place
 */
FoyerViewParts foyer_page_parts (FoyerPageKind kind);

/**
 * foyer_page_record_type:
 *
 * Returns: (nullable): the type of the record that a page of that kind is about and that its view must have got
 */
const FoyerRecordType *foyer_page_record_type (FoyerPageKind kind);

/**
 * foyer_page_about_types:
 *
 * Returns: (nullable) (array zero-terminated=1): the types of what the form of that page can be about, its field `about`; %NULL if it is about
 *   nothing
 */
const FoyerRecordType *const *foyer_page_about_types (FoyerPageKind kind);

/**
 * foyer_page_takes_query:
 *
 * Returns: whether the address of that page carries choices; all others take nothing from theirs
 */
gboolean foyer_page_takes_query (FoyerPageKind kind);

/**
 * foyer_page_find_list:
 * @name: (nullable): from outside; %NULL for any
 *
 * Returns: (nullable): the name of the list, if a page of that kind shows it page by page. The query of such a page may hold `list`, and
 *   `before` or `after` with the id of a record in it (#FoyerListPlace)
 */
const char *foyer_page_find_list (FoyerPageKind kind, const char *name);

G_END_DECLS
