/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-streams.c - what the console makes of event streams: when it comes back, what it believes, how long it waits */

#include "foyer-played-server.h"
#include "foyer-test.h"

#include <string.h>

#define CHANGED(account, type, state) \
  "{\"@type\":\"StateChange\",\"changed\":{\"" account "\":{\"" type "\":" state "}}}"

typedef struct {
  FoyerPlayedServer *server;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = foyer_played_server_new ();
  foyer_canned_transport_play_streams (fixture->server->transport);
  foyer_played_server_start (fixture->server);
  g_assert_true (foyer_canned_transport_is_listened (fixture->server->transport));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_free (fixture->server);
}

static void
push (Fixture *fixture, const char *name, const char *id, const char *data)
{
  foyer_canned_transport_push (fixture->server->transport, name, id, data);
  foyer_test_settle ();
}

static void
end (Fixture *fixture, guint status, gint64 wait)
{
  foyer_canned_transport_end_stream (fixture->server->transport, status, wait);
  foyer_test_settle ();
}

static guint
pass (Fixture *fixture, guint seconds)
{
  return foyer_played_server_count_until (fixture->server, seconds);
}

static gboolean
is_asked (Fixture *fixture)
{
  return foyer_canned_transport_is_asked (fixture->server->transport);
}

static gboolean
is_listened (Fixture *fixture)
{
  return foyer_canned_transport_is_listened (fixture->server->transport);
}

static void
test_pushed_state_is_pulled (Fixture *fixture, gconstpointer data)
{
  push (fixture, "state", "1", CHANGED ("or-1", "Label", "\"e1-8\""));
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'Label/changes'"));
  g_assert_false (foyer_played_server_is_asked_for (fixture->server, "'Client/changes'"));
  foyer_played_server_come_to_rest (fixture->server);
}

/* What is here already, what is nobody's and what is no state event at all is no reason to ask. */
static void
test_no_news (Fixture *fixture, gconstpointer data)
{
  static const char *const events[] = {
    CHANGED ("or-1", "Label", "\"e1-7\""),
    CHANGED ("or-2", "Label", "\"e1-8\""),
    CHANGED ("or-1", "Moon", "\"e1-8\""),
    CHANGED ("or-1", "Label", "{\"state\":\"e1-8\"}"),
    "{\"changed\":{\"or-1\":[\"Label\"]}}",
    "{\"changed\":7}",
    "{}",
    "[]",
    "",
    "{\"changed\":",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "Label",
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    push (fixture, "state", NULL, events[i]);
    g_assert_false (is_asked (fixture));
  }
  push (fixture, "State", NULL, CHANGED ("or-1", "Label", "\"e1-8\""));
  push (fixture, "message", NULL, CHANGED ("or-1", "Label", "\"e1-8\""));
  g_assert_false (is_asked (fixture));
}

/* The state that one's own change was answered with is pushed too. */
static void
test_own_change_is_no_news (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = foyer_played_server_rename_label (fixture->server);

  foyer_played_server_wait_for (fixture->server, "'o0'");
  foyer_played_server_will_answer (fixture->server, "c:Label:0",
                                   "'Label/changes',{'oldState':'e1-7','newState':'e1-8',"
                                   "'hasMoreChanges':false,'created':[],'updated':[],'destroyed':[]}");
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_come_to_rest (fixture->server);
  push (fixture, "state", NULL, CHANGED ("or-1", "Label", "\"e1-8\""));
  g_assert_false (is_asked (fixture));
}

/* The next stream goes on from the last id; an empty one forgets it, and one that fits in no head is not kept. */
static void
test_last_event_id (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  const struct {
    const char *id;
    const char *sent;
  } steps[] = { { "17", "17" }, { endless, "17" }, { NULL, "17" }, { "", NULL }, { "18", "18" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const char *sent;

    push (fixture, "ping", steps[i].id, "{}");
    pass (fixture, 11);
    end (fixture, 200, -1);
    pass (fixture, 2);
    g_assert_true (is_listened (fixture));
    foyer_canned_transport_get_stream (fixture->server->transport, &sent);
    g_assert_cmpstr (sent, ==, steps[i].sent);
  }
}

/* `retry:` and Retry-After are obeyed, an hour at most, and meanwhile news come by asking. */
static void
test_wait_is_obeyed (Fixture *fixture, gconstpointer data)
{
  push (fixture, "ping", NULL, "{}");
  pass (fixture, 20);
  end (fixture, 200, 20 * G_USEC_PER_SEC);
  pass (fixture, 19);
  g_assert_false (is_listened (fixture));
  pass (fixture, 2);
  g_assert_true (is_listened (fixture));

  end (fixture, 503, 600 * G_USEC_PER_SEC);
  g_assert_cmpuint (pass (fixture, 590), >=, 19);
  g_assert_false (is_listened (fixture));
  pass (fixture, 20);
  g_assert_true (is_listened (fixture));

  end (fixture, 503, G_GINT64_CONSTANT (999999999) * 1000);
  pass (fixture, 3590);
  g_assert_false (is_listened (fixture));
  pass (fixture, 20);
  g_assert_true (is_listened (fixture));
}

/* A wait of nothing does not make anybody come back without end. */
static void
test_wait_of_nothing (Fixture *fixture, gconstpointer data)
{
  guint streams = 0;

  for (guint tenth = 0; tenth < 6000; tenth++) {
    foyer_test_settle ();
    if (is_asked (fixture))
      foyer_played_server_answer (fixture->server, "s1");
    else if (is_listened (fixture)) {
      streams++;
      end (fixture, 200, 0);
    }
    foyer_manual_clock_advance (fixture->server->clock, 100000);
  }
  g_assert_cmpuint (streams, >, 10);
  g_assert_cmpuint (streams, <, 120);
}

/* Comments keep a stream alive as pings do; without either it is given up. */
static void
test_comments_are_signs_of_life (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++) {
    foyer_canned_transport_push (fixture->server->transport, NULL, NULL, NULL);
    pass (fixture, 30);
  }
  g_assert_true (is_listened (fixture));
  foyer_played_server_come_to_rest (fixture->server);
  for (guint i = 0; is_listened (fixture) && i < 70; i++) {
    foyer_manual_clock_advance (fixture->server->clock, G_USEC_PER_SEC);
    foyer_test_settle ();
  }
  g_assert_false (is_listened (fixture));
}

/* A server that only comments never says where things stand: after each new stream it is asked once. */
static void
test_speechless_stream_is_asked_once (Fixture *fixture, gconstpointer data)
{
  guint asked = 0;

  push (fixture, NULL, NULL, NULL);
  g_assert_false (is_asked (fixture));
  for (guint i = 0; i < 10; i++) {
    asked += pass (fixture, 6);
    push (fixture, NULL, NULL, NULL);
  }
  asked += pass (fixture, 1);
  g_assert_cmpuint (asked, >=, 1);
  g_assert_cmpuint (asked, <=, 4);
}

static void
test_stream_of_another_session (Fixture *fixture, gconstpointer data)
{
  const char *id;

  g_assert_true (g_str_has_prefix (foyer_canned_transport_get_stream (fixture->server->transport, &id),
                                   "https://office.example/events?%2Ano30"));
  fixture->server->session
      = g_strdup ("{\"capabilities\":{\"urn:ietf:params:jmap:core\":{}},\"accounts\":{\"or-1\":{}},"
                  "\"primaryAccounts\":{\"urn:ietf:params:jmap:core\":\"or-1\"},\"apiUrl\":\"/api\","
                  "\"eventSourceUrl\":\"/elsewhere?{types}\",\"state\":\"s2\"}");
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_answer (fixture->server, "s2");
  foyer_test_settle ();
  while (is_asked (fixture))
    foyer_played_server_answer (fixture->server, "s2");
  foyer_test_settle ();
  g_assert_true (is_listened (fixture));
  g_assert_cmpstr (foyer_canned_transport_get_stream (fixture->server->transport, &id), ==,
                   "https://office.example/elsewhere?%2A");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/streams/pushed-state-is-pulled", test_pushed_state_is_pulled },
    { "/streams/C10-no-news", test_no_news },
    { "/streams/own-change-is-no-news", test_own_change_is_no_news },
    { "/streams/C10-last-event-id", test_last_event_id },
    { "/streams/C10-wait-is-obeyed", test_wait_is_obeyed },
    { "/streams/C10-wait-of-nothing", test_wait_of_nothing },
    { "/streams/comments-are-signs-of-life", test_comments_are_signs_of_life },
    { "/streams/C10-speechless-stream-is-asked-once", test_speechless_stream_is_asked_once },
    { "/streams/stream-of-another-session", test_stream_of_another_session },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
