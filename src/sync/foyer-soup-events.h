/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-event-parser.h"
#include "foyer-soup-request.h"

G_BEGIN_DECLS

/**
 * foyer_soup_events_async:
 * @request: for the event stream
 * @last_event_id: (nullable): where an earlier stream ended
 * @on_event: called for each event until the stream ends or @cancellable is cancelled, and never afterwards
 *
 * Opens an event stream and listens until it ends, however it does. Redirections on the same server are followed.
 */
void foyer_soup_events_async (SoupSession *session,
                              const FoyerSoupRequest *request,
                              const char *last_event_id,
                              FoyerEventFunc on_event,
                              gpointer event_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * foyer_soup_events_finish:
 * @wait: (out): microseconds that the server asks to wait before the next stream, -1 if it does not
 *
 * Returns: the status with which the stream began, or 0 with a #FoyerTransportError if there was no stream or it was not to be trusted
 */
guint foyer_soup_events_finish (GAsyncResult *result, gint64 *wait, GError **error);

G_END_DECLS
