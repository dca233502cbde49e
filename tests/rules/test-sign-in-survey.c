/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sign-in-survey.c - who could no longer sign in under other settings, and who newly could */

#include "foyer-sign-in-survey.h"

#include "foyer-portal-entry.h"
#include "foyer-settings.h"
#include "foyer-test-business.h"

#include "types/portal_person.h"

#define LA "America/Los_Angeles"
#define NOW "2025-05-05 09:14"

/* Maria has mail and a password, Nils mail alone, Olga neither but a phone, Pia is with a client whose portal is off, Quinn has not come yet, and
   Rosa has nothing but a link. */
#define PEOPLE \
  "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria', 'status': 'active', 'email': " \
  "'maria@hillside.example'," \
  "  'hasPassword': true}," \
  " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Nils', 'status': 'active', 'email': 'nils@mail.example'," \
  "  'phone': '+15035550142'}," \
  " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Olga', 'status': 'active', 'phone': '+15035550143'}," \
  " {'id': 'cl-3', 'name': 'Closed', 'portalEnabled': false}," \
  " {'id': 'pp-4', 'clientId': 'cl-3', 'name': 'Pia', 'status': 'active', 'email': 'pia@closed.example'}," \
  " {'id': 'pp-5', 'clientId': 'cl-2', 'name': 'Quinn', 'status': 'invited', 'email': " \
  "'quinn@mail.example'}," \
  " {'id': 'pp-6', 'clientId': 'cl-1', 'name': 'Rosa', 'status': 'active'}," \
  " {'id': 'pl-1', 'clientId': 'cl-1', 'personId': 'pp-6', 'issuedAt': '2025-05-01 09:00'}," \
  " {'id': 'pl-2', 'clientId': 'cl-1', 'issuedAt': '2025-05-01 09:00'}]"

typedef struct {
  const char *name;
  const char *before; /* of the settings */
  const char *after;
  const char *lost; /* with why */
  const char *gained;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nothing", "{}", "{}", "", "" },
  { "what-has-nothing-to-do-with-it", "{}", "{'portal.payments': false, 'access.session_hours': 1}", "", "" },
  { "mail-off", "{}", "{'access.email_link': false}", "Nils: Sign-in links by email are off. ", "" },
  { "mail-on", "{'access.email_link': false}", "{}", "", "Nils: Sign-in links by email are off. " },
  { "password-off", "{}", "{'access.password': false}", "", "" },
  { "both-off", "{}", "{'access.password': false, 'access.email_link': false}",
    "Maria: Sign-in links by email are off. Nils: Sign-in links by email are off. ", "" },
  { "phone-instead-of-mail", "{}", "{'access.email_link': false, 'access.phone_last4_alone': true}", "", "" },
  { "domain", "{}", "{'access.allowed_domains': ['HILLSIDE.example']}",
    "Nils: mail.example is not in the allowed domains. Rosa: Rosa has no email address, and only some domains are allowed. ", "" },
  { "other-domain", "{'access.allowed_domains': ['hillside.example']}", "{'access.allowed_domains': ['mail.example']}",
    "Maria: hillside.example is not in the allowed domains. ", "Nils: mail.example is not in the allowed domains. " },
  { "portal-off", "{}", "{'portal.enabled': false}",
    "Maria: The portal is off for everyone. Nils: The portal is off for everyone. Rosa: The portal is off for everyone. ", "" },
  { "sso-required", "{}", "{'access.sso': 'required'}",
    "Maria: Single sign-on is required. Nils: Single sign-on is required. Rosa: Single sign-on is required. ", "" },
  { "links-off", "{}", "{'access.direct_links': 'off'}", "Rosa: Direct links are off; clients must sign in. ", "" },
  { "links-checked", "{}", "{'access.direct_links': 'checked'}", "", "" },
};
/* clang-format on */

static FoyerRecord *
make_settings (FoyerTestBusiness *business, const char *json)
{
  g_autoptr (FoyerRecord) settings = foyer_test_business_make (business, "{'id': 'ps-1'}", json);

  return foyer_settings_complete (settings, NULL);
}

static GPtrArray *
ask_of (FoyerTestBusiness *business, FoyerRecord *one, FoyerRecord *other, gboolean everybody)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInSurvey) survey
      = foyer_sign_in_survey_new (business->source, one, other, everybody,
                                  foyer_test_business_at (business, NOW), &error);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (more)
    g_assert_true (foyer_sign_in_survey_step (survey, &more, &error));
  return foyer_sign_in_survey_take (survey);
}

static GPtrArray *
ask (FoyerTestBusiness *business, const char *before, const char *after, gboolean everybody)
{
  g_autoptr (FoyerRecord) one = make_settings (business, before);
  g_autoptr (FoyerRecord) other = make_settings (business, after);

  return ask_of (business, one, other, everybody);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FoyerSignInPerson *one = *(FoyerSignInPerson *const *) a;
  const FoyerSignInPerson *other = *(FoyerSignInPerson *const *) b;

  return g_strcmp0 (foyer_portal_person_get_name (one->person), foyer_portal_person_get_name (other->person));
}

static void
assert_changed (GPtrArray *people, FoyerSignInChange change, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_ptr_array_sort (people, compare_names);
  for (guint i = 0; i < people->len; i++) {
    FoyerSignInPerson *person = people->pdata[i];

    if (foyer_sign_in_person_change (person) == change)
      g_string_append_printf (found, "%s: %s. ", foyer_portal_person_get_name (person->person),
                              person->reason);
  }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;

  foyer_test_business_put (business, PEOPLE);
  people = ask (business, the_case->before, the_case->after, FALSE);
  assert_changed (people, FOYER_SIGN_IN_LOST, the_case->lost);
  assert_changed (people, FOYER_SIGN_IN_GAINED, the_case->gained);
  g_assert_cmpuint (people->len == 0, ==, *the_case->lost == '\0' && *the_case->gained == '\0');
}

/* Everybody who can come in is told with all their ways; whoever cannot is not. */
static void
test_everybody_by_their_ways (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  foyer_test_business_put (business, PEOPLE);
  people = ask (business, "{}", "{'access.phone_last4_alone': true, 'access.password': false}", TRUE);
  g_ptr_array_sort (people, compare_names);
  for (guint i = 0; i < people->len; i++) {
    FoyerSignInPerson *person = people->pdata[i];

    g_string_append_printf (found, "%s %x, ", foyer_portal_person_get_name (person->person), person->after);
  }
  g_assert_cmpstr (found->str, ==, "Maria c, Nils e, Rosa 1, ");
}

/* What is asked of many links at once is what is asked of one. */
static void
assert_link_agrees (const char *records, const char *settings)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (FoyerPortalEntry) entry = NULL;
  g_autofree char *published = g_strdup_printf ("[%s]", settings);
  g_autoptr (FoyerRecord) live = NULL;
  gboolean opens;

  foyer_test_business_put (business, PEOPLE);
  foyer_test_business_put (business, records);
  foyer_test_business_put (business, published);
  live = foyer_settings_get (FOYER_RECORD_SOURCE (business->records), NULL);
  link = foyer_test_business_get (business, "pl-1");
  entry = foyer_portal_entry_check (business->source, link, foyer_test_business_at (business, NOW), NULL);
  people = ask_of (business, live, live, TRUE);
  opens = FALSE;
  for (guint i = 0; i < people->len; i++) {
    FoyerSignInPerson *person = people->pdata[i];

    if (g_str_equal (foyer_portal_person_get_name (person->person), "Rosa"))
      opens = (person->after & 1u << FOYER_SIGN_IN_DIRECT_LINK) != 0;
  }
  if (opens != foyer_portal_entry_is_open (entry))
    g_error ("%s under %s: %d", records, settings, opens);
}

static void
test_links_are_judged_alike (void)
{
  static const char *const records[] = {
    "[]",
    "[{'id': 'pl-1', 'status': 'revoked'}]",
    "[{'id': 'pl-1', 'issuedAt': '2025-01-01 09:00'}]",
    "[{'id': 'pl-1', 'expiresAt': '2025-05-05 09:14'}]",
    "[{'id': 'pl-1', 'expiresAt': '2025-05-05 09:15'}]",
    "[{'id': 'pl-1', 'expiresAt': '2025-05-02 09:00'},"
    " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Repair', 'number': '7', 'status': 'issued', 'issuedOn': "
    "'2025-04-20'}]",
    "[{'id': 'cl-1', 'portalEnabled': false}]",
    "[{'id': 'cl-1', 'directLinks': 'off'}]",
    "[{'id': 'cl-1', 'sso': 'required'}]",
    "[{'id': 'cl-1', 'archivedAt': '2025-05-01 09:00'}]",
    "[{'id': 'pp-6', 'status': 'disabled'}]",
    "[{'id': 'pp-6', 'email': 'rosa@mail.example'}]",
  };
  static const char *const settings[] = {
    "{'id': 'ps-1'}",
    "{'id': 'ps-1', 'portal.enabled': false}",
    "{'id': 'ps-1', 'access.direct_links': 'off'}",
    "{'id': 'ps-1', 'access.direct_links': 'checked', 'access.recheck_after_days': 0}",
    "{'id': 'ps-1', 'access.direct_link_days': 1}",
    "{'id': 'ps-1', 'access.extend_while_unpaid': false}",
    "{'id': 'ps-1', 'access.sso': 'required'}",
    "{'id': 'ps-1', 'access.allowed_domains': ['mail.example']}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (settings); j++)
      assert_link_agrees (records[i], settings[j]);
  }
}

/* A domain that was shut out already, and what shuts out everybody, are no matter of the list. */
static void
test_foreign_domains_are_told (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;

  foyer_test_business_put (business, PEOPLE);
  people = ask (business, "{}", "{'access.allowed_domains': ['hillside.example'], 'portal.enabled': false}",
                FALSE);
  for (guint i = 0; i < people->len; i++) {
    FoyerSignInPerson *person = people->pdata[i];

    g_assert_cmpint (person->is_foreign, ==,
                     !g_str_equal (foyer_portal_person_get_name (person->person), "Maria"));
  }
  g_assert_cmpuint (people->len, ==, 3);
}

/* Of whom nothing is known nothing is said. */
static void
test_without_the_client_nothing_is_said (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;

  foyer_test_business_put (business,
                           "[{'id': 'pp-1', 'clientId': 'cl-9', 'name': 'Maria', 'status': 'active', "
                           "'email': 'maria@hillside.example'}]");
  people = ask (business, "{}", "{'access.email_link': false}", FALSE);
  g_assert_cmpuint (people->len, ==, 0);
}

/* More than one step holds. */
static void
test_nobody_is_left_out_between_steps (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 1; i <= 600; i++)
    g_string_append_printf (json,
                            "%s{'id': 'pp-%u', 'clientId': 'cl-1', 'name': 'P%u', 'status': 'active', "
                            "'email': 'p%u@mail.example'}",
                            i == 1 ? "" : ",", i, i, i);
  g_string_append (json, "]");
  foyer_test_business_put (business, json->str);
  people = ask (business, "{}", "{'access.email_link': false}", FALSE);
  g_assert_cmpuint (people->len, ==, 600);
}

/* One address may be several people's, each with their own reason. */
static void
test_one_address_is_asked_of (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) settings = make_settings (business, "{}");
  g_autoptr (GPtrArray) people = NULL;
  FoyerSignInPerson *first;
  FoyerSignInPerson *second;

  foyer_test_business_put (business,
                           "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ada', 'status': 'active', "
                           "'email': 'ada@mail.example', 'hasPassword': true},"
                           " {'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Ada', 'status': 'invited', "
                           "'email': 'Ada@mail.example'},"
                           " {'id': 'pp-3', 'clientId': 'cl-2', 'name': 'Bo', 'status': 'active', "
                           "'email': 'bo@mail.example'}]");
  people = foyer_sign_in_survey_address (business->source, settings, "ADA@mail.example",
                                         foyer_test_business_at (business, NOW), NULL);
  g_assert_cmpuint (people->len, ==, 2);
  first = people->pdata[0];
  second = people->pdata[1];
  g_assert_cmpuint (first->after, ==,
                    1u << FOYER_SIGN_IN_EMAIL_LINK | 1u << FOYER_SIGN_IN_EMAIL_CODE
                        | 1u << FOYER_SIGN_IN_PASSWORD);
  g_assert_null (first->reason);
  g_assert_cmpuint (second->after, ==, 0);
  g_assert_cmpstr (second->reason, ==, "Ada has not finished signing up");
}

static void
assert_concerns (const char *patch, gboolean expected)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) before = make_settings (business, "{}");
  g_autoptr (FoyerRecord) after = make_settings (business, patch);

  g_assert_cmpint (foyer_sign_in_survey_concerns (before, after), ==, expected);
}

static void
test_only_what_decides_concerns (void)
{
  assert_concerns ("{}", FALSE);
  assert_concerns ("{'booking.lead_hours': 2, 'access.session_hours': 10}", FALSE);
  assert_concerns ("{'portal.enabled': false}", TRUE);
  assert_concerns ("{'access.allowed_domains': ['a.example']}", TRUE);
  assert_concerns ("{'access.allowed_domains': []}", FALSE);
}

/* A source that fails anywhere is told of; nobody is lost in silence. */
static void
test_a_failure_is_told (void)
{
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new (LA);
  FoyerStrictSource *strict = foyer_test_business_get_strict (business);
  g_autoptr (FoyerRecord) before = make_settings (business, "{}");
  g_autoptr (FoyerRecord) after = make_settings (business, "{'access.direct_links': 'off'}");
  gint64 now = foyer_test_business_at (business, NOW);
  guint call = 0;

  foyer_test_business_put (business, PEOPLE);
  do {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerSignInSurvey) survey = NULL;
    gboolean more = TRUE;

    foyer_strict_source_fail_at (strict, ++call);
    survey = foyer_sign_in_survey_new (business->source, before, after, FALSE, now, &error);
    while (survey != NULL && more && foyer_sign_in_survey_step (survey, &more, &error))
      ;
    g_assert_cmpint (error != NULL, ==, foyer_strict_source_has_failed (strict));
  } while (foyer_strict_source_has_failed (strict));
  g_assert_cmpuint (call, >, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/sign-in-survey/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/sign-in-survey/everybody-by-their-ways", test_everybody_by_their_ways);
  g_test_add_func ("/sign-in-survey/links-are-judged-alike", test_links_are_judged_alike);
  g_test_add_func ("/sign-in-survey/foreign-domains-are-told", test_foreign_domains_are_told);
  g_test_add_func ("/sign-in-survey/without-the-client-nothing-is-said",
                   test_without_the_client_nothing_is_said);
  g_test_add_func ("/sign-in-survey/nobody-is-left-out-between-steps", test_nobody_is_left_out_between_steps);
  g_test_add_func ("/sign-in-survey/one-address-is-asked-of", test_one_address_is_asked_of);
  g_test_add_func ("/sign-in-survey/only-what-decides-concerns", test_only_what_decides_concerns);
  g_test_add_func ("/sign-in-survey/a-failure-is-told", test_a_failure_is_told);
  return g_test_run ();
}
