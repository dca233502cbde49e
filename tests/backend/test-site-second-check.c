/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-second-check.c - where signing asks for a code by mail, nobody signs without it (A7, `stepup_for_signing`) */

#include "test-site-papers.h"

#include "foyer-json.h"
#include "foyer-signature-chain.h"
#include "types/delivery.h"
#include "types/quote.h"
#include "types/signature.h"

#include <string.h>

#define CODE_ON "'access.stepup_for_signing': 'code'"

/* Ellen by a link of her own, which says who she is. */
static TestBrowser *
sign_in_to_sign (TestPapers *self)
{
  test_papers_change_settings (self, CODE_ON);
  return test_papers_sign_in (self, "pl-5", "pp-1");
}

static guint
count_mails (TestPapers *self)
{
  return test_papers_count (self, &foyer_delivery_type);
}

/* The code of the newest mail. */
static char *
read_code (TestPapers *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (foyer_backend_get_writer (self->site.server->backend),
                                "SELECT body_text, to_address FROM mail_job ORDER BY number DESC LIMIT 1",
                                &error);
  g_autoptr (GRegex) regex = g_regex_new ("^[0-9]{6}$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  g_assert_cmpstr (foyer_statement_get_text (statement, 1), ==, "ellen@ruiz.example");
  g_assert_true (g_regex_match (regex, foyer_statement_get_text (statement, 0), 0, &match));
  return g_match_info_fetch (match, 0);
}

static FoyerHttpResponse *
post_with (TestBrowser *browser, const char *path, const char *form, const char *name, const char *value)
{
  g_autofree char *whole = g_strdup_printf ("%s&%s=%s", form, name, value);

  return test_browser_post (browser, path, whole);
}

static FoyerHttpResponse *
post_wrong_code (TestBrowser *browser, const char *path, const char *form, const char *right)
{
  g_autofree char *wrong
      = g_strdup_printf ("%06u", ((guint) g_ascii_strtoull (right, NULL, 10) + 1) % 1000000);

  return post_with (browser, path, form, "code", wrong);
}

/* A code is mailed to the address on file, once however often the form comes, and signs once; the chain says so. */
static void
test_second_check (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) ellen = sign_in_to_sign (self);
  g_autofree char *form = test_papers_fill_form (ellen, TEST_DOCUMENT_PATH, "name=Ellen+Ruiz");
  guint before = count_mails (self);
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (ellen, TEST_DOCUMENT_PATH "/sign", form);
  g_autoptr (FoyerHttpResponse) again = test_browser_post (ellen, TEST_DOCUMENT_PATH "/sign", form);
  g_autofree char *code = read_code (self);
  g_autoptr (FoyerRecord) signature = NULL;
  g_autoptr (FoyerHttpResponse) wrong = NULL;
  g_autoptr (FoyerHttpResponse) done = NULL;
  g_autoptr (FoyerHttpResponse) twice = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *personal_hash = NULL;

  test_assert_status (asked, 200);
  test_assert_status (again, 200);
  g_assert_cmpuint (count_mails (self), ==, before + 1);
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);
  g_assert_nonnull (strstr (test_body (asked), "e•••@ruiz.example"));
  g_assert_nonnull (strstr (test_body (asked), "name=\"code\""));

  wrong = post_wrong_code (ellen, TEST_DOCUMENT_PATH "/sign", form, code);
  test_assert_status (wrong, 200);
  g_assert_nonnull (strstr (test_body (wrong), "You have 4 tries left."));
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);

  done = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "code", code);
  test_assert_goes (done, TEST_DOCUMENT_PATH);
  twice = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "code", code);
  test_assert_goes (twice, TEST_DOCUMENT_PATH);
  signature = test_papers_get_only (self, &foyer_signature_type);
  g_assert_cmpint (foyer_signature_get_second_check (signature), ==, FOYER_SECOND_CHECK_CODE);
  g_assert_cmpstr (foyer_signature_get_code_address (signature), ==, "ellen@ruiz.example");
  json = foyer_record_to_json (signature);
  hash = foyer_signature_hash (json);
  personal_hash = foyer_signature_personal_hash (json);
  g_assert_cmpstr (foyer_signature_get_hash (signature), ==, hash);
  g_assert_cmpstr (foyer_signature_get_personal_hash (signature), ==, personal_hash);
}

/* An approval that is signed asks, too; one that is not signed has nothing to ask about. */
static void
test_second_check_of_a_quote (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) ellen = sign_in_to_sign (self);
  g_autofree char *form = test_papers_fill_form (ellen, TEST_QUOTE_PATH, "name=Ellen+Ruiz");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (ellen, TEST_QUOTE_PATH "/approve", form);
  g_autofree char *code = read_code (self);
  g_autofree char *spaced = g_strdup_printf ("%.3s+%s", code, code + 3);
  g_autoptr (FoyerHttpResponse) done = post_with (ellen, TEST_QUOTE_PATH "/approve", form, "code", spaced);
  g_autoptr (FoyerRecord) quote = foyer_test_server_get (self->site.server, "northwind", "qt-1");
  g_autoptr (FoyerRecord) signature = test_papers_get_only (self, &foyer_signature_type);

  test_assert_status (asked, 200);
  test_assert_goes (done, TEST_QUOTE_PATH);
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_APPROVED);
  g_assert_cmpint (foyer_signature_get_second_check (signature), ==, FOYER_SECOND_CHECK_CODE);
}

/* Five wrong codes end it for ten minutes, whatever is typed or asked for then. */
static void
test_five_wrong_codes (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) ellen = sign_in_to_sign (self);
  g_autofree char *form = test_papers_fill_form (ellen, TEST_DOCUMENT_PATH, "name=Ellen+Ruiz");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (ellen, TEST_DOCUMENT_PATH "/sign", form);
  g_autofree char *code = read_code (self);
  g_autofree char *fresh = NULL;
  g_autoptr (FoyerHttpResponse) right = NULL;
  g_autoptr (FoyerHttpResponse) more = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;
  g_autoptr (FoyerHttpResponse) done = NULL;

  for (guint i = 1; i <= 5; i++) {
    g_autoptr (FoyerHttpResponse) wrong = post_wrong_code (ellen, TEST_DOCUMENT_PATH "/sign", form, code);

    test_assert_status (wrong, i < 5 ? 200 : 429);
  }
  right = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "code", code);
  more = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "again", "1");
  test_assert_status (right, 429);
  test_assert_status (more, 429);
  g_assert_cmpstr (foyer_http_response_header (right, "retry-after"), ==, "600");
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);

  foyer_manual_clock_advance (self->site.server->clock, 601 * G_USEC_PER_SEC);
  later = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "code", code);
  fresh = read_code (self);
  test_assert_status (later, 200);
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);
  done = post_with (ellen, TEST_DOCUMENT_PATH "/sign", form, "code", fresh);
  test_assert_goes (done, TEST_DOCUMENT_PATH);
}

/* A code is good for what was shown, in the session that asked, and for nothing else. */
static void
test_code_of_something_else (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) ellen = sign_in_to_sign (self);
  g_autoptr (TestBrowser) elsewhere = test_papers_sign_in (self, "pl-6", "pp-1");
  g_autofree char *document = test_papers_fill_form (ellen, TEST_DOCUMENT_PATH, "name=Ellen+Ruiz");
  g_autoptr (FoyerHttpResponse) asked = test_browser_post (ellen, TEST_DOCUMENT_PATH "/sign", document);
  g_autofree char *code = read_code (self);
  g_autofree char *quote = test_papers_fill_form (ellen, TEST_QUOTE_PATH, "name=Ellen+Ruiz");
  g_autofree char *theirs = test_papers_fill_form (elsewhere, TEST_DOCUMENT_PATH, "name=Ellen+Ruiz");
  g_autoptr (FoyerHttpResponse) first = post_with (ellen, TEST_QUOTE_PATH "/approve", quote, "code", code);
  g_autoptr (FoyerHttpResponse) second = post_with (ellen, TEST_QUOTE_PATH "/approve", quote, "code", code);
  g_autoptr (FoyerHttpResponse) third
      = post_with (elsewhere, TEST_DOCUMENT_PATH "/sign", theirs, "code", code);
  g_autoptr (FoyerHttpResponse) fourth
      = post_with (elsewhere, TEST_DOCUMENT_PATH "/sign", theirs, "code", code);
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) changed = NULL;

  test_assert_status (asked, 200);
  test_assert_status (first, 200);
  test_assert_status (second, 200);
  test_assert_status (third, 200);
  test_assert_status (fourth, 200);
  test_site_put (&self->site, "[{'id': 'dc-1', 'fileName': 'other.pdf'}]");
  page = test_browser_get (ellen, TEST_DOCUMENT_PATH);
  changed = post_with (ellen, TEST_DOCUMENT_PATH "/sign", document, "code", code);
  test_assert_status (changed, 409);
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 0);
}

/* The bearer of a link gets the code where the client's mail goes, not where they say; without such an address there is no signing. */
static void
test_second_check_of_a_link (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) asked = NULL;
  g_autoptr (FoyerHttpResponse) done = NULL;

  test_papers_change_settings (self, CODE_ON);
  test_site_put (&self->site, "[{'id': 'cl-1', 'email': 'ellen@ruiz.example'}]");
  form = test_papers_fill_form (self->site.browser, TEST_DOCUMENT_PATH,
                                "name=Mallory&email=mallory%40else.example");
  test_site_put (&self->site, "[{'id': 'cl-1', 'email': null}]");
  before = test_site_dump (&self->site);
  refused = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
  test_assert_status (refused, 409);
  g_assert_nonnull (strstr (test_body (refused), "we have no address of yours"));
  test_site_assert_unchanged (&self->site, before);

  test_site_put (&self->site, "[{'id': 'cl-1', 'email': 'ellen@ruiz.example'}]");
  asked = test_browser_post (self->site.browser, TEST_DOCUMENT_PATH "/sign", form);
  test_assert_status (asked, 200);
  code = read_code (self);
  done = post_with (self->site.browser, TEST_DOCUMENT_PATH "/sign", form, "code", code);
  test_assert_goes (done, TEST_DOCUMENT_PATH);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) \
  g_test_add ("/site/second-check/" path, TestPapers, NULL, test_papers_set_up, function, \
              test_papers_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("document", test_second_check);
  ADD ("quote", test_second_check_of_a_quote);
  ADD ("five-wrong-codes", test_five_wrong_codes);
  ADD ("code-of-something-else", test_code_of_something_else);
  ADD ("bearer-of-a-link", test_second_check_of_a_link);
  return g_test_run ();
}
