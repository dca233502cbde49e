/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-wire-client.c - the console asks as the transcript says, and takes what servers of all kinds answer */

#include "foyer-canned-transport.h"
#include "foyer-json.h"
#include "foyer-sync-engine.h"
#include "foyer-test.h"
#include "foyer-transcript.h"
#include "types/label.h"

#include <string.h>

#define LABEL "lb-01890a5d-ac96-7d4e-8f00-0000000000a1"

typedef struct {
  char *directory;
  FoyerManualClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerCannedTransport *transport;
  FoyerSyncEngine *engine;
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
  foyer_test_remove_directory (fixture->directory);
}

/* A request that pulls types: each gets an empty answer, the label type its one label. */
static char *
answer_pulls (const char *sent, guint max_calls)
{
  g_autoptr (JsonObject) request = foyer_json_parse_object (sent, -1, NULL);
  JsonArray *calls = foyer_json_object_array (request, "methodCalls");
  g_autoptr (GString) reply = g_string_new ("{\"sessionState\":\"s1\",\"methodResponses\":[");

  g_assert_cmpuint (json_array_get_length (calls), <=, max_calls);
  for (guint i = 0; i < json_array_get_length (calls); i++) {
    JsonArray *call = json_array_get_array_element (calls, i);
    const char *name = json_array_get_string_element (call, 0);
    const char *id = json_array_get_string_element (call, 2);
    gboolean label = g_str_has_prefix (name, "Label/");

    if (i > 0)
      g_string_append_c (reply, ',');
    if (g_str_has_suffix (name, "/changes"))
      g_string_append_printf (reply,
                              "[\"%s\",{\"oldState\":\"0\",\"newState\":\"e1-7\",\"hasMoreChanges\":false,"
                              "\"created\":[%s],\"updated\":[],"
                              "\"destroyed\":[]},\"%s\"]",
                              name, label ? "\"" LABEL "\"" : "", id);
    else
      g_string_append_printf (reply, "[\"%s\",{\"state\":\"e1-7\",\"list\":[%s],\"notFound\":[]},\"%s\"]",
                              name,
                              label && g_str_has_suffix (id, "/created")
                                  ? "{\"id\":\"" LABEL "\",\"name\":\"Theirs\",\"position\":0,\"rev\":7}"
                                  : "",
                              id);
  }
  g_string_append (reply, "]}");
  return g_string_free (g_steal_pointer (&reply), FALSE);
}

/* Lets the engine work and time pass until it asks. */
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

static void
check_sent (Fixture *fixture, FoyerTranscript *transcript, JsonObject *exchange)
{
  JsonNode *expected = json_object_get_member (exchange, "sent");
  g_autoptr (JsonNode) actual = NULL;
  g_autofree char *difference = NULL;

  if (expected == NULL)
    return;
  actual = foyer_json_parse (foyer_canned_transport_get_body (fixture->transport), -1, NULL);
  difference = foyer_transcript_match (transcript, expected, actual);
  if (difference != NULL)
    g_error ("%s: %s", foyer_json_object_text (exchange, "what"), difference);
}

static char *
write_reply (FoyerTranscript *transcript, JsonObject *exchange)
{
  g_autoptr (JsonNode) filled
      = foyer_transcript_fill (transcript, json_object_get_member (exchange, "reply"));

  return foyer_json_canonical (filled);
}

static void
run_exchange (Fixture *fixture, FoyerTranscript *transcript, JsonObject *exchange, char **last_body)
{
  g_autofree char *reply = NULL;

  if (json_object_has_member (exchange, "after")) {
    g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type,
                                                    LABEL, "{'name': 'Mine'}", 0, NULL);

    foyer_transcript_set (transcript, "op", operation);
  }
  wait_for_request (fixture);
  g_assert_cmpstr (foyer_canned_transport_get_method (fixture->transport), ==,
                   foyer_json_object_text (exchange, "method"));
  g_assert_cmpstr (foyer_canned_transport_get_path (fixture->transport), ==,
                   foyer_json_object_text (exchange, "path"));
  check_sent (fixture, transcript, exchange);
  if (json_object_has_member (exchange, "repeat"))
    g_assert_cmpstr (foyer_canned_transport_get_body (fixture->transport), ==, *last_body);
  g_free (*last_body);
  *last_body = g_strdup (foyer_canned_transport_get_body (fixture->transport));
  if (json_object_has_member (exchange, "cut")) {
    foyer_canned_transport_fail (fixture->transport, FOYER_TRANSPORT_ERROR_CUT);
    return;
  }
  if (json_object_has_member (exchange, "pulls")) {
    while (foyer_canned_transport_is_asked (fixture->transport)) {
      g_autofree char *answer = answer_pulls (foyer_canned_transport_get_body (fixture->transport), 12);

      foyer_canned_transport_reply (fixture->transport, 200, "application/json", answer);
      foyer_test_settle ();
    }
    return;
  }
  reply = write_reply (transcript, exchange);
  foyer_canned_transport_reply (fixture->transport,
                                (guint) foyer_json_object_integer (exchange, "status", 200),
                                "application/json", reply);
  foyer_test_settle ();
}

static void
test_transcript (Fixture *fixture, gconstpointer data)
{
  FoyerTranscript *transcript = foyer_transcript_load ("wire/client.json");
  g_autofree char *last_body = NULL;
  g_autoptr (FoyerRecord) label = NULL;
  g_autoptr (JsonObject) json = NULL;
  guint waiting;
  guint needing;

  foyer_transcript_set (transcript, "label", LABEL);
  foyer_sync_engine_start (fixture->engine);
  for (guint i = 0; i < foyer_transcript_get_length (transcript); i++)
    run_exchange (fixture, transcript, foyer_transcript_get (transcript, i), &last_body);
  foyer_transcript_free (transcript);
  label = foyer_store_get (fixture->store, &foyer_label_type, LABEL);
  g_assert_cmpstr (foyer_label_get_name (label), ==, "Mine");
  json = foyer_record_to_json (label);
  g_assert_true (json_object_has_member (json, "from-the-future"));
  foyer_store_count_operations (fixture->store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, 0);
  g_assert_cmpuint (needing, ==, 0);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->engine), ==, FOYER_SYNC_IDLE);
}

/* --- Servers of all kinds: what the engine makes of the first answer it gets --- */

typedef struct {
  const char *path;
  guint status;
  const char *content_type;
  const char *body;
  int failure; /* a FoyerTransportError, -1 for none */
  FoyerSyncState state;
} Stranger;

static const Stranger strangers[] = {
  { "/wire/client/no-network", 0, NULL, NULL, FOYER_TRANSPORT_ERROR_OFFLINE, FOYER_SYNC_OFFLINE },
  { "/wire/client/reply-cut-in-half", 0, NULL, NULL, FOYER_TRANSPORT_ERROR_CUT, FOYER_SYNC_OFFLINE },
  { "/wire/client/reply-without-end", 0, NULL, NULL, FOYER_TRANSPORT_ERROR_TOO_LARGE, FOYER_SYNC_TROUBLE },
  { "/wire/client/wrong-certificate", 0, NULL, NULL, FOYER_TRANSPORT_ERROR_CERTIFICATE, FOYER_SYNC_TROUBLE },
  { "/wire/client/signed-out", 401, "application/json", "{}", -1, FOYER_SYNC_SIGN_IN },
  { "/wire/client/forbidden", 403, "application/json", "{}", -1, FOYER_SYNC_TROUBLE },
  { "/wire/client/server-error", 500, "text/html", "<h1>Oops</h1>", -1, FOYER_SYNC_TROUBLE },
  { "/wire/client/busy", 503, "text/plain", "later", -1, FOYER_SYNC_OFFLINE },
  { "/wire/client/page-instead-of-json", 200, "text/html", "<!DOCTYPE html><title>Welcome</title>", -1,
    FOYER_SYNC_TROUBLE },
  { "/wire/client/empty", 200, "application/json", "", -1, FOYER_SYNC_TROUBLE },
  { "/wire/client/another-product", 200, "application/json", "{\"version\":\"4.2\"}", -1,
    FOYER_SYNC_TROUBLE },
  { "/wire/client/deep-json", 200, "application/json",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", -1, FOYER_SYNC_TROUBLE },
};

static void
test_stranger (Fixture *fixture, gconstpointer data)
{
  const Stranger *stranger = data;

  foyer_sync_engine_start (fixture->engine);
  wait_for_request (fixture);
  if (stranger->failure >= 0)
    foyer_canned_transport_fail (fixture->transport, (FoyerTransportError) stranger->failure);
  else
    foyer_canned_transport_reply (fixture->transport, stranger->status, stranger->content_type,
                                  stranger->body);
  foyer_test_settle ();
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->engine), ==, stranger->state);
  g_assert_nonnull (foyer_sync_engine_get_problem (fixture->engine));
  /* Whatever it was, the next attempt comes by itself, unless only a person can help. */
  if (stranger->state != FOYER_SYNC_SIGN_IN) {
    foyer_manual_clock_advance (fixture->clock, 61 * G_USEC_PER_SEC);
    foyer_test_settle ();
    g_assert_true (foyer_canned_transport_is_asked (fixture->transport));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/wire/client/asks-as-the-transcript-says", Fixture, NULL, set_up, test_transcript, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_test_add (strangers[i].path, Fixture, &strangers[i], set_up, test_stranger, tear_down);
  return g_test_run ();
}
