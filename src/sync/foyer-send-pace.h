/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-random.h"
#include "foyer-sync-engine.h"
#include "foyer-turn-poison.h"

G_BEGIN_DECLS

/**
 * FoyerSendPace:
 *
 * How many operations may travel now: many, one at a time after a refusal, or none for a while, when the server fails at them and answers
 * everything else. Pulling goes on all the while.
 */
typedef struct _FoyerSendPace FoyerSendPace;

/**
 * foyer_send_pace_new:
 * @on_due: called when operations that were held back may travel again
 */
FoyerSendPace *
foyer_send_pace_new (FoyerClock *clock, FoyerRandom *random, FoyerTimerFunc on_due, gpointer user_data);
void foyer_send_pace_free (FoyerSendPace *self);

/**
 * foyer_send_pace_count:
 * @most: how many at best
 *
 * Returns: how many operations may travel now
 */
guint foyer_send_pace_count (FoyerSendPace *self, guint most);

/**
 * foyer_send_pace_is_held:
 * @state: (out): what to show meanwhile
 * @problem: (out) (transfer none): why
 *
 * Returns: whether operations are held back
 */
gboolean foyer_send_pace_is_held (FoyerSendPace *self, FoyerSyncState *state, const GError **problem);

/**
 * foyer_send_pace_release:
 *
 * Ends any waiting.
 */
void foyer_send_pace_release (FoyerSendPace *self);

/**
 * foyer_send_pace_take_answer:
 *
 * A request with operations was answered.
 */
void foyer_send_pace_take_answer (FoyerSendPace *self, const FoyerTurnOutcome *outcome);

/**
 * foyer_send_pace_take_failure:
 *
 * A request was not answered, or refused whole.
 *
 * Returns: whether to go on at once, with operations held back or one at a time
 */
gboolean foyer_send_pace_take_failure (FoyerSendPace *self, FoyerTurnOutcome *outcome);

/**
 * foyer_send_pace_is_probing:
 *
 * Returns: whether the next request finds out if the server answers anything else
 */
gboolean foyer_send_pace_is_probing (FoyerSendPace *self);

/**
 * foyer_send_pace_take_guilty:
 *
 * Returns: (transfer full) (nullable): the request at which the server failed, now that it has answered another
 */
FoyerTurnPoison *foyer_send_pace_take_guilty (FoyerSendPace *self);

G_END_DECLS
