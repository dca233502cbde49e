/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_LOOPBACK_LISTENER (foyer_loopback_listener_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLoopbackListener, foyer_loopback_listener, FOYER, LOOPBACK_LISTENER, GObject)

/**
 * FoyerLoopbackListener:
 *
 * Waits on a port of this computer for the browser to come back from the sign-in page (RFC 8252 §7.3). Whoever comes without the state
 * that only that page was told gets nothing.
 */

/**
 * foyer_loopback_listener_new:
 * @state: a secret of this one sign-in
 *
 * Returns: (transfer full): a listener on a port that the system chose, or %NULL with an error
 */
FoyerLoopbackListener *foyer_loopback_listener_new (const char *state, GError **error);

/**
 * foyer_loopback_listener_get_redirect_uri:
 *
 * Returns: where the browser is to come back to
 */
const char *foyer_loopback_listener_get_redirect_uri (FoyerLoopbackListener *self);

/**
 * foyer_loopback_listener_wait_async:
 *
 * Waits until the browser has come back and has its page. To be called once, before the browser is sent away.
 */
void foyer_loopback_listener_wait_async (FoyerLoopbackListener *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * foyer_loopback_listener_wait_finish:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the query that the browser brought, or %NULL with %G_IO_ERROR_CANCELLED
 */
GHashTable *
foyer_loopback_listener_wait_finish (FoyerLoopbackListener *self, GAsyncResult *result, GError **error);

G_END_DECLS
