/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-client-rules.c - the client's checklist of RFC 8620 (sync.md §1.2), against a server that the test plays */

#include "foyer-canned-transport.h"
#include "foyer-json.h"
#include "foyer-sync-engine.h"
#include "foyer-test.h"
#include "types/label.h"
#include "types/message.h"

#include <string.h>

#define LABEL "lb-01890a5d-ac96-7d4e-8f00-0000000000a1"
#define LIMIT 65536

typedef struct {
  char *directory;
  FoyerManualClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerCannedTransport *transport;
  FoyerSyncEngine *engine;
  GHashTable *answers; /* (element-type utf8 utf8): what to answer to a call, by its id */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->clock = foyer_manual_clock_new (G_GINT64_CONSTANT (1795424400000000));
  fixture->random = foyer_random_new_seeded (7);
  fixture->store
      = foyer_test_open_store (fixture->directory, FOYER_CLOCK (fixture->clock), fixture->random, NULL);
  fixture->transport = foyer_canned_transport_new ();
  fixture->engine = foyer_sync_engine_new (fixture->store, FOYER_TRANSPORT (fixture->transport),
                                           "https://office.example/.well-known/jmap", NULL);
  fixture->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_sync_engine_stop (fixture->engine);
  if (foyer_canned_transport_is_asked (fixture->transport))
    foyer_canned_transport_fail (fixture->transport, FOYER_TRANSPORT_ERROR_OFFLINE);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->engine);
  foyer_test_close_store (fixture->store);
  g_assert_finalize_object (fixture->transport);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  g_hash_table_unref (fixture->answers);
  foyer_test_remove_directory (fixture->directory);
}

/* @answer: name and arguments, ' for " */
static void
will_answer (Fixture *fixture, const char *call_id, const char *answer)
{
  g_autoptr (GString) text = g_string_new (answer);

  g_string_replace (text, "'", "\"", 0);
  g_hash_table_replace (fixture->answers, g_strdup (call_id), g_strdup (text->str));
}

static const char *
get_body (Fixture *fixture)
{
  return foyer_canned_transport_get_body (fixture->transport);
}

static gboolean
is_asked_for (Fixture *fixture, const char *what)
{
  g_autoptr (GString) text = g_string_new (what);

  g_string_replace (text, "'", "\"", 0);
  return get_body (fixture) != NULL && strstr (get_body (fixture), text->str) != NULL;
}

static char *
get_since (JsonArray *call)
{
  JsonObject *arguments = json_array_get_object_element (call, 1);
  const char *since = foyer_json_object_text (arguments, "sinceState");

  return g_strdup (since == NULL || strcmp (since, "0") == 0 ? "0" : since);
}

static void
write_default (GString *reply, JsonArray *call)
{
  const char *name = json_array_get_string_element (call, 0);
  const char *id = json_array_get_string_element (call, 2);
  g_autofree char *since = get_since (call);

  if (g_str_has_suffix (name, "/changes"))
    g_string_append_printf (reply,
                            "[\"%s\",{\"oldState\":\"%s\",\"newState\":\"e1-7\",\"hasMoreChanges\":false,"
                            "\"created\":[],\"updated\":[],\"destroyed\":[]},\"%s\"]",
                            name, since, id);
  else
    g_string_append_printf (reply, "[\"%s\",{\"state\":\"e1-7\",\"list\":[],\"notFound\":[]},\"%s\"]", name,
                            id);
}

static void
answer_calls (Fixture *fixture, const char *session_state)
{
  g_autoptr (JsonObject) request = foyer_json_parse_object (get_body (fixture), -1, NULL);
  JsonArray *calls = foyer_json_object_array (request, "methodCalls");
  g_autoptr (GString) reply = g_string_new (NULL);

  g_string_append_printf (reply, "{\"sessionState\":\"%s\",\"methodResponses\":[", session_state);
  for (guint i = 0; i < json_array_get_length (calls); i++) {
    JsonArray *call = json_array_get_array_element (calls, i);
    const char *id = json_array_get_string_element (call, 2);
    const char *answer = g_hash_table_lookup (fixture->answers, id);

    if (i > 0)
      g_string_append_c (reply, ',');
    if (answer == NULL)
      write_default (reply, call);
    else
      g_string_append_printf (reply, "[%s,\"%s\"]", answer, id);
    g_hash_table_remove (fixture->answers, id);
  }
  g_string_append (reply, "]}");
  foyer_canned_transport_reply (fixture->transport, 200, "application/json", reply->str);
  foyer_test_settle ();
}

static void
answer_session (Fixture *fixture)
{
  g_autofree char *session = g_strdup_printf (
      "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{\"maxCallsInRequest\":64,\"maxObjectsInGet\":50,"
      "\"maxSizeRequest\":%d}},\"accounts\":{\"or-1\":{\"name\":\"N\",\"accountCapabilities\":"
      "{\"https://foyer.example/ns/jmap/staff/"
      "1\":{\"epoch\":\"e1\",\"role\":\"office\",\"staffId\":\"st-1\"}}}},"
      "\"primaryAccounts\":{\"https://foyer.example/ns/jmap/staff/1\":\"or-1\"},\"username\":\"ana\","
      "\"apiUrl\":\"/api\",\"state\":\"s1\",\"from-the-future\":[1]}",
      LIMIT);

  foyer_canned_transport_reply (fixture->transport, 200, "application/json", session);
  foyer_test_settle ();
}

static void
wait_for_request (Fixture *fixture)
{
  for (guint i = 0; i < 1000 && !foyer_canned_transport_is_asked (fixture->transport); i++) {
    foyer_test_settle ();
    if (!foyer_canned_transport_is_asked (fixture->transport))
      foyer_manual_clock_advance (fixture->clock, 100000);
  }
  g_assert_true (foyer_canned_transport_is_asked (fixture->transport));
}

/* Answers whatever is asked until the engine rests. */
static void
come_to_rest (Fixture *fixture)
{
  foyer_test_settle ();
  while (foyer_canned_transport_is_asked (fixture->transport)) {
    if (strcmp (foyer_canned_transport_get_method (fixture->transport), "GET") == 0)
      answer_session (fixture);
    else
      answer_calls (fixture, "s1");
  }
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->engine), ==, FOYER_SYNC_IDLE);
}

static const char first_label[] = "'Label/changes',{'oldState':'0','newState':'e1-7','hasMoreChanges':false,"
                                  "'created':['" LABEL "'],'updated':[],'destroyed':[]}";
static const char label_list[]
    = "'Label/get',{'state':'e1-7','list':[{'id':'" LABEL "','name':'Theirs','position':0,'rev':7}],"
      "'notFound':[]}";

static void
start_with_label (Fixture *fixture)
{
  will_answer (fixture, "c:Label:0", first_label);
  will_answer (fixture, "c:Label:0/created", label_list);
  foyer_sync_engine_start (fixture->engine);
  come_to_rest (fixture);
}

static gboolean
has_label (Fixture *fixture)
{
  g_autoptr (FoyerRecord) label = foyer_store_get (fixture->store, &foyer_label_type, LABEL);

  return label != NULL;
}

/* Asks for news until the labels' changes are among what is asked. */
static void
ask_for_labels (Fixture *fixture)
{
  foyer_sync_engine_sync_now (fixture->engine);
  wait_for_request (fixture);
  while (!is_asked_for (fixture, "'c:Label:0'"))
    answer_calls (fixture, "s1");
}

static void
test_changes_that_stand_still_start_anew (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0",
               "'Label/changes',{'oldState':'e1-7','newState':'e1-7','hasMoreChanges':true,'created':[],"
               "'updated':[],'destroyed':[]}");
  answer_calls (fixture, "s1");
  while (!is_asked_for (fixture, "'c:Label:0'"))
    answer_calls (fixture, "s1");
  g_assert_nonnull (strstr (get_body (fixture), "\"sinceState\":\"0\""));
  g_assert_true (has_label (fixture));
}

static void
test_changes_that_cannot_be_calculated_start_anew (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0", "'error',{'type':'cannotCalculateChanges'}");
  answer_calls (fixture, "s1");
  g_assert_true (has_label (fixture));
  while (!is_asked_for (fixture, "'c:Label:0'"))
    answer_calls (fixture, "s1");
  will_answer (fixture, "c:Label:0", first_label);
  will_answer (fixture, "c:Label:0/created", label_list);
  come_to_rest (fixture);
  g_assert_true (has_label (fixture));
}

static void
test_answers_from_elsewhere_are_not_applied (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0",
               "'Label/changes',{'oldState':'e1-5','newState':'e1-6','hasMoreChanges':false,'created':[],"
               "'updated':[],'destroyed':['" LABEL "']}");
  answer_calls (fixture, "s1");
  g_assert_true (has_label (fixture));
  come_to_rest (fixture);
  g_assert_true (has_label (fixture));
}

static void
test_what_is_gone_by_now_is_destroyed (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0",
               "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,'created':[],"
               "'updated':['" LABEL "'],'destroyed':[]}");
  will_answer (fixture, "c:Label:0/updated",
               "'Label/get',{'state':'e1-9','list':[],'notFound':['" LABEL "']}");
  answer_calls (fixture, "s1");
  come_to_rest (fixture);
  g_assert_false (has_label (fixture));
}

static void
test_lists_may_overlap (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0",
               "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
               "'created':['" LABEL "'],'updated':['" LABEL "'],'destroyed':['" LABEL "']}");
  will_answer (fixture, "c:Label:0/created", label_list);
  will_answer (fixture, "c:Label:0/updated", label_list);
  answer_calls (fixture, "s1");
  come_to_rest (fixture);
  g_assert_false (has_label (fixture));
}

static void
test_records_never_go_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) label = NULL;

  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0",
               "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,'created':[],"
               "'updated':['" LABEL "'],'destroyed':[]}");
  will_answer (fixture, "c:Label:0/updated",
               "'Label/get',{'state':'e1-8','list':[{'id':'" LABEL "','name':'Older','position':0,'rev':6}],"
               "'notFound':[]}");
  answer_calls (fixture, "s1");
  come_to_rest (fixture);
  label = foyer_store_get (fixture->store, &foyer_label_type, LABEL);
  g_assert_cmpstr (foyer_label_get_name (label), ==, "Theirs");
}

static void
assert_asks_for_session (Fixture *fixture)
{
  wait_for_request (fixture);
  g_assert_cmpstr (foyer_canned_transport_get_method (fixture->transport), ==, "GET");
  come_to_rest (fixture);
}

static void
test_another_session_is_fetched (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  answer_calls (fixture, "s2");
  assert_asks_for_session (fixture);
}

static void
test_api_that_has_moved_is_looked_for (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  foyer_canned_transport_reply (fixture->transport, 404, "text/html", "<h1>Gone</h1>");
  assert_asks_for_session (fixture);
}

static void
test_account_that_is_lost_is_looked_for (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  will_answer (fixture, "c:Label:0", "'error',{'type':'accountNotFound'}");
  answer_calls (fixture, "s1");
  assert_asks_for_session (fixture);
}

static void
test_waits_as_long_as_it_is_asked (Fixture *fixture, gconstpointer data)
{
  start_with_label (fixture);
  ask_for_labels (fixture);
  foyer_canned_transport_reply_later (fixture->transport, 429, 300);
  foyer_test_settle ();
  for (guint i = 0; i < 299; i++) {
    foyer_manual_clock_advance (fixture->clock, G_USEC_PER_SEC);
    foyer_test_settle ();
    g_assert_false (foyer_canned_transport_is_asked (fixture->transport));
  }
  foyer_manual_clock_advance (fixture->clock, 2 * G_USEC_PER_SEC);
  foyer_test_settle ();
  g_assert_true (foyer_canned_transport_is_asked (fixture->transport));
}

/* A proxy's page with status 200, or JSON of another kind: nothing happened, and it is tried again. */
static void
test_no_answer_at_all_changes_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = { "<html>Log in to the hotel</html>", "{}", "[]", "" };

  start_with_label (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    ask_for_labels (fixture);
    foyer_canned_transport_reply (fixture->transport, 200, "application/json", bodies[i]);
    wait_for_request (fixture);
    come_to_rest (fixture);
    g_assert_true (has_label (fixture));
  }
}

static FoyerOperationState
get_operation_state (Fixture *fixture, const char *id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, id);

  return foyer_operation_get_state (operation);
}

static void
test_unknown_error_is_trouble (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = NULL;

  start_with_label (fixture);
  operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type, LABEL,
                                 "{'name': 'Mine'}", 0, NULL);
  wait_for_request (fixture);
  g_assert_true (is_asked_for (fixture, "'o0'"));
  will_answer (fixture, "o0", "'error',{'type':'moonInTheWrongPhase'}");
  answer_calls (fixture, "s1");
  g_assert_cmpint (get_operation_state (fixture, operation), ==, FOYER_OPERATION_SENDING);
  while (!is_asked_for (fixture, "'o0'")) {
    wait_for_request (fixture);
    if (!is_asked_for (fixture, "'o0'"))
      answer_calls (fixture, "s1");
  }
}

static void
test_requests_stay_within_the_servers_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strnfill (19000, 'x');
  g_autofree char *patch
      = g_strdup_printf ("{'conversationId': 'cv-01890a5d-ac96-7d4e-8f00-0000000000c1', 'kind': 'note',"
                         " 'channel': 'portal', 'body': '%s', 'sentAt': '2026-11-23T08:00:00Z'}",
                         body);
  guint waiting;
  guint needing;

  start_with_label (fixture);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *id = g_strdup_printf ("ms-01890a5d-ac96-7d4e-8f00-0000000000%02x", i);
    g_autoptr (GError) error = NULL;
    g_autofree char *operation
        = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_message_type, id, patch, 0, &error);

    g_assert_no_error (error);
  }
  wait_for_request (fixture);
  while (foyer_canned_transport_is_asked (fixture->transport)) {
    g_assert_cmpuint (strlen (get_body (fixture)), <=, LIMIT);
    answer_calls (fixture, "s1");
  }
  foyer_store_count_operations (fixture->store, &waiting, &needing);
  g_assert_cmpuint (waiting + needing, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/client-rules/changes-that-stand-still-start-anew", test_changes_that_stand_still_start_anew },
    { "/client-rules/changes-that-cannot-be-calculated-start-anew",
      test_changes_that_cannot_be_calculated_start_anew },
    { "/client-rules/answers-from-elsewhere-are-not-applied", test_answers_from_elsewhere_are_not_applied },
    { "/client-rules/what-is-gone-by-now-is-destroyed", test_what_is_gone_by_now_is_destroyed },
    { "/client-rules/lists-may-overlap", test_lists_may_overlap },
    { "/client-rules/records-never-go-back", test_records_never_go_back },
    { "/client-rules/another-session-is-fetched", test_another_session_is_fetched },
    { "/client-rules/api-that-has-moved-is-looked-for", test_api_that_has_moved_is_looked_for },
    { "/client-rules/account-that-is-lost-is-looked-for", test_account_that_is_lost_is_looked_for },
    { "/client-rules/waits-as-long-as-it-is-asked", test_waits_as_long_as_it_is_asked },
    { "/client-rules/no-answer-at-all-changes-nothing", test_no_answer_at_all_changes_nothing },
    { "/client-rules/unknown-error-is-trouble", test_unknown_error_is_trouble },
    { "/client-rules/requests-stay-within-the-servers-size", test_requests_stay_within_the_servers_size },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
