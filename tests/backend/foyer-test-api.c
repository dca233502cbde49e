/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-test-api.c - somebody who calls methods of a server without sockets */

#include "foyer-test-api.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-tokens.h"
#include "foyer-id.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-test-business.h"

#include <string.h>

FoyerTestApi *
foyer_test_api_new (FoyerTestServer *server, const char *slug, const char *staff)
{
  FoyerTestApi *self = g_new0 (FoyerTestApi, 1);
  FoyerDatabase *writer = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (writer, slug, NULL);
  g_autoptr (FoyerTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;

  self->server = server;
  self->account = g_strdup (account->id);
  self->staff = foyer_test_id (staff);
  self->device = foyer_id_new ("dv", FOYER_CLOCK (server->clock), server->random);
  tokens = foyer_tokens_issue (writer, server->random, account->number, self->staff, self->device,
                               foyer_clock_now_seconds (FOYER_CLOCK (server->clock)), &error);
  g_assert_no_error (error);
  self->credentials.bearer = g_strdup (tokens->access_token);
  return self;
}

void
foyer_test_api_free (FoyerTestApi *self)
{
  if (self == NULL)
    return;
  g_free (self->account);
  g_free (self->staff);
  g_free (self->device);
  g_free (self->credentials.bearer);
  g_free (self);
}

void
foyer_test_api_add_staff (FoyerTestServer *server, const char *slug, const char *id, const char *role)
{
  g_autofree char *json
      = g_strdup_printf ("[{'id': '%s', 'name': '%s', 'email': '%s@northwind.example', 'role': '%s',"
                         " 'active': true}]",
                         id, role, id, role);

  foyer_test_server_put (server, slug, json);
}

FoyerHttpResponse *
foyer_test_api_request (FoyerTestApi *self,
                        const char *method,
                        const char *path,
                        const char *query,
                        const char *content_type,
                        GBytes *body)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new (method, "localhost", path, query);

  if (body != NULL)
    foyer_http_request_set_body (request, content_type, body);
  return foyer_test_server_ask (self->server, &self->credentials, request);
}

static JsonObject *
post (FoyerTestApi *self, const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (FoyerHttpResponse) response
      = foyer_test_api_request (self, "POST", "/jmap/api", NULL, "application/json", body);
  g_autoptr (GError) error = NULL;
  JsonObject *answer;

  g_assert_cmpuint (response->status, ==, 200);
  answer = foyer_json_parse_object (g_bytes_get_data (response->body, NULL),
                                    (gssize) g_bytes_get_size (response->body), &error);
  g_assert_no_error (error);
  return answer;
}

JsonObject *
foyer_test_api_call (FoyerTestApi *self, const char *method, const char *arguments, ...)
{
  g_autoptr (GString) quoted = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) answer = NULL;
  JsonArray *response;
  JsonObject *result;
  va_list values;

  va_start (values, arguments);
  g_string_vprintf (quoted, arguments, values);
  va_end (values);
  g_string_replace (quoted, "'", "\"", 0);
  text = g_strdup_printf ("{\"using\":[\"" FOYER_JMAP_CORE "\",\"" FOYER_JMAP_STAFF
                          "\"],\"methodCalls\":[[\"%s\","
                          "{\"accountId\":\"%s\"%s%s},\"a\"]]}",
                          method, self->account, quoted->len == 0 ? "" : ",", quoted->str);
  answer = post (self, text);
  response = json_array_get_array_element (foyer_json_object_array (answer, "methodResponses"), 0);
  result = json_object_ref (json_array_get_object_element (response, 1));
  json_object_set_string_member (result, "@", json_array_get_string_element (response, 0));
  return result;
}

char *
foyer_test_api_read (JsonObject *object, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, " ", -1);
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  JsonNode *node = root;

  for (guint i = 0; node != NULL && parts[i] != NULL; i++) {
    if (JSON_NODE_HOLDS_OBJECT (node)) {
      node = json_object_get_member (json_node_get_object (node), parts[i]);
    } else if (JSON_NODE_HOLDS_ARRAY (node)) {
      JsonArray *array = json_node_get_array (node);
      guint index = (guint) g_ascii_strtoull (parts[i], NULL, 10);

      node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
    } else {
      node = NULL;
    }
  }
  if (node == NULL)
    return g_strdup ("nothing");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return foyer_json_canonical (node);
}
