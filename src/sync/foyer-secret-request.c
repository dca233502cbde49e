/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-secret-request.c - asking for a secret that only the server can make */

#include "foyer-secret-request.h"

#include "foyer-sync-session.h"
#include "foyer-jmap-request.h"
#include "foyer-json.h"

#include <string.h>

static void
return_answer (GTask *task, FoyerTransportReply *reply)
{
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_parse (text == NULL ? "" : text, length, NULL);
  FoyerJmapCall *call = response == NULL ? NULL : foyer_jmap_response_find (response, "s", NULL);
  const char *secret = call == NULL ? NULL : foyer_json_object_text (call->arguments, "secret");
  const char *why = call == NULL ? NULL : foyer_json_object_text (call->arguments, "description");

  if (secret != NULL)
    g_task_return_pointer (task, g_strdup (secret), g_free);
  else
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED, "%s",
                             why == NULL ? "The server made no link" : why);
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
foyer_secret_request_async (FoyerTransport *transport,
                            FoyerJmapSession *session,
                            const FoyerRecordType *type,
                            const char *id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (transport, cancellable, callback, user_data);
  g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_new (TRUE);
  JsonObject *arguments = json_object_new ();

  g_task_set_source_tag (task, foyer_secret_request_async);
  json_object_set_string_member (arguments, "accountId", session->account_id);
  json_object_set_string_member (arguments, "type", type->name);
  json_object_set_string_member (arguments, "id", id);
  foyer_jmap_request_add (request, "Secret/issue", arguments, "s");
  foyer_sync_session_send (transport, session, foyer_jmap_request_to_text (request), cancellable, on_reply,
                           task);
}

char *
foyer_secret_request_finish (FoyerTransport *transport, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, transport), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
