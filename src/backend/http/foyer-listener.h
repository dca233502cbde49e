/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "http/foyer-connection.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LISTENER (foyer_listener_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListener, foyer_listener, FOYER, LISTENER, GObject)

/* How long a client may take, and how many of each kind there may be. Kinds do not take each other's places. */
#define FOYER_LISTENER_HEAD_SECONDS 5
#define FOYER_LISTENER_TOTAL_SECONDS 60
#define FOYER_LISTENER_MOST_HEADS 256
#define FOYER_LISTENER_MOST_REQUESTS 256
#define FOYER_LISTENER_MOST_STREAMS 4096
#define FOYER_LISTENER_MOST_BODY_BYTES (256 * 1024 * 1024)

/**
 * FoyerListener:
 *
 * Accepts connections and holds them to deadlines and numbers. When there are too many whose head has not arrived, the oldest of them
 * goes: whoever opens connections and says nothing cannot keep others out.
 */

/**
 * FoyerListener::request:
 * @connection: let in
 *
 * Emitted for each request whose head is good.
 */

/**
 * FoyerListener::refused:
 * @status: of HTTP
 * @reason: for the log
 */

/**
 * FoyerListener::idle:
 *
 * Emitted after foyer_listener_stop() when the last request has been answered.
 */

/**
 * foyer_listener_new:
 * @socket: listens already
 * @is_public_https: whether clients reach the server by https
 *
 * Returns: (transfer full): the listener
 */
FoyerListener *foyer_listener_new (GSocket *socket, FoyerClock *clock, gboolean is_public_https);

/**
 * foyer_listener_count:
 *
 * Returns: how many connections are in @state
 */
guint foyer_listener_count (FoyerListener *self, FoyerConnectionState state);

/**
 * foyer_listener_may_stream:
 *
 * Returns: whether there is room for one more event stream
 */
gboolean foyer_listener_may_stream (FoyerListener *self);

/**
 * foyer_listener_stop:
 *
 * Accepts nothing more and drops what has not sent its head. Requests that run go on.
 */
void foyer_listener_stop (FoyerListener *self);

/**
 * foyer_listener_close:
 *
 * Hangs up on everybody who is left.
 */
void foyer_listener_close (FoyerListener *self);

G_END_DECLS
