/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-need-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_NEED_SETTLER (foyer_need_settler_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeedSettler, foyer_need_settler, FOYER, NEED_SETTLER, GObject)

/**
 * FoyerNeedSettler:
 *
 * Carries out what a person chose for operations that were not taken: asks for a reason or for times where one is needed, and gives the answer
 * to the store, one after the other.
 *
 * Property: `undo-seconds`: for how long a new decision waits.
 */

/**
 * foyer_need_settler_new:
 * @place: where dialogs belong; not owned, it owns this
 */
FoyerNeedSettler *foyer_need_settler_new (GtkWidget *place);

void foyer_need_settler_start (FoyerNeedSettler *self, FoyerDesk *desk);

/**
 * foyer_need_settler_settle:
 * @choice: one of them
 * @operation_ids: (array zero-terminated=1): the same is done for all of them
 */
void
foyer_need_settler_settle (FoyerNeedSettler *self, FoyerNeedChoices choice, const char *const *operation_ids);

/**
 * foyer_need_settler_stop:
 *
 * To be called before the last reference is dropped.
 */
void foyer_need_settler_stop (FoyerNeedSettler *self);

/**
 * FoyerNeedSettler::acted:
 * @act: (type FoyerAct): a decision that can be taken back
 */

/**
 * FoyerNeedSettler::said:
 * @sentence: what came of it
 */

G_END_DECLS
