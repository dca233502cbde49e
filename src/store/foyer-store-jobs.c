/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-jobs.c - what runs on the writing and the reading thread, one transaction a job */

#include "foyer-store-private.h"

#include "foyer-record-table.h"

typedef struct {
  gpointer function; /* FoyerWriteFunc or FoyerReadFunc */
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static GTask *
make_job (FoyerStore *self,
          gpointer function,
          gpointer data,
          GDestroyNotify free_data,
          GDestroyNotify free_result,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->function = function;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_task_set_task_data (task, job, free_job);
  return task;
}

static gpointer
run_write (FoyerStore *self, Job *job, FoyerStoreWriter *writer, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer result = NULL;

  if (self->uncertain) {
    g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_UNKNOWN,
                         "It is not known whether the last change was kept");
    return NULL;
  }
  if (!foyer_database_begin (self->write_database, error))
    return NULL;
  result = ((FoyerWriteFunc) job->function) (writer, job->data, &failure);
  if (failure == NULL && foyer_store_writer_check_read (writer, &failure)
      && foyer_store_commit (self, writer, &failure))
    return result;
  foyer_database_rollback (self->write_database);
  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
fail (FoyerStore *self, GTask *task, GError *error)
{
  foyer_store_convert_error (&error);
  foyer_store_note_error (self, error);
  g_task_return_error (task, error);
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  Job *job = data;
  FoyerStoreWriter writer;
  g_autoptr (GError) error = NULL;
  gpointer result;

  g_assert (foyer_worker_is_current (self->writer));

  foyer_store_writer_init (&writer, self->write_database, self->clock, self->random);
  writer.blobs = self->blobs;
  result = run_write (self, job, &writer, &error);
  if (error != NULL) {
    fail (self, task, g_steal_pointer (&error));
  } else {
    if (!foyer_change_set_is_empty (writer.changes))
      foyer_store_deliver (self, writer.changes);
    g_task_return_pointer (task, result, job->free_result);
  }
  foyer_store_writer_clear (&writer);
}

void
foyer_store_write_async (FoyerStore *self,
                         FoyerWriteFunc function,
                         gpointer data,
                         GDestroyNotify free_data,
                         GDestroyNotify free_result,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = make_job (self, function, data, free_data, free_result, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_write_async);
  foyer_worker_push (self->writer, task, write_in_worker);
}

gpointer
foyer_store_write_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  Job *job = data;
  g_autoptr (FoyerRecordSource) records = NULL;
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  records = foyer_database_source_new (self->read_database, FOYER_STORE_ORGANISATION);
  if (foyer_database_begin (self->read_database, &error)) {
    result = ((FoyerReadFunc) job->function) (records, job->data, &error);
    foyer_database_rollback (self->read_database);
  }
  if (error == NULL) {
    g_task_return_pointer (task, result, job->free_result);
    return;
  }
  fail (self, task, g_steal_pointer (&error));
}

void
foyer_store_read_async (FoyerStore *self,
                        FoyerReadFunc function,
                        gpointer data,
                        GDestroyNotify free_data,
                        GDestroyNotify free_result,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = make_job (self, function, data, free_data, free_result, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_read_async);
  foyer_worker_push (self->reader, task, read_in_worker);
}

gpointer
foyer_store_read_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  FoyerPrepareFunc function;
  gpointer data;
} Preparation;

static void
prepare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Preparation *preparation = data;

  preparation->function (preparation->data);
  g_task_return_boolean (task, TRUE);
}

void
foyer_store_prepare_async (FoyerStore *self,
                           FoyerPrepareFunc function,
                           gpointer data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Preparation *preparation;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = g_task_new (self, NULL, callback, user_data);
  preparation = g_new (Preparation, 1);
  preparation->function = function;
  preparation->data = data;
  g_task_set_source_tag (task, foyer_store_prepare_async);
  g_task_set_task_data (task, preparation, g_free);
  if (self->threaded)
    g_task_run_in_thread (task, prepare_in_thread);
  else
    prepare_in_thread (task, self, preparation, NULL);
}

void
foyer_store_prepare_finish (FoyerStore *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
