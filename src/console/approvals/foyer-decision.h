/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-slots.h"
#include "foyer-undo-stack.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_decision_approve:
 * @crew_id: (nullable): who goes
 * @override: (nullable): why it is approved against a block
 *
 * Returns: (transfer full): the patch of a booking
 */
JsonObject *foyer_decision_approve (const char *crew_id, const char *override);

/**
 * foyer_decision_decline:
 * @reason: in words that the client reads
 *
 * Returns: (transfer full): the patch of a booking
 */
JsonObject *foyer_decision_decline (const char *reason);

/**
 * foyer_decision_counter:
 * @slots: (element-type FoyerSlot): the times that the client can choose among, three at most
 * @message: (nullable): what the client reads with them
 * @now: seconds since 1970
 *
 * Returns: (transfer full): the patch of a booking
 */
JsonObject *foyer_decision_counter (GPtrArray *slots, const char *message, gint64 now);

/**
 * foyer_decision_subject:
 * @slot: `Tue, May 6, 9–11 AM`
 * @client: the client's name
 *
 * Returns: (transfer full): what the Outbox calls it: `Tue, May 6, 9–11 AM for Ellen Ruiz`
 */
char *foyer_decision_subject (const char *slot, const char *client);

/**
 * foyer_decision_act:
 * @command: `approve`, `decline` or `counter`
 *
 * Returns: (transfer full): what the toast says and what undoing says
 */
FoyerAct *foyer_decision_act (const char *operation_id,
                              const char *booking_id,
                              const char *command,
                              const char *slot,
                              const char *client);

/**
 * foyer_decision_submit_async:
 * @booking: as it stands
 * @client: (nullable): for whom
 * @command: `approve`, `decline` or `counter`
 * @patch: what changes
 * @hold: the undo window in microseconds
 */
void foyer_decision_submit_async (FoyerDesk *desk,
                                  FoyerRecord *booking,
                                  FoyerRecord *client,
                                  const char *command,
                                  JsonObject *patch,
                                  gint64 hold,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_decision_submit_finish:
 *
 * Returns: (transfer full): what was done, or %NULL with a #FoyerStoreError and nothing changed
 */
FoyerAct *foyer_decision_submit_finish (FoyerDesk *desk, GAsyncResult *result, GError **error);

/**
 * foyer_decision_approve_if_it_fits_async:
 * @booking_id: what a notification was about; both may have grown old meanwhile
 * @hold: the undo window in microseconds
 *
 * Judges the booking anew (E2) and approves it if it is still to be decided and nothing blocks. A block needs a reason, and that needs a
 * person who looks.
 */
void foyer_decision_approve_if_it_fits_async (FoyerDesk *desk,
                                              const char *booking_id,
                                              gint64 hold,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);

/**
 * foyer_decision_approve_if_it_fits_finish:
 *
 * Returns: (transfer full) (nullable): what was done; %NULL without an error if a person has to look first; %NULL with a #FoyerStoreError if
 * nothing could be written
 */
FoyerAct *foyer_decision_approve_if_it_fits_finish (FoyerDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
