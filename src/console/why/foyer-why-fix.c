/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-fix.c - carries out what helps */

#include "foyer-why-fix.h"

#include "foyer-act-submit.h"

#include "foyer-record-words.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const FoyerRecordType *type;
  JsonObject *patch;
  char **ids;
  guint next;
  gint64 hold;
  GPtrArray *acts; /* (nullable): %NULL when they were given away */
} Fixing;

static void
free_fixing (gpointer data)
{
  Fixing *fixing = data;

  json_object_unref (fixing->patch);
  g_strfreev (fixing->ids);
  g_clear_pointer (&fixing->acts, g_ptr_array_unref);
  g_free (fixing);
}

gboolean
foyer_why_fix_is_change (const FoyerRemedy *remedy)
{
  return remedy->patch != NULL && remedy->type != NULL && remedy->ids[0] != NULL;
}

static void submit_next (GTask *task);

static void
on_submit_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fixing *fixing = g_task_get_task_data (task);
  GError *error = NULL;
  FoyerAct *act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (fixing->acts, act);
  submit_next (g_steal_pointer (&task));
}

static void
submit_next (GTask *task)
{
  Fixing *fixing = g_task_get_task_data (task);
  FoyerDesk *desk = g_task_get_source_object (task);
  const char *id = fixing->ids[fixing->next];
  g_autoptr (FoyerRecord) record = NULL;
  FoyerDeed deed = { FOYER_VERB_UPDATE, fixing->type, id, "change", NULL, fixing->hold };
  FoyerAct *act;

  if (id == NULL) {
    g_task_return_pointer (task, g_steal_pointer (&fixing->acts), (GDestroyNotify) g_ptr_array_unref);
    g_object_unref (task);
    return;
  }
  fixing->next++;
  record = foyer_store_get (foyer_desk_get_store (desk), fixing->type, id);
  deed.subject = record == NULL ? NULL : foyer_record_label (record);
  /* Whoever takes it back stays with what they look at. */
  act = foyer_act_new (NULL, "preview", g_strdup (_ ("Fixed")), g_strdup (_ ("It is as it was")));
  foyer_act_submit_async (desk, &deed, fixing->patch, act, g_task_get_cancellable (task), on_submit_ready,
                          task);
}

void
foyer_why_fix_async (FoyerDesk *desk,
                     const FoyerRemedy *remedy,
                     gint64 hold,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (desk, cancellable, callback, user_data);
  Fixing *fixing = g_new0 (Fixing, 1);

  g_task_set_source_tag (task, foyer_why_fix_async);
  fixing->type = remedy->type;
  fixing->patch = json_object_ref (remedy->patch);
  fixing->ids = g_strdupv (remedy->ids);
  fixing->hold = hold;
  fixing->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_act_free);
  g_task_set_task_data (task, fixing, free_fixing);
  submit_next (task);
}

GPtrArray *
foyer_why_fix_finish (FoyerDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
