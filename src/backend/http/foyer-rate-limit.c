/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-rate-limit.c - how many of something may come in how long a time */

#include "http/foyer-rate-limit.h"

/* The bucket is kept as the moment at which it is full again: each one that is taken puts that off by an interval. */
static gboolean
find_next (const FoyerRateLimit *self, FoyerClock *clock, gint64 *next)
{
  gint64 now = foyer_clock_monotonic (clock);

  *next = MAX (self->filled_until, now) + self->interval;
  return *next - now <= self->interval * (gint64) self->burst;
}

gboolean
foyer_rate_limit_take (FoyerRateLimit *self, FoyerClock *clock)
{
  gint64 next;

  if (!find_next (self, clock, &next))
    return FALSE;
  self->filled_until = next;
  return TRUE;
}

gboolean
foyer_rate_limit_has (const FoyerRateLimit *self, FoyerClock *clock)
{
  gint64 next;

  return find_next (self, clock, &next);
}
