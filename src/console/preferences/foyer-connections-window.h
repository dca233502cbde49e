/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CONNECTIONS_WINDOW (foyer_connections_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerConnectionsWindow, foyer_connections_window, FOYER, CONNECTIONS_WINDOW, AdwWindow)

/**
 * FoyerConnectionsWindow:
 *
 * What the portal could be connected to and is not: what clients miss by it, and what works meanwhile.
 */

/**
 * foyer_connections_window_new:
 * @parent: (nullable)
 * @key: the connection that it is opened for, as of foyer_connections_window_knows(); its row has the keys
 */
GtkWindow *foyer_connections_window_new (GtkWindow *parent, const char *key);

/**
 * foyer_connections_window_knows:
 *
 * Returns: whether @key is one of the connections: `payments`, `texts`, `domains`, `mail`
 */
gboolean foyer_connections_window_knows (const char *key);

G_END_DECLS
