/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-http-message.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CONNECTION (foyer_connection_get_type ())
G_DECLARE_FINAL_TYPE (FoyerConnection, foyer_connection, FOYER, CONNECTION, GIOStream)

/**
 * FoyerConnection:
 *
 * One client's connection, for one request. It reads the head itself and lets the gate judge it; to whoever parses the request it is a
 * stream that holds this one request and no more. All in the main loop's thread.
 */

/**
 * FoyerConnectionState:
 * @FOYER_CONNECTION_HEAD: the head has not arrived whole
 * @FOYER_CONNECTION_REQUEST: the head is good: body, work and answer
 * @FOYER_CONNECTION_STREAM: events go out until somebody ends it
 * @FOYER_CONNECTION_CLOSING: everything was said; waiting for the client to hang up, so that it can read the end
 * @FOYER_CONNECTION_CLOSED: gone
 */
typedef enum {
  FOYER_CONNECTION_HEAD,
  FOYER_CONNECTION_REQUEST,
  FOYER_CONNECTION_STREAM,
  FOYER_CONNECTION_CLOSING,
  FOYER_CONNECTION_CLOSED,
} FoyerConnectionState;

#define FOYER_N_CONNECTION_STATES 5

/**
 * FoyerConnection::head-read:
 * @body_length: bytes that follow
 *
 * Emitted once, in state %FOYER_CONNECTION_HEAD, when a good head has arrived: the handler calls foyer_connection_let_in() or
 * foyer_connection_refuse().
 */

/**
 * FoyerConnection::refused:
 * @status: of HTTP
 * @reason: for the log
 *
 * Emitted when the gate has refused the request.
 */

/**
 * FoyerConnection::state-changed:
 * @before: a #FoyerConnectionState
 *
 * Emitted after each change of state.
 */

/**
 * foyer_connection_new:
 * @socket: accepted
 * @is_public_https: whether clients reach the server by https; refusals say so too
 *
 * Returns: (transfer full): the connection, waiting for foyer_connection_start()
 */
FoyerConnection *foyer_connection_new (GSocket *socket, FoyerClock *clock, gboolean is_public_https);

/**
 * foyer_connection_start:
 * @head_seconds: to send the head
 * @total_seconds: to send the head and the body and to take the answer
 *
 * Begins to read the head.
 */
void foyer_connection_start (FoyerConnection *self, gint64 head_seconds, gint64 total_seconds);

FoyerConnectionState foyer_connection_get_state (FoyerConnection *self);

/**
 * foyer_connection_get_body_length:
 *
 * Returns: the bytes that the head announced
 */
gsize foyer_connection_get_body_length (FoyerConnection *self);

/**
 * foyer_connection_get_remote:
 *
 * Returns: the peer's network address, or `unix`
 */
const char *foyer_connection_get_remote (FoyerConnection *self);

/**
 * foyer_connection_get_address:
 *
 * Returns: (transfer none): an address of nothing, by which foyer_connection_of_address() finds the connection again behind a parser
 */
GSocketAddress *foyer_connection_get_address (FoyerConnection *self);

/**
 * foyer_connection_of_address:
 *
 * Returns: (transfer none) (nullable): the connection whose address this is
 */
FoyerConnection *foyer_connection_of_address (GSocketAddress *address);

/**
 * foyer_connection_let_in:
 *
 * Makes the connection a stream of its request. Closing the stream ends the connection.
 */
void foyer_connection_let_in (FoyerConnection *self);

/**
 * foyer_connection_refuse:
 * @status: of HTTP
 *
 * Answers in a line and ends the connection.
 */
void foyer_connection_refuse (FoyerConnection *self, guint status);

/**
 * foyer_connection_start_stream:
 * @response: status and headers; its body is not sent
 *
 * Takes the connection back from its parser for events. From here on there is no deadline.
 */
void foyer_connection_start_stream (FoyerConnection *self, const FoyerHttpResponse *response);

/**
 * foyer_connection_send:
 *
 * Sends bytes to a stream as the client takes them.
 */
void foyer_connection_send (FoyerConnection *self, GBytes *bytes);

/**
 * foyer_connection_get_unsent:
 *
 * Returns: how many bytes the client has not taken yet
 */
gsize foyer_connection_get_unsent (FoyerConnection *self);

/**
 * foyer_connection_finish:
 *
 * Ends the connection as soon as what is unsent has gone.
 */
void foyer_connection_finish (FoyerConnection *self);

/**
 * foyer_connection_abort:
 *
 * Hangs up.
 */
void foyer_connection_abort (FoyerConnection *self);

G_END_DECLS
