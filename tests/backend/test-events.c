/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-events.c - event streams over real HTTP: what is told, when, and to whom no more */

#include "http/foyer-event-streams.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-tokens.h"
#include "foyer-test-api.h"
#include "foyer-test-client.h"
#include "foyer-test-server.h"

#include <string.h>

static FoyerTestServer *
open_server (void)
{
  FoyerTestServer *server = foyer_test_server_new ();

  foyer_test_server_open (server);
  return server;
}

static FoyerTestClient *
open_stream (FoyerTestServer *server, const char *token, const char *query, const char *headers)
{
  FoyerTestClient *client = foyer_test_client_new (server->port);
  g_autofree char *request = g_strdup_printf (
      "GET /jmap/events%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n%s\r\n", query, token,
      headers == NULL ? "" : headers);

  foyer_test_client_send (client, request, -1);
  foyer_test_client_wait_text (client, "\r\n\r\n");
  return client;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What a commit of the backend says. */
static void
change (FoyerTestServer *server, const char *slug, const char *type, const char *state)
{
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (server->backend), slug, NULL);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (states, g_strdup (type), g_strconcat (account->epoch, "-", state, NULL));
  g_signal_emit_by_name (server->backend, "changed", account->id, states);
}

static char *
get_last_id (FoyerTestClient *client)
{
  const char *id = g_strrstr (client->received->str, "\nid: ");

  g_assert_nonnull (id);
  return g_strndup (id + 5, strcspn (id + 5, "\n"));
}

static void
test_head (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "?types=*&closeafter=no&ping=30", NULL);
  const char *head = client->received->str;

  g_assert_cmpuint (foyer_test_client_get_status (client), ==, 200);
  g_assert_nonnull (strstr (head, "\r\nContent-Type: text/event-stream\r\n"));
  g_assert_nonnull (strstr (head, "\r\nX-Accel-Buffering: no\r\n"));
  g_assert_nonnull (strstr (head, "\r\nCache-Control: no-store\r\n"));
  g_assert_nonnull (strstr (head, "\r\nConnection: close\r\n"));
  g_assert_nonnull (strstr (head, "\r\nDate: "));
  g_assert_null (strstr (head, "Content-Length"));
  g_assert_null (strstr (head, "Transfer-Encoding"));
  g_assert_cmpuint (foyer_front_count_streams (server->front), ==, 1);
}

static void
test_refused (void)
{
  static const char *const bad[] = { "?ping=x", "?closeafter=never", "?types=", "?ping=-1", "?types=%zz" };
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) unknown = open_stream (server, "fya_nonsense", "", NULL);

  g_assert_cmpuint (foyer_test_client_get_status (unknown), ==, 401);
  g_assert_nonnull (strstr (unknown->received->str, "\r\nWWW-Authenticate: Bearer\r\n"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (FoyerTestClient) client = open_stream (server, token, bad[i], NULL);

    g_assert_cmpuint (foyer_test_client_get_status (client), ==, 400);
  }
}

/* What happened before is told at once, unless the client has heard it. */
static void
test_missed (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) first = open_stream (server, token, "", NULL);
  g_autofree char *id = NULL;
  g_autofree char *header = NULL;
  g_autoptr (FoyerTestClient) same = NULL;
  g_autoptr (FoyerTestClient) behind = NULL;
  g_autoptr (FoyerTestClient) foreign = NULL;

  foyer_test_client_wait_text (first, "\n\nevent: state\n" + 2);
  foyer_test_client_wait_text (first, "\"StaffMember\"");
  id = get_last_id (first);
  header = g_strdup_printf ("Last-Event-ID: %s\r\n", id);
  same = open_stream (server, token, "", header);
  settle ();
  foyer_test_client_receive (same);
  g_assert_cmpuint (foyer_test_client_count (same, "event: state"), ==, 0);

  foyer_test_server_put (server, "northwind", "[{'id': 'cl-9', 'name': 'New client'}]");
  behind = open_stream (server, token, "", header);
  foyer_test_client_wait_text (behind, "\"Client\"");
  foreign = open_stream (server, token, "", "Last-Event-ID: other-5\r\n");
  foyer_test_client_wait_text (foreign, "\"StaffMember\"");
}

/* The first change goes out at once, the next ones together 50 ms later. */
static void
test_coalescing (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "", NULL);
  guint before;

  foyer_test_client_wait_text (client, "\n\n");
  settle ();
  foyer_test_client_receive (client);
  before = foyer_test_client_count (client, "event: state");
  change (server, "northwind", "Booking", "1000");
  foyer_test_client_wait_text (client, "-1000\"");
  change (server, "northwind", "Booking", "1001");
  change (server, "northwind", "Visit", "1002");
  settle ();
  foyer_test_client_receive (client);
  g_assert_cmpuint (foyer_test_client_count (client, "event: state"), ==, before + 1);
  foyer_manual_clock_advance (server->clock, G_USEC_PER_SEC / 20);
  foyer_test_client_wait_text (client, "-1002\"");
  settle ();
  foyer_test_client_receive (client);
  g_assert_cmpuint (foyer_test_client_count (client, "event: state"), ==, before + 2);
  g_assert_nonnull (strstr (client->received->str, "-1001\""));
}

static void
test_types (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "?types=Visit,Booking", NULL);

  change (server, "northwind", "Client", "1000");
  foyer_test_server_advance (server, 1);
  change (server, "northwind", "Visit", "1001");
  foyer_test_client_wait_text (client, "-1001\"");
  g_assert_null (strstr (client->received->str, "\"Client\""));
  g_assert_null (strstr (client->received->str, "\"StaffMember\""));
}

/* A client that waits for one change gets the next one and no more. */
static void
test_close_after (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "?closeafter=state&ping=5", NULL);

  settle ();
  foyer_test_server_advance (server, 5);
  foyer_test_client_wait_text (client, "event: ping\ndata: {\"interval\":5}\n\n");
  g_assert_cmpuint (foyer_test_client_count (client, "event: state"), ==, 0);
  change (server, "northwind", "Booking", "1000");
  foyer_test_client_wait_closed (client);
  g_assert_cmpuint (foyer_test_client_count (client, "event: state"), ==, 1);
  g_assert_cmpuint (foyer_front_count_streams (server->front), ==, 0);
}

/* A ping comes when so many seconds were silent, and has no id. */
static void
test_pings (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) quick = open_stream (server, token, "?ping=1", NULL);
  g_autoptr (FoyerTestClient) silent = open_stream (server, token, "?ping=0", NULL);
  g_autoptr (FoyerTestClient) rare = open_stream (server, token, "?ping=100000", NULL);

  settle ();
  foyer_test_server_advance (server, 3);
  change (server, "northwind", "Booking", "1000");
  settle ();
  foyer_test_server_advance (server, 3);
  settle ();
  foyer_test_client_receive (quick);
  g_assert_cmpuint (foyer_test_client_count (quick, "event: ping"), ==, 0);
  foyer_test_server_advance (server, 2);
  foyer_test_client_wait_text (quick, "event: ping\ndata: {\"interval\":5}\n\n");
  foyer_test_server_advance (server, 300);
  foyer_test_client_wait_text (rare, "event: ping\ndata: {\"interval\":300}\n\n");
  foyer_test_client_receive (silent);
  g_assert_cmpuint (foyer_test_client_count (silent, "event: ping"), ==, 0);
}

/* A06: nobody hears of another organisation. */
static void
test_organisations (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *north = foyer_test_server_sign_in (server, "northwind");
  g_autofree char *south = NULL;
  g_autoptr (FoyerTestClient) in_north = NULL;
  g_autoptr (FoyerTestClient) in_south = NULL;

  foyer_test_server_add (server, "southwind");
  south = foyer_test_server_sign_in (server, "southwind");
  in_north = open_stream (server, north, "", NULL);
  in_south = open_stream (server, south, "", NULL);
  foyer_test_server_advance (server, 1);
  change (server, "southwind", "Booking", "1000");
  foyer_test_client_wait_text (in_south, "-1000\"");
  settle ();
  foyer_test_client_receive (in_north);
  g_assert_null (strstr (in_north->received->str, "-1000\""));
}

/* H14: four streams a sign-in; a fifth takes the place of the oldest. */
static void
test_cap (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autofree char *other = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  g_autoptr (FoyerTestClient) second = open_stream (server, other, "", NULL);

  for (int i = 0; i < FOYER_EVENT_STREAMS_A_DEVICE + 1; i++)
    g_ptr_array_add (clients, open_stream (server, token, "", NULL));
  foyer_test_client_wait_closed (clients->pdata[0]);
  g_assert_cmpuint (foyer_front_count_streams (server->front), ==, FOYER_EVENT_STREAMS_A_DEVICE + 1);
  foyer_test_client_receive (second);
  g_assert_false (second->is_closed);
}

static guint
count_open (FoyerTestServer *server)
{
  return foyer_front_count_streams (server->front);
}

static gboolean
is_empty (gpointer server)
{
  return count_open (server) == 0;
}

/* Who hangs up is forgotten at once, not with the next event. */
static void
test_gone (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  FoyerTestClient *client = open_stream (server, token, "", NULL);

  g_assert_cmpuint (count_open (server), ==, 1);
  foyer_test_client_free (client);
  foyer_test_wait (is_empty, server);
}

/* Who does not read is dropped before it costs much. */
static void
test_slow_reader (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) slow = open_stream (server, token, "", NULL);
  g_autoptr (FoyerTestClient) quick = open_stream (server, token, "", NULL);
  g_autofree char *last = NULL;

  for (int i = 0; i < 200000 && count_open (server) == 2; i++) {
    g_autofree char *state = g_strdup_printf ("%d", 1000 + i);

    foyer_manual_clock_advance (server->clock, G_USEC_PER_SEC / 20);
    change (server, "northwind", "Booking", state);
    foyer_test_client_receive (quick);
    if (i % 100 == 0)
      settle ();
    g_free (last);
    last = g_strdup_printf ("-%s\"", state);
  }
  g_assert_cmpuint (count_open (server), ==, 1);
  settle ();
  foyer_test_client_wait_text (quick, last);
}

/* A13: a stream ends within five seconds of its token, and with the token's hour. */
static void
test_revoked (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  FoyerDatabase *writer = foyer_backend_get_writer (server->backend);
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autofree char *other = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) revoked = open_stream (server, token, "", NULL);
  g_autoptr (FoyerTestClient) kept = open_stream (server, other, "", NULL);
  g_autoptr (FoyerTestClient) write = foyer_test_client_new (server->port);

  g_assert_true (foyer_tokens_revoke (writer, token, TEST_SERVER_NOW, NULL, NULL));
  foyer_test_client_send (write,
                          "POST /oauth/revoke HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 7\r\n"
                          "Content-Type: application/x-www-form-urlencoded\r\n\r\ntoken=x",
                          -1);
  foyer_test_client_wait_closed (write);
  foyer_test_server_advance (server, 4);
  foyer_test_client_wait_closed (revoked);
  foyer_test_client_receive (kept);
  g_assert_false (kept->is_closed);
  foyer_test_server_advance (server, 3600);
  settle ();
  foyer_test_server_advance (server, 60);
  foyer_test_client_wait_closed (kept);
}

/* A13: a device that an administrator signs out hears nothing more, not even of the change that did it; the others do. */
static void
test_signed_out_by_another (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autoptr (FoyerTestApi) admin = foyer_test_api_new (server, "northwind", "st-1");
  g_autoptr (FoyerTestApi) lost = foyer_test_api_new (server, "northwind", "st-1");
  g_autofree char *device = g_strdup_printf (
      "[{'id': '%s', 'staffId': 'st-1', 'name': 'Lost', 'registeredAt': '2026-11-23T09:00:00Z',"
      " 'seenAt': '2026-11-23T09:00:00Z', 'status': 'active'}]",
      lost->device);
  g_autoptr (FoyerTestClient) in_lost = NULL;
  g_autoptr (FoyerTestClient) in_admin = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  gsize before;

  foyer_test_server_put (server, "northwind", device);
  in_lost = open_stream (server, lost->credentials.bearer, "", NULL);
  in_admin = open_stream (server, admin->credentials.bearer, "", NULL);
  foyer_test_client_wait_text (in_lost, "\n\n");
  settle ();
  foyer_test_client_receive (in_lost);
  before = in_lost->received->len;
  foyer_test_server_advance (server, 1);
  answer = foyer_test_api_call (admin, "Device/set", "'update': {'%s': {'status': 'revoked'}}", lost->device);
  foyer_test_api_assert (answer, "notUpdated", "null");
  foyer_test_client_wait_closed (in_lost);
  g_assert_cmpuint (in_lost->received->len, ==, before);
  foyer_test_client_wait_text (in_admin, "\"Device\"");
  refused = foyer_test_api_request (lost, "GET", "/.well-known/jmap", NULL, NULL, NULL);
  g_assert_cmpuint (refused->status, ==, 401);
}

/* What a client sends after its request is neither a request nor a reason to end. */
static void
test_chatter (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "", NULL);

  foyer_test_client_send (client, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", -1);
  settle ();
  foyer_test_server_advance (server, 70);
  change (server, "northwind", "Booking", "1000");
  foyer_test_client_wait_text (client, "-1000\"");
  g_assert_cmpuint (foyer_test_client_count (client, "HTTP/1."), ==, 1);
}

static void
test_stop (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autoptr (FoyerTestClient) client = open_stream (server, token, "", NULL);

  foyer_front_stop (server->front);
  foyer_test_client_wait_closed (client);
  g_assert_cmpuint (count_open (server), ==, 0);
}

/* L20: whatever was asked, the log holds no secret. */
static void
test_log (void)
{
  g_autoptr (FoyerTestServer) server = open_server ();
  g_autofree char *token = foyer_test_server_sign_in (server, "northwind");
  g_autofree char *link = foyer_test_server_make_link (server, "northwind", "pl-1", "cl-1", NULL);
  g_autofree char *request = g_strdup_printf (
      "GET /l/%s?token=%s HTTP/1.1\r\nHost: northwind.localhost\r\nCookie: __Host-fys=%s\r\n\r\n", link,
      token, link);
  g_autoptr (FoyerTestClient) stream = open_stream (server, token, "", NULL);
  g_autoptr (FoyerTestClient) client = foyer_test_client_new (server->port);
  g_autofree char *path = g_build_filename (server->directory, "log", NULL);
  g_autofree char *log = NULL;

  foyer_test_client_send (client, request, -1);
  foyer_test_client_wait_closed (client);
  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  g_assert_nonnull (strstr (log, "\"path\":\"/l/•••\""));
  g_assert_null (strstr (log, token));
  g_assert_null (strstr (log, link));
  g_assert_null (strstr (log, "127.0.0.1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/events/head", test_head);
  g_test_add_func ("/backend/events/refused", test_refused);
  g_test_add_func ("/backend/events/missed", test_missed);
  g_test_add_func ("/backend/events/coalescing", test_coalescing);
  g_test_add_func ("/backend/events/types", test_types);
  g_test_add_func ("/backend/events/close-after", test_close_after);
  g_test_add_func ("/backend/events/pings", test_pings);
  g_test_add_func ("/backend/events/A06-organisations", test_organisations);
  g_test_add_func ("/backend/events/H14-cap", test_cap);
  g_test_add_func ("/backend/events/gone", test_gone);
  g_test_add_func ("/backend/events/H14-slow-reader", test_slow_reader);
  g_test_add_func ("/backend/events/A13-revoked", test_revoked);
  g_test_add_func ("/backend/events/A13-signed-out-by-another", test_signed_out_by_another);
  g_test_add_func ("/backend/events/chatter", test_chatter);
  g_test_add_func ("/backend/events/stop", test_stop);
  g_test_add_func ("/backend/events/L20-log", test_log);
  return g_test_run ();
}
