/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-presence.c - whether the server is there, what its clock says and how old the data is, with nothing to send */

#include "foyer-fake-network.h"
#include "foyer-one-console.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
}

static FoyerSyncState
get_state (Fixture *fixture)
{
  return foyer_sync_engine_get_state (fixture->console->engine);
}

static gint64
now (Fixture *fixture)
{
  return foyer_clock_now_seconds (FOYER_CLOCK (fixture->console->server->clock));
}

/* Somebody else's label arrives within @time, and no sooner than anybody asks. */
static void
assert_news_within (Fixture *fixture, gint64 time)
{
  g_autoptr (FoyerRecord) theirs = NULL;
  g_autoptr (FoyerRecord) here = NULL;

  foyer_test_server_put (fixture->console->server, "northwind",
                         "[{'id': 'lb-1', 'name': 'Theirs', 'position': 0}]");
  foyer_one_console_pass (fixture->console, time);
  theirs = foyer_test_server_get (fixture->console->server, "northwind", "lb-1");
  here = foyer_store_get (fixture->console->store, &foyer_label_type, foyer_record_get_id (theirs));
  g_assert_nonnull (here);
}

static void
test_lost_server_shows_with_nothing_to_send (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_IDLE);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_one_console_pass (fixture->console, SECONDS (3));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_OFFLINE);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_OFFLINE);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (31));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_IDLE);
}

static void
test_network_that_comes_back_is_used_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerFakeNetwork) network = foyer_fake_network_new ();

  foyer_sync_engine_watch_network (fixture->console->engine, G_NETWORK_MONITOR (network));
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_fake_network_change (network, FALSE);
  foyer_one_console_pass (fixture->console, SECONDS (600));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_OFFLINE);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_fake_network_change (network, TRUE);
  foyer_fake_network_change (network, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_IDLE);
}

/* The stream over the old network may be dead without knowing it. */
static void
test_other_network_gets_a_new_stream (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerFakeNetwork) network = foyer_fake_network_new ();
  guint before;

  foyer_sync_engine_watch_network (fixture->console->engine, G_NETWORK_MONITOR (network));
  foyer_one_console_pass (fixture->console, SECONDS (5));
  before = foyer_loopback_count_requests (fixture->console->loopback);
  foyer_fake_network_change (network, TRUE);
  assert_news_within (fixture, SECONDS (2));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback), >, before);
}

static void
say_sleep (GDBusConnection *bus, gboolean falls_asleep)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) id = NULL;

  g_dbus_connection_emit_signal (bus, NULL, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                                 "PrepareForSleep", g_variant_new ("(b)", falls_asleep), &error);
  g_assert_no_error (error);
  /* What was said before comes before this answer. */
  id = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                    "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                    NULL, &error);
  g_assert_no_error (error);
}

static void
on_name_acquired (GDBusConnection *bus, const char *name, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A stream that slept may be dead without knowing it: a new one is asked for as soon as the computer is awake, and not before. */
static void
test_waking_gets_a_new_stream (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_owner = FALSE;
  guint owner;
  guint before;

  g_test_dbus_up (daemon);
  bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (daemon),
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                    | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  foyer_sync_engine_watch_sleep (fixture->console->engine, bus);
  owner = g_bus_own_name_on_connection (bus, "org.freedesktop.login1", G_BUS_NAME_OWNER_FLAGS_NONE,
                                        on_name_acquired, NULL, &is_owner, NULL);
  while (!is_owner)
    g_main_context_iteration (NULL, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  before = foyer_loopback_count_requests (fixture->console->loopback);
  say_sleep (bus, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback), ==, before);
  say_sleep (bus, FALSE);
  assert_news_within (fixture, SECONDS (1));
  foyer_sync_engine_watch_sleep (fixture->console->engine, NULL);
  g_bus_unown_name (owner);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_clear_object (&bus);
  g_test_dbus_down (daemon);
}

static void
test_server_without_streams_is_asked_every_half_minute (Fixture *fixture, gconstpointer data)
{
  guint before;

  foyer_loopback_refuse_streams (fixture->console->loopback, 0);
  foyer_loopback_refuse_streams (fixture->console->loopback, 204);
  foyer_one_console_pass (fixture->console, SECONDS (60));
  assert_news_within (fixture, SECONDS (31));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_IDLE);
  before = foyer_loopback_count_requests (fixture->console->loopback);
  foyer_one_console_pass (fixture->console, SECONDS (300));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback) - before, <=, 2 * 11);
}

static void
test_refused_streams_cost_time_only (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_refuse_streams (fixture->console->loopback, 500);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  assert_news_within (fixture, SECONDS (31));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_IDLE);
}

/* Nothing is heard for 65 seconds, so the stream is given up and another asked for. */
static void
test_silent_stream_is_given_up (Fixture *fixture, gconstpointer data)
{
  assert_news_within (fixture, SECONDS (67));
}

static void
test_age_of_data_is_known (Fixture *fixture, gconstpointer data)
{
  gint64 synced_at;

  foyer_one_console_pass (fixture->console, SECONDS (600));
  synced_at = foyer_sync_engine_get_synced_at (fixture->console->engine);
  g_assert_cmpint (synced_at, >=, now (fixture) - 70);
  foyer_one_console_close (fixture->console);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (600));
  g_assert_cmpint (get_state (fixture), ==, FOYER_SYNC_OFFLINE);
  g_assert_cmpint (foyer_sync_engine_get_synced_at (fixture->console->engine), <=, synced_at);
  g_assert_cmpint (foyer_sync_engine_get_synced_at (fixture->console->engine), >, synced_at - 70);
}

static void
test_servers_clock_is_known (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (foyer_sync_engine_get_server_now (fixture->console->engine), ==, now (fixture));
  foyer_loopback_set_skew (fixture->console->loopback, -7200);
  foyer_sync_engine_sync_now (fixture->console->engine);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (foyer_sync_engine_get_server_now (fixture->console->engine), ==, now (fixture) - 7200);
  g_assert_cmpint (foyer_store_now (fixture->console->store), ==, now (fixture) - 7200);
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->console->engine, NULL), ==,
                   FOYER_SYNC_NOTICE_CLOCK);
  foyer_one_console_close (fixture->console);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (foyer_sync_engine_get_server_now (fixture->console->engine), ==, now (fixture) - 7200);
  g_assert_cmpint (foyer_store_now (fixture->console->store), ==, now (fixture) - 7200);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/presence/lost-server-shows-with-nothing-to-send", test_lost_server_shows_with_nothing_to_send },
    { "/presence/network-that-comes-back-is-used-at-once", test_network_that_comes_back_is_used_at_once },
    { "/presence/other-network-gets-a-new-stream", test_other_network_gets_a_new_stream },
    { "/presence/waking-gets-a-new-stream", test_waking_gets_a_new_stream },
    { "/presence/server-without-streams-is-asked-every-half-minute",
      test_server_without_streams_is_asked_every_half_minute },
    { "/presence/refused-streams-cost-time-only", test_refused_streams_cost_time_only },
    { "/presence/silent-stream-is-given-up", test_silent_stream_is_given_up },
    { "/presence/age-of-data-is-known", test_age_of_data_is_known },
    { "/presence/servers-clock-is-known", test_servers_clock_is_known },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
