/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test-server.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LOOPBACK (foyer_loopback_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLoopback, foyer_loopback, FOYER, LOOPBACK, GObject)

/**
 * foyer_loopback_new:
 * @name: of the console, in the trace
 * @token: of whoever is signed in
 * @trace: where every exchange is written down
 *
 * Returns: (transfer full): a way to @server without sockets, which takes 5 ms of the server's clock each way
 */
FoyerTransport *
foyer_loopback_new (FoyerTestServer *server, const char *name, const char *token, GString *trace);

/**
 * foyer_loopback_set_online:
 *
 * Pulls the plug or puts it back. What is under way is lost.
 */
void foyer_loopback_set_online (FoyerLoopback *self, gboolean online);

/**
 * foyer_loopback_lose_replies:
 *
 * The next @count requests arrive, but their replies do not.
 */
void foyer_loopback_lose_replies (FoyerLoopback *self, guint count);

G_END_DECLS
