/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-front.c - what the door adds to every answer, and requests on threads of their own */

#include "http/foyer-front.h"

#include "foyer-test-client.h"
#include "foyer-test-server.h"
#include "http/foyer-form.h"
#include "http/foyer-gate.h"
#include "http/foyer-listen-address.h"
#include "http/foyer-password-gate.h"
#include "http/foyer-response-headers.h"
#include "http/foyer-soup-message.h"
#include "site/foyer-site-routes.h"

#include <string.h>

static FoyerTestClient *
ask (guint port, const char *method, const char *host, const char *path, const char *headers)
{
  FoyerTestClient *client = foyer_test_client_new (port);
  g_autofree char *request = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\n", method, path, host,
                                              headers == NULL ? "" : headers);

  foyer_test_client_send (client, request, -1);
  return client;
}

/* Asks and looks whether browsers are told, once each, what not to do with the answer. */
static void
check_headers (FoyerTestServer *server,
               const char *method,
               const char *host,
               const char *path,
               const char *more)
{
  static const char *const wanted[] = {
    "\r\nContent-Security-Policy: default-src 'none'; ",
    "\r\nX-Content-Type-Options: nosniff\r\n",
    "\r\nReferrer-Policy: no-referrer\r\n",
    "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
    "\r\nCross-Origin-Resource-Policy: same-origin\r\n",
    "\r\nPermissions-Policy: camera=(), geolocation=(), ",
    "\r\nCache-Control: ",
    "\r\nConnection: close\r\n",
    "frame-ancestors 'none'; base-uri 'none'",
  };
  g_autoptr (FoyerTestClient) client = ask (server->port, method, host, path, more);

  foyer_test_client_wait_closed (client);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    if (foyer_test_client_count (client, wanted[i]) != 1)
      g_error ("%s %s%s: %s: %s", method, host, path, wanted[i], client->received->str);
  }
  g_assert_null (strstr (client->received->str, "\r\nServer:"));
  g_assert_null (strstr (client->received->str, "Strict-Transport-Security"));
  g_assert_null (strstr (client->received->str, "Unknown Error"));
  if (foyer_test_client_get_status (client) != 200 || strstr (path, "/static/") == NULL)
    g_assert_nonnull (strstr (client->received->str, "\r\nCache-Control: no-"));
}

/* H08: whatever is answered. */
static void
test_headers (void)
{
  static const char *const places[][2] = {
    { "127.0.0.1", "/" },
    { "127.0.0.1", "/.well-known/jmap" },
    { "127.0.0.1", "/jmap/events" },
    { "127.0.0.1", "/oauth/x" },
    { "127.0.0.1", "/oauth/token" },
    { "northwind.localhost", "/" },
    { "northwind.localhost", "/l/x" },
    { "northwind.localhost", "/nothing" },
    { "nobody.localhost", "/" },
    { "127.0.0.1", "/.well-known/oauth-authorization-server" },
  };
  g_autofree char *long_header = g_strnfill (FOYER_GATE_LONGEST_HEAD, 'a');
  g_autofree char *long_head = g_strconcat ("X: ", long_header, "\r\n", NULL);
  g_autofree char *long_path = g_strnfill (FOYER_GATE_LONGEST_TARGET + 1, 'a');
  g_autofree char *long_target = g_strconcat ("/", long_path, NULL);
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  foyer_test_server_open (server);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    check_headers (server, "GET", places[i][0], places[i][1], NULL);
  /* What the gate refuses: 405, 400, 411, 413, 414, 415, 417, 431. */
  check_headers (server, "TRACE", "northwind.localhost", "/", NULL);
  check_headers (server, "GET", "northwind.localhost", "/", "A b: c\r\n");
  check_headers (server, "POST", "northwind.localhost", "/", NULL);
  check_headers (server, "POST", "northwind.localhost", "/", "Content-Length: 999999999\r\n");
  check_headers (server, "GET", "northwind.localhost", long_target, NULL);
  check_headers (server, "POST", "northwind.localhost", "/",
                 "Content-Encoding: gzip\r\nContent-Length: 0\r\n");
  check_headers (server, "POST", "northwind.localhost", "/", "Expect: tea\r\nContent-Length: 0\r\n");
  check_headers (server, "GET", "northwind.localhost", "/", long_head);
}

/* Browsers that have come by https come by nothing else, whoever answers them: pages, the gate, or a deadline. */
static void
test_https_only (void)
{
  static const char *const asked[][3] = {
    { "GET", "/", NULL },
    { "GET", "/jmap/events", NULL },
    { "TRACE", "/", NULL },
    { "GET", "/", "A b: c\r\n" },
    { "POST", "/", NULL },
    { "POST", "/", "Content-Length: 999999999\r\n" },
    { "POST", "/jmap/upload/a/", "Content-Length: 0\r\n" },
  };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) slow = NULL;

  server->is_public_https = TRUE;
  foyer_test_server_open (server);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autoptr (FoyerTestClient) client
        = ask (server->port, asked[i][0], "northwind.localhost", asked[i][1], asked[i][2]);

    foyer_test_client_wait_closed (client);
    if (foyer_test_client_count (client, "\r\nStrict-Transport-Security: max-age=63072000\r\n") != 1)
      g_error ("%s %s: %s", asked[i][0], asked[i][1], client->received->str);
  }
  slow = foyer_test_client_new (server->port);
  foyer_test_client_send (slow, "GET / HTTP/1.1\r\nHost: ", -1);
  while (!slow->is_closed) {
    g_main_context_iteration (NULL, FALSE);
    foyer_test_server_advance (server, 1);
    foyer_test_client_receive (slow);
  }
  g_assert_cmpuint (foyer_test_client_get_status (slow), ==, 408);
  g_assert_cmpuint (foyer_test_client_count (slow, "\r\nStrict-Transport-Security: "), ==, 1);
  g_assert_cmpuint (foyer_test_client_count (slow, "\r\nContent-Security-Policy: "), ==, 1);
}

/* H08, H05: every route of the portal, by GET, HEAD and POST, whatever it answers. */
static void
test_headers_of_routes (void)
{
  static const char form[] = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n";
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  foyer_test_server_open (server);
  for (guint i = 0; i < n_routes; i++) {
    g_autoptr (GString) path = g_string_new (routes[i].path);

    g_string_replace (path, "*", "x", 0);
    check_headers (server, "GET", "northwind.localhost", path->str, NULL);
    check_headers (server, "HEAD", "northwind.localhost", path->str, NULL);
    check_headers (server, "POST", "northwind.localhost", path->str, form);
  }
}

/* libsoup knows no words for these. */
static void
test_phrases (void)
{
  g_autofree char *header = g_strnfill (FOYER_GATE_LONGEST_HEAD, 'a');
  g_autofree char *head = g_strconcat ("X: ", header, "\r\n", NULL);
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) nobody = NULL;
  g_autoptr (FoyerTestClient) large = NULL;

  foyer_test_server_open (server);
  nobody = ask (server->port, "GET", "nobody.localhost", "/", NULL);
  large = ask (server->port, "GET", "northwind.localhost", "/", head);
  foyer_test_client_wait_closed (nobody);
  foyer_test_client_wait_closed (large);
  g_assert_true (g_str_has_prefix (nobody->received->str, "HTTP/1.1 421 Misdirected Request\r\n"));
  g_assert_true (g_str_has_prefix (large->received->str, "HTTP/1.1 431 Request Header Fields Too Large\r\n"));
}

static void
test_https (void)
{
  g_autoptr (FoyerHttpResponse) plain = foyer_http_response_new (200, NULL, NULL);
  g_autoptr (FoyerHttpResponse) secure = foyer_http_response_new (200, NULL, NULL);

  foyer_http_response_set_header (secure, "Cache-Control", "public");
  foyer_response_headers_add (plain, FALSE);
  foyer_response_headers_add (secure, TRUE);
  g_assert_null (foyer_http_response_header (plain, "Strict-Transport-Security"));
  g_assert_cmpstr (foyer_http_response_header (secure, "Strict-Transport-Security"), ==, "max-age=63072000");
  g_assert_cmpstr (foyer_http_response_header (secure, "Cache-Control"), ==, "public");
}

static void
test_head (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) get = NULL;
  g_autoptr (FoyerTestClient) head = NULL;
  const char *body;
  g_autofree char *length = NULL;

  foyer_test_server_open (server);
  get = ask (server->port, "GET", "northwind.localhost", "/", NULL);
  foyer_test_client_wait_closed (get);
  head = ask (server->port, "HEAD", "northwind.localhost", "/", NULL);
  foyer_test_client_wait_closed (head);
  body = strstr (get->received->str, "\r\n\r\n") + 4;
  length = g_strdup_printf ("\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n", strlen (body));
  g_assert_cmpuint (foyer_test_client_get_status (head), ==, 200);
  g_assert_nonnull (strstr (head->received->str, length));
  g_assert_true (g_str_has_suffix (head->received->str, "\r\n\r\n"));
}

/* Parts of a page are no use to anybody, and many small parts of one are an attack. */
static void
test_range (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestClient) client = NULL;

  foyer_test_server_open (server);
  client = ask (server->port, "GET", "northwind.localhost", "/", "Range: bytes=0-1,0-2,0-3\r\n");
  foyer_test_client_wait_closed (client);
  g_assert_cmpuint (foyer_test_client_get_status (client), ==, 200);
  g_assert_nonnull (strstr (client->received->str, "</html>"));
}

static void
test_paths (void)
{
  static const char *const bad[] = { "/a%00b", "/a%2fb", "/%ff", "/%zz", "/a/../b", "/a/%2e%2e/b" };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  foyer_test_server_open (server);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (FoyerTestClient) client = ask (server->port, "GET", "northwind.localhost", bad[i], NULL);
    guint status;

    foyer_test_client_wait_closed (client);
    status = foyer_test_client_get_status (client);
    g_assert_true (status == 400 || status == 404);
  }
}

static void
test_forms (void)
{
  static const char *const bad[]
      = { "a=1&a=2", "=1", "a=%", "a=%4", "a=%00", "%ff=1", "a=\xff", "a=1&b=%c3%28" };
  g_autoptr (GHashTable) fields = foyer_form_parse ("a=b+c%2Bd&e&f=&&g=%E2%82%AC", 27);
  g_autoptr (GString) many = g_string_new (NULL);

  g_assert_cmpuint (g_hash_table_size (fields), ==, 4);
  g_assert_cmpstr (g_hash_table_lookup (fields, "a"), ==, "b c+d");
  g_assert_cmpstr (g_hash_table_lookup (fields, "e"), ==, "");
  g_assert_cmpstr (g_hash_table_lookup (fields, "g"), ==, "€");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (foyer_form_parse (bad[i], strlen (bad[i])));
  g_assert_null (foyer_form_parse ("a\0b=1", 5));
  for (int i = 0; i < 200; i++)
    g_string_append_printf (many, "f%d=1&", i);
  g_assert_null (foyer_form_parse (many->str, many->len));
}

/* --- On threads --- */

typedef struct {
  FoyerTestServer *server;
  FoyerWorker *reader;
  FoyerWorker *writer;
  FoyerFront *front;
  guint port;
  gboolean stopped;
} Threads;

static void
on_stopped (FoyerFront *front, Threads *threads)
{
  threads->stopped = TRUE;
}

static void
threads_open (Threads *threads)
{
  g_autoptr (GSocketAddress) address = foyer_listen_address_parse ("127.0.0.1:0", FALSE, NULL);
  g_autoptr (GSocket) socket = foyer_listen_address_open (address, NULL);
  g_autofree char *url = foyer_listen_address_describe (socket);
  FoyerFrontOptions options;

  threads->server = foyer_test_server_new ();
  threads->reader = foyer_worker_new ("reader");
  threads->writer = foyer_worker_new ("writer");
  threads->port = (guint) atoi (strrchr (url, ':') + 1);
  options = (FoyerFrontOptions){ .backend = threads->server->backend,
                                 .clock = FOYER_CLOCK (threads->server->clock),
                                 .random = threads->server->random,
                                 .log = threads->server->log,
                                 .socket = socket,
                                 .reader = threads->reader,
                                 .writer = threads->writer,
                                 .uploader = threads->reader,
                                 .fetcher = threads->reader };
  threads->front = foyer_front_new (&options);
  g_signal_connect (threads->front, "stopped", G_CALLBACK (on_stopped), threads);
}

static gboolean
is_stopped (gpointer data)
{
  return ((Threads *) data)->stopped;
}

static void
threads_close (Threads *threads)
{
  foyer_front_stop (threads->front);
  /* Clients that never hang up are not waited for. */
  foyer_test_server_advance (threads->server, 10);
  foyer_test_wait (is_stopped, threads);
  foyer_worker_stop (threads->reader);
  foyer_worker_stop (threads->writer);
  g_object_unref (threads->reader);
  g_object_unref (threads->writer);
  g_object_unref (threads->front);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  foyer_test_server_free (threads->server);
}

static void
test_parallel (void)
{
  Threads threads = { 0 };
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);

  threads_open (&threads);
  for (int i = 0; i < 60; i++) {
    if (i % 3 == 0)
      g_ptr_array_add (clients, ask (threads.port, "GET", "northwind.localhost", "/", NULL));
    else if (i % 3 == 1)
      g_ptr_array_add (clients, ask (threads.port, "GET", "northwind.localhost", "/l/nothing", NULL));
    else
      g_ptr_array_add (clients, ask (threads.port, "GET", "127.0.0.1", "/.well-known/jmap", NULL));
  }
  for (guint i = 0; i < clients->len; i++) {
    static const guint wanted[] = { 200, 404, 401 };

    foyer_test_client_wait_closed (clients->pdata[i]);
    g_assert_cmpuint (foyer_test_client_get_status (clients->pdata[i]), ==, wanted[i % 3]);
  }
  threads_close (&threads);
}

/* What has been let in when the server is told to stop is answered all the same. */
static void
test_drain (void)
{
  Threads threads = { 0 };
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  guint answered = 0;

  threads_open (&threads);
  for (int i = 0; i < 20; i++)
    g_ptr_array_add (clients, ask (threads.port, "GET", "northwind.localhost", "/", NULL));
  for (int i = 0; i < 3; i++)
    g_main_context_iteration (NULL, FALSE);
  foyer_front_stop (threads.front);
  for (guint i = 0; i < clients->len; i++) {
    foyer_test_client_wait_closed (clients->pdata[i]);
    if (foyer_test_client_get_status (clients->pdata[i]) == 200)
      answered++;
    else
      g_assert_cmpuint (((FoyerTestClient *) clients->pdata[i])->received->len, ==, 0);
  }
  g_assert_cmpuint (answered, >, 0);
  threads_close (&threads);
}

/* Who hangs up while the answer is being made harms nobody. */
static void
test_gone (void)
{
  Threads threads = { 0 };
  g_autoptr (FoyerTestClient) last = NULL;

  threads_open (&threads);
  for (int i = 0; i < 30; i++) {
    g_autoptr (FoyerTestClient) client = ask (threads.port, "GET", "northwind.localhost", "/", NULL);

    for (int turn = 0; turn < i % 5; turn++)
      g_main_context_iteration (NULL, FALSE);
  }
  last = ask (threads.port, "GET", "northwind.localhost", "/", NULL);
  foyer_test_client_wait_closed (last);
  g_assert_cmpuint (foyer_test_client_get_status (last), ==, 200);
  threads_close (&threads);
}

/* H06: whose word is taken for where a request comes from. */
static void
test_real_address (void)
{
  static const struct {
    const char *peer;
    const char *claimed;
    const char *remote;
  } cases[] = {
    { "unix", "203.0.113.7", "203.0.113.7" },
    { "unix", "2001:DB8::0:1", "2001:db8::1" },
    { "unix", NULL, "unix" },
    { "unix", "", "unix" },
    { "unix", "203.0.113.7, 203.0.113.8", "unix" },
    { "unix", "northwind.example", "unix" },
    { "127.0.0.1", "203.0.113.7", "127.0.0.1" },
    { "::1", "203.0.113.7", "::1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("GET", "northwind.localhost", "/", NULL);
    g_autoptr (FoyerCredentials) credentials = NULL;

    foyer_http_request_set_header (request, "x-forwarded-for", "198.51.100.1");
    foyer_http_request_set_header (request, "forwarded", "for=198.51.100.1");
    if (cases[i].claimed != NULL)
      foyer_http_request_set_header (request, "x-real-ip", cases[i].claimed);
    credentials = foyer_credentials_new (request, cases[i].peer);
    g_assert_cmpstr (credentials->remote, ==, cases[i].remote);
  }
}

static gboolean
may_try (FoyerPasswordGate *gate, const char *path, const char *remote)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "northwind.localhost", path, NULL);

  return foyer_password_gate_admits (gate, request, remote);
}

/* Whoever tries passwords for ever, with or without a form's token, keeps nobody else from signing in; many of them keep the lane free. */
static void
test_passwords (void)
{
  static const char *const paths[] = { "/oauth/authorize", "/sign-in/password", "/password", "/i/x" };
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  g_autoptr (FoyerPasswordGate) gate = foyer_password_gate_new (FOYER_CLOCK (clock));
  guint n_tries = 0;

  for (guint minute = 0; minute < 10; minute++) {
    for (guint i = 0; i < 200; i++)
      n_tries += may_try (gate, paths[i % G_N_ELEMENTS (paths)], "203.0.113.7");
    g_assert_false (may_try (gate, "/i/x", "203.0.113.7"));
    for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
      g_assert_true (may_try (gate, paths[i], "198.51.100.2"));
    g_assert_true (may_try (gate, "/visits/x/cancel", "203.0.113.7"));
    foyer_manual_clock_advance (clock, 60 * G_USEC_PER_SEC);
  }
  g_assert_cmpuint (n_tries, <=, 110);
  n_tries = 0;
  for (guint i = 0; i < 100; i++) {
    g_autofree char *remote = g_strdup_printf ("192.0.2.%u", i);

    n_tries += may_try (gate, "/sign-in/password", remote);
  }
  g_assert_cmpuint (n_tries, ==, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/front/H08-H09-headers", test_headers);
  g_test_add_func ("/backend/front/H08-https-only", test_https_only);
  g_test_add_func ("/backend/front/H08-headers-of-routes", test_headers_of_routes);
  g_test_add_func ("/backend/front/phrases", test_phrases);
  g_test_add_func ("/backend/front/https", test_https);
  g_test_add_func ("/backend/front/head", test_head);
  g_test_add_func ("/backend/front/range", test_range);
  g_test_add_func ("/backend/front/paths", test_paths);
  g_test_add_func ("/backend/front/forms", test_forms);
  g_test_add_func ("/backend/front/parallel", test_parallel);
  g_test_add_func ("/backend/front/drain", test_drain);
  g_test_add_func ("/backend/front/gone", test_gone);
  g_test_add_func ("/backend/front/H06-real-address", test_real_address);
  g_test_add_func ("/backend/front/passwords-of-one-network-leave-others", test_passwords);
  return g_test_run ();
}
