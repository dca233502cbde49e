/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-wire-server.c - the server answers as the transcript says, whoever asks */

#include "accounts/foyer-accounts.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-test-server.h"
#include "foyer-transcript.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  FoyerTranscript *transcript;
  FoyerCredentials credentials;
} Fixture;

static FoyerHttpResponse *
post (Fixture *fixture, const char *body)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "localhost", "/jmap/api", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  foyer_http_request_set_body (request, "application/json", bytes);
  return foyer_test_server_ask (fixture->server, &fixture->credentials, request);
}

static JsonNode *
read_body (FoyerHttpResponse *response)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = foyer_json_parse (g_bytes_get_data (response->body, NULL),
                                     (gssize) g_bytes_get_size (response->body), &error);

  g_assert_no_error (error);
  return node;
}

static void
run_exchange (Fixture *fixture, JsonObject *exchange)
{
  const char *raw = foyer_json_object_text (exchange, "raw");
  g_autofree char *body = NULL;
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autoptr (JsonNode) actual = NULL;
  g_autofree char *difference = NULL;

  if (raw == NULL) {
    g_autoptr (JsonNode) filled
        = foyer_transcript_fill (fixture->transcript, json_object_get_member (exchange, "send"));

    body = foyer_json_canonical (filled);
  } else {
    body = g_strdup (raw);
  }
  response = post (fixture, body);
  actual = read_body (response);
  difference
      = foyer_transcript_match (fixture->transcript, json_object_get_member (exchange, "expect"), actual);
  if (difference != NULL)
    g_error ("%s: %s\nin %.*s", foyer_json_object_text (exchange, "what"), difference,
             (int) g_bytes_get_size (response->body), (const char *) g_bytes_get_data (response->body, NULL));
  g_assert_cmpuint (response->status, ==, (guint) foyer_json_object_integer (exchange, "status", 0));
}

static char *
find_account (FoyerTestServer *server, const char *slug)
{
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (server->backend), slug, NULL);

  return g_strdup (account->id);
}

static void
test_transcript (void)
{
  Fixture fixture
      = { .server = foyer_test_server_new (), .transcript = foyer_transcript_load ("wire/server.json") };
  g_autofree char *token = foyer_test_server_sign_in (fixture.server, "northwind");
  g_autoptr (FoyerRecord) client = foyer_test_server_get (fixture.server, "northwind", "cl-1");
  g_autofree char *account = find_account (fixture.server, "northwind");

  fixture.credentials.bearer = token;
  foyer_transcript_set (fixture.transcript, "staff", FOYER_JMAP_STAFF);
  foyer_transcript_set (fixture.transcript, "account", account);
  foyer_transcript_set (fixture.transcript, "client", foyer_record_get_id (client));
  for (guint i = 0; i < foyer_transcript_get_length (fixture.transcript); i++)
    run_exchange (&fixture, foyer_transcript_get (fixture.transcript, i));
  foyer_transcript_free (fixture.transcript);
  foyer_test_server_free (fixture.server);
}

static void
test_limits (void)
{
  Fixture fixture = { .server = foyer_test_server_new () };
  g_autofree char *token = foyer_test_server_sign_in (fixture.server, "northwind");
  g_autoptr (GString) many = g_string_new ("{\"using\":[],\"methodCalls\":[");
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autoptr (JsonNode) body = NULL;

  fixture.credentials.bearer = token;
  for (guint i = 0; i <= FOYER_JMAP_MAX_CALLS; i++)
    g_string_append_printf (many, "%s[\"Core/echo\",{},\"%u\"]", i == 0 ? "" : ",", i);
  g_string_append (many, "]}");
  response = post (&fixture, many->str);
  g_assert_cmpuint (response->status, ==, 400);
  body = read_body (response);
  g_assert_cmpstr (foyer_json_object_text (json_node_get_object (body), "type"), ==,
                   "urn:ietf:params:jmap:error:limit");
  g_assert_cmpstr (foyer_json_object_text (json_node_get_object (body), "limit"), ==, "maxCallsInRequest");
  foyer_test_server_free (fixture.server);
}

static void
test_stranger_gets_nothing (void)
{
  Fixture fixture = { .server = foyer_test_server_new () };
  g_autofree char *before = foyer_test_server_dump (fixture.server);
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autofree char *after = NULL;

  response = post (&fixture, "{\"using\":[\"" FOYER_JMAP_STAFF "\"],\"methodCalls\":[]}");
  g_assert_cmpuint (response->status, ==, 401);
  g_assert_null (g_strstr_len (g_bytes_get_data (response->body, NULL),
                               (gssize) g_bytes_get_size (response->body), "account"));
  after = foyer_test_server_dump (fixture.server);
  g_assert_cmpstr (before, ==, after);
  foyer_test_server_free (fixture.server);
}

/* Every type, every method, with the other organisation's account and ids: nothing of it may show. */
static void
test_border_between_organisations (void)
{
  static const char *const verbs[] = { "get", "changes", "query", "queryChanges", "set" };
  Fixture fixture = { .server = foyer_test_server_new () };
  g_autofree char *token = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  foyer_test_server_add (fixture.server, "southwind");
  token = foyer_test_server_sign_in (fixture.server, "northwind");
  theirs = find_account (fixture.server, "southwind");
  fixture.credentials.bearer = token;
  before = foyer_test_server_dump (fixture.server);
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < G_N_ELEMENTS (verbs); j++) {
      g_autofree char *body
          = g_strdup_printf ("{\"using\":[\"" FOYER_JMAP_STAFF
                             "\"],\"methodCalls\":[[\"%s/%s\",{\"accountId\":\"%s\",\"ids\":null,"
                             "\"sinceState\":\"0\",\"create\":{\"k\":{\"name\":\"x\"}}},\"a\"]]}",
                             types[i]->name, verbs[j], theirs);
      g_autoptr (FoyerHttpResponse) response = post (&fixture, body);
      g_autoptr (JsonNode) answer = read_body (response);
      g_autofree char *text = foyer_json_canonical (answer);

      g_assert_cmpuint (response->status, ==, 200);
      g_assert_nonnull (strstr (text, "\"accountNotFound\""));
    }
  }
  after = foyer_test_server_dump (fixture.server);
  g_assert_cmpstr (before, ==, after);
  foyer_test_server_free (fixture.server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire/server/answers-as-the-transcript-says", test_transcript);
  g_test_add_func ("/wire/server/names-the-limit-that-was-met", test_limits);
  g_test_add_func ("/wire/server/stranger-gets-nothing", test_stranger_gets_nothing);
  g_test_add_func ("/wire/server/A05-border-between-organisations", test_border_between_organisations);
  return g_test_run ();
}
