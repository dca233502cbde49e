/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-transport.c - the way to a server over HTTP, with the account's token */

#include "foyer-soup-transport.h"

#include "foyer-address.h"
#include "foyer-soup-events.h"
#include "foyer-soup-exchange.h"
#include "foyer-token-renewal.h"

#include "foyer-jmap.h"

#define CONNECTIONS 6
#define TIMEOUT_SECONDS 60
/* Below what front servers keep a silent connection for, so that a request seldom meets one that is just being closed. */
#define IDLE_SECONDS 30
/* An event stream is dead when two pings are missing. */
#define EVENT_TIMEOUT_SECONDS (2 * FOYER_JMAP_PING_SECONDS + 5)

struct _FoyerSoupTransport {
  GObject parent_instance;

  SoupSession *session;
  SoupSession *event_session; /* an open stream must not take a connection from requests */
  char *address;              /* NULL for requests without an account */
  FoyerTokenRenewal *tokens;  /* NULL without a credential */
};

static void foyer_soup_transport_iface_init (FoyerTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerSoupTransport,
                               foyer_soup_transport,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_TRANSPORT, foyer_soup_transport_iface_init))

enum {
  RENEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
foyer_soup_transport_finalize (GObject *object)
{
  FoyerSoupTransport *self = FOYER_SOUP_TRANSPORT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->event_session);
  g_free (self->address);
  g_clear_object (&self->tokens);
  G_OBJECT_CLASS (foyer_soup_transport_parent_class)->finalize (object);
}

static void
foyer_soup_transport_class_init (FoyerSoupTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_soup_transport_finalize;
  signals[RENEWED] = g_signal_new ("renewed", FOYER_TYPE_SOUP_TRANSPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static SoupSession *
make_session (guint timeout)
{
  SoupSession *session
      = soup_session_new_with_options ("max-conns", CONNECTIONS, "max-conns-per-host", CONNECTIONS, "timeout",
                                       timeout, "idle-timeout", IDLE_SECONDS, "user-agent",
                                       "Foyer/" FOYER_VERSION, NULL);

  /* Tokens are the only way to sign in; nothing may answer a server's wish for a password. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  return session;
}

static void
foyer_soup_transport_init (FoyerSoupTransport *self)
{
  self->session = make_session (TIMEOUT_SECONDS);
  self->event_session = make_session (EVENT_TIMEOUT_SECONDS);
  soup_session_remove_feature_by_type (self->event_session, SOUP_TYPE_CONTENT_DECODER);
}

static void
on_renewed (FoyerTokenRenewal *tokens, FoyerCredential *credential, FoyerSoupTransport *self)
{
  g_signal_emit (self, signals[RENEWED], 0, credential);
}

FoyerSoupTransport *
foyer_soup_transport_new (const FoyerAccount *account, const FoyerCredential *credential)
{
  FoyerSoupTransport *self = g_object_new (FOYER_TYPE_SOUP_TRANSPORT, NULL);

  if (account == NULL)
    return self;
  self->address = g_strdup (account->address);
  if (credential != NULL) {
    self->tokens = foyer_token_renewal_new (self->session, account, credential);
    g_signal_connect_object (self->tokens, "renewed", G_CALLBACK (on_renewed), self, 0);
  }
  return self;
}

/* A request or an event stream: both go out with a token, and once more with a new one if the server does not take it. */
typedef struct {
  FoyerSoupRequest *request;
  gboolean is_repeated;
  FoyerTransportReply *unauthorized; /* what to give back if there is no new token */

  gboolean is_stream;
  char *last_event_id;
  FoyerEventFunc on_event;
  gpointer event_data;
  gint64 wait; /* microseconds before the next stream, -1 if the server did not say */
} Errand;

static void
errand_free (Errand *errand)
{
  foyer_soup_request_free (errand->request);
  foyer_transport_reply_free (errand->unauthorized);
  g_free (errand->last_event_id);
  g_free (errand);
}

static void run_errand (GTask *task);

/* Ends a stream's errand by a status and any other by the reply. */
static void
return_reply (GTask *task, FoyerTransportReply *reply)
{
  Errand *errand = g_task_get_task_data (task);

  if (errand->is_stream) {
    g_task_return_int (task, (gssize) reply->status);
    foyer_transport_reply_free (reply);
  } else {
    g_task_return_pointer (task, reply, (GDestroyNotify) foyer_transport_reply_free);
  }
}

static void
on_renew_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (FoyerTransportReply) answer = NULL;
  GError *error = NULL;

  if (foyer_token_renewal_renew_finish (FOYER_TOKEN_RENEWAL (source), result, &answer, &error))
    run_errand (task);
  else if (error != NULL)
    g_task_return_error (task, error);
  else if (answer->status == SOUP_STATUS_UNAUTHORIZED && errand->unauthorized != NULL)
    return_reply (task, g_steal_pointer (&errand->unauthorized));
  else
    return_reply (task, g_steal_pointer (&answer));
}

static void
renew (GTask *task)
{
  FoyerSoupTransport *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  foyer_token_renewal_renew_async (self->tokens, errand->request->bearer, g_task_get_cancellable (task),
                                   on_renew_ready, g_object_ref (task));
}

static gboolean
may_renew (GTask *task, guint status)
{
  FoyerSoupTransport *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  return status == SOUP_STATUS_UNAUTHORIZED && self->tokens != NULL && !errand->is_repeated;
}

static void
on_exchange_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  FoyerTransportReply *reply = foyer_soup_exchange_finish (result, &error);

  if (reply == NULL) {
    g_task_return_error (task, error);
  } else if (may_renew (task, reply->status)) {
    errand->is_repeated = TRUE;
    errand->unauthorized = reply;
    renew (task);
  } else {
    return_reply (task, reply);
  }
}

static void
on_events_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  guint status = foyer_soup_events_finish (result, &errand->wait, &error);

  if (error != NULL) {
    g_task_return_error (task, error);
  } else if (may_renew (task, status)) {
    errand->is_repeated = TRUE;
    renew (task);
  } else {
    g_task_return_int (task, (gssize) status);
  }
}

static void
run_errand (GTask *task)
{
  FoyerSoupTransport *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (self->tokens != NULL) {
    const char *token = foyer_token_renewal_get_access_token (self->tokens);

    g_free (errand->request->bearer);
    errand->request->bearer = g_strdup (token);
    if (token == NULL) {
      errand->is_repeated = TRUE;
      renew (task);
      return;
    }
  }
  if (errand->is_stream)
    foyer_soup_events_async (self->event_session, errand->request, errand->last_event_id, errand->on_event,
                             errand->event_data, cancellable, on_events_ready, g_object_ref (task));
  else
    foyer_soup_exchange_async (self->session, errand->request, cancellable, on_exchange_ready,
                               g_object_ref (task));
}

/* What belongs to an account goes to its server, whatever a session document says. */
static void
start_errand (GTask *task)
{
  FoyerSoupTransport *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  if (!foyer_soup_request_check (errand->request, &error))
    g_task_return_error (task, error);
  else if (self->address != NULL && !foyer_address_is_within (errand->request->url, self->address))
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE,
                             "%s is not on the account’s server, %s", errand->request->url, self->address);
  else
    run_errand (task);
}

static void
send_async (FoyerTransport *transport,
            const char *method,
            const char *url,
            const char *content_type,
            GBytes *body,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, send_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  errand->request = foyer_soup_request_new (method, url, content_type, body, NULL);
  start_errand (task);
}

static void
fetch_async (FoyerTransport *transport,
             const char *url,
             const FoyerTransportPart *part,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, send_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  errand->request = foyer_soup_request_new ("GET", url, NULL, NULL, NULL);
  foyer_soup_request_ask_for_part (errand->request, part);
  start_errand (task);
}

static FoyerTransportReply *
send_finish (FoyerTransport *transport, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
listen_async (FoyerTransport *transport,
              const char *url,
              const char *last_event_id,
              FoyerEventFunc on_event,
              gpointer event_data,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  g_task_set_source_tag (task, listen_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  errand->request = foyer_soup_request_new ("GET", url, NULL, NULL, NULL);
  errand->is_stream = TRUE;
  errand->wait = -1;
  errand->last_event_id = g_strdup (last_event_id);
  errand->on_event = on_event;
  errand->event_data = event_data;
  start_errand (task);
}

static guint
listen_finish (FoyerTransport *transport, GAsyncResult *result, gint64 *wait, GError **error)
{
  gssize status;

  g_return_val_if_fail (g_async_result_is_tagged (result, listen_async), 0);

  *wait = ((Errand *) g_task_get_task_data (G_TASK (result)))->wait;
  status = g_task_propagate_int (G_TASK (result), error);
  return status < 0 ? 0 : (guint) status;
}

static void
foyer_soup_transport_iface_init (FoyerTransportInterface *iface)
{
  iface->send_async = send_async;
  iface->send_finish = send_finish;
  iface->fetch_async = fetch_async;
  iface->listen_async = listen_async;
  iface->listen_finish = listen_finish;
}
