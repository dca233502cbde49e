/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-soup-transport.c - replies whole and broken, redirections, tokens and their renewal */

#include "foyer-soup-transport.h"

#include "foyer-canned-server.h"
#include "foyer-json.h"
#include "foyer-test.h"

#include <string.h>

#define OK_HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define EMPTY_OK OK_HEAD "Content-Length: 2\r\nConnection: close\r\n\r\n{}"
#define UNAUTHORIZED "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
#define NEW_TOKENS \
  "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"token_type\":\"bearer\"," \
  "\"expires_in\":3600}"

typedef struct {
  FoyerCannedServer *server;
  FoyerSoupTransport *transport;
  FoyerCredential *renewed;
  guint renewals;
} Fixture;

static void
on_renewed (FoyerSoupTransport *transport, FoyerCredential *credential, Fixture *fixture)
{
  foyer_credential_free (fixture->renewed);
  fixture->renewed = foyer_credential_copy (credential);
  fixture->renewals++;
}

static void
make_transport (Fixture *fixture, const char *access_token)
{
  g_autoptr (FoyerAccount) account
      = foyer_account_new (foyer_canned_server_get_address (fixture->server), "org-1", "Acme", NULL, "Ana");
  g_autoptr (FoyerCredential) credential = foyer_credential_new (access_token, "refresh-1");

  g_clear_object (&fixture->transport);
  fixture->transport = foyer_soup_transport_new (account, credential);
  g_signal_connect (fixture->transport, "renewed", G_CALLBACK (on_renewed), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->server = foyer_canned_server_new (NULL);
  make_transport (fixture, "access-1");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->transport));
  g_clear_pointer (&fixture->renewed, foyer_credential_free);
  foyer_canned_server_free (fixture->server);
}

static char *
make_url (Fixture *fixture, const char *target)
{
  return g_strconcat (foyer_canned_server_get_address (fixture->server), target, NULL);
}

static FoyerTransportReply *
finish (Fixture *fixture, GAsyncResult **waiting, GError **error)
{
  g_autoptr (GAsyncResult) result = foyer_test_wait_result (waiting);

  return foyer_transport_send_finish (FOYER_TRANSPORT (fixture->transport), result, error);
}

static void
begin (Fixture *fixture, const char *url, GCancellable *cancellable, GAsyncResult **waiting)
{
  foyer_transport_send_async (FOYER_TRANSPORT (fixture->transport), "GET", url, NULL, NULL, cancellable,
                              foyer_test_take_result, waiting);
}

static FoyerTransportReply *
get_url (Fixture *fixture, const char *url, GError **error)
{
  GAsyncResult *waiting = NULL;

  begin (fixture, url, NULL, &waiting);
  return finish (fixture, &waiting, error);
}

static FoyerTransportReply *
get (Fixture *fixture, const char *target, GError **error)
{
  g_autofree char *url = make_url (fixture, target);

  return get_url (fixture, url, error);
}

static FoyerTransportReply *
post (Fixture *fixture, const char *target, const char *text)
{
  g_autofree char *url = make_url (fixture, target);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;
  FoyerTransportReply *reply;

  foyer_transport_send_async (FOYER_TRANSPORT (fixture->transport), "POST", url, "application/json", body,
                              NULL, foyer_test_take_result, &waiting);
  reply = finish (fixture, &waiting, &error);
  g_assert_no_error (error);
  return reply;
}

static void
assert_body (FoyerTransportReply *reply, const char *expected)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);

  g_assert_cmpmem (data, length, expected, strlen (expected));
}

/* Asserts that a GET gives nothing but this error. */
static void
assert_get_fails (Fixture *fixture, const char *target, FoyerTransportError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = get (fixture, target, &error);

  g_assert_error (error, FOYER_TRANSPORT_ERROR, (int) code);
  g_assert_null (reply);
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
test_reply (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = NULL;
  g_autofree char *url = make_url (fixture, "/a?b=c");

  foyer_canned_server_answer (fixture->server, "/a?b=c",
                              "HTTP/1.1 503 Busy\r\nContent-Type: Application/JSON; charset=UTF-8\r\n"
                              "Date: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: 7\r\n"
                              "Content-Length: 3\r\n\r\nabc",
                              FOYER_CANNED_CLOSE);
  reply = get (fixture, "/a?b=c", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 503);
  g_assert_cmpstr (reply->content_type, ==, "application/json");
  g_assert_cmpint (reply->date, ==, 1795255200);
  g_assert_cmpint (reply->retry_after, ==, 7);
  g_assert_cmpstr (reply->url, ==, url);
  assert_body (reply, "abc");
  assert_contains (get_request (fixture, 0), "\r\nAuthorization: Bearer access-1\r\n");
  assert_contains (get_request (fixture, 0), "\r\nAccept: application/json\r\n");
}

static void
test_retry_after (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *headers;
    gint64 seconds;
  } cases[] = {
    { "", -1 },
    { "Retry-After: soon\r\n", -1 },
    { "Retry-After: -5\r\n", -1 },
    { "Retry-After: 99999999999999999999\r\n", -1 },
    { "Retry-After: Sat, 21 Nov 2026 10:02:00 GMT\r\n", -1 },
    { "Date: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 10:02:00 GMT\r\n", 120 },
    { "Date: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 09:00:00 GMT\r\n", 0 },
    { "Retry-After: 300\r\n", 300 },
    { "Retry-After: 4294967295\r\n", 3600 },
    { "Date: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2099 10:00:00 GMT\r\n", 3600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer
        = g_strconcat ("HTTP/1.1 429 Slow\r\n", cases[i].headers, "Content-Length: 0\r\n\r\n", NULL);
    g_autoptr (FoyerTransportReply) reply = NULL;

    foyer_canned_server_answer (fixture->server, "/", answer, FOYER_CANNED_CLOSE);
    reply = get (fixture, "/", NULL);
    g_assert_cmpint (reply->retry_after, ==, cases[i].seconds);
  }
}

static void
test_posts_share_connection (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 3; i++) {
    g_autoptr (FoyerTransportReply) reply = NULL;

    foyer_canned_server_answer (fixture->server, "/api", OK_HEAD "Content-Length: 2\r\n\r\n{}",
                                FOYER_CANNED_KEEP);
    reply = post (fixture, "/api", "{\"a\":1}");
    g_assert_cmpuint (reply->status, ==, 200);
  }
  g_assert_cmpuint (foyer_canned_server_get_connections (fixture->server), ==, 1);
  assert_contains (get_request (fixture, 2), "\r\nContent-Type: application/json\r\n");
  g_assert_true (g_str_has_suffix (get_request (fixture, 2), "\r\n\r\n{\"a\":1}"));
}

static void
test_too_large (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *chunk = g_strnfill (64 * 1024, 'x');
  g_autofree char *declared = g_strconcat (OK_HEAD "Content-Length: 1073741824\r\n\r\n", chunk, NULL);
  g_autofree char *chunked
      = g_strconcat (OK_HEAD "Transfer-Encoding: chunked\r\n\r\n10000\r\n", chunk, "\r\n", NULL);
  g_autofree char *endless = g_strconcat (OK_HEAD "Connection: close\r\n\r\n", chunk, NULL);

  foyer_canned_server_answer (fixture->server, "/declared", declared, FOYER_CANNED_REPEAT);
  assert_get_fails (fixture, "/declared", FOYER_TRANSPORT_ERROR_TOO_LARGE);
  foyer_canned_server_wait_quiet (fixture->server);
  g_assert_cmpuint (foyer_canned_server_get_written (fixture->server), <, 32 * 1024 * 1024);

  foyer_canned_server_answer (fixture->server, "/chunked", chunked, FOYER_CANNED_REPEAT);
  assert_get_fails (fixture, "/chunked", FOYER_TRANSPORT_ERROR_TOO_LARGE);
  foyer_canned_server_wait_quiet (fixture->server);
  foyer_canned_server_answer (fixture->server, "/endless", endless, FOYER_CANNED_REPEAT);
  assert_get_fails (fixture, "/endless", FOYER_TRANSPORT_ERROR_TOO_LARGE);
  foyer_canned_server_wait_quiet (fixture->server);
  g_assert_cmpuint (foyer_canned_server_get_written (fixture->server), <, 256 * 1024 * 1024);
}

/* 80 MB of nothing are 80 KB on the way. */
static void
test_too_large_unpacked (Fixture *fixture, gconstpointer unused)
{
  static const char head[] = OK_HEAD "Content-Encoding: gzip\r\nConnection: close\r\n\r\n";
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autofree char *zeros = g_malloc0 (1024 * 1024);

  g_output_stream_write_all (memory, head, strlen (head), NULL, NULL, NULL);
  output = g_converter_output_stream_new (memory, packer);
  for (guint i = 0; i < 80; i++)
    g_output_stream_write_all (output, zeros, 1024 * 1024, NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);
  answer = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  foyer_canned_server_answer_bytes (fixture->server, "/", answer, FOYER_CANNED_CLOSE);
  assert_get_fails (fixture, "/", FOYER_TRANSPORT_ERROR_TOO_LARGE);
}

static GBytes *
pack (const char *head, const char *text)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) output = NULL;

  g_output_stream_write_all (memory, head, strlen (head), NULL, NULL, NULL);
  output = g_converter_output_stream_new (memory, packer);
  g_output_stream_write_all (output, text, strlen (text), NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
is_no_json (FoyerTransportReply *reply)
{
  g_autoptr (JsonNode) json = foyer_json_parse (g_bytes_get_data (reply->body, NULL),
                                                (gssize) g_bytes_get_size (reply->body), NULL);

  return json == NULL;
}

/* Packed answers are taken whole or not at all. */
static void
test_packed (Fixture *fixture, gconstpointer unused)
{
  static const char head[] = OK_HEAD "Content-Encoding: gzip\r\nConnection: close\r\n\r\n";
  static const char text[] = "{\"a\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]}";
  g_autoptr (GBytes) whole = pack (head, text);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 20);
  g_autoptr (FoyerTransportReply) reply = NULL;
  g_autoptr (FoyerTransportReply) broken = NULL;

  foyer_canned_server_answer_bytes (fixture->server, "/", whole, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", NULL);
  assert_body (reply, text);
  assert_contains (get_request (fixture, 0), "\r\nAccept-Encoding: gzip");
  /* libsoup gives what it cannot unpack as it is; that is no JSON, and so no answer. */
  foyer_canned_server_answer_bytes (fixture->server, "/", half, FOYER_CANNED_CLOSE);
  broken = get (fixture, "/", NULL);
  g_assert_true (broken == NULL || is_no_json (broken));
}

static void
test_cut (Fixture *fixture, gconstpointer unused)
{
  static const char *const answers[] = {
    OK_HEAD "Content-Length: 20\r\n\r\n{\"half\":",
    OK_HEAD "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
    OK_HEAD "Transfer-Encoding: chunked\r\n\r\n50\r\n{\"a\":",
    OK_HEAD "Connection: close\r\n\r\n{\"a\":\"\\\"}",
    "HTTP/1.1 200 OK\r\nContent-Ty",
    "SSH-2.0-OpenSSH_9.2p1\r\n",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    foyer_canned_server_answer (fixture->server, "/", answers[i], FOYER_CANNED_CLOSE);
    assert_get_fails (fixture, "/", FOYER_TRANSPORT_ERROR_CUT);
  }
}

static void
test_no_way (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = NULL;
  g_autofree char *url = make_url (fixture, "/");

  foyer_canned_server_free (fixture->server);
  reply = get_url (fixture, url, &error);
  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE);
  fixture->server = foyer_canned_server_new (NULL);
}

static void
test_addresses (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *url;
    FoyerTransportError code;
  } cases[] = {
    { "", FOYER_TRANSPORT_ERROR_ADDRESS },
    { "/jmap/api", FOYER_TRANSPORT_ERROR_ADDRESS },
    { "ftp://127.0.0.1/", FOYER_TRANSPORT_ERROR_ADDRESS },
    { "http://user:secret@127.0.0.1/", FOYER_TRANSPORT_ERROR_ADDRESS },
    { "http://portal.example/", FOYER_TRANSPORT_ERROR_CERTIFICATE },
    { "https://portal.example/", FOYER_TRANSPORT_ERROR_CERTIFICATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerTransportReply) reply = get_url (fixture, cases[i].url, &error);

    g_assert_error (error, FOYER_TRANSPORT_ERROR, (int) cases[i].code);
    g_assert_null (reply);
  }
}

static void
test_redirect_within (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = NULL;
  g_autoptr (FoyerTransportReply) lost = NULL;
  g_autofree char *url = make_url (fixture, "/jmap/session");

  foyer_canned_server_answer (fixture->server, "/.well-known/jmap",
                              "HTTP/1.1 307 Here\r\nLocation: /jmap/session\r\nContent-Length: 0\r\n\r\n",
                              FOYER_CANNED_CLOSE);
  foyer_canned_server_answer (fixture->server, "/jmap/session", EMPTY_OK, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/.well-known/jmap", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (reply->url, ==, url);
  assert_contains (get_request (fixture, 1), "\r\nAuthorization: Bearer access-1\r\n");

  for (guint i = 0; i < 6; i++)
    foyer_canned_server_answer (fixture->server, "/round",
                                "HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\n\r\n",
                                FOYER_CANNED_CLOSE);
  lost = get (fixture, "/round", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lost->status, ==, 302);
}

/* C02: the token stays with its server. */
static void
test_redirect_elsewhere (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerCannedServer) other = foyer_canned_server_new (NULL);
  g_autofree char *answer
      = g_strdup_printf ("HTTP/1.1 307 There\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n",
                         foyer_canned_server_get_address (other));
  g_autoptr (FoyerTransportReply) reply = NULL;

  foyer_canned_server_answer (fixture->server, "/", answer, FOYER_CANNED_CLOSE);
  assert_get_fails (fixture, "/", FOYER_TRANSPORT_ERROR_CERTIFICATE);

  g_clear_object (&fixture->transport);
  fixture->transport = foyer_soup_transport_new (NULL, NULL);
  foyer_canned_server_answer (fixture->server, "/", answer, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", NULL);
  g_assert_cmpuint (reply->status, ==, 307);
  g_assert_null (strstr (get_request (fixture, 1), "Authorization"));
  g_assert_cmpuint (foyer_canned_server_get_connections (other), ==, 0);
}

static void
test_renewal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = NULL;

  foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
  foyer_canned_server_json (fixture->server, "/oauth/token", "200 OK", NEW_TOKENS);
  foyer_canned_server_answer (fixture->server, "/", EMPTY_OK, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (fixture->renewals, ==, 1);
  g_assert_cmpstr (fixture->renewed->access_token, ==, "access-2");
  g_assert_cmpstr (fixture->renewed->refresh_token, ==, "refresh-2");
  assert_contains (get_request (fixture, 1), "grant_type=refresh_token&refresh_token=refresh-1");
  assert_contains (get_request (fixture, 1), "\r\nContent-Type: application/x-www-form-urlencoded\r\n");
  g_assert_null (strstr (get_request (fixture, 1), "Authorization"));
  assert_contains (get_request (fixture, 2), "\r\nAuthorization: Bearer access-2\r\n");
}

static void
test_renewal_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerTransportReply) reply = NULL;

  foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
  foyer_canned_server_json (fixture->server, "/oauth/token", "200 OK", NEW_TOKENS);
  foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", NULL);
  g_assert_cmpuint (reply->status, ==, 401);
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 3);
}

static void
test_renewal_shared (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *waiting[3] = { NULL };

  foyer_canned_server_json (fixture->server, "/oauth/token", "200 OK", NEW_TOKENS);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++) {
    g_autofree char *target = g_strdup_printf ("/%u", i);
    g_autofree char *url = make_url (fixture, target);

    foyer_canned_server_answer (fixture->server, target, UNAUTHORIZED, FOYER_CANNED_CLOSE);
    foyer_canned_server_answer (fixture->server, target, EMPTY_OK, FOYER_CANNED_CLOSE);
    begin (fixture, url, NULL, &waiting[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++) {
    g_autoptr (FoyerTransportReply) reply = finish (fixture, &waiting[i], NULL);

    g_assert_cmpuint (reply->status, ==, 200);
  }
  g_assert_cmpuint (fixture->renewals, ==, 1);
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 7);
}

static void
test_renewal_refused (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 2; i++) {
    g_autoptr (FoyerTransportReply) reply = NULL;

    foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
    if (i == 0)
      foyer_canned_server_json (fixture->server, "/oauth/token", "400 Bad Request",
                                "{\"error\":\"invalid_grant\"}");
    reply = get (fixture, "/", NULL);
    g_assert_cmpuint (reply->status, ==, 401);
    assert_body (reply, "no");
  }
  g_assert_cmpuint (fixture->renewals, ==, 0);
}

/* Trouble of the server is no reason to send anybody to the sign-in page. */
static void
test_renewal_trouble (Fixture *fixture, gconstpointer unused)
{
  static const char *const cut[] = {
    OK_HEAD "Content-Length: 200\r\n\r\n{\"access_token\":",
    OK_HEAD "Content-Length: 15\r\n\r\n<p>Welcome.</p>",
    OK_HEAD "Content-Length: 22\r\n\r\n{\"access_token\":\"a\\nb\"}",
  };
  g_autoptr (FoyerTransportReply) reply = NULL;

  foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
  foyer_canned_server_answer (fixture->server, "/oauth/token",
                              "HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n",
                              FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", NULL);
  g_assert_cmpuint (reply->status, ==, 503);
  g_assert_cmpint (reply->retry_after, ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cut); i++) {
    foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
    foyer_canned_server_answer (fixture->server, "/oauth/token", cut[i], FOYER_CANNED_CLOSE);
    assert_get_fails (fixture, "/", FOYER_TRANSPORT_ERROR_CUT);
  }
  g_assert_cmpuint (fixture->renewals, ==, 0);
}

/* Who does not want to wait may go; the new tokens are kept all the same. */
static void
test_renewal_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = make_url (fixture, "/");
  g_autofree char *body = g_strdup_printf ("%" G_GSIZE_FORMAT "\r\n\r\n" NEW_TOKENS, strlen (NEW_TOKENS));
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;

  foyer_canned_server_answer (fixture->server, "/", UNAUTHORIZED, FOYER_CANNED_CLOSE);
  foyer_canned_server_answer (fixture->server, "/oauth/token", OK_HEAD "Content-Length: ", FOYER_CANNED_HOLD);
  begin (fixture, url, cancellable, &waiting);
  foyer_canned_server_wait_requests (fixture->server, 2);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  foyer_canned_server_push (fixture->server, body);
  while (fixture->renewals == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->renewed->refresh_token, ==, "refresh-2");
}

static void
test_no_access_token (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerTransportReply) reply = NULL;

  make_transport (fixture, NULL);
  foyer_canned_server_json (fixture->server, "/oauth/token", "200 OK", NEW_TOKENS);
  foyer_canned_server_answer (fixture->server, "/", EMPTY_OK, FOYER_CANNED_CLOSE);
  reply = get (fixture, "/", NULL);
  g_assert_cmpuint (reply->status, ==, 200);
  assert_contains (get_request (fixture, 1), "\r\nAuthorization: Bearer access-2\r\n");
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = make_url (fixture, "/");
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;

  foyer_canned_server_answer (fixture->server, "/", OK_HEAD "Content-Length: 20\r\n\r\n{", FOYER_CANNED_HOLD);
  begin (fixture, url, cancellable, &waiting);
  foyer_canned_server_wait_requests (fixture->server, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &waiting, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test) g_test_add ("/soup-transport/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("reply", test_reply);
  ADD ("retry-after", test_retry_after);
  ADD ("posts-share-connection", test_posts_share_connection);
  ADD ("C01-too-large", test_too_large);
  ADD ("C01-too-large-unpacked", test_too_large_unpacked);
  ADD ("packed", test_packed);
  ADD ("cut", test_cut);
  ADD ("no-way", test_no_way);
  ADD ("addresses", test_addresses);
  ADD ("redirect-within", test_redirect_within);
  ADD ("C02-redirect-elsewhere", test_redirect_elsewhere);
  ADD ("renewal", test_renewal);
  ADD ("renewal-once", test_renewal_once);
  ADD ("renewal-shared", test_renewal_shared);
  ADD ("renewal-refused", test_renewal_refused);
  ADD ("renewal-trouble", test_renewal_trouble);
  ADD ("renewal-cancelled", test_renewal_cancelled);
  ADD ("no-access-token", test_no_access_token);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
