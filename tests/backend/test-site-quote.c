/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-quote.c - clients approve, sign, decline and ask for changes; and what they cannot do (reliability.md §2.6, E) */

#include "test-site-papers.h"

#include "foyer-json.h"
#include "foyer-signature-chain.h"
#include "types/audit_event.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/document.h"
#include "types/message.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/request.h"
#include "types/signature.h"

#include <string.h>

static FoyerHttpResponse *
approve (TestBrowser *browser, const char *more)
{
  g_autofree char *form = test_papers_fill_form (browser, TEST_QUOTE_PATH, more);

  return test_browser_post (browser, TEST_QUOTE_PATH "/approve", form);
}

static FoyerRecord *
get_quote (TestPapers *self)
{
  return foyer_test_server_get (self->site.server, "northwind", "qt-1");
}

/* --- What clients do --- */

static void
test_approve_and_sign (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = approve (self->site.browser, TEST_NAMED);
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerRecord) quote = get_quote (self);
  g_autoptr (FoyerRecord) version = foyer_test_server_get (self->site.server, "northwind", "qv-1");
  g_autoptr (FoyerRecord) signature = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *hash = NULL;

  test_assert_goes (answer, TEST_QUOTE_PATH);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_APPROVED);
  g_assert_cmpint (foyer_quote_get_decided_via (quote), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpstr (foyer_quote_get_decided_name (quote), ==, "Ellen Ruiz");
  g_assert_cmpint (foyer_quote_get_decided_at (quote), ==, TEST_SERVER_NOW);

  signature = test_papers_get_only (self, &foyer_signature_type);
  json = foyer_record_to_json (signature);
  hash = foyer_signature_hash (json);
  g_assert_cmpstr (foyer_signature_get_subject_id (signature), ==, TEST_ID ("qv", "1"));
  g_assert_cmpstr (foyer_signature_get_content_hash (signature), ==,
                   foyer_quote_version_get_content_hash (version));
  g_assert_cmpstr (foyer_signature_get_email (signature), ==, "ellen@ruiz.example");
  g_assert_cmpstr (foyer_signature_get_consent (signature), ==,
                   "I have read this estimate and approve it for Ellen Ruiz.");
  g_assert_cmpstr (foyer_signature_get_link_id (signature), ==, TEST_ID ("pl", "1"));
  g_assert_nonnull (foyer_signature_get_session_id (signature));
  g_assert_cmpint (foyer_signature_get_signed_at (signature), ==, TEST_SERVER_NOW);
  g_assert_cmpint (foyer_signature_get_sequence (signature), ==, 1);
  g_assert_cmpstr (foyer_signature_get_hash (signature), ==, hash);

  page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);
  g_assert_nonnull (strstr (test_body (page), "Approved and signed"));
  g_assert_null (strstr (test_body (page), TEST_QUOTE_PATH "/approve"));
}

/* Each signature holds on to the one before, whatever was signed. */
static void
test_sign_document (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) approved = approve (self->site.browser, TEST_NAMED);
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_DOCUMENT_PATH, TEST_NAMED);
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
  g_autoptr (FoyerRecord) contract = foyer_test_server_get (self->site.server, "northwind", "ct-1");
  g_autoptr (FoyerHttpResponse) list = NULL;

  test_assert_status (approved, 303);
  test_assert_goes (answer, TEST_DOCUMENT_PATH);
  test_assert_goes (again, TEST_DOCUMENT_PATH);
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 2);
  g_assert_cmpint (foyer_contract_get_status (contract), ==, FOYER_CONTRACT_ACTIVE);
  g_assert_cmpint (foyer_contract_get_signed_at (contract), ==, TEST_SERVER_NOW);
  list = test_browser_get (self->site.browser, "/documents");
  g_assert_null (strstr (test_body (list), "Your signature needed"));
  {
    g_autoptr (GPtrArray) signatures
        = foyer_test_server_list (self->site.server, "northwind", &foyer_signature_type);

    guint last = foyer_signature_get_sequence (signatures->pdata[1]) == 2 ? 1 : 0;

    g_assert_cmpint (foyer_signature_get_sequence (signatures->pdata[last]), ==, 2);
    g_assert_cmpstr (foyer_signature_get_previous_hash (signatures->pdata[last]), ==,
                     foyer_signature_get_hash (signatures->pdata[1 - last]));
  }
}

static void
test_decline (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) answer = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/decline",
                                                            "why=price&decline=Next+year%2C+maybe");
  g_autoptr (FoyerRecord) quote = get_quote (self);

  test_assert_goes (answer, TEST_QUOTE_PATH);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_DECLINED);
  g_assert_cmpstr (foyer_quote_get_answer (quote), ==, "The price. Next year, maybe");
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);
}

/* 000-29: the office finds it among the requests, with the quote. */
static void
test_ask_for_change (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) empty
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/change", "change=+");
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/change", "change=On+a+Saturday%3F");
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/change", "change=On+a+Saturday%3F");
  g_autoptr (FoyerRecord) quote = get_quote (self);
  g_autoptr (FoyerRecord) request = NULL;

  test_assert_status (empty, 200);
  g_assert_nonnull (strstr (test_body (empty), "Please write what you want to tell us."));
  test_assert_goes (answer, TEST_QUOTE_PATH);
  test_assert_goes (again, TEST_QUOTE_PATH);
  request = test_papers_get_only (self, &foyer_request_type);
  g_assert_cmpint (foyer_request_get_kind (request), ==, FOYER_REQUEST_CHANGE);
  g_assert_cmpstr (foyer_request_get_about_id (request), ==, TEST_QUOTE);
  g_assert_cmpstr (foyer_request_get_body (request), ==, "On a Saturday?");
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_CHANGES);
  g_assert_cmpstr (foyer_quote_get_answer (quote), ==, "On a Saturday?");
}

/* 001-17: it lands in the inbox, in one conversation about the quote. */
static void
test_comment (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) empty
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/comment", "comment=");
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/comment", "comment=Is+it+loud%3F");
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/comment", "comment=Is+it+loud%3F");
  g_autoptr (FoyerHttpResponse) second
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/comment", "comment=And+how+large%3F");
  g_autoptr (FoyerRecord) conversation = NULL;
  g_autoptr (FoyerRecord) quote = get_quote (self);

  test_assert_status (empty, 200);
  test_assert_status (answer, 303);
  test_assert_status (again, 303);
  test_assert_status (second, 303);
  conversation = test_papers_get_only (self, &foyer_conversation_type);
  g_assert_cmpstr (foyer_conversation_get_about_id (conversation), ==, TEST_QUOTE);
  g_assert_cmpstr (foyer_conversation_get_subject (conversation), ==, "New unit");
  g_assert_cmpuint (test_papers_count (self, &foyer_message_type), ==, 2);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_SENT);
}

static void
test_a_form_that_lacks_something_comes_back (TestPapers *self, gconstpointer data)
{
  static const struct {
    const char *more;
    const char *takes_away; /* (nullable) */
    const char *says;
  } rows[] = {
    { "name=&email=ellen%40ruiz.example", NULL, "Type your full name to sign" },
    { "name=+++&email=ellen%40ruiz.example", NULL, "Type your full name to sign" },
    { "name=Ellen%0ARuiz&email=ellen%40ruiz.example", NULL, "Type your full name to sign" },
    { "name=Ellen+Ruiz&email=nobody", NULL, "Enter your email address" },
    { "name=Ellen+Ruiz", NULL, "Enter your email address" },
    { TEST_NAMED, "&agree=", "Tick the box to agree" },
  };
  g_autofree char *before = NULL;

  /* A look is written down once. */
  g_clear_pointer (&before, g_free);
  before = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_free (before);
  before = test_site_dump (&self->site);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, rows[i].more);
    char *gone = rows[i].takes_away == NULL ? NULL : strstr (form, rows[i].takes_away);
    g_autoptr (FoyerHttpResponse) answer = NULL;

    if (gone != NULL)
      gone[1] = 'x';
    answer = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
    test_assert_status (answer, 200);
    g_assert_nonnull (strstr (test_body (answer), rows[i].says));
    test_site_assert_unchanged (&self->site, before);
  }
}

/* Without signatures a known person needs no name, and nothing is signed. */
static void
test_approve_without_signature (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) ellen = test_papers_sign_in (self, "pl-5", "pp-1");
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerRecord) quote = NULL;

  test_papers_change_settings (self, "'portal.esign': false");
  answer = approve (ellen, "x=1");
  test_assert_goes (answer, TEST_QUOTE_PATH);
  quote = get_quote (self);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_APPROVED);
  g_assert_cmpstr (foyer_quote_get_decided_name (quote), ==, "Ellen Ruiz");
  g_assert_cmpstr (foyer_quote_get_decided_by (quote), ==, TEST_ID ("pp", "1"));
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);
}

/* The office sees that it was looked at: in the history once a version, and never by looking ahead. */
static void
test_viewed (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpRequest) ahead = test_browser_request (self->site.browser, "GET", TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) fetched = NULL;
  g_autoptr (FoyerHttpResponse) head = NULL;
  g_autoptr (FoyerHttpRequest) asked = test_browser_request (self->site.browser, "HEAD", TEST_QUOTE_PATH);
  g_autofree char *before = test_site_dump (&self->site);
  g_autoptr (FoyerRecord) quote = NULL;
  g_autoptr (JsonNode) history = NULL;

  foyer_http_request_set_header (ahead, "sec-purpose", "prefetch");
  fetched = test_browser_ask (self->site.browser, ahead);
  head = test_browser_ask (self->site.browser, asked);
  test_assert_status (fetched, 200);
  test_assert_status (head, 200);
  test_site_assert_unchanged (&self->site, before);

  for (guint i = 0; i < 3; i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, TEST_QUOTE_PATH);

    test_assert_status (page, 200);
  }
  quote = get_quote (self);
  history = foyer_quote_get_history (quote);
  g_assert_cmpint (foyer_quote_get_viewed_at (quote), ==, TEST_SERVER_NOW);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (history)), ==, 2);
}

/* --- What they cannot do --- */

/* E01 */
static void
test_another_version_is_not_signed (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_autoptr (JsonObject) sent
      = foyer_test_api_call (self->ana, "Quote/set",
                             "'update': {'" TEST_QUOTE "': {'versionId': '" TEST_ID ("qv", "2") "'}}");
  g_autofree char *before = test_site_dump (&self->site);
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);

  foyer_test_api_assert (sent, "notUpdated " TEST_QUOTE " type", "nothing");
  test_assert_status (answer, 409);
  g_assert_nonnull (strstr (test_body (answer), "This estimate was updated"));
  g_assert_nonnull (strstr (test_body (answer), "Two units"));
  test_site_assert_unchanged (&self->site, before);
  /* The page that came back is the new one, and can be signed. */
  {
    g_autofree char *paper = test_papers_read_field (test_body (answer), "paper");
    g_autofree char *agree = test_papers_read_field (test_body (answer), "agree");
    g_autofree char *second = g_strdup_printf ("version=2&paper=%s&agree=%s&%s", paper, agree, TEST_NAMED);
    g_autoptr (FoyerHttpResponse) signed_now
        = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", second);

    test_assert_status (signed_now, 303);
  }
}

/* E01: the version alone, the hash alone and the sentence alone decide. */
static void
test_what_was_not_shown_is_not_signed (TestPapers *self, gconstpointer data)
{
  static const struct {
    const char *field;
    const char *value;
  } rows[] = { { "version=", "2" }, { "paper=", "0" }, { "agree=", "1" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
    g_autofree char *before = test_site_dump (&self->site);
    char *at = strstr (form, rows[i].field) + strlen (rows[i].field);
    g_autoptr (FoyerHttpResponse) answer = NULL;

    at[0] = at[0] == rows[i].value[0] ? 'x' : rows[i].value[0];
    answer = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
    test_assert_status (answer, 409);
    test_site_assert_unchanged (&self->site, before);
  }
}

/* E02: the same form again is answered as the first; anything else is too late. */
static void
test_signing_twice (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_autofree char *other
      = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, "name=Mallory&email=m%40evil.example");
  g_autoptr (FoyerHttpResponse) first
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
  g_autofree char *before = test_site_dump (&self->site);
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
  g_autoptr (FoyerHttpResponse) changed
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", other);
  g_autoptr (FoyerHttpResponse) declined
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/decline", "why=price");
  g_autoptr (FoyerHttpResponse) asked
      = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/change", "change=Cheaper");

  test_assert_status (first, 303);
  test_assert_goes (again, TEST_QUOTE_PATH);
  test_assert_status (changed, 409);
  test_assert_status (declined, 409);
  test_assert_status (asked, 409);
  test_site_assert_unchanged (&self->site, before);
}

/* E02 */
static void
test_too_late (TestPapers *self, gconstpointer data)
{
  static const char *const states[] = {
    "'status': 'declined'",       "'status': 'expired'", "'status': 'withdrawn'",
    "'validUntil': '2026-11-22'", "'status': 'changes'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
    g_autofree char *json = g_strdup_printf ("[{'id': 'qt-1', %s}]", states[i]);
    g_autofree char *before = NULL;
    g_autoptr (FoyerHttpResponse) answer = NULL;

    test_site_put (&self->site, json);
    before = test_site_dump (&self->site);
    answer = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
    test_assert_status (answer, 409);
    test_site_assert_unchanged (&self->site, before);
    test_site_put (&self->site, "[{'id': 'qt-1', 'status': 'sent', 'validUntil': '2026-12-24'}]");
  }
}

/* E04 */
static void
test_another_client_is_not_there (TestPapers *self, gconstpointer data)
{
  static const char *const paths[] = { TEST_QUOTE_PATH "/approve", TEST_QUOTE_PATH "/decline",
                                       TEST_QUOTE_PATH "/change", TEST_DOCUMENT_PATH "/sign" };
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_autofree char *before = test_site_dump (&self->site);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (FoyerHttpResponse) answer = NULL;

    g_free (self->site.other->token);
    self->site.other->token = g_strdup (self->site.browser->token);
    answer = test_browser_post (self->site.other, paths[i], form);
    test_assert_status (answer, 404);
    g_assert_null (strstr (test_body (answer), "New unit"));
    test_site_assert_unchanged (&self->site, before);
  }
}

/* A11: they are told whom to ask. */
static void
test_without_permission (TestPapers *self, gconstpointer data)
{
  static const char *const paths[] = { "approve", "decline", "change" };
  g_autoptr (TestBrowser) ben = test_papers_sign_in (self, "pl-6", "pp-2");
  g_autofree char *form
      = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED "&change=Cheaper");
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) page = test_browser_get (ben, TEST_QUOTE_PATH);
  g_autoptr (FoyerHttpResponse) token = test_browser_get (ben, "/sessions");

  g_assert_nonnull (strstr (test_body (page), "Ask Ellen Ruiz"));
  g_assert_null (strstr (test_body (page), TEST_QUOTE_PATH "/approve"));
  before = test_site_dump (&self->site);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *path = g_strconcat (TEST_QUOTE_PATH "/", paths[i], NULL);
    g_autofree char *forged = NULL;
    g_autoptr (FoyerHttpResponse) answer = NULL;
    g_autoptr (FoyerHttpResponse) own = test_browser_get (ben, TEST_QUOTE_PATH);

    answer = test_browser_post (ben, path, form);
    test_assert_status (answer, 403);
    test_site_assert_unchanged (&self->site, before);
  }
}

/* A11: a link that may not sign, whoever holds it. */
static void
test_link_that_may_not_sign (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) holder = test_browser_new_signed_in (self->site.server, "northwind", "pl-7", "cl-1",
                                                               "'may': ['message', 'approve']");
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_DOCUMENT_PATH, TEST_NAMED);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (holder, TEST_DOCUMENT_PATH);
  g_autofree char *before = test_site_dump (&self->site);
  g_autoptr (FoyerHttpResponse) answer = test_browser_post (holder, TEST_DOCUMENT_PATH "/sign", form);

  g_assert_nonnull (strstr (test_body (page), "Ask Ellen Ruiz"));
  g_assert_cmpuint (answer->status, ==, 403);
  test_site_assert_unchanged (&self->site, before);
}

/* A15 */
static void
test_fields_that_are_not_theirs (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer
      = approve (self->site.browser,
                 TEST_NAMED "&status=declined&total=1&signedAt=2020-01-01T00%3A00%3A00Z"
                            "&clientId=" TEST_ID ("cl", "2") "&personId=" TEST_ID (
                                "pp", "2") "&sequence=9&hash=0&contentHash=0&validUntil=2099-01-01");
  g_autoptr (FoyerRecord) quote = get_quote (self);
  g_autoptr (FoyerRecord) signature = NULL;

  test_assert_status (answer, 303);
  signature = test_papers_get_only (self, &foyer_signature_type);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_APPROVED);
  g_assert_cmpint (foyer_quote_get_total (quote).amount, ==, 50000);
  g_assert_cmpstr (foyer_quote_get_valid_until (quote), ==, "2026-12-24");
  g_assert_cmpstr (foyer_signature_get_client_id (signature), ==, TEST_ID ("cl", "1"));
  g_assert_null (foyer_signature_get_person_id (signature));
  g_assert_cmpint (foyer_signature_get_sequence (signature), ==, 1);
  g_assert_cmpint (foyer_signature_get_signed_at (signature), ==, TEST_SERVER_NOW);
}

/* E01, E02 for documents. */
static void
test_documents_that_cannot_be_signed (TestPapers *self, gconstpointer data)
{
  static const struct {
    const char *change;
    guint status;
  } rows[] = {
    { "'fileName': 'other.pdf'", 409 },
    { "'needsSignature': false", 409 },
    { "'shownTo': 'none'", 404 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_DOCUMENT_PATH, TEST_NAMED);
    g_autofree char *json = g_strdup_printf ("[{'id': 'dc-1', %s}]", rows[i].change);
    g_autofree char *before = NULL;
    g_autoptr (FoyerHttpResponse) answer = NULL;

    test_site_put (&self->site, json);
    before = test_site_dump (&self->site);
    answer = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
    test_assert_status (answer, rows[i].status);
    test_site_assert_unchanged (&self->site, before);
    test_site_put (&self->site, "[{'id': 'dc-1', 'fileName': 'agreement.pdf', 'needsSignature': true,"
                                "  'shownTo': 'all'}]");
  }
}

/* What was switched off in the settings is off on the next request, whatever the form of an old page says. */
static void
test_switched_off (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;

  test_papers_change_settings (self, "'portal.quote_approval': false");
  before = test_site_dump (&self->site);
  answer = test_browser_post (self->site.browser, TEST_QUOTE_PATH "/approve", form);
  test_assert_status (answer, 409);
  g_assert_nonnull (strstr (test_body (answer), "Please call us with your answer."));
  test_site_assert_unchanged (&self->site, before);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) \
  g_test_add (path, TestPapers, NULL, test_papers_set_up, function, test_papers_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/site/quote/approve-and-sign", test_approve_and_sign);
  ADD ("/site/quote/sign-document", test_sign_document);
  ADD ("/site/quote/decline", test_decline);
  ADD ("/site/quote/ask-for-change", test_ask_for_change);
  ADD ("/site/quote/comment", test_comment);
  ADD ("/site/quote/a-form-that-lacks-something-comes-back", test_a_form_that_lacks_something_comes_back);
  ADD ("/site/quote/approve-without-signature", test_approve_without_signature);
  ADD ("/site/quote/viewed", test_viewed);
  ADD ("/site/quote/E01-another-version-is-not-signed", test_another_version_is_not_signed);
  ADD ("/site/quote/E01-what-was-not-shown-is-not-signed", test_what_was_not_shown_is_not_signed);
  ADD ("/site/quote/E02-signing-twice", test_signing_twice);
  ADD ("/site/quote/E02-too-late", test_too_late);
  ADD ("/site/quote/E04-another-client-is-not-there", test_another_client_is_not_there);
  ADD ("/site/quote/A11-without-permission", test_without_permission);
  ADD ("/site/quote/A11-link-that-may-not-sign", test_link_that_may_not_sign);
  ADD ("/site/quote/A15-fields-that-are-not-theirs", test_fields_that_are_not_theirs);
  ADD ("/site/quote/documents-that-cannot-be-signed", test_documents_that_cannot_be_signed);
  ADD ("/site/quote/A14-switched-off", test_switched_off);
  return g_test_run ();
#undef ADD
}
