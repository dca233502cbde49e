/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-quote-check.c - what a client may do with a quote or document, and the sentence that says why not (D40) */

#include "foyer-quote-check.h"

#include "foyer-settings.h"
#include "foyer-test-business.h"
#include "types/quote.h"

#include <string.h>

#define ALL ((1u << FOYER_N_PERMISSIONS) - 1)
#define WITHOUT(permission) (ALL & ~(1u << FOYER_PERMISSION_##permission))

static FoyerRecord *
make_quote (FoyerTestBusiness *test, const char *changes)
{
  return foyer_test_business_make (
      test,
      "{'id': 'qt-1', 'clientId': 'cl-1', 'title': 'Unit', 'status': 'sent', 'validUntil': '2025-05-06'}",
      changes);
}

typedef struct {
  const char *name;
  const char *changes;  /* of the quote */
  const char *settings; /* (nullable) */
  guint permissions;
  gboolean has_no_version;
  const char *allowed; /* a approve, d decline, c change, m comment */
} Case;

static const Case cases[] = {
  { "all is well", "{}", NULL, ALL, FALSE, "adcm" },
  { "its last day", "{'validUntil': '2025-05-05'}", NULL, ALL, FALSE, "adcm" },
  { "the day after", "{'validUntil': '2025-05-04'}", NULL, ALL, FALSE, "m" },
  { "no last day", "{'validUntil': null}", NULL, ALL, FALSE, "adcm" },
  { "draft", "{'status': 'draft'}", NULL, ALL, FALSE, "m" },
  { "changes", "{'status': 'changes'}", NULL, ALL, FALSE, "dm" },
  { "approved", "{'status': 'approved'}", NULL, ALL, FALSE, "m" },
  { "declined", "{'status': 'declined'}", NULL, ALL, FALSE, "m" },
  { "expired", "{'status': 'expired'}", NULL, ALL, FALSE, "m" },
  { "withdrawn", "{'status': 'withdrawn'}", NULL, ALL, FALSE, "m" },
  { "nothing sent", "{}", NULL, ALL, TRUE, "m" },
  { "approval off", "{}", "{'portal.quote_approval': false}", ALL, FALSE, "cm" },
  { "changes off", "{}", "{'portal.change_requests': false}", ALL, FALSE, "adm" },
  { "messages off", "{}", "{'portal.messaging': false}", ALL, FALSE, "adc" },
  { "may not approve", "{}", NULL, WITHOUT (APPROVE_QUOTES), FALSE, "m" },
  { "may not sign", "{}", NULL, WITHOUT (SIGN), FALSE, "dcm" },
  { "may not sign, need not", "{}", "{'portal.esign': false}", WITHOUT (SIGN), FALSE, "adcm" },
  { "may not write", "{}", NULL, WITHOUT (MESSAGE), FALSE, "adc" },
};

static void
test_quotes (void)
{
  static const char letters[] = "adcm";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
    g_autoptr (FoyerRecord) quote = make_quote (test, cases[i].changes);
    g_autoptr (FoyerRecord) settings = NULL;
    FoyerPaperCase paper = { .permissions = cases[i].permissions,
                             .today = { 2025, 5, 5 },
                             .is_there = !cases[i].has_no_version };

    if (cases[i].settings != NULL) {
      g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', %s]", cases[i].settings + 1);

      foyer_test_business_put (test, json);
    }
    settings = foyer_settings_get (test->source, NULL);
    paper.settings = settings;
    for (guint act = 0; act < 4; act++) {
      g_autoptr (FoyerFinding) finding = foyer_quote_check (quote, (FoyerQuoteAct) act, &paper, "en");
      gboolean allowed = strchr (cases[i].allowed, letters[act]) != NULL;

      g_test_message ("%s, %c", cases[i].name, letters[act]);
      g_assert_cmpint (finding->verdict < FOYER_VERDICT_BLOCK, ==, allowed);
      g_assert_cmpstr (finding->rule, ==, "D40");
      if (allowed)
        continue;
      g_assert_false (finding->may_override);
      g_assert_nonnull (finding->client_sentence);
      /* Somebody else can be asked only if it is the permission that lacks. */
      g_assert_cmpint (finding->evidence != NULL, ==,
                       cases[i].permissions != ALL && cases[i].settings == NULL);
    }
  }
}

/* The day decides, on the business's calendar, and only about what waits for an answer. */
static void
test_status_on (void)
{
  static const struct {
    const char *changes;
    FoyerQuoteStatus yesterday;
    FoyerQuoteStatus last_day;
    FoyerQuoteStatus day_after;
  } rows[] = {
    { "{}", FOYER_QUOTE_SENT, FOYER_QUOTE_SENT, FOYER_QUOTE_EXPIRED },
    { "{'validUntil': null}", FOYER_QUOTE_SENT, FOYER_QUOTE_SENT, FOYER_QUOTE_SENT },
    { "{'status': 'draft'}", FOYER_QUOTE_DRAFT, FOYER_QUOTE_DRAFT, FOYER_QUOTE_DRAFT },
    { "{'status': 'changes'}", FOYER_QUOTE_CHANGES, FOYER_QUOTE_CHANGES, FOYER_QUOTE_CHANGES },
    { "{'status': 'approved'}", FOYER_QUOTE_APPROVED, FOYER_QUOTE_APPROVED, FOYER_QUOTE_APPROVED },
    { "{'status': 'expired'}", FOYER_QUOTE_EXPIRED, FOYER_QUOTE_EXPIRED, FOYER_QUOTE_EXPIRED },
  };
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (FoyerRecord) quote = make_quote (test, rows[i].changes);

    g_assert_cmpint (foyer_quote_status_on (quote, &(FoyerDate){ 2025, 5, 5 }), ==, rows[i].yesterday);
    g_assert_cmpint (foyer_quote_status_on (quote, &(FoyerDate){ 2025, 5, 6 }), ==, rows[i].last_day);
    g_assert_cmpint (foyer_quote_status_on (quote, &(FoyerDate){ 2025, 5, 7 }), ==, rows[i].day_after);
  }
}

static void
test_documents (void)
{
  static const struct {
    const char *changes;
    guint permissions;
    gboolean is_there;
    gboolean is_signed;
    gboolean allowed;
  } rows[] = {
    { "{}", ALL, TRUE, FALSE, TRUE },
    { "{'needsSignature': false}", ALL, TRUE, FALSE, FALSE },
    { "{}", ALL, FALSE, FALSE, FALSE },
    { "{}", ALL, TRUE, TRUE, FALSE },
    { "{}", WITHOUT (SIGN), TRUE, FALSE, FALSE },
    { "{}", WITHOUT (APPROVE_QUOTES), TRUE, FALSE, TRUE },
  };
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autoptr (FoyerRecord) settings = foyer_settings_get (test->source, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (FoyerRecord) document
        = foyer_test_business_make (test, "{'id': 'dc-1', 'title': 'Terms', 'needsSignature': true}",
                                    rows[i].changes);
    FoyerPaperCase paper = { .settings = settings,
                             .permissions = rows[i].permissions,
                             .today = { 2025, 5, 5 },
                             .is_there = rows[i].is_there,
                             .is_signed = rows[i].is_signed };
    g_autoptr (FoyerFinding) finding = foyer_document_check (document, &paper, "en");

    g_assert_cmpint (finding->verdict < FOYER_VERDICT_BLOCK, ==, rows[i].allowed);
    g_assert_cmpint (finding->client_sentence != NULL, ==, !rows[i].allowed);
  }
}

/* Where signing asks for a code, there must be an address to mail it to (A7). */
static void
test_codes (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autoptr (FoyerRecord) settings = foyer_settings_get (test->source, NULL);
  g_autoptr (FoyerRecord) quote = make_quote (test, "{}");
  g_autoptr (FoyerRecord) document
      = foyer_test_business_make (test, "{'id': 'dc-1', 'title': 'Terms', 'needsSignature': true}", NULL);

  for (guint i = 0; i < 4; i++) {
    FoyerPaperCase paper = { .settings = settings,
                             .permissions = ALL,
                             .today = { 2025, 5, 5 },
                             .is_there = TRUE,
                             .asks_code = (i & 1) != 0,
                             .has_address = (i & 2) != 0 };
    g_autoptr (FoyerFinding) approving = foyer_quote_check (quote, FOYER_QUOTE_ACT_APPROVE, &paper, "en");
    g_autoptr (FoyerFinding) declining = foyer_quote_check (quote, FOYER_QUOTE_ACT_DECLINE, &paper, "en");
    g_autoptr (FoyerFinding) signing = foyer_document_check (document, &paper, "en");

    g_assert_cmpint (approving->verdict < FOYER_VERDICT_BLOCK, ==, i != 1);
    g_assert_cmpint (signing->verdict < FOYER_VERDICT_BLOCK, ==, i != 1);
    g_assert_cmpint (declining->verdict, ==, FOYER_VERDICT_PASS);
  }
}

/* Never to an address that somebody typed; a person's own counts, and no other for them. */
static void
test_code_address (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autoptr (FoyerRecord) client
      = foyer_test_business_make (test, "{'id': 'cl-1', 'name': 'Ruiz', 'email': 'office@ruiz.example'}",
                                  NULL);
  g_autoptr (FoyerRecord) person = foyer_test_business_make (
      test, "{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@ruiz.example'}", NULL);
  g_autoptr (FoyerRecord) unknown
      = foyer_test_business_make (test, "{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ben'}", NULL);

  g_assert_cmpstr (foyer_paper_code_address (person, client), ==, "ellen@ruiz.example");
  g_assert_cmpstr (foyer_paper_code_address (NULL, client), ==, "office@ruiz.example");
  g_assert_null (foyer_paper_code_address (unknown, client));
  g_assert_null (foyer_paper_code_address (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/quote-check/quotes", test_quotes);
  g_test_add_func ("/rules/quote-check/status-on", test_status_on);
  g_test_add_func ("/rules/quote-check/documents", test_documents);
  g_test_add_func ("/rules/quote-check/codes", test_codes);
  g_test_add_func ("/rules/quote-check/code-address", test_code_address);
  return g_test_run ();
}
