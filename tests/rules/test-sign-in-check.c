/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sign-in-check.c - who may sign in by what, and what staff read of those who may not */

#include "foyer-sign-in-check.h"

#include "foyer-allowed-domain.h"
#include "foyer-settings.h"

#include "foyer-test-business.h"

#include <gio/gio.h>

#define LA "America/Los_Angeles"
#define NOW "2025-05-05 09:14"

#define MAIL FOYER_SIGN_IN_EMAIL_LINK
#define PASSWORD FOYER_SIGN_IN_PASSWORD
#define PHONE FOYER_SIGN_IN_PHONE_CHECK

typedef struct {
  const char *name;
  FoyerSignInMethod method;
  const char *records;  /* (nullable) */
  const char *rule;     /* (nullable): what keeps them out */
  const char *sentence; /* (nullable) */
} Case;

#define DOMAINS(list) "[{'id': 'ps-1', 'access.allowed_domains': [" list "]}]"

/* clang-format off */
static const Case cases[] = {
  { "mail", MAIL, NULL, NULL, NULL },
  { "password", PASSWORD, NULL, NULL, NULL },
  { "phone-is-no-login", PHONE, NULL, "D12", "The last four digits alone sign nobody in" },
  { "phone-alone-if-switched-on", PHONE, "[{'id': 'ps-1', 'access.phone_last4_alone': true}]", NULL, NULL },
  { "sso-without-provider", FOYER_SIGN_IN_SSO, NULL, "D12", "Single sign-on is not connected" },
  { "portal-off", MAIL, "[{'id': 'ps-1', 'portal.enabled': false}]", "D01", NULL },
  { "client-off", MAIL, "[{'id': 'cl-2', 'portalEnabled': false}]", "D02", NULL },
  { "client-archived", MAIL, "[{'id': 'cl-2', 'archivedAt': '2025-05-02 16:00'}]", "D02", NULL },
  { "invited", MAIL, "[{'id': 'pp-1', 'status': 'invited'}]", "D11", "Maria Lopez has not finished signing up" },
  { "disabled", PASSWORD, "[{'id': 'pp-1', 'status': 'disabled'}]", "D11", NULL },
  { "removed", MAIL, "[{'id': 'pp-1', 'status': 'removed'}]", "D11", NULL },
  { "mail-off", MAIL, "[{'id': 'ps-1', 'access.email_link': false}]", "D12", "Sign-in links by email are off" },
  { "code-off", FOYER_SIGN_IN_EMAIL_CODE, "[{'id': 'ps-1', 'access.email_link': false}]", "D12", NULL },
  { "password-off", PASSWORD, "[{'id': 'ps-1', 'access.password': false}]", "D12", "Passwords are off; clients must use the email link" },
  { "sso-required", MAIL, "[{'id': 'ps-1', 'access.sso': 'required'}]", "D13", "Single sign-on is required" },
  { "sso-required-by-client", PASSWORD, "[{'id': 'cl-2', 'sso': 'required'}]", "D13", NULL },
  { "sso-cannot-be-loosened-by-client", MAIL, "[{'id': 'ps-1', 'access.sso': 'required'}, {'id': 'cl-2', 'sso': 'off'}]", "D13", NULL },
  { "domain-listed", MAIL, DOMAINS ("'hillside.example'"), NULL, NULL },
  { "domain-listed-among-others", MAIL, DOMAINS ("'a.example', 'Hillside.Example'"), NULL, NULL },
  { "domain-not-listed", MAIL, DOMAINS ("'a.example'"), "D14", "hillside.example is not in the allowed domains" },
  { "domain-is-no-ending", MAIL, DOMAINS ("'side.example'"), "D14", NULL },
  { "domain-is-no-parent", MAIL, "[{'id': 'ps-1', 'access.allowed_domains': ['hillside.example']}, {'id': 'pp-1', 'email': 'maria@mail.hillside.example'}]", "D14", NULL },
  { "domain-is-no-beginning", MAIL, DOMAINS ("'hillside.example.org'"), "D14", NULL },
  { "domain-is-no-child", MAIL, DOMAINS ("'mail.hillside.example'"), "D14", NULL },
  { "password-needs-domain", PASSWORD, DOMAINS ("'a.example'"), "D14", NULL },
  { "no-address", PASSWORD, "[{'id': 'ps-1', 'access.allowed_domains': ['a.example']}, {'id': 'pp-1', 'email': null}]", "D14", NULL },
  { "phone-locked", PHONE, "[{'id': 'ps-1', 'access.phone_last4_alone': true}, {'id': 'pp-1', 'lockedUntil': '2025-05-05 09:15'}]", "D19", "Locked after five wrong tries" },
  { "phone-unlocked-in-time", PHONE, "[{'id': 'ps-1', 'access.phone_last4_alone': true}, {'id': 'pp-1', 'lockedUntil': '2025-05-05 09:14'}]", NULL, NULL },
  { "lock-is-for-the-phone-alone", PASSWORD, "[{'id': 'pp-1', 'lockedUntil': '2025-05-05 09:40'}]", NULL, NULL },
};
/* clang-format on */

/* What is asked of many people at once is what is asked of one. */
static void
assert_ways_agree (FoyerTestBusiness *business, FoyerRecord *person, FoyerSignInMethod method, gboolean open)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (FOYER_RECORD_SOURCE (business->records), NULL);
  g_autoptr (FoyerRecord) client = foyer_test_business_get (business, "cl-2");
  guint ways = foyer_sign_in_list_ways (settings, client, person, foyer_test_business_at (business, NOW));

  g_assert_cmpint ((ways & (1u << method)) != 0, ==, open);
}

static void
test_case (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  const FoyerFinding *reason;

  foyer_test_business_put (business, "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'status': "
                                     "'active', 'email': 'Maria@Hillside.Example', 'phone': '+15035550142', "
                                     "'hasPassword': true}]");
  if (the_case->records != NULL)
    foyer_test_business_put (business, the_case->records);
  person = foyer_test_business_get (business, "pp-1");
  findings = foyer_sign_in_check (FOYER_RECORD_SOURCE (business->records), person, the_case->method,
                                  foyer_test_business_at (business, NOW), &error);
  g_assert_no_error (error);
  reason = foyer_sign_in_reason (findings);
  g_assert_cmpstr (reason == NULL ? NULL : reason->rule, ==, the_case->rule);
  if (the_case->sentence != NULL)
    g_assert_cmpstr (reason->sentence, ==, the_case->sentence);
  if (reason != NULL)
    g_assert_false (reason->may_override);
  assert_ways_agree (business, person, the_case->method, reason == NULL);
}

static void
test_sso_without_provider (void)
{
  g_autoptr (FoyerFinding) refused = foyer_sign_in_judge_sso (FOYER_SSO_REQUIRED, FALSE, "en");
  g_autoptr (FoyerFinding) connected = foyer_sign_in_judge_sso (FOYER_SSO_REQUIRED, TRUE, "en");
  g_autoptr (FoyerFinding) optional = foyer_sign_in_judge_sso (FOYER_SSO_OPTIONAL, FALSE, "en");

  g_assert_cmpint (refused->verdict, ==, FOYER_VERDICT_BLOCK);
  g_assert_cmpstr (refused->sentence, ==,
                   "Single sign-on cannot be required: no provider is connected, so nobody could sign in");
  g_assert_cmpint (connected->verdict, ==, FOYER_VERDICT_PASS);
  g_assert_cmpint (optional->verdict, ==, FOYER_VERDICT_PASS);
}

/* Nobody comes in by what they do not have. */
static void
test_ways_need_what_they_are_made_of (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  gint64 now = foyer_test_business_at (business, NOW);
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  foyer_test_business_put (business,
                           "[{'id': 'ps-1', 'access.phone_last4_alone': true},"
                           " {'id': 'cl-2', 'phone': '+15035550199'},"
                           " {'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'status': 'active', "
                           "  'email': 'maria@hillside.example'}]");
  settings = foyer_settings_get (FOYER_RECORD_SOURCE (business->records), NULL);
  client = foyer_test_business_get (business, "cl-2");
  person = foyer_test_business_get (business, "pp-1");
  g_assert_cmpuint (foyer_sign_in_list_ways (settings, NULL, person, now), ==,
                    1u << FOYER_SIGN_IN_EMAIL_LINK | 1u << FOYER_SIGN_IN_EMAIL_CODE);
  g_assert_cmpuint (foyer_sign_in_list_ways (settings, client, person, now), ==,
                    1u << FOYER_SIGN_IN_EMAIL_LINK | 1u << FOYER_SIGN_IN_EMAIL_CODE
                        | 1u << FOYER_SIGN_IN_PHONE_CHECK);
  foyer_test_business_put (business, "[{'id': 'pp-1', 'email': null}]");
  g_clear_object (&person);
  person = foyer_test_business_get (business, "pp-1");
  g_assert_cmpuint (foyer_sign_in_list_ways (settings, client, person, now), ==, 0);
}

/* An international domain is the same in letters and as it stands in the DNS. */
static void
test_an_international_domain_is_one (void)
{
  const char *letters[] = { "acme.example", "B\303\274cher.example", NULL };
  const char *ascii[] = { "XN--BCHER-KVA.example", NULL };
  g_autofree char *one = foyer_allowed_domain_of ("maria@b\303\274cher.example");
  g_autofree char *other = foyer_allowed_domain_of ("maria@xn--bcher-kva.EXAMPLE");

  g_assert_cmpstr (one, ==, "xn--bcher-kva.example");
  g_assert_cmpstr (other, ==, one);
  g_assert_true (foyer_allowed_domain_fits (letters, one));
  g_assert_true (foyer_allowed_domain_fits (ascii, one));
  g_assert_false (foyer_allowed_domain_fits (ascii, "bcher.example"));
  g_assert_false (foyer_allowed_domain_fits (ascii, NULL));
  g_assert_true (foyer_allowed_domain_fits (NULL, NULL));
  g_assert_null (foyer_allowed_domain_of ("maria"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/sign-in/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/sign-in/ways-need-what-they-are-made-of", test_ways_need_what_they_are_made_of);
  g_test_add_func ("/sign-in/an-international-domain-is-one", test_an_international_domain_is_one);
  g_test_add_func ("/sign-in/sso-is-not-required-without-provider", test_sso_without_provider);
  return g_test_run ();
}
