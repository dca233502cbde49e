/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-clock.c - a computer's clock that is wrong: time passes as everywhere, but the time of day is another */

#include "foyer-sim-clock.h"

struct _FoyerSimClock {
  FoyerClock parent_instance;

  FoyerClock *world; /* (owned) */
  gint64 skew;
};

G_DEFINE_FINAL_TYPE (FoyerSimClock, foyer_sim_clock, FOYER_TYPE_CLOCK)

static gint64
foyer_sim_clock_now (FoyerClock *clock)
{
  FoyerSimClock *self = FOYER_SIM_CLOCK (clock);

  return foyer_clock_now (self->world) + self->skew;
}

static gint64
foyer_sim_clock_monotonic (FoyerClock *clock)
{
  return foyer_clock_monotonic (FOYER_SIM_CLOCK (clock)->world);
}

static guint
foyer_sim_clock_add_timer (FoyerClock *clock, gint64 delay, FoyerTimerFunc callback, gpointer user_data)
{
  return foyer_clock_add_timer (FOYER_SIM_CLOCK (clock)->world, delay, callback, user_data);
}

static void
foyer_sim_clock_remove_timer (FoyerClock *clock, guint timer)
{
  foyer_clock_remove_timer (FOYER_SIM_CLOCK (clock)->world, timer);
}

static void
foyer_sim_clock_finalize (GObject *object)
{
  g_object_unref (FOYER_SIM_CLOCK (object)->world);
  G_OBJECT_CLASS (foyer_sim_clock_parent_class)->finalize (object);
}

static void
foyer_sim_clock_class_init (FoyerSimClockClass *klass)
{
  FoyerClockClass *clock_class = FOYER_CLOCK_CLASS (klass);

  clock_class->now = foyer_sim_clock_now;
  clock_class->monotonic = foyer_sim_clock_monotonic;
  clock_class->add_timer = foyer_sim_clock_add_timer;
  clock_class->remove_timer = foyer_sim_clock_remove_timer;
  G_OBJECT_CLASS (klass)->finalize = foyer_sim_clock_finalize;
}

static void
foyer_sim_clock_init (FoyerSimClock *self)
{
}

FoyerSimClock *
foyer_sim_clock_new (FoyerClock *world)
{
  FoyerSimClock *self = g_object_new (FOYER_TYPE_SIM_CLOCK, NULL);

  self->world = g_object_ref (world);
  return self;
}

void
foyer_sim_clock_set_skew (FoyerSimClock *self, gint64 skew)
{
  self->skew = skew;
}
