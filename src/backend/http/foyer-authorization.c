/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-authorization.c - what a request brings to prove whose it is */

#include "http/foyer-authorization.h"

#include "accounts/foyer-secret.h"

#include <string.h>

#define BEARER "Bearer "
#define BASIC "Basic "

/* A name of any length before it would only cost time. */
#define LONGEST_BASIC 1024

static char *
read_password (const char *encoded)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (encoded));
  g_autofree guchar *bytes = NULL;
  char *text;
  char *colon;
  char *password;
  gsize length;

  if (strlen (trimmed) == 0 || strlen (trimmed) > LONGEST_BASIC)
    return NULL;
  bytes = g_base64_decode (trimmed, &length);
  text = g_strndup ((const char *) bytes, length);
  colon = strchr (text, ':');
  password = colon != NULL && foyer_secret_is_well_formed (colon + 1, FOYER_SECRET_APPLICATION)
                 ? g_strdup (colon + 1)
                 : NULL;
  foyer_secret_free (text);
  return password;
}

char *
foyer_authorization_read (const char *header)
{
  if (header == NULL)
    return NULL;
  if (g_ascii_strncasecmp (header, BEARER, strlen (BEARER)) == 0)
    return g_strstrip (g_strdup (header + strlen (BEARER)));
  if (g_ascii_strncasecmp (header, BASIC, strlen (BASIC)) == 0)
    return read_password (header + strlen (BASIC));
  return NULL;
}
