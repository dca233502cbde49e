/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"
#include "foyer-keyring.h"
#include "foyer-office-time.h"
#include "foyer-store.h"
#include "foyer-sync-engine.h"

G_BEGIN_DECLS

/* In configuration/. */
typedef struct _FoyerSettingsDraft FoyerSettingsDraft;

#define FOYER_TYPE_DESK (foyer_desk_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDesk, foyer_desk, FOYER, DESK, GObject)

/**
 * FoyerDesk:
 *
 * What somebody who is signed in works on: one account's store, the engine that carries it to the server and back, and what all screens
 * say about the two. It stands without an engine: then everything that is here can be read and decided, and waits.
 *
 * Properties, all read-only and notified once a change: `organisation` (#FoyerRecord or %NULL until it has been pulled),
 * `organisation-name`, `colour`, `time` (#FoyerOfficeTime), `unanswered`, `pending`, `waiting` and `needing` (uint: conversations in which a client waits, bookings to decide, operations that
 * have not arrived, operations that need a person), `state` (int: #FoyerSyncState), `message`, `notice`, `synced-at`, `fetched`, `offline-since` (int64,
 * 0 while there is a way to the server), `online` (whether the server can be asked now), `keyring-message` (one sentence, or %NULL).
 */

/**
 * foyer_desk_new:
 * @account: (nullable): who is signed in; copied
 */
FoyerDesk *foyer_desk_new (FoyerStore *store, const FoyerAccount *account);

FoyerStore *foyer_desk_get_store (FoyerDesk *self);
FoyerSyncEngine *foyer_desk_get_engine (FoyerDesk *self);
FoyerOfficeTime *foyer_desk_get_time (FoyerDesk *self);

/**
 * foyer_desk_get_draft:
 *
 * Returns: (transfer none): the changes to settings that nobody has published yet, read when they are first asked for
 */
FoyerSettingsDraft *foyer_desk_get_draft (FoyerDesk *self);

/**
 * foyer_desk_get_account:
 *
 * Returns: (nullable)
 */
const FoyerAccount *foyer_desk_get_account (FoyerDesk *self);
FoyerClock *foyer_desk_get_clock (FoyerDesk *self);

/**
 * foyer_desk_now:
 *
 * Returns: seconds since 1970
 */
gint64 foyer_desk_now (FoyerDesk *self);

gboolean foyer_desk_is_online (FoyerDesk *self);
FoyerSyncState foyer_desk_get_state (FoyerDesk *self);
guint foyer_desk_get_waiting (FoyerDesk *self);

/**
 * foyer_desk_connect:
 * @credential: (nullable): fresh from signing in; %NULL to look in the keyring
 *
 * Goes online, or stays at %FOYER_SYNC_SIGN_IN and says why in `keyring-message`. Replaces an engine that was there.
 */
void foyer_desk_connect (FoyerDesk *self, const FoyerCredential *credential);

/**
 * foyer_desk_use_engine:
 * @engine: runs on the desk's store; whoever made it stops it
 *
 * Goes another way to the server than the account's own.
 */
void foyer_desk_use_engine (FoyerDesk *self, FoyerSyncEngine *engine);

/**
 * foyer_desk_keep_again:
 *
 * Tries once more to keep a fresh sign-in in the keyring.
 */
void foyer_desk_keep_again (FoyerDesk *self);

/**
 * foyer_desk_sync_now:
 *
 * Asks the engine not to wait, if there is one.
 */
void foyer_desk_sync_now (FoyerDesk *self);

/**
 * foyer_desk_repair:
 *
 * Has everything fetched again, if there is an engine. What waits to be sent stays.
 */
void foyer_desk_repair (FoyerDesk *self);

/**
 * foyer_desk_leave_async:
 * @patience: microseconds to give the engine
 *
 * Ends all undo windows and waits until everything has arrived, there is no way to the server, or patience ends.
 */
void
foyer_desk_leave_async (FoyerDesk *self, gint64 patience, GAsyncReadyCallback callback, gpointer user_data);

/**
 * foyer_desk_leave_finish:
 *
 * Returns: how many operations are still waiting
 */
guint foyer_desk_leave_finish (FoyerDesk *self, GAsyncResult *result);

/**
 * foyer_desk_close:
 *
 * Stops the engine and closes the store. To be called before the last reference is dropped.
 */
void foyer_desk_close (FoyerDesk *self);

/**
 * FoyerDesk::not-kept:
 * @error: (type GError): why the keyring does not hold a fresh sign-in
 */

/**
 * FoyerDesk::not-loaded:
 * @error: (type GError): a #FoyerKeyringError: why the keyring did not give the sign-in of last time
 */

G_END_DECLS
