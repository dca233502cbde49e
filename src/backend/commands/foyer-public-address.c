/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-public-address.c - under which addresses people reach the server */

#include "commands/foyer-public-address.h"

#include <gio/gio.h>
#include <string.h>

#define SLUG "{slug}."

static gboolean
fail (const char *text, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” is no template of portal addresses. Write https://{slug}.portal.example", text);
  return FALSE;
}

gboolean
foyer_public_address_check (const char *template, GError **error)
{
  g_autofree char *api = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *slug = strstr (template, SLUG);

  if (slug == NULL || strstr (slug + 1, "{") != NULL || !g_str_has_suffix (template, slug)
      || (strncmp (template, "https://", 8) != 0 && strncmp (template, "http://", 7) != 0)
      || strstr (template, "://") + 3 != slug)
    return fail (template, error);
  api = foyer_public_address_get_api (template);
  uri = g_uri_parse (api, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'
      || *g_uri_get_path (uri) != '\0' || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL
      || g_uri_get_userinfo (uri) != NULL)
    return fail (template, error);
  return TRUE;
}

char *
foyer_public_address_get_api (const char *template)
{
  const char *slug = strstr (template, SLUG);
  g_autofree char *scheme = g_strndup (template, (gsize) (slug - template));

  return g_strconcat (scheme, slug + strlen (SLUG), NULL);
}

char *
foyer_public_address_guess (const char *address, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  if (uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), "http") == 0 && g_uri_get_port (uri) > 0)
    return g_strdup_printf ("http://" SLUG "localhost:%d", g_uri_get_port (uri));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” is not the address of a server on this computer. Write http://127.0.0.1:PORT", address);
  return NULL;
}
