/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-undo-stack.h"

G_BEGIN_DECLS

/**
 * FoyerDeed:
 * @verb: what is done to the record
 * @record_id: to which one
 * @command: what the Outbox calls it
 * @subject: (nullable): to what, in the Outbox
 * @hold: the undo window in microseconds
 *
 * Something that a person does to a record, before the store has it.
 */
typedef struct {
  FoyerVerb verb;
  const FoyerRecordType *type;
  const char *record_id;
  const char *command;
  const char *subject;
  gint64 hold;
} FoyerDeed;

/**
 * foyer_act_submit_async:
 * @patch: the change; the whole record without id for a creation
 * @act: (transfer full): what is told of it; it gets the operation's id
 *
 * Has the store write a change and the operation for it, and gives what can be taken back.
 */
void foyer_act_submit_async (FoyerDesk *desk,
                             const FoyerDeed *deed,
                             JsonObject *patch,
                             FoyerAct *act,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * foyer_act_submit_finish:
 *
 * Returns: (transfer full): the act, or %NULL with a #FoyerStoreError and nothing changed
 */
FoyerAct *foyer_act_submit_finish (FoyerDesk *desk, GAsyncResult *result, GError **error);

/**
 * foyer_act_new:
 * @area: where it can be seen
 * @done: (transfer full): what is said when it is done
 * @undone: (transfer full): what is said when it was taken back
 *
 * Returns: (transfer full): an act that has no operation yet
 */
FoyerAct *foyer_act_new (const char *record_id, const char *area, char *done, char *undone);

G_END_DECLS
