/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-note.c - what staff read of ways into the portal */

#include "site/foyer-sign-in-note.h"

#include "foyer-date.h"
#include "foyer-field-check.h"

#include <string.h>

#define LONGEST_AGENT 200
#define LONGEST_REMOTE 64

char *
foyer_sign_in_note_agent (const FoyerHttpRequest *request)
{
  const char *agent = foyer_http_request_header (request, "user-agent");
  GString *line;

  if (agent == NULL || !g_utf8_validate (agent, -1, NULL))
    return NULL;
  line = g_string_new (NULL);
  for (guint n = 0; *agent != '\0' && n < LONGEST_AGENT; agent = g_utf8_next_char (agent)) {
    if (g_unichar_iscntrl (g_utf8_get_char (agent)))
      continue;
    g_string_append_unichar (line, g_utf8_get_char (agent));
    n++;
  }
  return g_string_free (line, FALSE);
}

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (json, name, text);
}

static void
set_word (JsonObject *json, const char *name, int value)
{
  const FoyerField *field = foyer_record_type_field (&foyer_sign_in_event_type, name);
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

  json_object_set_string_member (json, name, words[value]);
}

gboolean
foyer_sign_in_note_write (FoyerTransaction *transaction, const FoyerSignInNote *note, GError **error)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_sign_in_event_type);
  g_autofree char *at = foyer_utc_format (transaction->now);
  g_autoptr (JsonObject) json = json_object_new ();
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "at", at);
  set_text_if (json, "clientId", note->client_id);
  set_text_if (json, "personId", note->person_id);
  set_text_if (json, "linkId", note->link_id);
  set_text_if (json, "sessionId", note->session_id);
  set_word (json, "method", (int) note->method);
  set_word (json, "outcome", (int) note->outcome);
  set_text_if (json, "email", note->email);
  set_text_if (json, "reason", note->reason);
  set_text_if (json, "agent", note->agent);
  if (note->remote != NULL && strlen (note->remote) <= LONGEST_REMOTE)
    json_object_set_string_member (json, "address", note->remote);
  foyer_record_type_fill_defaults (&foyer_sign_in_event_type, json);
  stored = foyer_transaction_put (transaction, &foyer_sign_in_event_type, json, error);
  return stored != NULL;
}
