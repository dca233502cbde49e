/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-conversation-news.c - the row of a conversation follows its messages */

#include "effects/foyer-conversation-news.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-message-line.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

/* Characters of a message that stand in the row. */
#define SNIPPET 140

/* How many of the team's last messages can become read at once. */
#define MOST_READ 200

/* Of conversations that became part of one another. */
#define LONGEST_CHAIN 8

static gboolean
is_kind (JsonObject *message, const char *kind)
{
  return g_strcmp0 (foyer_json_object_text (message, "kind"), kind) == 0;
}

static void
set_time (JsonObject *json, const char *name, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  json_object_set_string_member (json, name, text);
}

static gboolean
put (FoyerTransaction *transaction, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (FoyerRecord) stored = foyer_transaction_put (transaction, type, json, error);

  return stored != NULL;
}

/* --- Which it is --- */

gboolean
foyer_conversation_news_find (FoyerTransaction *transaction,
                              const char *id,
                              FoyerRecord **conversation,
                              GError **error)
{
  if (!foyer_record_source_look_up (transaction->source, &foyer_conversation_type, id, conversation, error))
    return FALSE;
  for (guint i = 0; i < LONGEST_CHAIN && *conversation != NULL; i++) {
    const char *into = foyer_conversation_get_merged_into_id (*conversation);
    g_autoptr (FoyerRecord) next = NULL;

    if (into == NULL)
      return TRUE;
    if (!foyer_record_source_look_up (transaction->source, &foyer_conversation_type, into, &next, error))
      return FALSE;
    if (next == NULL
        || g_strcmp0 (foyer_conversation_get_client_id (next),
                      foyer_conversation_get_client_id (*conversation))
               != 0)
      return TRUE;
    g_set_object (conversation, next);
  }
  return TRUE;
}

/* --- The row --- */

static const char *
get_attachment_text (JsonObject *message, guint i, const char *member)
{
  JsonNode *node = json_array_get_element (foyer_json_object_array (message, "attachments"), i);

  return JSON_NODE_HOLDS_OBJECT (node) ? foyer_json_object_text (json_node_get_object (node), member) : NULL;
}

static guint
count_attachments (JsonObject *message)
{
  JsonArray *attachments = foyer_json_object_array (message, "attachments");

  return attachments == NULL ? 0 : json_array_get_length (attachments);
}

static gboolean
has_photo (JsonObject *message)
{
  for (guint i = 0; i < count_attachments (message); i++) {
    const char *media_type = get_attachment_text (message, i, "mediaType");

    if (media_type != NULL && g_str_has_prefix (media_type, "image/"))
      return TRUE;
  }
  return FALSE;
}

static char *
make_snippet (JsonObject *message)
{
  g_autofree char *line = foyer_message_line (message);

  return g_utf8_substring (line, 0, MIN (SNIPPET, g_utf8_strlen (line, -1)));
}

static void
count (JsonObject *row, JsonObject *message)
{
  json_object_set_int_member (row, "messageCount", foyer_json_object_integer (row, "messageCount", 0) + 1);
  if (has_photo (message))
    json_object_set_boolean_member (row, "hasPhoto", TRUE);
}

/* Whoever answers has read what they answer. */
static void
note_reader (JsonObject *row, const char *staff_id, gint64 now)
{
  JsonObject *readers = foyer_json_object_object (row, "readBy");
  g_autoptr (JsonObject) copy = readers == NULL ? json_object_new () : foyer_json_copy_object (readers);

  if (staff_id == NULL)
    return;
  set_time (copy, staff_id, now);
  json_object_set_object_member (row, "readBy", g_steal_pointer (&copy));
}

static void
take_client_message (JsonObject *row, JsonObject *message, gint64 now)
{
  json_object_set_string_member (row, "status", "open");
  if (foyer_json_object_text (message, "personId") != NULL)
    json_object_set_string_member (row, "personId", foyer_json_object_text (message, "personId"));
  if (foyer_json_object_text (row, "waitingSince") == NULL)
    set_time (row, "waitingSince", now);
  if (!foyer_json_object_boolean (row, "snoozeFirm", FALSE))
    json_object_remove_member (row, "snoozedUntil");
}

static void
take_message (JsonObject *row, JsonObject *message, gint64 now)
{
  g_autofree char *snippet = NULL;

  if (is_kind (message, "note"))
    return;
  snippet = make_snippet (message);
  set_time (row, "lastAt", now);
  json_object_set_string_member (row, "lastFrom", foyer_json_object_text (message, "kind"));
  json_object_set_string_member (row, "snippet", snippet);
  if (is_kind (message, "client"))
    take_client_message (row, message, now);
  if (is_kind (message, "team")) {
    json_object_remove_member (row, "waitingSince");
    note_reader (row, foyer_json_object_text (message, "staffId"), now);
  }
}

gboolean
foyer_conversation_news_add (FoyerTransaction *transaction,
                             FoyerRecord *conversation,
                             JsonObject *message,
                             GError **error)
{
  g_autoptr (JsonObject) row = foyer_record_to_json (conversation);

  count (row, message);
  return put (transaction, &foyer_conversation_type, row, error);
}

/* --- Two rows become one --- */

static gboolean
is_later (JsonObject *row, JsonObject *other)
{
  return g_strcmp0 (foyer_json_object_text (row, "lastAt"), foyer_json_object_text (other, "lastAt")) > 0;
}

/* Who waits longer waits longest for the office, too. */
static void
take_waiting (JsonObject *row, JsonObject *part)
{
  const char *since = foyer_json_object_text (part, "waitingSince");
  const char *own = foyer_json_object_text (row, "waitingSince");

  if (since == NULL)
    return;
  if (own == NULL || strcmp (since, own) < 0)
    json_object_set_string_member (row, "waitingSince", since);
  json_object_set_string_member (row, "status", "open");
}

gboolean
foyer_conversation_news_merge (FoyerTransaction *transaction,
                               FoyerRecord *conversation,
                               JsonObject *part,
                               GError **error)
{
  static const char *const last[] = { "lastAt", "lastFrom", "snippet" };
  g_autoptr (JsonObject) row = foyer_record_to_json (conversation);
  gboolean brings_last = is_later (part, row);

  for (guint i = 0; brings_last && i < G_N_ELEMENTS (last); i++) {
    if (foyer_json_object_text (part, last[i]) != NULL)
      json_object_set_string_member (row, last[i], foyer_json_object_text (part, last[i]));
  }
  json_object_set_int_member (row, "messageCount",
                              foyer_json_object_integer (row, "messageCount", 0)
                                  + foyer_json_object_integer (part, "messageCount", 0));
  if (foyer_json_object_boolean (part, "hasPhoto", FALSE))
    json_object_set_boolean_member (row, "hasPhoto", TRUE);
  take_waiting (row, part);
  return put (transaction, &foyer_conversation_type, row, error);
}

/* --- What was to be sent only if the client did not write first --- */

static gboolean
call_off (FoyerTransaction *transaction, const char *conversation_id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_message_type);
  g_autoptr (GPtrArray) messages = NULL;

  foyer_query_where_text (query, "conversationId", conversation_id);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_MESSAGE_SCHEDULED);
  messages = foyer_record_source_list (transaction->source, query, error);
  if (messages == NULL)
    return FALSE;
  for (guint i = 0; i < messages->len; i++) {
    g_autoptr (JsonObject) json = NULL;

    if (!foyer_message_get_cancel_on_reply (messages->pdata[i]))
      continue;
    json = foyer_record_to_json (messages->pdata[i]);
    json_object_set_string_member (json, "status", "cancelled");
    if (!put (transaction, &foyer_message_type, json, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_conversation_news_send (FoyerTransaction *transaction,
                              FoyerRecord *conversation,
                              JsonObject *message,
                              gboolean is_new,
                              GError **error)
{
  g_autoptr (JsonObject) row = foyer_record_to_json (conversation);

  if (is_new)
    count (row, message);
  take_message (row, message, transaction->now);
  return put (transaction, &foyer_conversation_type, row, error)
         && (!is_kind (message, "client")
             || call_off (transaction, foyer_record_get_id (conversation), error));
}

/* --- Reading --- */

static gboolean
note_read (FoyerTransaction *transaction, FoyerRecord *message, GError **error)
{
  int status = foyer_message_get_status (message);
  g_autoptr (JsonObject) json = NULL;

  if (foyer_message_get_kind (message) != FOYER_MESSAGE_TEAM
      || (status != FOYER_MESSAGE_SENT && status != FOYER_MESSAGE_DELIVERED))
    return TRUE;
  json = foyer_record_to_json (message);
  json_object_set_string_member (json, "status", "read");
  set_time (json, "readAt", transaction->now);
  return put (transaction, &foyer_message_type, json, error);
}

static gboolean
note_messages_read (FoyerTransaction *transaction, const char *id, gint64 since, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_message_type);
  g_autoptr (GPtrArray) messages = NULL;

  foyer_query_where_text (query, "conversationId", id);
  foyer_query_where_number (query, "sentAt", FOYER_COMPARE_AT_LEAST, since);
  foyer_query_order (query, "sentAt", TRUE);
  foyer_query_limit (query, MOST_READ);
  messages = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    if (!note_read (transaction, messages->pdata[i], error))
      return FALSE;
  }
  return messages != NULL;
}

static gint64
get_client_read_at (FoyerRecord *conversation)
{
  return FOYER_HAS (conversation, conversation, client_read_at)
             ? foyer_conversation_get_client_read_at (conversation)
             : 0;
}

static gboolean
has_news (FoyerRecord *conversation)
{
  return FOYER_HAS (conversation, conversation, last_at)
         && foyer_conversation_get_last_at (conversation) > get_client_read_at (conversation);
}

static gboolean
note_row_read (FoyerTransaction *transaction, FoyerRecord *conversation, GError **error)
{
  g_autoptr (JsonObject) row = foyer_record_to_json (conversation);

  set_time (row, "clientReadAt", transaction->now);
  return put (transaction, &foyer_conversation_type, row, error)
         && note_messages_read (transaction, foyer_record_get_id (conversation),
                                get_client_read_at (conversation), error);
}

static gboolean
note_part_read (FoyerTransaction *transaction, FoyerRecord *part, gboolean is_whole_read, GError **error)
{
  if (has_news (part))
    return note_row_read (transaction, part, error);
  /* What failed there and was sent again moved only the row that is shown. */
  return is_whole_read
         || note_messages_read (transaction, foyer_record_get_id (part), get_client_read_at (part), error);
}

/* What became part of it stands on the same page, and each part knows by itself up to when it was read before. */
static gboolean
note_parts_read (FoyerTransaction *transaction, FoyerRecord *conversation, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_conversation_type);
  g_autoptr (GPtrArray) parts = NULL;

  foyer_query_where_text (query, "mergedIntoId", foyer_record_get_id (conversation));
  parts = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; parts != NULL && i < parts->len; i++) {
    if (g_strcmp0 (foyer_conversation_get_client_id (parts->pdata[i]),
                   foyer_conversation_get_client_id (conversation))
            == 0
        && !note_part_read (transaction, parts->pdata[i], !has_news (conversation), error))
      return FALSE;
  }
  return parts != NULL;
}

gboolean
foyer_conversation_news_read (FoyerTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) conversation = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_conversation_type, id, &conversation, error))
    return FALSE;
  if (conversation == NULL)
    return TRUE;
  return (!has_news (conversation) || note_row_read (transaction, conversation, error))
         && note_parts_read (transaction, conversation, error);
}
