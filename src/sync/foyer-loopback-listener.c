/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-loopback-listener.c - the port that the browser comes back to */

#include "foyer-loopback-listener.h"

#include <libsoup/soup.h>
#include <string.h>

#define PATH "/signed-in"
#define LONGEST_HEAD (16 * 1024)
#define VISIT_SECONDS 10

#define HEADERS \
  "Connection: close\r\n" \
  "Cache-Control: no-store\r\n" \
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n" \
  "Content-Type: text/html; charset=utf-8\r\n" \
  "Referrer-Policy: no-referrer\r\n" \
  "X-Content-Type-Options: nosniff\r\n" \
  "\r\n"

static const char welcome[]
    = "HTTP/1.1 200 OK\r\n" HEADERS "<!DOCTYPE html><html lang=\"en\"><title>Foyer</title>"
      "<p>You can go back to Foyer.</p></html>\n";
static const char nothing[]
    = "HTTP/1.1 404 Not Found\r\n" HEADERS "<!DOCTYPE html><html lang=\"en\"><title>Foyer</title>"
      "<p>There is nothing here.</p></html>\n";

struct _FoyerLoopbackListener {
  GObject parent_instance;

  char *state;
  char *redirect_uri;
  GSocketService *service;
  GCancellable *cancellable; /* of all visits */
  GTask *waiting;
  GSource *cancel_source;
};

G_DEFINE_FINAL_TYPE (FoyerLoopbackListener, foyer_loopback_listener, G_TYPE_OBJECT)

static void
stop (FoyerLoopbackListener *self)
{
  if (self->cancel_source != NULL)
    g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
}

static void
foyer_loopback_listener_dispose (GObject *object)
{
  FoyerLoopbackListener *self = FOYER_LOOPBACK_LISTENER (object);

  stop (self);
  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (foyer_loopback_listener_parent_class)->dispose (object);
}

static void
foyer_loopback_listener_finalize (GObject *object)
{
  FoyerLoopbackListener *self = FOYER_LOOPBACK_LISTENER (object);

  g_free (self->state);
  g_free (self->redirect_uri);
  g_clear_object (&self->service);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_loopback_listener_parent_class)->finalize (object);
}

static void
foyer_loopback_listener_class_init (FoyerLoopbackListenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_loopback_listener_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_loopback_listener_finalize;
}

static void
foyer_loopback_listener_init (FoyerLoopbackListener *self)
{
  self->service = g_socket_service_new ();
  self->cancellable = g_cancellable_new ();
}

/* One connection, until its answer is written. */
typedef struct {
  GWeakRef listener;
  GSocketConnection *connection;
  GCancellable *cancellable;
  GHashTable *query; /* of the browser that comes back */
  gsize length;
  char head[LONGEST_HEAD + 1];
} Visit;

static void
visit_free (Visit *visit)
{
  g_weak_ref_clear (&visit->listener);
  g_clear_object (&visit->connection);
  g_clear_object (&visit->cancellable);
  g_clear_pointer (&visit->query, g_hash_table_unref);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

static void
on_write_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Visit) visit = user_data;
  g_autoptr (FoyerLoopbackListener) self = g_weak_ref_get (&visit->listener);
  g_autoptr (GTask) task = NULL;

  /* A browser that does not wait for its page has still brought what it was sent with. */
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_io_stream_close_async (G_IO_STREAM (visit->connection), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  if (self == NULL || visit->query == NULL || self->waiting == NULL)
    return;
  task = g_steal_pointer (&self->waiting);
  stop (self);
  g_task_return_pointer (task, g_steal_pointer (&visit->query), (GDestroyNotify) g_hash_table_unref);
}

/* Returns: (transfer full) (nullable): the query of "GET /signed-in?... HTTP/1.1" */
static char *
read_query (const char *head)
{
  static const char start[] = "GET " PATH "?";
  const char *end;

  if (!g_str_has_prefix (head, start))
    return NULL;
  head += strlen (start);
  end = head + strcspn (head, " \r\n");
  return g_str_has_prefix (end, " HTTP/1.") ? g_strndup (head, (gsize) (end - head)) : NULL;
}

static void
answer (Visit *visit)
{
  g_autoptr (FoyerLoopbackListener) self = g_weak_ref_get (&visit->listener);
  g_autofree char *text = read_query (visit->head);
  GHashTable *query = text == NULL ? NULL : soup_form_decode (text);
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (visit->connection));
  const char *page = nothing;

  if (query != NULL && self != NULL && g_strcmp0 (g_hash_table_lookup (query, "state"), self->state) == 0) {
    visit->query = g_hash_table_ref (query);
    page = welcome;
  }
  g_clear_pointer (&query, g_hash_table_unref);
  g_output_stream_write_all_async (output, page, strlen (page), G_PRIORITY_DEFAULT, visit->cancellable,
                                   on_write_ready, visit);
}

static void read_head (Visit *visit);

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Visit) visit = user_data;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (length <= 0)
    return;
  visit->length += (gsize) length;
  visit->head[visit->length] = '\0';
  if (strstr (visit->head, "\r\n\r\n") != NULL)
    answer (g_steal_pointer (&visit));
  else if (visit->length < LONGEST_HEAD)
    read_head (g_steal_pointer (&visit));
}

/* The whole head: closing a connection with something unread would take the page from the browser again. */
static void
read_head (Visit *visit)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (visit->connection));

  g_input_stream_read_async (input, visit->head + visit->length, LONGEST_HEAD - visit->length,
                             G_PRIORITY_DEFAULT, visit->cancellable, on_read_ready, visit);
}

static gboolean
on_incoming (FoyerLoopbackListener *self, GSocketConnection *connection)
{
  Visit *visit = g_new0 (Visit, 1);

  g_weak_ref_init (&visit->listener, self);
  visit->connection = g_object_ref (connection);
  visit->cancellable = g_object_ref (self->cancellable);
  g_socket_set_timeout (g_socket_connection_get_socket (connection), VISIT_SECONDS);
  read_head (visit);
  return TRUE;
}

FoyerLoopbackListener *
foyer_loopback_listener_new (const char *state, GError **error)
{
  g_autoptr (FoyerLoopbackListener) self = g_object_new (FOYER_TYPE_LOOPBACK_LISTENER, NULL);
  g_autoptr (GSocketAddress) wish = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) address = NULL;

  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wish, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &address, error))
    return NULL;
  self->state = g_strdup (state);
  self->redirect_uri = g_strdup_printf ("http://127.0.0.1:%u" PATH,
                                        g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  g_signal_connect_object (self->service, "incoming", G_CALLBACK (on_incoming), self, G_CONNECT_SWAPPED);
  return g_steal_pointer (&self);
}

const char *
foyer_loopback_listener_get_redirect_uri (FoyerLoopbackListener *self)
{
  return self->redirect_uri;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  FoyerLoopbackListener *self = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&self->waiting);

  stop (self);
  if (task != NULL)
    g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

void
foyer_loopback_listener_wait_async (FoyerLoopbackListener *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (self->waiting == NULL);

  self->waiting = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->waiting, foyer_loopback_listener_wait_async);
  if (cancellable != NULL) {
    self->cancel_source = g_cancellable_source_new (cancellable);
    g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (on_cancelled), self, NULL);
    g_source_attach (self->cancel_source, g_main_context_get_thread_default ());
  }
}

GHashTable *
foyer_loopback_listener_wait_finish (FoyerLoopbackListener *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
