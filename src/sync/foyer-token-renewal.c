/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-token-renewal.c - the tokens of an account, and new ones for expired ones */

#include "foyer-token-renewal.h"

#include "foyer-soup-exchange.h"
#include "foyer-token-grant.h"

/* RFC 6585 §4 */
#define TOO_MANY_REQUESTS 429

struct _FoyerTokenRenewal {
  GObject parent_instance;

  SoupSession *session;
  char *token_url;
  FoyerCredential *credential;
  FoyerTransportReply *refusal; /* the refresh token is dead; asking again would look like theft */
  GPtrArray *waiting;           /* tasks, while a question is under way */
  gboolean is_asking;
};

G_DEFINE_FINAL_TYPE (FoyerTokenRenewal, foyer_token_renewal, G_TYPE_OBJECT)

enum {
  RENEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
foyer_token_renewal_finalize (GObject *object)
{
  FoyerTokenRenewal *self = FOYER_TOKEN_RENEWAL (object);

  g_clear_object (&self->session);
  g_free (self->token_url);
  foyer_credential_free (self->credential);
  foyer_transport_reply_free (self->refusal);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (foyer_token_renewal_parent_class)->finalize (object);
}

static void
foyer_token_renewal_class_init (FoyerTokenRenewalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_token_renewal_finalize;
  signals[RENEWED] = g_signal_new ("renewed", FOYER_TYPE_TOKEN_RENEWAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
foyer_token_renewal_init (FoyerTokenRenewal *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Without a refresh token there is nothing to ask for a new access token with. */
static FoyerTransportReply *
make_refusal (const char *url)
{
  FoyerTransportReply *refusal = g_new0 (FoyerTransportReply, 1);

  refusal->status = SOUP_STATUS_UNAUTHORIZED;
  refusal->body = g_bytes_new (NULL, 0);
  refusal->retry_after = -1;
  refusal->url = g_strdup (url);
  return refusal;
}

FoyerTokenRenewal *
foyer_token_renewal_new (SoupSession *session, const FoyerAccount *account, const FoyerCredential *credential)
{
  FoyerTokenRenewal *self = g_object_new (FOYER_TYPE_TOKEN_RENEWAL, NULL);

  self->session = g_object_ref (session);
  self->token_url = g_strconcat (account->address, "/oauth/token", NULL);
  self->credential = foyer_credential_copy (credential);
  if (credential->refresh_token == NULL)
    self->refusal = make_refusal (self->token_url);
  return self;
}

const char *
foyer_token_renewal_get_access_token (FoyerTokenRenewal *self)
{
  return self->credential->access_token;
}

static FoyerTransportReply *
copy_reply (const FoyerTransportReply *reply)
{
  FoyerTransportReply *copy = g_new0 (FoyerTransportReply, 1);

  *copy = *reply;
  copy->content_type = g_strdup (reply->content_type);
  copy->body = g_bytes_ref (reply->body);
  copy->url = g_strdup (reply->url);
  return copy;
}

static void
return_answer (GTask *task, const FoyerTransportReply *answer)
{
  g_task_return_pointer (task, copy_reply (answer), (GDestroyNotify) foyer_transport_reply_free);
}

/* The source holds the task, and would for as long as the caller keeps its cancellable. */
static void
stop_watching (GTask *task)
{
  GSource *source = g_task_get_task_data (task);

  if (source != NULL)
    g_source_destroy (source);
}

/* Tells everybody who waits: new tokens if both are NULL, or why there are none. */
static void
settle (FoyerTokenRenewal *self, const FoyerTransportReply *answer, const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_asking = FALSE;
  for (guint i = 0; i < tasks->len; i++) {
    GTask *task = tasks->pdata[i];

    stop_watching (task);
    if (error != NULL)
      g_task_return_error (task, g_error_copy (error));
    else if (answer != NULL)
      return_answer (task, answer);
    else
      g_task_return_pointer (task, NULL, NULL);
  }
}

static gboolean
is_refusal (guint status)
{
  return status == SOUP_STATUS_BAD_REQUEST || status == SOUP_STATUS_UNAUTHORIZED
         || status == SOUP_STATUS_FORBIDDEN;
}

static gboolean
is_trouble (guint status)
{
  return status == TOO_MANY_REQUESTS || status >= SOUP_STATUS_INTERNAL_SERVER_ERROR;
}

static void
take_answer (FoyerTokenRenewal *self, FoyerTransportReply *reply)
{
  g_autoptr (GError) error = NULL;
  FoyerCredential *credential;

  if (is_refusal (reply->status)) {
    self->refusal = copy_reply (reply);
    self->refusal->status = SOUP_STATUS_UNAUTHORIZED;
    settle (self, self->refusal, NULL);
    return;
  }
  if (is_trouble (reply->status)) {
    settle (self, reply, NULL);
    return;
  }
  credential = reply->status != SOUP_STATUS_OK
                   ? NULL
                   : foyer_token_grant_read (reply->body, self->credential->refresh_token, &error);
  if (credential == NULL) {
    g_autoptr (GError) strange
        = g_error_new (FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT,
                       "The server gives no new tokens (status %u): %s", reply->status,
                       error == NULL ? "that is no answer to the question" : error->message);

    settle (self, NULL, strange);
    return;
  }
  foyer_credential_free (self->credential);
  self->credential = credential;
  /* To be kept before anything else happens: the old ones are dead. */
  g_signal_emit (self, signals[RENEWED], 0, self->credential);
  settle (self, NULL, NULL);
}

static void
on_exchange_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerTokenRenewal) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_soup_exchange_finish (result, &error);

  if (reply == NULL)
    settle (self, NULL, error);
  else
    take_answer (self, reply);
}

/* Not to be cancelled: the server may already have changed the tokens, and who does not listen loses them. */
static void
ask (FoyerTokenRenewal *self)
{
  g_autoptr (GBytes) form
      = foyer_token_grant_write ("refresh_token", "refresh_token", self->credential->refresh_token,
                                 "client_id", FOYER_TOKEN_GRANT_CLIENT, NULL);
  g_autoptr (FoyerSoupRequest) request
      = foyer_soup_request_new ("POST", self->token_url, FOYER_TOKEN_GRANT_TYPE, form, NULL);

  self->is_asking = TRUE;
  foyer_soup_exchange_async (self->session, request, NULL, on_exchange_ready, g_object_ref (self));
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;
  FoyerTokenRenewal *self = g_task_get_source_object (task);
  guint index;

  if (g_ptr_array_find (self->waiting, task, &index)) {
    g_autoptr (GTask) waiter = g_ptr_array_steal_index (self->waiting, index);

    g_task_return_error_if_cancelled (waiter);
  }
  return G_SOURCE_REMOVE;
}

static void
wait (FoyerTokenRenewal *self, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_ptr_array_add (self->waiting, g_object_ref (task));
  if (cancellable != NULL) {
    GSource *source = g_cancellable_source_new (cancellable);

    g_task_set_task_data (task, source, (GDestroyNotify) g_source_unref);
    g_task_attach_source (task, source, G_SOURCE_FUNC (on_cancelled));
  }
}

void
foyer_token_renewal_renew_async (FoyerTokenRenewal *self,
                                 const char *stale,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, foyer_token_renewal_renew_async);
  if (g_strcmp0 (stale, self->credential->access_token) != 0) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  if (self->refusal != NULL) {
    return_answer (task, self->refusal);
    return;
  }
  wait (self, task);
  if (!self->is_asking)
    ask (self);
}

gboolean
foyer_token_renewal_renew_finish (FoyerTokenRenewal *self,
                                  GAsyncResult *result,
                                  FoyerTransportReply **answer,
                                  GError **error)
{
  GError *own = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *answer = g_task_propagate_pointer (G_TASK (result), &own);
  if (own != NULL) {
    g_propagate_error (error, own);
    return FALSE;
  }
  return *answer == NULL;
}
