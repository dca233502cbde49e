/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-message-effects.c - the team hears of what clients write */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

gboolean
foyer_message_effects_apply (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (FoyerRecord) conversation = NULL;
  g_autoptr (GError) failure = NULL;
  const char *client_id;

  if (before != NULL || transaction->actor != FOYER_BY_CLIENT
      || strcmp (foyer_json_object_text (after, "kind"), "client") != 0)
    return TRUE;
  values = g_hash_table_new (g_str_hash, g_str_equal);
  conversation = foyer_record_source_get (transaction->source, &foyer_conversation_type,
                                          foyer_json_object_text (after, "conversationId"), NULL);
  client_id = conversation == NULL ? NULL : foyer_conversation_get_client_id (conversation);
  g_hash_table_insert (values, (gpointer) "message", (gpointer) foyer_json_object_text (after, "body"));
  if (foyer_team_notices_submit (transaction, FOYER_MAIL_TEAM_MESSAGE, client_id,
                                 foyer_json_object_text (after, "id"), values, &failure))
    return TRUE;
  g_warning ("The team was not told of a message: %s", failure->message);
  *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return FALSE;
}
