/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sign-in.c - signing in by code and by browser, and everything that can stand in the way */

#include "foyer-sign-in.h"

#include "foyer-canned-server.h"
#include "foyer-json.h"
#include "foyer-test.h"

#include <string.h>

#define METADATA "/.well-known/oauth-authorization-server"
#define SESSION "/.well-known/jmap"
#define TOKEN "/oauth/token"

#define GOOD_METADATA \
  "{\"issuer\":\"@ADDRESS@\",\"authorization_endpoint\":\"@ADDRESS@/oauth/authorize\"," \
  "\"token_endpoint\":\"@ADDRESS@/oauth/token\"}"
#define GOOD_TOKENS \
  "{\"access_token\":\"access-1\",\"refresh_token\":\"refresh-1\",\"token_type\":\"Bearer\"," \
  "\"expires_in\":3600}"
#define SESSION_WITH(capability, api) \
  "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{}},\"accounts\":{\"org-1\":{\"name\":\"Acme\"," \
  "\"accountCapabilities\":{\"" capability "\":{\"epoch\":\"e1\",\"role\":\"office\",\"staffId\":\"st-1\"}}" \
  "}},\"primaryAccounts\":{\"urn:ietf:params:jmap:core\":\"org-1\"},\"username\":\"Ana\"," \
  "\"apiUrl\":\"" api "\",\"state\":\"1\"}"
#define GOOD_SESSION SESSION_WITH ("https://foyer.example/ns/jmap/staff/1", "/jmap/api")

#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<p>Welcome.</p>"

typedef struct {
  FoyerCannedServer *server;
  GAsyncResult *waiting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->server = foyer_canned_server_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  foyer_canned_server_free (fixture->server);
}

static FoyerSignInResult *
finish (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = foyer_test_wait_result (&fixture->waiting);

  return foyer_sign_in_finish (result, error);
}

static FoyerSignInResult *
sign_in (Fixture *fixture, GError **error)
{
  foyer_sign_in_with_code_async (foyer_canned_server_get_address (fixture->server), " code 1&2\n", NULL,
                                 foyer_test_take_result, &fixture->waiting);
  return finish (fixture, error);
}

static void
assert_fails (Fixture *fixture, FoyerSignInError code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInResult) result = sign_in (fixture, &error);

  g_assert_null (result);
  g_assert_error (error, FOYER_SIGN_IN_ERROR, (int) code);
  if (strstr (error->message, sentence) == NULL)
    g_error ("“%s” is not in “%s”", sentence, error->message);
}

static const char *
get_request (Fixture *fixture, guint index)
{
  GPtrArray *requests = foyer_canned_server_get_requests (fixture->server);

  g_assert_cmpuint (index, <, requests->len);
  return requests->pdata[index];
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static void
assert_signed_in (Fixture *fixture, FoyerSignInResult *result)
{
  g_assert_cmpstr (result->account->address, ==, foyer_canned_server_get_address (fixture->server));
  g_assert_cmpstr (result->account->account_id, ==, "org-1");
  g_assert_cmpstr (result->account->organisation, ==, "Acme");
  g_assert_cmpstr (result->account->staff_id, ==, "st-1");
  g_assert_cmpstr (result->account->staff_name, ==, "Ana");
  g_assert_cmpstr (result->credential->access_token, ==, "access-1");
  g_assert_cmpstr (result->credential->refresh_token, ==, "refresh-1");
}

static void
test_code (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInResult) result = NULL;

  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  foyer_canned_server_json (fixture->server, TOKEN, "200 OK", GOOD_TOKENS);
  foyer_canned_server_json (fixture->server, SESSION, "200 OK", GOOD_SESSION);
  result = sign_in (fixture, &error);
  g_assert_no_error (error);
  assert_signed_in (fixture, result);
  g_assert_null (strstr (get_request (fixture, 0), "Authorization"));
  assert_contains (get_request (fixture, 1),
                   "\r\n\r\ngrant_type=urn%3Afoyer%3Agrant%3Acode&code=code%201%262&client_id=");
  assert_contains (get_request (fixture, 1), "&client_id=" FOYER_APPLICATION_ID "&device_name=");
  assert_contains (get_request (fixture, 2), "\r\nAuthorization: Bearer access-1\r\n");
}

static void
test_wrong_address (Fixture *fixture, gconstpointer unused)
{
  static const char *const addresses[] = { "", "no address", "ana@example.com", "http://portal.example.com" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (GError) error = NULL;

    foyer_sign_in_with_code_async (addresses[i], "1", NULL, foyer_test_take_result, &fixture->waiting);
    g_assert_null (finish (fixture, &error));
    g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_ADDRESS);
  }
}

static void
test_unreachable (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *address = g_strdup (foyer_canned_server_get_address (fixture->server));
  g_autoptr (GError) error = NULL;

  foyer_canned_server_free (fixture->server);
  foyer_sign_in_with_code_async (address, "1", NULL, foyer_test_take_result, &fixture->waiting);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_UNREACHABLE);
  fixture->server = foyer_canned_server_new (NULL);
}

/* Each answer to the first question and what becomes of it: another product, a page, a door that is shut, trouble. */
static void
test_metadata (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *status;
    const char *body;
    FoyerSignInError code;
    const char *sentence;
  } cases[] = {
    { "404 Not Found", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "404" },
    { "401 Unauthorized", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "401" },
    { "403 Forbidden", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "403" },
    { "500 Oops", "{}", FOYER_SIGN_IN_ERROR_SERVER, "500" },
    { "302 Found\r\nLocation: https://portal.example/", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER,
      "somewhere else" },
    { "200 OK", "<p>Welcome.</p>", FOYER_SIGN_IN_ERROR_NOT_FOYER, "JSON" },
    { "200 OK", "[]", FOYER_SIGN_IN_ERROR_NOT_FOYER, METADATA },
    { "200 OK", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "where to sign in" },
    { "200 OK", "{\"issuer\":\"@ADDRESS@\"}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "where to sign in" },
    { "200 OK", "{\"issuer\":\"https://other.example\"}", FOYER_SIGN_IN_ERROR_ADDRESS,
      "https://other.example" },
    { "200 OK",
      "{\"issuer\":\"@ADDRESS@\",\"authorization_endpoint\":\"@ADDRESS@/a\","
      "\"token_endpoint\":\"https://thief.example/t\"}",
      FOYER_SIGN_IN_ERROR_ADDRESS, "https://thief.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    foyer_canned_server_json (fixture->server, METADATA, cases[i].status, cases[i].body);
    assert_fails (fixture, cases[i].code, cases[i].sentence);
  }
}

static void
test_token (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *status;
    const char *body;
    FoyerSignInError code;
    const char *sentence;
  } cases[] = {
    { "400 Bad Request", "{\"error\":\"invalid_grant\"}", FOYER_SIGN_IN_ERROR_REFUSED, "invalid_grant" },
    { "400 Bad Request", "{\"error\":\"unsupported_grant_type\"}", FOYER_SIGN_IN_ERROR_NOT_FOYER,
      "this way" },
    { "401 Unauthorized", "no", FOYER_SIGN_IN_ERROR_REFUSED, "401" },
    { "403 Forbidden", "{}", FOYER_SIGN_IN_ERROR_REFUSED, "403" },
    { "404 Not Found", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "404" },
    { "429 Slow\r\nRetry-After: 30", "{}", FOYER_SIGN_IN_ERROR_SERVER, "30 seconds" },
    { "500 Oops", "{}", FOYER_SIGN_IN_ERROR_SERVER, "500" },
    { "200 OK", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "token" },
    { "200 OK", "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}", FOYER_SIGN_IN_ERROR_NOT_FOYER,
      "token" },
    { "200 OK", "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"mac\"}",
      FOYER_SIGN_IN_ERROR_NOT_FOYER, "token" },
    { "200 OK", "{\"access_token\":\"a b\",\"refresh_token\":\"r\",\"token_type\":\"Bearer\"}",
      FOYER_SIGN_IN_ERROR_NOT_FOYER, "token" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
    foyer_canned_server_json (fixture->server, TOKEN, cases[i].status, cases[i].body);
    assert_fails (fixture, cases[i].code, cases[i].sentence);
  }
}

static void
test_session (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *status;
    const char *body;
    FoyerSignInError code;
    const char *sentence;
  } cases[] = {
    { "401 Unauthorized", "{}", FOYER_SIGN_IN_ERROR_REFUSED, "401" },
    { "403 Forbidden", "{}", FOYER_SIGN_IN_ERROR_REFUSED, "403" },
    { "404 Not Found", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "404" },
    { "500 Oops", "{}", FOYER_SIGN_IN_ERROR_SERVER, "500" },
    { "200 OK", "{}", FOYER_SIGN_IN_ERROR_NOT_FOYER, "JMAP" },
    { "200 OK", SESSION_WITH ("urn:ietf:params:jmap:mail", "/jmap/api"), FOYER_SIGN_IN_ERROR_NOT_FOYER,
      "knows nothing of Foyer" },
    { "200 OK", SESSION_WITH ("https://foyer.example/ns/jmap/staff/1", "https://other.example/api"),
      FOYER_SIGN_IN_ERROR_ADDRESS, "https://other.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
    foyer_canned_server_json (fixture->server, TOKEN, "200 OK", GOOD_TOKENS);
    foyer_canned_server_json (fixture->server, SESSION, cases[i].status, cases[i].body);
    assert_fails (fixture, cases[i].code, cases[i].sentence);
  }
}

/* The same broken replies at each of the three questions. */
static void
test_broken (Fixture *fixture, gconstpointer unused)
{
  static const char *const targets[] = { METADATA, TOKEN, SESSION };
  static const char *const good[] = { GOOD_METADATA, GOOD_TOKENS, GOOD_SESSION };
  static const struct {
    const char *answer;
    FoyerSignInError code;
    const char *sentence;
  } cases[] = {
    { HTML, FOYER_SIGN_IN_ERROR_NOT_FOYER, "web page" },
    { "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n{", FOYER_SIGN_IN_ERROR_NOT_FOYER,
      "longer than" },
    { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", FOYER_SIGN_IN_ERROR_UNREACHABLE, "whole" },
    { "220 mail.example ESMTP\r\n", FOYER_SIGN_IN_ERROR_UNREACHABLE, "127.0.0.1" },
  };

  for (guint stage = 0; stage < G_N_ELEMENTS (targets); stage++) {
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
      for (guint before = 0; before < stage; before++)
        foyer_canned_server_json (fixture->server, targets[before], "200 OK", good[before]);
      foyer_canned_server_answer (fixture->server, targets[stage], cases[i].answer, FOYER_CANNED_CLOSE);
      assert_fails (fixture, cases[i].code, cases[i].sentence);
    }
  }
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  foyer_canned_server_answer (fixture->server, METADATA, "HTTP/1.1 200 OK\r\n", FOYER_CANNED_HOLD);
  foyer_sign_in_with_code_async (foyer_canned_server_get_address (fixture->server), "1", cancellable,
                                 foyer_test_take_result, &fixture->waiting);
  foyer_canned_server_wait_requests (fixture->server, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The browser of these tests. */

static void
on_open (const char *uri, gpointer user_data)
{
  char **opened = user_data;

  g_assert_null (*opened);
  *opened = g_strdup (uri);
}

static void
begin_browser (Fixture *fixture, char **opened, GCancellable *cancellable)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (7);

  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  foyer_sign_in_with_browser_async (foyer_canned_server_get_address (fixture->server), random, on_open,
                                    opened, cancellable, foyer_test_take_result, &fixture->waiting);
  foyer_canned_server_wait_requests (fixture->server, 1);
  while (*opened == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
get_parameter (const char *uri, const char *name)
{
  g_autoptr (GHashTable) parameters
      = g_uri_parse_params (strchr (uri, '?') + 1, -1, "&", G_URI_PARAMS_WWW_FORM, NULL);

  return g_strdup (g_hash_table_lookup (parameters, name));
}

/* Returns: what the browser sees when it sends @text to the port of @redirect_uri */
static char *
visit (const char *redirect_uri, const char *text)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (redirect_uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;

  connection = g_socket_client_connect_to_host (client, g_uri_get_host (uri), (guint16) g_uri_get_port (uri),
                                                NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, strlen (text),
                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice_async (memory, g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL,
                                foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_output_stream_splice_finish (memory, result, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

static char *
come_back (const char *opened, const char *state, const char *query)
{
  g_autofree char *redirect_uri = get_parameter (opened, "redirect_uri");
  g_autofree char *request
      = g_strdup_printf ("GET /signed-in?%s&state=%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", query, state);

  return visit (redirect_uri, request);
}

static void
test_browser (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *opened = NULL;
  g_autofree char *state = NULL;
  g_autofree char *challenge = NULL;
  g_autofree char *method = NULL;
  g_autofree char *page = NULL;
  g_autofree char *prefix = g_strconcat (foyer_canned_server_get_address (fixture->server),
                                         "/oauth/authorize?response_type=code&", NULL);
  g_autofree char *verifier = NULL;
  g_autofree char *hash = NULL;
  g_autofree guchar *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInResult) result = NULL;
  g_autoptr (GString) padded = NULL;
  gsize length;

  begin_browser (fixture, &opened, NULL);
  g_assert_true (g_str_has_prefix (opened, prefix));
  state = get_parameter (opened, "state");
  challenge = get_parameter (opened, "code_challenge");
  method = get_parameter (opened, "code_challenge_method");
  g_assert_cmpstr (method, ==, "S256");
  foyer_canned_server_json (fixture->server, TOKEN, "200 OK", GOOD_TOKENS);
  foyer_canned_server_json (fixture->server, SESSION, "200 OK", GOOD_SESSION);
  page = come_back (opened, state, "code=abc%2Fd");
  g_assert_true (g_str_has_prefix (page, "HTTP/1.1 200 OK\r\n"));
  assert_contains (page, "You can go back to Foyer");
  result = finish (fixture, &error);
  g_assert_no_error (error);
  assert_signed_in (fixture, result);

  /* RFC 7636 §4.6: what was shown before is the hash of what is shown now. */
  assert_contains (get_request (fixture, 1),
                   "\r\n\r\ngrant_type=authorization_code&code=abc%2Fd&redirect_uri=http%3A");
  verifier = g_strndup (strstr (get_request (fixture, 1), "code_verifier=") + strlen ("code_verifier="), 43);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, verifier, -1);
  padded = g_string_new (challenge);
  g_string_replace (padded, "-", "+", 0);
  g_string_replace (padded, "_", "/", 0);
  g_string_append_c (padded, '=');
  digest = g_base64_decode (padded->str, &length);
  g_assert_cmpuint (length, ==, 32);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *byte = g_strdup_printf ("%02x", digest[i]);

    g_assert_cmpint (strncmp (hash + 2 * i, byte, 2), ==, 0);
  }
}

/* Pages, icons, noise and somebody else's state are none of the browser that was sent away. */
static void
test_browser_strangers (Fixture *fixture, gconstpointer unused)
{
  static const char *const requests[] = {
    "GET /favicon.ico HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET /signed-in HTTP/1.1\r\n\r\n",
    "GET /signed-in?code=abc HTTP/1.1\r\n\r\n",
    "GET /signed-in?code=abc&state=guess HTTP/1.1\r\n\r\n",
    "POST /signed-in?code=abc&state=guess HTTP/1.1\r\n\r\n",
    "nonsense\r\n\r\n",
  };
  g_autofree char *opened = NULL;
  g_autofree char *state = NULL;
  g_autofree char *redirect_uri = NULL;
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;

  begin_browser (fixture, &opened, NULL);
  state = get_parameter (opened, "state");
  redirect_uri = get_parameter (opened, "redirect_uri");
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++) {
    g_autofree char *nothing = visit (redirect_uri, requests[i]);

    g_assert_true (g_str_has_prefix (nothing, "HTTP/1.1 404 "));
    g_assert_null (strstr (nothing, "abc"));
  }
  page = come_back (opened, state, "error=access_denied");
  g_assert_true (g_str_has_prefix (page, "HTTP/1.1 200 OK\r\n"));
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_REFUSED);
}

static void
test_browser_problem (Fixture *fixture, gconstpointer unused)
{
  static const char *const queries[] = { "error=server_error", "code=", "x=y" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *opened = NULL;
    g_autofree char *state = NULL;
    g_autofree char *page = NULL;
    g_autoptr (GError) error = NULL;

    begin_browser (fixture, &opened, NULL);
    state = get_parameter (opened, "state");
    page = come_back (opened, state, queries[i]);
    g_assert_null (finish (fixture, &error));
    g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_SERVER);
  }
}

static void
test_browser_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *redirect_uri = NULL;
  g_autoptr (GError) error = NULL;

  begin_browser (fixture, &opened, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  redirect_uri = get_parameter (opened, "redirect_uri");
  uri = g_uri_parse (redirect_uri, G_URI_FLAGS_NONE, NULL);
  connection
      = g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, NULL);
  g_assert_null (connection);
}

#define ADD(path, test) g_test_add ("/sign-in/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("code", test_code);
  ADD ("wrong-address", test_wrong_address);
  ADD ("unreachable", test_unreachable);
  ADD ("metadata", test_metadata);
  ADD ("token", test_token);
  ADD ("session", test_session);
  ADD ("broken", test_broken);
  ADD ("cancel", test_cancel);
  ADD ("browser", test_browser);
  ADD ("browser-strangers", test_browser_strangers);
  ADD ("browser-problem", test_browser_problem);
  ADD ("browser-cancel", test_browser_cancel);
  return g_test_run ();
}
