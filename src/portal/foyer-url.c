/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-url.c - which addresses may stand in a page */

#include "foyer-url.h"

#include <string.h>

static gboolean
is_visible_ascii (const char *text)
{
  for (; *text != '\0'; text++) {
    if (*text <= 0x20 || *text >= 0x7f || strchr ("\"'<>\\^`{|}", *text) != NULL)
      return FALSE;
  }
  return TRUE;
}

/* Letters, digits, points and hyphens, starting with a letter or digit. */
static gboolean
is_host (const char *host, gsize length)
{
  if (length == 0 || length > 253 || !g_ascii_isalnum (host[0]) || host[length - 1] == '-')
    return FALSE;

  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalnum (host[i]) && host[i] != '-' && (host[i] != '.' || (i > 0 && host[i - 1] == '.')))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_loopback (const char *host, gsize length)
{
  const char *localhost = ".localhost";

  if (length == 5 && strncmp (host, "[::1]", 5) == 0)
    return TRUE;
  if (!is_host (host, length))
    return FALSE;
  if ((length == 9 && strncmp (host, "localhost", 9) == 0)
      || (length == 9 && strncmp (host, "127.0.0.1", 9) == 0))
    return TRUE;
  return length > strlen (localhost)
         && strncmp (host + length - strlen (localhost), localhost, strlen (localhost)) == 0;
}

/* Splits host and port off what follows "//". A user name makes the host wrong by its "@". */
static gsize
read_host (const char *authority, gboolean *is_port_good)
{
  gsize length = strcspn (authority, "/?#");
  gsize host = length;

  while (host > 0 && g_ascii_isdigit (authority[host - 1]))
    host -= 1;
  if (host > 0 && authority[host - 1] == ':') {
    *is_port_good = host < length && length - host <= 5;
    return host - 1;
  }
  *is_port_good = TRUE;
  return length;
}

static gboolean
is_path (const char *url)
{
  return url[0] == '#' || (url[0] == '/' && url[1] != '/');
}

static gboolean
is_address (const char *address)
{
  const char *at = strchr (address, '@');

  if (at == NULL || at == address || strchr (at + 1, '@') != NULL || !is_host (at + 1, strlen (at + 1)))
    return FALSE;

  for (; address < at; address++) {
    if (!g_ascii_isalnum (*address) && strchr ("!#$*+-./=_~", *address) == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_phone (const char *digits)
{
  gsize length;

  if (*digits == '+')
    digits++;
  length = strspn (digits, "0123456789");
  return length > 0 && length <= 32 && digits[length] == '\0';
}

gboolean
foyer_url_is_allowed (const char *url)
{
  gboolean is_port_good;
  gsize host;

  if (url == NULL || *url == '\0' || !is_visible_ascii (url))
    return FALSE;
  if (is_path (url))
    return TRUE;
  if (g_str_has_prefix (url, "https://")) {
    host = read_host (url + 8, &is_port_good);
    return is_port_good && (is_host (url + 8, host) || is_loopback (url + 8, host));
  }
  if (g_str_has_prefix (url, "http://")) {
    host = read_host (url + 7, &is_port_good);
    return is_port_good && is_loopback (url + 7, host);
  }
  if (g_str_has_prefix (url, "mailto:"))
    return is_address (url + 7);
  if (g_str_has_prefix (url, "tel:"))
    return is_phone (url + 4);
  return FALSE;
}

char *
foyer_url_for_phone (const char *phone)
{
  GString *out;

  if (phone == NULL)
    return NULL;

  out = g_string_new ("tel:");
  for (const char *at = phone; *at != '\0'; at++) {
    if (g_ascii_isdigit (*at) || (*at == '+' && out->len == 4))
      g_string_append_c (out, *at);
  }
  if (!foyer_url_is_allowed (out->str)) {
    g_string_free (out, TRUE);
    return NULL;
  }
  return g_string_free (out, FALSE);
}

char *
foyer_url_for_address (const char *address)
{
  g_autofree char *url = NULL;

  if (address == NULL)
    return NULL;

  url = g_strconcat ("mailto:", address, NULL);
  return foyer_url_is_allowed (url) ? g_steal_pointer (&url) : NULL;
}

gboolean
foyer_url_match (const char *pattern, const char *path, char **argument)
{
  const char *star = strchr (pattern, '*');
  gsize start = star == NULL ? 0 : (gsize) (star - pattern);
  gsize length;

  if (star == NULL)
    return strcmp (pattern, path) == 0;
  if (strncmp (pattern, path, start) != 0)
    return FALSE;
  length = strcspn (path + start, "/");
  if (length == 0 || strcmp (path + start + length, star + 1) != 0)
    return FALSE;
  g_free (*argument);
  *argument = g_strndup (path + start, length);
  return TRUE;
}
