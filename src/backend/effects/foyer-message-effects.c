/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-message-effects.c - what follows when somebody writes, calls off or sends at last */

#include "effects/foyer-effects.h"

#include "effects/foyer-conversation-news.h"
#include "effects/foyer-effect-mails.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-message-line.h"
#include "methods/foyer-set-error.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

static gboolean
is (JsonObject *message, const char *member, const char *word)
{
  return g_strcmp0 (foyer_json_object_text (message, member), word) == 0;
}

static gboolean
refuse_property (JsonObject **error, const char *property, const char *description)
{
  *error = foyer_set_error_new ("invalidProperties", description);
  foyer_set_error_add_property (*error, property);
  return FALSE;
}

/* --- Which messages there may be --- */

static gboolean
is_due (JsonObject *message, gint64 now)
{
  gint64 at;

  return !foyer_utc_parse (foyer_json_object_text (message, "sendAt"), &at, NULL) || at <= now;
}

/* The office writes as itself. A scheduled message has left the console and waits here. */
static gboolean
prepare_new (FoyerTransaction *transaction, JsonObject *message, JsonObject **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  gboolean waits;

  if (transaction->actor == FOYER_BY_STAFF) {
    if (!is (message, "kind", "team") && !is (message, "kind", "note"))
      return refuse_property (error, "kind", "Only clients write as clients");
    json_object_set_string_member (message, "staffId", transaction->actor_id);
  }
  if (!foyer_message_says_something (message))
    return refuse_property (error, "body", "A message has words, or files");
  waits = is (message, "kind", "team") && foyer_json_object_text (message, "sendAt") != NULL
          && !is_due (message, transaction->now);
  json_object_set_string_member (message, "status", waits ? "scheduled" : "sent");
  json_object_set_string_member (message, "sentAt", waits ? foyer_json_object_text (message, "sendAt") : now);
  return TRUE;
}

/* Staff call off what waits, let it wait again, send it at once, and try again what failed. */
static gboolean
check_change (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  static const struct {
    const char *from;
    const char *to;
  } changes[] = {
    { "scheduled", "cancelled" },
    { "cancelled", "scheduled" },
    { "scheduled", "sent" },
    { "failed", "sent" },
  };

  if (transaction->actor != FOYER_BY_STAFF || is (before, "status", foyer_json_object_text (after, "status")))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    if (is (before, "status", changes[i].from) && is (after, "status", changes[i].to)
        && (!is (after, "status", "scheduled") || !is_due (after, transaction->now)))
      return TRUE;
  }
  return refuse_property (error, "status", "A message that was sent stays sent");
}

/* --- What follows --- */

static gboolean
follow (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, GError **error)
{
  gboolean is_new = before == NULL;
  gboolean leaves = is (after, "status", "sent") && (is_new || !is (before, "status", "sent"));
  g_autoptr (FoyerRecord) conversation = NULL;

  if (!foyer_conversation_news_find (transaction, foyer_json_object_text (after, "conversationId"),
                                     &conversation, error))
    return FALSE;
  if (conversation == NULL)
    return TRUE;
  /* A console without a connection may not know yet what the conversation became part of. */
  if (is_new)
    json_object_set_string_member (after, "conversationId", foyer_record_get_id (conversation));
  if (!leaves)
    return !is_new || foyer_conversation_news_add (transaction, conversation, after, error);
  return foyer_conversation_news_send (transaction, conversation, after, is_new, error)
         && foyer_message_mails_submit (transaction, conversation, after, error);
}

gboolean
foyer_message_effects_apply (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (before == NULL && !prepare_new (transaction, after, error))
    return FALSE;
  if (before != NULL && !check_change (transaction, before, after, error))
    return FALSE;
  if (before != NULL && is (after, "status", "sent") && !is (before, "status", "sent")) {
    g_autofree char *now = foyer_utc_format (transaction->now);

    json_object_set_string_member (after, "sentAt", now);
    json_object_remove_member (after, "failure");
  }
  return follow (transaction, before, after, &failure) || foyer_effects_fail (error, failure);
}
