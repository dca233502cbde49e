/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-stay.c - sessions: whose cookie it is, how a session begins and how it ends */

#include "site/foyer-site-stay.h"

#include "foyer-date.h"
#include "foyer-portal-entry.h"
#include "foyer-settings.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_session.h"
#include "types/sign_in_event.h"

#include <string.h>

#define SECONDS_PER_HOUR 3600
#define LONGEST_AGENT 200

/* --- Finding --- */

/* A session outlives its link's date (D16), nothing else that shuts it. */
static gboolean
ends_session (const FoyerFinding *finding)
{
  return finding->verdict >= FOYER_VERDICT_UNKNOWN
         && (strcmp (finding->rule, "D12") == 0 || strcmp (finding->rule, "D13") == 0
             || strcmp (finding->rule, "D15") == 0);
}

static gboolean
check_link (FoyerSiteTurn *turn, const char *link_id, gboolean *lives, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) link = foyer_record_source_get (source, &foyer_portal_link_type, link_id, &failure);
  g_autoptr (FoyerPortalEntry) entry = NULL;

  *lives = link != NULL || link_id == NULL;
  if (link != NULL)
    entry = foyer_portal_entry_check (source, link, turn->transaction->now, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (guint i = 0; entry != NULL && i < entry->findings->len; i++)
    *lives = *lives && !ends_session (entry->findings->pdata[i]);
  return TRUE;
}

static gboolean
is_in_time (FoyerSiteTurn *turn, const FoyerPortalSession *session, FoyerRecord *stay, FoyerRecord *client)
{
  gint64 now = turn->transaction->now;
  gint64 hours = foyer_settings_session_hours (turn->settings, client);
  gint64 idle_hours = foyer_portal_settings_get_access_idle_hours (turn->settings);
  gint64 seen_at = FOYER_HAS (stay, portal_session, seen_at) ? foyer_portal_session_get_seen_at (stay)
                                                             : session->created_at;

  return now < session->created_at + hours * SECONDS_PER_HOUR
         && (idle_hours == 0 || now < seen_at + idle_hours * SECONDS_PER_HOUR);
}

static void
become (FoyerSiteTurn *turn, FoyerPortalSession *session, FoyerRecord *stay)
{
  g_auto (GStrv) scopes = foyer_portal_session_get_scopes (stay);
  g_auto (GStrv) permissions = foyer_portal_session_get_permissions (stay);

  turn->session = session;
  turn->stay = stay;
  turn->viewer = (FoyerPortalViewer){
    .client_id = session->client_id,
    .person_id = session->person_id,
    .link_id = session->link_id,
    .scopes = foyer_scope_bits ((const char *const *) scopes),
    .permissions = foyer_permission_bits ((const char *const *) permissions),
  };
  g_free (turn->transaction->actor_id);
  turn->transaction->actor_id
      = g_strdup (session->person_id == NULL ? session->client_id : session->person_id);
}

gboolean
foyer_site_stay_find (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerPortalSession) session = NULL;
  g_autoptr (FoyerRecord) stay = NULL;
  g_autoptr (FoyerRecord) client = NULL;
  gboolean lives = FALSE;

  session = foyer_portal_sessions_find (transaction->database, transaction->organisation,
                                        turn->credentials->session, transaction->now, &failure);
  if (session != NULL)
    stay = foyer_record_source_get (transaction->source, &foyer_portal_session_type, session->id, &failure);
  if (stay != NULL)
    client = foyer_record_source_get (transaction->source, &foyer_client_type, session->client_id, &failure);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return TRUE;
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (client == NULL || foyer_portal_session_get_status (stay) != FOYER_PORTAL_SESSION_OPEN
      || !is_in_time (turn, session, stay, client))
    return TRUE;
  if (!check_link (turn, session->link_id, &lives, error))
    return FALSE;
  if (lives)
    become (turn, g_steal_pointer (&session), g_steal_pointer (&stay));
  return TRUE;
}

/* --- Beginning and ending --- */

static void
set_time (JsonObject *json, const char *name, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  json_object_set_string_member (json, name, text);
}

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (json, name, text);
}

static void
take_words (JsonObject *json, const char *name, char **words)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    json_array_add_string_element (list, words[i]);
  json_object_set_array_member (json, name, list);
  g_strfreev (words);
}

/* What a browser says of itself, as one line of text. */
static char *
describe_agent (FoyerSiteTurn *turn)
{
  const char *agent = foyer_http_request_header (turn->request, "user-agent");
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
describe_browser (FoyerSiteTurn *turn, JsonObject *json)
{
  g_autofree char *agent = describe_agent (turn);

  set_text_if (json, "agent", agent);
  if (turn->credentials->remote != NULL && strlen (turn->credentials->remote) <= 64)
    json_object_set_string_member (json, "address", turn->credentials->remote);
}

/* Staff read in the log of sign-ins who came and went. */
static gboolean
note_event (FoyerSiteTurn *turn, const FoyerPortalSession *session, const char *outcome, GError **error)
{
  g_autofree char *id = foyer_transaction_make_id (turn->transaction, &foyer_sign_in_event_type);
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  set_time (json, "at", turn->transaction->now);
  json_object_set_string_member (json, "clientId", session->client_id);
  set_text_if (json, "personId", session->person_id);
  set_text_if (json, "linkId", session->link_id);
  json_object_set_string_member (json, "sessionId", session->id);
  json_object_set_string_member (json, "method", "direct_link");
  json_object_set_string_member (json, "outcome", outcome);
  describe_browser (turn, json);
  return foyer_site_turn_put (turn, &foyer_sign_in_event_type, json, error);
}

static gboolean
put_stay (FoyerSiteTurn *turn,
          const FoyerPortalSession *session,
          const FoyerPortalAccess *access,
          GError **error)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "id", session->id);
  json_object_set_string_member (json, "clientId", session->client_id);
  set_text_if (json, "personId", session->person_id);
  set_text_if (json, "linkId", session->link_id);
  json_object_set_string_member (json, "method", "direct_link");
  json_object_set_string_member (json, "status", "open");
  set_time (json, "startedAt", turn->transaction->now);
  set_time (json, "seenAt", turn->transaction->now);
  set_time (json, "expiresAt", session->expires_at);
  json_object_set_int_member (json, "settingsVersion", foyer_portal_settings_get_version (turn->settings));
  take_words (json, "scopes", foyer_scope_words (access->scopes));
  take_words (json, "permissions", foyer_permission_words (access->permissions));
  describe_browser (turn, json);
  return foyer_site_turn_put (turn, &foyer_portal_session_type, json, error);
}

static gboolean
note_opened (FoyerSiteTurn *turn, FoyerRecord *link, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (link);

  set_time (json, "openedAt", turn->transaction->now);
  json_object_set_int_member (json, "openCount", foyer_portal_link_get_open_count (link) + 1);
  return foyer_site_turn_put (turn, &foyer_portal_link_type, json, error);
}

char *
foyer_site_stay_begin (FoyerSiteTurn *turn,
                       FoyerRecord *link,
                       const FoyerPortalAccess *access,
                       gint64 *seconds,
                       GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_session_type);
  FoyerPortalSession session = {
    .organisation = transaction->organisation,
    .id = id,
    .link_id = (char *) foyer_record_get_id (link),
    .client_id = (char *) foyer_portal_link_get_client_id (link),
    .person_id = (char *) foyer_portal_link_get_person_id (link),
    .settings_rev = foyer_record_get_rev (turn->settings),
  };

  *seconds = foyer_settings_session_hours (turn->settings, access->client) * SECONDS_PER_HOUR;
  session.expires_at = transaction->now + *seconds;
  if (!foyer_site_stay_find (turn, error) || (turn->session != NULL && !foyer_site_stay_end (turn, error)))
    return NULL;
  g_free (transaction->actor_id);
  transaction->actor_id = g_strdup (session.person_id == NULL ? session.client_id : session.person_id);
  if (!put_stay (turn, &session, access, error) || !note_event (turn, &session, "signed_in", error)
      || !note_opened (turn, link, error))
    return NULL;
  return foyer_portal_sessions_start (transaction->database, turn->context->random, &session,
                                      transaction->now, error);
}

gboolean
foyer_site_stay_end (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (JsonObject) json = foyer_record_to_json (turn->stay);

  json_object_set_string_member (json, "status", "ended");
  set_time (json, "endedAt", transaction->now);
  return foyer_site_turn_put (turn, &foyer_portal_session_type, json, error)
         && note_event (turn, turn->session, "signed_out", error)
         && foyer_portal_sessions_end (transaction->database, transaction->organisation, turn->session->id,
                                       error);
}
