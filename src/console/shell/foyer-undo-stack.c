/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-undo-stack.c - what was done in one window, the last on top */

#include "foyer-undo-stack.h"

struct _FoyerUndoStack {
  GObject parent_instance;

  GPtrArray *acts;   /* (element-type FoyerAct) */
  GPtrArray *undone; /* (element-type FoyerAct): can be done again, the next one last */
};

G_DEFINE_BOXED_TYPE (FoyerAct, foyer_act, foyer_act_copy, foyer_act_free)
G_DEFINE_FINAL_TYPE (FoyerUndoStack, foyer_undo_stack, G_TYPE_OBJECT)

enum {
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

FoyerAct *
foyer_act_copy (const FoyerAct *self)
{
  FoyerAct *copy = g_new0 (FoyerAct, 1);

  copy->operation_id = g_strdup (self->operation_id);
  copy->more_ids = g_strdupv (self->more_ids);
  copy->record_id = g_strdup (self->record_id);
  copy->area = g_strdup (self->area);
  copy->done = g_strdup (self->done);
  copy->undone = g_strdup (self->undone);
  copy->redone = g_strdup (self->redone);
  copy->take_back = self->take_back == NULL ? NULL : g_closure_ref (self->take_back);
  return copy;
}

void
foyer_act_free (FoyerAct *self)
{
  if (self == NULL)
    return;
  g_free (self->operation_id);
  g_strfreev (self->more_ids);
  g_free (self->record_id);
  g_free (self->area);
  g_free (self->done);
  g_free (self->undone);
  g_free (self->redone);
  g_clear_pointer (&self->take_back, g_closure_unref);
  g_free (self);
}

void
foyer_act_take_back (const FoyerAct *self)
{
  GValue nobody = G_VALUE_INIT;

  g_return_if_fail (self->take_back != NULL);

  /* Closures are called on something. */
  g_value_init (&nobody, G_TYPE_POINTER);
  g_closure_invoke (self->take_back, NULL, 1, &nobody, NULL);
  g_value_unset (&nobody);
}

static void
foyer_undo_stack_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerUndoStack *self = FOYER_UNDO_STACK (object);

  g_value_set_boolean (value, (id == PROP_CAN_UNDO ? self->acts : self->undone)->len > 0);
}

static void
foyer_undo_stack_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_UNDO_STACK (object)->acts);
  g_ptr_array_unref (FOYER_UNDO_STACK (object)->undone);
  G_OBJECT_CLASS (foyer_undo_stack_parent_class)->finalize (object);
}

static void
foyer_undo_stack_class_init (FoyerUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_undo_stack_get_property;
  object_class->finalize = foyer_undo_stack_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_undo_stack_init (FoyerUndoStack *self)
{
  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_act_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_act_free);
}

FoyerUndoStack *
foyer_undo_stack_new (void)
{
  return g_object_new (FOYER_TYPE_UNDO_STACK, NULL);
}

static void
put (FoyerUndoStack *self, GPtrArray *acts, FoyerAct *act)
{
  g_ptr_array_add (acts, act);
  if (acts->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self),
                              properties[acts == self->acts ? PROP_CAN_UNDO : PROP_CAN_REDO]);
}

void
foyer_undo_stack_push (FoyerUndoStack *self, const FoyerAct *act)
{
  g_return_if_fail (FOYER_IS_UNDO_STACK (self));

  put (self, self->acts, foyer_act_copy (act));
  if (self->undone->len == 0)
    return;
  g_ptr_array_set_size (self->undone, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

FoyerAct *
foyer_undo_stack_take (FoyerUndoStack *self, const char *operation_id)
{
  g_return_val_if_fail (FOYER_IS_UNDO_STACK (self), NULL);

  for (guint i = self->acts->len; i > 0; i--) {
    FoyerAct *act = self->acts->pdata[i - 1];

    if (operation_id != NULL && g_strcmp0 (act->operation_id, operation_id) != 0)
      continue;
    act = g_ptr_array_steal_index (self->acts, i - 1);
    if (self->acts->len == 0)
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    return act;
  }
  return NULL;
}

void
foyer_undo_stack_keep (FoyerUndoStack *self, const FoyerAct *act)
{
  g_return_if_fail (FOYER_IS_UNDO_STACK (self));
  g_return_if_fail (act->redone != NULL);

  put (self, self->undone, foyer_act_copy (act));
}

FoyerAct *
foyer_undo_stack_put_back (FoyerUndoStack *self)
{
  FoyerAct *act;

  g_return_val_if_fail (FOYER_IS_UNDO_STACK (self), NULL);

  if (self->undone->len == 0)
    return NULL;
  act = g_ptr_array_steal_index (self->undone, self->undone->len - 1);
  if (self->undone->len == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  put (self, self->acts, foyer_act_copy (act));
  return act;
}
