/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-browser.c - the way through the person's browser (RFC 8252) */

#include "foyer-sign-in-browser.h"

#include "foyer-loopback-listener.h"

#include <libsoup/soup.h>
#include <string.h>

#define SECRET_BYTES 32

void
foyer_browser_grant_free (FoyerBrowserGrant *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->verifier);
  g_free (self->redirect_uri);
  g_free (self);
}

/* RFC 7636 §4.2: the unpadded base64url of the verifier's SHA-256 */
static char *
make_challenge (const char *verifier)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char *challenge;

  g_checksum_update (checksum, (const guint8 *) verifier, -1);
  g_checksum_get_digest (checksum, digest, &length);
  challenge = g_base64_encode (digest, length);
  g_strdelimit (challenge, "+", '-');
  g_strdelimit (challenge, "/", '_');
  challenge[strcspn (challenge, "=")] = '\0';
  return challenge;
}

static char *
make_url (const char *authorize_url, const char *client, const FoyerBrowserGrant *grant, const char *state)
{
  g_autofree char *challenge = make_challenge (grant->verifier);
  g_autofree char *query
      = soup_form_encode ("response_type", "code", "client_id", client, "redirect_uri", grant->redirect_uri,
                          "code_challenge", challenge, "code_challenge_method", "S256", "state", state, NULL);

  return g_strconcat (authorize_url, strchr (authorize_url, '?') == NULL ? "?" : "&", query, NULL);
}

static void
on_wait_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoyerBrowserGrant *grant = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) query
      = foyer_loopback_listener_wait_finish (FOYER_LOOPBACK_LISTENER (source), result, &error);
  const char *problem;
  const char *code;

  if (query == NULL) {
    g_task_return_error (task, error);
    return;
  }
  problem = g_hash_table_lookup (query, "error");
  code = g_hash_table_lookup (query, "code");
  if (problem != NULL && g_str_equal (problem, "access_denied")) {
    g_task_return_new_error (task, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_REFUSED,
                             "The sign-in was refused in the browser");
  } else if (problem != NULL || code == NULL || code[0] == '\0') {
    g_autofree char *shown = g_utf8_make_valid (problem == NULL ? "no code" : problem, -1);

    g_task_return_new_error (task, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_SERVER,
                             "The browser came back from the sign-in page with a problem: %s", shown);
  } else {
    FoyerBrowserGrant *found = g_new0 (FoyerBrowserGrant, 1);

    found->code = g_strdup (code);
    found->verifier = g_strdup (grant->verifier);
    found->redirect_uri = g_strdup (grant->redirect_uri);
    g_task_return_pointer (task, found, (GDestroyNotify) foyer_browser_grant_free);
  }
}

void
foyer_sign_in_browser_async (const char *authorize_url,
                             const char *client,
                             FoyerRandom *random,
                             FoyerOpenUriFunc open_uri,
                             gpointer open_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *state = foyer_random_token (random, SECRET_BYTES);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerLoopbackListener) listener = foyer_loopback_listener_new (state, &error);
  g_autofree char *url = NULL;
  FoyerBrowserGrant *grant;

  g_task_set_source_tag (task, foyer_sign_in_browser_async);
  if (listener == NULL) {
    g_task_return_new_error (task, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_UNREACHABLE,
                             "There is no port for the browser to come back to: %s", error->message);
    return;
  }
  grant = g_new0 (FoyerBrowserGrant, 1);
  grant->verifier = foyer_random_token (random, SECRET_BYTES);
  grant->redirect_uri = g_strdup (foyer_loopback_listener_get_redirect_uri (listener));
  g_task_set_task_data (task, grant, (GDestroyNotify) foyer_browser_grant_free);
  url = make_url (authorize_url, client, grant, state);
  foyer_loopback_listener_wait_async (listener, cancellable, on_wait_ready, g_steal_pointer (&task));
  open_uri (url, open_data);
}

FoyerBrowserGrant *
foyer_sign_in_browser_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_sign_in_browser_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
