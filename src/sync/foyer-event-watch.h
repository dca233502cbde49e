/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-random.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_EVENT_WATCH (foyer_event_watch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerEventWatch, foyer_event_watch, FOYER, EVENT_WATCH, GObject)

/**
 * FoyerEventWatch:
 *
 * Keeps an event stream open: reconnects when it ends or falls silent, with back-off of 30 seconds at most, and asks each time that this
 * fails; asks every 30 seconds when the server wants no streams (204) or none for a while (`retry:`, `Retry-After`). Push is a hint: a lost event costs time only.
 */

/**
 * FoyerEventWatch::states:
 * @states: (type JsonObject) (nullable): type name to state, as pushed; %NULL if anything may have changed
 */

/**
 * FoyerEventWatch::alive:
 * @fresh: whether it is the first of a stream
 *
 * The stream has said something, if only that it is there.
 */

/**
 * foyer_event_watch_new:
 * @url: of the stream, complete
 */
FoyerEventWatch *foyer_event_watch_new (FoyerTransport *transport,
                                        FoyerClock *clock,
                                        FoyerRandom *random,
                                        const char *url,
                                        const char *account_id);
void foyer_event_watch_start (FoyerEventWatch *self);

const char *foyer_event_watch_get_url (FoyerEventWatch *self);

/**
 * foyer_event_watch_stop:
 *
 * Closes the stream. To be called before the last reference is dropped.
 */
void foyer_event_watch_stop (FoyerEventWatch *self);

/**
 * foyer_event_watch_reconnect:
 *
 * Ends any waiting: the network came back.
 */
void foyer_event_watch_reconnect (FoyerEventWatch *self);

/**
 * foyer_event_watch_restart:
 *
 * Gives up the open stream for a new one: the network is another.
 */
void foyer_event_watch_restart (FoyerEventWatch *self);

G_END_DECLS
