/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-form.c - forms as browsers send them, and whether they came from a page of ours */

#include "http/foyer-form.h"

#include <string.h>

#define MOST_FIELDS 100

static char *
decode (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  g_strdelimit (copy, "+", ' ');
  /* A nul cannot be decoded, and neither can what is no UTF-8. */
  return g_uri_unescape_string (copy, NULL);
}

static gboolean
add_field (GHashTable *fields, const char *text, gsize length)
{
  const char *equals = memchr (text, '=', length);
  gsize name_length = equals == NULL ? length : (gsize) (equals - text);
  g_autofree char *name = decode (text, name_length);
  g_autofree char *value = NULL;

  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL)
      || g_hash_table_contains (fields, name))
    return FALSE;
  value = equals == NULL ? g_strdup ("") : decode (equals + 1, length - name_length - 1);
  if (value == NULL || !g_utf8_validate (value, -1, NULL))
    return FALSE;
  g_hash_table_insert (fields, g_steal_pointer (&name), g_steal_pointer (&value));
  return g_hash_table_size (fields) <= MOST_FIELDS;
}

GHashTable *
foyer_form_parse (const char *text, gsize length)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *end = text + length;

  if (length > FOYER_FORM_LONGEST || (length > 0 && memchr (text, '\0', length) != NULL))
    return NULL;
  while (text < end) {
    const char *ampersand = memchr (text, '&', (gsize) (end - text));
    const char *stop = ampersand == NULL ? end : ampersand;

    if (stop > text && !add_field (fields, text, (gsize) (stop - text)))
      return NULL;
    text = stop + 1;
  }
  return g_steal_pointer (&fields);
}

GHashTable *
foyer_form_read_body (const FoyerHttpRequest *request)
{
  const char *type = foyer_http_request_header (request, "content-type");
  gsize type_length = type == NULL ? 0 : strcspn (type, "; ");
  gsize length;
  const char *text = g_bytes_get_data (request->body, &length);

  if (type_length != strlen (FOYER_FORM_TYPE)
      || g_ascii_strncasecmp (type, FOYER_FORM_TYPE, type_length) != 0)
    return NULL;
  return foyer_form_parse (text == NULL ? "" : text, length);
}

GHashTable *
foyer_form_read_query (const FoyerHttpRequest *request)
{
  const char *query = request->query == NULL ? "" : request->query;

  return foyer_form_parse (query, strlen (query));
}

gboolean
foyer_form_is_same_origin (const FoyerHttpRequest *request, const char *url)
{
  const char *site = foyer_http_request_header (request, "sec-fetch-site");
  const char *origin = foyer_http_request_header (request, "origin");

  if (site != NULL)
    return strcmp (site, "same-origin") == 0;
  return origin != NULL && g_ascii_strcasecmp (origin, url) == 0;
}
