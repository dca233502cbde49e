/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-record-type.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * foyer_secret_request_async:
 *
 * Asks for a secret that only the server can make (`Secret/issue`).
 */
void foyer_secret_request_async (FoyerTransport *transport,
                                 FoyerJmapSession *session,
                                 const FoyerRecordType *type,
                                 const char *id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * foyer_secret_request_finish:
 *
 * Returns: (transfer full): the secret, or %NULL with a #FoyerSyncError or #FoyerTransportError
 */
char *foyer_secret_request_finish (FoyerTransport *transport, GAsyncResult *result, GError **error);

G_END_DECLS
