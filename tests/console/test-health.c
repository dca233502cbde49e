/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-health.c - what is wrong with the portal is said, and never called fine before it is known (E3) */

#include "foyer-health.h"

#include "foyer-test-business.h"

#include <string.h>

enum { PORTAL, ADDRESS, PAYMENTS, TEXTS, MAIL, SIGN_IN, SYNC, DRAFT };

static const char *const letters[] = {
  [FOYER_VERDICT_PASS] = "p",
  [FOYER_VERDICT_WARN] = "w",
  [FOYER_VERDICT_UNKNOWN] = "u",
  [FOYER_VERDICT_BLOCK] = "b",
};

typedef struct {
  const char *about;
  const char *records; /* (nullable): that differ from a business in which all is well */
  int check;
  const char *verdict;
  const char *target; /* (nullable) */
} Case;

#define WELL \
  "[{'id': 'org-1', 'stripe': 'ready', 'mail': 'ready', 'texts': 'connected'}," \
  " {'id': 'ps-1', 'sms.booked': true}," \
  " {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@example.org'}," \
  " {'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1'}," \
  " {'id': 'dm-1', 'host': 'portal.acme.example', 'status': 'verified', 'primary': true}," \
  " {'id': 'dl-1', 'channel': 'sms', 'to': '+13125550100', 'status': 'sent', 'queuedAt': '2025-05-01 " \
  "09:00'," \
  "  'sentAt': '2025-05-01 09:00'}]"

static const Case cases[] = {
  { "all is well: portal", NULL, PORTAL, "p", NULL },
  { "all is well: address", NULL, ADDRESS, "p", NULL },
  { "all is well: payments", NULL, PAYMENTS, "p", NULL },
  { "all is well: texts", NULL, TEXTS, "p", NULL },
  { "all is well: mail", NULL, MAIL, "p", NULL },
  { "all is well: sign-in", NULL, SIGN_IN, "p", NULL },
  { "the portal is off", "[{'id': 'ps-1', 'portal.enabled': false}]", PORTAL, "b", NULL },
  { "a second address failed", "[{'id': 'dm-2', 'host': 'two.acme.example', 'status': 'failed'}]", ADDRESS,
    "w", "domains" },
  { "the primary address failed", "[{'id': 'dm-1', 'status': 'failed'}]", ADDRESS, "b", "domains" },
  { "no payment provider", "[{'id': 'org-1', 'stripe': 'none'}]", PAYMENTS, "b", "payments" },
  { "the provider needs a document", "[{'id': 'org-1', 'stripe': 'restricted'}]", PAYMENTS, "w", "payments" },
  { "no provider, and none is wanted",
    "[{'id': 'org-1', 'stripe': 'none'}, {'id': 'ps-1', 'portal.payments': false}]", PAYMENTS, "p", NULL },
  { "texts without a number", "[{'id': 'org-1', 'texts': 'none'}]", TEXTS, "b", "texts" },
  { "no number, and no texts wanted",
    "[{'id': 'org-1', 'texts': 'none'}, {'id': 'ps-1', 'sms.booked': false}]", TEXTS, "p", NULL },
  { "nothing sent in a week", "[{'id': 'dl-1', 'sentAt': '2025-04-20 09:00'}]", TEXTS, "w", "sms.booked" },
  { "the sender is not verified", "[{'id': 'org-1', 'mail': 'unverified'}]", MAIL, "b", "mail" },
};

static FoyerHealthFacts *
read_facts (FoyerTestBusiness *business)
{
  g_autoptr (GError) error = NULL;
  FoyerHealthFacts *facts
      = foyer_health_read (business->source, foyer_test_business_at (business, "2025-05-02 09:00"), &error);

  g_assert_no_error (error);
  return facts;
}

static void
assert_check (const FoyerHealthFacts *facts,
              int check,
              const char *verdict,
              const char *target,
              const char *about)
{
  g_autoptr (GPtrArray) checks = foyer_health_judge (facts);
  FoyerHealthCheck *found = checks->pdata[check];

  if (!g_str_equal (letters[found->verdict], verdict))
    g_error ("%s: %s, %s", about, letters[found->verdict], found->sentence);
  g_assert_cmpuint (strlen (found->sentence), >, 0);
  if (target != NULL)
    g_assert_cmpstr (found->target, ==, target);
  /* What is wrong leads somewhere, and what is fine asks for nothing. */
  if (found->verdict == FOYER_VERDICT_PASS)
    g_assert_null (found->action);
  else if (found->verdict != FOYER_VERDICT_UNKNOWN)
    g_assert_nonnull (found->action);
}

static void
test_each_trouble_is_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("America/Chicago");
    g_autoptr (FoyerHealthFacts) facts = NULL;

    foyer_test_business_put (business, WELL);
    foyer_test_business_put (business, cases[i].records);
    facts = read_facts (business);
    assert_check (facts, cases[i].check, cases[i].verdict, cases[i].target, cases[i].about);
  }
}

static void
test_a_new_business_invites_somebody (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("America/Chicago");
  g_autoptr (FoyerHealthFacts) facts = read_facts (business);

  assert_check (facts, PORTAL, "w", "clients", "nobody invited");
  assert_check (facts, ADDRESS, "w", "domains", "the server's address alone");
}

static void
test_shares_are_judged_from_twenty_on (void)
{
  static const struct {
    gint64 good;
    gint64 bad;
    const char *mail;
    const char *sign_in;
  } shares[] = {
    { 0, 0, "p", "p" },  { 1, 1, "p", "p" },  { 99, 1, "p", "p" },  { 98, 2, "w", "p" },
    { 95, 5, "w", "w" }, { 94, 6, "b", "w" }, { 80, 20, "b", "w" }, { 79, 21, "b", "b" },
  };
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("America/Chicago");
  g_autoptr (FoyerHealthFacts) facts = NULL;

  foyer_test_business_put (business, WELL);
  facts = read_facts (business);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
    facts->mails_arrived = facts->signed_in = shares[i].good;
    facts->mails_bounced = facts->sign_ins_failed = shares[i].bad;
    assert_check (facts, MAIL, shares[i].mail, NULL, "a share of mails");
    assert_check (facts, SIGN_IN, shares[i].sign_in, NULL, "a share of sign-ins");
  }
  facts->signed_in = 40;
  facts->sign_ins_failed = 0;
  facts->scanners = 20;
  assert_check (facts, SIGN_IN, "b", NULL, "scanners");
}

static void
test_sync_and_draft_have_an_age (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("America/Chicago");
  g_autoptr (FoyerHealthFacts) facts = read_facts (business);

  assert_check (facts, SYNC, "u", NULL, "never synced");
  facts->synced_at = facts->now - 4 * 60;
  assert_check (facts, SYNC, "p", NULL, "four minutes");
  facts->synced_at = facts->now - 5 * 60;
  assert_check (facts, SYNC, "w", NULL, "five minutes");
  facts->synced_at = facts->now - 4 * 3600;
  assert_check (facts, SYNC, "b", NULL, "four hours");
  facts->synced_at = facts->now;
  facts->needs_sign_in = TRUE;
  assert_check (facts, SYNC, "b", NULL, "signed out");

  assert_check (facts, DRAFT, "p", NULL, "no draft");
  facts->n_drafted = 3;
  facts->drafted_at = facts->now - 7 * 86400;
  assert_check (facts, DRAFT, "p", NULL, "a week");
  facts->drafted_at--;
  assert_check (facts, DRAFT, "w", NULL, "more than a week");
  facts->n_contested = 1;
  assert_check (facts, DRAFT, "b", NULL, "contested");
}

static guint
count_done (const FoyerHealthFacts *facts)
{
  g_autoptr (GPtrArray) steps = foyer_setup_judge (facts);
  guint n = 0;

  g_assert_cmpuint (steps->len, ==, 6);
  for (guint i = 0; i < steps->len; i++) {
    FoyerHealthCheck *step = steps->pdata[i];

    n += step->verdict == FOYER_VERDICT_PASS;
    g_assert_true ((step->verdict == FOYER_VERDICT_PASS) == (step->action == NULL));
  }
  return n;
}

static void
test_each_step_is_done_by_doing_it (void)
{
  static const char *const doings[] = {
    NULL,
    "[{'id': 'org-1', 'logo': 'https://acme.example/logo.png'}]",
    "[{'id': 'ps-1', 'portal.payments': false}]",
    "[{'id': 'dc-1', 'title': 'Terms', 'shownTo': 'all'}]",
    "[{'id': 'ps-1', 'invite.note': 'We look forward to you.'}]",
    "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@example.org'},"
    " {'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1'}]",
  };
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("America/Chicago");

  for (guint i = 0; i < G_N_ELEMENTS (doings); i++) {
    g_autoptr (FoyerHealthFacts) facts = NULL;

    foyer_test_business_put (business, doings[i]);
    facts = read_facts (business);
    g_assert_cmpuint (count_done (facts), ==, i + 1);
  }
}

static void
test_what_is_not_known_is_not_fine (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (NULL);
  g_autoptr (FoyerHealthFacts) facts = read_facts (business);
  g_autoptr (GPtrArray) steps = NULL;

  for (int i = PORTAL; i <= SIGN_IN; i++)
    assert_check (facts, i, "u", NULL, "not fetched");
  steps = foyer_setup_judge (facts);
  g_assert_cmpuint (steps->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/console/health/each-trouble-is-named", test_each_trouble_is_named);
  g_test_add_func ("/console/health/a-new-business-invites-somebody", test_a_new_business_invites_somebody);
  g_test_add_func ("/console/health/shares-are-judged-from-twenty-on", test_shares_are_judged_from_twenty_on);
  g_test_add_func ("/console/health/sync-and-draft-have-an-age", test_sync_and_draft_have_an_age);
  g_test_add_func ("/console/health/each-step-is-done-by-doing-it", test_each_step_is_done_by_doing_it);
  g_test_add_func ("/console/health/what-is-not-known-is-not-fine", test_what_is_not_known_is_not_fine);
  return g_test_run ();
}
