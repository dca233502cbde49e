/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-request.c - one question to the server, and what it says */

#include "foyer-method-request.h"

#include "foyer-jmap-request.h"
#include "foyer-json.h"
#include "foyer-sync-session.h"

#define CALL_ID "q"

/* What was said: an answer or a refusal. */
typedef struct {
  gboolean refused;
  JsonObject *arguments;
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;

  json_object_unref (said->arguments);
  g_free (said);
}

static void
return_answer (GTask *task, FoyerTransportReply *reply)
{
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_parse (text == NULL ? "" : text, length, NULL);
  FoyerJmapCall *call
      = response == NULL ? NULL
                         : foyer_jmap_response_find_answer (response, g_task_get_task_data (task), CALL_ID);
  Said *said;

  if (call == NULL) {
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SERVER,
                             "The server did not answer what it was asked");
    return;
  }
  said = g_new0 (Said, 1);
  said->refused = g_str_equal (call->name, "error");
  said->arguments = json_object_ref (call->arguments);
  g_task_return_pointer (task, said, free_said);
}

static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);

  if (reply == NULL || !foyer_sync_check_status (reply, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_answer (task, reply);
}

void
foyer_method_request_async (FoyerTransport *transport,
                            FoyerJmapSession *session,
                            const char *method,
                            JsonObject *arguments,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (transport, cancellable, callback, user_data);
  FoyerJmapRequest *request = foyer_jmap_request_new (TRUE);

  g_task_set_source_tag (task, foyer_method_request_async);
  g_task_set_task_data (task, request, (GDestroyNotify) foyer_jmap_request_free);
  json_object_set_string_member (arguments, "accountId", session->account_id);
  foyer_jmap_request_add (request, method, arguments, CALL_ID);
  foyer_sync_session_send (transport, session, foyer_jmap_request_to_text (request), cancellable, on_reply,
                           task);
}

JsonObject *
foyer_method_request_finish (FoyerTransport *transport,
                             GAsyncResult *result,
                             JsonObject **refusal,
                             GError **error)
{
  Said *said;
  JsonObject *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, transport), NULL);

  if (refusal != NULL)
    *refusal = NULL;
  said = g_task_propagate_pointer (G_TASK (result), error);
  if (said == NULL)
    return NULL;
  if (!said->refused) {
    answer = json_object_ref (said->arguments);
  } else {
    const char *why = foyer_json_object_text (said->arguments, "description");

    g_set_error_literal (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED,
                         why == NULL ? "The server refused" : why);
    if (refusal != NULL)
      *refusal = json_object_ref (said->arguments);
  }
  free_said (said);
  return answer;
}
