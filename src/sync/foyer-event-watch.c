/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-event-watch.c - keeps an event stream open */

#include "foyer-event-watch.h"

#include "foyer-back-off.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-mutant.h"

#include <string.h>

#define SILENCE ((2 * FOYER_JMAP_PING_SECONDS + 5) * G_USEC_PER_SEC)
#define POLL (30 * G_USEC_PER_SEC)

/* A stream that lived so long was a good one. */
#define LIFE (10 * G_USEC_PER_SEC)

/* A stream that lives and says no more than that for so long does not say where things stand. */
#define SPEECHLESS (5 * G_USEC_PER_SEC)

/* Longer no server is obeyed. */
#define LONGEST_WAIT (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

/* It goes into the head of every further request. */
#define LONGEST_ID 512

struct _FoyerEventWatch {
  GObject parent_instance;

  /* Construct-time. */
  FoyerTransport *transport; /* (owned) */
  FoyerClock *clock;         /* (owned) */
  FoyerRandom *random;       /* (owned) */
  char *url;
  char *account_id;

  /* State. */
  gboolean running;
  gboolean fresh;      /* connected, and no event yet */
  gboolean polling;    /* the server wants no streams */
  gboolean restarting; /* the stream is given up for a new one */
  gint64 connected_at;
  guint failures;
  char *last_event_id;
  GCancellable *cancellable; /* (owned) (nullable): of the open stream */
  guint silence_timer;
  guint retry_timer;
  gint64 retry_at;
};

G_DEFINE_FINAL_TYPE (FoyerEventWatch, foyer_event_watch, G_TYPE_OBJECT)

enum { STATES, ALIVE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void connect_stream (FoyerEventWatch *self);

static void
on_silence (gpointer user_data)
{
  FoyerEventWatch *self = user_data;

  self->silence_timer = 0;
  g_cancellable_cancel (self->cancellable);
}

static void
expect_bytes (FoyerEventWatch *self)
{
  foyer_clock_clear_timer (self->clock, &self->silence_timer);
  self->silence_timer = foyer_clock_add_timer (self->clock, SILENCE, on_silence, self);
}

static void
tell (FoyerEventWatch *self, JsonObject *states)
{
  g_signal_emit (self, signals[STATES], 0, states);
}

static void
on_state (FoyerEventWatch *self, const char *data)
{
  g_autoptr (JsonObject) event = foyer_json_parse_object (data, -1, NULL);
  JsonObject *changed = event == NULL ? NULL : foyer_json_object_object (event, "changed");
  JsonObject *states = changed == NULL ? NULL : foyer_json_object_object (changed, self->account_id);

  if (states != NULL)
    tell (self, states);
}

static void
note_id (FoyerEventWatch *self, const char *id)
{
  if (id == NULL || strlen (id) > LONGEST_ID)
    return;
  g_free (self->last_event_id);
  self->last_event_id = id[0] == '\0' ? NULL : g_strdup (id);
}

/* Comments, or a part of an event. */
static void
on_sign_of_life (FoyerEventWatch *self)
{
  if (!self->fresh || foyer_clock_monotonic (self->clock) - self->connected_at < SPEECHLESS)
    return;
  self->fresh = FALSE;
  tell (self, NULL);
  g_signal_emit (self, signals[ALIVE], 0, TRUE);
}

static void
on_event (const char *name, const char *id, const char *data, gpointer user_data)
{
  FoyerEventWatch *self = user_data;
  gboolean fresh = self->fresh;

  if (!self->running)
    return;
  expect_bytes (self);
  if (name == NULL) {
    on_sign_of_life (self);
    return;
  }
  self->fresh = FALSE;
  note_id (self, id);
  if (strcmp (name, "state") == 0)
    on_state (self, data);
  else if (fresh
           && !FOYER_MUTANT (
               SILENCE_IS_NO_NEWS)) /* Connected, but the stream does not say where things stand. */
    tell (self, NULL);
  g_signal_emit (self, signals[ALIVE], 0, fresh);
}

static void on_retry (gpointer user_data);

static void
await_retry (FoyerEventWatch *self)
{
  gint64 left = self->retry_at - foyer_clock_monotonic (self->clock);

  self->retry_timer = foyer_clock_add_timer (self->clock, CLAMP (left, 0, POLL), on_retry, self);
}

/* The server may want no stream for long: that is no reason to know nothing for long. */
static void
on_retry (gpointer user_data)
{
  FoyerEventWatch *self = user_data;

  self->retry_timer = 0;
  if (foyer_clock_monotonic (self->clock) >= self->retry_at) {
    connect_stream (self);
  } else {
    await_retry (self);
    tell (self, NULL);
  }
}

static void
on_poll (gpointer user_data)
{
  FoyerEventWatch *self = user_data;

  self->retry_timer = foyer_clock_add_timer (self->clock, POLL, on_poll, self);
  tell (self, NULL);
}

/* While there is no stream, every attempt at one is a time to ask as well: whether the server is there at all shows then. */
static void
reconnect_later (FoyerEventWatch *self, gint64 wait)
{
  gint64 now = foyer_clock_monotonic (self->clock);
  gboolean lived = !self->fresh && now - self->connected_at >= LIFE;

  self->failures = lived ? 1 : self->failures + 1;
  self->retry_at
      = now + MAX (MIN (foyer_back_off_delay (self->random, self->failures), POLL), MIN (wait, LONGEST_WAIT));
  await_retry (self);
  if (self->failures > 1)
    tell (self, NULL);
}

static void
on_stream_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerEventWatch) self = user_data;
  gint64 wait;
  guint status = foyer_transport_listen_finish (FOYER_TRANSPORT (source), result, &wait, NULL);

  foyer_clock_clear_timer (self->clock, &self->silence_timer);
  g_clear_object (&self->cancellable);
  if (!self->running || self->retry_timer != 0)
    return;
  if (self->restarting) {
    self->restarting = FALSE;
    connect_stream (self);
  } else if (status == 204) {
    self->polling = TRUE;
    self->retry_timer = foyer_clock_add_timer (self->clock, POLL, on_poll, self);
  } else {
    reconnect_later (self, wait);
  }
}

static void
connect_stream (FoyerEventWatch *self)
{
  if (self->cancellable != NULL)
    return;
  self->fresh = TRUE;
  self->connected_at = foyer_clock_monotonic (self->clock);
  self->cancellable = g_cancellable_new ();
  expect_bytes (self);
  foyer_transport_listen_async (self->transport, self->url, self->last_event_id, on_event, self,
                                self->cancellable, on_stream_ended, g_object_ref (self));
}

static void
foyer_event_watch_finalize (GObject *object)
{
  FoyerEventWatch *self = FOYER_EVENT_WATCH (object);

  g_object_unref (self->transport);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_free (self->url);
  g_free (self->account_id);
  g_free (self->last_event_id);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_event_watch_parent_class)->finalize (object);
}

static void
foyer_event_watch_class_init (FoyerEventWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_event_watch_finalize;

  signals[STATES] = g_signal_new ("states", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, JSON_TYPE_OBJECT);
  signals[ALIVE] = g_signal_new ("alive", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
foyer_event_watch_init (FoyerEventWatch *self)
{
}

FoyerEventWatch *
foyer_event_watch_new (FoyerTransport *transport,
                       FoyerClock *clock,
                       FoyerRandom *random,
                       const char *url,
                       const char *account_id)
{
  FoyerEventWatch *self = g_object_new (FOYER_TYPE_EVENT_WATCH, NULL);

  self->transport = g_object_ref (transport);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->url = g_strdup (url);
  self->account_id = g_strdup (account_id);
  return self;
}

const char *
foyer_event_watch_get_url (FoyerEventWatch *self)
{
  g_return_val_if_fail (FOYER_IS_EVENT_WATCH (self), NULL);

  return self->url;
}

void
foyer_event_watch_start (FoyerEventWatch *self)
{
  g_return_if_fail (FOYER_IS_EVENT_WATCH (self));

  if (self->running)
    return;
  self->running = TRUE;
  connect_stream (self);
}

void
foyer_event_watch_stop (FoyerEventWatch *self)
{
  g_return_if_fail (FOYER_IS_EVENT_WATCH (self));

  self->running = FALSE;
  foyer_clock_clear_timer (self->clock, &self->silence_timer);
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
foyer_event_watch_reconnect (FoyerEventWatch *self)
{
  g_return_if_fail (FOYER_IS_EVENT_WATCH (self));

  if (!self->running || self->polling || self->retry_timer == 0)
    return;
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  connect_stream (self);
}

void
foyer_event_watch_restart (FoyerEventWatch *self)
{
  g_return_if_fail (FOYER_IS_EVENT_WATCH (self));

  self->failures = 0;
  if (self->cancellable == NULL) {
    foyer_event_watch_reconnect (self);
    return;
  }
  self->restarting = TRUE;
  g_cancellable_cancel (self->cancellable);
}
