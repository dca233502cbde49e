/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-act-undo.c - what a person did is taken back, operation by operation */

#include "foyer-act-undo.h"

#include "foyer-error-text.h"
#include "foyer-operation-closures.h"

typedef struct {
  FoyerAct *act;
  FoyerOfficeTime *time; /* (nullable) */
  guint left;            /* operations that are still to be taken back, the last first */
  char *sentence;        /* (nullable): until it has ended */
} Undoing;

static void
free_undoing (gpointer data)
{
  Undoing *self = data;

  foyer_act_free (self->act);
  g_clear_object (&self->time);
  g_free (self->sentence);
  g_free (self);
}

static const char *
get_operation_id (Undoing *self)
{
  return self->left > 1 ? self->act->more_ids[self->left - 2] : self->act->operation_id;
}

static void undo_next (GTask *task);

/* @sentence: (transfer full) */
static void
end (GTask *task, char *sentence, gboolean undone)
{
  Undoing *self = g_task_get_task_data (task);

  self->sentence = sentence;
  g_task_return_boolean (task, undone);
  g_object_unref (task);
}

static void
on_revert_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Undoing *self = g_task_get_task_data (task);
  FoyerStore *store = FOYER_STORE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *reverting = foyer_store_revert_finish (store, result, &error);
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (store, get_operation_id (self));

  if (reverting != NULL && --self->left > 0) {
    undo_next (task);
    return;
  }
  end (task, foyer_revert_text (operation, error, self->time), reverting != NULL);
}

static void
on_undo_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Undoing *self = g_task_get_task_data (task);
  FoyerStore *store = FOYER_STORE (source);
  g_autoptr (GError) error = NULL;

  if (foyer_store_undo_finish (store, result, &error)) {
    if (--self->left > 0)
      undo_next (task);
    else
      end (task, g_strdup (self->act->undone), TRUE);
  } else if (g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE)) {
    foyer_store_revert_async (store, get_operation_id (self), NULL, on_revert_ready, task);
  } else {
    end (task, foyer_error_describe (error), FALSE);
  }
}

static void
undo_next (GTask *task)
{
  foyer_store_undo_async (g_task_get_source_object (task), get_operation_id (g_task_get_task_data (task)),
                          NULL, on_undo_ready, task);
}

void
foyer_act_undo_async (const FoyerAct *act,
                      FoyerStore *store,
                      FoyerOfficeTime *time,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Undoing *undoing = g_new0 (Undoing, 1);

  undoing->act = foyer_act_copy (act);
  undoing->left = 1 + (act->more_ids == NULL ? 0 : g_strv_length (act->more_ids));
  g_set_object (&undoing->time, time);
  g_task_set_source_tag (task, foyer_act_undo_async);
  g_task_set_task_data (task, undoing, free_undoing);
  undo_next (task);
}

gboolean
foyer_act_undo_finish (FoyerStore *store, GAsyncResult *result, char **sentence)
{
  Undoing *self;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  *sentence = g_steal_pointer (&self->sentence);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
