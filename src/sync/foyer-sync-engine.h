/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * FoyerSyncState:
 * @FOYER_SYNC_STOPPED: not started
 * @FOYER_SYNC_FIRST: the first sync is under way
 * @FOYER_SYNC_SYNCING: a request is under way
 * @FOYER_SYNC_IDLE: up to date
 * @FOYER_SYNC_OFFLINE: no way to the server; tries again by itself
 * @FOYER_SYNC_SIGN_IN: the server does not know us any more; everything is kept until somebody signs in
 * @FOYER_SYNC_TROUBLE: the server answers, but not as it should; see #FoyerSyncEngine:message; tries again by itself
 */
typedef enum {
  FOYER_SYNC_STOPPED,
  FOYER_SYNC_FIRST,
  FOYER_SYNC_SYNCING,
  FOYER_SYNC_IDLE,
  FOYER_SYNC_OFFLINE,
  FOYER_SYNC_SIGN_IN,
  FOYER_SYNC_TROUBLE,
} FoyerSyncState;

#define FOYER_TYPE_SYNC_STATE (foyer_sync_state_get_type ())
GType foyer_sync_state_get_type (void);

#define FOYER_TYPE_SYNC_ENGINE (foyer_sync_engine_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncEngine, foyer_sync_engine, FOYER, SYNC_ENGINE, GObject)

/**
 * FoyerSyncEngine:
 *
 * Carries operations to the server and changes from it. Runs in the main thread; the work is done by the store's threads and the
 * transport.
 *
 * Properties, all read-only and notified once a change: `state` (#FoyerSyncState), `message` (string or %NULL: one sentence about what is
 * wrong), `notice` (string or %NULL: one sentence worth knowing while it works: what is not sent, not given or fetched again, and why),
 * `synced-at` (int64: seconds since 1970 when all here was as the server had it, kept across restarts, 0 for never), `server-offset` (int64:
 * seconds by which the server's clock is ahead, kept across restarts), `fetched` (uint: records of the first sync so far).
 */

/**
 * foyer_sync_engine_new:
 * @session_url: the address of the JMAP session: `https://host/.well-known/jmap`
 * @account_id: (nullable): whose records the store may hold; another answer is refused
 *
 * Returns: (transfer full): an engine that has not been started
 */
FoyerSyncEngine *foyer_sync_engine_new (FoyerStore *store,
                                        FoyerTransport *transport,
                                        const char *session_url,
                                        const char *account_id);

/**
 * foyer_sync_engine_start:
 *
 * Begins to sync, and goes on until foyer_sync_engine_stop().
 */
void foyer_sync_engine_start (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_stop:
 *
 * Ends what is under way; what the server may have done is found out at the next start. To be called before the last reference is dropped.
 */
void foyer_sync_engine_stop (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_sync_now:
 *
 * Ends any waiting for the next attempt: somebody asked, or the network came back.
 */
void foyer_sync_engine_sync_now (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_repair:
 *
 * Fetches everything again from the beginning. What is here stays readable all the while, what has not been sent stays and goes on being sent,
 * and at the end what is here is compared with the server.
 */
void foyer_sync_engine_repair (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_watch_network:
 * @network: (nullable): says when the network is another
 *
 * Reconnects at once when there is a network again, without waiting for the next attempt.
 */
void foyer_sync_engine_watch_network (FoyerSyncEngine *self, GNetworkMonitor *network);

FoyerSyncState foyer_sync_engine_get_state (FoyerSyncEngine *self);
const char *foyer_sync_engine_get_message (FoyerSyncEngine *self);
const char *foyer_sync_engine_get_notice (FoyerSyncEngine *self);
gint64 foyer_sync_engine_get_synced_at (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_get_server_now:
 *
 * Returns: the server's time in seconds since 1970, as far as it is known: the time for rules
 */
gint64 foyer_sync_engine_get_server_now (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_issue_secret_async:
 * @id: of a PortalLink or, for a link of its own, of a Client
 *
 * Asks the server for a fresh secret address (`Secret/issue`). Online only, kept nowhere; the older one of the same link stops working.
 */
void foyer_sync_engine_issue_secret_async (FoyerSyncEngine *self,
                                           const FoyerRecordType *type,
                                           const char *id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * foyer_sync_engine_issue_secret_finish:
 *
 * Returns: (transfer full): the address, or %NULL with an error
 */
char *foyer_sync_engine_issue_secret_finish (FoyerSyncEngine *self, GAsyncResult *result, GError **error);

/**
 * foyer_sync_engine_get_file_async:
 * @blob_id: that a record names
 * @type: the media type that the record says
 *
 * Gets a file, from this disk if it is here.
 */
void foyer_sync_engine_get_file_async (FoyerSyncEngine *self,
                                       const char *blob_id,
                                       const char *type,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * foyer_sync_engine_get_file_finish:
 *
 * Returns: (transfer full): its path, or %NULL with an error as of foyer_blob_download_finish()
 */
char *foyer_sync_engine_get_file_finish (FoyerSyncEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
