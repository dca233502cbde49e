/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-messages.c - what this client and the office write to each other; notes and system lines are for staff and never here */

#include "foyer-view-list.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-portal-attachment.h"
#include "types/conversation.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/portal_person.h"
#include "types/quote.h"
#include "types/visit.h"

#include <string.h>

#define FIELD(column) foyer_conversation_field_##column

gboolean
foyer_view_sees_messages (FoyerViewContext *context)
{
  return context->access->reads_messages;
}

/* --- What it is about --- */

/* Kinds of records that a message can be about and that have a page. */
static const struct {
  const FoyerRecordType *type;
  gboolean (*is_open) (FoyerViewContext *context);
  FoyerViewMake make;
} abouts[] = {
  { &foyer_visit_type, foyer_view_sees_visits, foyer_view_make_visit },
  { &foyer_invoice_type, foyer_view_sees_money, foyer_view_make_invoice },
  { &foyer_quote_type, foyer_view_sees_quotes, foyer_view_make_quote },
};

/* Returns: the place in @abouts, or -1 if the viewer does not see what @id names, or it has no page */
static int
find_about (FoyerViewContext *context, const char *id, FoyerRecord **record)
{
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (abouts); i++) {
    if (abouts[i].type != type || !abouts[i].is_open (context))
      continue;
    *record = foyer_view_context_get (context, type, id);
    return *record != NULL && foyer_view_shows (context, *record) ? (int) i : -1;
  }
  return -1;
}

static void
set_about (JsonObject *object, FoyerViewContext *context, const char *id)
{
  FoyerRecord *record = NULL;
  int i = find_about (context, id, &record);
  JsonObject *about;

  if (i < 0)
    return;
  about = abouts[i].make (context, record, FALSE);
  json_object_set_string_member (about, "type", abouts[i].type->name);
  json_object_set_object_member (object, "about", about);
}

/* --- Who sees it --- */

static gboolean
is_mine (FoyerViewContext *context, const char *person_id)
{
  return person_id != NULL && g_strcmp0 (person_id, context->viewer->person_id) == 0;
}

/* Whose the row is says only who wrote last. Who wrote before is said by the messages, and whoever did keeps what came of it. */
static gboolean
has_written (FoyerViewContext *context, FoyerRecord *conversation)
{
  g_autoptr (FoyerQuery) query = NULL;
  guint n_read;

  if (context->viewer->person_id == NULL)
    return FALSE;
  query = foyer_view_query (&foyer_message_type, "conversationId", foyer_record_get_id (conversation),
                            "sentAt");
  foyer_query_where_number (query, "kind", FOYER_COMPARE_EQUAL, FOYER_MESSAGE_CLIENT);
  do {
    g_autoptr (GPtrArray) messages = foyer_view_context_read (context, query);

    n_read = messages->len;
    for (guint i = 0; i < n_read; i++) {
      if (is_mine (context, foyer_message_get_person_id (messages->pdata[i])))
        return TRUE;
    }
    if (n_read > 0)
      foyer_query_after (query, foyer_message_get_sent_at (messages->pdata[n_read - 1]), NULL,
                         foyer_record_get_id (messages->pdata[n_read - 1]));
  } while (n_read == FOYER_VIEW_LIMIT);
  return FALSE;
}

/* Whether its subject is open to them, whoever wrote. */
static gboolean
sees_what_it_is_about (FoyerViewContext *context, const char *about)
{
  FoyerRecord *record = NULL;

  if (about != NULL && find_about (context, about, &record) >= 0)
    return TRUE;
  for (guint i = 0; about != NULL && i < G_N_ELEMENTS (abouts); i++) {
    if (foyer_record_type_of_id (about) == abouts[i].type)
      return FALSE;
  }
  return context->access->property_ids == NULL;
}

/*
 * What somebody else of the client wrote is seen by who sees what it is about; what is about nothing, by who sees all sites; and by who wrote
 * there too, whoever answered since. What nobody has said yet is no conversation.
 */
static gboolean
sees_conversation (FoyerViewContext *context, FoyerRecord *conversation)
{
  if (!foyer_view_sees_messages (context) || !foyer_view_shows (context, conversation)
      || !FOYER_HAS (conversation, conversation, last_at))
    return FALSE;
  return is_mine (context, foyer_conversation_get_person_id (conversation))
         || sees_what_it_is_about (context, foyer_conversation_get_about_id (conversation))
         || has_written (context, conversation);
}

gboolean
foyer_view_sees_conversation (FoyerViewContext *context, FoyerRecord *conversation)
{
  return sees_conversation (context, conversation);
}

/* A conversation that became part of another is read there. */
static FoyerRecord *
find_conversation (FoyerViewContext *context, FoyerRecord *message)
{
  FoyerRecord *conversation = foyer_view_context_get (context, &foyer_conversation_type,
                                                      foyer_message_get_conversation_id (message));
  const char *into = conversation == NULL ? NULL : foyer_conversation_get_merged_into_id (conversation);

  return into == NULL ? conversation : foyer_view_context_get (context, &foyer_conversation_type, into);
}

gboolean
foyer_view_sees_message (FoyerViewContext *context, FoyerRecord *message)
{
  FoyerRecord *conversation
      = foyer_view_shows (context, message) ? find_conversation (context, message) : NULL;

  return conversation != NULL && sees_conversation (context, conversation);
}

/* --- What is shown of it --- */

static gboolean
is_unread (FoyerRecord *conversation)
{
  gint64 read_at = FOYER_HAS (conversation, conversation, client_read_at)
                       ? foyer_conversation_get_client_read_at (conversation)
                       : 0;

  return foyer_conversation_get_last_from (conversation) == FOYER_CONVERSATION_LAST_TEAM
         && foyer_conversation_get_last_at (conversation) > read_at;
}

/* Up to when anybody in the office has read. */
static gint64
get_office_read_at (FoyerRecord *conversation)
{
  g_autoptr (JsonNode) node = foyer_conversation_get_read_by (conversation);
  gint64 last = 0;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return 0;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value)) {
    gint64 at = 0;

    if (foyer_json_node_text (value) != NULL && foyer_utc_parse (foyer_json_node_text (value), &at, NULL))
      last = MAX (last, at);
  }
  return last;
}

static void
set_writer (JsonObject *object, FoyerViewContext *context, FoyerRecord *message)
{
  const char *person_id = foyer_message_get_person_id (message);
  FoyerRecord *person;

  if (foyer_message_get_kind (message) == FOYER_MESSAGE_TEAM) {
    foyer_view_set_staff (object, context, "by", foyer_message_get_staff_id (message));
    return;
  }
  json_object_set_boolean_member (object, "isClient", TRUE);
  foyer_view_set_true_if (object, "isMine", g_strcmp0 (person_id, context->viewer->person_id) == 0);
  person = foyer_view_context_get (context, &foyer_portal_person_type, person_id);
  if (person != NULL)
    foyer_view_set_text_if (object, "by", foyer_portal_person_get_name (person));
}

JsonObject *
foyer_view_make_message (FoyerViewContext *context, FoyerRecord *message, gboolean is_whole)
{
  JsonObject *object = json_object_new ();
  JsonArray *attachments = foyer_portal_attachment_list (message);

  json_object_set_string_member (object, "id", foyer_record_get_id (message));
  foyer_view_set_time (object, "sentAt", foyer_message_get_sent_at (message));
  foyer_view_set_text_if (object, "body", foyer_message_get_body (message));
  set_writer (object, context, message);
  if (json_array_get_length (attachments) > 0)
    json_object_set_array_member (object, "attachments", attachments);
  else
    json_array_unref (attachments);
  set_about (object, context, foyer_message_get_about_id (message));
  return object;
}

/* The messages of a conversation, and those of the client's conversations that became part of it. */
static GPtrArray *
query_messages (FoyerViewContext *context, const char *id)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_query_free);
  g_autoptr (GPtrArray) parts
      = foyer_view_context_list (context,
                                 foyer_view_query (&foyer_conversation_type, "mergedIntoId", id, "lastAt"));

  g_ptr_array_add (queries, foyer_view_query (&foyer_message_type, "conversationId", id, "sentAt"));
  for (guint i = 0; i < parts->len; i++) {
    if (g_strcmp0 (foyer_conversation_get_client_id (parts->pdata[i]), context->viewer->client_id) == 0)
      g_ptr_array_add (queries, foyer_view_query (&foyer_message_type, "conversationId",
                                                  foyer_record_get_id (parts->pdata[i]), "sentAt"));
  }
  return queries;
}

/* The last messages, or those of the page that was turned to, the oldest of them first. */
static void
add_messages (JsonObject *object, FoyerViewContext *context, FoyerRecord *conversation)
{
  static const FoyerViewList list = { "messages", FOYER_VIEW_LIMIT, .make = foyer_view_make_message };
  gint64 read_at = get_office_read_at (conversation);
  g_autoptr (GPtrArray) queries = query_messages (context, foyer_record_get_id (conversation));
  g_autoptr (GPtrArray) messages
      = foyer_view_take_page (object, context, &list, (FoyerQuery *const *) queries->pdata, queries->len);
  JsonArray *array = json_array_new ();

  for (guint i = messages->len; i > 0; i--) {
    FoyerRecord *message = messages->pdata[i - 1];
    JsonObject *element = foyer_view_make_message (context, message, TRUE);

    foyer_view_set_true_if (element, "isRead",
                            foyer_message_get_kind (message) == FOYER_MESSAGE_CLIENT
                                && foyer_message_get_sent_at (message) <= read_at);
    json_array_add_object_element (array, element);
  }
  json_object_set_array_member (object, list.name, array);
}

JsonObject *
foyer_view_make_conversation (FoyerViewContext *context, FoyerRecord *conversation, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (conversation));
  FOYER_VIEW_COPY (object, conversation, FIELD (subject), FIELD (last_at));
  /* How a system line begins is for staff. */
  if (foyer_conversation_get_last_from (conversation) != FOYER_CONVERSATION_LAST_SYSTEM)
    FOYER_VIEW_COPY (object, conversation, FIELD (last_from), FIELD (snippet));
  foyer_view_set_true_if (object, "isUnread", is_unread (conversation));
  set_about (object, context, foyer_conversation_get_about_id (conversation));
  if (is_whole)
    add_messages (object, context, conversation);
  return object;
}

/* Where messages are off, what was written stays to be read; where nothing was, there is nothing to show (000-5). */
void
foyer_view_add_conversations (JsonObject *view, FoyerViewContext *context)
{
  gboolean may_write = foyer_portal_access_may (context->access, FOYER_PERMISSION_MESSAGE);
  /* Who may not write is not told that there are messages before it is known that there are. */
  const FoyerViewList list = { "conversations", FOYER_VIEW_LIMIT, sees_conversation,
                               foyer_view_make_conversation, may_write ? FOYER_VIEW_CONVERSATIONS : 0 };

  if (!foyer_view_sees_messages (context))
    return;
  foyer_view_set_true_if (view, "mayMessage", may_write);
  foyer_view_add_list (view, context, &list,
                       foyer_view_query (&foyer_conversation_type, "clientId", context->viewer->client_id,
                                         "lastAt"));
  if (!may_write && json_array_get_length (foyer_json_object_array (view, list.name)) == 0)
    json_object_remove_member (view, list.name);
}
