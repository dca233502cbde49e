/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-act-submit.c - what a person does becomes an operation that can be taken back */

#include "foyer-act-submit.h"

static void
on_submit_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoyerAct *act = g_task_get_task_data (task);
  GError *error = NULL;
  char *operation_id = foyer_store_submit_finish (FOYER_STORE (source), result, &error);

  if (operation_id == NULL) {
    g_task_return_error (task, error);
    return;
  }
  act->operation_id = operation_id;
  g_task_return_pointer (task, foyer_act_copy (act), (GDestroyNotify) foyer_act_free);
}

void
foyer_act_submit_async (FoyerDesk *desk,
                        const FoyerDeed *deed,
                        JsonObject *patch,
                        FoyerAct *act,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_act_submit_async);
  g_task_set_task_data (task, act, (GDestroyNotify) foyer_act_free);
  foyer_store_submit_async (foyer_desk_get_store (desk), deed->verb, deed->type, deed->record_id,
                            deed->command, deed->subject, patch, deed->hold, cancellable, on_submit_ready,
                            task);
}

FoyerAct *
foyer_act_submit_finish (FoyerDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

FoyerAct *
foyer_act_new (const char *record_id, const char *area, char *done, char *undone)
{
  FoyerAct *act = g_new0 (FoyerAct, 1);

  act->record_id = g_strdup (record_id);
  act->area = g_strdup (area);
  act->done = done;
  act->undone = undone;
  return act;
}
