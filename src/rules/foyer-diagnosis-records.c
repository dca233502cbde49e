/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-records.c - D30 to D34: the record is there, and not shown yet or not to them */

#include "foyer-diagnosis-run.h"

#include "foyer-record-words.h"
#include "foyer-sentence.h"

#include "types/client.h"
#include "types/invoice.h"
#include "types/photo.h"
#include "types/proof_pack.h"
#include "types/visit.h"

#include <string.h>

static FoyerRemedy *
open_client (FoyerDiagnosisRun *run)
{
  return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->client,
                                 foyer_plain_sentence (run->language, "Open the client"));
}

/* Those of the subjects that the rule that is asked hides, and how many subjects there are. */
static gboolean
list_hidden (FoyerDiagnosisRun *run,
             const FoyerRecordType *type,
             const char *order,
             GPtrArray **hidden,
             guint *n_subjects,
             GError **error)
{
  g_autoptr (GPtrArray) subjects = foyer_diagnosis_subjects (run, type, order, error);

  *hidden = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; subjects != NULL && i < subjects->len; i++) {
    FoyerRecord *record = subjects->pdata[i];
    g_autoptr (FoyerRecord) visit = NULL;

    if (type == &foyer_photo_type
        && !foyer_record_source_look_up (run->source, &foyer_visit_type, foyer_photo_get_visit_id (record),
                                         &visit, error))
      return FALSE;
    if (g_strcmp0 (foyer_record_hidden_by (record, visit, &run->reader), run->rule->id) == 0)
      g_ptr_array_add (*hidden, g_object_ref (record));
  }
  *n_subjects = subjects == NULL ? 0 : subjects->len;
  return subjects != NULL;
}

/* --- D30 and D31: photos --- */

gboolean
foyer_diagnosis_check_released (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autofree char *things = NULL;
  FoyerRemedy *remedy;
  guint n_photos;

  if (!list_hidden (run, &foyer_photo_type, "takenAt", &hidden, &n_photos, error))
    return FALSE;
  if (n_photos == 0) {
    foyer_diagnosis_warn (run,
                          foyer_sentence (run->language, "There are no photos for {client}", "client",
                                          run->client_name, NULL),
                          foyer_plain_sentence (run->client_language,
                                                "There are no photos of your visits yet."),
                          open_client (run));
    return TRUE;
  }
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "All photos are released"));
    return TRUE;
  }
  things = foyer_record_count_text (&foyer_photo_type, hidden->len, run->language);
  remedy = foyer_remedy_new (FOYER_REMEDY_RELEASE, foyer_plain_sentence (run->language, "Release"));
  foyer_remedy_patch_boolean (remedy, "released", TRUE);
  for (guint i = 0; i < hidden->len; i++)
    foyer_remedy_add_record (remedy, &foyer_photo_type, foyer_record_get_id (hidden->pdata[i]));
  foyer_diagnosis_fail (run, foyer_sentence (run->language, "Not released: {things}", "things", things, NULL),
                        NULL, remedy);
  return TRUE;
}

gboolean
foyer_diagnosis_check_done (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autofree char *things = NULL;
  guint n_photos;
  const char *say;
  FoyerFinding *finding;

  if (!list_hidden (run, &foyer_photo_type, "takenAt", &hidden, &n_photos, error))
    return FALSE;
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "The visits of the photos are done"));
    return TRUE;
  }
  say = foyer_text (run->client_language, run->rule->say);
  things = foyer_record_count_text (&foyer_photo_type, hidden->len, run->language);
  finding
      = foyer_diagnosis_fail (run,
                              foyer_plain_sentence (run->language, "Photos appear when the visit is done"),
                              g_strdup (say), foyer_diagnosis_copy (run, say));
  finding->evidence = g_steal_pointer (&things);
  return TRUE;
}

/* --- D32 and D33: invoices --- */

static FoyerRemedy *
open_invoice (FoyerDiagnosisRun *run, FoyerRecord *invoice)
{
  return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, invoice,
                                 foyer_plain_sentence (run->language, "Open the invoice"));
}

gboolean
foyer_diagnosis_check_issued (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  FoyerRecord *draft = NULL;
  guint n_invoices;

  if (!list_hidden (run, &foyer_invoice_type, "issuedOn", &hidden, &n_invoices, error))
    return FALSE;
  /* What is void is meant to be gone, unless somebody asks for it by name. */
  for (guint i = 0; i < hidden->len && draft == NULL; i++) {
    if (foyer_invoice_get_status (hidden->pdata[i]) != FOYER_INVOICE_VOID
        || hidden->pdata[i] == run->the_case->about)
      draft = hidden->pdata[i];
  }
  if (n_invoices == 0)
    foyer_diagnosis_warn (run,
                          foyer_sentence (run->language, "There are no invoices for {client}", "client",
                                          run->client_name, NULL),
                          foyer_plain_sentence (run->client_language,
                                                "There is no invoice for you at the moment."),
                          open_client (run));
  else if (draft == NULL)
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "No invoice is a draft"));
  else
    foyer_diagnosis_fail (run,
                          foyer_invoice_get_status (draft) == FOYER_INVOICE_VOID
                              ? foyer_sentence (run->language, "{invoice} is void", "invoice",
                                                foyer_record_label (draft), NULL)
                              : foyer_sentence (run->language, "{invoice} is still a draft", "invoice",
                                                foyer_record_label (draft), NULL),
                          foyer_invoice_get_status (draft) == FOYER_INVOICE_VOID
                              ? foyer_plain_sentence (run->client_language,
                                                      "That invoice is no longer valid.")
                              : NULL,
                          open_invoice (run, draft));
  return TRUE;
}

gboolean
foyer_diagnosis_check_payer (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (FoyerRecord) payer = NULL;
  guint n_invoices;

  if (!list_hidden (run, &foyer_invoice_type, "issuedOn", &hidden, &n_invoices, error))
    return FALSE;
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "No invoice is billed to somebody else"));
    return TRUE;
  }
  if (!foyer_record_source_look_up (run->source, &foyer_client_type,
                                    foyer_invoice_get_bill_to_id (hidden->pdata[0]), &payer, error))
    return FALSE;
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language, "{invoice} is billed to {client}", "invoice",
                                        foyer_record_label (hidden->pdata[0]), "client",
                                        payer == NULL ? foyer_text (run->language, "another client")
                                                      : foyer_client_get_name (payer),
                                        NULL),
                        NULL, open_invoice (run, hidden->pdata[0]));
  return TRUE;
}

/* --- D34: proof --- */

gboolean
foyer_diagnosis_check_proof (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (FoyerRecord) visit = NULL;
  guint n_packs;

  if (!list_hidden (run, &foyer_proof_pack_type, "publishedAt", &hidden, &n_packs, error))
    return FALSE;
  if (n_packs == 0) {
    foyer_diagnosis_warn (run,
                          foyer_sentence (run->language, "No proof pack was made for {client}", "client",
                                          run->client_name, NULL),
                          foyer_plain_sentence (run->client_language, "There is no report for you yet."),
                          open_client (run));
    return TRUE;
  }
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "All proof packs are published"));
    return TRUE;
  }
  if (!foyer_record_source_look_up (run->source, &foyer_visit_type,
                                    foyer_proof_pack_get_visit_id (hidden->pdata[0]), &visit, error))
    return FALSE;
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language, "The proof of “{visit}” is not published", "visit",
                                        foyer_record_label (visit == NULL ? hidden->pdata[0] : visit), NULL),
                        NULL,
                        foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, hidden->pdata[0],
                                                foyer_plain_sentence (run->language,
                                                                      "Ask the technician to publish it")));
  return TRUE;
}
