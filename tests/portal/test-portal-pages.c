/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-pages.c - every page is as it was looked at, well formed, and leads nowhere that does not exist */

#include "foyer-portal-pages.h"

#include "foyer-date.h"
#include "foyer-golden.h"
#include "foyer-json.h"
#include "foyer-portal-sample.h"
#include "foyer-portal-static.h"
#include "foyer-random.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define FREE_START "2025-11-24T17:00:00Z"

typedef enum {
  WITHOUT_LOGO,
  LIGHT_LOGO,
  BOTH_LOGOS,
} Logos;

/* A page of the sample: who asks, for what, and in which language. */
typedef struct {
  const char *name;
  const char *client_id;
  const char *person_id;
  const char *language;
  FoyerPageRequest request;
  Logos logos;
  const char *turned; /* the list whose second page this is, of three */
} Case;

static gint64
moment (const char *text)
{
  gint64 seconds = 0;

  g_assert_true (foyer_utc_parse (text, &seconds, NULL));
  return seconds;
}

#define MARIA "cl-1", "pp-1", NULL
#define MARIA_GERMAN "cl-1", "pp-1", "de"
#define TOM "cl-1", "pp-2", NULL
#define NEW_LEAF "cl-3", "pp-3", NULL
#define NOBODY NULL, NULL, NULL

static const Case cases[] = {
  { "sign-in", NOBODY, { .kind = FOYER_PAGE_SIGN_IN } },
  { "sign-in-error", NOBODY, { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_ADDRESS } },
  { "check-mail", NOBODY, { .kind = FOYER_PAGE_CHECK_MAIL } },
  { "check-mail-error",
    NOBODY,
    { .kind = FOYER_PAGE_CHECK_MAIL, .problem = FOYER_PROBLEM_CODE, .tries_left = 3 } },
  { "check-mail-over", NOBODY, { .kind = FOYER_PAGE_CHECK_MAIL, .problem = FOYER_PROBLEM_LOCKED } },
  { "sign-in-phone", NOBODY, { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_DIGITS } },
  { "confirm", NOBODY, { .kind = FOYER_PAGE_CONFIRM } },
  { "dead-link", NOBODY, { .kind = FOYER_PAGE_DEAD_LINK } },
  { "link-sent", NOBODY, { .kind = FOYER_PAGE_LINK_SENT } },
  { "phone-check", NOBODY, { .kind = FOYER_PAGE_PHONE_CHECK } },
  { "phone-check-error",
    NOBODY,
    { .kind = FOYER_PAGE_PHONE_CHECK, .problem = FOYER_PROBLEM_DIGITS, .tries_left = 3 } },
  { "phone-check-locked", NOBODY, { .kind = FOYER_PAGE_PHONE_CHECK, .problem = FOYER_PROBLEM_LOCKED } },
  { "sign-in-password", NOBODY, { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_PASSWORD } },
  { "set-password", MARIA, { .kind = FOYER_PAGE_SET_PASSWORD } },
  { "set-password-error", MARIA, { .kind = FOYER_PAGE_SET_PASSWORD, .problem = FOYER_PROBLEM_EASY } },
  { "sessions", MARIA, { .kind = FOYER_PAGE_SESSIONS } },
  { "sessions-german", MARIA_GERMAN, { .kind = FOYER_PAGE_SESSIONS } },
  { "invite", NOBODY, { .kind = FOYER_PAGE_INVITE } },
  { "invite-error",
    NOBODY,
    { .kind = FOYER_PAGE_INVITE, .problem = FOYER_PROBLEM_SHORT, .needs_password = TRUE } },
  { "invite-known", NOBODY, { .kind = FOYER_PAGE_INVITE, .problem = FOYER_PROBLEM_KNOWN } },
  { "invite-somebody-else", NOBODY, { .kind = FOYER_PAGE_INVITE, .problem = FOYER_PROBLEM_SOMEBODY_ELSE } },
  { "invite-join", NOBODY, { .kind = FOYER_PAGE_JOIN } },
  { "profile", MARIA, { .kind = FOYER_PAGE_PROFILE } },
  { "profile-german", MARIA_GERMAN, { .kind = FOYER_PAGE_PROFILE } },
  { "profile-error", MARIA, { .kind = FOYER_PAGE_PROFILE, .problem = FOYER_PROBLEM_PHONE, .phone = "none" } },
  { "profile-site-contact", "cl-1", "pp-2", NULL, { .kind = FOYER_PAGE_PROFILE } },
  { "switch", MARIA, { .kind = FOYER_PAGE_SWITCH } },
  { "unavailable", "cl-1", "pp-4", NULL, { .kind = FOYER_PAGE_HOME } },
  { "not-found", MARIA, { .kind = FOYER_PAGE_NOT_FOUND } },
  { "error", NOBODY, { .kind = FOYER_PAGE_ERROR } },
  { "look-only", MARIA, { .kind = FOYER_PAGE_LOOK_ONLY } },
  { "home", MARIA, { .kind = FOYER_PAGE_HOME } },
  { "home-logo", MARIA, { .kind = FOYER_PAGE_HOME }, LIGHT_LOGO },
  { "sign-in-logos", NOBODY, { .kind = FOYER_PAGE_SIGN_IN }, BOTH_LOGOS },
  { "home-german", MARIA_GERMAN, { .kind = FOYER_PAGE_HOME } },
  { "home-empty", "cl-3", "pp-3", NULL, { .kind = FOYER_PAGE_HOME } },
  { "home-site-contact", "cl-1", "pp-2", NULL, { .kind = FOYER_PAGE_HOME } },
  { "visits", MARIA, { .kind = FOYER_PAGE_VISITS } },
  { "visits-turned", MARIA, { .kind = FOYER_PAGE_VISITS }, .turned = "past" },
  { "visits-turned-german", MARIA_GERMAN, { .kind = FOYER_PAGE_VISITS }, .turned = "upcoming" },
  { "book-service", MARIA, { .kind = FOYER_PAGE_BOOK_SERVICE } },
  { "book-property", MARIA, { .kind = FOYER_PAGE_BOOK_PROPERTY, .service_id = "sv-1" } },
  { "book-time", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "pr-1" } },
  { "book-time-german",
    MARIA_GERMAN,
    { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "pr-1" } },
  { "book-time-taken",
    MARIA,
    { .kind = FOYER_PAGE_BOOK_CHECK, .service_id = "sv-1", .property_id = "pr-1", .start = 1 } },
  { "book-check",
    MARIA,
    { .kind = FOYER_PAGE_BOOK_CHECK, .service_id = "sv-1", .property_id = "pr-1", .note = "Ring <twice>" } },
  { "book-check-error",
    MARIA,
    { .kind = FOYER_PAGE_BOOK_CHECK,
      .service_id = "sv-1",
      .property_id = "pr-1",
      .problem = FOYER_PROBLEM_NOTE } },
  { "booking-requested", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-1" } },
  { "booking-confirmed", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-2" } },
  { "booking-declined", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-3" } },
  { "booking-other-time", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-4" } },
  { "booking-withdrawn", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-5" } },
  { "booking-expired", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-6" } },
  { "visit-upcoming", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-1" } },
  { "visit-done", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-2" } },
  { "visit-done-german", MARIA_GERMAN, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-2" } },
  { "visit-reviewed", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-3" } },
  { "visit-review-error",
    MARIA,
    { .kind = FOYER_PAGE_VISIT, .record_id = "vs-2", .problem = FOYER_PROBLEM_CHOICE } },
  { "visit-without-proof", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-4" } },
  { "visit-cancelled", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-5" } },
  { "visit-time", MARIA, { .kind = FOYER_PAGE_VISIT_TIME, .record_id = "vs-1" } },
  { "visit-time-german", MARIA_GERMAN, { .kind = FOYER_PAGE_VISIT_TIME, .record_id = "vs-1" } },
  { "visit-time-taken",
    MARIA,
    { .kind = FOYER_PAGE_VISIT_TIME, .record_id = "vs-1", .problem = FOYER_PROBLEM_TAKEN } },
  { "visit-cancel-error",
    MARIA,
    { .kind = FOYER_PAGE_VISIT, .record_id = "vs-1", .problem = FOYER_PROBLEM_NOTE } },
  { "visit-booked", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-7" } },
  { "quotes", MARIA, { .kind = FOYER_PAGE_QUOTES } },
  { "quotes-empty", NEW_LEAF, { .kind = FOYER_PAGE_QUOTES } },
  { "quote", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1" } },
  { "quote-approved", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-2" } },
  { "quote-may-not-answer", "cl-1", "pp-6", NULL, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1" } },
  { "quote-updated",
    MARIA,
    { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1", .problem = FOYER_PROBLEM_CHANGED } },
  { "quote-error", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1", .problem = FOYER_PROBLEM_NAME } },
  { "quote-ended", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-3", .problem = FOYER_PROBLEM_ENDED } },
  { "quote-german", MARIA_GERMAN, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1" } },
  { "quote-declined", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-3" } },
  { "quote-expired", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-4" } },
  { "invoices", MARIA, { .kind = FOYER_PAGE_INVOICES } },
  { "invoices-german", MARIA_GERMAN, { .kind = FOYER_PAGE_INVOICES } },
  { "invoices-turned", MARIA, { .kind = FOYER_PAGE_INVOICES }, .turned = "invoices" },
  { "invoices-empty", NEW_LEAF, { .kind = FOYER_PAGE_INVOICES } },
  { "invoice", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-1" } },
  { "invoice-german", MARIA_GERMAN, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-1" } },
  { "invoice-part-paid", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-2" } },
  { "invoice-paid", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-4" } },
  { "invoice-for-others", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-7" } },
  { "payments", MARIA, { .kind = FOYER_PAGE_PAYMENTS } },
  { "payments-empty", NEW_LEAF, { .kind = FOYER_PAGE_PAYMENTS } },
  { "statement", MARIA, { .kind = FOYER_PAGE_STATEMENT } },
  { "statement-german", MARIA_GERMAN, { .kind = FOYER_PAGE_STATEMENT } },
  { "statement-empty", NEW_LEAF, { .kind = FOYER_PAGE_STATEMENT } },
  { "messages", MARIA, { .kind = FOYER_PAGE_MESSAGES } },
  { "messages-empty", NEW_LEAF, { .kind = FOYER_PAGE_MESSAGES } },
  { "conversation", MARIA, { .kind = FOYER_PAGE_CONVERSATION, .record_id = "cv-1" } },
  { "conversation-turned",
    MARIA,
    { .kind = FOYER_PAGE_CONVERSATION, .record_id = "cv-1" },
    .turned = "messages" },
  { "conversation-german", MARIA_GERMAN, { .kind = FOYER_PAGE_CONVERSATION, .record_id = "cv-1" } },
  { "conversation-file-error",
    MARIA,
    { .kind = FOYER_PAGE_CONVERSATION, .record_id = "cv-1", .problem = FOYER_PROBLEM_FILE_KIND } },
  { "message-new", MARIA, { .kind = FOYER_PAGE_MESSAGE_NEW } },
  { "message-new-german", MARIA_GERMAN, { .kind = FOYER_PAGE_MESSAGE_NEW, .problem = FOYER_PROBLEM_EMPTY } },
  { "properties", MARIA, { .kind = FOYER_PAGE_PROPERTIES } },
  { "property", MARIA, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-1" } },
  { "property-empty", NEW_LEAF, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-6" } },
  { "plans", MARIA, { .kind = FOYER_PAGE_PLANS } },
  { "plans-empty", NEW_LEAF, { .kind = FOYER_PAGE_PLANS } },
  { "requests", MARIA, { .kind = FOYER_PAGE_REQUESTS } },
  { "requests-empty", NEW_LEAF, { .kind = FOYER_PAGE_REQUESTS } },
  { "documents", MARIA, { .kind = FOYER_PAGE_DOCUMENTS } },
  { "documents-empty", NEW_LEAF, { .kind = FOYER_PAGE_DOCUMENTS } },
  { "equipment", MARIA, { .kind = FOYER_PAGE_EQUIPMENT } },
  { "equipment-empty", NEW_LEAF, { .kind = FOYER_PAGE_EQUIPMENT } },
  { "plan", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-1" } },
  { "plan-ended", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-2" } },
  { "contract", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-1" } },
  { "request", MARIA, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-1" } },
  { "request-resolved", MARIA, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-2" } },
  { "request-preferred", MARIA, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-5" } },
  { "request-new", MARIA, { .kind = FOYER_PAGE_REQUEST_NEW } },
  { "request-new-german", MARIA_GERMAN, { .kind = FOYER_PAGE_REQUEST_NEW } },
  { "request-new-empty", MARIA, { .kind = FOYER_PAGE_REQUEST_NEW, .problem = FOYER_PROBLEM_EMPTY } },
  { "request-new-times", MARIA, { .kind = FOYER_PAGE_REQUEST_NEW, .problem = FOYER_PROBLEM_TIMES } },
  { "request-new-site-contact", TOM, { .kind = FOYER_PAGE_REQUEST_NEW } },
  { "invoice-dispute-empty",
    MARIA,
    { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-1", .problem = FOYER_PROBLEM_EMPTY } },
  { "document-to-sign", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1" } },
  { "document-to-sign-german", MARIA_GERMAN, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1" } },
  { "document-error",
    MARIA,
    { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1", .problem = FOYER_PROBLEM_AGREE } },
  { "document-updated",
    MARIA,
    { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1", .problem = FOYER_PROBLEM_CHANGED } },
  { "document-code",
    MARIA,
    { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1", .problem = FOYER_PROBLEM_CODE_SENT } },
  { "document-code-german",
    MARIA_GERMAN,
    { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1", .problem = FOYER_PROBLEM_CODE_SENT } },
  { "document-code-error",
    MARIA,
    { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-1", .problem = FOYER_PROBLEM_CODE, .tries_left = 1 } },
  { "quote-code-over",
    MARIA,
    { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1", .problem = FOYER_PROBLEM_LOCKED } },
  { "document-signed", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-3" } },
  { "machine", MARIA, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-1" } },
  { "plan-german", MARIA_GERMAN, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-1" } },
  { "requests-german", MARIA_GERMAN, { .kind = FOYER_PAGE_REQUESTS } },
  { "visits-empty", NEW_LEAF, { .kind = FOYER_PAGE_VISITS } },
  { "booking-requested-german", MARIA_GERMAN, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-1" } },
};

/* The blobs are of no bytes that anybody has; what they would be is said here. */
static void
set_logos (JsonObject *view, Logos logos)
{
  static const char *const members[] = { "logo", "logoDark" };
  static const char *const texts[] = {
    "{\"blobId\": \"BLightLogoLightLogoLightLogoLightLogoLightL0\", \"format\": \"png\","
    " \"width\": 352, \"height\": 72}",
    "{\"blobId\": \"BDarkLogoDarkLogoDarkLogoDarkLogoDarkLogoDa0\", \"format\": \"webp\","
    " \"width\": 352, \"height\": 72}",
  };
  JsonObject *organisation = foyer_json_object_object (view, "organisation");

  for (guint i = 0; i < (guint) logos; i++) {
    g_autoptr (GError) error = NULL;

    json_object_set_object_member (organisation, members[i], foyer_json_parse_object (texts[i], -1, &error));
    g_assert_no_error (error);
  }
}

/* What the page is about, as the server adds it. */
static void
add_record (FoyerPortalSample *sample, JsonObject *view, const Case *the_case)
{
  const FoyerRecordType *type = foyer_page_record_type (the_case->request.kind);
  FoyerPortalViewer viewer = {
    .client_id = the_case->client_id,
    .person_id = the_case->person_id,
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  g_autoptr (GError) error = NULL;

  if (the_case->request.kind == FOYER_PAGE_STATEMENT)
    foyer_portal_view_add_statement (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                     SAMPLE_NOW, &error);
  if (type != NULL)
    foyer_portal_view_add_record (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings, type,
                                  the_case->request.record_id, SAMPLE_NOW, &error);
  g_assert_no_error (error);
}

/* As if there were pages before and after what the sample has. What is said is shown the oldest first. */
static void
set_turned (JsonObject *view, const Case *the_case)
{
  JsonObject *record = foyer_json_object_object (view, "record");
  JsonObject *object = record != NULL ? record : view;
  JsonArray *list = the_case->turned == NULL ? NULL : foyer_json_object_array (object, the_case->turned);
  guint n = list == NULL ? 0 : json_array_get_length (list);
  guint first = record != NULL && n > 0 ? n - 1 : 0;
  JsonObject *pages;
  JsonObject *ways;

  if (n == 0)
    return;
  pages = json_object_new ();
  ways = json_object_new ();
  json_object_set_string_member (ways, "before",
                                 foyer_json_object_text (json_array_get_object_element (list, first), "id"));
  json_object_set_string_member (ways, "after",
                                 foyer_json_object_text (json_array_get_object_element (list, n - 1 - first),
                                                         "id"));
  json_object_set_object_member (pages, the_case->turned, ways);
  json_object_set_object_member (object, "pages", pages);
  json_object_set_string_member (object, "turned", the_case->turned);
}

/* Maria at New Leaf, too (X11). */
static void
add_account (FoyerPortalSample *sample, const Case *the_case)
{
  g_autoptr (FoyerRecord) maria = foyer_record_source_get (FOYER_RECORD_SOURCE (sample->source),
                                                           &foyer_portal_person_type, "pp-1", NULL);
  g_autoptr (JsonObject) json = foyer_record_to_json (maria);
  g_autofree char *text = NULL;

  if (the_case->request.kind != FOYER_PAGE_SWITCH)
    return;
  json_object_set_string_member (json, "id", "pp-9");
  json_object_set_string_member (json, "clientId", "cl-3");
  text = foyer_json_to_text (json);
  foyer_portal_sample_put (sample, &foyer_portal_person_type, text);
}

/* Signing asks Maria for a code (A7). */
static void
ask_code (FoyerPortalSample *sample, const Case *the_case)
{
  gboolean is_paper
      = the_case->request.kind == FOYER_PAGE_DOCUMENT || the_case->request.kind == FOYER_PAGE_QUOTE;

  if (is_paper
      && (the_case->request.problem == FOYER_PROBLEM_CODE_SENT
          || the_case->request.problem == FOYER_PROBLEM_CODE
          || the_case->request.problem == FOYER_PROBLEM_LOCKED))
    foyer_portal_sample_change (sample, &foyer_client_type, "cl-1", "{\"stepUp\": \"code\"}");
}

static void
add_profile (FoyerPortalSample *sample, JsonObject *view, const Case *the_case)
{
  FoyerPortalViewer viewer = {
    .client_id = the_case->client_id,
    .person_id = the_case->person_id,
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  g_autoptr (GError) error = NULL;

  if (the_case->request.kind == FOYER_PAGE_PROFILE)
    foyer_portal_view_add_profile (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                   SAMPLE_NOW, &error);
  g_assert_no_error (error);
}

static FoyerPortalPage *
make_page (FoyerPortalSample *sample, const Case *the_case, FoyerPageKind *made)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) view = NULL;
  FoyerPageRequest request = the_case->request;

  add_account (sample, the_case);
  ask_code (sample, the_case);
  view
      = foyer_portal_sample_view (sample, the_case->client_id, the_case->person_id, NULL, the_case->language);

  set_logos (view, the_case->logos);
  if (the_case->request.kind == FOYER_PAGE_SIGN_IN && the_case->request.problem == FOYER_PROBLEM_DIGITS)
    json_object_set_boolean_member (foyer_json_object_object (view, "signIn"), "phoneAlone", TRUE);
  if (request.kind == FOYER_PAGE_BOOK_CHECK && request.start == 0)
    request.start = moment (FREE_START);
  add_record (sample, view, the_case);
  add_profile (sample, view, the_case);
  set_turned (view, the_case);
  if (request.kind == FOYER_PAGE_SESSIONS) {
    FoyerPortalViewer viewer = { .client_id = the_case->client_id, .person_id = the_case->person_id };

    foyer_portal_view_add_sessions (view, FOYER_RECORD_SOURCE (sample->source), &viewer, "se-1", SAMPLE_NOW,
                                    &error);
    g_assert_no_error (error);
  }
  if (request.kind == FOYER_PAGE_VISIT_TIME)
    foyer_portal_view_add_moves (view, FOYER_RECORD_SOURCE (sample->source), sample->settings,
                                 request.record_id, SAMPLE_NOW, &error);
  g_assert_no_error (error);
  if (request.kind == FOYER_PAGE_REQUEST_NEW)
    foyer_portal_view_add_days (view, FOYER_RECORD_SOURCE (sample->source), SAMPLE_NOW, &error);
  g_assert_no_error (error);
  foyer_portal_view_add_slots (view, FOYER_RECORD_SOURCE (sample->source), sample->settings,
                               request.service_id, SAMPLE_NOW, &error);
  g_assert_no_error (error);
  return foyer_portal_page (view, &request, made);
}

static char *
text_of (FoyerPortalPage *page)
{
  gsize size;
  const char *bytes = g_bytes_get_data (foyer_portal_page_get_bytes (page), &size);

  return g_strndup (bytes, size);
}

/* The hashes in the names of static files change with every change of a style; golden pages do not. */
static char *
without_hashes (const char *html)
{
  g_autoptr (GRegex) hash = g_regex_new ("(/static/[a-z]+-)[0-9a-f]{16}", 0, 0, NULL);

  return g_regex_replace (hash, html, -1, 0, "\\1HASH", 0, NULL);
}

static void
test_golden (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPortalPage) page = make_page (sample, the_case, NULL);
  g_autofree char *html = text_of (page);
  g_autofree char *file = g_strdup_printf ("pages/%s.html", the_case->name);
  g_autofree char *found = without_hashes (html);

  foyer_assert_golden (file, found);
}

static guint
count_text (const char *html, const char *text)
{
  guint count = 0;

  for (const char *at = strstr (html, text); at != NULL; at = strstr (at + 1, text))
    count += 1;
  return count;
}

/* The values of an attribute, in order. */
static GPtrArray *
values_of (const char *html, const char *attribute)
{
  g_autofree char *pattern = g_strdup_printf (" %s=\"([^\"]*)\"", attribute);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (values, g_match_info_fetch (match, 1));
  return values;
}

static gboolean
is_known_path (const char *url)
{
  static const char *const patterns[] = {
    "^/$",
    "^#(main|menu|email|last4|code|new|note|what|why|words|name|phone|text|files)$",
    "^/(visits|quotes|invoices|payments|properties|plans|requests|documents|equipment)$",
    "^/(plans/pn|contracts/ct|requests/rq|documents/dc|equipment/eq)-[0-9]+$",
    "^/documents/dc-[0-9]+/(file|pdf)$",
    "^/visits/vs-[0-9]+/calendar$",
    "^/(quotes/qt|invoices/inv)-[0-9]+/pdf$",
    "^/statement(/pdf)?$",
    "^/(visits/vs|quotes/qt|invoices/inv|properties/pr|photos/ph)-[0-9]+$",
    "^/book(/(property|time|check))?(\\?[a-z]+=[A-Za-z0-9%:_-]+(&amp;[a-z]+=[A-Za-z0-9%:_-]+)*)?$",
    "^/requests/(new(\\?kind=[a-z]+(&amp;about=vs-[0-9]+)?)?|rq-[0-9]+/withdraw)$",
    "^/invoices/inv-[0-9]+/dispute$",
    "^/quotes/qt-[0-9]+/(approve|change|comment|decline)$",
    "^/documents/dc-[0-9]+/sign$",
    "^#(approve|name|agree)$",
    "^/visits/vs-[0-9]+/(time|move|cancel|review)$",
    "^/messages(/new(\\?about=[a-z]+-[0-9]+)?|/cv-[0-9]+)?$",
    "^/attachments/ms-[0-9]+\\.[0-9]$",
    "^/(visits|invoices|messages/cv-[0-9]+)\\?list=[a-z]+&amp;(before|after)=[a-z]+-[0-9]+$",
    "^/bookings$",
    "^/bookings/bk-[0-9]+(/(withdraw|accept|neither))?$",
    "^/sign-(in|out)$",
    "^/sign-in/(password|phone|code)$",
    "^/password$",
    "^/(profile(/notifications)?|switch)$",
    "^/sessions(/(se-[0-9]+/end|end-others))?$",
    "^/static/(portal|brand)-[0-9a-f]{16}\\.css$",
    "^/static/mark-[0-9a-f]{16}\\.svg$",
    "^/static/logo-B[0-9A-Za-z_-]{43}\\.(png|jpg|webp)$",
    "^tel:\\+?[0-9]+$",
    "^mailto:office@northwind\\.example$",
    "^https://([a-z]+\\.)?northwind\\.example/",
    "^https://www\\.facebook\\.com/northwind$",
    "^https://social\\.example/northwind$",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++) {
    if (g_regex_match_simple (patterns[i], url, 0, 0))
      return TRUE;
  }
  return FALSE;
}

static void
assert_addresses (const char *html, const char *attribute)
{
  g_autoptr (GPtrArray) urls = values_of (html, attribute);

  for (guint i = 0; i < urls->len; i++) {
    if (!is_known_path (urls->pdata[i]))
      g_error ("%s leads to %s", attribute, (const char *) urls->pdata[i]);
  }
}

/* Every id is there once, and everything that is referred to is there. */
static void
assert_references (const char *html)
{
  static const char *const referring[] = { "for", "aria-labelledby", "aria-describedby" };
  g_autoptr (GPtrArray) ids = values_of (html, "id");

  for (guint i = 0; i < ids->len; i++) {
    for (guint k = i + 1; k < ids->len; k++)
      g_assert_cmpstr (ids->pdata[i], !=, ids->pdata[k]);
  }
  for (guint r = 0; r < G_N_ELEMENTS (referring); r++) {
    g_autoptr (GPtrArray) references = values_of (html, referring[r]);

    for (guint i = 0; i < references->len; i++) {
      g_auto (GStrv) words = g_strsplit (references->pdata[i], " ", -1);

      for (guint w = 0; words[w] != NULL; w++)
        g_assert_true (g_ptr_array_find_with_equal_func (ids, words[w], g_str_equal, NULL));
    }
  }
}

/* Every end tag closes the last open one, and text holds no bracket. */
static void
assert_balanced (const char *html)
{
  static const char *const without_end[]
      = { "meta", "link", "input", "br", "source", "img", "path", "rect", "circle", NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  for (const char *at = html + strlen ("<!DOCTYPE html>"); (at = strpbrk (at, "<>")) != NULL;) {
    const char *end = strchr (at, '>');
    g_autofree char *name = NULL;

    g_assert_cmpint (*at, ==, '<');
    g_assert_nonnull (end);
    g_assert_null (memchr (at + 1, '<', (gsize) (end - at - 1)));
    if (at[1] == '/') {
      name = g_strndup (at + 2, (gsize) (end - at - 2));
      g_assert_cmpuint (open->len, >, 0);
      g_assert_cmpstr (open->pdata[open->len - 1], ==, name);
      g_ptr_array_set_size (open, (int) open->len - 1);
    } else {
      name = g_strndup (at + 1, strcspn (at + 1, " >/"));
      if (!g_strv_contains (without_end, name))
        g_ptr_array_add (open, g_steal_pointer (&name));
    }
    at = end + 1;
  }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
assert_sound (const char *html)
{
  assert_balanced (html);
  assert_references (html);
  g_assert_cmpuint (count_text (html, "<h1"), ==, 1);
  g_assert_cmpuint (count_text (html, "<main"), ==, 1);
  g_assert_cmpuint (count_text (html, "is-primary"), <=, 1);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<style"));
  g_assert_null (strstr (html, " style="));
  g_assert_null (strstr (html, "fy-ghost"));
}

static void
test_sound (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPortalPage) page = make_page (sample, &cases[i], NULL);
    g_autofree char *html = text_of (page);

    assert_sound (html);
    assert_addresses (html, "href");
    assert_addresses (html, "action");
    assert_addresses (html, "src");
    assert_addresses (html, "srcset");
    /* Each form posts and carries the token. */
    g_assert_cmpuint (count_text (html, "<form"), ==, count_text (html, "method=\"post\""));
    g_assert_cmpuint (count_text (html, "<form"), ==, count_text (html, "name=\"token\" value=\"\""));
    g_assert_cmpint (strstr (html, "<form") != NULL, ==,
                     foyer_portal_page_has_slot (page, FOYER_SLOT_FORM_TOKEN));
  }
}

static void
test_no_leak (void)
{
  static const char *const secrets[]
      = { "STAFF-ONLY", "OTHER CLIENT", "NOT BOOKABLE", "ARCHIVED", "DRAFT", "Old price", "jo@northwind" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPortalPage) page = make_page (sample, &cases[i], NULL);
    g_autofree char *html = text_of (page);

    for (guint k = 0; k < G_N_ELEMENTS (secrets); k++)
      g_assert_null (strstr (html, secrets[k]));
  }
}

static void
assert_made (FoyerPortalSample *sample, const Case *the_case, FoyerPageKind expected, guint status)
{
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = make_page (sample, the_case, &made);

  g_assert_cmpint ((int) made, ==, (int) expected);
  g_assert_cmpuint (foyer_page_status (made), ==, status);
}

static void
test_made (void)
{
  static const struct {
    Case the_case;
    FoyerPageKind made;
    guint status;
  } expected[] = {
    { { "a", NOBODY, { .kind = FOYER_PAGE_HOME } }, FOYER_PAGE_SIGN_IN, 200 },
    { { "a", "cl-1", "pp-4", NULL, { .kind = FOYER_PAGE_VISITS } }, FOYER_PAGE_UNAVAILABLE, 403 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-7" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOKING } }, FOYER_PAGE_NOT_FOUND, 404 },
    /* Of others, drafts, void, billed to somebody else, or of a site that Tom does not see. */
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "inv-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = NULL } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-8" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-2" } }, FOYER_PAGE_PROPERTY, 200 },
    { { "a", TOM, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-4" } }, FOYER_PAGE_VISIT, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-7" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-1" } }, FOYER_PAGE_MACHINE, 200 },
    { { "a", TOM, { .kind = FOYER_PAGE_INVOICES } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PAYMENTS } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_STATEMENT } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_QUOTES } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_STATEMENT } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", "cl-1", "pp-2", NULL, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-1" } },
      FOYER_PAGE_NOT_FOUND,
      404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME } }, FOYER_PAGE_BOOK_SERVICE, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-5" } }, FOYER_PAGE_BOOK_SERVICE, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "pr-5" } },
      FOYER_PAGE_BOOK_PROPERTY,
      200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "none" } },
      FOYER_PAGE_BOOK_PROPERTY,
      200 },
    { { "a",
        MARIA,
        { .kind = FOYER_PAGE_BOOK_CHECK, .service_id = "sv-1", .property_id = "pr-1", .start = 5 } },
      FOYER_PAGE_BOOK_TIME,
      200 },
    { { "a", NOBODY, { .kind = FOYER_PAGE_DEAD_LINK } }, FOYER_PAGE_DEAD_LINK, 404 },
  };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_made (sample, &expected[i].the_case, expected[i].made, expected[i].status);

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", "{\"booking.mode\": \"off\"}");
  assert_made (sample, &(Case){ "a", MARIA, { .kind = FOYER_PAGE_BOOK_SERVICE } }, FOYER_PAGE_NOT_FOUND, 404);

  /* While the portal is off every address says so (X7). */
  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", "{\"portal.enabled\": false}");
  assert_made (sample, &(Case){ "a", MARIA, { .kind = FOYER_PAGE_HOME } }, FOYER_PAGE_UNAVAILABLE, 403);
  assert_made (sample, &(Case){ "a", NOBODY, { .kind = FOYER_PAGE_SIGN_IN } }, FOYER_PAGE_UNAVAILABLE, 403);
}

/* The answer must not tell whether an address is known (000-17). */
static void
test_neutral (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPortalPage) page
      = make_page (sample, &(Case){ "a", NOBODY, { .kind = FOYER_PAGE_CHECK_MAIL } }, NULL);
  g_autoptr (GBytes) filled
      = foyer_portal_page_fill (page, FOYER_SLOT_ADDRESS, "<i>maria@hillsidedental.example");

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (filled, NULL), (gssize) g_bytes_get_size (filled),
                                  "If <b>&lt;i&gt;maria@hillsidedental.example</b> is on file"));
}

static FoyerRandom *hostile_random;

/* Puts markup, quotes and odd bytes into every free text of a record. */
static void
make_hostile (const FoyerRecordType *type, JsonObject *json)
{
  static const char *const pieces[] = {
    "<script>", "</title>",  "</textarea>", "\"",     "'", "&",    ">", "-->",
    "{name}",   "{service}", "javascript:", "\u202e", "ü", "日本", " ",
  };

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    GString *text;

    /* Hashes, which nobody types, have a length. */
    if (field->kind != FOYER_KIND_TEXT || field->minimum > 1
        || (field->pattern != FOYER_PATTERN_ANY && field->pattern != FOYER_PATTERN_LINE)
        || !json_object_has_member (json, field->name))
      continue;
    text = g_string_new ("x");
    for (guint k = 0; k < 5; k++)
      g_string_append (text, pieces[foyer_random_below (hostile_random, G_N_ELEMENTS (pieces))]);
    if (g_utf8_strlen (text->str, -1) > field->maximum)
      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, field->maximum) - text->str));
    json_object_set_string_member (json, field->name, text->str);
    g_string_free (text, TRUE);
  }
}

static void
test_hostile (void)
{
  guint rounds = g_test_slow () ? 40 : 2;

  hostile_random = foyer_random_new_seeded (7);
  for (guint round = 0; round < rounds; round++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (make_hostile);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
      g_autoptr (FoyerPortalPage) page = make_page (sample, &cases[i], NULL);
      g_autofree char *html = text_of (page);

      assert_sound (html);
      assert_addresses (html, "href");
    }
  }
  g_clear_object (&hostile_random);
}

static void
test_static (void)
{
  g_autofree char *style = foyer_portal_static_path (FOYER_STATIC_STYLE, 0x1e7d4f);
  g_autofree char *brand = foyer_portal_static_path (FOYER_STATIC_BRAND, 0x1e7d4f);
  const char *type = NULL;
  g_autoptr (GBytes) bytes = foyer_portal_static_find (style, 0x1e7d4f, &type);
  g_autoptr (GBytes) other = foyer_portal_static_find (brand, 0x1e7d50, &type);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 20000);
  g_assert_cmpstr (type, ==, "text/css; charset=utf-8");
  g_assert_null (other);
  g_assert_null (foyer_portal_static_find ("/static/portal-.css", 0, &type));
  g_assert_null (foyer_portal_static_find ("/static/../portal.css", 0, &type));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/portal/pages/golden/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_golden);
  }
  g_test_add_func ("/portal/pages/sound-and-without-dead-links", test_sound);
  g_test_add_func ("/portal/pages/nothing-of-others-or-of-staff", test_no_leak);
  g_test_add_func ("/portal/pages/what-is-not-allowed-becomes-another-page", test_made);
  g_test_add_func ("/portal/pages/neutral-answer", test_neutral);
  g_test_add_func ("/portal/pages/hostile-records", test_hostile);
  g_test_add_func ("/portal/pages/static-files", test_static);

  return g_test_run ();
}
