/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_LISTEN_ERROR (foyer_listen_error_quark ())

/**
 * FoyerListenError:
 * @FOYER_LISTEN_ERROR_SYNTAX: not an address to listen at
 * @FOYER_LISTEN_ERROR_PUBLIC: one that others reach, which takes `--insecure-public`
 * @FOYER_LISTEN_ERROR_TAKEN: somebody listens there already
 */
typedef enum {
  FOYER_LISTEN_ERROR_SYNTAX,
  FOYER_LISTEN_ERROR_PUBLIC,
  FOYER_LISTEN_ERROR_TAKEN,
} FoyerListenError;

GQuark foyer_listen_error_quark (void);

/**
 * foyer_listen_address_parse:
 * @text: `127.0.0.1:PORT`, `[::1]:PORT`, `localhost:PORT` or `unix:PATH`; port 0 for one that the system chooses
 * @allow_public: whether any other address is good too
 *
 * Returns: (transfer full): the address, or %NULL with a #FoyerListenError
 */
GSocketAddress *foyer_listen_address_parse (const char *text, gboolean allow_public, GError **error);

/**
 * foyer_listen_address_open:
 *
 * Returns: (transfer full): a socket that listens there, or %NULL with an error. The file of a unix socket that nobody listens at any
 *   more is removed.
 */
GSocket *foyer_listen_address_open (GSocketAddress *address, GError **error);

/**
 * foyer_listen_address_describe:
 * @socket: from foyer_listen_address_open()
 *
 * Returns: (transfer full): the address as clients write it: `http://127.0.0.1:40404`, `unix:PATH`
 */
char *foyer_listen_address_describe (GSocket *socket);

G_END_DECLS
