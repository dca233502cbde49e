/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-front.c - from sockets to the backend's lanes and back */

#include "http/foyer-front.h"

#include "http/foyer-at-once.h"
#include "http/foyer-event-streams.h"
#include "http/foyer-listener.h"
#include "http/foyer-password-gate.h"
#include "http/foyer-response-headers.h"
#include "http/foyer-soup-message.h"

#include <string.h>

#define EVENTS_PATH "/jmap/events"
#define STOP_SECONDS 5
#define REFERENCE_BYTES 16

struct _FoyerFront {
  GObject parent_instance;

  FoyerBackend *backend;        /* (owned) */
  FoyerClock *clock;            /* (owned) */
  FoyerRandom *random;          /* (owned) */
  FoyerServerLog *log;          /* (owned) */
  FoyerWorker *reader;          /* (owned) */
  FoyerWorker *writer;          /* (owned) */
  FoyerWorker *uploader;        /* (owned) */
  FoyerWorker *fetcher;         /* (owned) */
  FoyerListener *listener;      /* (owned) */
  FoyerEventStreams *streams;   /* (owned) */
  SoupServer *server;           /* (owned) */
  FoyerPasswordGate *passwords; /* (owned) */
  GHashTable
      *uploads; /* (element-type utf8): hash of a token to the number of its uploads that run (owned) */
  gboolean is_public_https;
  gboolean stopping;
  gboolean stopped;
  guint stop_timer;
};

G_DEFINE_FINAL_TYPE (FoyerFront, foyer_front, G_TYPE_OBJECT)

enum { STOPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One request on its way through. */
typedef struct {
  FoyerBackend *backend;
  SoupServerMessage *message;
  FoyerConnection *connection;
  FoyerHttpRequest *request;
  FoyerCredentials *credentials;
  FoyerHttpResponse *response; /* (nullable) */
  FoyerLane lane;
  char *reference;
  gint64 started_at; /* monotonic */
  gint64 now;
  gboolean finished; /* the client has gone */
  gulong finished_handler;

  /* Of an event stream. */
  FoyerEventQuery *query; /* (nullable) */
  GHashTable *states;     /* (nullable) */
  char *account_id;       /* (nullable) */
} Exchange;

static void
exchange_free (Exchange *self)
{
  g_clear_signal_handler (&self->finished_handler, self->message);
  g_object_unref (self->message);
  g_clear_object (&self->connection);
  g_object_unref (self->backend);
  foyer_http_request_free (self->request);
  foyer_credentials_free (self->credentials);
  foyer_http_response_free (self->response);
  foyer_event_query_free (self->query);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_free (self->account_id);
  g_free (self->reference);
  g_free (self);
}

static void
log_request (FoyerFront *self, Exchange *exchange, guint status)
{
  g_autofree char *path = foyer_server_log_redact_path (exchange->request->path);
  g_autofree char *status_text = g_strdup_printf ("%u", status);
  g_autofree char *took
      = g_strdup_printf ("%" G_GINT64_FORMAT,
                         (foyer_clock_monotonic (self->clock) - exchange->started_at) / 1000);

  foyer_server_log_event (self->log, status >= 500 ? "error" : "info", "request", "reference",
                          exchange->reference, "method", exchange->request->method, "path", path, "status",
                          status_text, "ms", took, NULL);
}

static void
answer (FoyerFront *self, Exchange *exchange, FoyerHttpResponse *response)
{
  log_request (self, exchange, response->status);
  if (exchange->finished)
    return;
  foyer_response_headers_add (response, self->is_public_https);
  foyer_soup_message_answer (exchange->message, response);
  soup_server_message_unpause (exchange->message);
}

/* --- Ordinary requests --- */

static void
handle_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exchange *exchange = data;

  exchange->response = foyer_backend_handle (exchange->backend, exchange->lane, exchange->credentials,
                                             exchange->request, exchange->now);
  g_task_return_boolean (task, TRUE);
}

static void
on_handled (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerFront *self = FOYER_FRONT (source);
  Exchange *exchange = data;

  if (exchange->lane == FOYER_LANE_WRITE)
    foyer_event_streams_check_soon (self->streams);
  answer (self, exchange, exchange->response);
  exchange_free (exchange);
}

static void
push_to (FoyerFront *self,
         FoyerWorker *worker,
         Exchange *exchange,
         GTaskThreadFunc work,
         GAsyncReadyCallback on_ready)
{
  GTask *task = g_task_new (self, NULL, on_ready, exchange);

  g_task_set_source_tag (task, push_to);
  g_task_set_task_data (task, exchange, NULL);
  foyer_worker_push (worker, task, work);
}

/* --- What takes long: whoever may not ask for it costs no work --- */

static void
admit_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exchange *exchange = data;

  g_task_return_boolean (task, foyer_backend_admits (exchange->backend, exchange->credentials,
                                                     exchange->request, exchange->now));
}

static void
work_ahead_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exchange *exchange = data;

  foyer_backend_work_ahead (exchange->backend, exchange->request);
  g_task_return_boolean (task, TRUE);
}

static void
on_worked_ahead (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerFront *self = FOYER_FRONT (source);

  push_to (self, self->writer, data, handle_in_worker, on_handled);
}

static void
on_admitted (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerFront *self = FOYER_FRONT (source);
  Exchange *exchange = data;
  gboolean fetches = foyer_backend_get_ahead (exchange->request) == FOYER_AHEAD_FETCH;

  if (exchange->finished) {
    exchange_free (exchange);
    return;
  }
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    push_to (self, fetches ? self->fetcher : self->uploader, exchange, work_ahead_in_worker, on_worked_ahead);
  else
    push_to (self, self->writer, exchange, handle_in_worker, on_handled);
}

/* --- Event streams --- */

static void
ask_states_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exchange *exchange = data;

  if (exchange->credentials->bearer != NULL)
    exchange->states = foyer_backend_get_states (exchange->backend, exchange->credentials->bearer,
                                                 exchange->now, &exchange->account_id);
  g_task_return_boolean (task, TRUE);
}

/* libsoup does it for all others. */
static void
set_date (FoyerFront *self, FoyerHttpResponse *head)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (foyer_clock_now_seconds (self->clock));
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  foyer_http_response_set_header (head, "Date", date);
}

static void
begin_stream (FoyerFront *self, Exchange *exchange)
{
  g_autoptr (FoyerHttpResponse) head = foyer_http_response_new (200, "text/event-stream", NULL);
  g_autoptr (GIOStream) taken = NULL;

  log_request (self, exchange, 200);
  if (exchange->finished)
    return;
  set_date (self, head);
  foyer_http_response_set_header (head, "X-Accel-Buffering", "no");
  foyer_response_headers_add (head, self->is_public_https);
  g_clear_signal_handler (&exchange->finished_handler, exchange->message);
  taken = soup_server_message_steal_connection (exchange->message);
  foyer_event_streams_begin (self->streams, exchange->connection, g_steal_pointer (&exchange->query),
                             exchange->credentials->bearer, exchange->account_id,
                             foyer_http_request_header (exchange->request, "last-event-id"), exchange->states,
                             head);
}

static FoyerHttpResponse *
make_refusal (guint status, const char *text)
{
  return foyer_http_response_new_text (status, "text/plain; charset=utf-8", g_strdup (text));
}

static void
on_states_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  FoyerFront *self = FOYER_FRONT (source);
  Exchange *exchange = data;
  g_autoptr (FoyerHttpResponse) refusal = NULL;

  if (exchange->states == NULL) {
    refusal = make_refusal (401, "Sign in again\n");
    foyer_http_response_set_header (refusal, "WWW-Authenticate", "Bearer");
  } else if (!foyer_listener_may_stream (self->listener)) {
    refusal = make_refusal (503, "Too many event streams\n");
    foyer_http_response_set_header (refusal, "Retry-After", "60");
  }
  if (refusal != NULL)
    answer (self, exchange, refusal);
  else
    begin_stream (self, exchange);
  exchange_free (exchange);
}

/* --- Dispatch --- */

static void
push_exchange (FoyerFront *self, Exchange *exchange)
{
  FoyerWorker *worker = exchange->lane == FOYER_LANE_WRITE ? self->writer : self->reader;

  if (exchange->query != NULL)
    push_to (self, worker, exchange, ask_states_in_worker, on_states_asked);
  else if (foyer_backend_get_ahead (exchange->request) != FOYER_AHEAD_NOTHING)
    push_to (self, self->reader, exchange, admit_in_worker, on_admitted);
  else
    push_to (self, worker, exchange, handle_in_worker, on_handled);
}

static void
on_message_finished (SoupServerMessage *message, Exchange *exchange)
{
  exchange->finished = TRUE;
}

static gboolean
is_events_request (const FoyerHttpRequest *request)
{
  return strcmp (request->path, EVENTS_PATH) == 0 && strcmp (request->method, "GET") == 0;
}

/* Returns: (transfer full) (nullable): the answer to what goes to no lane */
static FoyerHttpResponse *
check_request (FoyerFront *self, Exchange *exchange)
{
  FoyerHttpResponse *refusal;

  if (is_events_request (exchange->request)) {
    exchange->query = foyer_event_query_parse (exchange->request->query);
    return exchange->query != NULL ? NULL
                                   : make_refusal (400, "types, closeafter or ping cannot be understood\n");
  }
  if (foyer_password_gate_admits (self->passwords, exchange->request, exchange->credentials->remote))
    return NULL;
  refusal = make_refusal (429, "Many people are signing in. Go back and try again in a minute.\n");
  foyer_http_response_set_header (refusal, "Retry-After", "60");
  return refusal;
}

static Exchange *
begin_exchange (FoyerFront *self,
                SoupServerMessage *message,
                FoyerConnection *connection,
                FoyerHttpRequest *request)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->backend = g_object_ref (self->backend);
  exchange->message = g_object_ref (message);
  exchange->connection = g_object_ref (connection);
  exchange->request = request;
  exchange->credentials = foyer_credentials_new (request, foyer_connection_get_remote (connection));
  exchange->reference = foyer_random_token (self->random, REFERENCE_BYTES);
  exchange->started_at = foyer_clock_monotonic (self->clock);
  exchange->now = foyer_clock_now_seconds (self->clock);
  exchange->finished_handler
      = g_signal_connect (message, "finished", G_CALLBACK (on_message_finished), exchange);
  foyer_http_request_set_header (request, "x-request-id", exchange->reference);
  return exchange;
}

static void
on_request_arrived (SoupServer *server,
                    SoupServerMessage *message,
                    const char *path,
                    GHashTable *query,
                    gpointer data)
{
  FoyerFront *self = data;
  FoyerHttpRequest *request = foyer_soup_message_read (message);
  FoyerConnection *connection
      = foyer_connection_of_address (soup_server_message_get_remote_address (message));
  g_autoptr (FoyerHttpResponse) refusal = NULL;
  Exchange *exchange;

  if (request == NULL || connection == NULL) {
    refusal = make_refusal (400, "Bad Request\n");
    foyer_response_headers_add (refusal, self->is_public_https);
    foyer_soup_message_answer (message, refusal);
    foyer_http_request_free (request);
    return;
  }
  exchange = begin_exchange (self, message, connection, request);
  soup_server_message_pause (message);
  refusal = check_request (self, exchange);
  if (refusal != NULL) {
    answer (self, exchange, refusal);
    exchange_free (exchange);
    return;
  }
  exchange->lane = exchange->query != NULL ? FOYER_LANE_READ : foyer_backend_choose_lane (request);
  push_exchange (self, exchange);
}

static void
on_listener_request (FoyerListener *listener, FoyerConnection *connection, FoyerFront *self)
{
  GSocketAddress *address = foyer_connection_get_address (connection);
  g_autoptr (GError) error = NULL;

  if (!soup_server_accept_iostream (self->server, G_IO_STREAM (connection), address, address, &error)) {
    g_warning ("A connection was not taken: %s", error->message);
    foyer_connection_abort (connection);
  }
}

static void
on_listener_refused (FoyerListener *listener, guint status, const char *reason, FoyerFront *self)
{
  g_autofree char *status_text = g_strdup_printf ("%u", status);

  foyer_server_log_event (self->log, "info", "refused", "status", status_text, "reason", reason, NULL);
}

/* --- Stopping --- */

static void
finish_stopping (FoyerFront *self)
{
  foyer_clock_clear_timer (self->clock, &self->stop_timer);
  if (self->stopped)
    return;
  self->stopped = TRUE;
  foyer_listener_close (self->listener);
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
on_listener_idle (FoyerListener *listener, FoyerFront *self)
{
  if (self->stopping && foyer_event_streams_count (self->streams) == 0)
    finish_stopping (self);
}

static void
on_stop_deadline (gpointer data)
{
  FoyerFront *self = data;

  self->stop_timer = 0;
  finish_stopping (self);
}

void
foyer_front_stop (FoyerFront *self)
{
  g_return_if_fail (FOYER_IS_FRONT (self));

  if (self->stopping)
    return;
  self->stopping = TRUE;
  self->stop_timer
      = foyer_clock_add_timer (self->clock, STOP_SECONDS * G_USEC_PER_SEC, on_stop_deadline, self);
  foyer_listener_stop (self->listener);
  foyer_event_streams_close (self->streams);
  if (foyer_listener_count (self->listener, FOYER_CONNECTION_REQUEST) == 0
      && foyer_listener_count (self->listener, FOYER_CONNECTION_CLOSING) == 0)
    finish_stopping (self);
}

/* --- The object --- */

static void
foyer_front_finalize (GObject *object)
{
  FoyerFront *self = FOYER_FRONT (object);

  foyer_clock_clear_timer (self->clock, &self->stop_timer);
  g_signal_handlers_disconnect_by_data (self->listener, self);
  g_object_unref (self->streams);
  g_object_unref (self->listener);
  g_object_unref (self->server);
  g_object_unref (self->backend);
  g_object_unref (self->reader);
  g_object_unref (self->writer);
  g_object_unref (self->uploader);
  g_object_unref (self->fetcher);
  g_object_unref (self->log);
  g_object_unref (self->random);
  foyer_password_gate_free (self->passwords);
  g_object_unref (self->clock);
  G_OBJECT_CLASS (foyer_front_parent_class)->finalize (object);
}

static void
foyer_front_class_init (FoyerFrontClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_front_finalize;

  signals[STOPPED]
      = g_signal_new ("stopped", FOYER_TYPE_FRONT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_front_init (FoyerFront *self)
{
}

FoyerFront *
foyer_front_new (const FoyerFrontOptions *options)
{
  FoyerFront *self = g_object_new (FOYER_TYPE_FRONT, NULL);

  self->backend = g_object_ref (options->backend);
  self->clock = g_object_ref (options->clock);
  self->passwords = foyer_password_gate_new (options->clock);
  self->random = g_object_ref (options->random);
  self->log = g_object_ref (options->log);
  self->reader = g_object_ref (options->reader);
  self->writer = g_object_ref (options->writer);
  self->uploader = g_object_ref (options->uploader);
  self->fetcher = g_object_ref (options->fetcher);
  self->is_public_https = options->is_public_https;
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, "/", on_request_arrived, self, NULL);
  foyer_at_once_watch (self->server, on_request_arrived, self, self->clock, self->is_public_https);
  self->streams = foyer_event_streams_new (options->backend, options->reader, options->clock);
  self->listener = foyer_listener_new (options->socket, options->clock, options->is_public_https);
  g_signal_connect (self->listener, "request", G_CALLBACK (on_listener_request), self);
  g_signal_connect (self->listener, "refused", G_CALLBACK (on_listener_refused), self);
  g_signal_connect (self->listener, "idle", G_CALLBACK (on_listener_idle), self);
  return self;
}

void
foyer_front_note_write (FoyerFront *self)
{
  foyer_event_streams_check_soon (self->streams);
}

guint
foyer_front_count_streams (FoyerFront *self)
{
  return foyer_event_streams_count (self->streams);
}
