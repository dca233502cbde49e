/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-canned-transport.c - a transport whose other end is the test */

#include "foyer-canned-transport.h"

#include <string.h>

struct _FoyerCannedTransport {
  GObject parent_instance;

  GTask *task; /* (owned) (nullable): the request that waits for an answer */
  char *method;
  char *url;
  char *path;
  char *body;

  gboolean plays_streams;
  GTask *stream; /* (owned) (nullable): the stream that is open */
  char *stream_url;
  char *last_event_id;
  FoyerEventFunc on_event;
  gpointer event_data;
  gint64 wait;
};

static void foyer_canned_transport_transport_init (FoyerTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerCannedTransport,
                               foyer_canned_transport,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_TRANSPORT,
                                                      foyer_canned_transport_transport_init))

static void
forget_request (FoyerCannedTransport *self)
{
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->body, g_free);
}

static void
foyer_canned_transport_send_async (FoyerTransport *transport,
                                   const char *method,
                                   const char *url,
                                   const char *content_type,
                                   GBytes *body,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  FoyerCannedTransport *self = FOYER_CANNED_TRANSPORT (transport);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  g_assert_null (self->task); /* One request at a time. */
  g_assert_nonnull (uri);
  g_assert_cmpstr (g_uri_get_host (uri), ==, "office.example");
  forget_request (self);
  self->task = g_task_new (self, NULL, callback, user_data);
  self->method = g_strdup (method);
  self->url = g_strdup (url);
  self->path = g_strdup (g_uri_get_path (uri));
  self->body = body == NULL ? NULL : g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static FoyerTransportReply *
foyer_canned_transport_send_finish (FoyerTransport *transport, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_listening_cancelled (GCancellable *cancellable, gpointer task)
{
  foyer_canned_transport_end_stream (g_task_get_source_object (task), 0, -1);
}

static void
foyer_canned_transport_listen_async (FoyerTransport *transport,
                                     const char *url,
                                     const char *last_event_id,
                                     FoyerEventFunc on_event,
                                     gpointer event_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  FoyerCannedTransport *self = FOYER_CANNED_TRANSPORT (transport);
  g_autoptr (GTask) task = g_task_new (transport, NULL, callback, user_data);

  if (!self->plays_streams) {
    self->wait = -1;
    g_task_return_int (task, 204);
    return;
  }
  g_assert_null (self->stream);
  g_free (self->stream_url);
  g_free (self->last_event_id);
  self->stream_url = g_strdup (url);
  self->last_event_id = g_strdup (last_event_id);
  self->on_event = on_event;
  self->event_data = event_data;
  self->stream = g_steal_pointer (&task);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_listening_cancelled), self->stream, 0);
}

static guint
foyer_canned_transport_listen_finish (FoyerTransport *transport,
                                      GAsyncResult *result,
                                      gint64 *wait,
                                      GError **error)
{
  *wait = FOYER_CANNED_TRANSPORT (transport)->wait;
  return (guint) g_task_propagate_int (G_TASK (result), error);
}

static void
foyer_canned_transport_transport_init (FoyerTransportInterface *iface)
{
  iface->send_async = foyer_canned_transport_send_async;
  iface->send_finish = foyer_canned_transport_send_finish;
  iface->listen_async = foyer_canned_transport_listen_async;
  iface->listen_finish = foyer_canned_transport_listen_finish;
}

static void
foyer_canned_transport_dispose (GObject *object)
{
  FoyerCannedTransport *self = FOYER_CANNED_TRANSPORT (object);

  forget_request (self);
  g_clear_pointer (&self->stream_url, g_free);
  g_clear_pointer (&self->last_event_id, g_free);
  G_OBJECT_CLASS (foyer_canned_transport_parent_class)->dispose (object);
}

static void
foyer_canned_transport_class_init (FoyerCannedTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_canned_transport_dispose;
}

static void
foyer_canned_transport_init (FoyerCannedTransport *self)
{
}

FoyerCannedTransport *
foyer_canned_transport_new (void)
{
  return g_object_new (FOYER_TYPE_CANNED_TRANSPORT, NULL);
}

gboolean
foyer_canned_transport_is_asked (FoyerCannedTransport *self)
{
  return self->task != NULL;
}

const char *
foyer_canned_transport_get_method (FoyerCannedTransport *self)
{
  return self->method;
}

const char *
foyer_canned_transport_get_path (FoyerCannedTransport *self)
{
  return self->path;
}

const char *
foyer_canned_transport_get_body (FoyerCannedTransport *self)
{
  return self->body;
}

static void
reply_with (FoyerCannedTransport *self,
            guint status,
            const char *content_type,
            const char *body,
            gint64 retry_after)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  FoyerTransportReply *reply = g_new0 (FoyerTransportReply, 1);

  reply->status = status;
  reply->content_type = g_strdup (content_type);
  reply->body = g_bytes_new (body, strlen (body));
  reply->retry_after = retry_after;
  reply->url = g_strdup (self->url);
  g_task_return_pointer (task, reply, (GDestroyNotify) foyer_transport_reply_free);
}

void
foyer_canned_transport_reply (FoyerCannedTransport *self,
                              guint status,
                              const char *content_type,
                              const char *body)
{
  reply_with (self, status, content_type, body, -1);
}

void
foyer_canned_transport_reply_later (FoyerCannedTransport *self, guint status, gint64 seconds)
{
  reply_with (self, status, "text/plain", "", seconds);
}

void
foyer_canned_transport_fail (FoyerCannedTransport *self, FoyerTransportError error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, (int) error, "As the test wishes");
}

void
foyer_canned_transport_play_streams (FoyerCannedTransport *self)
{
  self->plays_streams = TRUE;
}

gboolean
foyer_canned_transport_plays_streams (FoyerCannedTransport *self)
{
  return self->plays_streams;
}

gboolean
foyer_canned_transport_is_listened (FoyerCannedTransport *self)
{
  return self->stream != NULL;
}

const char *
foyer_canned_transport_get_stream (FoyerCannedTransport *self, const char **last_event_id)
{
  *last_event_id = self->last_event_id;
  return self->stream_url;
}

void
foyer_canned_transport_push (FoyerCannedTransport *self, const char *name, const char *id, const char *data)
{
  g_assert_nonnull (self->stream);
  self->on_event (name, id, data, self->event_data);
}

void
foyer_canned_transport_end_stream (FoyerCannedTransport *self, guint status, gint64 wait)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->stream);

  self->wait = wait;
  if (task != NULL)
    g_task_return_int (task, (gssize) status);
}
