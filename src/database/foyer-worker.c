/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-worker.c - one thread, or none, that runs jobs in order */

#include "foyer-worker.h"

struct _FoyerWorker {
  GObject parent_instance;

  gboolean is_inline;
  guint inline_depth; /* how many inline jobs are running */
  GThread *thread;    /* (owned) (nullable) */
  GAsyncQueue *jobs;  /* (element-type Job) (owned) */
};

G_DEFINE_FINAL_TYPE (FoyerWorker, foyer_worker, G_TYPE_OBJECT)

typedef struct {
  GTask *task; /* (owned) (nullable): NULL ends the thread */
  GTaskThreadFunc function;
} Job;

static void
run_job (Job *job)
{
  if (!g_task_return_error_if_cancelled (job->task))
    job->function (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
                   g_task_get_cancellable (job->task));
  g_object_unref (job->task);
}

static gpointer
run_thread (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;

  for (;;) {
    g_autofree Job *job = g_async_queue_pop (jobs);

    if (job->task == NULL)
      return NULL;
    run_job (job);
  }
}

static void
foyer_worker_dispose (GObject *object)
{
  FoyerWorker *self = FOYER_WORKER (object);

  /* Joining here could mean that the thread joins itself. */
  g_assert (self->thread == NULL);
  G_OBJECT_CLASS (foyer_worker_parent_class)->dispose (object);
}

static void
foyer_worker_finalize (GObject *object)
{
  g_async_queue_unref (FOYER_WORKER (object)->jobs);
  G_OBJECT_CLASS (foyer_worker_parent_class)->finalize (object);
}

static void
foyer_worker_class_init (FoyerWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_worker_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_worker_finalize;
}

static void
foyer_worker_init (FoyerWorker *self)
{
  self->jobs = g_async_queue_new ();
}

FoyerWorker *
foyer_worker_new (const char *name)
{
  FoyerWorker *self = g_object_new (FOYER_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, run_thread, g_async_queue_ref (self->jobs));
  return self;
}

FoyerWorker *
foyer_worker_new_inline (void)
{
  FoyerWorker *self = g_object_new (FOYER_TYPE_WORKER, NULL);

  self->is_inline = TRUE;
  return self;
}

void
foyer_worker_push (FoyerWorker *self, GTask *task, GTaskThreadFunc function)
{
  Job *job;

  g_return_if_fail (FOYER_IS_WORKER (self));
  g_return_if_fail (self->is_inline || self->thread != NULL);

  job = g_new0 (Job, 1);
  job->task = task;
  job->function = function;
  if (self->is_inline) {
    self->inline_depth++;
    run_job (job);
    self->inline_depth--;
    g_free (job);
  } else {
    g_async_queue_push (self->jobs, job);
  }
}

gboolean
foyer_worker_is_current (FoyerWorker *self)
{
  return self->is_inline ? self->inline_depth > 0 : self->thread == g_thread_self ();
}

void
foyer_worker_stop (FoyerWorker *self)
{
  g_return_if_fail (FOYER_IS_WORKER (self));

  if (self->thread == NULL)
    return;
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  /* Jobs that were given before still run, and may ask where they are. */
  g_thread_join (self->thread);
  self->thread = NULL;
}
