/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-data.c - D49 and D50: is anything shown that is somebody else's, and how old is all of this? */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"

#include "foyer-date-text.h"
#include "types/client.h"

#include <string.h>

/* From this age on it is said how old the data is. */
#define OLD_SECONDS (15 * 60)

/* --- D49: nothing of another client --- */

/* Whether a record names a client, and another one than this. What names none is the business's own. */
static gboolean
is_foreign (FoyerDiagnosisRun *run, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  const FoyerField *field = foyer_record_type_field (type, "clientId");
  const char *client_id;

  if (type == &foyer_client_type)
    return strcmp (foyer_record_get_id (record), run->reader.client_id) != 0;
  if (field == NULL || !foyer_record_has (record, (guint) (field - type->fields)))
    return FALSE;
  client_id = foyer_record_get_text (record, type, (guint) (field - type->fields));
  if (g_strcmp0 (client_id, run->reader.client_id) == 0)
    return FALSE;
  /* A bill is also of whoever pays it. */
  field = foyer_record_type_field (type, "billToId");
  return field == NULL
         || g_strcmp0 (foyer_record_get_text (record, type, (guint) (field - type->fields)),
                       run->reader.client_id)
                != 0;
}

static gboolean
find_foreign (FoyerDiagnosisRun *run, FoyerRecord **foreign, GError **error)
{
  const char *const *ids = run->the_case->facts.shown_ids;

  for (guint i = 0; ids[i] != NULL && *foreign == NULL; i++) {
    const FoyerRecordType *type = foyer_record_type_of_id (ids[i]);
    g_autoptr (FoyerRecord) record = NULL;

    if (type == NULL)
      continue;
    if (!foyer_record_source_look_up (run->source, type, ids[i], &record, error))
      return FALSE;
    if (record != NULL && is_foreign (run, record))
      *foreign = g_steal_pointer (&record);
  }
  return TRUE;
}

static void
fail_foreign (FoyerDiagnosisRun *run, FoyerRecord *foreign)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_SECURE_CLIENT, run->the_case->client,
                                foyer_plain_sentence (run->language, "Close the portal to this client now"));
  FoyerFinding *finding;

  foyer_remedy_patch_boolean (remedy, "portalEnabled", FALSE);
  foyer_remedy_set_other (remedy,
                          foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, foreign,
                                                  foyer_plain_sentence (run->language, "Open the record")));
  finding = foyer_diagnosis_fail (run,
                                  foyer_plain_sentence (run->language, "A record of another client is shown"),
                                  NULL, remedy);
  finding->evidence = g_strdup_printf ("%s %s", foyer_record_get_record_type (foreign)->name,
                                       foyer_record_get_id (foreign));
}

gboolean
foyer_diagnosis_check_foreign (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) foreign = NULL;

  if (run->the_case->facts.shown_ids == NULL) {
    foyer_diagnosis_doubt (run,
                           foyer_plain_sentence (run->language,
                                                 "Nobody has looked through the page yet: open the preview"),
                           NULL);
    return TRUE;
  }
  if (!find_foreign (run, &foreign, error))
    return FALSE;
  if (foreign != NULL)
    fail_foreign (run, foreign);
  else
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "Nothing of another client is shown"));
  return TRUE;
}

/* --- D50: the age of the data --- */

static FoyerRemedy *
sync_now (FoyerDiagnosisRun *run)
{
  return foyer_remedy_new (FOYER_REMEDY_SYNC_NOW, foyer_plain_sentence (run->language, "Sync now"));
}

gboolean
foyer_diagnosis_check_age (FoyerDiagnosisRun *run, GError **error)
{
  gint64 data_at = run->the_case->data_at;
  gint64 age = run->the_case->now - data_at;
  g_autofree char *moment = NULL;
  g_autofree char *words = NULL;

  if (data_at == 0) {
    foyer_diagnosis_doubt (run,
                           foyer_plain_sentence (run->language, "This client is not on this computer yet"),
                           sync_now (run));
    return TRUE;
  }
  if (age <= OLD_SECONDS) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "The data is fresh"));
    return TRUE;
  }
  moment = foyer_diagnosis_moment (run, data_at);
  words = foyer_age_text (age, run->language);
  foyer_diagnosis_warn (
      run,
      run->the_case->facts.offline_since != 0
          ? foyer_sentence (run->language,
                            "Computed from data of {moment}, {age} old; there is no connection", "moment",
                            moment, "age", words, NULL)
          : foyer_sentence (run->language, "Computed from data of {moment}, {age} old", "moment", moment,
                            "age", words, NULL),
      NULL, sync_now (run));
  return TRUE;
}
