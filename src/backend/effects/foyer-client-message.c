/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-message.c - a client writes */

#include "effects/foyer-client-message.h"

#include "effects/foyer-conversation-news.h"
#include "effects/foyer-effects.h"
#include "effects/foyer-same-files.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

/* A message that comes again so soon is the same form. */
#define TWICE_SECONDS 600
#define RECENT 20

/* --- Where it stands --- */

/* Of the conversations about the same, the one in which somebody wrote last. */
static gboolean
find_about (FoyerTransaction *transaction, const FoyerClientMessage *message, char **id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_conversation_type);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_where_text (query, "aboutId", message->about_id);
  foyer_query_order (query, "lastAt", TRUE);
  found = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; found != NULL && i < found->len && *id == NULL; i++) {
    if (g_strcmp0 (foyer_conversation_get_client_id (found->pdata[i]), message->client_id) == 0)
      *id = g_strdup (foyer_record_get_id (found->pdata[i]));
  }
  return found != NULL;
}

/* A conversation that became part of another is answered there. */
static gboolean
find_conversation (FoyerTransaction *transaction,
                   const FoyerClientMessage *message,
                   FoyerRecord **conversation,
                   GError **error)
{
  g_autofree char *id = g_strdup (message->conversation_id);

  if (id == NULL && message->about_id != NULL && !find_about (transaction, message, &id, error))
    return FALSE;
  return foyer_conversation_news_find (transaction, id, conversation, error);
}

static FoyerRecord *
begin_conversation (FoyerTransaction *transaction, const FoyerClientMessage *message, GError **error)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_conversation_type);
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", message->client_id);
  if (message->person_id != NULL)
    json_object_set_string_member (json, "personId", message->person_id);
  if (message->subject != NULL)
    json_object_set_string_member (json, "subject", message->subject);
  if (message->about_id != NULL)
    json_object_set_string_member (json, "aboutId", message->about_id);
  foyer_record_type_fill_defaults (&foyer_conversation_type, json);
  return foyer_transaction_put (transaction, &foyer_conversation_type, json, error);
}

/* --- The same form twice --- */

static gboolean
is_twin (FoyerTransaction *transaction, const FoyerClientMessage *message, FoyerRecord *other)
{
  g_autoptr (JsonNode) kept = foyer_message_get_attachments (other);

  return foyer_message_get_kind (other) == FOYER_MESSAGE_CLIENT
         && foyer_message_get_sent_at (other) + TWICE_SECONDS > transaction->now
         && g_strcmp0 (foyer_message_get_person_id (other), message->person_id) == 0
         && g_strcmp0 (foyer_message_get_body (other), message->body) == 0
         && foyer_same_files (kept, message->files);
}

static gboolean
stands_already (FoyerTransaction *transaction,
                const FoyerClientMessage *message,
                FoyerRecord *conversation,
                gboolean *stands,
                GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_message_type);
  g_autoptr (GPtrArray) last = NULL;

  foyer_query_where_text (query, "conversationId", foyer_record_get_id (conversation));
  foyer_query_order (query, "sentAt", TRUE);
  foyer_query_limit (query, RECENT);
  last = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; last != NULL && i < last->len; i++)
    *stands = *stands || is_twin (transaction, message, last->pdata[i]);
  return last != NULL;
}

/* A new conversation is the same as one that was begun with the same words just now. */
static gboolean
find_begun (FoyerTransaction *transaction,
            const FoyerClientMessage *message,
            FoyerRecord **conversation,
            GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_conversation_type);
  g_autoptr (GPtrArray) last = NULL;

  foyer_query_where_text (query, "clientId", message->client_id);
  foyer_query_order (query, "lastAt", TRUE);
  foyer_query_limit (query, RECENT);
  last = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; last != NULL && i < last->len && *conversation == NULL; i++) {
    gboolean stands = FALSE;

    if (foyer_conversation_get_about_id (last->pdata[i]) != NULL
        || g_strcmp0 (foyer_conversation_get_subject (last->pdata[i]), message->subject) != 0)
      continue;
    if (!stands_already (transaction, message, last->pdata[i], &stands, error))
      return FALSE;
    if (stands)
      *conversation = g_object_ref (last->pdata[i]);
  }
  return last != NULL;
}

/* --- Writing it --- */

static JsonObject *
make_message (FoyerTransaction *transaction, const FoyerClientMessage *message, FoyerRecord *conversation)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_message_type);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "conversationId", foyer_record_get_id (conversation));
  json_object_set_string_member (json, "kind", "client");
  if (message->person_id != NULL)
    json_object_set_string_member (json, "personId", message->person_id);
  json_object_set_string_member (json, "body", message->body);
  if (message->about_id != NULL)
    json_object_set_string_member (json, "aboutId", message->about_id);
  foyer_record_type_fill_defaults (&foyer_message_type, json);
  return json;
}

/* Who wrote where and when; the words stand in the message, and only there. */
static gboolean
audit (FoyerTransaction *transaction, const FoyerClientMessage *message, JsonObject *json, GError **error)
{
  g_autoptr (JsonObject) facts = json_object_new ();

  json_object_set_string_member (facts, "id", foyer_json_object_text (json, "id"));
  json_object_set_string_member (facts, "clientId", message->client_id);
  json_object_set_string_member (facts, "conversationId", foyer_json_object_text (json, "conversationId"));
  return foyer_audit_write (transaction, &foyer_message_type, "write", "write", NULL, facts, error);
}

static gboolean
write_message (FoyerTransaction *transaction,
               const FoyerClientMessage *message,
               FoyerRecord *conversation,
               FoyerKeepFiles keep,
               gpointer data,
               GError **error)
{
  g_autoptr (JsonObject) json = make_message (transaction, message, conversation);
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (keep != NULL && !keep (data, json, error))
    return FALSE;
  if (!foyer_effects_apply (transaction, &foyer_message_type, NULL, json, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A message was refused: %s",
                 foyer_json_object_text (refusal, "description"));
    return FALSE;
  }
  stored = foyer_transaction_put (transaction, &foyer_message_type, json, error);
  return stored != NULL && audit (transaction, message, json, error);
}

char *
foyer_client_message_send (FoyerTransaction *transaction,
                           const FoyerClientMessage *message,
                           FoyerKeepFiles keep,
                           gpointer data,
                           GError **error)
{
  g_autoptr (FoyerRecord) conversation = NULL;
  gboolean stands = FALSE;

  g_return_val_if_fail (transaction->actor == FOYER_BY_CLIENT, NULL);

  if (!find_conversation (transaction, message, &conversation, error))
    return NULL;
  if (conversation == NULL && message->about_id == NULL) {
    if (!find_begun (transaction, message, &conversation, error))
      return NULL;
    stands = conversation != NULL;
  }
  if (conversation == NULL)
    conversation = begin_conversation (transaction, message, error);
  else if (!stands && !stands_already (transaction, message, conversation, &stands, error))
    return NULL;
  if (conversation == NULL
      || (!stands && !write_message (transaction, message, conversation, keep, data, error)))
    return NULL;
  return g_strdup (foyer_record_get_id (conversation));
}
