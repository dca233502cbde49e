/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-host.c - an HTTPS server that answers everything alike */

#include "foyer-picture-host.h"

#include <string.h>

struct _FoyerPictureHost {
  GSocketListener *listener;
  GThread *thread;
  GTlsCertificate *certificate;
  GCancellable *end;
  char *detour;
  char *authority;

  GMutex mutex;
  guint count;
  char *head;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
  char *request; /* (nullable) */
};

static char *
read_request (GInputStream *in, GCancellable *end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char byte;

  while (!g_str_has_suffix (text->str, "\r\n\r\n") && g_input_stream_read (in, &byte, 1, end, NULL) == 1)
    g_string_append_c (text, byte);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whoever does not believe the certificate goes away here. */
static void
talk (FoyerPictureHost *self, GIOStream *stream)
{
  g_autoptr (GIOStream) wrapped = g_tls_server_connection_new (stream, self->certificate, NULL);
  g_autofree char *head = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  gconstpointer data = NULL;

  if (!g_tls_connection_handshake (G_TLS_CONNECTION (wrapped), self->end, NULL))
    return;
  head = read_request (g_io_stream_get_input_stream (wrapped), self->end);
  g_mutex_lock (&self->mutex);
  g_free (self->request);
  self->request = g_steal_pointer (&head);
  head = g_strdup (self->head);
  bytes = self->bytes == NULL ? NULL : g_bytes_ref (self->bytes);
  g_mutex_unlock (&self->mutex);
  if (head == NULL) {
    g_free (read_request (g_io_stream_get_input_stream (wrapped), self->end)); /* until the other gives up */
    return;
  }
  if (bytes != NULL)
    data = g_bytes_get_data (bytes, &size);
  g_output_stream_printf (g_io_stream_get_output_stream (wrapped), NULL, self->end, NULL,
                          "%s\r\nConnection: close\r\n\r\n", head);
  g_output_stream_write_all (g_io_stream_get_output_stream (wrapped), data, size, NULL, self->end, NULL);
  g_io_stream_close (wrapped, self->end, NULL);
}

static gpointer
serve (gpointer data)
{
  FoyerPictureHost *self = data;

  for (;;) {
    g_autoptr (GSocketConnection) connection
        = g_socket_listener_accept (self->listener, NULL, self->end, NULL);

    if (connection == NULL)
      return NULL;
    g_mutex_lock (&self->mutex);
    self->count++;
    g_mutex_unlock (&self->mutex);
    talk (self, G_IO_STREAM (connection));
    g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  }
}

FoyerPictureHost *
foyer_picture_host_new (void)
{
  FoyerPictureHost *self = g_new0 (FoyerPictureHost, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->end = g_cancellable_new ();
  self->authority
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "sync", "data", "localhost.pem", NULL);
  self->certificate = g_tls_certificate_new_from_file (self->authority, &error);
  g_assert_no_error (error);
  self->listener = g_socket_listener_new ();
  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &bound, &error);
  g_assert_no_error (error);
  self->detour
      = g_strdup_printf ("127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  self->thread = g_thread_new ("picture-host", serve, self);
  return self;
}

void
foyer_picture_host_free (FoyerPictureHost *self)
{
  g_cancellable_cancel (self->end);
  g_thread_join (self->thread);
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->end);
  g_object_unref (self->certificate);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->detour);
  g_free (self->authority);
  g_free (self->head);
  g_free (self->request);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
foyer_picture_host_answer (FoyerPictureHost *self, const char *head, GBytes *bytes)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  g_free (self->head);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->head = g_strdup (head);
  self->bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);
}

const char *
foyer_picture_host_get_detour (FoyerPictureHost *self)
{
  return self->detour;
}

const char *
foyer_picture_host_get_authority (FoyerPictureHost *self)
{
  return self->authority;
}

guint
foyer_picture_host_count (FoyerPictureHost *self)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  return self->count;
}

char *
foyer_picture_host_get_request (FoyerPictureHost *self)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  return g_strdup (self->request);
}
