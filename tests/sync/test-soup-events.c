/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-soup-events.c - event streams that flow, end, break and lie */

#include "foyer-soup-transport.h"

#include "foyer-canned-server.h"
#include "foyer-test.h"

#include <string.h>

#define STREAM_HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
#define PATIENCE_SECONDS 10

typedef struct {
  FoyerCannedServer *server;
  FoyerSoupTransport *transport;
  GCancellable *cancellable;
  GString *events;    /* name, id and data of each, a line an event */
  guint cancel_after; /* events, 0 for never */
  guint count;
  gint64 wait;
  guint signs; /* of life, without an event */
  GAsyncResult *waiting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerAccount) account = NULL;
  g_autoptr (FoyerCredential) credential = foyer_credential_new ("access-1", "refresh-1");

  fixture->server = foyer_canned_server_new (NULL);
  account
      = foyer_account_new (foyer_canned_server_get_address (fixture->server), "org-1", "Acme", NULL, "Ana");
  fixture->transport = foyer_soup_transport_new (account, credential);
  fixture->cancellable = g_cancellable_new ();
  fixture->events = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->transport));
  g_clear_object (&fixture->cancellable);
  g_string_free (fixture->events, TRUE);
  foyer_canned_server_free (fixture->server);
}

static void
on_event (const char *name, const char *id, const char *data, gpointer user_data)
{
  Fixture *fixture = user_data;

  if (name == NULL) {
    fixture->signs++;
    return;
  }
  g_string_append_printf (fixture->events, "%s|%s|%s\n", name, id == NULL ? "" : id, data);
  fixture->count++;
  if (fixture->count == fixture->cancel_after)
    g_cancellable_cancel (fixture->cancellable);
}

static void
begin (Fixture *fixture, const char *last_event_id)
{
  g_autofree char *url = g_strconcat (foyer_canned_server_get_address (fixture->server), "/events", NULL);

  foyer_transport_listen_async (FOYER_TRANSPORT (fixture->transport), url, last_event_id, on_event, fixture,
                                fixture->cancellable, foyer_test_take_result, &fixture->waiting);
}

static guint
finish (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = foyer_test_wait_result (&fixture->waiting);

  return foyer_transport_listen_finish (FOYER_TRANSPORT (fixture->transport), result, &fixture->wait, error);
}

static gboolean
on_patience_ended (gpointer user_data)
{
  g_error ("Waited %d seconds for nothing", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
wait_events (Fixture *fixture, guint count)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);

  while (fixture->count < count)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
answer (Fixture *fixture, const char *bytes, FoyerCannedEnd end)
{
  foyer_canned_server_answer (fixture->server, "/events", bytes, end);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

/* Events in pieces, as a slow server writes them; a ping is one too. */
static void
test_flow (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, STREAM_HEAD ": hello\n", FOYER_CANNED_HOLD);
  begin (fixture, "7");
  foyer_canned_server_push (fixture->server, "event: state\nid: 8\nda");
  foyer_canned_server_push (fixture->server, "ta: {\"a\":1}\n");
  foyer_canned_server_push (fixture->server, "\n");
  wait_events (fixture, 1);
  foyer_canned_server_push (fixture->server, "event: ping\r\ndata: {\"interval\":30}\r\n\r\n");
  wait_events (fixture, 2);
  foyer_canned_server_hang_up (fixture->server);
  g_assert_cmpuint (finish (fixture, &error), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->events->str, ==, "state|8|{\"a\":1}\nping|8|{\"interval\":30}\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[0], "\r\nLast-Event-ID: 7\r\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[0],
                   "\r\nAccept: text/event-stream\r\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[0],
                   "\r\nAuthorization: Bearer access-1\r\n");
}

static void
test_broken_off (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture,
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: "
          "chunked\r\n\r\n9\r\ndata: a\n\n\r\n7\r\nda",
          FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->events->str, ==, "message||a\n");
}

static void
test_status (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *answer;
    guint status;
  } cases[] = {
    { "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", 204 },
    { "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 404 },
    { "HTTP/1.1 307 There\r\nLocation: https://portal.example/\r\nContent-Length: 0\r\n\r\n", 307 },
    { "HTTP/1.1 503 Busy\r\nContent-Type: text/event-stream\r\n\r\ndata: no\n\n", 503 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    answer (fixture, cases[i].answer, FOYER_CANNED_CLOSE);
    begin (fixture, NULL);
    g_assert_cmpuint (finish (fixture, &error), ==, cases[i].status);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (fixture->count, ==, 0);
}

/* C01: a page instead of a stream, a line without end, a nul */
static void
test_distrust (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *line = g_strnfill (64 * 1024, 'x');
  g_autofree char *endless = g_strconcat (STREAM_HEAD, line, NULL);
  g_autoptr (GBytes) nul = g_bytes_new_static (STREAM_HEAD "data: \0\n\n", strlen (STREAM_HEAD) + 9);
  g_autoptr (GError) error = NULL;

  answer (fixture, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>data: a\n\n", FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 0);
  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT);
  g_clear_error (&error);

  answer (fixture, endless, FOYER_CANNED_REPEAT);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 0);
  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  foyer_canned_server_wait_quiet (fixture->server);
  g_assert_cmpuint (foyer_canned_server_get_written (fixture->server), <, 32 * 1024 * 1024);

  foyer_canned_server_answer_bytes (fixture->server, "/events", nul, FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 0);
  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_TOO_LARGE);
  g_assert_cmpuint (fixture->count, ==, 0);
}

/* What the server wishes for the next stream: `retry:` in milliseconds, Retry-After in seconds or as a moment, an hour at most. */
static void
test_wait (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *answer;
    gint64 milliseconds;
  } cases[] = {
    { STREAM_HEAD "data: a\n\n", -1 },
    { STREAM_HEAD "retry: 2500\n\n", 2500 },
    { STREAM_HEAD "retry: 2500\nretry: 40\n\n", 40 },
    { STREAM_HEAD "retry: soon\nretry: -1\nretry: 99999999999999\n\n", -1 },
    { "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", 7000 },
    { "HTTP/1.1 503 Busy\r\nRetry-After: 4294967295\r\nContent-Length: 0\r\n\r\n", 3600000 },
    { "HTTP/1.1 503 Busy\r\nDate: Sat, 21 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 10:02:00 "
      "GMT\r\n"
      "Content-Length: 0\r\n\r\n",
      120000 },
    { "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    answer (fixture, cases[i].answer, FOYER_CANNED_CLOSE);
    begin (fixture, NULL);
    finish (fixture, NULL);
    g_assert_cmpint (fixture->wait, ==, cases[i].milliseconds < 0 ? -1 : cases[i].milliseconds * 1000);
  }
}

/* A byte order mark, each of the line ends, comments, lines without colon, data of several lines, ids; as the standard has it. */
static void
test_forms (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture,
          STREAM_HEAD "\xef\xbb\xbf"
                      ": first\r\n:\r\ndata:a\r\ndata: b\rdata\n\nevent:state\rid: 9\rdata:  c\r\rfoo: bar\n"
                      "data\n\nid\ndata: d\n\ndata: cut off",
          FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->events->str, ==, "message||a\nb\n\nstate|9| c\nmessage|9|\nmessage||d\n");
}

static void
test_signs_of_life (Fixture *fixture, gconstpointer unused)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);

  answer (fixture, STREAM_HEAD ": hello\n\n", FOYER_CANNED_HOLD);
  begin (fixture, NULL);
  while (fixture->signs < 1)
    g_main_context_iteration (NULL, TRUE);
  foyer_canned_server_push (fixture->server, "data: half an eve");
  while (fixture->signs < 2)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  foyer_canned_server_push (fixture->server, "nt\n\n");
  wait_events (fixture, 1);
  g_assert_cmpuint (fixture->signs, ==, 2);
  foyer_canned_server_hang_up (fixture->server);
  finish (fixture, NULL);
}

/* Within the server redirections are followed, token and last id with them; elsewhere neither goes. */
static void
test_redirect (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerCannedServer) other = foyer_canned_server_new (NULL);
  g_autofree char *away = g_strdup_printf ("HTTP/1.1 307 There\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n",
                                           foyer_canned_server_get_address (other));
  g_autoptr (GError) error = NULL;

  answer (fixture, "HTTP/1.1 307 Here\r\nLocation: /stream?a=b\r\nContent-Length: 0\r\n\r\n",
          FOYER_CANNED_CLOSE);
  foyer_canned_server_answer (fixture->server, "/stream?a=b", STREAM_HEAD "data: a\n\n", FOYER_CANNED_CLOSE);
  begin (fixture, "7");
  g_assert_cmpuint (finish (fixture, &error), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->events->str, ==, "message||a\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[1], "\r\nLast-Event-ID: 7\r\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[1],
                   "\r\nAuthorization: Bearer access-1\r\n");

  answer (fixture, away, FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, NULL), ==, 307);
  g_assert_cmpuint (foyer_canned_server_get_connections (other), ==, 0);

  for (guint i = 0; i < 6; i++)
    answer (fixture, "HTTP/1.1 302 Round\r\nLocation: /events\r\nContent-Length: 0\r\n\r\n",
            FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, NULL), ==, 302);
}

static void
test_renewal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", FOYER_CANNED_CLOSE);
  foyer_canned_server_json (fixture->server, "/oauth/token", "200 OK",
                            "{\"access_token\":\"access-2\",\"token_type\":\"Bearer\"}");
  answer (fixture, STREAM_HEAD "data: a\n\n", FOYER_CANNED_CLOSE);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 200);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->events->str, ==, "message||a\n");
  assert_contains (foyer_canned_server_get_requests (fixture->server)->pdata[2],
                   "\r\nAuthorization: Bearer access-2\r\n");
}

static void
test_renewal_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", FOYER_CANNED_CLOSE);
  foyer_canned_server_json (fixture->server, "/oauth/token", "400 Bad Request",
                            "{\"error\":\"invalid_grant\"}");
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 401);
  g_assert_no_error (error);
}

/* After the second of three events that come at once, nobody listens any more. */
static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->cancel_after = 2;
  answer (fixture, STREAM_HEAD "data: a\n\ndata: b\n\ndata: c\n\n", FOYER_CANNED_HOLD);
  begin (fixture, NULL);
  g_assert_cmpuint (finish (fixture, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (fixture->events->str, ==, "message||a\nmessage||b\n");
}

static void
test_cancel_silent (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, STREAM_HEAD "data: a\n\n", FOYER_CANNED_HOLD);
  begin (fixture, NULL);
  wait_events (fixture, 1);
  g_cancellable_cancel (fixture->cancellable);
  g_assert_cmpuint (finish (fixture, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An open stream takes nothing from requests: six go at the same time beside it. */
static void
test_requests_beside (Fixture *fixture, gconstpointer unused)
{
  GAsyncResult *waiting[6] = { NULL };
  g_autofree char *url = g_strconcat (foyer_canned_server_get_address (fixture->server), "/", NULL);

  answer (fixture, STREAM_HEAD "data: a\n\n", FOYER_CANNED_HOLD);
  begin (fixture, NULL);
  wait_events (fixture, 1);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++) {
    foyer_canned_server_answer (fixture->server, "/", "HTTP/1.1 200 OK\r\n", FOYER_CANNED_HOLD);
    foyer_transport_send_async (FOYER_TRANSPORT (fixture->transport), "GET", url, NULL, NULL,
                                fixture->cancellable, foyer_test_take_result, &waiting[i]);
  }
  foyer_canned_server_wait_requests (fixture->server, 7);
  g_cancellable_cancel (fixture->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++) {
    g_autoptr (GAsyncResult) result = foyer_test_wait_result (&waiting[i]);

    g_assert_null (foyer_transport_send_finish (FOYER_TRANSPORT (fixture->transport), result, NULL));
  }
  g_assert_cmpuint (finish (fixture, NULL), ==, 0);
}

#define ADD(path, test) g_test_add ("/soup-events/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("flow", test_flow);
  ADD ("broken-off", test_broken_off);
  ADD ("status", test_status);
  ADD ("distrust", test_distrust);
  ADD ("wait", test_wait);
  ADD ("forms", test_forms);
  ADD ("signs-of-life", test_signs_of_life);
  ADD ("C10-redirect", test_redirect);
  ADD ("renewal", test_renewal);
  ADD ("renewal-refused", test_renewal_refused);
  ADD ("cancel", test_cancel);
  ADD ("cancel-silent", test_cancel_silent);
  ADD ("requests-beside", test_requests_beside);
  return g_test_run ();
}
