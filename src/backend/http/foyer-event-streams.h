/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"
#include "http/foyer-connection.h"
#include "http/foyer-event-query.h"

G_BEGIN_DECLS

#define FOYER_TYPE_EVENT_STREAMS (foyer_event_streams_get_type ())
G_DECLARE_FINAL_TYPE (FoyerEventStreams, foyer_event_streams, FOYER, EVENT_STREAMS, GObject)

/* Streams that one sign-in may hold open; a further one takes the place of its oldest. */
#define FOYER_EVENT_STREAMS_A_DEVICE 4

/* Bytes that a client may leave unread. Who wants no more is dropped and may come back. */
#define FOYER_EVENT_STREAMS_MOST_UNSENT (64 * 1024)

/**
 * FoyerEventStreams:
 *
 * The push channel (RFC 8620 §7.3): tells consoles which types have changed, never what. The first change after quiet goes out at
 * once, followers within 50 ms go together. A stream ends within seconds once its token is good no more.
 */

/**
 * foyer_event_streams_new:
 * @reader: the lane on which @backend may be asked for states
 *
 * Returns: (transfer full): no streams yet
 */
FoyerEventStreams *foyer_event_streams_new (FoyerBackend *backend, FoyerWorker *reader, FoyerClock *clock);

/**
 * foyer_event_streams_begin:
 * @query: (transfer full)
 * @bearer: the access token, found good for @account_id
 * @last_event_id: (nullable): where an earlier stream ended
 * @states: (element-type utf8 utf8): the states of all types a moment ago
 * @head: the response's status and headers
 *
 * Makes @connection a stream. Who has missed something is told at once.
 */
void foyer_event_streams_begin (FoyerEventStreams *self,
                                FoyerConnection *connection,
                                FoyerEventQuery *query,
                                const char *bearer,
                                const char *account_id,
                                const char *last_event_id,
                                GHashTable *states,
                                const FoyerHttpResponse *head);

guint foyer_event_streams_count (FoyerEventStreams *self);

/**
 * foyer_event_streams_check_soon:
 *
 * Says that something was written, so that tokens may have been revoked.
 */
void foyer_event_streams_check_soon (FoyerEventStreams *self);

/**
 * foyer_event_streams_close:
 *
 * Ends every stream.
 */
void foyer_event_streams_close (FoyerEventStreams *self);

G_END_DECLS
