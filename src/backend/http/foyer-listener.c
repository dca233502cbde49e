/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-listener.c - accepts connections and holds them to deadlines and numbers */

#include "http/foyer-listener.h"

#include <sys/resource.h>

/* Accepted in one go before others get their turn. */
#define ACCEPT_AT_ONCE 32
/* Descriptors for the database, the log, the control socket and whatever libraries open. */
#define OTHER_DESCRIPTORS 64
#define ACCEPT_AGAIN (G_USEC_PER_SEC / 10)

struct _FoyerListener {
  GObject parent_instance;

  GSocket *socket; /* (owned) (nullable): NULL once stopped */
  FoyerClock *clock;
  gboolean is_public_https;
  GSource *accepting; /* (owned) (nullable) */
  guint accept_timer;
  GHashTable *connections; /* (element-type FoyerConnection) (owned) */
  GQueue heads;            /* (element-type FoyerConnection): oldest first, owned by @connections */
  guint count[FOYER_N_CONNECTION_STATES];
  gsize body_bytes; /* announced by the requests that run */
  guint most_streams;
};

G_DEFINE_FINAL_TYPE (FoyerListener, foyer_listener, G_TYPE_OBJECT)

enum {
  REQUEST,
  REFUSED,
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_state_changed (FoyerConnection *connection, int before, FoyerListener *self)
{
  FoyerConnectionState state = foyer_connection_get_state (connection);

  self->count[before]--;
  self->count[state]++;
  if (before == FOYER_CONNECTION_HEAD)
    g_queue_remove (&self->heads, connection);
  if (before == FOYER_CONNECTION_REQUEST)
    self->body_bytes -= foyer_connection_get_body_length (connection);
  if (state == FOYER_CONNECTION_CLOSED) {
    self->count[state]--;
    g_hash_table_remove (self->connections, connection);
  }
  if (self->socket == NULL && self->count[FOYER_CONNECTION_REQUEST] == 0
      && self->count[FOYER_CONNECTION_CLOSING] == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

static void
on_head_read (FoyerConnection *connection, FoyerListener *self)
{
  gsize body = foyer_connection_get_body_length (connection);

  if (self->count[FOYER_CONNECTION_REQUEST] >= FOYER_LISTENER_MOST_REQUESTS
      || self->body_bytes + body > FOYER_LISTENER_MOST_BODY_BYTES) {
    g_signal_emit (self, signals[REFUSED], 0, 503, "requests at once");
    foyer_connection_refuse (connection, 503);
    return;
  }
  self->body_bytes += body;
  foyer_connection_let_in (connection);
  g_signal_emit (self, signals[REQUEST], 0, connection);
}

static void
on_refused (FoyerConnection *connection, guint status, const char *reason, FoyerListener *self)
{
  g_signal_emit (self, signals[REFUSED], 0, status, reason);
}

static void
add_connection (FoyerListener *self, GSocket *socket)
{
  FoyerConnection *connection = foyer_connection_new (socket, self->clock, self->is_public_https);

  if (self->heads.length >= FOYER_LISTENER_MOST_HEADS)
    foyer_connection_abort (g_queue_peek_head (&self->heads));
  /* Clients that do not hang up at the end do not gather either. */
  if (self->count[FOYER_CONNECTION_CLOSING] >= FOYER_LISTENER_MOST_REQUESTS) {
    g_object_unref (connection);
    return;
  }
  g_hash_table_add (self->connections, connection);
  g_queue_push_tail (&self->heads, connection);
  self->count[FOYER_CONNECTION_HEAD]++;
  g_signal_connect_object (connection, "state-changed", G_CALLBACK (on_state_changed), self, 0);
  g_signal_connect_object (connection, "head-read", G_CALLBACK (on_head_read), self, 0);
  g_signal_connect_object (connection, "refused", G_CALLBACK (on_refused), self, 0);
  foyer_connection_start (connection, FOYER_LISTENER_HEAD_SECONDS, FOYER_LISTENER_TOTAL_SECONDS);
}

static void start_accepting (FoyerListener *self);

static void
on_accept_again (gpointer data)
{
  FoyerListener *self = data;

  self->accept_timer = 0;
  start_accepting (self);
}

static gboolean
on_incoming (GSocket *socket, GIOCondition condition, gpointer data)
{
  FoyerListener *self = data;

  for (guint i = 0; i < ACCEPT_AT_ONCE; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GSocket) accepted = g_socket_accept (socket, NULL, &error);

    if (accepted != NULL) {
      add_connection (self, accepted);
      continue;
    }
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
      return G_SOURCE_CONTINUE;
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_OPEN_FILES))
      continue;
    /* Nothing can be accepted until somebody goes: a waiting socket would wake us for ever. */
    if (self->heads.length > 0)
      foyer_connection_abort (g_queue_peek_head (&self->heads));
    g_clear_pointer (&self->accepting, g_source_unref);
    self->accept_timer = foyer_clock_add_timer (self->clock, ACCEPT_AGAIN, on_accept_again, self);
    return G_SOURCE_REMOVE;
  }
  return G_SOURCE_CONTINUE;
}

static void
start_accepting (FoyerListener *self)
{
  self->accepting = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->accepting, G_SOURCE_FUNC (on_incoming), self, NULL);
  g_source_attach (self->accepting, g_main_context_get_thread_default ());
}

static guint
count_streams_allowed (void)
{
  guint others = FOYER_LISTENER_MOST_HEADS + 2 * FOYER_LISTENER_MOST_REQUESTS + OTHER_DESCRIPTORS;
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= others + FOYER_LISTENER_MOST_STREAMS)
    return FOYER_LISTENER_MOST_STREAMS;
  return limit.rlim_cur <= 2 * others ? (guint) limit.rlim_cur / 4 : (guint) limit.rlim_cur - others;
}

static void
foyer_listener_dispose (GObject *object)
{
  FoyerListener *self = FOYER_LISTENER (object);

  foyer_listener_stop (self);
  foyer_listener_close (self);
  G_OBJECT_CLASS (foyer_listener_parent_class)->dispose (object);
}

static void
foyer_listener_finalize (GObject *object)
{
  FoyerListener *self = FOYER_LISTENER (object);

  g_hash_table_unref (self->connections);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (foyer_listener_parent_class)->finalize (object);
}

static void
foyer_listener_class_init (FoyerListenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_listener_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_listener_finalize;

  signals[REQUEST] = g_signal_new ("request", FOYER_TYPE_LISTENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FOYER_TYPE_CONNECTION);
  signals[REFUSED] = g_signal_new ("refused", FOYER_TYPE_LISTENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[IDLE]
      = g_signal_new ("idle", FOYER_TYPE_LISTENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_listener_init (FoyerListener *self)
{
  self->connections = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_queue_init (&self->heads);
}

FoyerListener *
foyer_listener_new (GSocket *socket, FoyerClock *clock, gboolean is_public_https)
{
  FoyerListener *self = g_object_new (FOYER_TYPE_LISTENER, NULL);

  self->socket = g_object_ref (socket);
  self->clock = g_object_ref (clock);
  self->is_public_https = is_public_https;
  self->most_streams = count_streams_allowed ();
  start_accepting (self);
  return self;
}

guint
foyer_listener_count (FoyerListener *self, FoyerConnectionState state)
{
  g_return_val_if_fail (state < FOYER_N_CONNECTION_STATES, 0);

  return self->count[state];
}

gboolean
foyer_listener_may_stream (FoyerListener *self)
{
  return self->socket != NULL && self->count[FOYER_CONNECTION_STREAM] < self->most_streams;
}

void
foyer_listener_stop (FoyerListener *self)
{
  FoyerConnection *connection;

  if (self->accepting != NULL) {
    g_source_destroy (self->accepting);
    g_clear_pointer (&self->accepting, g_source_unref);
  }
  foyer_clock_clear_timer (self->clock, &self->accept_timer);
  if (self->socket != NULL)
    g_socket_close (self->socket, NULL);
  g_clear_object (&self->socket);
  while ((connection = g_queue_peek_head (&self->heads)) != NULL)
    foyer_connection_abort (connection);
}

void
foyer_listener_close (FoyerListener *self)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer connection;

  g_hash_table_iter_init (&iter, self->connections);
  while (g_hash_table_iter_next (&iter, &connection, NULL))
    g_ptr_array_add (left, g_object_ref (connection));
  for (guint i = 0; i < left->len; i++)
    foyer_connection_abort (left->pdata[i]);
}
