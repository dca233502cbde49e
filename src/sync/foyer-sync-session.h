/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-session.h"
#include "foyer-store.h"
#include "foyer-sync-error.h"

G_BEGIN_DECLS

/**
 * FoyerSyncSession:
 * @session: what the server says of itself
 * @first: whether the store has never been synced
 *
 * A session that the store may be synced with.
 */
typedef struct {
  FoyerJmapSession *session;
  gboolean first;
} FoyerSyncSession;

void foyer_sync_session_free (FoyerSyncSession *self);

/**
 * foyer_sync_session_open_async:
 * @account_id: (nullable): the only account to accept
 *
 * Fetches the session and settles whose records the store holds and of which history: when the server was restored, what it has forgotten is
 * queued again and everything will be pulled anew.
 */
void foyer_sync_session_open_async (FoyerStore *store,
                                    FoyerTransport *transport,
                                    const char *session_url,
                                    const char *account_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * foyer_sync_session_open_finish:
 * @retry_after: (out): seconds that the server asks to wait, -1 if it does not
 *
 * Returns: (transfer full): the connection, or %NULL with a #FoyerSyncError, #FoyerTransportError or #FoyerStoreError
 */
FoyerSyncSession *foyer_sync_session_open_finish (GAsyncResult *result, gint64 *retry_after, GError **error);

/**
 * foyer_sync_session_send:
 * @text: (transfer full): a request's body
 *
 * Posts a request to the session's API.
 */
void foyer_sync_session_send (FoyerTransport *transport,
                              FoyerJmapSession *session,
                              char *text,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSyncSession, foyer_sync_session_free)

G_END_DECLS
