/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-canned-server.c - a server that says what the test wrote */

#include "foyer-canned-server.h"

#include <string.h>

#define PATIENCE_SECONDS 10
#define REPEATED_BYTES (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

typedef struct {
  GBytes *bytes;
  FoyerCannedEnd end;
} Answer;

struct _FoyerCannedServer {
  grefcount references;
  GSocketService *service;
  GTlsCertificate *certificate;
  char *address;
  GHashTable *answers; /* target to GQueue of Answer */
  GPtrArray *requests;
  GPtrArray *visits; /* of connections that are open */
  GCancellable *cancellable;
  guint connections;
  guint64 written;
};

typedef struct {
  FoyerCannedServer *server;
  GIOStream *stream;
  GString *request;
  Answer *answer;
  gsize repeat_from;
  guint64 repeated;
  gboolean is_held;
  char chunk[64 * 1024];
} Visit;

static void
answer_free (Answer *answer)
{
  g_bytes_unref (answer->bytes);
  g_free (answer);
}

static void
free_answers (gpointer queue)
{
  g_queue_free_full (queue, (GDestroyNotify) answer_free);
}

static void
server_unref (FoyerCannedServer *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->service);
  g_clear_object (&self->certificate);
  g_free (self->address);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->visits);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
end_visit (Visit *visit)
{
  FoyerCannedServer *self = visit->server;

  g_ptr_array_remove (self->visits, visit);
  g_io_stream_close (visit->stream, NULL, NULL);
  g_object_unref (visit->stream);
  g_string_free (visit->request, TRUE);
  g_clear_pointer (&visit->answer, answer_free);
  g_free (visit);
  server_unref (self);
}

static void read_request (Visit *visit);
static void write_again (Visit *visit);

static void
on_write_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  gsize written = 0;
  gboolean is_written = g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, &written, NULL);

  visit->server->written += written;
  if (!is_written || visit->answer->end == FOYER_CANNED_CLOSE) {
    end_visit (visit);
  } else if (visit->answer->end == FOYER_CANNED_KEEP) {
    g_clear_pointer (&visit->answer, answer_free);
    read_request (visit);
  } else if (visit->answer->end == FOYER_CANNED_REPEAT) {
    write_again (visit);
  } else {
    visit->is_held = TRUE;
  }
}

static void
write_again (Visit *visit)
{
  gsize length;
  const char *data = g_bytes_get_data (visit->answer->bytes, &length);

  visit->repeated += length - visit->repeat_from;
  if (visit->repeated > REPEATED_BYTES)
    visit->answer->end = FOYER_CANNED_CLOSE;
  g_output_stream_write_all_async (g_io_stream_get_output_stream (visit->stream), data + visit->repeat_from,
                                   length - visit->repeat_from, G_PRIORITY_DEFAULT,
                                   visit->server->cancellable, on_write_ready, visit);
}

static void
give_answer (Visit *visit)
{
  FoyerCannedServer *self = visit->server;
  g_auto (GStrv) words = g_strsplit (visit->request->str, " ", 3);
  GQueue *answers = g_hash_table_lookup (self->answers, words[1]);
  const char *end_of_head;
  const char *data;
  gsize length;

  visit->answer = answers == NULL ? NULL : g_queue_pop_head (answers);
  g_ptr_array_add (self->requests, g_strndup (visit->request->str, visit->request->len));
  g_string_truncate (visit->request, 0);
  if (visit->answer == NULL)
    g_error ("Nothing is written for %s %s", words[0], words[1]);
  data = g_bytes_get_data (visit->answer->bytes, &length);
  end_of_head = g_strstr_len (data, (gssize) length, "\r\n\r\n");
  visit->repeat_from = end_of_head == NULL ? 0 : (gsize) (end_of_head + 4 - data);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (visit->stream), data, length,
                                   G_PRIORITY_DEFAULT, self->cancellable, on_write_ready, visit);
}

static gboolean
is_whole (GString *request)
{
  const char *end_of_head = strstr (request->str, "\r\n\r\n");
  const char *length;

  if (end_of_head == NULL)
    return FALSE;
  length = strstr (request->str, "Content-Length: ");
  if (length == NULL || length > end_of_head)
    return TRUE;
  return request->len >= (gsize) (end_of_head + 4 - request->str)
                             + g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
}

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (length <= 0) {
    end_visit (visit);
    return;
  }
  g_string_append_len (visit->request, visit->chunk, length);
  if (is_whole (visit->request))
    give_answer (visit);
  else
    read_request (visit);
}

static void
read_request (Visit *visit)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (visit->stream), visit->chunk, sizeof visit->chunk,
                             G_PRIORITY_DEFAULT, visit->server->cancellable, on_read_ready, visit);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, FoyerCannedServer *self)
{
  Visit *visit = g_new0 (Visit, 1);
  g_autoptr (GError) error = NULL;

  self->connections++;
  g_ref_count_inc (&self->references);
  visit->server = self;
  visit->request = g_string_new (NULL);
  visit->stream = self->certificate == NULL
                      ? g_object_ref (G_IO_STREAM (connection))
                      : g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->visits, visit);
  read_request (visit);
  return TRUE;
}

FoyerCannedServer *
foyer_canned_server_new (const char *certificate)
{
  FoyerCannedServer *self = g_new0 (FoyerCannedServer, 1);
  g_autoptr (GSocketAddress) wish = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  g_ref_count_init (&self->references);
  self->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wish, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  if (certificate != NULL) {
    g_autofree char *path = g_build_filename (FOYER_TEST_DATA, certificate, NULL);

    self->certificate = g_tls_certificate_new_from_file (path, &error);
    g_assert_no_error (error);
  }
  self->address = g_strdup_printf ("%s:%u", certificate == NULL ? "http://127.0.0.1" : "https://localhost",
                                   g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answers);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->visits = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  return self;
}

static gboolean
on_patience_ended (gpointer user_data)
{
  g_error ("Waited %d seconds for nothing", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

void
foyer_canned_server_wait_quiet (FoyerCannedServer *self)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);

  while (self->visits->len > 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
foyer_canned_server_wait_requests (FoyerCannedServer *self, guint count)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);

  while (self->requests->len < count)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
foyer_canned_server_free (FoyerCannedServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_signal_handlers_disconnect_by_data (self->service, self);
  foyer_canned_server_hang_up (self);
  g_cancellable_cancel (self->cancellable);
  foyer_canned_server_wait_quiet (self);
  server_unref (self);
}

const char *
foyer_canned_server_get_address (FoyerCannedServer *self)
{
  return self->address;
}

void
foyer_canned_server_answer_bytes (FoyerCannedServer *self,
                                  const char *target,
                                  GBytes *bytes,
                                  FoyerCannedEnd end)
{
  GQueue *answers = g_hash_table_lookup (self->answers, target);
  Answer *answer = g_new0 (Answer, 1);

  if (answers == NULL) {
    answers = g_queue_new ();
    g_hash_table_insert (self->answers, g_strdup (target), answers);
  }
  answer->bytes = g_bytes_ref (bytes);
  answer->end = end;
  g_queue_push_tail (answers, answer);
}

void
foyer_canned_server_answer (FoyerCannedServer *self, const char *target, const char *text, FoyerCannedEnd end)
{
  GString *filled = g_string_new (text);
  g_autoptr (GBytes) bytes = NULL;

  g_string_replace (filled, "@ADDRESS@", self->address, 0);
  bytes = g_string_free_to_bytes (filled);
  foyer_canned_server_answer_bytes (self, target, bytes, end);
}

void
foyer_canned_server_json (FoyerCannedServer *self, const char *target, const char *status, const char *body)
{
  g_autoptr (GString) filled = g_string_new (body);
  g_autofree char *text = NULL;

  g_string_replace (filled, "@ADDRESS@", self->address, 0);
  text = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT
                          "\r\nConnection: close\r\n\r\n%s",
                          status, filled->len, filled->str);
  foyer_canned_server_answer (self, target, text, FOYER_CANNED_CLOSE);
}

static Visit *
find_held (FoyerCannedServer *self)
{
  for (guint i = 0; i < self->visits->len; i++) {
    Visit *visit = self->visits->pdata[i];

    if (visit->is_held)
      return visit;
  }
  return NULL;
}

void
foyer_canned_server_push (FoyerCannedServer *self, const char *bytes)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);
  g_autoptr (GError) error = NULL;
  Visit *visit;

  while ((visit = find_held (self)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  g_output_stream_write_all (g_io_stream_get_output_stream (visit->stream), bytes, strlen (bytes), NULL, NULL,
                             &error);
  g_assert_no_error (error);
}

void
foyer_canned_server_hang_up (FoyerCannedServer *self)
{
  Visit *visit;

  while ((visit = find_held (self)) != NULL)
    end_visit (visit);
}

GPtrArray *
foyer_canned_server_get_requests (FoyerCannedServer *self)
{
  return self->requests;
}

guint
foyer_canned_server_get_connections (FoyerCannedServer *self)
{
  return self->connections;
}

guint64
foyer_canned_server_get_written (FoyerCannedServer *self)
{
  return self->written;
}
