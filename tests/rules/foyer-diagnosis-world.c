/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-world.c - a client of whom nobody can complain */

#include "foyer-diagnosis-world.h"

#include "foyer-json.h"
#include "foyer-patch.h"

#define ZONE "America/Los_Angeles"

static const char business[]
    = "[{'id': 'org-1', 'portalUrl': 'https://northwind.portal.example/', 'stripe': 'ready', 'texts': "
      "'connected',"
      "  'mail': 'ready', 'stripeMinimum': {'amount': 50, 'currency': 'USD'}},"
      " {'id': 'ps-1', 'version': 3, 'booking.mode': 'approve', 'booking.services': ['sv-1'], 'sms.booked': "
      "true},"
      " {'id': 'cl-2', 'email': 'office@hillside.example', 'phone': '+15035550100'}]";

static const char people[]
    = "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'status': 'active', 'role': 'owner',"
      "  'email': 'maria@hillside.example', 'phone': '+15035550142', 'hasPassword': true, 'mail': 'good',"
      "  'sentTo': 'maria@hillside.example', 'smsOptIn': true},"
      " {'id': 'iv-1', 'clientId': 'cl-2', 'personId': 'pp-1', 'email': 'maria@hillside.example',"
      "  'status': 'registered', 'sentAt': '2025-04-01 09:00', 'deliveredAt': '2025-04-01 09:01',"
      "  'openedAt': '2025-04-01 10:00', 'registeredAt': '2025-04-01 10:05', 'expiresAt': '2025-04-08 "
      "09:00'},"
      " {'id': 'pl-1', 'clientId': 'cl-2', 'origin': 'invoice', 'status': 'live', 'issuedAt': '2025-05-01 "
      "08:00'},"
      " {'id': 'se-1', 'clientId': 'cl-2', 'personId': 'pp-1', 'method': 'email_link', 'status': 'open',"
      "  'startedAt': '2025-05-04 10:00', 'expiresAt': '2025-05-07 10:00', 'settingsVersion': 3}]";

static const char work[]
    = "[{'id': 'vs-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Repair', 'status': 'done',"
      "  'start': '2025-05-02 09:00', 'end': '2025-05-02 11:00'},"
      " {'id': 'vs-2', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'serviceId': 'sv-1', 'title': 'Tune-up',"
      "  'start': '2025-05-08 09:00', 'end': '2025-05-08 11:00'},"
      " {'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'blob', 'released': true,"
      "  'takenAt': '2025-05-02 10:00'},"
      " {'id': 'pk-1', 'clientId': 'cl-2', 'visitId': 'vs-1', 'status': 'published',"
      "  'publishedAt': '2025-05-02 12:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'number': 'INV-1042', 'title': 'Repair',"
      "  'status': 'issued', 'issuedOn': '2025-05-02', 'total': {'amount': 42000, 'currency': 'USD'},"
      "  'balance': {'amount': 42000, 'currency': 'USD'}, 'payLink': 'live',"
      "  'payLinkAmount': {'amount': 42000, 'currency': 'USD'}},"
      " {'id': 'qt-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'number': 'Q-7', 'title': 'New boiler',"
      "  'status': 'sent', 'sentAt': '2025-05-01 12:00', 'validUntil': '2025-05-31'},"
      " {'id': 'qv-1', 'quoteId': 'qt-1', 'version': 1, 'sentAt': '2025-05-01 12:00'},"
      " {'id': 'dc-1', 'clientId': 'cl-2', 'title': 'Warranty', 'shownTo': 'all', 'blobId': 'blob'},"
      " {'id': 'pn-1', 'clientId': 'cl-2', 'name': 'Care', 'status': 'active', 'propertyIds': ['pr-2']}]";

FoyerDiagnosisWorld *
foyer_diagnosis_world_new (void)
{
  static const char *const shown[] = { NULL };
  FoyerDiagnosisWorld *self = g_new0 (FoyerDiagnosisWorld, 1);

  self->business = foyer_test_business_new (ZONE);
  foyer_test_business_put (self->business, business);
  foyer_test_business_put (self->business, people);
  foyer_test_business_put (self->business, work);
  self->person = "pp-1";
  self->the_case.source = self->business->source;
  self->the_case.now = foyer_test_business_at (self->business, FOYER_DIAGNOSIS_NOW);
  self->the_case.data_at = self->the_case.now - 60;
  self->the_case.facts.shown_ids = shown;
  return self;
}

static void
clear_case (FoyerDiagnosisWorld *self)
{
  g_clear_object (&self->the_case.client);
  g_clear_object (&self->the_case.person);
  g_clear_object (&self->the_case.link);
  g_clear_object (&self->the_case.about);
  g_clear_object (&self->the_case.draft);
}

void
foyer_diagnosis_world_free (FoyerDiagnosisWorld *self)
{
  clear_case (self);
  foyer_test_business_free (self->business);
  g_free (self);
}

static FoyerRecord *
get (FoyerDiagnosisWorld *self, const char *id)
{
  return id == NULL ? NULL : foyer_test_business_get (self->business, id);
}

void
foyer_diagnosis_world_read (FoyerDiagnosisWorld *self)
{
  clear_case (self);
  self->the_case.client = get (self, "cl-2");
  self->the_case.person = get (self, self->person);
  self->the_case.link = get (self, self->link);
  self->the_case.about = get (self, self->about);
  if (self->draft != NULL) {
    g_autoptr (FoyerRecord) settings = get (self, "ps-1");
    g_autoptr (JsonObject) known = foyer_record_to_json (settings);
    g_autofree char *json = foyer_json_to_text (known);

    self->the_case.draft = foyer_test_business_make (self->business, json, self->draft);
  }
}

FoyerDiagnosis *
foyer_diagnosis_world_run (FoyerDiagnosisWorld *self, FoyerDiagnosisChain chain)
{
  g_autoptr (GError) error = NULL;
  FoyerDiagnosis *diagnosis;

  foyer_diagnosis_world_read (self);
  diagnosis = foyer_diagnosis_run (&self->the_case, chain, &error);
  g_assert_no_error (error);
  return diagnosis;
}

void
foyer_diagnosis_world_apply (FoyerDiagnosisWorld *self, const FoyerRemedy *remedy)
{
  for (guint i = 0; remedy->patch != NULL && remedy->ids[i] != NULL; i++) {
    g_autoptr (FoyerRecord) before = foyer_record_source_get (FOYER_RECORD_SOURCE (self->business->records),
                                                              remedy->type, remedy->ids[i], NULL);
    g_autoptr (JsonObject) known = foyer_record_to_json (before);
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonObject) whole = foyer_patch_apply (known, remedy->patch, &error);
    g_autoptr (FoyerRecord) after = NULL;

    g_assert_no_error (error);
    after = foyer_record_from_json (remedy->type, whole, &error);
    g_assert_no_error (error);
    foyer_memory_source_put (self->business->records, after);
  }
}
