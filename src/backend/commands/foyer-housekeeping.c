/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-housekeeping.c - a running server forgets what it need not remember */

#include "commands/foyer-housekeeping.h"

#include "foyer-date.h"

#define FIRST (G_GINT64_CONSTANT (5) * 60 * G_USEC_PER_SEC)
#define NEXT ((gint64) FOYER_SECONDS_PER_DAY * G_USEC_PER_SEC)
#define MORE G_USEC_PER_SEC

struct _FoyerHousekeeping {
  GObject parent_instance;

  FoyerBackend *backend; /* (owned) */
  FoyerWorker *writer;   /* (owned) */
  FoyerClock *clock;     /* (owned) */
  guint timer;
};

G_DEFINE_FINAL_TYPE (FoyerHousekeeping, foyer_housekeeping, G_TYPE_OBJECT)

static void
forget_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerBackend *backend = data;

  g_task_return_boolean (task, foyer_backend_forget (backend, foyer_clock_now_seconds (
                                                                  foyer_backend_get_clock (backend))));
}

static void on_due (gpointer data);

static void
on_forgotten (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerHousekeeping *self = FOYER_HOUSEKEEPING (source);
  gboolean more = g_task_propagate_boolean (G_TASK (result), NULL);

  self->timer = foyer_clock_add_timer (self->clock, more ? MORE : NEXT, on_due, self);
}

static void
on_due (gpointer data)
{
  FoyerHousekeeping *self = data;
  GTask *task = g_task_new (self, NULL, on_forgotten, NULL);

  self->timer = 0;
  g_task_set_source_tag (task, on_due);
  g_task_set_task_data (task, g_object_ref (self->backend), g_object_unref);
  foyer_worker_push (self->writer, task, forget_in_worker);
}

static void
foyer_housekeeping_finalize (GObject *object)
{
  FoyerHousekeeping *self = FOYER_HOUSEKEEPING (object);

  foyer_clock_clear_timer (self->clock, &self->timer);
  g_object_unref (self->backend);
  g_object_unref (self->writer);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (foyer_housekeeping_parent_class)->finalize (object);
}

static void
foyer_housekeeping_class_init (FoyerHousekeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_housekeeping_finalize;
}

static void
foyer_housekeeping_init (FoyerHousekeeping *self)
{
}

FoyerHousekeeping *
foyer_housekeeping_new (FoyerBackend *backend, FoyerWorker *writer, FoyerClock *clock)
{
  FoyerHousekeeping *self = g_object_new (FOYER_TYPE_HOUSEKEEPING, NULL);

  self->backend = g_object_ref (backend);
  self->writer = g_object_ref (writer);
  self->clock = g_object_ref (clock);
  self->timer = foyer_clock_add_timer (clock, FIRST, on_due, self);
  return self;
}
