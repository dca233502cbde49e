/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_server_find_async:
 * @typed: an address as somebody typed or pasted it
 *
 * Asks whether a Foyer server answers there, before anybody is asked for a secret. Nothing but the question is sent.
 */
void foyer_server_find_async (const char *typed,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * foyer_server_find_finish:
 *
 * Returns: (transfer full): the server's address in its one form, or %NULL with a #FoyerSignInError
 */
char *foyer_server_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
