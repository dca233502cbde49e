/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-sessions.c - where the viewer is signed in */

#include "foyer-portal-view.h"
#include "foyer-view-context.h"

#include "types/portal_session.h"

#include <string.h>

#define SESSIONS_LIMIT 50

typedef struct {
  const char *mark; /* in what browsers say of themselves */
  const char *name;
} Sign;

/* In the order in which they are looked for: most browsers claim to be others, too. */
static const Sign browsers[] = {
  { "Edg", "Edge" },         { "OPR/", "Opera" },     { "SamsungBrowser/", "Samsung Internet" },
  { "Firefox/", "Firefox" }, { "FxiOS/", "Firefox" }, { "CriOS/", "Chrome" },
  { "Chrome/", "Chrome" },   { "Safari/", "Safari" },
};

static const Sign systems[] = {
  { "iPhone", "iPhone" }, { "iPad", "iPad" },    { "Android", "Android" }, { "Windows", "Windows" },
  { "CrOS", "ChromeOS" }, { "Mac OS X", "Mac" }, { "Linux", "Linux" },
};

static const char *
find_sign (const Sign *signs, guint n_signs, const char *agent)
{
  for (guint i = 0; i < n_signs; i++) {
    if (strstr (agent, signs[i].mark) != NULL)
      return signs[i].name;
  }
  return NULL;
}

static void
set_device (JsonObject *object, const char *agent)
{
  if (agent == NULL)
    return;
  foyer_view_set_text_if (object, "browser", find_sign (browsers, G_N_ELEMENTS (browsers), agent));
  foyer_view_set_text_if (object, "system", find_sign (systems, G_N_ELEMENTS (systems), agent));
}

static JsonObject *
make_session (FoyerRecord *session, const char *present_id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (session));
  set_device (object, foyer_portal_session_get_agent (session));
  foyer_view_set_time (object, "started", foyer_portal_session_get_started_at (session));
  foyer_view_set_time (object, "seen", foyer_portal_session_get_seen_at (session));
  foyer_view_set_true_if (object, "here", g_strcmp0 (foyer_record_get_id (session), present_id) == 0);
  return object;
}

/* A person's own, or those that the same link opened: somebody who is nobody by name sees nobody else's. */
static FoyerQuery *
make_query (const FoyerPortalViewer *viewer)
{
  FoyerQuery *query = foyer_query_new (&foyer_portal_session_type);

  if (viewer->person_id != NULL)
    foyer_query_where_text (query, "personId", viewer->person_id);
  else
    foyer_query_where_text (query, "linkId", viewer->link_id);
  foyer_query_order (query, "startedAt", TRUE);
  return query;
}

gboolean
foyer_portal_view_add_sessions (JsonObject *view,
                                FoyerRecordSource *source,
                                const FoyerPortalViewer *viewer,
                                const char *present_id,
                                gint64 now,
                                GError **error)
{
  g_autoptr (FoyerQuery) query = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  JsonArray *list;

  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN)
    return TRUE;
  query = make_query (viewer);
  sessions = foyer_record_source_list (source, query, error);
  if (sessions == NULL)
    return FALSE;
  list = json_array_new ();
  for (guint i = 0; i < sessions->len && json_array_get_length (list) < SESSIONS_LIMIT; i++) {
    FoyerRecord *session = sessions->pdata[i];

    if (foyer_portal_session_get_status (session) == FOYER_PORTAL_SESSION_OPEN
        && foyer_portal_session_get_expires_at (session) > now
        && g_strcmp0 (foyer_portal_session_get_client_id (session), viewer->client_id) == 0)
      json_array_add_object_element (list, make_session (session, present_id));
  }
  json_object_set_array_member (view, "sessions", list);
  return TRUE;
}
