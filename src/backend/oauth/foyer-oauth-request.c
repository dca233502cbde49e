/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-oauth-request.c - what a console asks the authorization endpoint */

#include "oauth/foyer-oauth-request.h"

#include <string.h>

#define LONGEST_STATE 512
#define LONGEST_REDIRECT 300
#define CHALLENGE_LENGTH 43

static const char *const loopbacks[] = { "http://127.0.0.1:", "http://[::1]:" };

void
foyer_oauth_request_free (FoyerOauthRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->redirect_uri);
  g_free (self->state);
  g_free (self->challenge);
  g_free (self);
}

/* A name such as localhost could lead elsewhere, so only literal addresses count (RFC 8252 §8.3). */
gboolean
foyer_oauth_request_is_loopback (const char *uri)
{
  for (guint i = 0; i < G_N_ELEMENTS (loopbacks); i++) {
    const char *port = uri + strlen (loopbacks[i]);
    gsize digits;

    if (!g_str_has_prefix (uri, loopbacks[i]) || strlen (uri) > LONGEST_REDIRECT)
      continue;
    digits = strspn (port, "0123456789");
    if (digits == 0 || digits > 5 || g_ascii_strtoull (port, NULL, 10) == 0
        || g_ascii_strtoull (port, NULL, 10) > G_MAXUINT16 || port[digits] != '/')
      return FALSE;
    port += digits;
    return strspn (port, "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
           == strlen (port);
  }
  return FALSE;
}

static gboolean
is_challenge (const char *text)
{
  return text != NULL && strlen (text) == CHALLENGE_LENGTH
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
                == CHALLENGE_LENGTH;
}

/* RFC 6749 appendix A.5: visible characters and spaces. */
static gboolean
is_state (const char *text)
{
  if (strlen (text) > LONGEST_STATE)
    return FALSE;
  for (; *text != '\0'; text++) {
    if (*text < 0x20 || *text > 0x7e)
      return FALSE;
  }
  return TRUE;
}

static const char *
find_problem (GHashTable *fields, FoyerOauthRequest *self)
{
  if (g_strcmp0 (g_hash_table_lookup (fields, "response_type"), "code") != 0)
    return g_hash_table_contains (fields, "response_type") ? "unsupported_response_type" : "invalid_request";
  if (g_strcmp0 (g_hash_table_lookup (fields, "code_challenge_method"), "S256") != 0
      || self->challenge == NULL)
    return "invalid_request";
  return NULL;
}

FoyerOauthRequest *
foyer_oauth_request_read (GHashTable *fields)
{
  FoyerOauthRequest *self = g_new0 (FoyerOauthRequest, 1);
  const char *redirect_uri = g_hash_table_lookup (fields, "redirect_uri");
  const char *state = g_hash_table_lookup (fields, "state");
  const char *challenge = g_hash_table_lookup (fields, "code_challenge");

  /* Nobody is sent to an address that was not checked, whatever else is wrong. */
  if (g_strcmp0 (g_hash_table_lookup (fields, "client_id"), FOYER_OAUTH_CLIENT) == 0 && redirect_uri != NULL
      && foyer_oauth_request_is_loopback (redirect_uri) && (state == NULL || is_state (state)))
    self->redirect_uri = g_strdup (redirect_uri);
  self->state = state == NULL || !is_state (state) ? NULL : g_strdup (state);
  self->challenge = is_challenge (challenge) ? g_strdup (challenge) : NULL;
  self->problem = self->redirect_uri == NULL ? "invalid_request" : find_problem (fields, self);
  return self;
}

char *
foyer_oauth_request_get_origin (const FoyerOauthRequest *self)
{
  const char *path = strchr (self->redirect_uri + strlen ("http://"), '/');

  return g_strndup (self->redirect_uri, (gsize) (path - self->redirect_uri));
}

char *
foyer_oauth_request_write_answer (const FoyerOauthRequest *self, const char *name, const char *value)
{
  GString *uri = g_string_new (self->redirect_uri);

  g_string_append_printf (uri, "?%s=", name);
  g_string_append_uri_escaped (uri, value, NULL, FALSE);
  if (self->state != NULL) {
    g_string_append (uri, "&state=");
    g_string_append_uri_escaped (uri, self->state, NULL, FALSE);
  }
  return g_string_free (uri, FALSE);
}
