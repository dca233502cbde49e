/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-run.c - what the rules of the diagnosis share */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"
#include "foyer-settings-source.h"
#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "foyer-money.h"
#include "types/client.h"
#include "types/portal_person.h"

static gboolean
load_business (FoyerDiagnosisRun *self, GError **error)
{
  const FoyerDiagnosisCase *the_case = self->the_case;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) published
      = foyer_record_source_get_singleton (the_case->source, &foyer_portal_settings_type, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  self->settings_id = published == NULL ? NULL : g_strdup (foyer_record_get_id (published));
  self->source = the_case->settings == NULL
                     ? g_object_ref (the_case->source)
                     : foyer_settings_source_new (the_case->source, the_case->settings);
  self->business = foyer_business_load (self->source, error);
  return self->business != NULL;
}

static void
find_names (FoyerDiagnosisRun *self)
{
  const FoyerDiagnosisCase *the_case = self->the_case;

  self->language = self->business->language;
  self->client_language = self->language;
  self->client_name = foyer_text (self->language, "the client");
  if (the_case->client != NULL) {
    self->client_name = foyer_client_get_name (the_case->client);
    if (FOYER_HAS (the_case->client, client, language))
      self->client_language = foyer_client_get_language (the_case->client);
  }
  self->name = self->client_name;
  if (the_case->person != NULL) {
    self->name = foyer_portal_person_get_name (the_case->person);
    if (FOYER_HAS (the_case->person, portal_person, language))
      self->client_language = foyer_portal_person_get_language (the_case->person);
  }
}

gboolean
foyer_diagnosis_run_open (FoyerDiagnosisRun *self,
                          const FoyerDiagnosisCase *the_case,
                          FoyerDiagnosisChain chain,
                          GError **error)
{
  self->the_case = the_case;
  self->chain = chain;
  if (!load_business (self, error))
    return FALSE;
  find_names (self);
  self->findings = foyer_findings_new ();
  self->entry = (FoyerEntryChain){ .source = self->source,
                                   .business = self->business,
                                   .client = the_case->client,
                                   .person = the_case->person,
                                   .now = the_case->now,
                                   .findings = self->findings };
  if (the_case->person != NULL && FOYER_HAS (the_case->person, portal_person, property_ids))
    self->property_ids = foyer_portal_person_get_property_ids (the_case->person);
  self->reader.client_id = the_case->client == NULL ? NULL : foyer_record_get_id (the_case->client);
  self->reader.property_ids = (const char *const *) self->property_ids;
  return TRUE;
}

void
foyer_diagnosis_run_clear (FoyerDiagnosisRun *self)
{
  g_clear_object (&self->source);
  g_clear_pointer (&self->business, foyer_business_free);
  g_clear_pointer (&self->settings_id, g_free);
  g_clear_pointer (&self->property_ids, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static FoyerFinding *
add (FoyerDiagnosisRun *self,
     FoyerVerdict verdict,
     char *sentence,
     char *client_sentence,
     FoyerRemedy *remedy)
{
  FoyerFinding *finding = foyer_entry_chain_add (&self->entry, self->rule->id, verdict, sentence);

  finding->client_sentence = client_sentence;
  if (remedy != NULL)
    foyer_finding_take_remedy (finding, remedy);
  return finding;
}

FoyerFinding *
foyer_diagnosis_pass (FoyerDiagnosisRun *self, char *sentence)
{
  return add (self, FOYER_VERDICT_PASS, sentence, NULL, NULL);
}

FoyerFinding *
foyer_diagnosis_inform (FoyerDiagnosisRun *self, char *sentence)
{
  return add (self, FOYER_VERDICT_INFO, sentence, NULL, NULL);
}

FoyerFinding *
foyer_diagnosis_warn (FoyerDiagnosisRun *self, char *sentence, char *client_sentence, FoyerRemedy *remedy)
{
  return add (self, FOYER_VERDICT_WARN, sentence, client_sentence, remedy);
}

FoyerFinding *
foyer_diagnosis_fail (FoyerDiagnosisRun *self, char *sentence, char *client_sentence, FoyerRemedy *remedy)
{
  return add (self, FOYER_VERDICT_BLOCK, sentence, client_sentence, remedy);
}

FoyerFinding *
foyer_diagnosis_doubt (FoyerDiagnosisRun *self, char *sentence, FoyerRemedy *remedy)
{
  return add (self, FOYER_VERDICT_UNKNOWN, sentence, NULL, remedy);
}

FoyerFinding *
foyer_diagnosis_find_last (FoyerDiagnosisRun *self)
{
  FoyerFinding *last = self->findings->len == 0 ? NULL : self->findings->pdata[self->findings->len - 1];

  return last != NULL && g_strcmp0 (last->rule, self->rule->id) == 0 ? last : NULL;
}

FoyerRemedy *
foyer_diagnosis_remedy (FoyerRemedyKind kind, FoyerRecord *record, char *words)
{
  FoyerRemedy *remedy = foyer_remedy_new (kind, words);

  if (record != NULL)
    foyer_remedy_add_record (remedy, foyer_record_get_record_type (record), foyer_record_get_id (record));
  return remedy;
}

FoyerRemedy *
foyer_diagnosis_setting (FoyerDiagnosisRun *self, FoyerRemedyKind kind, const char *key, char *words)
{
  FoyerRemedy *remedy = foyer_remedy_new (kind, words);

  foyer_remedy_add_record (remedy, &foyer_portal_settings_type, self->settings_id);
  foyer_remedy_set_key (remedy, key);
  return remedy;
}

FoyerRemedy *
foyer_diagnosis_switch (FoyerDiagnosisRun *self, const char *key, char *words)
{
  FoyerRemedy *remedy = foyer_diagnosis_setting (self, FOYER_REMEDY_EDIT_SETTING, key, words);

  foyer_remedy_patch_boolean (remedy, key, TRUE);
  return remedy;
}

FoyerRemedy *
foyer_diagnosis_copy (FoyerDiagnosisRun *self, const char *sentence)
{
  FoyerRemedy *remedy = foyer_remedy_new (FOYER_REMEDY_COPY_SENTENCE,
                                          foyer_plain_sentence (self->language, "Copy what to say"));

  foyer_remedy_set_value (remedy, sentence);
  return remedy;
}

char *
foyer_diagnosis_moment (FoyerDiagnosisRun *self, gint64 at)
{
  return self->business->zone == NULL
             ? foyer_utc_format (at)
             : foyer_moment_text (at, self->the_case->now, self->business->zone, self->language);
}

GPtrArray *
foyer_diagnosis_list (FoyerDiagnosisRun *self,
                      const FoyerRecordType *type,
                      const char *field,
                      const char *id,
                      const char *order,
                      GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);

  foyer_query_where_text (query, field, id);
  foyer_query_order (query, order, TRUE);
  foyer_query_limit (query, FOYER_DIAGNOSIS_LIMIT);
  return foyer_record_source_list (self->source, query, error);
}

GPtrArray *
foyer_diagnosis_subjects (FoyerDiagnosisRun *self,
                          const FoyerRecordType *type,
                          const char *order,
                          GError **error)
{
  FoyerRecord *about = self->the_case->about;
  GPtrArray *one;

  if (about == NULL || foyer_record_get_record_type (about) != type)
    return foyer_diagnosis_list (self, type, "clientId", self->reader.client_id, order, error);
  one = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (one, g_object_ref (about));
  return one;
}

char *
foyer_diagnosis_money (FoyerDiagnosisRun *self, FoyerMoneyValue money)
{
  FoyerMoney amount = foyer_money (money.amount, money.currency);

  return foyer_money_format (&amount, self->language);
}
