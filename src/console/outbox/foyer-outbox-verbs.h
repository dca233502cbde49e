/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_OUTBOX_VERBS (foyer_outbox_verbs_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOutboxVerbs, foyer_outbox_verbs, FOYER, OUTBOX_VERBS, GObject)

/**
 * FoyerOutboxVerbs:
 *
 * What can be done in the Outbox (D6), as actions with the id of an operation: `release` (send now), `cancel`, `edit`, `copy`, `take-back`,
 * `retry`, and `answer` (a choice of #FoyerNeedChoices by name, the id, and whether the same is done for all that are like it).
 *
 * Property: `undo-seconds`: for how long a new decision waits.
 */

/**
 * foyer_outbox_verbs_new:
 * @place: where dialogs and the clipboard belong; not owned, it owns this
 */
FoyerOutboxVerbs *foyer_outbox_verbs_new (GtkWidget *place);

GActionGroup *foyer_outbox_verbs_get_actions (FoyerOutboxVerbs *self);
void foyer_outbox_verbs_start (FoyerOutboxVerbs *self, FoyerDesk *desk);

/**
 * foyer_outbox_verbs_stop:
 *
 * To be called before the last reference is dropped.
 */
void foyer_outbox_verbs_stop (FoyerOutboxVerbs *self);

/**
 * FoyerOutboxVerbs::acted:
 * @act: (type FoyerAct): a decision that can be taken back
 */

/**
 * FoyerOutboxVerbs::undone:
 * @operation_id: what was cancelled before it left
 */

/**
 * FoyerOutboxVerbs::opened:
 * @record_id: where the person wants to go
 */

/**
 * FoyerOutboxVerbs::rewritten:
 * @conversation_id: where it was to be sent
 * @kind: `reply` or `note`
 * @words: what was written, and is not sent now
 * @files: (nullable): what went with it, a #JsonArray
 */

/**
 * FoyerOutboxVerbs::said:
 * @sentence: what came of it, for a toast
 */

G_END_DECLS
