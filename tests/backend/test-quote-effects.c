/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-quote-effects.c - what staff can and cannot do with quotes, versions, documents and signatures over the API */

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/audit_event.h"
#include "types/delivery.h"
#include "types/document.h"
#include "types/quote.h"
#include "types/quote_version.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define QUOTE ID ("qt", "1")
#define VERSION_1 ID ("qv", "1")
#define VERSION_2 ID ("qv", "2")

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'qt-1', 'clientId': 'cl-1', 'title': 'New unit', 'number': '7',"
      "  'validUntil': '2026-12-24'},"
      " {'id': 'qv-1', 'quoteId': 'qt-1', 'version': 1, 'intro': 'One unit',"
      "  'total': {'amount': 50000, 'currency': 'USD'}},"
      " {'id': 'qv-2', 'quoteId': 'qt-1', 'version': 2, 'intro': 'One unit, on a Saturday',"
      "  'change': 'Saturday', 'total': {'amount': 60000, 'currency': 'USD'}}]");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

/* The error of an update, or `nothing`. */
static char *
update (Fixture *self, const char *type, const char *id, const char *patch)
{
  g_autofree char *method = g_strconcat (type, "/set", NULL);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, method, "'update': {'%s': {%s}}", id, patch);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);

  return foyer_test_api_read (answer, path);
}

#define assert_update(self, type, id, patch, expected) \
  G_STMT_START \
  { \
    g_autofree char *update_error = update (self, type, id, patch); \
    g_assert_cmpstr (update_error, ==, expected); \
  } \
  G_STMT_END

static void
send_first (Fixture *self)
{
  assert_update (self, "Quote", QUOTE, "'status': 'sent', 'versionId': '" VERSION_1 "'", "nothing");
}

static char *
hash_of (Fixture *self, const char *version_id)
{
  g_autoptr (FoyerRecord) quote = foyer_test_server_get (self->server, "northwind", "qt-1");
  g_autoptr (FoyerRecord) version = foyer_test_server_get (self->server, "northwind", version_id);
  g_autoptr (JsonObject) quote_json = foyer_record_to_json (quote);
  g_autoptr (JsonObject) version_json = foyer_record_to_json (version);
  g_autoptr (JsonObject) paper = foyer_quote_paper (quote_json, version_json);

  return foyer_json_hash (paper);
}

static char *
read_history (FoyerRecord *quote)
{
  g_autoptr (JsonNode) node = foyer_quote_get_history (quote);
  g_autoptr (GString) out = g_string_new (NULL);
  JsonArray *events = node == NULL ? NULL : json_node_get_array (node);

  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++) {
    JsonObject *event = json_array_get_object_element (events, i);

    g_string_append_printf (out, "%s%s %d by %s", i == 0 ? "" : ", ", foyer_json_object_text (event, "what"),
                            (int) foyer_json_object_integer (event, "version", 0),
                            foyer_json_object_text (event, "by"));
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_a_new_quote_is_a_draft_with_the_next_number (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer = foyer_test_api_call (
      self->ana, "Quote/set",
      "'create': {'a': {'clientId': '" ID (
          "cl", "1") "', 'title': 'Another'},"
                     " 'b': {'clientId': '" ID (
                         "cl", "1") "', 'title': 'Third', 'status': 'sent'},"
                                    " 'c': {'clientId': '" ID (
                                        "cl", "1") "', 'title': 'Forged', 'decidedName': 'Ellen'}}");

  foyer_test_api_assert (answer, "created a number", "8");
  foyer_test_api_assert (answer, "notCreated b type", "invalidProperties");
  foyer_test_api_assert (answer, "notCreated c type", "invalidProperties");
}

static void
test_sending_fixes_the_version (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) quote = NULL;
  g_autoptr (FoyerRecord) version = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *history = NULL;

  assert_update (self, "Quote", QUOTE, "'status': 'sent'", "invalidProperties");
  send_first (self);
  quote = foyer_test_server_get (self->server, "northwind", "qt-1");
  version = foyer_test_server_get (self->server, "northwind", "qv-1");
  hash = hash_of (self, "qv-1");
  history = read_history (quote);
  g_assert_cmpint (foyer_quote_get_total (quote).amount, ==, 50000);
  g_assert_cmpint (foyer_quote_get_sent_at (quote), ==, TEST_SERVER_NOW);
  g_assert_cmpint (foyer_quote_version_get_sent_at (version), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_quote_version_get_content_hash (version), ==, hash);
  g_assert_cmpstr (history, ==, "sent 1 by Ana");

  assert_update (self, "QuoteVersion", VERSION_1, "'intro': 'Something else'", "forbidden");
  assert_update (self, "Quote", QUOTE, "'title': 'Something else'", "forbidden");
  assert_update (self, "Quote", QUOTE, "'validUntil': '2027-01-31'", "nothing");
  {
    g_autoptr (JsonObject) answer = foyer_test_api_call (self->ana, "QuoteVersion/set",
                                                         "'destroy': ['" VERSION_1 "', '" VERSION_2 "']");

    foyer_test_api_assert (answer, "notDestroyed " VERSION_1 " type", "forbidden");
    foyer_test_api_assert (answer, "destroyed 0", VERSION_2);
  }
}

static void
test_the_next_version_is_sent_in_its_place (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) quote = NULL;
  g_autofree char *history = NULL;

  send_first (self);
  assert_update (self, "Quote", QUOTE, "'versionId': '" VERSION_2 "', 'title': 'New unit, Saturday'",
                 "nothing");
  quote = foyer_test_server_get (self->server, "northwind", "qt-1");
  history = read_history (quote);
  g_assert_cmpint (foyer_quote_get_total (quote).amount, ==, 60000);
  g_assert_cmpstr (history, ==, "sent 1 by Ana, sent 2 by Ana");
  /* What was sent with one title cannot be sent with another. */
  assert_update (self, "Quote", QUOTE, "'versionId': '" VERSION_1 "'", "invalidProperties");
}

/* 000-11: whoever may answer it, and nobody else: not who pays only, nor who sees another site only (A10). */
static void
test_whoever_may_answer_is_mailed (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deliveries = NULL;

  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org',"
                         "  'role': 'owner', 'status': 'active'},"
                         " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ben', 'email': 'ben@example.org',"
                         "  'role': 'accounts', 'status': 'active'},"
                         " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Cleo', 'email': 'cleo@example.org',"
                         "  'role': 'owner', 'status': 'active', 'propertyIds': ['pr-77']}]");
  send_first (self);
  deliveries = foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_cmpstr (foyer_delivery_get_to (deliveries->pdata[0]), ==, "ellen@example.org");
  g_assert_cmpstr (foyer_delivery_get_about_id (deliveries->pdata[0]), ==, QUOTE);
  g_assert_cmpstr (foyer_delivery_get_subject (deliveries->pdata[0]), ==, "Estimate 7");
}

static void
test_nothing_is_sent_too_late (Fixture *self, gconstpointer data)
{
  assert_update (self, "Quote", QUOTE,
                 "'status': 'sent', 'versionId': '" VERSION_1 "', 'validUntil': '2026-11-22'",
                 "invalidProperties");
  assert_update (self, "Quote", QUOTE,
                 "'status': 'sent', 'versionId': '" VERSION_1 "', 'validUntil': '2026-11-23'", "nothing");
}

static void
test_versions_count_up (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "QuoteVersion/set",
                             "'create': {'a': {'quoteId': '" QUOTE "', 'version': 2},"
                             " 'b': {'quoteId': '" QUOTE "', 'version': 3},"
                             " 'c': {'quoteId': '" QUOTE "', 'version': 4, 'contentHash': 'x'}}");

  foyer_test_api_assert (answer, "notCreated a type", "invalidProperties");
  foyer_test_api_assert (answer, "notCreated b type", "nothing");
  foyer_test_api_assert (answer, "notCreated c type", "invalidProperties");
}

/* Said on the phone: no signature, and everybody sees who wrote it down. */
static void
test_staff_answer_for_a_client_but_never_sign (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) quote = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *history = NULL;
  gboolean is_written = FALSE;
  g_autoptr (JsonObject) forged = NULL;

  send_first (self);
  assert_update (self, "Quote", QUOTE, "'status': 'approved', 'decidedName': 'Ellen Ruiz'",
                 "invalidProperties");
  assert_update (self, "Quote", QUOTE, "'status': 'approved', 'decidedVia': 'portal'", "invalidProperties");
  assert_update (self, "Quote", QUOTE, "'status': 'approved'", "nothing");
  quote = foyer_test_server_get (self->server, "northwind", "qt-1");
  history = read_history (quote);
  g_assert_cmpint (foyer_quote_get_decided_via (quote), ==, FOYER_SOURCE_OFFICE);
  g_assert_null (foyer_quote_get_decided_name (quote));
  g_assert_cmpstr (history, ==, "sent 1 by Ana, approved 1 by Ana");

  events = foyer_test_server_list (self->server, "northwind", &foyer_audit_event_type);
  for (guint i = 0; i < events->len; i++)
    is_written = is_written || strcmp (foyer_audit_event_get_verb (events->pdata[i]), "approve") == 0;
  g_assert_true (is_written);

  forged = foyer_test_api_call (
      self->ana, "Signature/set",
      "'create': {'a': {'clientId': '" ID ("cl", "1") "', 'subjectId': '" VERSION_1
                                                      "', 'name': 'Ellen Ruiz', 'consent': 'Yes'}}");
  foyer_test_api_assert (forged, "notCreated a type", "invalidProperties");
  g_clear_pointer (&forged, json_object_unref);
  forged = foyer_test_api_call (self->ana, "Signature/set", "'create': {'a': {}}");
  foyer_test_api_assert (forged, "notCreated a type", "forbidden");
}

/* D40: also not for a client who says so on the phone, until it is offered with another last day. */
static void
test_nobody_approves_what_has_expired (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer = NULL;

  send_first (self);
  foyer_test_server_put (self->server, "northwind", "[{'id': 'qt-1', 'validUntil': '2026-11-22'}]");
  answer = foyer_test_api_call (self->ana, "Quote/set", "'update': {'" QUOTE "': {'status': 'approved'}}");
  foyer_test_api_assert (answer, "notUpdated " QUOTE " type", "ruleRefused");
  foyer_test_api_assert (answer, "notUpdated " QUOTE " rule", "D40");
  foyer_test_api_assert (answer, "notUpdated " QUOTE " description", "The quote has expired");
  foyer_test_api_assert (answer, "notUpdated " QUOTE " evidence", "2026-11-22");
  assert_update (self, "Quote", QUOTE, "'status': 'declined'", "nothing");
  assert_update (self, "Quote", QUOTE, "'status': 'sent', 'validUntil': '2027-02-28'", "nothing");
  assert_update (self, "Quote", QUOTE, "'status': 'approved'", "nothing");
}

/* E05 */
static void
test_what_was_approved_is_never_changed (Fixture *self, gconstpointer data)
{
  static const char *const patches[] = {
    "'title': 'Something else'",
    "'validUntil': '2030-01-01'",
    "'propertyId': '" ID ("pr", "1") "'",
    "'versionId': '" VERSION_2 "'",
  };
  static const char *const moves[] = { "draft", "sent", "changes", "declined", "expired", "withdrawn" };
  g_autoptr (JsonObject) answer = NULL;

  send_first (self);
  assert_update (self, "Quote", QUOTE, "'status': 'approved'", "nothing");
  for (guint i = 0; i < G_N_ELEMENTS (patches); i++)
    assert_update (self, "Quote", QUOTE, patches[i], "forbidden");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autofree char *patch = g_strdup_printf ("'status': '%s'", moves[i]);

    assert_update (self, "Quote", QUOTE, patch, "invalidTransition");
  }
  assert_update (self, "QuoteVersion", VERSION_1, "'terms': 'None'", "forbidden");
  assert_update (self, "Quote", QUOTE, "'preparedBy': '" ID ("st", "1") "'", "nothing");
  answer = foyer_test_api_call (self->ana, "QuoteVersion/set",
                                "'create': {'a': {'quoteId': '" QUOTE "', 'version': 3}}");
  foyer_test_api_assert (answer, "notCreated a type", "forbidden");
}

static void
test_documents (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) document = NULL;
  g_autoptr (JsonNode) versions = NULL;
  g_autoptr (JsonObject) answer = NULL;

  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'dc-1', 'title': 'Terms', 'needsSignature': true, 'shownTo': 'all',"
                         "  'fileName': 'terms.pdf', 'size': 10}]");
  assert_update (self, "Document", ID ("dc", "1"), "'title': 'Terms of service'", "nothing");
  document = foyer_test_server_get (self->server, "northwind", "dc-1");
  versions = foyer_document_get_versions (document);
  g_assert_null (versions);

  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'sg-1', 'clientId': 'cl-1', 'subjectId': 'dc-1', 'name': 'Ellen Ruiz',"
      "  'contentHash': '0000000000000000000000000000000000000000000000000000000000000000',"
      "  'hash': '0000000000000000000000000000000000000000000000000000000000000000',"
      "  'consent': 'Yes', 'signedAt': '2026-11-20 09:00', 'sequence': 1}]");
  assert_update (self, "Document", ID ("dc", "1"), "'title': 'Other terms'", "forbidden");
  assert_update (self, "Document", ID ("dc", "1"), "'fileName': 'other.pdf'", "forbidden");
  assert_update (self, "Document", ID ("dc", "1"), "'shownTo': 'none', 'position': 3", "nothing");
  answer = foyer_test_api_call (self->ana, "Document/set", "'destroy': ['" ID ("dc", "1") "']");
  foyer_test_api_assert (answer, "notDestroyed " ID ("dc", "1") " type", "inUse");
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/quote-effects/a-new-quote-is-a-draft-with-the-next-number",
       test_a_new_quote_is_a_draft_with_the_next_number);
  ADD ("/quote-effects/sending-fixes-the-version", test_sending_fixes_the_version);
  ADD ("/quote-effects/the-next-version-is-sent-in-its-place", test_the_next_version_is_sent_in_its_place);
  ADD ("/quote-effects/A10-whoever-may-answer-is-mailed", test_whoever_may_answer_is_mailed);
  ADD ("/quote-effects/nothing-is-sent-too-late", test_nothing_is_sent_too_late);
  ADD ("/quote-effects/versions-count-up", test_versions_count_up);
  ADD ("/quote-effects/staff-answer-for-a-client-but-never-sign",
       test_staff_answer_for_a_client_but_never_sign);
  ADD ("/quote-effects/nobody-approves-what-has-expired", test_nobody_approves_what_has_expired);
  ADD ("/quote-effects/E05-what-was-approved-is-never-changed", test_what_was_approved_is_never_changed);
  ADD ("/quote-effects/E05-a-signed-document-is-never-changed", test_documents);
  return g_test_run ();
#undef ADD
}
