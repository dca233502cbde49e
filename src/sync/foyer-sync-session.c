/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-session.c - from an address to a session that the store may be synced with */

#include "foyer-sync-session.h"

#include "foyer-jmap-request.h"
#include "foyer-json.h"
#include "foyer-sync-epoch.h"

#include <string.h>

/* Changes and the records that they name are asked for together. */
#define FEWEST_CALLS 3

typedef struct {
  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  char *session_url;
  char *account_id;
  FoyerSyncSession *opened; /* (owned) */
  gint64 retry_after;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->store);
  g_object_unref (opening->transport);
  g_free (opening->session_url);
  g_free (opening->account_id);
  foyer_sync_session_free (opening->opened);
  g_free (opening);
}

void
foyer_sync_session_free (FoyerSyncSession *self)
{
  if (self == NULL)
    return;
  foyer_jmap_session_free (self->session);
  g_free (self);
}

static void admit (GTask *task, gint64 last, gint64 last_before);

/* The reply's text if it is good; else the task has returned. */
static const char *
take_reply (GTask *task, FoyerTransportReply *reply, gsize *length, GError *error)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) failure = error;

  if (reply != NULL) {
    opening->retry_after = reply->retry_after;
    if (foyer_sync_check_status (reply, &failure)) {
      const char *text = g_bytes_get_data (reply->body, length);

      return text == NULL ? "" : text;
    }
  }
  g_task_return_error (task, g_steal_pointer (&failure));
  return NULL;
}

static void
on_status_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_transport_send_finish (opening->transport, result, &error);
  g_autoptr (FoyerJmapResponse) response = NULL;
  FoyerJmapCall *call;
  gint64 last;
  gsize length;
  const char *text = take_reply (task, reply, &length, error);

  if (text == NULL)
    return;
  response = foyer_jmap_response_parse (text, length, NULL);
  call = response == NULL ? NULL : foyer_jmap_response_find (response, "s", "Op/status");
  last = call == NULL ? 0 : foyer_json_object_integer (call->arguments, "last", 0);
  if (call == NULL)
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SERVER,
                             "The server does not say what it knows of this console");
  else
    admit (g_steal_pointer (&task), last, foyer_json_object_integer (call->arguments, "lastBefore", last));
}

static void
ask_status (GTask *task, const char *console)
{
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_new (TRUE);
  JsonObject *arguments = json_object_new ();

  json_object_set_string_member (arguments, "accountId", opening->opened->session->account_id);
  json_object_set_string_member (arguments, "client", console);
  foyer_jmap_request_add (request, "Op/status", arguments, "s");
  foyer_sync_session_send (opening->transport, opening->opened->session, foyer_jmap_request_to_text (request),
                           g_task_get_cancellable (task), on_status_ready, task);
}

static void
on_admitted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  FoyerAdmissionResult *admission = foyer_store_write_finish (opening->store, result, &error);

  if (admission == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  opening->opened->first = admission->first;
  if (admission->must_ask)
    ask_status (g_steal_pointer (&task), admission->console);
  else
    g_task_return_pointer (task, g_steal_pointer (&opening->opened),
                           (GDestroyNotify) foyer_sync_session_free);
  foyer_admission_result_free (admission);
}

/* @last: the last number of this console that the server knows, -1 if it was not asked; @last_before: as of the restore. */
static void
admit (GTask *task, gint64 last, gint64 last_before)
{
  Opening *opening = g_task_get_task_data (task);
  FoyerJmapSession *session = opening->opened->session;
  FoyerAdmission *admission;

  if (opening->account_id != NULL && strcmp (opening->account_id, session->account_id) != 0) {
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_OTHER_ACCOUNT,
                             "The server signed somebody else in");
    g_object_unref (task);
    return;
  }
  admission = g_new0 (FoyerAdmission, 1);
  admission->account_id = g_strdup (session->account_id);
  admission->epoch = g_strdup (session->epoch);
  admission->last = last;
  admission->last_before = last_before;
  foyer_store_write_async (opening->store, foyer_admission_run, admission,
                           (GDestroyNotify) foyer_admission_free,
                           (GDestroyNotify) foyer_admission_result_free, NULL, on_admitted, task);
}

static void
on_session_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerTransportReply) reply = foyer_transport_send_finish (opening->transport, result, &error);
  gsize length;
  const char *text = take_reply (task, reply, &length, error);
  FoyerJmapSession *session;

  if (text == NULL)
    return;
  session
      = foyer_jmap_session_parse (text, length, reply->url == NULL ? opening->session_url : reply->url, NULL);
  if (session == NULL) {
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_NOT_FOYER,
                             "What answers there is no Foyer server");
    return;
  }
  if (session->max_calls < FEWEST_CALLS) {
    foyer_jmap_session_free (session);
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_NOT_FOYER,
                             "The server takes too few calls in a request");
    return;
  }
  opening->opened = g_new0 (FoyerSyncSession, 1);
  opening->opened->session = session;
  admit (g_steal_pointer (&task), -1, -1);
}

/* open_async → on_session_ready → on_admitted → [on_status_ready → on_admitted] → return */
void
foyer_sync_session_open_async (FoyerStore *store,
                               FoyerTransport *transport,
                               const char *session_url,
                               const char *account_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, foyer_sync_session_open_async);
  opening->store = g_object_ref (store);
  opening->transport = g_object_ref (transport);
  opening->session_url = g_strdup (session_url);
  opening->account_id = g_strdup (account_id);
  opening->retry_after = -1;
  g_task_set_task_data (task, opening, free_opening);
  foyer_transport_send_async (transport, "GET", session_url, NULL, NULL, cancellable, on_session_ready, task);
}

FoyerSyncSession *
foyer_sync_session_open_finish (GAsyncResult *result, gint64 *retry_after, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  *retry_after = ((Opening *) g_task_get_task_data (G_TASK (result)))->retry_after;
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
foyer_sync_session_send (FoyerTransport *transport,
                         FoyerJmapSession *session,
                         char *text,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GBytes) body = g_bytes_new_take (text, strlen (text));

  foyer_transport_send_async (transport, "POST", session->api_url, "application/json", body, cancellable,
                              callback, user_data);
}
