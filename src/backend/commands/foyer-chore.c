/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-chore.c - what a running server does again and again */

#include "commands/foyer-chore.h"

#include "foyer-date.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

const FoyerChoreTimes foyer_chore_housekeeping = { 5 * 60 * SECOND, SECOND, FOYER_SECONDS_PER_DAY *SECOND };
const FoyerChoreTimes foyer_chore_door = { 2 * SECOND, SECOND / 5, 2 * SECOND };
const FoyerChoreTimes foyer_chore_schedule = { 2 * SECOND, SECOND / 5, 10 * SECOND };

struct _FoyerChore {
  GObject parent_instance;

  FoyerBackend *backend; /* (owned) */
  FoyerWorker *writer;   /* (owned) */
  FoyerClock *clock;     /* (owned) */
  const FoyerChoreTimes *times;
  FoyerChoreWork work;
  guint timer;
};

G_DEFINE_FINAL_TYPE (FoyerChore, foyer_chore, G_TYPE_OBJECT)

static void
do_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerChore *self = source;

  g_task_return_boolean (task, self->work (self->backend, foyer_clock_now_seconds (self->clock)));
}

static void on_due (gpointer data);

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerChore *self = FOYER_CHORE (source);
  gboolean more = g_task_propagate_boolean (G_TASK (result), NULL);

  self->timer
      = foyer_clock_add_timer (self->clock, more ? self->times->more : self->times->next, on_due, self);
}

static void
on_due (gpointer data)
{
  FoyerChore *self = data;
  GTask *task = g_task_new (self, NULL, on_done, NULL);

  self->timer = 0;
  g_task_set_source_tag (task, on_due);
  foyer_worker_push (self->writer, task, do_in_worker);
}

static void
foyer_chore_finalize (GObject *object)
{
  FoyerChore *self = FOYER_CHORE (object);

  foyer_clock_clear_timer (self->clock, &self->timer);
  g_object_unref (self->backend);
  g_object_unref (self->writer);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (foyer_chore_parent_class)->finalize (object);
}

static void
foyer_chore_class_init (FoyerChoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_chore_finalize;
}

static void
foyer_chore_init (FoyerChore *self)
{
}

FoyerChore *
foyer_chore_new (FoyerBackend *backend,
                 FoyerWorker *writer,
                 FoyerClock *clock,
                 const FoyerChoreTimes *times,
                 FoyerChoreWork work)
{
  FoyerChore *self = g_object_new (FOYER_TYPE_CHORE, NULL);

  self->backend = g_object_ref (backend);
  self->writer = g_object_ref (writer);
  self->clock = g_object_ref (clock);
  self->times = times;
  self->work = work;
  self->timer = foyer_clock_add_timer (clock, times->first, on_due, self);
  return self;
}
