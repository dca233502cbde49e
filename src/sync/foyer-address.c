/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-address.c - addresses of servers, from what people type */

#include "foyer-address.h"

#include "foyer-sign-in.h"

#include <string.h>

#define LONGEST_ADDRESS 2048

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  /* RFC 6761 §6.3 */
  return g_str_equal (host, "localhost") || g_str_has_suffix (host, ".localhost");
}

static gboolean
is_host (const char *host)
{
  g_auto (GStrv) labels = NULL;

  if (g_hostname_is_ip_address (host))
    return TRUE;
  if (strlen (host) > 253)
    return FALSE;
  labels = g_strsplit (host, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++) {
    gsize length = strlen (labels[i]);

    if (length == 0 || length > 63 || strspn (labels[i], "abcdefghijklmnopqrstuvwxyz0123456789-_") != length)
      return FALSE;
  }
  return labels[0] != NULL;
}

/* The host in lower-case ASCII, without the dot that ends a full name; NULL if it is none. */
static char *
read_host (GUri *uri)
{
  const char *given = g_uri_get_host (uri);
  g_autofree char *ascii = given == NULL ? NULL : g_hostname_to_ascii (given);
  g_autofree char *host = ascii == NULL ? NULL : g_ascii_strdown (ascii, -1);

  if (host == NULL)
    return NULL;
  if (g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  return is_host (host) ? g_steal_pointer (&host) : NULL;
}

static GUri *
parse (const char *url)
{
  g_autoptr (GUri) uri = strlen (url) > LONGEST_ADDRESS ? NULL : g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (uri == NULL || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "http") && !g_str_equal (g_uri_get_scheme (uri), "https"))
    return NULL;
  return g_steal_pointer (&uri);
}

char *
foyer_address_get_origin (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autofree char *host = uri == NULL ? NULL : read_host (uri);
  const char *scheme;
  gboolean is_ipv6;
  int port;

  if (host == NULL)
    return NULL;
  scheme = g_uri_get_scheme (uri);
  is_ipv6 = strchr (host, ':') != NULL;
  port = g_uri_get_port (uri);
  if (port == 0 || port > 65535)
    return NULL;
  if (port == -1 || port == (g_str_equal (scheme, "https") ? 443 : 80))
    return g_strconcat (scheme, "://", is_ipv6 ? "[" : "", host, is_ipv6 ? "]" : "", NULL);
  return g_strdup_printf ("%s://%s%s%s:%d", scheme, is_ipv6 ? "[" : "", host, is_ipv6 ? "]" : "", port);
}

gboolean
foyer_address_is_within (const char *url, const char *address)
{
  g_autofree char *origin = foyer_address_get_origin (url);
  g_autofree char *own = address == NULL ? NULL : foyer_address_get_origin (address);

  return origin != NULL && g_strcmp0 (origin, own) == 0;
}

gboolean
foyer_address_is_private (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autofree char *host = uri == NULL ? NULL : read_host (uri);

  return host != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || is_loopback (host));
}

static gboolean
refuse (GError **error, const char *why, const char *typed)
{
  g_set_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_ADDRESS, "%s: “%s”", why, typed);
  return FALSE;
}

char *
foyer_address_normalise (const char *typed, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *url = NULL;
  g_autofree char *origin = NULL;

  if (strstr (text, "://") == NULL) {
    g_autofree char *local = g_strconcat ("http://", text, NULL);

    url = foyer_address_is_private (local) ? g_steal_pointer (&local) : g_strconcat ("https://", text, NULL);
  } else {
    url = g_strdup (text);
  }
  origin = foyer_address_get_origin (url);
  if (origin == NULL) {
    refuse (error, "This is not the address of a server", text);
    return NULL;
  }
  if (!foyer_address_is_private (origin)) {
    refuse (error, "Only this computer itself may be asked over http; this address must begin with https",
            text);
    return NULL;
  }
  return g_steal_pointer (&origin);
}
