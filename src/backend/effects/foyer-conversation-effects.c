/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-conversation-effects.c - whose a conversation is, and what follows when one becomes part of another */

#include "effects/foyer-effects.h"

#include "effects/foyer-conversation-news.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_person.h"

#include <string.h>

static gboolean
refuse_property (JsonObject **error, const char *property, const char *description)
{
  *error = foyer_set_error_new ("invalidProperties", description);
  foyer_set_error_add_property (*error, property);
  return FALSE;
}

static gboolean
is_new_value (JsonObject *before, JsonObject *after, const char *member)
{
  const char *value = foyer_json_object_text (after, member);

  return value != NULL && (before == NULL || g_strcmp0 (foyer_json_object_text (before, member), value) != 0);
}

/* --- Who takes part --- */

/* What is written there is mailed to this person: it is nobody of another client. */
static gboolean
check_person (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  if (!is_new_value (before, after, "personId"))
    return TRUE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_json_object_text (after, "personId"), &person, &failure))
    return foyer_effects_fail (error, failure);
  if (person != NULL
      && g_strcmp0 (foyer_portal_person_get_client_id (person), foyer_json_object_text (after, "clientId"))
             != 0)
    return refuse_property (error, "personId", "This person belongs to another client");
  return TRUE;
}

/* --- Becoming part of another --- */

static GPtrArray *
list (FoyerTransaction *transaction,
      const FoyerRecordType *type,
      const char *field,
      const char *id,
      GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);

  foyer_query_where_text (query, field, id);
  return foyer_record_source_list (transaction->source, query, error);
}

/* Sets @member of @record to @id. */
static gboolean
redirect (FoyerTransaction *transaction,
          FoyerRecord *record,
          const char *member,
          const char *id,
          GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (json, member, id);
  stored = foyer_transaction_put (transaction, foyer_record_get_record_type (record), json, error);
  return stored != NULL;
}

/* What became part of it before is part of @into with it, so that whatever is merged is one step away. */
static gboolean
bring_parts (FoyerTransaction *transaction, const char *id, const char *into, GError **error)
{
  g_autoptr (GPtrArray) parts = list (transaction, &foyer_conversation_type, "mergedIntoId", id, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++) {
    if (!redirect (transaction, parts->pdata[i], "mergedIntoId", into, error))
      return FALSE;
  }
  return parts != NULL;
}

/* What waits to be sent is called off by an answer there from now on, and can be seen there (D5). */
static gboolean
bring_waiting (FoyerTransaction *transaction, const char *id, const char *into, GError **error)
{
  g_autoptr (GPtrArray) messages = list (transaction, &foyer_message_type, "conversationId", id, error);

  for (guint i = 0; messages != NULL && i < messages->len; i++) {
    if (foyer_message_get_status (messages->pdata[i]) == FOYER_MESSAGE_SCHEDULED
        && !redirect (transaction, messages->pdata[i], "conversationId", into, error))
      return FALSE;
  }
  return messages != NULL;
}

static gboolean
follow_merge (FoyerTransaction *transaction, JsonObject *after, FoyerRecord *target, GError **error)
{
  const char *id = foyer_json_object_text (after, "id");
  const char *into = foyer_record_get_id (target);

  json_object_set_string_member (after, "mergedIntoId", into);
  return bring_parts (transaction, id, into, error) && bring_waiting (transaction, id, into, error)
         && foyer_conversation_news_merge (transaction, target, after, error);
}

/* Two conversations of one client become one; what two clients write is never read by both (X12). */
static gboolean
check_merge (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) target = NULL;

  if (!is_new_value (before, after, "mergedIntoId"))
    return TRUE;
  if (!foyer_conversation_news_find (transaction, foyer_json_object_text (after, "mergedIntoId"), &target,
                                     &failure))
    return foyer_effects_fail (error, failure);
  if (target == NULL
      || g_strcmp0 (foyer_conversation_get_client_id (target), foyer_json_object_text (after, "clientId"))
             != 0)
    return refuse_property (error, "mergedIntoId", "This conversation is another client's");
  if (g_strcmp0 (foyer_record_get_id (target), foyer_json_object_text (after, "id")) == 0)
    return refuse_property (error, "mergedIntoId", "A conversation cannot become part of itself");
  return follow_merge (transaction, after, target, &failure) || foyer_effects_fail (error, failure);
}

gboolean
foyer_conversation_effects_apply (FoyerTransaction *transaction,
                                  JsonObject *before,
                                  JsonObject *after,
                                  JsonObject **error)
{
  return check_person (transaction, before, after, error) && check_merge (transaction, before, after, error);
}
