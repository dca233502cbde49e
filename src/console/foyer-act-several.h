/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-act-submit.h"

G_BEGIN_DECLS

/**
 * FoyerActSeveral:
 *
 * Several changes that are one act: they are written one after the other, and taken back together.
 */
typedef struct _FoyerActSeveral FoyerActSeveral;

/**
 * foyer_act_several_new:
 * @act: (transfer full): what is told of them; it gets the operations' ids
 *
 * Returns: (transfer full): no changes yet
 */
FoyerActSeveral *foyer_act_several_new (FoyerAct *act);

/**
 * foyer_act_several_add:
 * @deed: copied; its type and command stay with their owner
 * @patch: the change
 */
void foyer_act_several_add (FoyerActSeveral *self, const FoyerDeed *deed, JsonObject *patch);

/**
 * foyer_act_several_submit_async:
 * @self: (transfer full): with one change at least
 *
 * Has the store write them. If one of them cannot be written, those after it are left out, and the act says so: what was written can be taken
 * back. foyer_act_submit_finish() gives the act.
 */
void foyer_act_several_submit_async (FoyerDesk *desk,
                                     FoyerActSeveral *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

G_END_DECLS
