/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-clock.c - the interface through which all time comes */

#include "foyer-clock.h"

G_DEFINE_ABSTRACT_TYPE (FoyerClock, foyer_clock, G_TYPE_OBJECT)

static void
foyer_clock_class_init (FoyerClockClass *klass)
{
}

static void
foyer_clock_init (FoyerClock *self)
{
}

gint64
foyer_clock_now (FoyerClock *self)
{
  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);

  return FOYER_CLOCK_GET_CLASS (self)->now (self);
}

gint64
foyer_clock_now_seconds (FoyerClock *self)
{
  return foyer_clock_now (self) / G_USEC_PER_SEC;
}

gint64
foyer_clock_monotonic (FoyerClock *self)
{
  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);

  return FOYER_CLOCK_GET_CLASS (self)->monotonic (self);
}

guint
foyer_clock_add_timer (FoyerClock *self, gint64 delay, FoyerTimerFunc callback, gpointer user_data)
{
  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);
  g_return_val_if_fail (callback != NULL, 0);

  return FOYER_CLOCK_GET_CLASS (self)->add_timer (self, MAX (delay, 0), callback, user_data);
}

void
foyer_clock_remove_timer (FoyerClock *self, guint timer)
{
  g_return_if_fail (FOYER_IS_CLOCK (self));

  FOYER_CLOCK_GET_CLASS (self)->remove_timer (self, timer);
}

void
foyer_clock_clear_timer (FoyerClock *self, guint *timer)
{
  guint id = *timer;

  if (id == 0)
    return;
  *timer = 0;
  foyer_clock_remove_timer (self, id);
}
