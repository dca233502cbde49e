/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-session-cookie.c - the cookies of the portal */

#include "site/foyer-session-cookie.h"

#include <string.h>

#define SESSION "__Host-fys"
#define REQUEST "__Host-fym"
#define LOOK "__Host-fyv"
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
foyer_look_cookie_read (const FoyerHttpRequest *request)
{
  return read_cookie (request, LOOK);
}

void
foyer_look_cookie_set (FoyerHttpResponse *response, const char *value, gint64 seconds)
{
  set_cookie (response, LOOK, value, seconds);
}

void
foyer_look_cookie_clear (FoyerHttpResponse *response)
{
  set_cookie (response, LOOK, "", 0);
}

char *
foyer_request_cookie_read (const FoyerHttpRequest *request, char **address)
{
  g_autofree char *value = read_cookie (request, REQUEST);
  g_auto (GStrv) parts = value == NULL ? NULL : g_strsplit (value, ".", 2);
  g_autofree char *typed = NULL;

  *address = NULL;
  if (parts == NULL || g_strv_length (parts) != 2)
    return NULL;
  typed = g_uri_unescape_string (parts[1], NULL);
  if (typed == NULL || !g_utf8_validate (typed, -1, NULL))
    return NULL;
  *address = g_steal_pointer (&typed);
  return g_strdup (parts[0]);
}

void
foyer_request_cookie_set (FoyerHttpResponse *response,
                          const char *secret,
                          const char *address,
                          gint64 seconds)
{
  g_autofree char *escaped = g_uri_escape_string (address, NULL, FALSE);
  g_autofree char *value = g_strconcat (secret, ".", escaped, NULL);

  set_cookie (response, REQUEST, value, seconds);
}
