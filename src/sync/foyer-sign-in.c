/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in.c - from an address and a code or a browser to an account and its secrets */

#include "foyer-sign-in.h"

#include "foyer-address.h"
#include "foyer-sign-in-answer.h"
#include "foyer-sign-in-browser.h"
#include "foyer-soup-transport.h"
#include "foyer-token-grant.h"

#include "foyer-jmap-session.h"

#define METADATA_PATH "/.well-known/oauth-authorization-server"
#define SESSION_PATH "/.well-known/jmap"

G_DEFINE_QUARK (foyer - sign - in - error - quark, foyer_sign_in_error)

void
foyer_sign_in_result_free (FoyerSignInResult *self)
{
  if (self == NULL)
    return;
  foyer_account_free (self->account);
  foyer_credential_free (self->credential);
  g_free (self);
}

typedef struct {
  char *address;
  FoyerTransport *transport;
  FoyerSignInMetadata *metadata;
  FoyerCredential *credential;

  char *code; /* NULL if the browser is to bring one */
  FoyerRandom *random;
  FoyerOpenUriFunc open_uri;
  gpointer open_data;
} SignIn;

static void
sign_in_free (SignIn *sign_in)
{
  g_free (sign_in->address);
  g_clear_object (&sign_in->transport);
  foyer_sign_in_metadata_free (sign_in->metadata);
  foyer_credential_free (sign_in->credential);
  g_free (sign_in->code);
  g_clear_object (&sign_in->random);
  g_free (sign_in);
}

static void
on_session_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);
  g_autoptr (FoyerJmapSession) session = foyer_sign_in_answer_read_session (reply, sign_in->address, &error);
  FoyerSignInResult *signed_in;

  if (session == NULL) {
    g_task_return_error (task, foyer_sign_in_answer_translate (error));
    return;
  }
  signed_in = g_new0 (FoyerSignInResult, 1);
  signed_in->account = foyer_account_new (sign_in->address, session->account_id, session->account_name,
                                          session->staff_id, session->username);
  signed_in->credential = g_steal_pointer (&sign_in->credential);
  g_task_return_pointer (task, signed_in, (GDestroyNotify) foyer_sign_in_result_free);
}

/* With the access token alone: nothing is to be renewed before anybody can keep it. */
static void
ask_session (GTask *task)
{
  SignIn *sign_in = g_task_get_task_data (task);
  g_autofree char *url = g_strconcat (sign_in->address, SESSION_PATH, NULL);
  g_autoptr (FoyerAccount) account = foyer_account_new (sign_in->address, NULL, NULL, NULL, NULL);
  g_autoptr (FoyerCredential) credential = foyer_credential_new (sign_in->credential->access_token, NULL);

  g_clear_object (&sign_in->transport);
  sign_in->transport = FOYER_TRANSPORT (foyer_soup_transport_new (account, credential));
  foyer_transport_send_async (sign_in->transport, "GET", url, NULL, NULL, g_task_get_cancellable (task),
                              on_session_ready, g_object_ref (task));
}

static void
on_token_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);

  sign_in->credential = foyer_sign_in_answer_read_tokens (reply, &error);
  if (sign_in->credential == NULL)
    g_task_return_error (task, foyer_sign_in_answer_translate (error));
  else
    ask_session (task);
}

static void
ask_tokens (GTask *task, GBytes *form)
{
  SignIn *sign_in = g_task_get_task_data (task);

  foyer_transport_send_async (sign_in->transport, "POST", sign_in->metadata->token_url,
                              FOYER_TOKEN_GRANT_TYPE, form, g_task_get_cancellable (task), on_token_ready,
                              g_object_ref (task));
}

static void
on_browser_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (FoyerBrowserGrant) grant = foyer_sign_in_browser_finish (result, &error);
  g_autoptr (GBytes) form = NULL;

  if (grant == NULL) {
    g_task_return_error (task, error);
    return;
  }
  form = foyer_token_grant_write ("authorization_code", "code", grant->code, "redirect_uri",
                                  grant->redirect_uri, "code_verifier", grant->verifier, "client_id",
                                  FOYER_TOKEN_GRANT_CLIENT, "device_name", g_get_host_name (), NULL);
  ask_tokens (task, form);
}

static void
on_metadata_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);

  sign_in->metadata = foyer_sign_in_answer_read_metadata (reply, sign_in->address, &error);
  if (sign_in->metadata == NULL) {
    g_task_return_error (task, foyer_sign_in_answer_translate (error));
  } else if (sign_in->code != NULL) {
    g_autoptr (GBytes) form
        = foyer_token_grant_write (FOYER_TOKEN_GRANT_CODE, "code", sign_in->code, "client_id",
                                   FOYER_TOKEN_GRANT_CLIENT, "device_name", g_get_host_name (), NULL);

    ask_tokens (task, form);
  } else {
    foyer_sign_in_browser_async (sign_in->metadata->authorize_url, FOYER_TOKEN_GRANT_CLIENT, sign_in->random,
                                 sign_in->open_uri, sign_in->open_data, g_task_get_cancellable (task),
                                 on_browser_ready, g_object_ref (task));
  }
}

static void
begin (GTask *task, const char *typed)
{
  SignIn *sign_in = g_task_get_task_data (task);
  g_autofree char *url = NULL;
  GError *error = NULL;

  sign_in->address = foyer_address_normalise (typed, &error);
  if (sign_in->address == NULL) {
    g_task_return_error (task, error);
    return;
  }
  sign_in->transport = FOYER_TRANSPORT (foyer_soup_transport_new (NULL, NULL));
  url = g_strconcat (sign_in->address, METADATA_PATH, NULL);
  foyer_transport_send_async (sign_in->transport, "GET", url, NULL, NULL, g_task_get_cancellable (task),
                              on_metadata_ready, g_object_ref (task));
}

static GTask *
make_task (SignIn *sign_in, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_sign_in_finish);
  g_task_set_task_data (task, sign_in, (GDestroyNotify) sign_in_free);
  return task;
}

void
foyer_sign_in_with_code_async (const char *address,
                               const char *code,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  SignIn *sign_in = g_new0 (SignIn, 1);
  g_autoptr (GTask) task = make_task (sign_in, cancellable, callback, user_data);

  /* Codes are typed and pasted, with what stands around them. */
  sign_in->code = g_strstrip (g_strdup (code));
  begin (task, address);
}

void
foyer_sign_in_with_browser_async (const char *address,
                                  FoyerRandom *random,
                                  FoyerOpenUriFunc open_uri,
                                  gpointer open_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  SignIn *sign_in = g_new0 (SignIn, 1);
  g_autoptr (GTask) task = make_task (sign_in, cancellable, callback, user_data);

  sign_in->random = g_object_ref (random);
  sign_in->open_uri = open_uri;
  sign_in->open_data = open_data;
  begin (task, address);
}

FoyerSignInResult *
foyer_sign_in_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_sign_in_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
