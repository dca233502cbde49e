/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-act-several.c - several changes that are taken back together */

#include "foyer-act-several.h"

#include "foyer-error-text.h"

typedef struct {
  FoyerDeed deed;
  char *record_id;
  char *subject;
  JsonObject *patch;
} Part;

struct _FoyerActSeveral {
  FoyerAct *act;
  GPtrArray *parts; /* of Part */
  guint n_done;
  GStrvBuilder *more;
};

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->record_id);
  g_free (part->subject);
  json_object_unref (part->patch);
  g_free (part);
}

static void
free_several (gpointer data)
{
  FoyerActSeveral *self = data;

  foyer_act_free (self->act);
  g_ptr_array_unref (self->parts);
  g_strv_builder_unref (self->more);
  g_free (self);
}

FoyerActSeveral *
foyer_act_several_new (FoyerAct *act)
{
  FoyerActSeveral *self = g_new0 (FoyerActSeveral, 1);

  self->act = act;
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->more = g_strv_builder_new ();
  return self;
}

void
foyer_act_several_add (FoyerActSeveral *self, const FoyerDeed *deed, JsonObject *patch)
{
  Part *part = g_new0 (Part, 1);

  part->record_id = g_strdup (deed->record_id);
  part->subject = g_strdup (deed->subject);
  part->patch = json_object_ref (patch);
  part->deed = *deed;
  part->deed.record_id = part->record_id;
  part->deed.subject = part->subject;
  g_ptr_array_add (self->parts, part);
}

static void submit_next (GTask *task);

static void
end (GTask *task)
{
  FoyerActSeveral *self = g_task_get_task_data (task);

  self->act->more_ids = g_strv_builder_end (self->more);
  g_task_return_pointer (task, foyer_act_copy (self->act), (GDestroyNotify) foyer_act_free);
  g_object_unref (task);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  FoyerActSeveral *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerAct) act = foyer_act_submit_finish (FOYER_DESK (source), result, &error);

  if (act == NULL && self->n_done == 0) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  if (act == NULL) {
    g_free (self->act->done);
    self->act->done = foyer_error_describe (error);
    g_error_free (error);
    end (task);
    return;
  }
  if (self->n_done++ == 0)
    self->act->operation_id = g_strdup (act->operation_id);
  else
    g_strv_builder_add (self->more, act->operation_id);
  if (self->n_done < self->parts->len)
    submit_next (task);
  else
    end (task);
}

static void
submit_next (GTask *task)
{
  FoyerActSeveral *self = g_task_get_task_data (task);
  Part *part = self->parts->pdata[self->n_done];

  foyer_act_submit_async (g_task_get_source_object (task), &part->deed, part->patch,
                          foyer_act_copy (self->act), g_task_get_cancellable (task), on_submitted, task);
}

void
foyer_act_several_submit_async (FoyerDesk *desk,
                                FoyerActSeveral *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (self->parts->len > 0);

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_act_several_submit_async);
  g_task_set_task_data (task, self, free_several);
  submit_next (task);
}
