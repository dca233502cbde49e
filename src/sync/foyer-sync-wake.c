/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-wake.c - what wakes the engine: the server's events and the network */

#include "foyer-sync-engine-private.h"

#include "foyer-jmap.h"

/* A network that comes up changes several times at once. */
#define NETWORK_SETTLES G_USEC_PER_SEC

/* --- The server's events --- */

static void
on_states (FoyerEventWatch *watch, JsonObject *states, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  if (states == NULL)
    foyer_sync_agenda_add_all (self->agenda);
  if (states == NULL || foyer_sync_agenda_add_pushed (self->agenda, states))
    foyer_sync_loop_want (self);
}

/* As long as the stream lives and brings no news, what is here is what the server has. */
static void
on_alive (FoyerEventWatch *watch, gboolean fresh, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  if (self->state == FOYER_SYNC_IDLE && !self->busy && foyer_sync_agenda_is_empty (self->agenda))
    foyer_sync_engine_note_synced (self);
  /* The way to the server is open again: nobody need wait for the next attempt. */
  if (fresh && self->state == FOYER_SYNC_OFFLINE && self->retry_timer != 0 && !self->retry_ordered)
    foyer_sync_loop_want_now (self);
}

static void
stop_watch (FoyerSyncEngine *self)
{
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_event_watch_stop (self->watch);
  g_clear_object (&self->watch);
}

/* Another session may name another stream. */
void
foyer_sync_wake_listen (FoyerSyncEngine *self, gboolean is_back)
{
  g_autofree char *url = NULL;

  if (self->watch != NULL && is_back)
    foyer_event_watch_reconnect (self->watch);
  if (self->session == NULL)
    return;
  if (self->session->event_source_url != NULL)
    url = foyer_jmap_expand (self->session->event_source_url, "types", "*", "closeafter", "no", "ping",
                             G_STRINGIFY (FOYER_JMAP_PING_SECONDS), NULL);
  if (self->watch != NULL && g_strcmp0 (url, foyer_event_watch_get_url (self->watch)) != 0)
    stop_watch (self);
  if (self->watch != NULL || url == NULL)
    return;
  self->watch = foyer_event_watch_new (self->transport, self->clock, foyer_store_get_random (self->store),
                                       url, self->session->account_id);
  g_signal_connect (self->watch, "states", G_CALLBACK (on_states), self);
  g_signal_connect (self->watch, "alive", G_CALLBACK (on_alive), self);
  foyer_event_watch_start (self->watch);
}

void
foyer_sync_wake_stop (FoyerSyncEngine *self)
{
  foyer_clock_clear_timer (self->clock, &self->network_timer);
  if (self->watch != NULL)
    stop_watch (self);
}

/* --- The network --- */

/* Streams over the old way may be dead without knowing it. */
static void
begin_anew (FoyerSyncEngine *self)
{
  if (!self->running || self->state == FOYER_SYNC_SIGN_IN)
    return;
  if (self->watch != NULL)
    foyer_event_watch_restart (self->watch);
  if (self->retry_timer != 0 && !self->retry_ordered)
    foyer_sync_loop_want_now (self);
}

static void
on_network_settled (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  self->network_timer = 0;
  begin_anew (self);
}

static void
on_network_changed (GNetworkMonitor *network, gboolean available, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  /* That there is none is not believed: the server may be on this computer. */
  if (!available || !self->running)
    return;
  foyer_clock_clear_timer (self->clock, &self->network_timer);
  self->network_timer = foyer_clock_add_timer (self->clock, NETWORK_SETTLES, on_network_settled, self);
}

void
foyer_sync_engine_watch_network (FoyerSyncEngine *self, GNetworkMonitor *network)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (self->network != NULL)
    g_clear_signal_handler (&self->network_handler, self->network);
  g_set_object (&self->network, network);
  if (network != NULL)
    self->network_handler
        = g_signal_connect (network, "network-changed", G_CALLBACK (on_network_changed), self);
}

/* --- Sleep --- */

static void
on_prepare_for_sleep (GDBusConnection *bus,
                      const char *sender,
                      const char *path,
                      const char *interface,
                      const char *signal,
                      GVariant *parameters,
                      gpointer user_data)
{
  gboolean falls_asleep = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &falls_asleep);
  if (!falls_asleep)
    begin_anew (user_data);
}

void
foyer_sync_engine_watch_sleep (FoyerSyncEngine *self, GDBusConnection *bus)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (self->bus != NULL)
    g_dbus_connection_signal_unsubscribe (self->bus, self->sleep_subscription);
  g_set_object (&self->bus, bus);
  if (bus != NULL)
    self->sleep_subscription
        = g_dbus_connection_signal_subscribe (bus, "org.freedesktop.login1", "org.freedesktop.login1.Manager",
                                              "PrepareForSleep", "/org/freedesktop/login1", NULL,
                                              G_DBUS_SIGNAL_FLAGS_NONE, on_prepare_for_sleep, self, NULL);
}
