/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-message-mails.c - the team hears of what clients write, and clients of what the office writes */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "foyer-message-line.h"
#include "foyer-portal-access.h"
#include "types/conversation.h"
#include "types/portal_person.h"

#include <string.h>

static void
set_value (GHashTable *values, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (values, (gpointer) name, g_strdup (value));
}

static GHashTable *
make_values (FoyerTransaction *transaction, FoyerRecord *conversation, JsonObject *message)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *words = foyer_json_object_text (message, "body");
  g_autofree char *files = foyer_message_line (message);
  g_autofree char *link
      = transaction->portal_url == NULL
            ? NULL
            : g_strdup_printf ("%s/messages/%s", transaction->portal_url, foyer_record_get_id (conversation));

  set_value (values, "message", words == NULL || *words == '\0' ? files : words);
  set_value (values, "service", foyer_conversation_get_subject (conversation));
  set_value (values, "link", link);
  set_value (values, "portal", transaction->portal_url);
  return values;
}

/* Whoever may not read messages, or belongs to another client by now, is not the one to write to. */
static gboolean
find_reader (FoyerTransaction *transaction, FoyerRecord *conversation, const char **id, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;

  *id = NULL;
  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_conversation_get_person_id (conversation), &person, error))
    return FALSE;
  if (person != NULL
      && g_strcmp0 (foyer_portal_person_get_client_id (person),
                    foyer_conversation_get_client_id (conversation))
             == 0
      && (foyer_permissions_of_person (person) & (1u << FOYER_PERMISSION_MESSAGE)) != 0)
    *id = foyer_conversation_get_person_id (conversation);
  return TRUE;
}

/* To whoever wrote last; where nobody is named, to the client (000-32). */
static gboolean
tell_client (FoyerTransaction *transaction,
             FoyerRecord *conversation,
             JsonObject *message,
             GHashTable *values,
             GError **error)
{
  g_auto (FoyerClientReader) reader = { 0 };
  const char *person_id;

  return find_reader (transaction, conversation, &person_id, error)
         && foyer_client_reader_open (&reader, transaction, foyer_conversation_get_client_id (conversation),
                                      person_id, error)
         && foyer_client_mail_submit (&reader, FOYER_MAIL_MESSAGE, "message",
                                      foyer_json_object_text (message, "id"), values, error);
}

gboolean
foyer_message_mails_submit (FoyerTransaction *transaction,
                            FoyerRecord *conversation,
                            JsonObject *message,
                            GError **error)
{
  const char *kind = foyer_json_object_text (message, "kind");
  g_autoptr (GHashTable) values = make_values (transaction, conversation, message);

  if (strcmp (kind, "client") == 0)
    return foyer_team_notices_submit (transaction, FOYER_MAIL_TEAM_MESSAGE,
                                      foyer_conversation_get_client_id (conversation),
                                      foyer_json_object_text (message, "id"), values, error);
  return strcmp (kind, "team") != 0 || tell_client (transaction, conversation, message, values, error);
}
