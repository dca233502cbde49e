/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-stay.c - sessions: whose cookie it is, how a session begins and how it ends */

#include "site/foyer-site-stay.h"

#include "foyer-date.h"
#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-secret.h"
#include "foyer-portal-entry.h"
#include "foyer-settings.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-sign-in-note.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

#include <string.h>

#define SECONDS_PER_HOUR 3600
#define LONGEST_REMOTE 64

/* --- Finding --- */

/* A session outlives its link's date (D16) and the phone check's lock (D19). A closed portal says so (D01, D02, D11). */
static gboolean
ends_session (const FoyerFinding *finding)
{
  static const char *const rules[] = { "D12", "D13", "D14", "D15", NULL };

  return finding->verdict >= FOYER_VERDICT_UNKNOWN && g_strv_contains (rules, finding->rule);
}

static gboolean
any_ends_session (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    if (ends_session (findings->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_link (FoyerSiteTurn *turn, const char *link_id, gboolean *lives, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) link = foyer_record_source_get (source, &foyer_portal_link_type, link_id, &failure);
  g_autoptr (FoyerPortalEntry) entry = NULL;

  *lives = link != NULL;
  if (link != NULL)
    entry = foyer_portal_entry_check_at (source, turn->business, link, turn->transaction->now, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (entry != NULL)
    *lives = !any_ends_session (entry->findings);
  return TRUE;
}

/* Whoever signed in by themselves stays as long as they could sign in that way again. */
static gboolean
check_person (FoyerSiteTurn *turn,
              const FoyerPortalSession *session,
              FoyerRecord *stay,
              gboolean *lives,
              GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  FoyerSignInMethod method = (FoyerSignInMethod) foyer_portal_session_get_method (stay);
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) person
      = foyer_record_source_get (source, &foyer_portal_person_type, session->person_id, &failure);
  g_autoptr (GPtrArray) findings = NULL;

  if (person != NULL)
    findings
        = foyer_sign_in_check_at (source, turn->business, person, method, turn->transaction->now, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *lives = findings != NULL && !any_ends_session (findings);
  if (person != NULL && method == FOYER_SIGN_IN_PASSWORD && foyer_portal_person_get_email (person) != NULL)
    turn->must_change_password
        = foyer_portal_person_get_reset_password (person)
          || foyer_portal_logins_must_change (turn->transaction->database, turn->transaction->organisation,
                                              foyer_portal_person_get_email (person));
  return TRUE;
}

static gboolean
check_way_in (FoyerSiteTurn *turn,
              const FoyerPortalSession *session,
              FoyerRecord *stay,
              gboolean *lives,
              GError **error)
{
  return session->link_id != NULL ? check_link (turn, session->link_id, lives, error)
                                  : check_person (turn, session, stay, lives, error);
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

  if (turn->session != NULL)
    return TRUE;
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
  if (!check_way_in (turn, session, stay, &lives, error))
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

static void
describe_browser (FoyerSiteTurn *turn, JsonObject *json)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);

  set_text_if (json, "agent", agent);
  if (turn->credentials->remote != NULL && strlen (turn->credentials->remote) <= LONGEST_REMOTE)
    json_object_set_string_member (json, "address", turn->credentials->remote);
}

static const char *
method_word (FoyerSignInMethod method)
{
  static const char *const words[] = {
    "direct_link", "phone_check", "email_link", "email_code", "password", "sso",
  };

  return words[method];
}

/* Staff read in the log of sign-ins who came and went. */
static gboolean
note_event (FoyerSiteTurn *turn,
            const FoyerPortalSession *session,
            FoyerSignInMethod method,
            FoyerSignInEventOutcome outcome,
            GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .client_id = session->client_id,
                           .person_id = session->person_id,
                           .link_id = session->link_id,
                           .session_id = session->id,
                           .method = method,
                           .outcome = outcome,
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

static gboolean
put_stay (FoyerSiteTurn *turn,
          const FoyerPortalSession *session,
          FoyerSignInMethod method,
          const FoyerPortalAccess *access,
          GError **error)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "id", session->id);
  json_object_set_string_member (json, "clientId", session->client_id);
  set_text_if (json, "personId", session->person_id);
  set_text_if (json, "linkId", session->link_id);
  json_object_set_string_member (json, "method", method_word (method));
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

/* Whoever came by more than the link alone has been checked (X2). */
static gboolean
note_opened (FoyerSiteTurn *turn, FoyerRecord *link, FoyerSignInMethod method, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (link);

  set_time (json, "openedAt", turn->transaction->now);
  if (method != FOYER_SIGN_IN_DIRECT_LINK)
    set_time (json, "checkedAt", turn->transaction->now);
  json_object_set_int_member (json, "openCount", foyer_portal_link_get_open_count (link) + 1);
  return foyer_site_turn_put (turn, &foyer_portal_link_type, json, error);
}

static gboolean
note_person_seen (FoyerSiteTurn *turn, const char *person_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) person
      = foyer_record_source_get (turn->transaction->source, &foyer_portal_person_type, person_id, &failure);
  g_autoptr (JsonObject) json = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (person == NULL)
    return TRUE;
  json = foyer_record_to_json (person);
  if (!FOYER_HAS (person, portal_person, first_seen_at))
    set_time (json, "firstSeenAt", turn->transaction->now);
  set_time (json, "lastSeenAt", turn->transaction->now);
  return foyer_site_turn_put (turn, &foyer_portal_person_type, json, error);
}

/* Opens the session. One that the browser had before ends with it (S02). */
static char *
begin (FoyerSiteTurn *turn,
       const FoyerSiteArrival *arrival,
       const FoyerPortalAccess *access,
       gint64 *seconds,
       GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_session_type);
  FoyerPortalSession session = {
    .organisation = transaction->organisation,
    .id = id,
    .link_id = (char *) (arrival->link == NULL ? NULL : foyer_record_get_id (arrival->link)),
    .client_id = (char *) arrival->client_id,
    .person_id = (char *) arrival->person_id,
    .settings_rev = foyer_record_get_rev (turn->settings),
  };

  *seconds = foyer_settings_session_hours (turn->settings, access->client) * SECONDS_PER_HOUR;
  if (arrival->latest != 0)
    *seconds = MIN (*seconds, arrival->latest - transaction->now);
  session.expires_at = transaction->now + *seconds;
  if (!foyer_site_stay_find (turn, error) || (turn->session != NULL && !foyer_site_stay_end (turn, error)))
    return NULL;
  g_free (transaction->actor_id);
  transaction->actor_id = g_strdup (session.person_id == NULL ? session.client_id : session.person_id);
  if (!put_stay (turn, &session, arrival->method, access, error)
      || !note_event (turn, &session, arrival->method, FOYER_SIGN_IN_EVENT_SIGNED_IN, error)
      || (arrival->link != NULL && !note_opened (turn, arrival->link, arrival->method, error))
      || (arrival->person_id != NULL && !note_person_seen (turn, arrival->person_id, error)))
    return NULL;
  return foyer_portal_sessions_start (transaction->database, turn->context->random, &session,
                                      transaction->now, error);
}

FoyerHttpResponse *
foyer_site_stay_come_in (FoyerSiteTurn *turn, const FoyerSiteArrival *arrival, GError **error)
{
  FoyerPortalViewer viewer = { .client_id = arrival->client_id,
                               .person_id = arrival->person_id,
                               .link_id = arrival->link == NULL ? NULL : foyer_record_get_id (arrival->link),
                               .scopes = FOYER_ALL_SCOPES,
                               .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (FoyerPortalAccess) access
      = foyer_portal_access_new (turn->transaction->source, &viewer, turn->settings, error);
  FoyerHttpResponse *response;
  gint64 seconds;
  char *cookie;

  if (access == NULL)
    return NULL;
  if (access->state != FOYER_PORTAL_OPEN)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  cookie = begin (turn, arrival, access, &seconds, error);
  if (cookie == NULL)
    return NULL;
  response = foyer_site_turn_go ("/");
  foyer_session_cookie_set (response, cookie, seconds);
  foyer_secret_free (cookie);
  return response;
}

gboolean
foyer_site_stay_end (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (JsonObject) json = foyer_record_to_json (turn->stay);

  json_object_set_string_member (json, "status", "ended");
  set_time (json, "endedAt", transaction->now);
  return foyer_site_turn_put (turn, &foyer_portal_session_type, json, error)
         && note_event (turn, turn->session, (FoyerSignInMethod) foyer_portal_session_get_method (turn->stay),
                        FOYER_SIGN_IN_EVENT_SIGNED_OUT, error)
         && foyer_portal_sessions_end (transaction->database, transaction->organisation, turn->session->id,
                                       error);
}
