/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-bookable.c - somebody who could book by themselves, and where they would choose a time */

#include "foyer-preview-bookable.h"

#include "foyer-preview-scene.h"

#include "foyer-portal-address.h"
#include "foyer-settings.h"
#include "types/portal_person.h"

/* As many people are asked, in the order in which they came. */
#define MOST_PEOPLE 100

typedef struct {
  JsonObject *draft; /* (nullable) */
  char *client_id;   /* (nullable) */
  gint64 now;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->draft, json_object_unref);
  g_free (search->client_id);
  g_free (search);
}

/* Those of one client, or of all. */
static gboolean
ask_people (FoyerPreviewSpot *found,
            FoyerRecordSource *source,
            FoyerRecord *settings,
            const char *client_id,
            gint64 now,
            GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_PORTAL_PERSON_ACTIVE);
  if (client_id != NULL)
    foyer_query_where_text (query, "clientId", client_id);
  foyer_query_limit (query, MOST_PEOPLE);
  people = foyer_record_source_list (source, query, error);
  for (guint i = 0; people != NULL && found->address == NULL && i < people->len; i++) {
    g_autoptr (FoyerPreviewViewer) person = foyer_preview_viewer_new_person (people->pdata[i]);
    g_autoptr (GError) failure = NULL;
    FoyerPortalViewer viewer = foyer_preview_spot_viewer (person);
    FoyerPortalLook look = { .source = source, .viewer = &viewer, .settings = settings, .now = now };
    char *address = foyer_preview_spot_calendar (&look, &failure);

    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    if (address != NULL || found->viewer == NULL)
      foyer_preview_spot_take (found, person, address);
  }
  return people != NULL;
}

static gpointer
find_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Search *search = user_data;
  g_autoptr (FoyerPreviewSpot) found = foyer_preview_spot_new ();
  g_autoptr (FoyerRecord) published = foyer_settings_get (source, error);
  g_autoptr (FoyerRecord) settings = NULL;

  if (published == NULL)
    return NULL;
  settings = search->draft == NULL ? g_object_ref (published)
                                   : foyer_preview_draft_settings (search->draft, published, error);
  if (settings == NULL
      || (search->client_id != NULL
          && !ask_people (found, source, settings, search->client_id, search->now, error))
      || (found->address == NULL && !ask_people (found, source, settings, NULL, search->now, error)))
    return NULL;
  if (found->address == NULL)
    found->address = foyer_portal_address_make (FOYER_PAGE_BOOK_SERVICE, NULL);
  return g_steal_pointer (&found);
}

void
foyer_preview_bookable_async (FoyerStore *store,
                              JsonObject *draft,
                              const char *client_id,
                              gint64 now,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Search *search = g_new0 (Search, 1);

  search->draft = draft == NULL ? NULL : json_object_ref (draft);
  search->client_id = g_strdup (client_id);
  search->now = now;
  foyer_store_read_async (store, find_in_worker, search, free_search,
                          (GDestroyNotify) foyer_preview_spot_free, cancellable, callback, user_data);
}

FoyerPreviewSpot *
foyer_preview_bookable_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
