/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"
#include "foyer-sync-turn.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/*
 * The next chain of pulls, asked for while the last is being written. Its reply is taken in like any other, and only if it goes on from
 * where the store then stands: nothing depends on it. It carries no operations, and no two requests are on their way at a time.
 */

/**
 * foyer_turn_ahead_send:
 * @api_url: where requests go
 * @answer: what was just read and is not yet taken in
 * @cancellable: (nullable): for as long as anybody wants it
 *
 * Asks for what follows on @answer.
 *
 * Returns: (transfer full) (nullable): the question, or %NULL if nothing follows
 */
FoyerTurnAhead *foyer_turn_ahead_send (FoyerStore *store,
                                       FoyerTransport *transport,
                                       const char *api_url,
                                       const FoyerTurnAnswer *answer,
                                       GCancellable *cancellable);

/**
 * foyer_turn_ahead_free:
 *
 * Nobody waits for the reply any more.
 */
void foyer_turn_ahead_free (FoyerTurnAhead *self);

/**
 * foyer_turn_ahead_get_pulled:
 *
 * Returns: (transfer none) (element-type FoyerRecordType): the types that it asks for
 */
GPtrArray *foyer_turn_ahead_get_pulled (FoyerTurnAhead *self);

/**
 * FoyerTurnAheadFunc:
 *
 * The reply is there and read, or there will be none.
 */
typedef void (*FoyerTurnAheadFunc) (FoyerTurnAhead *ahead, gpointer user_data);

/**
 * foyer_turn_ahead_await:
 * @callback: called once, at once if the reply is there
 */
void foyer_turn_ahead_await (FoyerTurnAhead *self, FoyerTurnAheadFunc callback, gpointer user_data);

/**
 * foyer_turn_ahead_take:
 * @answer: (out) (transfer full) (nullable): what the reply says, unless its status is one of trouble
 *
 * Returns: (transfer full): the reply, or %NULL with the transport's error
 */
FoyerTransportReply *foyer_turn_ahead_take (FoyerTurnAhead *self, FoyerTurnAnswer **answer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnAhead, foyer_turn_ahead_free)

G_END_DECLS
