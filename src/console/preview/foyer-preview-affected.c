/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-affected.c - the clients to whom a draft makes a difference, one after the other */

#include "foyer-preview-affected.h"

#include "foyer-preview-place.h"
#include "foyer-preview-scene.h"

#include "foyer-json.h"
#include "foyer-settings.h"
#include "types/client.h"

/* So many clients are looked at before others who read have their turn. */
#define CLIENTS 20

/* What is looked for, and how far it was. */
typedef struct {
  JsonObject *draft;
  char *client_id; /* (nullable): who was looked at last */
  gint64 now;
  GStrv places;
  gboolean descends;
  gboolean looks_at_calendar; /* rules of booking show on the calendar alone, which is no part of the view */
  gboolean is_over;           /* there is nobody further */
} Search;

static void
clear_search (gpointer data)
{
  Search *search = data;

  json_object_unref (search->draft);
  g_free (search->client_id);
  g_strfreev (search->places);
}

/* It lives as long as who asks, and as the job that runs. */
static void
release_search (gpointer search)
{
  g_atomic_rc_box_release_full (search, clear_search);
}

/* --- Whether there is a difference --- */

/* The same eyes under two settings. */
typedef struct {
  FoyerPortalLook live;
  FoyerPortalLook draft;
} Sight;

static gboolean
views_differ (const Sight *sight, gboolean *differ, GError **error)
{
  g_autoptr (JsonObject) live = foyer_portal_look_view (&sight->live, FOYER_VIEW_EVERYTHING, error);
  g_autoptr (JsonObject) draft
      = live == NULL ? NULL : foyer_portal_look_view (&sight->draft, FOYER_VIEW_EVERYTHING, error);
  g_autofree char *live_hash = NULL;
  g_autofree char *draft_hash = NULL;

  if (draft == NULL)
    return FALSE;
  live_hash = foyer_json_hash (live);
  draft_hash = foyer_json_hash (draft);
  *differ = g_strcmp0 (live_hash, draft_hash) != 0;
  return TRUE;
}

static gboolean
pages_differ (const Sight *sight, const char *address, gboolean *differ, GError **error)
{
  g_autoptr (FoyerPortalPage) live = foyer_portal_look_page (&sight->live, address, NULL, NULL, error);
  g_autoptr (FoyerPortalPage) draft
      = live == NULL ? NULL : foyer_portal_look_page (&sight->draft, address, NULL, NULL, error);
  g_autofree char *live_hash = NULL;
  g_autofree char *draft_hash = NULL;

  if (draft == NULL)
    return FALSE;
  live_hash = foyer_portal_page_hash (live);
  draft_hash = foyer_portal_page_hash (draft);
  *differ = g_strcmp0 (live_hash, draft_hash) != 0;
  return TRUE;
}

/* Sets @address to the calendar if it differs. */
static gboolean
compare_calendars (const Sight *sight, char **address, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *calendar = foyer_preview_spot_calendar (&sight->draft, &failure);
  gboolean differ = FALSE;

  if (calendar == NULL && failure == NULL)
    calendar = foyer_preview_spot_calendar (&sight->live, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (calendar != NULL && !pages_differ (sight, calendar, &differ, error))
    return FALSE;
  if (differ)
    *address = g_steal_pointer (&calendar);
  return TRUE;
}

/* Sets @address to the first page that differs, or leaves it. The first page of all has the looks, which are no part of the view. */
static gboolean
find_difference (const Sight *sight, const Search *search, char **address, GError **error)
{
  gboolean differ = FALSE;

  if (!pages_differ (sight, search->places[0], &differ, error))
    return FALSE;
  if (differ) {
    *address = g_strdup (search->places[0]);
    return TRUE;
  }
  if (search->looks_at_calendar && !compare_calendars (sight, address, error))
    return FALSE;
  if (*address != NULL)
    return TRUE;
  if (!views_differ (sight, &differ, error))
    return FALSE;
  for (guint i = 1; differ && search->places[i] != NULL; i++) {
    gboolean is_here = FALSE;

    if (!pages_differ (sight, search->places[i], &is_here, error))
      return FALSE;
    if (is_here) {
      *address = g_strdup (search->places[i]);
      return TRUE;
    }
  }
  return TRUE;
}

/* --- One client after the other --- */

static gboolean
look_at_client (FoyerPreviewSpot *found,
                Sight *sight,
                const Search *search,
                const char *client_id,
                GError **error)
{
  g_autoptr (GPtrArray) viewers = foyer_preview_viewer_list (sight->live.source, client_id, error);

  for (guint i = 0; viewers != NULL && i < viewers->len; i++) {
    FoyerPortalViewer viewer = foyer_preview_spot_viewer (viewers->pdata[i]);
    char *address = NULL;

    if (viewer.client_id == NULL)
      continue;
    sight->live.viewer = sight->draft.viewer = &viewer;
    if (!find_difference (sight, search, &address, error))
      return FALSE;
    if (address != NULL) {
      foyer_preview_spot_take (found, viewers->pdata[i], address);
      return TRUE;
    }
  }
  return viewers != NULL;
}

static GPtrArray *
list_clients (FoyerRecordSource *source, const Search *search, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);
  g_autoptr (FoyerRecord) last = NULL;

  if (!foyer_record_source_look_up (source, &foyer_client_type, search->client_id, &last, error))
    return NULL;
  foyer_query_where_text (query, "archivedAt", NULL);
  foyer_query_where_text (query, "mergedIntoId", NULL);
  foyer_query_order (query, "name", search->descends);
  foyer_query_limit (query, CLIENTS);
  if (last != NULL)
    foyer_query_after (query, 0, foyer_client_get_name (last), foyer_record_get_id (last));
  return foyer_record_source_list (source, query, error);
}

static gboolean
look_at_some (FoyerPreviewSpot *found, Sight *sight, Search *search, GError **error)
{
  g_autoptr (GPtrArray) clients = list_clients (sight->live.source, search, error);

  if (clients == NULL)
    return FALSE;
  for (guint i = 0; found->viewer == NULL && i < clients->len; i++) {
    const char *id = foyer_record_get_id (clients->pdata[i]);

    if (!look_at_client (found, sight, search, id, error))
      return FALSE;
    g_free (search->client_id);
    search->client_id = g_strdup (id);
  }
  search->is_over = clients->len < CLIENTS;
  return TRUE;
}

static gpointer
find_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Search *search = user_data;
  g_autoptr (FoyerPreviewSpot) found = foyer_preview_spot_new ();
  g_autoptr (FoyerRecord) published = foyer_settings_get (source, error);
  g_autoptr (FoyerRecord) drafted
      = published == NULL ? NULL : foyer_preview_draft_settings (search->draft, published, error);
  Sight sight;

  if (drafted == NULL)
    return NULL;
  sight.live = (FoyerPortalLook){ .source = source, .settings = published, .now = search->now };
  sight.draft = (FoyerPortalLook){ .source = source, .settings = drafted, .now = search->now };
  return look_at_some (found, &sight, search, error) ? g_steal_pointer (&found) : NULL;
}

/* --- The search --- */

static void look_further (FoyerStore *store, GTask *task);

static void
on_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (FoyerPreviewSpot) found = foyer_store_read_finish (FOYER_STORE (source), result, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (found->viewer != NULL || search->is_over)
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) foyer_preview_spot_free);
  else if (!g_task_return_error_if_cancelled (task))
    look_further (FOYER_STORE (source), task);
}

static void
look_further (FoyerStore *store, GTask *task)
{
  foyer_store_read_async (store, find_in_worker, g_atomic_rc_box_acquire (g_task_get_task_data (task)),
                          release_search, (GDestroyNotify) foyer_preview_spot_free,
                          g_task_get_cancellable (task), on_looked, g_object_ref (task));
}

static gboolean
concerns_booking (JsonObject *draft)
{
  g_autoptr (GList) keys = json_object_get_members (draft);

  for (GList *key = keys; key != NULL; key = key->next) {
    if (g_str_has_prefix (key->data, "booking."))
      return TRUE;
  }
  return FALSE;
}

void
foyer_preview_affected_async (FoyerStore *store,
                              JsonObject *draft,
                              const char *client_id,
                              int step,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  Search *search = g_atomic_rc_box_new0 (Search);

  search->draft = json_object_ref (draft);
  search->client_id = g_strdup (client_id);
  search->now = now;
  search->descends = step < 0;
  search->looks_at_calendar = concerns_booking (draft);
  search->places = foyer_preview_place_list ();
  g_task_set_source_tag (task, foyer_preview_affected_async);
  g_task_set_task_data (task, search, release_search);
  look_further (store, task);
}

FoyerPreviewSpot *
foyer_preview_affected_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
