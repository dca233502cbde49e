/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CANNED_TRANSPORT (foyer_canned_transport_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCannedTransport, foyer_canned_transport, FOYER, CANNED_TRANSPORT, GObject)

/**
 * foyer_canned_transport_new:
 *
 * Returns: (transfer full): a transport whose other end is the test: it sees each request and says what comes back. Unless the test plays streams there are no events.
 */
FoyerCannedTransport *foyer_canned_transport_new (void);

gboolean foyer_canned_transport_is_asked (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_method (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_path (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_body (FoyerCannedTransport *self);

void foyer_canned_transport_reply (FoyerCannedTransport *self,
                                   guint status,
                                   const char *content_type,
                                   const char *body);

/**
 * foyer_canned_transport_reply_later:
 * @seconds: that the server asks to wait
 */
void foyer_canned_transport_reply_later (FoyerCannedTransport *self, guint status, gint64 seconds);
void foyer_canned_transport_fail (FoyerCannedTransport *self, FoyerTransportError error);

/**
 * foyer_canned_transport_play_streams:
 *
 * From now on event streams stay open until foyer_canned_transport_end_stream().
 */
void foyer_canned_transport_play_streams (FoyerCannedTransport *self);
gboolean foyer_canned_transport_plays_streams (FoyerCannedTransport *self);
gboolean foyer_canned_transport_is_listened (FoyerCannedTransport *self);

/**
 * foyer_canned_transport_get_stream:
 * @last_event_id: (out) (nullable): what the stream that was asked for last is to go on from
 *
 * Returns: its address
 */
const char *foyer_canned_transport_get_stream (FoyerCannedTransport *self, const char **last_event_id);

/**
 * foyer_canned_transport_push:
 * @name: (nullable): %NULL for bytes that are no event
 */
void
foyer_canned_transport_push (FoyerCannedTransport *self, const char *name, const char *id, const char *data);

/**
 * foyer_canned_transport_end_stream:
 * @wait: microseconds that the server asks to wait, -1 for none
 */
void foyer_canned_transport_end_stream (FoyerCannedTransport *self, guint status, gint64 wait);

G_END_DECLS
