/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-diagnosis.c - each rule names its own cause and no other, and its remedy makes it pass */

#include "foyer-diagnosis.h"

#include "foyer-diagnosis-fixtures.h"

#include "foyer-json.h"
#include "foyer-text.h"

#include <string.h>

static void
assert_alone (FoyerDiagnosis *diagnosis, const FoyerDiagnosisFixture *fixture)
{
  for (guint i = 0; i < diagnosis->findings->len; i++) {
    const FoyerFinding *finding = diagnosis->findings->pdata[i];

    if (finding != diagnosis->answer && finding->verdict >= FOYER_VERDICT_WARN)
      g_error ("%s is not alone: %s says \"%s\"", fixture->rule, finding->rule, finding->sentence);
  }
}

static void
test_cause (gconstpointer data)
{
  const FoyerDiagnosisFixture *fixture = data;
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_fixture_make_world (fixture);
  g_autoptr (FoyerDiagnosis) diagnosis = foyer_diagnosis_world_run (world, fixture->chain);

  g_assert_nonnull (diagnosis->answer);
  g_assert_cmpstr (diagnosis->answer->rule, ==, fixture->rule);
  assert_alone (diagnosis, fixture);
  if (fixture->sentence != NULL)
    g_assert_cmpstr (diagnosis->answer->sentence, ==, fixture->sentence);
  g_assert_nonnull (diagnosis->answer->remedy);
  g_assert_cmpstr (foyer_remedy_kind_name (diagnosis->answer->remedy->kind), ==,
                   foyer_remedy_kind_name (fixture->remedy));
  g_assert_cmpstr (diagnosis->answer->fix, ==, diagnosis->answer->remedy->words);
  /* Old data are no client's business. */
  if (strcmp (fixture->rule, "D50") != 0)
    g_assert_nonnull (diagnosis->answer->client_sentence);
  if (fixture->say != NULL)
    g_assert_cmpstr (diagnosis->answer->client_sentence, ==, fixture->say);
}

static void
test_remedy (gconstpointer data)
{
  const FoyerDiagnosisFixture *fixture = data;
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_fixture_make_world (fixture);
  g_autoptr (FoyerDiagnosis) before = foyer_diagnosis_world_run (world, fixture->chain);
  g_autoptr (FoyerDiagnosis) after = NULL;

  g_assert_nonnull (before->answer);
  foyer_diagnosis_world_apply (world, before->answer->remedy);
  foyer_test_business_put (world->business, fixture->effect);
  if (fixture->mend_facts != NULL)
    fixture->mend_facts (world);
  after = foyer_diagnosis_world_run (world, fixture->chain);
  if (strcmp (fixture->rule, "D49") != 0 && after->answer != NULL)
    g_error ("after the remedy %s says \"%s\"", after->answer->rule, after->answer->sentence);
  if (foyer_diagnosis_find (after, fixture->rule) != NULL)
    g_assert_cmpint (foyer_diagnosis_find (after, fixture->rule)->verdict, <, FOYER_VERDICT_WARN);
}

/* Nobody can complain: no rule of any chain fails, warns or doubts. */
static void
test_healthy (void)
{
  for (int chain = 0; chain < FOYER_N_DIAGNOSIS_CHAINS; chain++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    g_autoptr (FoyerDiagnosis) diagnosis = foyer_diagnosis_world_run (world, (FoyerDiagnosisChain) chain);

    for (guint i = 0; i < diagnosis->findings->len; i++) {
      const FoyerFinding *finding = diagnosis->findings->pdata[i];

      if (finding->verdict >= FOYER_VERDICT_WARN)
        g_error ("%s: %s says \"%s\"", foyer_diagnosis_chain_name ((FoyerDiagnosisChain) chain),
                 finding->rule, finding->sentence);
    }
    g_assert_null (diagnosis->answer);
    g_assert_cmpuint (diagnosis->n_unknown, ==, 0);
  }
}

/* Who is shown and permitted no more now than when they signed in would see nothing new by doing so again. */
static void
test_no_session_is_blamed (void)
{
  static const struct {
    FoyerDiagnosisChain chain;
    const char *records;
  } cases[] = {
    { FOYER_DIAGNOSIS_SEES_NOTHING,
      "[{'id': 'ps-1', 'portal.documents': false}, {'id': 'se-1', 'scopes': ['visits', 'quotes', 'invoices',"
      " 'plans', 'proof', 'photos']}]" },
    { FOYER_DIAGNOSIS_NO_DOCUMENTS,
      "[{'id': 'ps-1', 'portal.documents': false}, {'id': 'se-1', 'scopes': ['visits']}]" },
    { FOYER_DIAGNOSIS_CANNOT_WRITE,
      "[{'id': 'pp-1', 'role': 'read_only'}, {'id': 'se-1', 'permissions': ['see_money']}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    g_autoptr (FoyerDiagnosis) diagnosis = NULL;

    foyer_test_business_put (world->business, cases[i].records);
    diagnosis = foyer_diagnosis_world_run (world, cases[i].chain);
    g_assert_cmpint (foyer_diagnosis_find (diagnosis, "D46")->verdict, ==, FOYER_VERDICT_PASS);
  }
}

static gboolean
needs_records (const char *id)
{
  guint n_rules;
  const FoyerDiagnosisRule *rules = foyer_diagnosis_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++) {
    if (strcmp (rules[i].id, id) == 0)
      return (rules[i].needs & FOYER_DIAGNOSIS_NEEDS_RECORDS) != 0;
  }
  g_assert_not_reached ();
}

/* What was never fetched is in doubt, every rule of it, and nothing of it passes. */
static void
test_never_fetched (void)
{
  for (int chain = 0; chain < FOYER_N_DIAGNOSIS_CHAINS; chain++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    g_autoptr (FoyerDiagnosis) diagnosis = NULL;

    world->the_case.data_at = 0;
    diagnosis = foyer_diagnosis_world_run (world, (FoyerDiagnosisChain) chain);
    g_assert_null (diagnosis->answer);
    for (guint i = 0; i < diagnosis->findings->len; i++) {
      const FoyerFinding *finding = diagnosis->findings->pdata[i];

      if (needs_records (finding->rule))
        g_assert_cmpint (finding->verdict, ==, FOYER_VERDICT_UNKNOWN);
    }
    g_assert_cmpuint (diagnosis->n_unknown, >, 0);
  }
}

/* What only somebody else can say is in doubt until they have said it. */
static void
test_doubts (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (FoyerDiagnosis) address = NULL;
  g_autoptr (FoyerDiagnosis) minimum = NULL;
  g_autoptr (FoyerDiagnosis) foreign = NULL;
  g_autoptr (FoyerDiagnosis) nobody = NULL;

  foyer_test_business_put (world->business,
                           "[{'id': 'dm-1', 'host': 'portal.northwind.example', 'status': 'verified'},"
                           " {'id': 'org-1', 'stripeMinimum': null}]");
  world->the_case.facts.shown_ids = NULL;
  address = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SIGN_IN);
  g_assert_cmpint (foyer_diagnosis_find (address, "D21")->verdict, ==, FOYER_VERDICT_UNKNOWN);
  g_assert_cmpint (foyer_diagnosis_find (address, "D21")->remedy->kind, ==, FOYER_REMEDY_COPY_SENTENCE);
  minimum = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_CANNOT_PAY);
  g_assert_cmpint (foyer_diagnosis_find (minimum, "D38")->verdict, ==, FOYER_VERDICT_UNKNOWN);
  foreign = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SEES_TOO_MUCH);
  g_assert_cmpint (foyer_diagnosis_find (foreign, "D49")->verdict, ==, FOYER_VERDICT_UNKNOWN);
  g_assert_null (foreign->answer);
  g_assert_cmpuint (foreign->n_unknown, ==, 1);
  world->person = NULL;
  nobody = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_NO_VISITS);
  g_assert_cmpint (foyer_diagnosis_find (nobody, "D25")->verdict, ==, FOYER_VERDICT_UNKNOWN);
}

/* The first that fails is the answer, those after it are counted, and what is in doubt before it does not hide it. */
static void
test_order (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (FoyerDiagnosis) diagnosis = NULL;

  foyer_test_business_put (world->business,
                           "[{'id': 'ps-1', 'portal.enabled': false, 'portal.messaging': false},"
                           " {'id': 'pp-1', 'role': 'read_only', 'status': 'disabled'}]");
  diagnosis = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_CANNOT_WRITE);
  g_assert_cmpstr (diagnosis->answer->rule, ==, "D01");
  g_assert_cmpuint (diagnosis->n_also, ==, 2);
}

/* A draft is judged as if it were published, also by the rules that read the settings for themselves. */
static void
test_draft (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (FoyerDiagnosis) live = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SIGN_IN);
  g_autoptr (FoyerDiagnosis) draft = NULL;
  g_autoptr (FoyerRecord) settings = NULL;

  world->draft = "{'access.email_link': false, 'access.password': false}";
  foyer_diagnosis_world_read (world);
  settings = g_object_ref (world->the_case.draft);
  world->draft = NULL;
  world->the_case.settings = settings;
  draft = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SIGN_IN);
  g_assert_null (live->answer);
  g_assert_cmpstr (draft->answer->rule, ==, "D12");
}

/* German clients are spoken to in German, and so is whoever reads it out to them. */
static void
test_language (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (FoyerDiagnosis) diagnosis = NULL;

  foyer_test_business_put (world->business, "[{'id': 'pp-1', 'language': 'de'},"
                                            " {'id': 'ps-1', 'portal.enabled': false}]");
  diagnosis = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_NO_VISITS);
  g_assert_cmpstr (diagnosis->answer->sentence, ==, "The portal is off for everyone");
  g_assert_cmpstr (diagnosis->answer->client_sentence, ==,
                   "Das Portal ist gerade abgeschaltet. Wir sagen Ihnen, wenn es wieder da ist.");
}

/* Every sentence that the table says to clients is in the catalogue. */
static void
test_catalogue (void)
{
  guint n_rules;
  const FoyerDiagnosisRule *rules = foyer_diagnosis_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++) {
    if (rules[i].say != NULL)
      g_assert_cmpstr (foyer_text ("de", rules[i].say), !=, rules[i].say);
  }
}

/* A source that fails anywhere is an error, never an answer. */
static void
test_failures (void)
{
  for (int chain = 0; chain < FOYER_N_DIAGNOSIS_CHAINS; chain++) {
    gboolean has_failed = TRUE;

    for (guint call = 1; has_failed; call++) {
      g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
      FoyerStrictSource *strict = foyer_test_business_get_strict (world->business);
      g_autoptr (FoyerDiagnosis) diagnosis = NULL;
      g_autoptr (GError) error = NULL;

      foyer_diagnosis_world_read (world);
      foyer_strict_source_fail_at (strict, call);
      diagnosis = foyer_diagnosis_run (&world->the_case, (FoyerDiagnosisChain) chain, &error);
      has_failed = foyer_strict_source_has_failed (strict);
      if (has_failed != (diagnosis == NULL) || has_failed != (error != NULL))
        g_error ("%s: call %u failed unseen", foyer_diagnosis_chain_name ((FoyerDiagnosisChain) chain), call);
    }
  }
}

/* A remedy as a document says all of it. */
static void
test_remedy_document (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (FoyerDiagnosis) diagnosis = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *text = NULL;

  foyer_test_business_put (world->business, "[{'id': 'cl-2', 'portalEnabled': false}]");
  diagnosis = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SIGN_IN);
  json = foyer_remedy_to_json (diagnosis->answer->remedy);
  text = foyer_json_canonical_object (json);
  g_assert_cmpstr (text, ==,
                   "{\"ids\":[\"cl-00000000-0000-7000-8000-000000000002\"],\"key\":\"portalEnabled\","
                   "\"kind\":\"enable-client\",\"patch\":{\"portalEnabled\":true},\"type\":\"Client\","
                   "\"words\":\"Turn it on for this client\"}");
}

/* Each rule of the table has a fixture, and the table has each rule of the document, in its order. */
static void
test_table (void)
{
  guint n_rules;
  guint n_fixtures;
  const FoyerDiagnosisRule *rules = foyer_diagnosis_rules (&n_rules);
  const FoyerDiagnosisFixture *fixtures = foyer_diagnosis_fixtures (&n_fixtures);

  g_assert_cmpuint (n_rules, ==, 50);
  for (guint i = 0; i < n_rules; i++) {
    g_autofree char *id = g_strdup_printf ("D%02u", i + 1);
    gboolean has = FALSE;

    g_assert_cmpstr (rules[i].id, ==, id);
    for (guint k = 0; k < n_fixtures; k++)
      has = has || strcmp (rules[i].id, fixtures[k].rule) == 0;
    if (!has)
      g_error ("%s has no fixture", rules[i].id);
    g_assert_cmpuint (rules[i].chains, !=, 0);
  }
}

int
main (int argc, char **argv)
{
  guint n_fixtures;
  const FoyerDiagnosisFixture *fixtures = foyer_diagnosis_fixtures (&n_fixtures);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagnosis/nobody-complains", test_healthy);
  g_test_add_func ("/diagnosis/no-session-is-blamed", test_no_session_is_blamed);
  g_test_add_func ("/diagnosis/never-fetched-is-unknown", test_never_fetched);
  g_test_add_func ("/diagnosis/what-nobody-said-is-unknown", test_doubts);
  g_test_add_func ("/diagnosis/the-first-that-fails-is-the-answer", test_order);
  g_test_add_func ("/diagnosis/a-draft-is-judged-as-published", test_draft);
  g_test_add_func ("/diagnosis/the-client-is-spoken-to-in-their-language", test_language);
  g_test_add_func ("/diagnosis/what-clients-are-told-is-translated", test_catalogue);
  g_test_add_func ("/diagnosis/a-failing-source-is-no-answer", test_failures);
  g_test_add_func ("/diagnosis/a-remedy-is-a-document", test_remedy_document);
  g_test_add_func ("/diagnosis/every-rule-has-a-fixture", test_table);
  for (guint i = 0; i < n_fixtures; i++) {
    g_autofree char *cause = g_strdup_printf ("/diagnosis/cause/%s/%s", fixtures[i].rule, fixtures[i].name);
    g_autofree char *remedy = g_strdup_printf ("/diagnosis/remedy/%s/%s", fixtures[i].rule, fixtures[i].name);

    g_test_add_data_func (cause, &fixtures[i], test_cause);
    g_test_add_data_func (remedy, &fixtures[i], test_remedy);
  }
  return g_test_run ();
}
