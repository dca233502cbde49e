/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-cases.c - the pages of the sample, in every state that was looked at */

#include "foyer-portal-cases.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#define FREE_START "2025-11-24T17:00:00Z"

#define OTHER_WORDS \
  "{\"words.client\": \"customer\", \"words.plan\": \"subscription\", \"words.contract\": \"agreement\"}"
#define AMC_WORDS "{\"words.plan\": \"amc\", \"words.contract\": \"amc\"}"

static gint64
moment (const char *text)
{
  gint64 seconds = 0;

  g_assert_true (foyer_utc_parse (text, &seconds, NULL));
  return seconds;
}

const FoyerPortalCase foyer_portal_cases[] = {
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
  { "look-only-words", MARIA, { .kind = FOYER_PAGE_LOOK_ONLY }, .settings = OTHER_WORDS },
  { "home", MARIA, { .kind = FOYER_PAGE_HOME } },
  { "home-logo", MARIA, { .kind = FOYER_PAGE_HOME }, LIGHT_LOGO },
  { "sign-in-logos", NOBODY, { .kind = FOYER_PAGE_SIGN_IN }, BOTH_LOGOS },
  { "home-banner", MARIA, { .kind = FOYER_PAGE_HOME }, LOGOS_AND_BANNER },
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
  { "plans-words", MARIA, { .kind = FOYER_PAGE_PLANS }, .settings = OTHER_WORDS },
  { "plans-words-german", MARIA_GERMAN, { .kind = FOYER_PAGE_PLANS }, .settings = OTHER_WORDS },
  { "plans-words-amc", MARIA, { .kind = FOYER_PAGE_PLANS }, .settings = AMC_WORDS },
  { "plans-words-empty", NEW_LEAF, { .kind = FOYER_PAGE_PLANS }, .settings = OTHER_WORDS },
  { "plans-words-amc-empty", NEW_LEAF, { .kind = FOYER_PAGE_PLANS }, .settings = AMC_WORDS },
  { "requests", MARIA, { .kind = FOYER_PAGE_REQUESTS } },
  { "requests-empty", NEW_LEAF, { .kind = FOYER_PAGE_REQUESTS } },
  { "documents", MARIA, { .kind = FOYER_PAGE_DOCUMENTS } },
  { "documents-empty", NEW_LEAF, { .kind = FOYER_PAGE_DOCUMENTS } },
  { "equipment", MARIA, { .kind = FOYER_PAGE_EQUIPMENT } },
  { "equipment-empty", NEW_LEAF, { .kind = FOYER_PAGE_EQUIPMENT } },
  { "plan", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-1" } },
  { "plan-ended", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-2" } },
  { "contract", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-1" } },
  { "plan-words", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-1" }, .settings = OTHER_WORDS },
  { "contract-words-german",
    MARIA_GERMAN,
    { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-1" },
    .settings = OTHER_WORDS },
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

const guint foyer_n_portal_cases = G_N_ELEMENTS (foyer_portal_cases);

/* The blobs are of no bytes that anybody has; what they would be is said here. */
static void
set_logos (JsonObject *view, FoyerCaseLogos logos)
{
  static const char *const members[] = { "logo", "logoDark", "banner" };
  static const char *const texts[] = {
    "{\"blobId\": \"BLightLogoLightLogoLightLogoLightLogoLightL0\", \"format\": \"png\","
    " \"width\": 352, \"height\": 72}",
    "{\"blobId\": \"BDarkLogoDarkLogoDarkLogoDarkLogoDarkLogoDa0\", \"format\": \"webp\","
    " \"width\": 352, \"height\": 72}",
    "{\"blobId\": \"BBannerBannerBannerBannerBannerBannerBanner0\", \"format\": \"jpg\","
    " \"width\": 1600, \"height\": 400}",
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
add_record (FoyerPortalSample *sample, JsonObject *view, const FoyerPortalCase *the_case)
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
set_turned (JsonObject *view, const FoyerPortalCase *the_case)
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
add_account (FoyerPortalSample *sample, const FoyerPortalCase *the_case)
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
ask_code (FoyerPortalSample *sample, const FoyerPortalCase *the_case)
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
add_profile (FoyerPortalSample *sample, JsonObject *view, const FoyerPortalCase *the_case)
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

FoyerPortalPage *
foyer_portal_case_page (FoyerPortalSample *sample, const FoyerPortalCase *the_case, FoyerPageKind *made)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) view = NULL;
  FoyerPageRequest request = the_case->request;

  if (the_case->settings != NULL)
    foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", the_case->settings);
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

char *
foyer_portal_case_text (FoyerPortalPage *page)
{
  gsize size;
  const char *bytes = g_bytes_get_data (foyer_portal_page_get_bytes (page), &size);

  return g_strndup (bytes, size);
}

/* The hashes in the names of static files change with every change of a style; golden pages do not. */
char *
foyer_without_hashes (const char *html)
{
  g_autoptr (GRegex) hash = g_regex_new ("(/static/[a-z]+-)[0-9a-f]{16}", 0, 0, NULL);

  return g_regex_replace (hash, html, -1, 0, "\\1HASH", 0, NULL);
}
