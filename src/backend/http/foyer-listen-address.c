/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-listen-address.c - where the server listens */

#include "http/foyer-listen-address.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define BACKLOG 128
#define UNIX_PREFIX "unix:"

G_DEFINE_QUARK (foyer - listen - error - quark, foyer_listen_error)

static GSocketAddress *
parse_unix (const char *path, GError **error)
{
  if (g_path_is_absolute (path) && strlen (path) < 108)
    return g_unix_socket_address_new (path);
  g_set_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_SYNTAX,
               "“%s” is not the absolute path of a unix socket, at most 107 bytes long", path);
  return NULL;
}

static GSocketAddress *
parse_inet (const char *text)
{
  g_autofree char *host = NULL;
  g_autofree char *bare = NULL;
  const char *colon = strrchr (text, ':');
  guint64 port;
  gsize length;

  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXUINT16, &port, NULL))
    return NULL;
  host = g_strndup (text, (gsize) (colon - text));
  length = strlen (host);
  if (g_str_equal (host, "localhost"))
    return g_inet_socket_address_new_from_string ("127.0.0.1", (guint) port);
  if (length < 2 || host[0] != '[' || host[length - 1] != ']')
    return strchr (host, ':') != NULL ? NULL : g_inet_socket_address_new_from_string (host, (guint) port);
  bare = g_strndup (host + 1, length - 2);
  return g_inet_socket_address_new_from_string (bare, (guint) port);
}

GSocketAddress *
foyer_listen_address_parse (const char *text, gboolean allow_public, GError **error)
{
  g_autoptr (GSocketAddress) address = NULL;
  GInetAddress *host;

  if (g_str_has_prefix (text, UNIX_PREFIX))
    return parse_unix (text + strlen (UNIX_PREFIX), error);
  address = parse_inet (text);
  if (address == NULL) {
    g_set_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_SYNTAX,
                 "“%s” is not an address to listen at. Write 127.0.0.1:PORT or unix:PATH", text);
    return NULL;
  }
  host = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address));
  if (g_inet_address_get_is_loopback (host) || allow_public)
    return g_steal_pointer (&address);
  g_set_error (
      error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_PUBLIC,
      "%s can be reached by others, without encryption. Listen at 127.0.0.1 or at a unix socket behind a "
      "web server that speaks https, or say --insecure-public",
      text);
  return NULL;
}

static gboolean
is_listened_at (GSocketAddress *address)
{
  g_autoptr (GSocket) probe
      = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL);

  return probe != NULL && g_socket_connect (probe, address, NULL, NULL);
}

/* The web server in front is of the same group, others have no business here. */
static gboolean
bind_unix (GSocket *socket, GSocketAddress *address, GError **error)
{
  const char *path = g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (address));
  GStatBuf found;
  mode_t before;
  gboolean is_bound;

  if (g_lstat (path, &found) == 0 && S_ISSOCK (found.st_mode)) {
    if (is_listened_at (address)) {
      g_set_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_TAKEN, "Another program listens at %s",
                   path);
      return FALSE;
    }
    g_unlink (path);
  }
  before = umask (0117);
  is_bound = g_socket_bind (socket, address, FALSE, error);
  umask (before);
  return is_bound;
}

static gboolean
bind_inet (GSocket *socket, GSocketAddress *address, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_socket_bind (socket, address, TRUE, &local_error))
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
    g_set_error (error, FOYER_LISTEN_ERROR, FOYER_LISTEN_ERROR_TAKEN, "Another program listens at port %u",
                 g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GSocket *
foyer_listen_address_open (GSocketAddress *address, GError **error)
{
  g_autoptr (GSocket) socket = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM,
                                             G_SOCKET_PROTOCOL_DEFAULT, error);

  if (socket == NULL)
    return NULL;
  g_socket_set_blocking (socket, FALSE);
  g_socket_set_listen_backlog (socket, BACKLOG);
  if (G_IS_UNIX_SOCKET_ADDRESS (address)) {
    if (!bind_unix (socket, address, error))
      return NULL;
  } else if (!bind_inet (socket, address, error)) {
    return NULL;
  }
  if (!g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

char *
foyer_listen_address_describe (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (socket, NULL);
  g_autofree char *host = NULL;
  GInetSocketAddress *inet;

  if (G_IS_UNIX_SOCKET_ADDRESS (address))
    return g_strconcat (UNIX_PREFIX, g_unix_socket_address_get_path (G_UNIX_SOCKET_ADDRESS (address)), NULL);
  inet = G_INET_SOCKET_ADDRESS (address);
  host = g_inet_address_to_string (g_inet_socket_address_get_address (inet));
  if (g_socket_address_get_family (address) == G_SOCKET_FAMILY_IPV6)
    return g_strdup_printf ("http://[%s]:%u", host, g_inet_socket_address_get_port (inet));
  return g_strdup_printf ("http://%s:%u", host, g_inet_socket_address_get_port (inet));
}
