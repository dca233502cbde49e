/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-connection.c - one client's connection, for one request */

#include "http/foyer-connection.h"

#include "http/foyer-gate.h"
#include "http/foyer-replay-stream.h"
#include "http/foyer-response-headers.h"
#include "http/foyer-soup-message.h"

#include "foyer-jmap-problem.h"

#include <libsoup/soup.h>

#define READ_SIZE 4096
#define CLOSING_SECONDS 2
#define MOST_DISCARDED (256 * 1024)

#define ADDRESS_KEY "foyer-connection"

struct _FoyerConnection {
  GIOStream parent_instance;

  GSocket *socket;         /* (owned) */
  GIOStream *transport;    /* (owned): the same socket as a stream */
  GInputStream *request;   /* (owned) (nullable): once let in */
  GSocketAddress *address; /* (owned) (nullable) */
  FoyerClock *clock;       /* (owned) */
  char *remote;
  gboolean is_public_https;

  FoyerConnectionState state;
  gint64 total_seconds;
  gint64 started_at; /* monotonic */
  guint timer;

  GByteArray *head; /* (owned) (nullable): what has been read */
  FoyerGateScan scan;
  gsize head_length;
  gsize body_length;
  const char *limit; /* (nullable): of JMAP, that the head exceeds */
  gboolean is_head;

  GSource *reading; /* (owned) (nullable) */
  GSource *writing; /* (owned) (nullable) */
  GQueue unsent;    /* (element-type GBytes) (owned) */
  gsize unsent_offset;
  gsize n_unsent;
  gboolean finishing;
  gsize discarded;
};

G_DEFINE_FINAL_TYPE (FoyerConnection, foyer_connection, G_TYPE_IO_STREAM)

enum {
  HEAD_READ,
  REFUSED,
  STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
set_state (FoyerConnection *self, FoyerConnectionState state)
{
  FoyerConnectionState before = self->state;

  if (state == before)
    return;
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0, (int) before);
}

static GBytes *
write_head (const FoyerHttpResponse *response)
{
  GString *head = g_string_new (NULL);

  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", response->status,
                          foyer_soup_message_phrase (response->status));
  for (guint i = 0; i + 1 < response->headers->len; i += 2)
    g_string_append_printf (head, "%s: %s\r\n", (char *) response->headers->pdata[i],
                            (char *) response->headers->pdata[i + 1]);
  g_string_append (head, "Connection: close\r\n\r\n");
  return g_string_free_to_bytes (head);
}

static GBytes *
join (GBytes *head, const char *text)
{
  GByteArray *whole = g_byte_array_new ();

  g_byte_array_append (whole, g_bytes_get_data (head, NULL), (guint) g_bytes_get_size (head));
  g_byte_array_append (whole, (const guint8 *) text, (guint) strlen (text));
  return g_byte_array_free_to_bytes (whole);
}

/* A console that meets a limit is told which (RFC 8620 §3.6.1). */
static char *
write_refusal (FoyerConnection *self, guint status)
{
  g_autoptr (FoyerJmapProblem) problem = NULL;

  if (self->limit == NULL)
    return g_strconcat (foyer_soup_message_phrase (status), "\n", NULL);
  problem = foyer_jmap_problem_new (status, FOYER_JMAP_LIMIT, "The body is too long");
  problem->limit = self->limit;
  return foyer_jmap_problem_to_text (problem);
}

static GBytes *
make_refusal (FoyerConnection *self, guint status)
{
  g_autofree char *text = write_refusal (self, status);
  g_autofree char *length_text = g_strdup_printf ("%" G_GSIZE_FORMAT, strlen (text));
  g_autoptr (FoyerHttpResponse) response = foyer_http_response_new (
      status, self->limit == NULL ? "text/plain; charset=utf-8" : "application/problem+json", NULL);
  g_autoptr (GBytes) head = NULL;

  if (status == 405)
    foyer_http_response_set_header (response, "Allow", FOYER_GATE_METHODS);
  if (status == 503)
    foyer_http_response_set_header (response, "Retry-After", "1");
  foyer_http_response_set_header (response, "Content-Length", length_text);
  foyer_response_headers_add (response, self->is_public_https);
  head = write_head (response);
  return self->is_head ? g_bytes_ref (head) : join (head, text);
}

/* Who has sent a part of a request learns why it ends; who has sent nothing is not owed a word. */
static void
send_timeout (FoyerConnection *self)
{
  g_autoptr (GBytes) answer = make_refusal (self, 408);
  gsize size;
  const char *data = g_bytes_get_data (answer, &size);

  g_socket_send (self->socket, data, size, NULL, NULL);
}

static void
on_deadline (gpointer data)
{
  FoyerConnection *self = data;

  self->timer = 0;
  if ((self->state == FOYER_CONNECTION_HEAD && self->head->len > 0)
      || (self->state == FOYER_CONNECTION_REQUEST && self->request != NULL
          && !foyer_replay_stream_is_complete (FOYER_REPLAY_STREAM (self->request))))
    send_timeout (self);
  foyer_connection_abort (self);
}

static void
set_deadline (FoyerConnection *self, gint64 delay)
{
  foyer_clock_clear_timer (self->clock, &self->timer);
  if (delay > 0)
    self->timer = foyer_clock_add_timer (self->clock, delay, on_deadline, self);
}

static void
close_now (FoyerConnection *self)
{
  if (self->state == FOYER_CONNECTION_CLOSED)
    return;
  clear_source (&self->reading);
  clear_source (&self->writing);
  set_deadline (self, 0);
  g_queue_clear_full (&self->unsent, (GDestroyNotify) g_bytes_unref);
  self->n_unsent = 0;
  g_clear_pointer (&self->head, g_byte_array_unref);
  g_io_stream_close (self->transport, NULL, NULL);
  set_state (self, FOYER_CONNECTION_CLOSED);
}

static gboolean
on_discarded (GSocket *socket, GIOCondition condition, gpointer data)
{
  FoyerConnection *self = data;
  char buffer[READ_SIZE];
  gssize got = g_socket_receive_with_blocking (socket, buffer, sizeof buffer, FALSE, NULL, NULL);

  if (got > 0 && (self->discarded += (gsize) got) <= MOST_DISCARDED)
    return G_SOURCE_CONTINUE;
  close_now (self);
  return G_SOURCE_REMOVE;
}

static void
watch_input (FoyerConnection *self, GSocketSourceFunc on_input)
{
  clear_source (&self->reading);
  self->reading = g_socket_create_source (self->socket, G_IO_IN | G_IO_HUP | G_IO_ERR, NULL);
  g_source_set_callback (self->reading, G_SOURCE_FUNC (on_input), self, NULL);
  g_source_attach (self->reading, g_main_context_get_thread_default ());
}

/* Closing a socket with unread bytes resets the connection, and the client may never see the answer. */
static void
begin_closing (FoyerConnection *self)
{
  if (self->state >= FOYER_CONNECTION_CLOSING)
    return;
  clear_source (&self->writing);
  g_socket_shutdown (self->socket, FALSE, TRUE, NULL);
  watch_input (self, on_discarded);
  set_deadline (self, CLOSING_SECONDS * G_USEC_PER_SEC);
  set_state (self, FOYER_CONNECTION_CLOSING);
}

static gboolean on_writable (GSocket *socket, GIOCondition condition, gpointer data);

/* Returns: whether the connection still stands. */
static gboolean
send_queue (FoyerConnection *self)
{
  while (!g_queue_is_empty (&self->unsent)) {
    g_autoptr (GError) error = NULL;
    gsize size;
    const char *data = g_bytes_get_data (g_queue_peek_head (&self->unsent), &size);
    gssize sent = g_socket_send_with_blocking (self->socket, data + self->unsent_offset,
                                               size - self->unsent_offset, FALSE, NULL, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)) {
      if (self->writing == NULL) {
        self->writing = g_socket_create_source (self->socket, G_IO_OUT, NULL);
        g_source_set_callback (self->writing, G_SOURCE_FUNC (on_writable), self, NULL);
        g_source_attach (self->writing, g_main_context_get_thread_default ());
      }
      return TRUE;
    }
    if (sent < 0) {
      close_now (self);
      return FALSE;
    }
    self->unsent_offset += (gsize) sent;
    self->n_unsent -= (gsize) sent;
    if (self->unsent_offset == size) {
      g_bytes_unref (g_queue_pop_head (&self->unsent));
      self->unsent_offset = 0;
    }
  }
  clear_source (&self->writing);
  if (self->finishing)
    begin_closing (self);
  return TRUE;
}

static gboolean
on_writable (GSocket *socket, GIOCondition condition, gpointer data)
{
  g_autoptr (FoyerConnection) self = g_object_ref (data);

  /* The queue takes its source away itself once it is empty. */
  send_queue (self);
  return self->writing == NULL ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
queue_bytes (FoyerConnection *self, GBytes *bytes)
{
  if (g_bytes_get_size (bytes) == 0)
    return;
  g_queue_push_tail (&self->unsent, g_bytes_ref (bytes));
  self->n_unsent += g_bytes_get_size (bytes);
  if (self->writing == NULL)
    send_queue (self);
}

static void
refuse_head (FoyerConnection *self, guint status, const char *reason)
{
  g_signal_emit (self, signals[REFUSED], 0, status, reason);
  foyer_connection_refuse (self, status);
}

static void
judge_head (FoyerConnection *self)
{
  FoyerGateVerdict verdict;
  gboolean is_broken;

  self->head_length
      = foyer_gate_find_end (&self->scan, (const char *) self->head->data, self->head->len, &is_broken);
  if (is_broken) {
    refuse_head (self, 400, "line ends");
    return;
  }
  if (self->head_length == 0) {
    if (self->head->len >= FOYER_GATE_LONGEST_HEAD)
      refuse_head (self, 431, "length of the head");
    return;
  }
  verdict = foyer_gate_judge ((const char *) self->head->data, self->head_length);
  self->is_head = verdict.is_head;
  self->body_length = verdict.body_length;
  self->limit = verdict.limit;
  if (verdict.status != 200)
    refuse_head (self, verdict.status, verdict.reason);
  else
    g_signal_emit (self, signals[HEAD_READ], 0);
}

static gboolean
on_head_bytes (GSocket *socket, GIOCondition condition, gpointer data)
{
  g_autoptr (FoyerConnection) self = g_object_ref (data);
  char buffer[READ_SIZE];
  g_autoptr (GError) error = NULL;
  gssize got = g_socket_receive_with_blocking (socket, buffer, sizeof buffer, FALSE, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;
  if (got <= 0) {
    close_now (self);
    return G_SOURCE_REMOVE;
  }
  g_byte_array_append (self->head, (guint8 *) buffer, (guint) got);
  judge_head (self);
  return self->state == FOYER_CONNECTION_HEAD ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A client of events has nothing more to say: what comes is thrown away, and the end of it is the end of the stream. */
static gboolean
on_stream_input (GSocket *socket, GIOCondition condition, gpointer data)
{
  g_autoptr (FoyerConnection) self = g_object_ref (data);
  char buffer[READ_SIZE];
  g_autoptr (GError) error = NULL;
  gssize got = g_socket_receive_with_blocking (socket, buffer, sizeof buffer, FALSE, NULL, &error);

  if (got > 0 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;
  close_now (self);
  return G_SOURCE_REMOVE;
}

static GInputStream *
foyer_connection_get_input_stream (GIOStream *stream)
{
  return FOYER_CONNECTION (stream)->request;
}

static GOutputStream *
foyer_connection_get_output_stream (GIOStream *stream)
{
  return g_io_stream_get_output_stream (FOYER_CONNECTION (stream)->transport);
}

/* The parser has done with the request. */
static gboolean
foyer_connection_close (GIOStream *stream, GCancellable *cancellable, GError **error)
{
  FoyerConnection *self = FOYER_CONNECTION (stream);

  if (self->state == FOYER_CONNECTION_REQUEST)
    begin_closing (self);
  return TRUE;
}

static void
foyer_connection_dispose (GObject *object)
{
  FoyerConnection *self = FOYER_CONNECTION (object);

  if (self->address != NULL)
    g_object_set_data (G_OBJECT (self->address), ADDRESS_KEY, NULL);
  close_now (self);
  G_OBJECT_CLASS (foyer_connection_parent_class)->dispose (object);
}

static void
foyer_connection_finalize (GObject *object)
{
  FoyerConnection *self = FOYER_CONNECTION (object);

  g_clear_object (&self->request);
  g_clear_object (&self->address);
  g_object_unref (self->transport);
  g_object_unref (self->socket);
  g_object_unref (self->clock);
  g_free (self->remote);
  G_OBJECT_CLASS (foyer_connection_parent_class)->finalize (object);
}

static void
foyer_connection_class_init (FoyerConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_connection_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_connection_finalize;
  G_IO_STREAM_CLASS (klass)->get_input_stream = foyer_connection_get_input_stream;
  G_IO_STREAM_CLASS (klass)->get_output_stream = foyer_connection_get_output_stream;
  G_IO_STREAM_CLASS (klass)->close_fn = foyer_connection_close;

  signals[HEAD_READ] = g_signal_new ("head-read", FOYER_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", FOYER_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", FOYER_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
foyer_connection_init (FoyerConnection *self)
{
  g_queue_init (&self->unsent);
  self->head = g_byte_array_new ();
}

static char *
describe_peer (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_remote_address (socket, NULL);

  if (!G_IS_INET_SOCKET_ADDRESS (address))
    return g_strdup ("unix");
  return g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

FoyerConnection *
foyer_connection_new (GSocket *socket, FoyerClock *clock, gboolean is_public_https)
{
  FoyerConnection *self = g_object_new (FOYER_TYPE_CONNECTION, NULL);

  g_socket_set_blocking (socket, FALSE);
  self->socket = g_object_ref (socket);
  self->transport = G_IO_STREAM (g_socket_connection_factory_create_connection (socket));
  self->clock = g_object_ref (clock);
  self->remote = describe_peer (socket);
  self->is_public_https = is_public_https;
  return self;
}

void
foyer_connection_start (FoyerConnection *self, gint64 head_seconds, gint64 total_seconds)
{
  g_return_if_fail (self->state == FOYER_CONNECTION_HEAD && self->reading == NULL);

  self->started_at = foyer_clock_monotonic (self->clock);
  self->total_seconds = total_seconds;
  set_deadline (self, head_seconds * G_USEC_PER_SEC);
  watch_input (self, on_head_bytes);
}

FoyerConnectionState
foyer_connection_get_state (FoyerConnection *self)
{
  return self->state;
}

gsize
foyer_connection_get_body_length (FoyerConnection *self)
{
  return self->body_length;
}

const char *
foyer_connection_get_remote (FoyerConnection *self)
{
  return self->remote;
}

GSocketAddress *
foyer_connection_get_address (FoyerConnection *self)
{
  if (self->address == NULL) {
    self->address = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
    g_object_set_data (G_OBJECT (self->address), ADDRESS_KEY, self);
  }
  return self->address;
}

FoyerConnection *
foyer_connection_of_address (GSocketAddress *address)
{
  return address == NULL ? NULL : g_object_get_data (G_OBJECT (address), ADDRESS_KEY);
}

void
foyer_connection_let_in (FoyerConnection *self)
{
  gsize wanted = self->head_length + self->body_length;
  gsize have = MIN (self->head->len, wanted);
  gint64 spent = foyer_clock_monotonic (self->clock) - self->started_at;

  g_return_if_fail (self->state == FOYER_CONNECTION_HEAD && self->head_length > 0);

  clear_source (&self->reading);
  g_byte_array_set_size (self->head, (guint) have);
  self->request = G_INPUT_STREAM (
      foyer_replay_stream_new (g_byte_array_free_to_bytes (g_steal_pointer (&self->head)),
                               g_io_stream_get_input_stream (self->transport), wanted - have));
  set_deadline (self, MAX (self->total_seconds * G_USEC_PER_SEC - spent, 1));
  set_state (self, FOYER_CONNECTION_REQUEST);
}

void
foyer_connection_refuse (FoyerConnection *self, guint status)
{
  g_autoptr (GBytes) answer = NULL;

  g_return_if_fail (self->state == FOYER_CONNECTION_HEAD);

  clear_source (&self->reading);
  self->finishing = TRUE;
  answer = make_refusal (self, status);
  queue_bytes (self, answer);
}

void
foyer_connection_start_stream (FoyerConnection *self, const FoyerHttpResponse *response)
{
  g_autoptr (GBytes) head = NULL;

  g_return_if_fail (self->state == FOYER_CONNECTION_REQUEST);

  g_clear_object (&self->request);
  set_deadline (self, 0);
  set_state (self, FOYER_CONNECTION_STREAM);
  watch_input (self, on_stream_input);
  head = write_head (response);
  queue_bytes (self, head);
}

void
foyer_connection_send (FoyerConnection *self, GBytes *bytes)
{
  if (self->state == FOYER_CONNECTION_STREAM && !self->finishing)
    queue_bytes (self, bytes);
}

gsize
foyer_connection_get_unsent (FoyerConnection *self)
{
  return self->n_unsent;
}

void
foyer_connection_finish (FoyerConnection *self)
{
  if (self->state >= FOYER_CONNECTION_CLOSING)
    return;
  self->finishing = TRUE;
  if (g_queue_is_empty (&self->unsent))
    begin_closing (self);
  else
    set_deadline (self, CLOSING_SECONDS * G_USEC_PER_SEC);
}

void
foyer_connection_abort (FoyerConnection *self)
{
  if (self->state == FOYER_CONNECTION_REQUEST) {
    /* The parser holds the streams: it is told by the socket and closes in its turn. */
    set_deadline (self, 0);
    g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
    return;
  }
  close_now (self);
}
