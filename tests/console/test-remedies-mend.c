/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-remedies-mend.c - what a diagnosis proposes, done at a console, makes the rule pass that was the cause (E1) */

#include "foyer-remedy-verbs.h"

#include "foyer-console-fixture.h"
#include "foyer-diagnosis-fixtures.h"
#include "foyer-json.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture desk;
  FoyerDiagnosisWorld *world;
  GtkWidget *place;
  FoyerRemedyVerbs *verbs;
  char *said; /* (nullable): the last */
} Office;

static void
on_said (Office *office, const char *sentence)
{
  g_free (office->said);
  office->said = g_strdup (sentence);
}

/* --- The records of the world, at a console --- */

typedef void (*RecordFunc) (FoyerRecord *record, gpointer data);

static void
for_each (FoyerRecordSource *source, RecordFunc function, gpointer data)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (types[i]);
    g_autoptr (GPtrArray) records = foyer_record_source_list (source, query, NULL);

    for (guint k = 0; k < records->len; k++)
      function (records->pdata[k], data);
  }
}

static void
put_in_store (FoyerRecord *record, gpointer writer)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);

  json_object_set_int_member (json, "rev", 10);
  g_assert_true (foyer_store_writer_put (writer, foyer_record_get_record_type (record), json, NULL));
}

static gpointer
pull_world (FoyerStoreWriter *writer, gpointer user_data, GError **error)
{
  for_each (FOYER_RECORD_SOURCE (((Office *) user_data)->world->business->records), put_in_store, writer);
  return NULL;
}

static void
put_in_world (FoyerRecord *record, gpointer data)
{
  foyer_memory_source_put (((Office *) data)->world->business->records, record);
}

static gpointer
read_store (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  for_each (source, put_in_world, user_data);
  return NULL;
}

/* What a client would be shown by what stands at the console now. */
static void
take_what_is_here (Office *office)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_read_async (office->desk.store, read_store, office, NULL, NULL, NULL, foyer_test_take_result,
                          &waiting);
  result = foyer_test_wait_result (&waiting);
}

/* --- The office --- */

static void
open_office (Office *office, const FoyerDiagnosisFixture *fixture)
{
  office->world = foyer_diagnosis_fixture_make_world (fixture);
  office->desk.role = "admin";
  foyer_console_fixture_set_up (&office->desk, NULL);
  foyer_test_write (office->desk.store, pull_world, office);
  foyer_console_fixture_pull (&office->desk, "[{'id': 'st-1', 'role': 'admin'}]");
  office->place = g_object_ref_sink (gtk_label_new (NULL));
  office->verbs = foyer_remedy_verbs_new (office->place);
  g_signal_connect_swapped (office->verbs, "said", G_CALLBACK (on_said), office);
  foyer_remedy_verbs_start (office->verbs, office->desk.desk);
}

static void
close_office (Office *office)
{
  foyer_remedy_verbs_stop (office->verbs);
  foyer_test_settle ();
  g_assert_finalize_object (office->verbs);
  g_assert_finalize_object (office->place);
  g_free (office->said);
  foyer_console_fixture_tear_down (&office->desk, NULL);
  foyer_diagnosis_world_free (office->world);
}

/* What has a patch is done with it alone. What has none opens a place, asks, or is made by the server. */
static void
test_mends (gconstpointer data)
{
  const FoyerDiagnosisFixture *fixture = data;
  Office office = { 0 };
  g_autoptr (FoyerDiagnosis) before = NULL;
  g_autoptr (FoyerDiagnosis) after = NULL;

  open_office (&office, fixture);
  before = foyer_diagnosis_world_run (office.world, fixture->chain);
  g_assert_cmpstr (before->answer->rule, ==, fixture->rule);
  foyer_remedy_verbs_carry_out (office.verbs, before->answer->remedy);
  foyer_test_settle ();
  take_what_is_here (&office);
  foyer_test_business_put (office.world->business, fixture->effect);
  if (fixture->mend_facts != NULL)
    fixture->mend_facts (office.world);
  after = foyer_diagnosis_world_run (office.world, fixture->chain);
  if (foyer_diagnosis_find (after, fixture->rule) != NULL
      && foyer_diagnosis_find (after, fixture->rule)->verdict >= FOYER_VERDICT_WARN)
    g_error ("%s still says “%s”; the console said “%s”", fixture->rule,
             foyer_diagnosis_find (after, fixture->rule)->sentence, office.said);
  close_office (&office);
}

static gboolean
has_patch (const FoyerDiagnosisFixture *fixture)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_fixture_make_world (fixture);
  g_autoptr (FoyerDiagnosis) diagnosis = foyer_diagnosis_world_run (world, fixture->chain);

  return diagnosis->answer->remedy != NULL && diagnosis->answer->remedy->patch != NULL;
}

int
main (int argc, char **argv)
{
  guint n_fixtures;
  const FoyerDiagnosisFixture *fixtures = foyer_diagnosis_fixtures (&n_fixtures);

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < n_fixtures; i++) {
    g_autofree char *name = g_strdup_printf ("/remedies-mend/%s/%s", fixtures[i].rule, fixtures[i].name);

    if (has_patch (&fixtures[i]))
      g_test_add_data_func (name, &fixtures[i], test_mends);
  }
  return g_test_run ();
}
