/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-token-grant.c - questions to a token endpoint and its answers (RFC 6749) */

#include "foyer-token-grant.h"

#include "foyer-json.h"

#include <string.h>

#define LONGEST_TOKEN 4096
#define LONGEST_PROBLEM 64

GBytes *
foyer_token_grant_write (const char *grant_type, ...)
{
  g_autoptr (GString) form = g_string_new ("grant_type=");
  va_list arguments;
  const char *name;

  g_string_append_uri_escaped (form, grant_type, NULL, FALSE);
  va_start (arguments, grant_type);
  while ((name = va_arg (arguments, const char *)) != NULL) {
    g_string_append_printf (form, "&%s=", name);
    g_string_append_uri_escaped (form, va_arg (arguments, const char *), NULL, FALSE);
  }
  va_end (arguments);
  return g_string_free_to_bytes (g_steal_pointer (&form));
}

/* A token goes into a header as it is, so only what RFC 6749 appendix A allows may be in it. */
static gboolean
is_token (const char *text)
{
  gsize length = text == NULL ? 0 : strlen (text);

  if (length == 0 || length > LONGEST_TOKEN)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++) {
    if (*c < 0x21 || *c > 0x7e)
      return FALSE;
  }
  return TRUE;
}

static JsonObject *
parse (GBytes *body, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  return foyer_json_parse_object (text == NULL ? "" : text, (gssize) length, error);
}

FoyerCredential *
foyer_token_grant_read (GBytes *body, const char *refresh_token, GError **error)
{
  g_autoptr (JsonObject) json = parse (body, error);
  const char *access_token;
  const char *token_type;

  if (json == NULL)
    return NULL;
  access_token = foyer_json_object_text (json, "access_token");
  token_type = foyer_json_object_text (json, "token_type");
  if (json_object_has_member (json, "refresh_token"))
    refresh_token = foyer_json_object_text (json, "refresh_token");
  if (!is_token (access_token) || !is_token (refresh_token) || token_type == NULL
      || g_ascii_strcasecmp (token_type, "Bearer") != 0) {
    g_set_error_literal (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE,
                         "The answer holds no access token and refresh token to bear");
    return NULL;
  }
  return foyer_credential_new (access_token, refresh_token);
}

char *
foyer_token_grant_read_problem (GBytes *body)
{
  g_autoptr (JsonObject) json = parse (body, NULL);
  const char *problem = json == NULL ? NULL : foyer_json_object_text (json, "error");

  return problem == NULL || strlen (problem) > LONGEST_PROBLEM ? NULL : g_strdup (problem);
}
