/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation.c - one thing that a person did to one record */

#include "foyer-operation.h"

struct _FoyerOperation {
  GObject parent_instance;

  FoyerOperationData data; /* (owned) */
};

G_DEFINE_FINAL_TYPE (FoyerOperation, foyer_operation, G_TYPE_OBJECT)

static void
foyer_operation_finalize (GObject *object)
{
  FoyerOperationData *data = &FOYER_OPERATION (object)->data;

  g_free (data->id);
  g_free (data->group);
  g_free (data->record_id);
  g_free (data->command);
  g_free (data->subject);
  g_free (data->requires);
  g_clear_pointer (&data->patch, json_object_unref);
  g_clear_pointer (&data->expected, json_object_unref);
  g_clear_pointer (&data->inverse, json_object_unref);
  g_clear_pointer (&data->error, json_object_unref);
  G_OBJECT_CLASS (foyer_operation_parent_class)->finalize (object);
}

static void
foyer_operation_class_init (FoyerOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_operation_finalize;
}

static void
foyer_operation_init (FoyerOperation *self)
{
}

FoyerOperation *
foyer_operation_new (FoyerOperationData *data)
{
  FoyerOperation *self = g_object_new (FOYER_TYPE_OPERATION, NULL);

  self->data = *data;
  *data = (FoyerOperationData){ 0 };
  return self;
}

const FoyerOperationData *
foyer_operation_get_data (FoyerOperation *self)
{
  g_return_val_if_fail (FOYER_IS_OPERATION (self), NULL);

  return &self->data;
}

const char *
foyer_operation_get_id (FoyerOperation *self)
{
  g_return_val_if_fail (FOYER_IS_OPERATION (self), NULL);

  return self->data.id;
}

FoyerOperationState
foyer_operation_get_state (FoyerOperation *self)
{
  g_return_val_if_fail (FOYER_IS_OPERATION (self), FOYER_OPERATION_DONE);

  return self->data.state;
}

gboolean
foyer_operation_state_is_pending (FoyerOperationState state)
{
  return state <= FOYER_OPERATION_ACKED;
}

gboolean
foyer_operation_state_needs_person (FoyerOperationState state)
{
  return state == FOYER_OPERATION_REFUSED || state == FOYER_OPERATION_CONFLICT;
}
