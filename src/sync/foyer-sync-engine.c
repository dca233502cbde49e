/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-engine.c - decides when to talk to the server, and what to make of its silence */

#include "foyer-sync-engine.h"

#include "foyer-back-off.h"
#include "foyer-sync-session.h"
#include "foyer-event-watch.h"
#include "foyer-jmap.h"
#include "foyer-secret-request.h"
#include "foyer-send-pace.h"
#include "foyer-sync-agenda.h"
#include "foyer-turn-exchange.h"

#define MOST_OPERATIONS 60

/* Turns in a row that bring nothing forward, before the next ones wait. */
#define MOST_FRUITLESS 3

struct _FoyerSyncEngine {
  GObject parent_instance;

  /* Construct-time. */
  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  FoyerClock *clock;
  char *session_url;
  char *account_id; /* (nullable): the only account to accept */

  /* What others see. */
  FoyerSyncState state;
  char *message;
  gint64 synced_at;
  guint fetched;

  /* State. */
  gboolean running;
  gboolean busy;             /* a step is under way: a job or a request */
  gboolean wanted;           /* another turn is wanted once it ends */
  FoyerJmapSession *session; /* (owned) (nullable): fetched anew when NULL */
  gboolean first;            /* nothing had been pulled at the start */
  FoyerSyncAgenda *agenda;   /* (owned): what to pull */
  guint failures;
  guint fruitless;
  guint retry_timer;
  guint trouble_timer;       /* of types that were put off */
  GCancellable *cancellable; /* (owned) */
  FoyerSendPace *pace;       /* (owned): how many operations may travel */
  FoyerEventWatch *watch;    /* (owned) (nullable) */
  gulong store_handler;
};

G_DEFINE_FINAL_TYPE (FoyerSyncEngine, foyer_sync_engine, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
  PROP_MESSAGE,
  PROP_SYNCED_AT,
  PROP_FETCHED,
} FoyerSyncEngineProperty;

static GParamSpec *properties[PROP_FETCHED + 1];

G_DEFINE_ENUM_TYPE (FoyerSyncState,
                    foyer_sync_state,
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_SYNCING, "syncing"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_SIGN_IN, "sign-in"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_TROUBLE, "trouble"))

static void step (FoyerSyncEngine *self);

/* --- What others see --- */

static void
set_state (FoyerSyncEngine *self, FoyerSyncState state, const char *message)
{
  if (g_strcmp0 (self->message, message) != 0) {
    g_free (self->message);
    self->message = g_strdup (message);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  }
  if (self->state != state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  }
}

static void
set_synced_now (FoyerSyncEngine *self)
{
  self->synced_at = foyer_clock_now_seconds (self->clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED_AT]);
}

static void
add_fetched (FoyerSyncEngine *self, guint records)
{
  if (records == 0)
    return;
  self->fetched += records;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FETCHED]);
}

/* --- When to go on --- */

static void
want_turn (FoyerSyncEngine *self)
{
  if (!self->running)
    return;
  self->wanted = TRUE;
  if (!self->busy && self->retry_timer == 0)
    step (self);
}

static void
on_retry (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  self->retry_timer = 0;
  want_turn (self);
}

/* The timer always comes back by itself: nobody has to do anything for the next attempt to happen. */
static void
retry_later (FoyerSyncEngine *self, FoyerSyncState state, const char *message, gint64 at_least)
{
  gint64 delay;

  self->busy = FALSE;
  if (!self->running)
    return;
  self->failures++;
  delay = foyer_back_off_delay (foyer_store_get_random (self->store), self->failures);
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  self->retry_timer
      = foyer_clock_add_timer (self->clock, MAX (delay, at_least * G_USEC_PER_SEC), on_retry, self);
  set_state (self, state, message);
}

static void
pause_until_told (FoyerSyncEngine *self, FoyerSyncState state, const char *message)
{
  self->busy = FALSE;
  self->wanted = FALSE;
  if (self->running)
    set_state (self, state, message);
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
    pause_until_told (self, FOYER_SYNC_SIGN_IN, error->message);
  else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_OTHER_ACCOUNT)
           || g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_OTHER_ACCOUNT))
    pause_until_told (self, FOYER_SYNC_TROUBLE, error->message);
  else if (g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE)
           || g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT)
           || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BUSY))
    retry_later (self, FOYER_SYNC_OFFLINE, error->message, retry_after);
  else
    retry_later (self, FOYER_SYNC_TROUBLE, error->message, retry_after);
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
  self->first = self->first || opened->first;
  foyer_sync_agenda_add_all (self->agenda);
  step (self);
}

static void
connect_to_server (FoyerSyncEngine *self)
{
  foyer_sync_session_open_async (self->store, self->transport, self->session_url, self->account_id,
                                 self->cancellable, on_connected, g_object_ref (self));
}

/* --- Push --- */

static void
on_states (FoyerEventWatch *watch, JsonObject *states, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  if (states == NULL)
    foyer_sync_agenda_add_all (self->agenda);
  if (states == NULL || foyer_sync_agenda_add_pushed (self->agenda, states))
    want_turn (self);
}

static void
open_watch (FoyerSyncEngine *self)
{
  g_autofree char *url = NULL;

  if (self->watch != NULL || self->session->event_source_url == NULL)
    return;
  url = foyer_jmap_expand (self->session->event_source_url, "types", "*", "closeafter", "no", "ping",
                           G_STRINGIFY (FOYER_JMAP_PING_SECONDS), NULL);
  self->watch = foyer_event_watch_new (self->transport, self->clock, foyer_store_get_random (self->store),
                                       url, self->session->account_id);
  g_signal_connect (self->watch, "states", G_CALLBACK (on_states), self);
  foyer_event_watch_start (self->watch);
}

static void
close_watch (FoyerSyncEngine *self)
{
  if (self->watch == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_event_watch_stop (self->watch);
  g_clear_object (&self->watch);
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

static void
take_outcome (FoyerSyncEngine *self, FoyerTurnOutcome *outcome)
{
  gboolean is_ill = outcome->pulled->len > 1 && outcome->troubled->len == outcome->pulled->len;

  add_fetched (self, outcome->records);
  foyer_sync_agenda_note (self->agenda, outcome->pulled, outcome->more, outcome->troubled, outcome->states);
  put_off (self, outcome->troubled);
  foyer_send_pace_take_answer (self->pace, outcome);
  self->fruitless = outcome->progressed ? 0 : self->fruitless + 1;
  if (is_ill) {
    foyer_sync_agenda_retry_now (self->agenda);
    retry_later (self, FOYER_SYNC_OFFLINE, "The server is busy", 0);
  } else if (self->fruitless > MOST_FRUITLESS) {
    retry_later (self, FOYER_SYNC_SYNCING, NULL, 0);
  } else {
    go_on (self);
  }
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
  if (outcome->forget_session
      || (outcome->session_state != NULL && g_strcmp0 (outcome->session_state, self->session->state) != 0))
    g_clear_pointer (&self->session, foyer_jmap_session_free);
  if (outcome->failure != NULL)
    take_failure (self, outcome);
  else
    take_outcome (self, outcome);
}

static void
on_trouble_due (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  self->trouble_timer = 0;
  want_turn (self);
}

static void
await_trouble (FoyerSyncEngine *self)
{
  gint64 next = foyer_sync_agenda_next (self->agenda);

  foyer_clock_clear_timer (self->clock, &self->trouble_timer);
  if (next >= 0)
    self->trouble_timer
        = foyer_clock_add_timer (self->clock, MAX (next - foyer_clock_monotonic (self->clock), 0),
                                 on_trouble_due, self);
}

static void
rest (FoyerSyncEngine *self)
{
  FoyerSyncState state;
  const char *message;

  self->busy = FALSE;
  self->fruitless = 0;
  await_trouble (self);
  if (self->trouble_timer == 0) {
    self->first = FALSE;
    set_synced_now (self);
  }
  if (foyer_send_pace_is_held (self->pace, &state, &message))
    set_state (self, state, message);
  else
    set_state (self, FOYER_SYNC_IDLE, NULL);
  open_watch (self);
  if (self->wanted)
    step (self);
}

static void
send_request (FoyerSyncEngine *self, FoyerTurnRequest *request)
{
  foyer_sync_agenda_take (self->agenda, request->pulled);
  set_state (self, self->first ? FOYER_SYNC_FIRST : FOYER_SYNC_SYNCING, NULL);
  foyer_turn_exchange_async (self->store, self->transport, self->session->api_url, request, self->cancellable,
                             on_exchanged, g_object_ref (self));
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
  plan->max_operations = foyer_send_pace_count (self->pace, MOST_OPERATIONS);
  plan->max_calls = self->session->max_calls;
  plan->max_objects = MIN (self->session->max_objects_in_get, FOYER_JMAP_MAX_OBJECTS);
  plan->max_request = self->session->max_request;
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
  if (self->session == NULL)
    connect_to_server (self);
  else
    make_request (self);
}

/* --- Secrets --- */

static void
on_secret_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *secret = foyer_secret_request_finish (FOYER_TRANSPORT (source), result, &error);

  if (secret == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, secret, g_free);
}

void
foyer_sync_engine_issue_secret_async (FoyerSyncEngine *self,
                                      const FoyerRecordType *type,
                                      const char *id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_sync_engine_issue_secret_async);
  if (self->session == NULL)
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                             "There is no connection to the server");
  else
    foyer_secret_request_async (self->transport, self->session, type, id, cancellable, on_secret_ready,
                                g_steal_pointer (&task));
}

char *
foyer_sync_engine_issue_secret_finish (FoyerSyncEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Life --- */

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  /* Held operations make no request; the next change, when they are released, does. */
  if (foyer_change_set_has_operations (changes) && self->state != FOYER_SYNC_SIGN_IN)
    want_turn (self);
}

static void
on_send_again (gpointer user_data)
{
  want_turn (user_data);
}

static void
foyer_sync_engine_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  switch ((FoyerSyncEngineProperty) property) {
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_MESSAGE:
    g_value_set_string (value, self->message);
    break;
  case PROP_SYNCED_AT:
    g_value_set_int64 (value, self->synced_at);
    break;
  case PROP_FETCHED:
    g_value_set_uint (value, self->fetched);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
foyer_sync_engine_dispose (GObject *object)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  g_assert (!self->running);
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_handler, self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->transport);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_sync_engine_parent_class)->dispose (object);
}

static void
foyer_sync_engine_finalize (GObject *object)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  g_clear_pointer (&self->session, foyer_jmap_session_free);
  foyer_sync_agenda_free (self->agenda);
  foyer_send_pace_free (self->pace);
  g_free (self->session_url);
  g_free (self->account_id);
  g_free (self->message);
  G_OBJECT_CLASS (foyer_sync_engine_parent_class)->finalize (object);
}

static void
foyer_sync_engine_class_init (FoyerSyncEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = foyer_sync_engine_get_property;
  object_class->dispose = foyer_sync_engine_dispose;
  object_class->finalize = foyer_sync_engine_finalize;

  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, FOYER_TYPE_SYNC_STATE, FOYER_SYNC_STOPPED, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_SYNCED_AT] = g_param_spec_int64 ("synced-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FETCHED] = g_param_spec_uint ("fetched", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
foyer_sync_engine_init (FoyerSyncEngine *self)
{
  self->agenda = foyer_sync_agenda_new ();
}

FoyerSyncEngine *
foyer_sync_engine_new (FoyerStore *store,
                       FoyerTransport *transport,
                       const char *session_url,
                       const char *account_id)
{
  FoyerSyncEngine *self = g_object_new (FOYER_TYPE_SYNC_ENGINE, NULL);

  self->store = g_object_ref (store);
  self->transport = g_object_ref (transport);
  self->clock = foyer_store_get_clock (store);
  self->session_url = g_strdup (session_url);
  self->account_id = g_strdup (account_id);
  self->pace = foyer_send_pace_new (self->clock, foyer_store_get_random (store), on_send_again, self);
  self->store_handler = g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  return self;
}

void
foyer_sync_engine_start (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (self->running)
    return;
  self->running = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_sync_agenda_add_all (self->agenda);
  set_state (self, FOYER_SYNC_SYNCING, NULL);
  want_turn (self);
}

void
foyer_sync_engine_stop (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (!self->running)
    return;
  self->running = FALSE;
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  foyer_clock_clear_timer (self->clock, &self->trouble_timer);
  foyer_send_pace_release (self->pace);
  close_watch (self);
  g_cancellable_cancel (self->cancellable);
  set_state (self, FOYER_SYNC_STOPPED, NULL);
}

void
foyer_sync_engine_sync_now (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  self->failures = 0;
  foyer_send_pace_release (self->pace);
  foyer_sync_agenda_retry_now (self->agenda);
  if (self->watch != NULL)
    foyer_event_watch_reconnect (self->watch);
  foyer_sync_agenda_add_all (self->agenda);
  want_turn (self);
}

FoyerSyncState
foyer_sync_engine_get_state (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), FOYER_SYNC_STOPPED);

  return self->state;
}

const char *
foyer_sync_engine_get_message (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), NULL);

  return self->message;
}

gint64
foyer_sync_engine_get_synced_at (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), 0);

  return self->synced_at;
}
