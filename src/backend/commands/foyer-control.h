/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CONTROL (foyer_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerControl, foyer_control, FOYER, CONTROL, GObject)

/**
 * FoyerControl:
 *
 * The running server's own ear: a unix socket in the data directory at which whoever runs the server, and root, may ask for what takes
 * the writing connection.
 */

/**
 * foyer_control_new:
 * @directory: of the data
 * @writer: the backend's writing lane
 *
 * Returns: (transfer full): a socket that listens, or %NULL with an error
 */
FoyerControl *foyer_control_new (FoyerBackend *backend,
                                 FoyerWorker *writer,
                                 FoyerClock *clock,
                                 const char *directory,
                                 GError **error);

/**
 * FoyerControl::done:
 *
 * Emitted when a request has been answered.
 */

/**
 * foyer_control_close:
 *
 * Stops listening and removes the socket.
 */
void foyer_control_close (FoyerControl *self);

/**
 * foyer_control_ask:
 * @line: from foyer_control_request_code() and the like
 * @public_url: (nullable): template of portal addresses if no server runs that knows better
 *
 * Asks the server that runs in @directory, or does it itself if none runs.
 *
 * Returns: (transfer full): the text asked for, or %NULL with an error
 */
char *foyer_control_ask (const char *directory, const char *line, const char *public_url, GError **error);

G_END_DECLS
