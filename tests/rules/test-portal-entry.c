/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-entry.c - which link opens the portal, and what is said of those that do not */

#include "foyer-portal-entry.h"

#include "foyer-test-business.h"

#include <gio/gio.h>

#define LA "America/Los_Angeles"
#define NOW "2025-05-05 09:14"
#define LINK \
  "{'id': 'pl-1', 'clientId': 'cl-2', 'origin': 'invoice', 'issuedAt': '2025-05-01 12:00', 'expiresAt': " \
  "'2025-07-30 12:00'}"
#define PERSON(status) "{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'status': '" status "'}"
#define INVOICE(id, more) \
  "{'id': '" id "', 'clientId': 'cl-2', 'title': 'Repair', 'status': 'issued'" more "}"
#define EXPIRED "{'expiresAt': '2025-05-04 12:00'}"

typedef struct {
  const char *name;
  const char *records; /* (nullable) */
  const char *changes; /* (nullable): of the link */
  const char *rule;    /* (nullable): what keeps it shut, %NULL if it opens */
  FoyerVerdict verdict;
  const char *sentence; /* (nullable) */
  const char *evidence; /* (nullable) */
} Case;

#define PASS FOYER_VERDICT_PASS
#define INFO FOYER_VERDICT_INFO
#define UNKNOWN FOYER_VERDICT_UNKNOWN
#define BLOCK FOYER_VERDICT_BLOCK

/* clang-format off */
static const Case cases[] = {
  { "opens", NULL, NULL, NULL, PASS, NULL, NULL },
  { "portal-off", "[{'id': 'ps-1', 'portal.enabled': false}]", NULL, "D01", BLOCK, "The portal is off for everyone", NULL },
  { "client-off", "[{'id': 'cl-2', 'portalEnabled': false, 'portalChangedBy': 'st-1', 'portalChangedAt': '2025-05-02 16:00'}]", NULL,
    "D02", BLOCK, "The portal is off for Hillside Dental", "Ana, Fri 2\u00a0May, 16:00" },
  { "client-archived", "[{'id': 'cl-2', 'archivedAt': '2025-05-02 16:00'}]", NULL, "D02", BLOCK, "Hillside Dental is no longer a client", NULL },
  { "client-merged", "[{'id': 'cl-2', 'mergedIntoId': 'cl-1'}]", NULL, "D02", BLOCK, NULL, NULL },
  { "client-not-here", NULL, "{'clientId': 'cl-9'}", "D02", UNKNOWN, NULL, NULL },
  { "person-active", "[" PERSON ("active") "]", "{'personId': 'pp-1'}", NULL, PASS, NULL, NULL },
  { "person-invited", "[" PERSON ("invited") "]", "{'personId': 'pp-1'}", "D11", BLOCK, "Maria Lopez has not finished signing up", NULL },
  { "person-disabled", "[" PERSON ("disabled") "]", "{'personId': 'pp-1'}", "D11", BLOCK, "Maria Lopez no longer has access", NULL },
  { "person-removed", "[" PERSON ("removed") "]", "{'personId': 'pp-1'}", "D11", BLOCK, NULL, NULL },
  { "person-not-here", NULL, "{'personId': 'pp-1'}", "D11", UNKNOWN, NULL, NULL },
  { "links-off", "[{'id': 'ps-1', 'access.direct_links': 'off'}]", NULL, "D12", BLOCK, "Direct links are off; clients must sign in", NULL },
  { "links-off-for-client", "[{'id': 'cl-2', 'directLinks': 'off'}]", NULL, "D12", BLOCK, NULL, NULL },
  { "sso-required", "[{'id': 'cl-2', 'sso': 'required'}]", NULL, "D13", BLOCK, "Single sign-on is required", NULL },
  { "domain-of-named-person", "[" PERSON ("active") ", {'id': 'ps-1', 'access.allowed_domains': ['a.example']}]", "{'personId': 'pp-1'}", "D14", BLOCK, NULL, NULL },
  { "domain-of-nobody", "[{'id': 'ps-1', 'access.allowed_domains': ['a.example']}]", NULL, NULL, PASS, NULL, NULL },
  { "revoked", NULL, "{'status': 'revoked', 'revokedBy': 'st-1', 'revokedAt': '2025-05-05 09:00'}", "D15", BLOCK, "The link was revoked", "Ana, today, 9:00" },
  { "revoked-by-nobody-known", NULL, "{'status': 'revoked'}", "D15", BLOCK, "The link was revoked", NULL },
  { "expires-in-a-minute", NULL, "{'expiresAt': '2025-05-05 09:15'}", NULL, PASS, NULL, NULL },
  { "expires-now", NULL, "{'expiresAt': '" NOW "'}", "D16", BLOCK, "The link has expired", "Today, 9:14" },
  { "expired-by-setting", NULL, "{'expiresAt': null, 'issuedAt': '2025-02-04 08:14'}", "D16", BLOCK, NULL, NULL },
  { "not-expired-by-setting", NULL, "{'expiresAt': null, 'issuedAt': '2025-02-04 08:15'}", NULL, PASS, NULL, NULL },
  { "never-expires", NULL, "{'expiresAt': null, 'issuedAt': null}", NULL, PASS, NULL, NULL },

  { "kept-alive", "[" INVOICE ("inv-1", "") "]", EXPIRED, NULL, INFO, "Kept alive by 1 unpaid invoice", NULL },
  { "kept-alive-by-two", "[" INVOICE ("inv-1", "") ", " INVOICE ("inv-2", "") ", {'id': 'inv-2', 'status': 'part_paid'}]", EXPIRED, NULL, INFO,
    "Kept alive by 2 unpaid invoices", NULL },
  { "kept-alive-as-payer", "[" INVOICE ("inv-1", "") ", {'id': 'inv-1', 'clientId': 'cl-1', 'billToId': 'cl-2'}]", EXPIRED, NULL, INFO, NULL, NULL },
  { "another-pays", "[" INVOICE ("inv-1", ", 'billToId': 'cl-1'") "]", EXPIRED, "D16", BLOCK, NULL, NULL },
  { "paid", "[" INVOICE ("inv-1", "") ", {'id': 'inv-1', 'status': 'paid'}]", EXPIRED, "D16", BLOCK, NULL, NULL },
  { "draft", "[" INVOICE ("inv-1", "") ", {'id': 'inv-1', 'status': 'draft'}]", EXPIRED, "D16", BLOCK, NULL, NULL },
  { "void", "[" INVOICE ("inv-1", "") ", {'id': 'inv-1', 'status': 'void'}]", EXPIRED, "D16", BLOCK, NULL, NULL },
  { "not-extended", "[{'id': 'ps-1', 'access.extend_while_unpaid': false}, " INVOICE ("inv-1", "") "]", EXPIRED, "D16", BLOCK, NULL, NULL },
  { "revoked-though-unpaid", "[" INVOICE ("inv-1", "") "]", "{'status': 'revoked', 'expiresAt': '2025-05-04 12:00'}", "D15", BLOCK, NULL, NULL },
  { "not-kept-for-ever", "[" INVOICE ("inv-1", "") "]", "{'expiresAt': '2025-02-04 12:00', 'issuedAt': '2024-11-06 08:14'}", "D16", BLOCK, NULL, NULL },
  { "L13-kept-for-180-days", "[" INVOICE ("inv-1", "") "]", "{'expiresAt': '2025-02-04 12:00', 'issuedAt': '2024-11-06 08:15'}", NULL, INFO, NULL, NULL },
  { "not-shortened", NULL, "{'expiresAt': '2025-05-05 09:15', 'issuedAt': '2024-05-06 09:15'}", NULL, PASS, NULL, NULL },
  { "billed-before-the-end", "[" INVOICE ("inv-1", ", 'issuedOn': '2025-05-04'") "]", EXPIRED, NULL, INFO, NULL, NULL },
  { "L13-not-opened-again-by-a-later-bill", "[" INVOICE ("inv-1", ", 'issuedOn': '2025-05-05'") "]", EXPIRED, "D16", BLOCK, NULL, NULL },

  { "first-of-several", "[{'id': 'cl-2', 'portalEnabled': false}]", "{'status': 'revoked', 'expiresAt': '2025-05-04 12:00'}", "D02", BLOCK, NULL, NULL },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (FoyerPortalEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  const FoyerFinding *finding;

  foyer_test_business_put (test, at->records);
  link = foyer_test_business_make (test, LINK, at->changes);
  entry = foyer_portal_entry_check (test->source, link, foyer_test_business_at (test, NOW), &error);
  g_assert_no_error (error);
  g_assert_cmpint ((int) entry->verdict, ==, (int) at->verdict);
  g_assert_cmpint (foyer_portal_entry_is_open (entry), ==, at->rule == NULL);

  finding = foyer_portal_entry_get_reason (entry);
  g_assert_cmpstr (finding == NULL ? NULL : finding->rule, ==, at->rule);
  for (guint i = 0; finding == NULL && i < entry->findings->len; i++) {
    const FoyerFinding *one = entry->findings->pdata[i];

    finding = one->verdict == INFO ? one : NULL;
  }
  if (at->sentence != NULL)
    g_assert_cmpstr (finding->sentence, ==, at->sentence);
  if (at->evidence != NULL)
    g_assert_cmpstr (finding->evidence, ==, at->evidence);
}

static void
test_asks_first (void)
{
  static const struct {
    const char *settings;
    const char *link;
    gboolean asks_first;
  } asked[] = {
    { "'access.direct_links': 'open'", "{'issuedAt': '2025-01-01 12:00'}", FALSE },
    { "'access.direct_links': 'checked'", "{'issuedAt': '2025-04-21 09:14'}", TRUE },
    { "'access.direct_links': 'checked'", "{'issuedAt': '2025-04-21 09:15'}", FALSE },
    { "'access.direct_links': 'checked'", "{'issuedAt': '2025-01-01 12:00', 'checkedAt': '2025-04-21 09:15'}",
      FALSE },
    { "'access.direct_links': 'checked'", "{'issuedAt': '2025-01-01 12:00', 'checkedAt': '2025-04-21 09:14'}",
      TRUE },
    { "'access.direct_links': 'checked', 'access.recheck_after_days': 0", "{'issuedAt': '" NOW "'}", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
    g_autofree char *settings = g_strdup_printf ("[{'id': 'ps-1', %s}]", asked[i].settings);
    g_autoptr (FoyerRecord) link = foyer_test_business_make (test, LINK, asked[i].link);
    g_autoptr (FoyerPortalEntry) entry = NULL;

    foyer_test_business_put (test, settings);
    entry = foyer_portal_entry_check (test->source, link, foyer_test_business_at (test, NOW), NULL);
    g_assert_cmpint (entry->asks_first, ==, asked[i].asks_first);
    g_assert_true (foyer_portal_entry_is_open (entry));
  }
}

static void
test_without_organisation (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (NULL);
  g_autoptr (FoyerRecord) link = foyer_test_business_make (test, LINK, EXPIRED);
  g_autoptr (FoyerPortalEntry) entry
      = foyer_portal_entry_check (test->source, link, foyer_test_business_at (test, NOW), NULL);

  g_assert_cmpstr (foyer_portal_entry_get_reason (entry)->rule, ==, "D16");
}

static void
test_source_fails (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  FoyerStrictSource *strict = foyer_test_business_get_strict (test);
  g_autoptr (FoyerRecord) link = foyer_test_business_make (
      test, LINK,
      "{'personId': 'pp-1', 'status': 'revoked', 'revokedBy': 'st-1', 'revokedAt': '2025-05-05 09:00',"
      " 'expiresAt': '2025-05-04 12:00'}");
  guint call;

  for (call = 1;; call++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerPortalEntry) entry = NULL;

    foyer_strict_source_fail_at (strict, call);
    entry = foyer_portal_entry_check (test->source, link, foyer_test_business_at (test, NOW), &error);
    if (!foyer_strict_source_has_failed (strict))
      break;
    g_assert_null (entry);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  }
  g_assert_cmpuint (call, >, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/portal-entry/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/portal-entry/old-links-ask-first", test_asks_first);
  g_test_add_func ("/portal-entry/without-an-organisation", test_without_organisation);
  g_test_add_func ("/portal-entry/fails-with-its-source", test_source_fails);
  return g_test_run ();
}
