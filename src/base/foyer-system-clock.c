/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-system-clock.c - the computer's clock and the main loop's timers */

#include "foyer-clock.h"

struct _FoyerSystemClock {
  FoyerClock parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerSystemClock, foyer_system_clock, FOYER_TYPE_CLOCK)

typedef struct {
  FoyerTimerFunc callback;
  gpointer user_data;
} Timer;

static gboolean
on_timeout (gpointer user_data)
{
  Timer *timer = user_data;

  timer->callback (timer->user_data);
  return G_SOURCE_REMOVE;
}

static gint64
foyer_system_clock_now (FoyerClock *clock)
{
  return g_get_real_time ();
}

static gint64
foyer_system_clock_monotonic (FoyerClock *clock)
{
  return g_get_monotonic_time ();
}

static guint
foyer_system_clock_add_timer (FoyerClock *clock, gint64 delay, FoyerTimerFunc callback, gpointer user_data)
{
  g_autoptr (GSource) source = NULL;
  Timer *timer = g_new0 (Timer, 1);

  timer->callback = callback;
  timer->user_data = user_data;
  /* Rounded up: a timer may be late but never early. */
  source = g_timeout_source_new ((guint) MIN ((delay + 999) / 1000, G_MAXUINT));
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_timeout, timer, g_free);
  return g_source_attach (source, g_main_context_get_thread_default ());
}

static void
foyer_system_clock_remove_timer (FoyerClock *clock, guint timer)
{
  GMainContext *context = g_main_context_get_thread_default ();
  GSource *source = g_main_context_find_source_by_id (context, timer);

  if (source != NULL)
    g_source_destroy (source);
}

static void
foyer_system_clock_class_init (FoyerSystemClockClass *klass)
{
  FoyerClockClass *clock_class = FOYER_CLOCK_CLASS (klass);

  clock_class->now = foyer_system_clock_now;
  clock_class->monotonic = foyer_system_clock_monotonic;
  clock_class->add_timer = foyer_system_clock_add_timer;
  clock_class->remove_timer = foyer_system_clock_remove_timer;
}

static void
foyer_system_clock_init (FoyerSystemClock *self)
{
}

FoyerClock *
foyer_system_clock_new (void)
{
  return g_object_new (FOYER_TYPE_SYSTEM_CLOCK, NULL);
}
