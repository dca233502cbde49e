/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-doorkeeper.c - a running server answers what is asked at the doors of portals */

#include "commands/foyer-doorkeeper.h"

/* At its own pace: when a mail is made says nothing of who asked (L07). */
#define NEXT (2 * G_USEC_PER_SEC)
#define MORE (G_USEC_PER_SEC / 5)

struct _FoyerDoorkeeper {
  GObject parent_instance;

  FoyerBackend *backend; /* (owned) */
  FoyerWorker *writer;   /* (owned) */
  FoyerClock *clock;     /* (owned) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (FoyerDoorkeeper, foyer_doorkeeper, G_TYPE_OBJECT)

static void
answer_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerBackend *backend = data;

  g_task_return_boolean (task, foyer_backend_answer_door (backend, foyer_clock_now_seconds (
                                                                       foyer_backend_get_clock (backend))));
}

static void on_due (gpointer data);

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerDoorkeeper *self = FOYER_DOORKEEPER (source);
  gboolean more = g_task_propagate_boolean (G_TASK (result), NULL);

  self->timer = foyer_clock_add_timer (self->clock, more ? MORE : NEXT, on_due, self);
}

static void
on_due (gpointer data)
{
  FoyerDoorkeeper *self = data;
  GTask *task = g_task_new (self, NULL, on_answered, NULL);

  self->timer = 0;
  g_task_set_source_tag (task, on_due);
  g_task_set_task_data (task, g_object_ref (self->backend), g_object_unref);
  foyer_worker_push (self->writer, task, answer_in_worker);
}

static void
foyer_doorkeeper_finalize (GObject *object)
{
  FoyerDoorkeeper *self = FOYER_DOORKEEPER (object);

  foyer_clock_clear_timer (self->clock, &self->timer);
  g_object_unref (self->backend);
  g_object_unref (self->writer);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (foyer_doorkeeper_parent_class)->finalize (object);
}

static void
foyer_doorkeeper_class_init (FoyerDoorkeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_doorkeeper_finalize;
}

static void
foyer_doorkeeper_init (FoyerDoorkeeper *self)
{
}

FoyerDoorkeeper *
foyer_doorkeeper_new (FoyerBackend *backend, FoyerWorker *writer, FoyerClock *clock)
{
  FoyerDoorkeeper *self = g_object_new (FOYER_TYPE_DOORKEEPER, NULL);

  self->backend = g_object_ref (backend);
  self->writer = g_object_ref (writer);
  self->clock = g_object_ref (clock);
  self->timer = foyer_clock_add_timer (clock, NEXT, on_due, self);
  return self;
}
