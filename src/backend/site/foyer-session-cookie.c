/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-session-cookie.c - the cookie of a portal session */

#include "site/foyer-session-cookie.h"

#include <string.h>

#define NAME "__Host-fys"
#define ATTRIBUTES "; Path=/; Secure; HttpOnly; SameSite=Lax"

char *
foyer_session_cookie_read (const FoyerHttpRequest *request)
{
  const char *header = foyer_http_request_header (request, "cookie");
  g_auto (GStrv) cookies = header == NULL ? NULL : g_strsplit (header, ";", 100);

  for (guint i = 0; cookies != NULL && cookies[i] != NULL; i++) {
    const char *cookie = g_strstrip (cookies[i]);

    if (g_str_has_prefix (cookie, NAME "="))
      return g_strdup (cookie + strlen (NAME "="));
  }
  return NULL;
}

void
foyer_session_cookie_set (FoyerHttpResponse *response, const char *value, gint64 seconds)
{
  g_autofree char *cookie
      = g_strdup_printf (NAME "=%s; Max-Age=%" G_GINT64_FORMAT ATTRIBUTES, value, seconds);

  foyer_http_response_set_header (response, "Set-Cookie", cookie);
}

void
foyer_session_cookie_clear (FoyerHttpResponse *response)
{
  foyer_http_response_set_header (response, "Set-Cookie", NAME "=; Max-Age=0" ATTRIBUTES);
}
