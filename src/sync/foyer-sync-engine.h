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
 * @FOYER_SYNC_TROUBLE: the server answers, but not as it should; see #FoyerSyncEngine:problem; tries again by itself
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

/**
 * FoyerSyncNotice:
 * @FOYER_SYNC_NOTICE_NONE: there is nothing to say
 * @FOYER_SYNC_NOTICE_SERVER_NEWER: the server is too new for this program: what is done here waits until it is updated
 * @FOYER_SYNC_NOTICE_SERVER_OLDER: the server is too old for this program: what is done here waits until that is updated
 * @FOYER_SYNC_NOTICE_NO_OPERATIONS: the server cannot take changes safely: what is done here waits
 * @FOYER_SYNC_NOTICE_READ_ONLY: the account may only read: what is done here waits
 * @FOYER_SYNC_NOTICE_TROUBLED: some types cannot be had from the server now; all others are up to date
 * @FOYER_SYNC_NOTICE_MENDED: some types were not as on the server, and were fetched again
 * @FOYER_SYNC_NOTICE_CLOCK: the clocks of server and computer are more than two minutes apart
 *
 * What is worth knowing while the engine works.
 */
typedef enum {
  FOYER_SYNC_NOTICE_NONE,
  FOYER_SYNC_NOTICE_SERVER_NEWER,
  FOYER_SYNC_NOTICE_SERVER_OLDER,
  FOYER_SYNC_NOTICE_NO_OPERATIONS,
  FOYER_SYNC_NOTICE_READ_ONLY,
  FOYER_SYNC_NOTICE_TROUBLED,
  FOYER_SYNC_NOTICE_MENDED,
  FOYER_SYNC_NOTICE_CLOCK,
} FoyerSyncNotice;

#define FOYER_TYPE_SYNC_ENGINE (foyer_sync_engine_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncEngine, foyer_sync_engine, FOYER, SYNC_ENGINE, GObject)

/**
 * FoyerSyncEngine:
 *
 * Carries operations to the server and changes from it. Runs in the main thread; the work is done by the store's threads and the
 * transport.
 *
 * Properties, all read-only and notified once a change: `state` (#FoyerSyncState), `problem` (#GError or %NULL: what is wrong, for the
 * console to word), `notice` (#FoyerSyncNotice as an int, notified too when it is of other types), `synced-at` (int64: seconds since 1970 when all here was as the server had it, kept across restarts, 0 for never), `server-offset` (int64:
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

/**
 * foyer_sync_engine_watch_sleep:
 * @bus: (nullable): the system bus, on which logind says when the computer has slept
 *
 * Reconnects at once when the computer wakes: its streams have died in its sleep.
 */
void foyer_sync_engine_watch_sleep (FoyerSyncEngine *self, GDBusConnection *bus);

FoyerSyncState foyer_sync_engine_get_state (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_get_problem:
 *
 * Returns: (transfer none) (nullable): what is wrong; its message is for those who look for the cause, and in English
 */
const GError *foyer_sync_engine_get_problem (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_get_notice:
 * @types: (out) (optional) (transfer none) (element-type FoyerRecordType): what it is about, in the order of the types' table; empty for all
 *   but %FOYER_SYNC_NOTICE_TROUBLED and %FOYER_SYNC_NOTICE_MENDED
 */
FoyerSyncNotice foyer_sync_engine_get_notice (FoyerSyncEngine *self, GPtrArray **types);
gint64 foyer_sync_engine_get_synced_at (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_get_server_now:
 *
 * Returns: the server's time in seconds since 1970, as far as it is known: the time for rules
 */
gint64 foyer_sync_engine_get_server_now (FoyerSyncEngine *self);

/**
 * foyer_sync_engine_ask_async:
 * @method: of the protocol, such as `Portal/compare`
 * @arguments: (transfer full): without `accountId`, which is added
 *
 * Asks the server something that is no record and is kept nowhere. Online only; nothing is asked again by itself.
 */
void foyer_sync_engine_ask_async (FoyerSyncEngine *self,
                                  const char *method,
                                  JsonObject *arguments,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_sync_engine_ask_finish:
 * @refusal: (out) (optional) (transfer full) (nullable): what the server said if it refused: `type` and what belongs to that
 *
 * Returns: (transfer full): the answer, or %NULL with a #FoyerSyncError or #FoyerTransportError
 */
JsonObject *foyer_sync_engine_ask_finish (FoyerSyncEngine *self,
                                          GAsyncResult *result,
                                          JsonObject **refusal,
                                          GError **error);

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
 * foyer_sync_engine_follow_file_async:
 * @progress: (nullable) (scope async): told how many bytes are here by now; the total is what the record says, and -1 here
 *
 * The same for a file that takes long: somebody watches it come. foyer_sync_engine_get_file_finish() ends it too.
 */
void foyer_sync_engine_follow_file_async (FoyerSyncEngine *self,
                                          const char *blob_id,
                                          const char *type,
                                          GFileProgressCallback progress,
                                          gpointer progress_data,
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
