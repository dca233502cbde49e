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
} FoyerAct;

#define FOYER_TYPE_ACT (foyer_act_get_type ())
GType foyer_act_get_type (void);
FoyerAct *foyer_act_copy (const FoyerAct *self);
void foyer_act_free (FoyerAct *self);

/**
 * foyer_act_take_back:
 *
 * Calls @take_back, which is there.
 */
void foyer_act_take_back (const FoyerAct *self);

#define FOYER_TYPE_UNDO_STACK (foyer_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (FoyerUndoStack, foyer_undo_stack, FOYER, UNDO_STACK, GObject)

/**
 * FoyerUndoStack:
 *
 * What was done in one window, the last on top. Property: `can-undo` (read-only).
 */

FoyerUndoStack *foyer_undo_stack_new (void);

/**
 * foyer_undo_stack_push:
 * @act: copied
 */
void foyer_undo_stack_push (FoyerUndoStack *self, const FoyerAct *act);

/**
 * foyer_undo_stack_take:
 * @operation_id: (nullable): %NULL for the last
 *
 * Returns: (transfer full) (nullable): the act, which is no longer on the stack
 */
FoyerAct *foyer_undo_stack_take (FoyerUndoStack *self, const char *operation_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAct, foyer_act_free)

G_END_DECLS
