/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-undo-stack.h"

G_BEGIN_DECLS

/**
 * foyer_act_undo_async:
 * @act: (transfer none): copied; one that consists of operations
 * @time: (nullable): in whose words the moment is said at which something left
 *
 * Takes all operations of an act back, the last first. What has left already is not lost: what it did is taken back by a further operation
 * where there is one that does (E4). Stops at the first that cannot be taken back.
 */
void foyer_act_undo_async (const FoyerAct *act,
                           FoyerStore *store,
                           FoyerOfficeTime *time,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * foyer_act_undo_finish:
 * @sentence: (out) (transfer full): what to tell the person, whether it was taken back or not
 *
 * Returns: whether all of it was taken back
 */
gboolean foyer_act_undo_finish (FoyerStore *store, GAsyncResult *result, char **sentence);

G_END_DECLS
