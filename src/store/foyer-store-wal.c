/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-wal.c - the WAL begins anew from time to time, although the main thread always reads */

#include "foyer-store-private.h"

#include <glib/gstdio.h>

#define LONG (40 * 1024 * 1024)

gboolean
foyer_store_is_wal_long (FoyerStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  return g_stat (wal, &status) == 0 && status.st_size > LONG;
}

static void
checkpoint_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  g_autoptr (GError) error = NULL;
  gboolean complete = FALSE;

  if (!self->uncertain && !foyer_database_checkpoint (self->write_database, &complete, &error))
    foyer_store_note_error (self, error);
  g_task_return_boolean (task, complete);
}

static void
on_checkpointed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerStore *self = FOYER_STORE (source);

  self->checkpointing = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), NULL) && !self->closed)
    foyer_store_renew_snapshot (self);
}

void
foyer_store_shorten_wal (FoyerStore *self)
{
  GTask *task;

  if (self->checkpointing)
    return;
  self->checkpointing = TRUE;
  task = g_task_new (self, NULL, on_checkpointed, NULL);
  g_task_set_source_tag (task, foyer_store_shorten_wal);
  foyer_worker_push (self->writer, task, checkpoint_in_worker);
}
