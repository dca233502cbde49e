/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-visibility.c - which rule hides one record of a kind that is shown */

#include "foyer-record-visibility.h"

#include "foyer-test-business.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *record;
  const char *rule;     /* (nullable) */
  const char *sentence; /* (nullable) */
  gboolean site_only;   /* whether the person sees pr-2 alone */
} Case;

#define SITE TRUE

/* Judged for Hillside Dental (cl-2), whose site is pr-2; Ellen Ruiz (cl-1) is the other client. */
/* clang-format off */
static const Case cases[] = {
  { "visit", "{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", NULL, "The client sees this", FALSE },
  { "visit-of-another", "{'id': 'vs-1', 'clientId': 'cl-1', 'title': 'x', 'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", "D27", "This belongs to another client", FALSE },
  { "visit-skipped", "{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'skipped', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", "X12", NULL, FALSE },
  { "visit-of-no-site", "{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", "D29", NULL, SITE },
  { "visit-of-their-site", "{'id': 'vs-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'x', 'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", NULL, NULL, SITE },
  { "visit-of-another-site", "{'id': 'vs-1', 'clientId': 'cl-2', 'propertyId': 'pr-3', 'title': 'x', 'status': 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}", "D29", NULL, SITE },
  { "property", "{'id': 'pr-2', 'clientId': 'cl-2', 'street': 'x'}", NULL, NULL, SITE },
  { "property-of-another", "{'id': 'pr-1', 'clientId': 'cl-1', 'street': 'x'}", "D28", NULL, FALSE },
  { "property-archived", "{'id': 'pr-2', 'clientId': 'cl-2', 'street': 'x', 'archivedAt': '2026-01-01 09:00'}", "D28", NULL, FALSE },
  { "property-not-theirs", "{'id': 'pr-3', 'clientId': 'cl-2', 'street': 'x'}", "D29", NULL, SITE },
  { "invoice", "{'id': 'inv-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'issued'}", NULL, NULL, FALSE },
  { "invoice-draft", "{'id': 'inv-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'draft'}", "D32", "The invoice is still a draft, or void", FALSE },
  { "invoice-void", "{'id': 'inv-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'void'}", "D32", NULL, FALSE },
  { "invoice-billed-elsewhere", "{'id': 'inv-1', 'clientId': 'cl-2', 'billToId': 'cl-1', 'title': 'x', 'status': 'issued'}", "D33", NULL, FALSE },
  { "invoice-billed-here", "{'id': 'inv-1', 'clientId': 'cl-1', 'billToId': 'cl-2', 'title': 'x', 'status': 'issued'}", NULL, NULL, FALSE },
  { "invoice-of-others", "{'id': 'inv-1', 'clientId': 'cl-1', 'billToId': 'cl-3', 'title': 'x', 'status': 'issued'}", "D27", NULL, FALSE },
  { "invoice-of-another", "{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'x', 'status': 'issued'}", "D27", NULL, FALSE },
  { "invoice-of-no-site", "{'id': 'inv-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'issued'}", "D29", NULL, SITE },
  { "payment", "{'id': 'py-1', 'clientId': 'cl-2', 'amount': {'amount': 1, 'currency': 'USD'}, 'paidAt': '2026-11-02 09:00'}", NULL, NULL, FALSE },
  { "payment-of-another", "{'id': 'py-1', 'clientId': 'cl-1', 'amount': {'amount': 1, 'currency': 'USD'}, 'paidAt': '2026-11-02 09:00'}", "D27", NULL, FALSE },
  { "quote", "{'id': 'qt-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'sent'}", NULL, NULL, FALSE },
  { "quote-draft", "{'id': 'qt-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'draft'}", "X12", "This is not shown to the client", FALSE },
  { "quote-of-another", "{'id': 'qt-1', 'clientId': 'cl-1', 'title': 'x', 'status': 'sent'}", "D27", NULL, FALSE },
  { "photo", "{'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-8', 'blobId': 'b', 'released': true}", NULL, NULL, FALSE },
  { "photo-not-released", "{'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-8', 'blobId': 'b'}", "D30", "The photo is not released", FALSE },
  { "photo-before-the-end", "{'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-9', 'blobId': 'b', 'released': true}", "D31", NULL, FALSE },
  { "photo-of-no-visit", "{'id': 'ph-1', 'clientId': 'cl-2', 'blobId': 'b', 'released': true}", "X12", NULL, FALSE },
  { "photo-of-another", "{'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-8', 'blobId': 'b', 'released': true}", "D27", NULL, FALSE },
  { "photo-of-another-site", "{'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-8', 'blobId': 'b', 'released': true}", "D29", NULL, SITE },
  { "proof", "{'id': 'pk-1', 'clientId': 'cl-2', 'visitId': 'vs-8', 'status': 'published'}", NULL, NULL, FALSE },
  { "proof-not-published", "{'id': 'pk-1', 'clientId': 'cl-2', 'visitId': 'vs-8'}", "D34", NULL, FALSE },
  { "document-of-the-company", "{'id': 'dc-1', 'title': 'x', 'shownTo': 'all'}", NULL, NULL, FALSE },
  { "document-of-theirs", "{'id': 'dc-1', 'clientId': 'cl-2', 'title': 'x', 'shownTo': 'all'}", NULL, NULL, FALSE },
  { "document-for-some", "{'id': 'dc-1', 'title': 'x', 'shownTo': 'some', 'clientIds': ['cl-1', 'cl-2']}", NULL, NULL, FALSE },
  { "document-for-others", "{'id': 'dc-1', 'title': 'x', 'shownTo': 'some', 'clientIds': ['cl-1']}", "X12", NULL, FALSE },
  { "document-for-none", "{'id': 'dc-1', 'title': 'x'}", "X12", NULL, FALSE },
  { "document-archived", "{'id': 'dc-1', 'title': 'x', 'shownTo': 'all', 'archivedAt': '2026-01-01 09:00'}", "X12", NULL, FALSE },
  { "document-of-another", "{'id': 'dc-1', 'clientId': 'cl-1', 'title': 'x', 'shownTo': 'all'}", "D27", NULL, FALSE },
  { "equipment", "{'id': 'eq-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'name': 'x'}", NULL, NULL, SITE },
  { "equipment-gone", "{'id': 'eq-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'name': 'x', 'archivedAt': '2026-01-01 09:00'}", "X12", NULL, FALSE },
  { "plan", "{'id': 'pn-1', 'clientId': 'cl-2', 'name': 'x', 'propertyIds': ['pr-3', 'pr-2']}", NULL, NULL, SITE },
  { "plan-of-another-site", "{'id': 'pn-1', 'clientId': 'cl-2', 'name': 'x', 'propertyIds': ['pr-3']}", "D29", NULL, SITE },
  { "plan-of-another", "{'id': 'pn-1', 'clientId': 'cl-1', 'name': 'x'}", "D27", NULL, FALSE },
  { "contract", "{'id': 'ct-1', 'clientId': 'cl-2', 'title': 'x', 'status': 'active'}", NULL, NULL, FALSE },
  { "contract-draft", "{'id': 'ct-1', 'clientId': 'cl-2', 'title': 'x'}", "X12", NULL, FALSE },
  { "request", "{'id': 'rq-1', 'clientId': 'cl-2', 'kind': 'complaint', 'subject': 'x', 'requestedAt': '2026-11-02 09:00'}", NULL, NULL, FALSE },
  { "request-of-another", "{'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'x', 'requestedAt': '2026-11-02 09:00'}", "D27", NULL, FALSE },
  { "what-no-rule-speaks-of", "{'id': 'st-2', 'name': 'x', 'email': 'x@northwind.example', 'role': 'office'}", "X12", NULL, FALSE },
};
/* clang-format on */

static void
test_case (gconstpointer data)
{
  static const char *const their_sites[] = { "pr-00000000-0000-7000-8000-000000000002", NULL };
  const Case *at = data;
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new ("America/Los_Angeles");
  g_autofree char *client_id = foyer_test_id ("cl-2");
  FoyerRecordReader reader = { client_id, at->site_only ? their_sites : NULL };
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (FoyerRecord) visit = NULL;
  FoyerFinding *finding;

  foyer_test_business_put (
      test, "[{'id': 'vs-8', 'clientId': 'cl-2', 'propertyId': 'pr-3', 'title': 'x', 'status': 'done',"
            "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
            " {'id': 'vs-9', 'clientId': 'cl-2', 'title': 'x', 'status': 'scheduled',"
            "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}]");
  record = foyer_test_business_make (test, at->record, NULL);
  if (strstr (at->record, "'vs-8'") != NULL)
    visit = foyer_test_business_get (test, "vs-8");
  else if (strstr (at->record, "'vs-9'") != NULL)
    visit = foyer_test_business_get (test, "vs-9");

  g_assert_cmpstr (foyer_record_hidden_by (record, visit, &reader), ==, at->rule);
  finding = foyer_record_visibility_check (record, visit, &reader, "en-US");
  g_assert_cmpint ((int) finding->verdict, ==, at->rule == NULL ? FOYER_VERDICT_PASS : FOYER_VERDICT_BLOCK);
  if (at->rule != NULL) {
    g_assert_cmpstr (finding->rule, ==, at->rule);
    g_assert_false (finding->may_override);
  }
  if (at->sentence != NULL)
    g_assert_cmpstr (finding->sentence, ==, at->sentence);
  foyer_finding_free (finding);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/rules/record-visibility/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }

  return g_test_run ();
}
