/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-event-streams.c - the open event streams: what is told to whom, and who may still listen */

#include "http/foyer-event-streams.h"

#include "accounts/foyer-secret.h"
#include "http/foyer-event-states.h"

#include <string.h>

/* Changes that come so soon after one that was told are told together. */
#define COALESCE (G_USEC_PER_SEC / 20)

/* How often tokens are looked at after something was written, and how often anyway, since they expire. */
#define CHECK_AFTER_WRITE (2 * G_USEC_PER_SEC)
#define CHECK_ANYWAY (60 * G_USEC_PER_SEC)
#define CHECKED_AT_ONCE 32

/* A stream that begins so soon after somebody's access changed may have been asked for before. */
#define ACCESS_SETTLES (5 * G_USEC_PER_SEC)

/* What is known of one account. It stays when its last stream has gone: a change may come between a question and its stream. */
typedef struct {
  FoyerEventStreams *owner;
  char *id;
  GHashTable *states; /* (element-type utf8 utf8) */
  GHashTable *untold; /* (element-type utf8): types that have changed since the last telling */
  GPtrArray *streams; /* (element-type Stream) (owned), oldest first */
  gint64 told_at;     /* monotonic */
  guint timer;
  gboolean held;            /* nothing is told until it is known who may still listen */
  gboolean hold_more;       /* somebody's access changed again meanwhile */
  gint64 access_changed_at; /* monotonic */
} Account;

typedef struct {
  Account *account;
  FoyerConnection *connection; /* (owned) */
  FoyerEventQuery *query;      /* (owned) */
  char *bearer;
  gint64 last_event_at; /* monotonic */
  guint ping_timer;
  gulong state_handler;
} Stream;

struct _FoyerEventStreams {
  GObject parent_instance;

  FoyerBackend *backend; /* (owned) */
  FoyerWorker *reader;   /* (owned) */
  FoyerClock *clock;     /* (owned) */
  GMainContext *context; /* (owned) */
  GHashTable *accounts;  /* (element-type utf8 Account) (owned) */
  guint n_streams;
  gulong changed_handler;

  guint check_timer;
  gboolean written; /* since the last look at the tokens */
  gboolean checking;
  gint64 checked_at; /* monotonic */
};

G_DEFINE_FINAL_TYPE (FoyerEventStreams, foyer_event_streams, G_TYPE_OBJECT)

static void
stream_free (Stream *self)
{
  g_signal_handler_disconnect (self->connection, self->state_handler);
  foyer_clock_clear_timer (self->account->owner->clock, &self->ping_timer);
  self->account->owner->n_streams--;
  foyer_event_query_free (self->query);
  foyer_secret_free (self->bearer);
  g_object_unref (self->connection);
  g_free (self);
}

static void
account_free (Account *self)
{
  g_ptr_array_unref (self->streams);
  foyer_clock_clear_timer (self->owner->clock, &self->timer);
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->untold);
  g_free (self->id);
  g_free (self);
}

static Account *
find_account (FoyerEventStreams *self, const char *id)
{
  Account *account = g_hash_table_lookup (self->accounts, id);

  if (account != NULL)
    return account;
  account = g_new0 (Account, 1);
  account->owner = self;
  account->id = g_strdup (id);
  account->states = foyer_event_states_new ();
  account->untold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  account->streams = g_ptr_array_new_with_free_func ((GDestroyNotify) stream_free);
  account->told_at = foyer_clock_monotonic (self->clock) - COALESCE;
  account->access_changed_at = account->told_at - ACCESS_SETTLES;
  g_hash_table_insert (self->accounts, account->id, account);
  return account;
}

/* --- Sending --- */

static void
end_stream (Stream *stream, gboolean politely)
{
  g_autoptr (FoyerConnection) connection = g_object_ref (stream->connection);

  g_ptr_array_remove (stream->account->streams, stream);
  if (politely)
    foyer_connection_finish (connection);
  else
    foyer_connection_abort (connection);
}

/* Returns: whether the stream is still there. */
static gboolean
send_bytes (Stream *stream, GBytes *bytes)
{
  g_autoptr (FoyerConnection) connection = g_object_ref (stream->connection);

  stream->last_event_at = foyer_clock_monotonic (stream->account->owner->clock);
  foyer_connection_send (connection, bytes);
  if (foyer_connection_get_state (connection) != FOYER_CONNECTION_STREAM)
    return FALSE;
  if (foyer_connection_get_unsent (connection) <= FOYER_EVENT_STREAMS_MOST_UNSENT)
    return TRUE;
  end_stream (stream, FALSE);
  return FALSE;
}

static void
tell (Stream *stream, GBytes *event)
{
  if (event != NULL && send_bytes (stream, event) && stream->query->close_after_state)
    end_stream (stream, TRUE);
}

/* Most streams want all types: their event is made once. */
static void
tell_all (Account *account)
{
  static const FoyerEventQuery everything = { 0 };
  g_autoptr (GHashTable) types = NULL;
  g_autoptr (GBytes) shared = NULL;

  if (account->held)
    return;
  types = g_steal_pointer (&account->untold);
  shared = foyer_event_states_write (account->states, account->id, &everything, types);
  account->untold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  account->told_at = foyer_clock_monotonic (account->owner->clock);
  /* From the end, since a stream that is told may go, and only that one. */
  for (guint i = account->streams->len; i > 0; i--) {
    Stream *stream = account->streams->pdata[i - 1];
    g_autoptr (GBytes) own = NULL;

    if (stream->query->types != NULL)
      own = foyer_event_states_write (account->states, account->id, stream->query, types);
    tell (stream, stream->query->types != NULL ? own : shared);
  }
}

static void
on_coalesced (gpointer data)
{
  Account *account = data;

  account->timer = 0;
  tell_all (account);
}

static void hold (Account *account);

/* Changes after which somebody may not listen any more. */
static gboolean
changes_access (GHashTable *states)
{
  return g_hash_table_contains (states, "Device") || g_hash_table_contains (states, "StaffMember");
}

static void
note_change (FoyerEventStreams *self, const char *account_id, GHashTable *states)
{
  Account *account = find_account (self, account_id);
  gint64 quiet = foyer_clock_monotonic (self->clock) - account->told_at;

  foyer_event_states_note (account->states, states, account->untold);
  if (changes_access (states)) {
    account->access_changed_at = foyer_clock_monotonic (self->clock);
    hold (account);
  }
  if (account->timer != 0 || g_hash_table_size (account->untold) == 0)
    return;
  if (quiet >= COALESCE)
    tell_all (account);
  else
    account->timer = foyer_clock_add_timer (self->clock, COALESCE - quiet, on_coalesced, account);
}

/* --- From the writing thread --- */

typedef struct {
  GWeakRef streams;
  char *account_id;
  GHashTable *states;
} Change;

static void
change_free (Change *change)
{
  g_weak_ref_clear (&change->streams);
  g_free (change->account_id);
  g_hash_table_unref (change->states);
  g_free (change);
}

static gboolean
on_change_delivered (gpointer data)
{
  Change *change = data;
  g_autoptr (FoyerEventStreams) self = g_weak_ref_get (&change->streams);

  if (self != NULL)
    note_change (self, change->account_id, change->states);
  return G_SOURCE_REMOVE;
}

static void
on_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, gpointer data)
{
  FoyerEventStreams *self = data;
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->streams, self);
  change->account_id = g_strdup (account_id);
  change->states = foyer_event_states_new ();
  foyer_event_states_note (change->states, states, NULL);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, on_change_delivered, change,
                              (GDestroyNotify) change_free);
}

/* --- Pings --- */

/* An event in between puts the ping off. */
static void
on_ping_due (gpointer data)
{
  Stream *stream = data;
  FoyerClock *clock = stream->account->owner->clock;
  gint64 interval = stream->query->ping * G_USEC_PER_SEC;
  gint64 quiet = foyer_clock_monotonic (clock) - stream->last_event_at;
  g_autoptr (GBytes) ping = NULL;
  char *text;

  stream->ping_timer
      = foyer_clock_add_timer (clock, quiet < interval ? interval - quiet : interval, on_ping_due, stream);
  if (quiet < interval)
    return;
  text = g_strdup_printf ("event: ping\ndata: {\"interval\":%" G_GINT64_FORMAT "}\n\n", stream->query->ping);
  ping = g_bytes_new_take (text, strlen (text));
  send_bytes (stream, ping);
}

/* --- Tokens --- */

typedef struct {
  FoyerBackend *backend;
  char *account_id;   /* (nullable): the account that waits for it, %NULL for a look at all */
  GPtrArray *bearers; /* (element-type utf8) (owned) */
  guint next;         /* the first one that has not been looked at */
  GPtrArray *dead;    /* (element-type utf8): among @bearers */
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->backend);
  g_ptr_array_unref (check->bearers);
  g_ptr_array_unref (check->dead);
  g_free (check->account_id);
  g_free (check);
}

static void
check_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  gint64 now = foyer_clock_now_seconds (foyer_backend_get_clock (check->backend));
  guint end = MIN (check->next + CHECKED_AT_ONCE, check->bearers->len);

  for (; check->next < end; check->next++) {
    if (!foyer_backend_is_signed_in (check->backend, check->bearers->pdata[check->next], now))
      g_ptr_array_add (check->dead, check->bearers->pdata[check->next]);
  }
  g_task_return_boolean (task, TRUE);
}

static void
end_dead (FoyerEventStreams *self, GPtrArray *dead)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Account *account = value;

    for (guint i = account->streams->len; i > 0; i--) {
      Stream *stream = account->streams->pdata[i - 1];

      if (g_ptr_array_find_with_equal_func (dead, stream->bearer, g_str_equal, NULL))
        end_stream (stream, TRUE);
    }
  }
}

static void on_checked (GObject *source, GAsyncResult *result, gpointer data);

static void
push_check (FoyerEventStreams *self, Check *check)
{
  GTask *task = g_task_new (self, NULL, on_checked, check);

  g_task_set_source_tag (task, push_check);
  g_task_set_task_data (task, check, NULL);
  foyer_worker_push (self->reader, task, check_in_worker);
}

static void
add_bearers (Account *account, GPtrArray *bearers)
{
  for (guint i = 0; i < account->streams->len; i++) {
    Stream *stream = account->streams->pdata[i];

    if (!g_ptr_array_find_with_equal_func (bearers, stream->bearer, g_str_equal, NULL))
      g_ptr_array_add (bearers, g_strdup (stream->bearer));
  }
}

static Check *
begin_check (FoyerEventStreams *self)
{
  Check *check = g_new0 (Check, 1);

  check->backend = g_object_ref (self->backend);
  check->bearers = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_secret_free);
  check->dead = g_ptr_array_new ();
  return check;
}

/* A device that was signed out hears nothing more, not even that it was: who may listen is looked up before the change is told. */
static void
hold (Account *account)
{
  Check *check;

  account->hold_more = account->held;
  if (account->held || account->streams->len == 0)
    return;
  account->held = TRUE;
  check = begin_check (account->owner);
  check->account_id = g_strdup (account->id);
  add_bearers (account, check->bearers);
  push_check (account->owner, check);
}

static void
release (FoyerEventStreams *self, const char *account_id)
{
  Account *account = find_account (self, account_id);

  account->held = FALSE;
  if (account->hold_more)
    hold (account);
  else if (account->timer == 0 && g_hash_table_size (account->untold) > 0)
    tell_all (account);
}

/* A few at a time, so that consoles that read need not wait for all. */
static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerEventStreams *self = FOYER_EVENT_STREAMS (source);
  Check *check = data;

  end_dead (self, check->dead);
  g_ptr_array_set_size (check->dead, 0);
  if (check->next < check->bearers->len && self->check_timer != 0) {
    push_check (self, check);
    return;
  }
  if (check->account_id != NULL)
    release (self, check->account_id);
  else
    self->checking = FALSE;
  check_free (check);
}

static void
on_check_due (gpointer data)
{
  FoyerEventStreams *self = data;
  gint64 now = foyer_clock_monotonic (self->clock);
  GHashTableIter iter;
  gpointer account;
  Check *check;

  self->check_timer = foyer_clock_add_timer (self->clock, CHECK_AFTER_WRITE, on_check_due, self);
  if (self->checking || self->n_streams == 0 || (!self->written && now - self->checked_at < CHECK_ANYWAY))
    return;
  self->written = FALSE;
  self->checking = TRUE;
  self->checked_at = now;
  check = begin_check (self);
  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &account))
    add_bearers (account, check->bearers);
  push_check (self, check);
}

/* --- The object --- */

static void
foyer_event_streams_dispose (GObject *object)
{
  FoyerEventStreams *self = FOYER_EVENT_STREAMS (object);

  foyer_event_streams_close (self);
  g_clear_signal_handler (&self->changed_handler, self->backend);
  G_OBJECT_CLASS (foyer_event_streams_parent_class)->dispose (object);
}

static void
foyer_event_streams_finalize (GObject *object)
{
  FoyerEventStreams *self = FOYER_EVENT_STREAMS (object);

  g_hash_table_unref (self->accounts);
  g_object_unref (self->backend);
  g_object_unref (self->reader);
  g_object_unref (self->clock);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (foyer_event_streams_parent_class)->finalize (object);
}

static void
foyer_event_streams_class_init (FoyerEventStreamsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_event_streams_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_event_streams_finalize;
}

static void
foyer_event_streams_init (FoyerEventStreams *self)
{
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) account_free);
}

FoyerEventStreams *
foyer_event_streams_new (FoyerBackend *backend, FoyerWorker *reader, FoyerClock *clock)
{
  FoyerEventStreams *self = g_object_new (FOYER_TYPE_EVENT_STREAMS, NULL);

  self->backend = g_object_ref (backend);
  self->reader = g_object_ref (reader);
  self->clock = g_object_ref (clock);
  self->context = g_main_context_ref_thread_default ();
  self->checked_at = foyer_clock_monotonic (clock);
  self->check_timer = foyer_clock_add_timer (clock, CHECK_AFTER_WRITE, on_check_due, self);
  self->changed_handler = g_signal_connect (backend, "changed", G_CALLBACK (on_changed), self);
  return self;
}

static void
on_connection_state (FoyerConnection *connection, int before, gpointer data)
{
  Stream *stream = data;

  if (foyer_connection_get_state (connection) != FOYER_CONNECTION_STREAM)
    g_ptr_array_remove (stream->account->streams, stream);
}

static void
make_room (Account *account, const char *bearer)
{
  Stream *oldest = NULL;
  guint count = 0;

  for (guint i = account->streams->len; i > 0; i--) {
    Stream *stream = account->streams->pdata[i - 1];

    if (strcmp (stream->bearer, bearer) == 0) {
      oldest = stream;
      count++;
    }
  }
  if (count >= FOYER_EVENT_STREAMS_A_DEVICE)
    end_stream (oldest, TRUE);
}

void
foyer_event_streams_begin (FoyerEventStreams *self,
                           FoyerConnection *connection,
                           FoyerEventQuery *query,
                           const char *bearer,
                           const char *account_id,
                           const char *last_event_id,
                           GHashTable *states,
                           const FoyerHttpResponse *head)
{
  Account *account = find_account (self, account_id);
  Stream *stream = g_new0 (Stream, 1);
  g_autoptr (GHashTable) missed = NULL;
  g_autoptr (GBytes) event = NULL;

  make_room (account, bearer);
  foyer_event_states_note (account->states, states, NULL);
  missed = foyer_event_states_list_missed (account->states, last_event_id);
  stream->account = account;
  stream->connection = g_object_ref (connection);
  stream->query = query;
  stream->bearer = g_strdup (bearer);
  stream->last_event_at = foyer_clock_monotonic (self->clock);
  stream->state_handler
      = g_signal_connect (connection, "state-changed", G_CALLBACK (on_connection_state), stream);
  if (query->ping > 0)
    stream->ping_timer
        = foyer_clock_add_timer (self->clock, query->ping * G_USEC_PER_SEC, on_ping_due, stream);
  g_ptr_array_add (account->streams, stream);
  self->n_streams++;
  foyer_connection_start_stream (connection, head);
  if (stream->last_event_at - account->access_changed_at < ACCESS_SETTLES)
    hold (account);
  if (foyer_connection_get_state (connection) != FOYER_CONNECTION_STREAM)
    return;
  /* Who waits for one change and names no earlier event wants the next change, not the present state. */
  if (last_event_id != NULL || !query->close_after_state)
    event = foyer_event_states_write (account->states, account->id, query, missed);
  tell (stream, event);
}

guint
foyer_event_streams_count (FoyerEventStreams *self)
{
  return self->n_streams;
}

void
foyer_event_streams_check_soon (FoyerEventStreams *self)
{
  self->written = TRUE;
}

void
foyer_event_streams_close (FoyerEventStreams *self)
{
  GHashTableIter iter;
  gpointer value;

  foyer_clock_clear_timer (self->clock, &self->check_timer);
  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Account *account = value;

    while (account->streams->len > 0)
      end_stream (account->streams->pdata[account->streams->len - 1], TRUE);
  }
}
