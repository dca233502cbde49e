/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-signature-chain.c - whatever is changed about a signature, or about what was signed, is found and named (E07) */

#include "foyer-signature-chain.h"

#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-test-business.h"
#include "types/document.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/signature.h"

#include <string.h>

#define N_SIGNATURES 3

/* A quote, a document of one client, and one that all see. */
static const char papers[]
    = "[{'id': 'qt-1', 'clientId': 'cl-1', 'number': '7', 'title': 'Unit', 'status': 'approved'},"
      " {'id': 'qv-1', 'quoteId': 'qt-1', 'version': 2, 'intro': 'A unit', 'lines': [{'name': 'Unit'}],"
      "  'total': {'amount': 500, 'currency': 'USD'}},"
      " {'id': 'dc-1', 'clientId': 'cl-1', 'title': 'Agreement', 'blobId': 'b1', 'size': 10},"
      " {'id': 'dc-2', 'title': 'Terms', 'blobId': 'b2', 'size': 10}]";

static JsonObject *
read_json (FoyerTestBusiness *test, const FoyerRecordType *type, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);
  g_autoptr (FoyerRecord) record = foyer_record_source_get (test->source, type, whole, NULL);

  g_assert_nonnull (record);
  return foyer_record_to_json (record);
}

static char *
hash_of_subject (FoyerTestBusiness *test, guint number)
{
  g_autoptr (JsonObject) paper = NULL;

  if (number == 1) {
    g_autoptr (JsonObject) quote = read_json (test, &foyer_quote_type, "qt-1");
    g_autoptr (JsonObject) version = read_json (test, &foyer_quote_version_type, "qv-1");

    paper = foyer_quote_paper (quote, version);
  } else {
    g_autoptr (JsonObject) document = read_json (test, &foyer_document_type, number == 2 ? "dc-1" : "dc-2");

    paper = foyer_document_paper (document);
  }
  return foyer_json_hash (paper);
}

static void
add_signature (FoyerTestBusiness *test, guint number)
{
  static const char *const subjects[] = { NULL, "qv-1", "dc-1", "dc-2" };
  g_autoptr (FoyerRecord) last = foyer_signature_last (test->source, NULL);
  g_autofree char *content_hash = hash_of_subject (test, number);
  g_autofree char *text = g_strdup_printf (
      "{'id': 'sg-%u', 'clientId': 'cl-1', 'subjectId': '%s', 'contentHash': '%s', 'name': 'Ellen Ruiz',"
      " 'consent': 'Yes', 'signedAt': '2025-05-05 09:00', 'sequence': %u, 'hash': '%s'}",
      number, subjects[number], content_hash, number, content_hash);
  g_autoptr (FoyerRecord) draft = foyer_test_business_make (test, text, NULL);
  g_autoptr (JsonObject) json = foyer_record_to_json (draft);
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *hash = NULL;

  if (number > 1) {
    g_autofree char *personal_hash = NULL;

    json_object_set_string_member (json, "salt", "grain");
    personal_hash = foyer_signature_personal_hash (json);
    json_object_set_string_member (json, "personalHash", personal_hash);
  }
  if (last != NULL)
    json_object_set_string_member (json, "previousHash", foyer_signature_get_hash (last));
  hash = foyer_signature_hash (json);
  json_object_set_string_member (json, "hash", hash);
  record = foyer_record_from_json (&foyer_signature_type, json, NULL);
  foyer_memory_source_put (test->records, record);
}

static FoyerTestBusiness *
make_signed (void)
{
  FoyerTestBusiness *test = foyer_test_business_new ("America/Los_Angeles");

  foyer_test_business_put (test, papers);
  for (guint i = 1; i <= N_SIGNATURES; i++)
    add_signature (test, i);
  return test;
}

static GPtrArray *
check (FoyerTestBusiness *test)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (foyer_signature_chain_check (test->source, findings, &error));
  g_assert_no_error (error);
  return findings;
}

static void
test_whole (void)
{
  g_autoptr (FoyerTestBusiness) test = make_signed ();
  g_autoptr (GPtrArray) findings = check (test);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_harms (void)
{
  static const struct {
    const char *change;
    const char *finding;
  } harms[] = {
    { "{'id': 'sg-2', 'name': 'Mallory'}",
      "Signature 2 (sg-00000000-0000-7000-8000-000000000002) was changed" },
    { "{'id': 'sg-1', 'name': 'Mallory'}", "Signature 1" },
    { "{'id': 'sg-2', 'salt': null}", "Signature 2" },
    { "{'id': 'sg-2', 'personalHash': null}", "Signature 2" },
    { "{'id': 'sg-2', 'name': '(erased)'}", "Signature 2" },
    { "{'id': 'sg-2', 'secondCheck': 'code'}", "Signature 2" },
    { "{'id': 'sg-1', 'signedAt': '2025-05-04 09:00'}", "Signature 1" },
    { "{'id': 'sg-2', 'sequence': 7}", "missing" },
    { "{'id': 'sg-2', 'sequence': 1}", "twice" },
    { "{'id': 'sg-3', 'previousHash': null}", "hold on" },
    { "{'id': 'qt-1', 'title': 'Two units'}", "says something else" },
    { "{'id': 'qv-1', 'total': {'amount': 900, 'currency': 'USD'}}", "says something else" },
    { "{'id': 'dc-1', 'blobId': 'b3'}", "says something else" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++) {
    g_autoptr (FoyerTestBusiness) test = make_signed ();
    g_autofree char *list = g_strdup_printf ("[%s]", harms[i].change);
    g_autoptr (GPtrArray) findings = NULL;
    gboolean is_named = FALSE;

    foyer_test_business_put (test, list);
    findings = check (test);
    for (guint j = 0; j < findings->len; j++)
      is_named = is_named || strstr (findings->pdata[j], harms[i].finding) != NULL;
    g_test_message ("%s", harms[i].change);
    g_assert_true (is_named);
  }
}

/* What staff may still do around a signed paper is not part of it. */
static void
test_what_is_no_harm (void)
{
  g_autoptr (FoyerTestBusiness) test = make_signed ();
  g_autoptr (GPtrArray) findings = NULL;

  foyer_test_business_put (test, "[{'id': 'dc-1', 'shownTo': 'all', 'position': 4, 'kind': 'contract'},"
                                 " {'id': 'qt-1', 'preparedBy': 'st-1', 'viewedAt': '2025-05-05 09:00'},"
                                 " {'id': 'qv-1', 'change': 'Sooner'}]");
  findings = check (test);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Who signed can be forgotten, and the chain holds; of a signature from before that was thought of they cannot. */
static void
test_forgotten_signer (void)
{
  g_autoptr (FoyerTestBusiness) test = make_signed ();
  g_autoptr (JsonObject) first = read_json (test, &foyer_signature_type, "sg-1");
  g_autoptr (JsonObject) second = read_json (test, &foyer_signature_type, "sg-2");
  g_autoptr (FoyerRecord) erased = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_false (foyer_signature_erase (first));
  g_assert_cmpstr (foyer_json_object_text (first, "name"), ==, "Ellen Ruiz");
  g_assert_false (foyer_signature_is_erased (second));
  g_assert_true (foyer_signature_erase (second));
  g_assert_true (foyer_signature_is_erased (second));
  g_assert_cmpstr (foyer_json_object_text (second, "name"), ==, FOYER_SIGNATURE_ERASED);
  g_assert_false (json_object_has_member (second, "salt"));
  erased = foyer_record_from_json (&foyer_signature_type, second, NULL);
  g_assert_nonnull (erased);
  foyer_memory_source_put (test->records, erased);
  findings = check (test);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_changes_paper (void)
{
  g_autoptr (FoyerTestBusiness) test = make_signed ();
  g_autoptr (JsonObject) before = read_json (test, &foyer_document_type, "dc-1");
  g_autoptr (JsonObject) after = foyer_json_copy_object (before);

  json_object_set_int_member (after, "position", 9);
  g_assert_false (foyer_document_changes_paper (before, after));
  json_object_set_string_member (after, "fileName", "other.pdf");
  g_assert_true (foyer_document_changes_paper (before, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/signature-chain/whole", test_whole);
  g_test_add_func ("/rules/signature-chain/harms", test_harms);
  g_test_add_func ("/rules/signature-chain/what-is-no-harm", test_what_is_no_harm);
  g_test_add_func ("/rules/signature-chain/forgotten-signer", test_forgotten_signer);
  g_test_add_func ("/rules/signature-chain/changes-paper", test_changes_paper);
  return g_test_run ();
}
