/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sync-turn.h"

G_BEGIN_DECLS

/*
 * Operations that a server cannot stomach. An answer of trouble, given while the server answers other questions, is counted against the
 * operations that travelled. After three of them an operation travels alone; after three more, alone, its number is skipped and it waits
 * for a person, with the exact exchange, while the others go on. A server that answers nothing else is ill, and nothing is counted.
 */

/**
 * FoyerTurnPoison:
 *
 * A failed exchange: what was sent and what came back.
 */

/**
 * foyer_turn_poison_new:
 * @request: (transfer full): with operations
 * @problem: (nullable): RFC 7807, if that was the answer
 * @status: of HTTP, 0 if the reply was cut
 * @received: (nullable): the reply
 */
FoyerTurnPoison *
foyer_turn_poison_new (FoyerTurnRequest *request, JsonObject *problem, guint status, GBytes *received);
void foyer_turn_poison_free (FoyerTurnPoison *self);

/**
 * foyer_turn_is_suspect:
 *
 * Returns: whether @operation has failed in company so often that it must travel alone
 */
gboolean foyer_turn_is_suspect (const FoyerOperationData *operation);

/**
 * foyer_turn_is_poisoned:
 *
 * Returns: whether @operation has failed alone so often that its number is to be skipped
 */
gboolean foyer_turn_is_poisoned (const FoyerOperationData *operation);

/**
 * foyer_turn_count_failure:
 *
 * Counts a failed exchange against the operations in it: another question of the same moment was answered. A #FoyerWriteFunc over a
 * #FoyerTurnPoison.
 *
 * Returns: %NULL
 */
gpointer foyer_turn_count_failure (FoyerStoreWriter *writer, gpointer poison, GError **error);

/**
 * foyer_turn_refuse_alone:
 *
 * Puts away the one operation of a request that was refused whole: its number is free again, since nothing was done. A #FoyerWriteFunc over
 * a #FoyerTurnPoison.
 *
 * Returns: %NULL
 */
gpointer foyer_turn_refuse_alone (FoyerStoreWriter *writer, gpointer poison, GError **error);

/**
 * foyer_turn_count_one:
 * @index: which operation of @request
 * @answer: (nullable): the server's method error
 *
 * Counts trouble with one operation of a request whose other calls were answered.
 */
gboolean foyer_turn_count_one (FoyerStoreWriter *writer,
                               FoyerTurnRequest *request,
                               guint index,
                               JsonObject *answer,
                               GError **error);

/**
 * foyer_turn_pardon:
 *
 * Lets a poisoned operation be tried alone again: the server was too ill to skip it.
 */
gboolean foyer_turn_pardon (FoyerStoreWriter *writer, const FoyerOperationData *operation, GError **error);

/**
 * foyer_turn_add_exchange:
 * @answer: (nullable): a SetError, method error or problem
 * @index: which operation of @request
 *
 * Returns: (transfer full): @answer with the member `exchange`: what was sent of the operation, what came back and the HTTP status; each
 *   cut to 16 KiB, secrets as dots
 */
JsonObject *foyer_turn_add_exchange (JsonObject *answer,
                                     FoyerTurnRequest *request,
                                     guint index,
                                     guint status,
                                     const char *received,
                                     gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTurnPoison, foyer_turn_poison_free)

G_END_DECLS
