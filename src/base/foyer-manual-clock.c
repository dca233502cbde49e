/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-manual-clock.c - a clock that moves only when it is told to */

#include "foyer-clock.h"

struct _FoyerManualClock {
  FoyerClock parent_instance;

  gint64 start;
  gint64 elapsed;
  guint last_timer;
  GList *timers; /* (element-type Timer) (owned), by due moment, then by id */
};

G_DEFINE_FINAL_TYPE (FoyerManualClock, foyer_manual_clock, FOYER_TYPE_CLOCK)

typedef struct {
  guint id;
  gint64 due; /* microseconds of elapsed time */
  FoyerTimerFunc callback;
  gpointer user_data;
} Timer;

static int
compare_timers (gconstpointer a, gconstpointer b)
{
  const Timer *first = a;
  const Timer *second = b;

  if (first->due != second->due)
    return first->due < second->due ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static gint64
foyer_manual_clock_now (FoyerClock *clock)
{
  FoyerManualClock *self = FOYER_MANUAL_CLOCK (clock);

  return self->start + self->elapsed;
}

static gint64
foyer_manual_clock_monotonic (FoyerClock *clock)
{
  return FOYER_MANUAL_CLOCK (clock)->elapsed;
}

static guint
foyer_manual_clock_add_timer (FoyerClock *clock, gint64 delay, FoyerTimerFunc callback, gpointer user_data)
{
  FoyerManualClock *self = FOYER_MANUAL_CLOCK (clock);
  Timer *timer = g_new0 (Timer, 1);

  timer->id = ++self->last_timer;
  timer->due = self->elapsed + delay;
  timer->callback = callback;
  timer->user_data = user_data;
  self->timers = g_list_insert_sorted (self->timers, timer, compare_timers);
  return timer->id;
}

static void
foyer_manual_clock_remove_timer (FoyerClock *clock, guint id)
{
  FoyerManualClock *self = FOYER_MANUAL_CLOCK (clock);

  for (GList *link = self->timers; link != NULL; link = link->next) {
    Timer *timer = link->data;

    if (timer->id == id) {
      self->timers = g_list_delete_link (self->timers, link);
      g_free (timer);
      return;
    }
  }
}

static void
foyer_manual_clock_finalize (GObject *object)
{
  FoyerManualClock *self = FOYER_MANUAL_CLOCK (object);

  g_list_free_full (self->timers, g_free);
  G_OBJECT_CLASS (foyer_manual_clock_parent_class)->finalize (object);
}

static void
foyer_manual_clock_class_init (FoyerManualClockClass *klass)
{
  FoyerClockClass *clock_class = FOYER_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_manual_clock_finalize;
  clock_class->now = foyer_manual_clock_now;
  clock_class->monotonic = foyer_manual_clock_monotonic;
  clock_class->add_timer = foyer_manual_clock_add_timer;
  clock_class->remove_timer = foyer_manual_clock_remove_timer;
}

static void
foyer_manual_clock_init (FoyerManualClock *self)
{
}

FoyerManualClock *
foyer_manual_clock_new (gint64 now)
{
  FoyerManualClock *self = g_object_new (FOYER_TYPE_MANUAL_CLOCK, NULL);

  self->start = now;
  return self;
}

gboolean
foyer_manual_clock_run_next (FoyerManualClock *self)
{
  g_autofree Timer *timer = NULL;

  g_return_val_if_fail (FOYER_IS_MANUAL_CLOCK (self), FALSE);

  if (self->timers == NULL)
    return FALSE;
  timer = self->timers->data;
  self->timers = g_list_delete_link (self->timers, self->timers);
  self->elapsed = MAX (self->elapsed, timer->due);
  timer->callback (timer->user_data);
  return TRUE;
}

void
foyer_manual_clock_advance (FoyerManualClock *self, gint64 by)
{
  gint64 until;

  g_return_if_fail (FOYER_IS_MANUAL_CLOCK (self));
  g_return_if_fail (by >= 0);

  until = self->elapsed + by;
  while (self->timers != NULL && ((Timer *) self->timers->data)->due <= until)
    foyer_manual_clock_run_next (self);
  self->elapsed = MAX (self->elapsed, until);
}
