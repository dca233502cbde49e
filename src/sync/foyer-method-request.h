/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * foyer_method_request_async:
 * @method: such as `Secret/issue`
 * @arguments: (transfer full): without `accountId`, which is added
 *
 * Asks the server one question by itself, outside of what is synced.
 */
void foyer_method_request_async (FoyerTransport *transport,
                                 FoyerJmapSession *session,
                                 const char *method,
                                 JsonObject *arguments,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * foyer_method_request_finish:
 * @refusal: (out) (optional) (transfer full) (nullable): what the server said when it refused: `type` and what belongs to that
 *
 * Returns: (transfer full): the answer's arguments, or %NULL with a #FoyerSyncError or #FoyerTransportError
 */
JsonObject *foyer_method_request_finish (FoyerTransport *transport,
                                         GAsyncResult *result,
                                         JsonObject **refusal,
                                         GError **error);

G_END_DECLS
