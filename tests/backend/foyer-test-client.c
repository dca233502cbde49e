/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-test-client.c - a client that speaks in bytes */

#include "foyer-test-client.h"

#include "foyer-test-server.h"

#include <string.h>

FoyerTestClient *
foyer_test_client_new (guint port)
{
  FoyerTestClient *self = g_new0 (FoyerTestClient, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);

  self->received = g_string_new (NULL);
  self->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);
  g_assert_no_error (error);
  g_socket_connect (self->socket, address, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
foyer_test_client_free (FoyerTestClient *self)
{
  if (self == NULL)
    return;
  g_socket_close (self->socket, NULL);
  g_object_unref (self->socket);
  g_string_free (self->received, TRUE);
  g_free (self);
}

void
foyer_test_client_send (FoyerTestClient *self, const char *bytes, gssize length)
{
  gsize left = length < 0 ? strlen (bytes) : (gsize) length;

  while (left > 0) {
    g_autoptr (GError) error = NULL;
    gssize sent = g_socket_send_with_blocking (self->socket, bytes, left, FALSE, NULL, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK)) {
      g_main_context_iteration (NULL, FALSE);
      continue;
    }
    if (sent < 0)
      return; /* The server has refused before it has heard all. */
    bytes += sent;
    left -= (gsize) sent;
  }
}

void
foyer_test_client_receive (FoyerTestClient *self)
{
  while (!self->is_closed) {
    g_autoptr (GError) error = NULL;
    char buffer[4096];
    gssize got = g_socket_receive_with_blocking (self->socket, buffer, sizeof buffer, FALSE, NULL, &error);

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
      return;
    /* A reset is an end, too. */
    if (got <= 0)
      self->is_closed = TRUE;
    else
      g_string_append_len (self->received, buffer, got);
  }
}

static gboolean
is_closed (gpointer data)
{
  FoyerTestClient *self = data;

  foyer_test_client_receive (self);
  return self->is_closed;
}

/* The main loop knows nothing of the client's end, so it is woken for it. */
static GSource *
watch (FoyerTestClient *self)
{
  GSource *source = g_socket_create_source (self->socket, G_IO_IN | G_IO_HUP, NULL);

  g_source_set_dummy_callback (source);
  g_source_attach (source, NULL);
  return source;
}

static void
unwatch (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

void
foyer_test_client_wait_closed (FoyerTestClient *self)
{
  GSource *source = watch (self);

  foyer_test_wait (is_closed, self);
  unwatch (source);
}

typedef struct {
  FoyerTestClient *client;
  const char *text;
} Wanted;

static gboolean
has_text (gpointer data)
{
  Wanted *wanted = data;

  foyer_test_client_receive (wanted->client);
  return strstr (wanted->client->received->str, wanted->text) != NULL;
}

void
foyer_test_client_wait_text (FoyerTestClient *self, const char *text)
{
  GSource *source = watch (self);
  Wanted wanted = { self, text };

  foyer_test_wait (has_text, &wanted);
  unwatch (source);
}

guint
foyer_test_client_get_status (FoyerTestClient *self)
{
  if (!g_str_has_prefix (self->received->str, "HTTP/1."))
    return 0;
  return (guint) atoi (self->received->str + strlen ("HTTP/1.1 "));
}

guint
foyer_test_client_count (FoyerTestClient *self, const char *text)
{
  guint count = 0;

  for (const char *at = self->received->str; (at = strstr (at, text)) != NULL; at += strlen (text))
    count++;
  return count;
}
