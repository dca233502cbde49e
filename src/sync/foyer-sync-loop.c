/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-loop.c - turn after turn, and what to make of the server's silence */

#include "foyer-sync-engine-private.h"

#include "foyer-back-off.h"
#include "foyer-jmap.h"
#include "foyer-mutant.h"
#include "foyer-sync-error.h"
#include "foyer-sync-repair.h"
#include "foyer-sync-session.h"
#include "foyer-turn-exchange.h"

#define MOST_OPERATIONS 60

/* Turns in a row that bring nothing forward, before the next ones wait. */
#define MOST_FRUITLESS 3

/* How often questions may be halved that the server found too large, although they were within the limits that it names. */
#define MOST_MODEST 8

/* Between two sessions that are fetched because answers tell of another; doubled each time that it helps nothing. */
#define SESSIONS_APART (5 * G_USEC_PER_SEC)
#define MOST_DOUBLED 10

/* How often what is here is compared with what the server has, and how long after the start for the first time. */
#define CHECKED_EVERY (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define CHECKED_AFTER (60 * G_USEC_PER_SEC)

static void step (FoyerSyncEngine *self);

/* --- When to go on --- */

void
foyer_sync_loop_want (FoyerSyncEngine *self)
{
  if (!self->running)
    return;
  self->wanted = TRUE;
  self->asked = TRUE;
  if (!self->busy && self->retry_timer == 0)
    step (self);
}

void
foyer_sync_loop_want_now (FoyerSyncEngine *self)
{
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  self->failures = 0;
  foyer_send_pace_release (self->pace);
  foyer_sync_agenda_retry_now (self->agenda);
  foyer_sync_loop_want (self);
}

static void
on_retry (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  self->retry_timer = 0;
  foyer_sync_loop_want (self);
}

/* The timer always comes back by itself: nobody has to do anything for the next attempt to happen. */
static void
retry_later (FoyerSyncEngine *self, FoyerSyncState state, const GError *problem, gint64 at_least)
{
  gint64 delay;

  self->busy = FALSE;
  if (!self->running)
    return;
  self->failures++;
  self->was_away |= state == FOYER_SYNC_OFFLINE;
  delay = foyer_back_off_delay (foyer_store_get_random (self->store), self->failures);
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  self->retry_ordered = at_least > 0;
  if (!FOYER_MUTANT (RETRY_NOT_ARMED))
    self->retry_timer
        = foyer_clock_add_timer (self->clock, MAX (delay, at_least * G_USEC_PER_SEC), on_retry, self);
  foyer_sync_engine_show (self, state, problem);
}

static void
pause_until_told (FoyerSyncEngine *self, FoyerSyncState state, const GError *problem)
{
  self->busy = FALSE;
  self->wanted = FALSE;
  foyer_sync_wake_stop (self);
  if (self->running)
    foyer_sync_engine_show (self, state, problem);
}

/* Whether the step was cut off by foyer_sync_engine_stop(). */
static gboolean
was_stopped (FoyerSyncEngine *self)
{
  if (self->running)
    return FALSE;
  self->busy = FALSE;
  return TRUE;
}

static void
fail_by_error (FoyerSyncEngine *self, GError *error, gint64 retry_after)
{
  /* Stopped and started again meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    step (self);
  else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SIGN_IN))
    pause_until_told (self, FOYER_SYNC_SIGN_IN, error);
  else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_OTHER_ACCOUNT)
           || g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_OTHER_ACCOUNT))
    pause_until_told (self, FOYER_SYNC_TROUBLE, error);
  else if (g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE)
           || g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT)
           || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BUSY))
    retry_later (self, FOYER_SYNC_OFFLINE, error, retry_after);
  else
    retry_later (self, FOYER_SYNC_TROUBLE, error, retry_after);
}

/* --- The session --- */

static void
on_connected (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 retry_after;
  g_autoptr (FoyerSyncSession) opened = foyer_sync_session_open_finish (result, &retry_after, &error);

  if (was_stopped (self))
    return;
  if (opened == NULL) {
    fail_by_error (self, error, retry_after);
    return;
  }
  g_clear_pointer (&self->session, foyer_jmap_session_free);
  self->session = g_steal_pointer (&opened->session);
  self->session_due = FALSE;
  self->modesty = 0;
  self->first = self->first || opened->first;
  if (self->check_at < 0) /* A first sync is compared when it is complete. */
    self->check_at = self->first ? 0 : foyer_clock_monotonic (self->clock) + CHECKED_AFTER;
  foyer_sync_engine_update_notice (self);
  foyer_sync_agenda_add_all (self->agenda);
  step (self);
}

static void
connect_to_server (FoyerSyncEngine *self)
{
  foyer_sync_session_open_async (self->store, self->transport, self->session_url, self->account_id,
                                 self->cancellable, on_connected, g_object_ref (self));
}

/* --- A turn: make_request → on_request_made → on_exchanged [→ on_failure_counted] --- */

static void
on_failure_counted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  foyer_store_write_finish (self->store, result, &error);
  if (was_stopped (self))
    return;
  if (error != NULL)
    fail_by_error (self, error, -1);
  else
    step (self);
}

/* One type that the server cannot give holds up nothing else. */
static void
put_off (FoyerSyncEngine *self, GPtrArray *troubled)
{
  gint64 now = foyer_clock_monotonic (self->clock);

  for (guint i = 0; i < troubled->len; i++) {
    guint failures = foyer_sync_agenda_count_failures (self->agenda, troubled->pdata[i]);
    gint64 delay = foyer_back_off_delay (foyer_store_get_random (self->store), failures + 1);

    foyer_sync_agenda_put_off (self->agenda, troubled->pdata[i], now + delay);
  }
}

static void
take_failure (FoyerSyncEngine *self, FoyerTurnOutcome *outcome)
{
  foyer_sync_agenda_add (self->agenda, outcome->pulled);
  if (outcome->refused && outcome->travelled == 0 && self->modesty < MOST_MODEST)
    self->modesty++;
  if (outcome->checked) /* A server that cannot compare is not to be asked again and again. */
    self->check_at = foyer_clock_monotonic (self->clock) + CHECKED_EVERY;
  if (foyer_send_pace_take_failure (self->pace, outcome))
    step (self);
  else
    fail_by_error (self, outcome->failure, outcome->retry_after);
}

static void
go_on (FoyerSyncEngine *self)
{
  FoyerTurnPoison *guilty = foyer_send_pace_take_guilty (self->pace);

  self->failures = 0;
  self->wanted = TRUE;
  if (guilty == NULL)
    step (self);
  else
    foyer_store_write_async (self->store, foyer_turn_count_failure, guilty,
                             (GDestroyNotify) foyer_turn_poison_free, NULL, NULL, on_failure_counted,
                             g_object_ref (self));
}

/* A server of small limits takes many turns to say of all types that there is nothing new: that is not going in circles. */
static gboolean
came_forward (FoyerSyncEngine *self, FoyerTurnOutcome *outcome)
{
  guint before = self->left;

  self->left = foyer_sync_agenda_count (self->agenda);
  return outcome->progressed || self->left < before;
}

static void
on_resync_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;

  foyer_store_write_finish (self->store, result, &error);
  if (error != NULL)
    g_warning ("Nothing could be fetched again: %s", error->message);
  foyer_sync_loop_want (self);
}

static void
free_types (gpointer types)
{
  if (types != NULL)
    g_ptr_array_unref (types);
}

void
foyer_sync_loop_resync (FoyerSyncEngine *self, GPtrArray *types)
{
  if (types == NULL)
    foyer_sync_agenda_add_all (self->agenda);
  else
    foyer_sync_agenda_add (self->agenda, types);
  self->check_at = 0;
  foyer_store_write_async (self->store, foyer_sync_resync, types, free_types, NULL, NULL, on_resync_begun,
                           g_object_ref (self));
}

/* What differs is fetched again, once: what still differs then is no accident, and fetching it for ever helps nobody. */
static void
take_check (FoyerSyncEngine *self, FoyerTurnOutcome *outcome)
{
  g_autoptr (GPtrArray) again = g_ptr_array_new ();

  if (!outcome->checked)
    return;
  self->check_at = foyer_clock_monotonic (self->clock) + CHECKED_EVERY;
  if (outcome->drifted->len == 0)
    g_hash_table_remove_all (self->drifted);
  for (guint i = 0; i < outcome->drifted->len; i++) {
    if (g_hash_table_add (self->drifted, outcome->drifted->pdata[i]))
      g_ptr_array_add (again, outcome->drifted->pdata[i]);
  }
  if (again->len > 0)
    foyer_sync_loop_resync (self, g_steal_pointer (&again));
}

static void
take_outcome (FoyerSyncEngine *self, FoyerTurnOutcome *outcome)
{
  g_autoptr (GError) busy = foyer_sync_error_busy ();
  gboolean is_ill = outcome->pulled->len > 1 && outcome->troubled->len == outcome->pulled->len;

  foyer_sync_engine_add_fetched (self, outcome->records);
  self->modesty += outcome->too_much && self->modesty < MOST_MODEST ? 1 : 0;
  foyer_sync_agenda_stop_circles (self->agenda, outcome->pulled, outcome->more, outcome->troubled,
                                  outcome->states);
  foyer_sync_agenda_note (self->agenda, outcome->pulled, outcome->more, outcome->troubled, outcome->states);
  put_off (self, outcome->troubled);
  foyer_send_pace_take_answer (self->pace, outcome);
  take_check (self, outcome);
  self->fruitless = came_forward (self, outcome) ? 0 : self->fruitless + 1;
  if (is_ill) {
    foyer_sync_agenda_retry_now (self->agenda);
    retry_later (self, FOYER_SYNC_OFFLINE, busy, 0);
  } else if (self->fruitless > MOST_FRUITLESS) {
    retry_later (self, FOYER_SYNC_SYNCING, NULL, 0);
  } else {
    if (!outcome->too_much) /* It asks for as many as that. */
      self->ahead = g_steal_pointer (&outcome->ahead);
    go_on (self);
  }
}

/* A server whose answers never agree with its session, or that has another with every answer, is not asked without end. */
static void
note_session_state (FoyerSyncEngine *self, const char *state)
{
  if (state == NULL || FOYER_MUTANT (SESSION_STATE_IGNORED))
    return;
  self->session_due = g_strcmp0 (state, self->session->state) != 0;
  if (!self->session_due)
    self->session_doubled = 0;
}

static void
forget_old_session (FoyerSyncEngine *self)
{
  gint64 now = foyer_clock_monotonic (self->clock);

  if (!self->session_due || now < self->session_from)
    return;
  g_clear_pointer (&self->session, foyer_jmap_session_free);
  self->session_due = FALSE;
  self->session_from = now + (SESSIONS_APART << self->session_doubled);
  self->session_doubled = MIN (self->session_doubled + 1, MOST_DOUBLED);
}

static void
on_exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTurnOutcome) outcome = foyer_turn_exchange_finish (result, &error);

  if (was_stopped (self))
    return;
  if (outcome == NULL) {
    foyer_sync_agenda_add_all (self->agenda);
    fail_by_error (self, error, -1);
    return;
  }
  foyer_sync_engine_note_date (self, outcome->date);
  note_session_state (self, outcome->session_state);
  if (outcome->forget_session)
    g_clear_pointer (&self->session, foyer_jmap_session_free);
  if (outcome->failure != NULL)
    take_failure (self, outcome);
  else
    take_outcome (self, outcome);
}

/* What waits to be sent, or is news of other types, does not wait for a long pull to end: the next request carries both. */
static gboolean
may_follow (FoyerSyncEngine *self)
{
  return self->ahead != NULL && self->session != NULL && !self->asked;
}

/* The turn for which the question was asked before the last one had ended. */
static void
follow (FoyerSyncEngine *self)
{
  foyer_sync_agenda_take (self->agenda, foyer_turn_ahead_get_pulled (self->ahead));
  foyer_sync_engine_show (self, self->first ? FOYER_SYNC_FIRST : FOYER_SYNC_SYNCING, NULL);
  foyer_turn_exchange_follow_async (self->store, self->transport, self->session->api_url,
                                    g_steal_pointer (&self->ahead), foyer_sync_agenda_is_empty (self->agenda),
                                    self->cancellable, on_exchanged, g_object_ref (self));
}

static void
on_next_due (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  self->next_timer = 0;
  foyer_sync_loop_want (self);
}

/* For types that were put off, and for the next comparison. */
static void
await_next (FoyerSyncEngine *self)
{
  gint64 trouble = foyer_sync_agenda_next (self->agenda);
  gint64 check = self->session->staff ? self->check_at : -1;
  gint64 next = trouble < 0 || check < 0 ? MAX (trouble, check) : MIN (trouble, check);

  if (self->session_due)
    next = next < 0 ? self->session_from : MIN (next, self->session_from);

  foyer_clock_clear_timer (self->clock, &self->next_timer);
  if (next >= 0)
    self->next_timer
        = foyer_clock_add_timer (self->clock, MAX (next - foyer_clock_monotonic (self->clock), 0),
                                 on_next_due, self);
}

static void
rest (FoyerSyncEngine *self)
{
  gboolean was_away = self->was_away;
  FoyerSyncState state;
  const GError *problem;

  self->busy = FALSE;
  self->was_away = FALSE;
  self->fruitless = 0;
  await_next (self);
  foyer_sync_engine_update_notice (self);
  if (foyer_sync_agenda_is_empty (self->agenda)) {
    self->first = FALSE;
    foyer_sync_engine_note_synced (self);
  }
  if (foyer_send_pace_is_held (self->pace, &state, &problem))
    foyer_sync_engine_show (self, state, problem);
  else
    foyer_sync_engine_show (self, FOYER_SYNC_IDLE, NULL);
  foyer_sync_wake_listen (self, was_away);
  if (foyer_sync_engine_may_send (self))
    foyer_blob_uploads_go (self->uploads, self->session);
  else
    foyer_blob_uploads_pause (self->uploads);
  foyer_sync_prefetch_rest (self);
  if (self->wanted)
    step (self);
}

static void
send_request (FoyerSyncEngine *self, FoyerTurnRequest *request)
{
  foyer_sync_agenda_take (self->agenda, request->pulled);
  if (!request->checking)
    foyer_sync_engine_show (self, self->first ? FOYER_SYNC_FIRST : FOYER_SYNC_SYNCING, NULL);
  foyer_turn_exchange_async (self->store, self->transport, self->session->api_url, request,
                             foyer_sync_agenda_is_empty (self->agenda), self->cancellable, on_exchanged,
                             g_object_ref (self));
}

static void
on_request_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTurnRequest) request = foyer_store_write_finish (self->store, result, &error);

  if (was_stopped (self))
    return;
  if (request == NULL)
    fail_by_error (self, error, -1);
  else if (request->body == NULL)
    rest (self);
  else
    send_request (self, g_steal_pointer (&request));
}

static void
make_request (FoyerSyncEngine *self)
{
  FoyerTurnPlan *plan = g_new0 (FoyerTurnPlan, 1);

  plan->account_id = g_strdup (self->session->account_id);
  plan->epoch = g_strdup (self->session->epoch);
  plan->staff = self->session->staff;
  plan->dirty = foyer_sync_agenda_list (self->agenda, foyer_clock_monotonic (self->clock));
  plan->long_pulls = foyer_sync_agenda_copy_long (self->agenda);
  plan->max_operations
      = foyer_sync_engine_may_send (self) ? foyer_send_pace_count (self->pace, MOST_OPERATIONS) : 0;
  plan->max_calls = self->session->max_calls;
  plan->max_objects
      = MAX (MIN (self->session->max_objects_in_get, FOYER_JMAP_MAX_OBJECTS) >> self->modesty, 1);
  plan->max_request = self->session->max_request >> self->modesty;
  plan->check = plan->staff && self->check_at <= foyer_clock_monotonic (self->clock);
  plan->probe = foyer_send_pace_is_probing (self->pace);
  foyer_store_write_async (self->store, foyer_turn_make_request, plan, (GDestroyNotify) foyer_turn_plan_free,
                           (GDestroyNotify) foyer_turn_request_free, NULL, on_request_made,
                           g_object_ref (self));
}

/* Does the next thing that is needed; each of them comes back here. */
static void
step (FoyerSyncEngine *self)
{
  self->busy = TRUE;
  self->wanted = FALSE;
  forget_old_session (self);
  if (may_follow (self)) {
    follow (self);
    return;
  }
  self->asked = FALSE;
  g_clear_pointer (&self->ahead, foyer_turn_ahead_free);
  if (self->session == NULL)
    connect_to_server (self);
  else
    make_request (self);
}
