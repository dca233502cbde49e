/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-scheduled-messages.c - messages that wait on the server for their time (D5, Send later) */

#include "effects/foyer-scheduled-messages.h"

#include "effects/foyer-effects.h"
#include "foyer-json.h"
#include "types/message.h"

#define AT_ONCE 50

static FoyerQuery *
make_query (FoyerTransaction *transaction)
{
  FoyerQuery *query = foyer_query_new (&foyer_message_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_MESSAGE_SCHEDULED);
  foyer_query_where_number (query, "sendAt", FOYER_COMPARE_LESS, transaction->now + 1);
  return query;
}

static gboolean
send (FoyerTransaction *transaction, FoyerRecord *message, GError **error)
{
  g_autoptr (JsonObject) before = foyer_record_to_json (message);
  g_autoptr (JsonObject) after = foyer_json_copy_object (before);
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (after, "status", "sent");
  if (!foyer_effects_apply (transaction, &foyer_message_type, before, after, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A message was refused: %s",
                 foyer_json_object_text (refusal, "description"));
    return FALSE;
  }
  stored = foyer_transaction_put (transaction, &foyer_message_type, after, error);
  return stored != NULL;
}

gboolean
foyer_scheduled_messages_send (FoyerTransaction *transaction, gpointer nothing, GError **error)
{
  g_autoptr (FoyerQuery) query = make_query (transaction);
  g_autoptr (GPtrArray) due = NULL;

  foyer_query_order (query, "sendAt", FALSE);
  foyer_query_limit (query, AT_ONCE);
  due = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; due != NULL && i < due->len; i++) {
    if (!send (transaction, due->pdata[i], error))
      return FALSE;
  }
  return due != NULL;
}

gint64
foyer_scheduled_messages_count_due (FoyerTransaction *transaction, GError **error)
{
  g_autoptr (FoyerQuery) query = make_query (transaction);

  return foyer_record_source_count (transaction->source, query, error);
}
