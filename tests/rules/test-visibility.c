/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-visibility.c - which link of the chain hides a kind of record */

#include "foyer-visibility.h"

#include "foyer-settings.h"
#include "foyer-test-business.h"

typedef struct {
  const char *name;
  const char *records; /* (nullable) */
  FoyerScope scope;
  const char *rule;     /* (nullable): the first that hides it */
  const char *sentence; /* (nullable) */
} Case;

/* clang-format off */
static const Case cases[] = {
  { "shown", NULL, FOYER_SCOPE_VISITS, NULL, NULL },
  { "invoices-off", "[{'id': 'ps-1', 'portal.show_invoices': false}]", FOYER_SCOPE_INVOICES, "D22", "Invoices are hidden for everyone" },
  { "photos-off", "[{'id': 'ps-1', 'portal.photos': false}]", FOYER_SCOPE_PHOTOS, "D22", NULL },
  { "documents-off", "[{'id': 'ps-1', 'portal.documents': false}]", FOYER_SCOPE_DOCUMENTS, "D22", NULL },
  { "plans-off", "[{'id': 'ps-1', 'portal.plans': false}]", FOYER_SCOPE_PLANS, "D22", NULL },
  { "proof-off", "[{'id': 'ps-1', 'portal.proof': false}]", FOYER_SCOPE_PROOF, "D22", NULL },
  { "other-feature-off", "[{'id': 'ps-1', 'portal.photos': false}]", FOYER_SCOPE_INVOICES, NULL, NULL },
  { "not-by-default", "[{'id': 'ps-1', 'scopes.default': ['visits']}]", FOYER_SCOPE_QUOTES, "D23", "Quotes are hidden unless a client is allowed them" },
  { "own-scopes-instead", "[{'id': 'ps-1', 'scopes.default': ['visits']}, {'id': 'cl-2', 'scopes': ['quotes']}]", FOYER_SCOPE_QUOTES, NULL, NULL },
  { "client-scope", "[{'id': 'cl-2', 'scopes': ['quotes']}]", FOYER_SCOPE_VISITS, "D23", "Visits are hidden for Hillside Dental" },
  { "link-scope", "[{'id': 'pl-1', 'scopes': ['invoices']}]", FOYER_SCOPE_VISITS, "D24", "The link does not show Visits" },
  { "link-shows-it", "[{'id': 'pl-1', 'scopes': ['invoices']}]", FOYER_SCOPE_INVOICES, NULL, NULL },
  { "person-scope", "[{'id': 'pp-1', 'scopes': ['invoices']}]", FOYER_SCOPE_VISITS, "D25", "Maria Lopez may not see Visits" },
  { "first-of-several", "[{'id': 'cl-2', 'scopes': []}, {'id': 'pp-1', 'scopes': []}]", FOYER_SCOPE_VISITS, "D23", NULL },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const FoyerFinding *first = NULL;

  foyer_test_business_put (test,
                           "[{'id': 'pl-1', 'clientId': 'cl-2'},"
                           " {'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'status': 'active'}]");
  foyer_test_business_put (test, at->records);
  settings = foyer_settings_get (test->source, NULL);
  client = foyer_test_business_get (test, "cl-2");
  link = foyer_test_business_get (test, "pl-1");
  person = foyer_test_business_get (test, "pp-1");
  findings = foyer_visibility_check (settings, at->scope, client, link, person, "en-US");
  g_assert_cmpuint (findings->len, ==, 4);
  for (guint i = 0; first == NULL && i < findings->len; i++) {
    const FoyerFinding *finding = findings->pdata[i];

    g_assert_cmpint (finding->fix != NULL, ==, finding->verdict == FOYER_VERDICT_BLOCK);
    first = finding->verdict == FOYER_VERDICT_BLOCK ? finding : NULL;
  }
  g_assert_cmpstr (first == NULL ? NULL : first->rule, ==, at->rule);
  if (at->sentence != NULL)
    g_assert_cmpstr (first->sentence, ==, at->sentence);
}

static void
test_nobody (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autoptr (FoyerRecord) settings = foyer_settings_get (test->source, NULL);
  g_autoptr (GPtrArray) findings
      = foyer_visibility_check (settings, FOYER_SCOPE_PROOF, NULL, NULL, NULL, "en-US");

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpint ((int) foyer_findings_worst (findings), ==, (int) FOYER_VERDICT_PASS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/visibility/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/visibility/who-is-not-there-hides-nothing", test_nobody);
  return g_test_run ();
}
