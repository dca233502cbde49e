/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-send-pace.c - how many operations may travel */

#include "foyer-send-pace.h"

#include "foyer-back-off.h"
#include "foyer-sync-error.h"

struct _FoyerSendPace {
  FoyerClock *clock;   /* (owned) */
  FoyerRandom *random; /* (owned) */
  FoyerTimerFunc on_due;
  gpointer user_data;

  guint careful;             /* so many operations travel alone: together they were refused */
  FoyerTurnPoison *suspects; /* (owned) (nullable): a request at which the server failed */
  guint strikes;             /* how many times in a row it failed so */
  gboolean probing;          /* whether it answers anything else is being found out */
  guint failures;
  guint timer; /* operations stay here until it ends */
  FoyerSyncState state;
  GError *problem; /* (owned) (nullable) */
};

FoyerSendPace *
foyer_send_pace_new (FoyerClock *clock, FoyerRandom *random, FoyerTimerFunc on_due, gpointer user_data)
{
  FoyerSendPace *self = g_new0 (FoyerSendPace, 1);

  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->on_due = on_due;
  self->user_data = user_data;
  return self;
}

void
foyer_send_pace_free (FoyerSendPace *self)
{
  if (self == NULL)
    return;
  foyer_clock_clear_timer (self->clock, &self->timer);
  foyer_turn_poison_free (self->suspects);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_clear_error (&self->problem);
  g_free (self);
}

guint
foyer_send_pace_count (FoyerSendPace *self, guint most)
{
  if (self->timer != 0)
    return 0;
  return self->careful > 0 ? 1 : most;
}

gboolean
foyer_send_pace_is_held (FoyerSendPace *self, FoyerSyncState *state, const GError **problem)
{
  *state = self->state;
  *problem = self->problem;
  return self->timer != 0;
}

void
foyer_send_pace_release (FoyerSendPace *self)
{
  foyer_clock_clear_timer (self->clock, &self->timer);
  self->failures = 0;
}

static void
on_timer (gpointer user_data)
{
  FoyerSendPace *self = user_data;

  self->timer = 0;
  self->on_due (self->user_data);
}

static void
hold (FoyerSendPace *self, FoyerSyncState state, const GError *problem)
{
  self->failures++;
  foyer_clock_clear_timer (self->clock, &self->timer);
  self->timer = foyer_clock_add_timer (self->clock, foyer_back_off_delay (self->random, self->failures),
                                       on_timer, self);
  self->state = state;
  g_clear_error (&self->problem);
  self->problem = g_error_copy (problem);
}

void
foyer_send_pace_take_answer (FoyerSendPace *self, const FoyerTurnOutcome *outcome)
{
  g_autoptr (GError) busy = foyer_sync_error_busy ();

  if (outcome->travelled == 0)
    return;
  g_clear_pointer (&self->suspects, foyer_turn_poison_free);
  self->strikes = 0;
  self->careful -= MIN (self->careful, outcome->travelled);
  if (outcome->transient || outcome->read_only)
    hold (self, FOYER_SYNC_OFFLINE, busy);
  else
    foyer_send_pace_release (self);
}

/* The first lost reply is just that. When it happens again, something else is asked: a server that answers has trouble with these
 * operations, one that does not is ill itself. */
static gboolean
suspect (FoyerSendPace *self, FoyerTurnOutcome *outcome)
{
  if (outcome->suspects == NULL)
    return FALSE;
  foyer_turn_poison_free (self->suspects);
  self->suspects = g_steal_pointer (&outcome->suspects);
  if (++self->strikes < 2)
    return FALSE;
  self->probing = TRUE;
  hold (self, FOYER_SYNC_TROUBLE, outcome->failure);
  return TRUE;
}

gboolean
foyer_send_pace_take_failure (FoyerSendPace *self, FoyerTurnOutcome *outcome)
{
  self->probing = FALSE;
  if (outcome->refused && outcome->travelled > 0) {
    self->careful = outcome->travelled > 1 ? outcome->travelled : self->careful - MIN (self->careful, 1);
    return TRUE;
  }
  if (suspect (self, outcome))
    return TRUE;
  /* All of it waits now, so operations need not wait longer. */
  foyer_clock_clear_timer (self->clock, &self->timer);
  return FALSE;
}

gboolean
foyer_send_pace_is_probing (FoyerSendPace *self)
{
  return self->probing;
}

FoyerTurnPoison *
foyer_send_pace_take_guilty (FoyerSendPace *self)
{
  if (!self->probing)
    return NULL;
  self->probing = FALSE;
  return g_steal_pointer (&self->suspects);
}
