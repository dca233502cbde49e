/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-session-cookie.c - the cookies of the portal */

#include "site/foyer-session-cookie.h"

#include <string.h>

#define SESSION "__Host-fys"
#define ADDRESS "__Host-fym"
#define ADDRESS_SECONDS 600
#define ATTRIBUTES "; Path=/; Secure; HttpOnly; SameSite=Lax"

static char *
read_cookie (const FoyerHttpRequest *request, const char *name)
{
  const char *header = foyer_http_request_header (request, "cookie");
  g_auto (GStrv) cookies = header == NULL ? NULL : g_strsplit (header, ";", 100);
  gsize length = strlen (name);

  for (guint i = 0; cookies != NULL && cookies[i] != NULL; i++) {
    const char *cookie = g_strstrip (cookies[i]);

    if (strncmp (cookie, name, length) == 0 && cookie[length] == '=')
      return g_strdup (cookie + length + 1);
  }
  return NULL;
}

static void
set_cookie (FoyerHttpResponse *response, const char *name, const char *value, gint64 seconds)
{
  g_autofree char *cookie
      = g_strdup_printf ("%s=%s; Max-Age=%" G_GINT64_FORMAT ATTRIBUTES, name, value, seconds);

  foyer_http_response_set_header (response, "Set-Cookie", cookie);
}

char *
foyer_session_cookie_read (const FoyerHttpRequest *request)
{
  return read_cookie (request, SESSION);
}

void
foyer_session_cookie_set (FoyerHttpResponse *response, const char *value, gint64 seconds)
{
  set_cookie (response, SESSION, value, seconds);
}

void
foyer_session_cookie_clear (FoyerHttpResponse *response)
{
  set_cookie (response, SESSION, "", 0);
}

char *
foyer_address_cookie_read (const FoyerHttpRequest *request)
{
  g_autofree char *value = read_cookie (request, ADDRESS);
  g_autofree char *address = value == NULL ? NULL : g_uri_unescape_string (value, NULL);

  return address != NULL && g_utf8_validate (address, -1, NULL) ? g_steal_pointer (&address) : NULL;
}

void
foyer_address_cookie_set (FoyerHttpResponse *response, const char *address)
{
  g_autofree char *value = g_uri_escape_string (address, NULL, FALSE);

  set_cookie (response, ADDRESS, value, ADDRESS_SECONDS);
}
