/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-message.c - between libsoup's messages and the backend's */

#include "http/foyer-soup-message.h"

#include "accounts/foyer-secret.h"
#include "http/foyer-authorization.h"
#include "site/foyer-session-cookie.h"

#include <string.h>

#define UNIX_PEER "unix"

/* The name without the port; of an IPv6 address with its brackets. */
static char *
cut_port (const char *host)
{
  const char *end = host[0] == '[' ? strchr (host, ']') : strchr (host, ':');

  if (end == NULL)
    return g_strdup (host);
  return g_strndup (host, (gsize) (end - host) + (host[0] == '[' ? 1 : 0));
}

static void
copy_headers (SoupMessageHeaders *headers, FoyerHttpRequest *request)
{
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value)) {
    g_autofree char *lower = g_ascii_strdown (name, -1);
    g_autofree char *valid = g_utf8_make_valid (value, -1);

    if (foyer_http_request_header (request, lower) == NULL)
      foyer_http_request_set_header (request, lower, valid);
  }
}

static GBytes *
copy_body (SoupServerMessage *message)
{
  return soup_message_body_flatten (soup_server_message_get_request_body (message));
}

FoyerHttpRequest *
foyer_soup_message_read (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  /* libsoup has decoded it. A second time would take "100%.pdf" for nonsense, and "%41" for what it only names. */
  const char *path = g_uri_get_path (uri);
  const char *host_text = soup_message_headers_get_one (headers, "Host");
  g_autofree char *host = NULL;
  FoyerHttpRequest *request;

  if (path == NULL || !g_utf8_validate (path, -1, NULL) || host_text == NULL)
    return NULL;
  host = cut_port (host_text);
  request = foyer_http_request_new (soup_server_message_get_method (message), host,
                                    *path == '\0' ? "/" : path, g_uri_get_query (uri));
  copy_headers (headers, request);
  g_bytes_unref (request->body);
  request->body = copy_body (message);
  return request;
}

/* What RFC 9110 and 6585 call them, and libsoup of Debian 12 does not know. */
const char *
foyer_soup_message_phrase (guint status)
{
  switch (status) {
  case 421:
    return "Misdirected Request";
  case 429:
    return "Too Many Requests";
  case 431:
    return "Request Header Fields Too Large";
  default:
    return soup_status_get_phrase (status);
  }
}

void
foyer_soup_message_answer (SoupServerMessage *message, const FoyerHttpResponse *response)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  /* libsoup would answer ranges by itself, from whatever body it finds. */
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  soup_server_message_set_status (message, response->status, foyer_soup_message_phrase (response->status));
  for (guint i = 0; i + 1 < response->headers->len; i += 2)
    soup_message_headers_append (headers, response->headers->pdata[i], response->headers->pdata[i + 1]);
  soup_message_headers_replace (headers, "Connection", "close");
  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CONTENT_LENGTH);
  if (g_bytes_get_size (response->body) > 0)
    soup_message_body_append_bytes (body, response->body);
  soup_message_headers_set_content_length (headers, (goffset) g_bytes_get_size (response->body));
  soup_message_body_complete (body);
}

/*
 * Behind a unix socket is the web server, whose word for its client is taken. Over any other connection the header is what anybody
 * could write, and counts for nothing (H06).
 */
static char *
find_remote (const FoyerHttpRequest *request, const char *peer)
{
  const char *claimed = foyer_http_request_header (request, "x-real-ip");
  g_autoptr (GInetAddress) address = NULL;

  if (claimed != NULL && g_strcmp0 (peer, UNIX_PEER) == 0)
    address = g_inet_address_new_from_string (claimed);
  return address == NULL ? g_strdup (peer) : g_inet_address_to_string (address);
}

FoyerCredentials *
foyer_credentials_new (const FoyerHttpRequest *request, const char *peer)
{
  FoyerCredentials *self = g_new0 (FoyerCredentials, 1);

  self->bearer = foyer_authorization_read (foyer_http_request_header (request, "authorization"));
  self->session = foyer_session_cookie_read (request);
  self->look = foyer_look_cookie_read (request);
  self->remote = find_remote (request, peer);
  return self;
}

void
foyer_credentials_free (FoyerCredentials *self)
{
  if (self == NULL)
    return;
  foyer_secret_free (self->bearer);
  foyer_secret_free (self->session);
  foyer_secret_free (self->look);
  g_free (self->remote);
  g_free (self);
}
