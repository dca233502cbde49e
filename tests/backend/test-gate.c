/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-gate.c - which heads come in, as a function and at the socket itself */

#include "http/foyer-gate.h"

#include "foyer-test-client.h"
#include "foyer-test-server.h"
#include "http/foyer-connection.h"
#include "http/foyer-listen-address.h"
#include "http/foyer-listener.h"

#include <string.h>

/* --- As a function --- */

static guint
judge (const char *head)
{
  FoyerGateScan scan = { 0 };
  gboolean is_broken;
  gsize length = foyer_gate_find_end (&scan, head, strlen (head), &is_broken);

  if (is_broken)
    return 400;
  g_assert_cmpuint (length, ==, strlen (head));
  return foyer_gate_judge (head, length).status;
}

/* H01, H05, H11 and everything else that must never reach a parser. */
static const struct {
  guint status;
  const char *head;
} probes[] = {
  { 200, "GET / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 200, "GET /a?b=c HTTP/1.0\r\nHost: a:80\r\nAccept: */*\r\n\r\n" },
  { 200, "HEAD / HTTP/1.1\r\nhOsT: [::1]:8080\r\n\r\n" },
  { 200, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" },
  { 200, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\n\r\n" },
  { 200, "POST /messages HTTP/1.1\r\nHost: a\r\nContent-Length: 27262976\r\n\r\n" },
  { 200, "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 200, "GET http://A:1/b HTTP/1.1\r\nHost: a:1\r\n\r\n" },
  { 200, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n" },
  { 200, "GET / HTTP/1.1\r\nHost: a\r\nX-Umlaut: \xc3\xa4\r\n\r\n" },
  /* Two ways to say how long the body is. */
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n" },
  { 411, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" },
  { 411, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n" },
  { 411, "POST / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\n" },
  { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length\t: 5\r\n\r\n" },
  { 413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n" },
  { 413, "POST /messages HTTP/1.1\r\nHost: a\r\nContent-Length: 27262977\r\n\r\n" },
  { 413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999999\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n" },
  { 415, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n" },
  { 417, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: tea\r\n\r\n" },
  /* Whose request it is. */
  { 400, "GET / HTTP/1.1\r\n\r\n" },
  { 400, "GET / HTTP/1.0\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost:\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a/../b\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n" },
  { 400, "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET https://a/ HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nCookie: b\r\nCookie: c\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: b\r\nauthorization: c\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nX-Real-IP: 10.0.0.1\r\nX-Real-IP: 10.0.0.2\r\n\r\n" },
  /* Methods. */
  { 405, "get / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 405, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 405, "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 405, "PATCH / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 405, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 405, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "G(T / HTTP/1.1\r\nHost: a\r\n\r\n" },
  /* Forms of lines. */
  { 400, "GET / HTTP/1.1\nHost: a\n\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n" },
  { 400, "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\n Host: a\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\n: no name\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nB@d: name\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a\r\nBell: \a\r\n\r\n" },
  { 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET / HTTP/1.1 \r\nHost: a\r\n\r\n" },
  { 400, "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /\r\nHost: a\r\n\r\n" },
  { 400, "GET / HTTP/1\r\nHost: a\r\n\r\n" },
  { 505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n" },
  { 505, "GET / HTTP/1.2\r\nHost: a\r\n\r\n" },
  { 400, "GET a HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /\\a HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n" },
  /* Targets that cannot be read, or climb. */
  { 200, "GET /a..b/...?c=..%2F..&d=%00 HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 200, "GET /./a%20b/%2e HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /% HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /%2 HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /a?b=50% HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /a?b=%zz HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/%00 HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/../foyer.db HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/%2e%2E/foyer.db HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/..%2f..%2ffoyer.db HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/.. HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "GET /static/..?a HTTP/1.1\r\nHost: a\r\n\r\n" },
  { 400, "POST /messages/../sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 27262976\r\n\r\n" },
  /* Hosts that are none. */
  { 200, "GET / HTTP/1.1\r\nHost: [2001:db8::1]\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a:\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: a:80:80\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: ::1\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: [::1]x\r\n\r\n" },
  { 400, "GET / HTTP/1.1\r\nHost: [a]\r\n\r\n" },
  { 400, "GET http://::1/ HTTP/1.1\r\nHost: ::1\r\n\r\n" },
};

static void
test_probes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++) {
    if (judge (probes[i].head) != probes[i].status)
      g_error ("%u instead of %u: %s", judge (probes[i].head), probes[i].status, probes[i].head);
  }
}

static void
test_numbers (void)
{
  g_autoptr (GString) head = g_string_new ("GET / HTTP/1.1\r\nHost: a\r\n");
  g_autoptr (GString) target = g_string_new ("GET /");

  for (int i = 0; i < FOYER_GATE_MOST_HEADERS - 1; i++)
    g_string_append_printf (head, "X-%d: y\r\n", i);
  g_string_append (head, "\r\n");
  g_assert_cmpuint (judge (head->str), ==, 200);
  g_string_truncate (head, head->len - 2);
  g_string_append (head, "One-More: y\r\n\r\n");
  g_assert_cmpuint (judge (head->str), ==, 400);
  for (int i = 0; i < FOYER_GATE_LONGEST_TARGET; i++)
    g_string_append_c (target, 'a');
  g_string_append (target, " HTTP/1.1\r\nHost: a\r\n\r\n");
  g_assert_cmpuint (judge (target->str), ==, 414);
}

/* A nul byte cannot be written in the table. */
static void
test_nul (void)
{
  static const char head[] = "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n";
  FoyerGateScan scan = { 0 };
  gboolean is_broken;

  g_assert_cmpuint (foyer_gate_find_end (&scan, head, sizeof head - 1, &is_broken), ==, 0);
  g_assert_true (is_broken);
}

/* Wherever a head is cut, the answer is the same. */
static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++) {
    const char *head = probes[i].head;
    FoyerGateScan scan = { 0 };
    gboolean is_broken = FALSE;
    gsize end = 0;

    for (gsize length = 1; length <= strlen (head) && !is_broken && end == 0; length++)
      end = foyer_gate_find_end (&scan, head, length, &is_broken);
    if (is_broken)
      g_assert_cmpuint (probes[i].status, ==, 400);
    else
      g_assert_cmpuint (foyer_gate_judge (head, end).status, ==, probes[i].status);
  }
}

/* Whatever bytes come, the gate says something and stays within them. */
static void
test_chance (void)
{
  static const char *const bits[]
      = { "GET ", "POST ", "/",  " HTTP/1.1", "\r\n", "\n",   "\r", "Host: a", ":", "Content-Length: ",
          "5",    " ",     "\t", "\r\n\r\n",  "\x80", "\x01", "a" };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);

  for (int run = 0; run < 50000; run++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 1 + foyer_random_below (random, 20);
    FoyerGateScan scan = { 0 };
    gboolean is_broken;
    g_autofree char *copy = NULL;
    gsize end;

    for (guint i = 0; i < n; i++)
      g_string_append (text, bits[foyer_random_below (random, G_N_ELEMENTS (bits))]);
    /* Without a nul at the end, so that reading too far is seen. */
    copy = g_memdup2 (text->str, text->len);
    end = foyer_gate_find_end (&scan, copy, text->len, &is_broken);
    if (end > 0)
      g_assert_cmpuint (foyer_gate_judge (copy, end).status, >=, 200);
  }
}

/* --- At the socket --- */

static guint
probe (FoyerTestServer *server, const char *bytes)
{
  g_autoptr (FoyerTestClient) client = foyer_test_client_new (server->port);

  foyer_test_client_send (client, bytes, -1);
  foyer_test_client_wait_closed (client);
  g_assert_cmpuint (foyer_test_client_count (client, "HTTP/1."), ==, 1);
  g_assert_nonnull (strstr (client->received->str, "\r\nConnection: close\r\n"));
  g_assert_nonnull (strstr (client->received->str, "\r\nX-Content-Type-Options: nosniff\r\n"));
  g_assert_null (strstr (client->received->str, "\r\nServer:"));
  if (foyer_test_client_get_status (client) == 405)
    g_assert_nonnull (strstr (client->received->str, "\r\nAllow: GET, HEAD, POST\r\n"));
  return foyer_test_client_get_status (client);
}

static void
test_socket_probes (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  foyer_test_server_open (server);
  for (guint i = 0; i < G_N_ELEMENTS (probes); i++) {
    if (probes[i].status != 200)
      g_assert_cmpuint (probe (server, probes[i].head), ==, probes[i].status);
  }
  g_assert_cmpuint (probe (server, "GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), ==, 404);
}

/* H08: whatever is asked, of whatever host, the answer is Foyer's with its headers; probe() looks at them. */
static void
test_always_our_answer (void)
{
  static const char *const bits[] = {
    "/", "%",   "%2",  "%00", "%2f", "%2e", "%25", "%5c", ".", "..", "?", "=", "&", "%zz", "visits",
    "l", "%ff", "%0d", ";",   ":",   "@",   "[",   "]",   "+", "*",  "!", "$", ",", "~",   "%e2%82%ac"
  };
  static const char *const hosts[] = { "[", "]", ":", "::1", ".", "-", "a", "1", "80", "[::1]", "0x", ":80" };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (8);

  foyer_test_server_open (server);
  for (int run = 0; run < 600; run++) {
    g_autoptr (GString) target = g_string_new ("/");
    g_autoptr (GString) host = g_string_new (NULL);
    g_autofree char *head = NULL;

    for (guint n = 1 + foyer_random_below (random, 5); n > 0; n--)
      g_string_append (target, bits[foyer_random_below (random, G_N_ELEMENTS (bits))]);
    for (guint n = run % 2 == 0 ? 0 : 1 + foyer_random_below (random, 3); n > 0; n--)
      g_string_append (host, hosts[foyer_random_below (random, G_N_ELEMENTS (hosts))]);
    head = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", target->str,
                            host->len == 0 ? "127.0.0.1" : host->str);
    g_assert_cmpuint (probe (server, head), !=, 500);
  }
}

/* What stands behind a request is never a second one. */
static void
test_one_request (void)
{
  static const char *const smuggled[] = {
    "GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\nxxGET /b HTTP/1.1\r\nHost: "
    "127.0.0.1\r\n\r\n",
    "GET /a HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\nGET /b HTTP/1.0\r\nHost: "
    "127.0.0.1\r\n\r\n",
  };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  foyer_test_server_open (server);
  for (guint i = 0; i < G_N_ELEMENTS (smuggled); i++)
    g_assert_cmpuint (probe (server, smuggled[i]), ==, 404);
}

/* A body that comes in pieces, and one whose client waits to be asked. */
static void
test_bodies (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) slow = NULL;
  g_autoptr (FoyerTestClient) asking = NULL;
  g_autoptr (FoyerTestClient) large = NULL;
  g_autofree char *megabytes = g_strnfill (3 * 1024 * 1024, 'x');

  foyer_test_server_open (server);
  slow = foyer_test_client_new (server->port);
  foyer_test_client_send (slow, "POST /jmap/api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\n{",
                          -1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  foyer_test_client_send (slow, "\"a\"", -1);
  foyer_test_client_wait_closed (slow);
  g_assert_cmpuint (foyer_test_client_get_status (slow), ==, 401);

  asking = foyer_test_client_new (server->port);
  foyer_test_client_send (
      asking,
      "POST /jmap/api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n", -1);
  foyer_test_client_wait_text (asking, "HTTP/1.1 100 ");
  foyer_test_client_send (asking, "{}", -1);
  foyer_test_client_wait_closed (asking);
  g_assert_nonnull (strstr (asking->received->str, "HTTP/1.1 401 "));

  large = foyer_test_client_new (server->port);
  foyer_test_client_send (large,
                          "POST /jmap/api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3145728\r\n\r\n",
                          -1);
  foyer_test_client_send (large, megabytes, -1);
  foyer_test_client_wait_closed (large);
  g_assert_cmpuint (foyer_test_client_get_status (large), ==, 401);
}

/* A refusal is read even by who goes on talking. */
static void
test_too_large (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) client = NULL;
  g_autofree char *bytes = g_strnfill (64 * 1024, 'x');

  foyer_test_server_open (server);
  client = foyer_test_client_new (server->port);
  foyer_test_client_send (client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 30000000\r\n\r\n", -1);
  foyer_test_client_send (client, bytes, -1);
  foyer_test_client_wait_text (client, "\r\n\r\n");
  g_assert_cmpuint (foyer_test_client_get_status (client), ==, 413);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* H03: who opens connections and says nothing is gone after five seconds, who sends a body slowly after sixty. */
static void
test_deadlines (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  g_autoptr (FoyerTestClient) slow = NULL;

  foyer_test_server_open (server);
  for (int i = 0; i < 100; i++) {
    FoyerTestClient *client = foyer_test_client_new (server->port);

    g_ptr_array_add (clients, client);
    if (i % 2 == 0)
      foyer_test_client_send (client, "GET / HTTP/1.1\r\nHost: ", -1);
    settle ();
  }
  slow = foyer_test_client_new (server->port);
  foyer_test_client_send (slow, "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc", -1);
  settle ();
  foyer_test_server_advance (server, 4);
  settle ();
  foyer_test_client_receive (clients->pdata[0]);
  g_assert_false (((FoyerTestClient *) clients->pdata[0])->is_closed);
  foyer_test_server_advance (server, 1);
  for (guint i = 0; i < clients->len; i++) {
    foyer_test_client_wait_closed (clients->pdata[i]);
    g_assert_cmpuint (foyer_test_client_get_status (clients->pdata[i]), ==, i % 2 == 0 ? 408 : 0);
  }
  g_assert_cmpuint (probe (server, "GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), ==, 404);
  foyer_test_server_advance (server, 54);
  settle ();
  foyer_test_client_receive (slow);
  g_assert_false (slow->is_closed);
  foyer_test_server_advance (server, 1);
  foyer_test_client_wait_closed (slow);
  g_assert_cmpuint (foyer_test_client_get_status (slow), ==, 408);
}

/* When there are too many, the oldest goes and the newest is served. */
static void
test_too_many (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);

  foyer_test_server_open (server);
  for (int i = 0; i < FOYER_LISTENER_MOST_HEADS + 10; i++) {
    g_ptr_array_add (clients, foyer_test_client_new (server->port));
    settle ();
  }
  g_assert_cmpuint (probe (server, "GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), ==, 404);
  for (guint i = 0; i < clients->len; i++) {
    foyer_test_client_receive (clients->pdata[i]);
    g_assert_cmpint (((FoyerTestClient *) clients->pdata[i])->is_closed, ==, i < 11);
  }
}

/* Passwords are judged slowly and one after the other: who tries many waits, and nobody else does. */
static void
test_password_rate (void)
{
#define TRY \
  "POST /oauth/authorize HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n" \
  "Content-Type: application/x-www-form-urlencoded\r\n\r\na"
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  foyer_test_server_open (server);
  for (int i = 0; i < 10; i++)
    g_assert_cmpuint (probe (server, TRY), ==, 403);
  g_assert_cmpuint (probe (server, TRY), ==, 429);
  g_assert_cmpuint (probe (server, "GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), ==, 404);
  foyer_test_server_advance (server, 6);
  g_assert_cmpuint (probe (server, TRY), ==, 403);
  g_assert_cmpuint (probe (server, TRY), ==, 429);
}

static void
test_addresses (void)
{
  static const char *const good[]
      = { "127.0.0.1:0", "localhost:80", "[::1]:0", "unix:/run/foyer.sock", "127.1.2.3:9" };
  static const char *const open[] = { "0.0.0.0:80", "192.168.0.1:80", "[::]:80" };
  static const char *const bad[] = { "",
                                     "80",
                                     "127.0.0.1",
                                     "127.0.0.1:",
                                     "127.0.0.1:65536",
                                     "example.org:80",
                                     "::1:80",
                                     "unix:relative",
                                     "127.0.0.1:-1",
                                     "[127.0.0.1:80" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GSocketAddress) address = foyer_listen_address_parse (good[i], FALSE, &error);

    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autoptr (GSocketAddress) address = NULL;

    g_assert_null (foyer_listen_address_parse (open[i], FALSE, &error));
    g_assert_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_PUBLIC);
    g_clear_error (&error);
    address = foyer_listen_address_parse (open[i], TRUE, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_null (foyer_listen_address_parse (bad[i], TRUE, &error));
    g_assert_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_SYNTAX);
    g_clear_error (&error);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/gate/H01-H05-H11-S10-probes", test_probes);
  g_test_add_func ("/backend/gate/numbers", test_numbers);
  g_test_add_func ("/backend/gate/nul", test_nul);
  g_test_add_func ("/backend/gate/pieces", test_pieces);
  g_test_add_func ("/backend/gate/chance", test_chance);
  g_test_add_func ("/backend/gate/H01-H11-socket-probes", test_socket_probes);
  g_test_add_func ("/backend/gate/H08-whatever-is-asked-has-our-headers", test_always_our_answer);
  g_test_add_func ("/backend/gate/H01-one-request", test_one_request);
  g_test_add_func ("/backend/gate/bodies", test_bodies);
  g_test_add_func ("/backend/gate/too-large", test_too_large);
  g_test_add_func ("/backend/gate/F08-H03-deadlines", test_deadlines);
  g_test_add_func ("/backend/gate/H03-too-many", test_too_many);
  g_test_add_func ("/backend/gate/password-rate", test_password_rate);
  g_test_add_func ("/backend/gate/addresses", test_addresses);
  return g_test_run ();
}
