/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CLOCK (foyer_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerClock, foyer_clock, FOYER, CLOCK, GObject)

typedef void (*FoyerTimerFunc) (gpointer user_data);

/**
 * FoyerClock:
 *
 * The only source of time and timers in the project. The programs use [class@SystemClock]; tests and the simulation
 * use [class@ManualClock], which moves only when it is told to.
 */
struct _FoyerClockClass {
  GObjectClass parent_class;

  gint64 (*now) (FoyerClock *self);
  gint64 (*monotonic) (FoyerClock *self);
  guint (*add_timer) (FoyerClock *self, gint64 delay, FoyerTimerFunc callback, gpointer user_data);
  void (*remove_timer) (FoyerClock *self, guint timer);
};

/**
 * foyer_clock_now:
 *
 * Returns: the time of day, in microseconds since 1970-01-01 UTC
 */
gint64 foyer_clock_now (FoyerClock *self);

/**
 * foyer_clock_now_seconds:
 *
 * Returns: the time of day in whole seconds since 1970-01-01 UTC, the unit of times in records
 */
gint64 foyer_clock_now_seconds (FoyerClock *self);

/**
 * foyer_clock_monotonic:
 *
 * Returns: microseconds since some moment in the past, never going back
 */
gint64 foyer_clock_monotonic (FoyerClock *self);

/**
 * foyer_clock_add_timer:
 * @delay: microseconds from now, 0 for the next turn of the main loop
 * @callback: (scope notified): called once, in the main context of the thread that added it
 *
 * Returns: an id for foyer_clock_remove_timer(), never 0. It is spent once @callback has run.
 */
guint foyer_clock_add_timer (FoyerClock *self, gint64 delay, FoyerTimerFunc callback, gpointer user_data);

/**
 * foyer_clock_remove_timer:
 *
 * Forgets a timer that has not run yet.
 */
void foyer_clock_remove_timer (FoyerClock *self, guint timer);

/**
 * foyer_clock_clear_timer:
 * @timer: (inout): a timer or 0
 *
 * Removes the timer in @timer if there is one and sets it to 0.
 */
void foyer_clock_clear_timer (FoyerClock *self, guint *timer);

#define FOYER_TYPE_SYSTEM_CLOCK (foyer_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSystemClock, foyer_system_clock, FOYER, SYSTEM_CLOCK, FoyerClock)

/**
 * foyer_system_clock_new:
 *
 * Returns: (transfer full): the computer's clock, with timers of the thread-default main context
 */
FoyerClock *foyer_system_clock_new (void);

#define FOYER_TYPE_MANUAL_CLOCK (foyer_manual_clock_get_type ())
G_DECLARE_FINAL_TYPE (FoyerManualClock, foyer_manual_clock, FOYER, MANUAL_CLOCK, FoyerClock)

/**
 * foyer_manual_clock_new:
 * @now: microseconds since 1970-01-01 UTC
 *
 * Returns: (transfer full): a clock that stands still at @now
 */
FoyerManualClock *foyer_manual_clock_new (gint64 now);

/**
 * foyer_manual_clock_advance:
 * @by: microseconds
 *
 * Moves time forward, running the timers that fall due in order of their moment, then of their creation.
 */
void foyer_manual_clock_advance (FoyerManualClock *self, gint64 by);

/**
 * foyer_manual_clock_run_next:
 *
 * Moves time forward to the next timer and runs it.
 *
 * Returns: %FALSE if no timer is waiting
 */
gboolean foyer_manual_clock_run_next (FoyerManualClock *self);

G_END_DECLS
