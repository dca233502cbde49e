/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-session.c - what the server says of itself, and requests that it refuses as a whole */

#include "foyer-jmap-problem.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-test-api.h"

#include <string.h>

static JsonObject *
read_json (FoyerHttpResponse *response)
{
  g_autoptr (GError) error = NULL;
  JsonObject *json = foyer_json_parse_object (g_bytes_get_data (response->body, NULL),
                                              (gssize) g_bytes_get_size (response->body), &error);

  g_assert_no_error (error);
  return json;
}

static JsonObject *
get_session (FoyerTestApi *api)
{
  g_autoptr (FoyerHttpResponse) response
      = foyer_test_api_request (api, "GET", "/.well-known/jmap", NULL, NULL, NULL);

  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpstr (foyer_http_response_header (response, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (foyer_http_response_header (response, "Cache-Control"), ==,
                   "no-cache, no-store, must-revalidate");
  return read_json (response);
}

static void
test_document (void)
{
  static const char *const capabilities[] = { FOYER_JMAP_CORE, FOYER_JMAP_BLOB, FOYER_JMAP_STAFF };
  static const char *const core[][2] = {
    { "maxSizeUpload", "26214400" },
    { "maxConcurrentUpload", "4" },
    { "maxSizeRequest", "10485760" },
    { "maxConcurrentRequests", "8" },
    { "maxCallsInRequest", "64" },
    { "maxObjectsInGet", "500" },
    { "maxObjectsInSet", "500" },
    { "collationAlgorithms", "[\"i;ascii-casemap\",\"i;unicode-casemap\"]" },
  };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (server, "northwind", "st-1");
  g_autoptr (JsonObject) session = get_session (api);
  g_autofree char *role
      = g_strdup_printf ("accounts %s accountCapabilities " FOYER_JMAP_STAFF " role", api->account);
  g_autofree char *sources
      = g_strdup_printf ("accounts %s accountCapabilities " FOYER_JMAP_BLOB " maxDataSources", api->account);

  foyer_test_api_assert (session, "username", "Ana");
  foyer_test_api_assert (session, "apiUrl", "http://127.0.0.1/jmap/api");
  foyer_test_api_assert (session, "downloadUrl",
                         "http://127.0.0.1/jmap/download/{accountId}/{blobId}/{name}?type={type}");
  foyer_test_api_assert (session, "uploadUrl", "http://127.0.0.1/jmap/upload/{accountId}/");
  foyer_test_api_assert (session, "eventSourceUrl",
                         "http://127.0.0.1/jmap/events?types={types}&closeafter={closeafter}&ping={ping}");
  foyer_test_api_assert (session, role, "admin");
  foyer_test_api_assert (session, sources, "64");
  for (guint i = 0; i < G_N_ELEMENTS (capabilities); i++) {
    g_autofree char *primary = g_strdup_printf ("primaryAccounts %s", capabilities[i]);
    g_autofree char *of_account
        = g_strdup_printf ("accounts %s accountCapabilities %s", api->account, capabilities[i]);
    g_autofree char *there = foyer_test_api_read (session, of_account);

    foyer_test_api_assert (session, primary, api->account);
    g_assert_cmpstr (there, !=, "nothing");
  }
  for (guint i = 0; i < G_N_ELEMENTS (core); i++) {
    g_autofree char *path = g_strdup_printf ("capabilities " FOYER_JMAP_CORE " %s", core[i][0]);

    foyer_test_api_assert (session, path, core[i][1]);
  }
}

static FoyerHttpResponse *
post (FoyerTestApi *api, const char *content_type, const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return foyer_test_api_request (api, "POST", "/jmap/api", NULL, content_type, body);
}

/* Every answer carries the session's state, which is another one when anything in the session is. */
static void
test_state (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (server, "northwind", "st-1");
  g_autoptr (JsonObject) before = get_session (api);
  g_autofree char *first = foyer_test_api_read (before, "state");
  g_autoptr (FoyerHttpResponse) response
      = post (api, "application/json; charset=utf-8", "{\"using\":[],\"methodCalls\":[],\"more\":1}");
  g_autoptr (JsonObject) answer = read_json (response);
  g_autoptr (JsonObject) after = NULL;
  g_autofree char *second = NULL;

  foyer_test_api_assert (answer, "sessionState", first);
  foyer_test_api_assert (answer, "createdIds", "nothing");
  foyer_test_server_put (server, "northwind", "[{'id': 'st-1', 'role': 'office'}]");
  after = get_session (api);
  second = foyer_test_api_read (after, "state");
  g_assert_cmpstr (first, !=, second);
}

static void
test_refused (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (server, "northwind", "st-1");
  g_autoptr (FoyerHttpResponse) form
      = post (api, "application/x-www-form-urlencoded", "{\"using\":[],\"methodCalls\":[]}");
  g_autofree char *spaces = g_strnfill (FOYER_JMAP_MAX_REQUEST + 1, ' ');
  g_autoptr (FoyerHttpResponse) long_one = post (api, "application/json", spaces);
  g_autoptr (JsonObject) problem = read_json (form);
  g_autoptr (JsonObject) limit = read_json (long_one);
  g_autoptr (FoyerHttpResponse) got = foyer_test_api_request (api, "GET", "/jmap/api", NULL, NULL, NULL);

  g_assert_cmpuint (form->status, ==, 400);
  g_assert_cmpstr (foyer_http_response_header (form, "Content-Type"), ==, "application/problem+json");
  foyer_test_api_assert (problem, "type", FOYER_JMAP_NOT_JSON);
  g_assert_cmpuint (long_one->status, ==, 400);
  foyer_test_api_assert (limit, "type", FOYER_JMAP_LIMIT);
  foyer_test_api_assert (limit, "limit", "maxSizeRequest");
  g_assert_cmpuint (got->status, ==, 405);
}

/* @piece so often, with the number of each in place of N. */
static char *
write_many (guint n, const char *piece)
{
  g_auto (GStrv) parts = g_strsplit (piece, "N", 2);
  GString *many = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (many, "%s%s%u%s", i == 0 ? "" : ",", parts[0], i, parts[1]);
  return g_string_free (many, FALSE);
}

/* More than a call may name is refused whole, and nothing of it is done. */
static void
test_too_many (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (server, "northwind", "st-1");
  g_autofree char *ids = write_many (FOYER_JMAP_MAX_OBJECTS + 1, "'lb-N'");
  g_autofree char *labels = write_many (FOYER_JMAP_MAX_OBJECTS + 1, "'kN': {'name': 'x'}");
  g_autofree char *most = write_many (FOYER_JMAP_MAX_OBJECTS, "'kN': {'name': 'x'}");
  g_autoptr (JsonObject) get = foyer_test_api_call (api, "Label/get", "'ids': [%s]", ids);
  g_autoptr (JsonObject) blobs = foyer_test_api_call (api, "Blob/get", "'ids': [%s]", ids);
  g_autoptr (JsonObject) set = foyer_test_api_call (api, "Label/set", "'create': {%s}", labels);
  g_autoptr (JsonObject) before = foyer_test_api_call (api, "Label/query", "'calculateTotal': true");
  g_autoptr (JsonObject) all = foyer_test_api_call (api, "Label/set", "'create': {%s}", most);
  g_autoptr (JsonObject) one
      = foyer_test_api_call (api, "Label/set", "'create': {'k': {'name': 'one more'}}");
  g_autoptr (JsonObject) unasked = foyer_test_api_call (api, "Label/get", "'ids': null");
  g_autoptr (JsonObject) changes
      = foyer_test_api_call (api, "Label/changes", "'sinceState': '0', 'maxChanges': 9999");

  foyer_test_api_assert (get, "type", "requestTooLarge");
  foyer_test_api_assert (blobs, "type", "requestTooLarge");
  foyer_test_api_assert (set, "type", "requestTooLarge");
  foyer_test_api_assert (before, "total", "0");
  foyer_test_api_assert (all, "notCreated", "null");
  foyer_test_api_assert (one, "notCreated", "null");
  foyer_test_api_assert (unasked, "type", "requestTooLarge");
  g_assert_cmpuint (json_array_get_length (foyer_json_object_array (changes, "created")), ==,
                    FOYER_JMAP_MAX_OBJECTS);
  foyer_test_api_assert (changes, "hasMoreChanges", "true");
}

/* The state that /get has just given is never refused, of no type, and nothing has changed since. */
static void
test_every_state (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) api = foyer_test_api_new (server, "northwind", "st-1");
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autofree char *get = g_strconcat (types[i]->name, "/get", NULL);
    g_autofree char *changes = g_strconcat (types[i]->name, "/changes", NULL);
    g_autoptr (JsonObject) got = foyer_test_api_call (api, get, "'ids': []");
    g_autofree char *state = foyer_test_api_read (got, "state");
    g_autoptr (JsonObject) since = foyer_test_api_call (api, changes, "'sinceState': '%s'", state);
    g_autoptr (JsonObject) all = foyer_test_api_call (api, changes, "'sinceState': '0'");

    foyer_test_api_assert (since, "@", changes);
    foyer_test_api_assert (since, "oldState", state);
    foyer_test_api_assert (since, "newState", state);
    foyer_test_api_assert (since, "hasMoreChanges", "false");
    foyer_test_api_assert (since, "created", "[]");
    foyer_test_api_assert (since, "updated", "[]");
    foyer_test_api_assert (since, "destroyed", "[]");
    foyer_test_api_assert (all, "newState", state);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/session/document", test_document);
  g_test_add_func ("/backend/session/state", test_state);
  g_test_add_func ("/backend/session/refused", test_refused);
  g_test_add_func ("/backend/session/too-many", test_too_many);
  g_test_add_func ("/backend/session/every-state", test_every_state);
  return g_test_run ();
}
