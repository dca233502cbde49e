/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-diagnosis.c - each rule names its own cause and no other, and its remedy makes it pass */

#include "foyer-diagnosis.h"

#include "foyer-diagnosis-fixtures.h"

#include <string.h>

static FoyerDiagnosisWorld *
make_world (const FoyerDiagnosisFixture *fixture)
{
  FoyerDiagnosisWorld *world = foyer_diagnosis_world_new ();

  foyer_test_business_put (world->business, fixture->broken);
  if (fixture->person != NULL)
    world->person = strcmp (fixture->person, "-") == 0 ? NULL : fixture->person;
  world->link = fixture->link;
  world->about = fixture->about;
  world->draft = fixture->draft;
  if (fixture->break_facts != NULL)
    fixture->break_facts (world);
  return world;
}

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
  g_autoptr (FoyerDiagnosisWorld) world = make_world (fixture);
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
  if (diagnosis->answer->verdict == FOYER_VERDICT_BLOCK)
    g_assert_nonnull (diagnosis->answer->client_sentence);
}

static void
test_remedy (gconstpointer data)
{
  const FoyerDiagnosisFixture *fixture = data;
  g_autoptr (FoyerDiagnosisWorld) world = make_world (fixture);
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

      if (strcmp (finding->rule, "D01") != 0 && strcmp (finding->rule, "D02") != 0)
        g_assert_cmpint (finding->verdict, ==, FOYER_VERDICT_UNKNOWN);
    }
    g_assert_cmpuint (diagnosis->n_unknown, >, 0);
  }
}

/* Each rule of the table has a fixture, and the table has each rule of the document, in its order. */
static void
test_table (void)
{
  guint n_rules;
  guint n_fixtures;
  const FoyerDiagnosisRule *rules = foyer_diagnosis_rules (&n_rules);
  const FoyerDiagnosisFixture *fixtures = foyer_diagnosis_fixtures (&n_fixtures);

  for (guint i = 0; i < n_rules; i++) {
    gboolean has = FALSE;

    for (guint k = 0; k < n_fixtures; k++)
      has = has || strcmp (rules[i].id, fixtures[k].rule) == 0;
    if (!has)
      g_error ("%s has no fixture", rules[i].id);
    if (i > 0)
      g_assert_cmpstr (rules[i - 1].id, <, rules[i].id);
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
  g_test_add_func ("/diagnosis/never-fetched-is-unknown", test_never_fetched);
  g_test_add_func ("/diagnosis/every-rule-has-a-fixture", test_table);
  for (guint i = 0; i < n_fixtures; i++) {
    g_autofree char *cause = g_strdup_printf ("/diagnosis/cause/%s/%s", fixtures[i].rule, fixtures[i].name);
    g_autofree char *remedy = g_strdup_printf ("/diagnosis/remedy/%s/%s", fixtures[i].rule, fixtures[i].name);

    g_test_add_data_func (cause, &fixtures[i], test_cause);
    g_test_add_data_func (remedy, &fixtures[i], test_remedy);
  }
  return g_test_run ();
}
