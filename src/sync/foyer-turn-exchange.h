/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"
#include "foyer-sync-turn.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * foyer_turn_exchange_async:
 * @api_url: where requests go
 * @request: (transfer full): with a body
 * @goes_ahead: whether to ask for the next chain of pulls while this one is written, unless operations travel
 *
 * Sends a request and takes in what comes back.
 */
void foyer_turn_exchange_async (FoyerStore *store,
                                FoyerTransport *transport,
                                const char *api_url,
                                FoyerTurnRequest *request,
                                gboolean goes_ahead,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * foyer_turn_exchange_follow_async:
 * @ahead: (transfer full): from an outcome
 *
 * Takes in what comes back of a question that was asked before its turn came. Finished like any other.
 */
void foyer_turn_exchange_follow_async (FoyerStore *store,
                                       FoyerTransport *transport,
                                       const char *api_url,
                                       FoyerTurnAhead *ahead,
                                       gboolean goes_ahead,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * foyer_turn_exchange_finish:
 *
 * Returns: (transfer full): what came of it; a failure of the network or the server stands in it. %NULL with an error if the store could
 *   not take it in, or with %FOYER_SYNC_ERROR_NOT_FOYER if what came was no answer.
 */
FoyerTurnOutcome *foyer_turn_exchange_finish (GAsyncResult *result, GError **error);

G_END_DECLS
