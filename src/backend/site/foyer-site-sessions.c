/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-sessions.c - where a client is signed in, and ending that */

#include "site/foyer-site-stay.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-sign-in-note.h"
#include "types/portal_session.h"

static gboolean
note_ended (FoyerSiteTurn *turn, FoyerRecord *stay, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .client_id = foyer_portal_session_get_client_id (stay),
                           .person_id = foyer_portal_session_get_person_id (stay),
                           .link_id = foyer_portal_session_get_link_id (stay),
                           .session_id = foyer_record_get_id (stay),
                           .method = (FoyerSignInMethod) foyer_portal_session_get_method (stay),
                           .outcome = FOYER_SIGN_IN_EVENT_SIGNED_OUT,
                           .reason = "Ended from another device",
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

/* Ends one of the sessions that the view lists. */
static gboolean
end_other (FoyerSiteTurn *turn, const char *id, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (FoyerRecord) stay
      = foyer_record_source_get (transaction->source, &foyer_portal_session_type, id, error);
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *now = foyer_utc_format (transaction->now);

  if (stay == NULL)
    return FALSE;
  json = foyer_record_to_json (stay);
  json_object_set_string_member (json, "status", "ended");
  json_object_set_string_member (json, "endedAt", now);
  return foyer_site_turn_put (turn, &foyer_portal_session_type, json, error) && note_ended (turn, stay, error)
         && foyer_portal_sessions_end (transaction->database, transaction->organisation, id, error);
}

FoyerHttpResponse *
foyer_site_end_session (FoyerSiteTurn *turn, GError **error)
{
  if (g_strcmp0 (turn->argument, turn->session->id) == 0)
    return foyer_site_sign_out (turn, error);
  if (!end_other (turn, turn->argument, error) || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go ("/sessions");
}

gboolean
foyer_site_end_others (FoyerSiteTurn *turn, GError **error)
{
  JsonArray *sessions = foyer_json_object_array (turn->view, "sessions");

  for (guint i = 0; i < json_array_get_length (sessions); i++) {
    JsonObject *session = json_array_get_object_element (sessions, i);
    const char *id = foyer_json_object_text (session, "id");

    if (g_strcmp0 (id, turn->session->id) != 0 && !end_other (turn, id, error))
      return FALSE;
  }
  return TRUE;
}

FoyerHttpResponse *
foyer_site_end_other_sessions (FoyerSiteTurn *turn, GError **error)
{
  return foyer_site_end_others (turn, error) && foyer_site_turn_note_seen (turn, error)
             ? foyer_site_turn_go ("/sessions")
             : NULL;
}
