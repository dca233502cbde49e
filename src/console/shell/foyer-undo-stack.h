/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerAct:
 * @operation_id: what the store made of it; a name of its own if it is no operation
 * @more_ids: (nullable) (array zero-terminated=1): operations that belong to it, made after @operation_id and taken back before it
 * @record_id: what it was done to
 * @area: where it can be seen: `approvals`
 * @done: (nullable): "Approved for Tue, May 6, 9–11 AM"; %NULL if nothing is said of it
 * @undone: "Request of Ellen Ruiz is back"
 * @take_back: (nullable): called without arguments to take back what is no operation
 * @redone: (nullable): what is said when @take_back, called once more, has done it again; %NULL if it cannot
 *
 * Something that a person did and may want to take back.
 */
typedef struct {
  char *operation_id;
  char *record_id;
  char *area;
  char *done;
  char *undone;
  char **more_ids;
  GClosure *take_back;
  char *redone;
} FoyerAct;

#define FOYER_TYPE_ACT (foyer_act_get_type ())
GType foyer_act_get_type (void);
FoyerAct *foyer_act_copy (const FoyerAct *self);
void foyer_act_free (FoyerAct *self);

/**
 * foyer_act_take_back:
 *
 * Calls @take_back, which is there. With @redone, every second call does it again.
 */
void foyer_act_take_back (const FoyerAct *self);

#define FOYER_TYPE_UNDO_STACK (foyer_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (FoyerUndoStack, foyer_undo_stack, FOYER, UNDO_STACK, GObject)

/**
 * FoyerUndoStack:
 *
 * What was done in one window, the last on top, and what of it was taken back and can be done again. Properties: `can-undo`, `can-redo`
 * (both read-only).
 */

FoyerUndoStack *foyer_undo_stack_new (void);

/**
 * foyer_undo_stack_push:
 * @act: copied
 *
 * Puts what was just done on top. What was taken back before cannot be done again any more.
 */
void foyer_undo_stack_push (FoyerUndoStack *self, const FoyerAct *act);

/**
 * foyer_undo_stack_take:
 * @operation_id: (nullable): %NULL for the last
 *
 * Returns: (transfer full) (nullable): the act, which is no longer on the stack
 */
FoyerAct *foyer_undo_stack_take (FoyerUndoStack *self, const char *operation_id);

/**
 * foyer_undo_stack_keep:
 * @act: copied: taken from here, taken back, and can be done again
 */
void foyer_undo_stack_keep (FoyerUndoStack *self, const FoyerAct *act);

/**
 * foyer_undo_stack_put_back:
 *
 * Puts what was kept last on top again.
 *
 * Returns: (transfer full) (nullable): the act, to be done again
 */
FoyerAct *foyer_undo_stack_put_back (FoyerUndoStack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAct, foyer_act_free)

G_END_DECLS
