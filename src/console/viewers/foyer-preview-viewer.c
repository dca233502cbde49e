/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-viewer.c - through whose eyes the portal can be looked at */

#include "foyer-preview-viewer.h"

#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as a list can be read of, and as many as are read at once to find them. */
#define MOST_FOUND 50
#define PAGE 500
#define MOST_LINKS 20

struct _FoyerPreviewViewer {
  GObject parent_instance;

  char *name;
  char *about; /* (nullable) */
  char *client_id;
  char *person_id;
  char *link_id;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewViewer, foyer_preview_viewer, G_TYPE_OBJECT)

enum { PROP_NAME = 1, PROP_ABOUT, PROP_SPOKEN, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static FoyerPreviewViewer *
make_viewer (const char *name,
             const char *about,
             const char *client_id,
             const char *person_id,
             const char *link_id)
{
  FoyerPreviewViewer *self = g_object_new (FOYER_TYPE_PREVIEW_VIEWER, NULL);

  self->name = g_strdup (name);
  self->about = g_strdup (about);
  self->client_id = g_strdup (client_id);
  self->person_id = g_strdup (person_id);
  self->link_id = g_strdup (link_id);
  return self;
}

static void
foyer_preview_viewer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPreviewViewer *self = FOYER_PREVIEW_VIEWER (object);

  switch (id) {
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_ABOUT:
    g_value_set_string (value, self->about);
    break;
  case PROP_SPOKEN:
    g_value_take_string (value, self->about == NULL ? g_strdup (self->name)
                                                    : g_strjoin (", ", self->name, self->about, NULL));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_preview_viewer_finalize (GObject *object)
{
  FoyerPreviewViewer *self = FOYER_PREVIEW_VIEWER (object);

  g_free (self->name);
  g_free (self->about);
  g_free (self->client_id);
  g_free (self->person_id);
  g_free (self->link_id);
  G_OBJECT_CLASS (foyer_preview_viewer_parent_class)->finalize (object);
}

static void
foyer_preview_viewer_class_init (FoyerPreviewViewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_preview_viewer_get_property;
  object_class->finalize = foyer_preview_viewer_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_preview_viewer_init (FoyerPreviewViewer *self)
{
}

const char *
foyer_preview_viewer_get_name (FoyerPreviewViewer *self)
{
  return self->name;
}

const char *
foyer_preview_viewer_get_client_id (FoyerPreviewViewer *self)
{
  return self->client_id;
}

const char *
foyer_preview_viewer_get_person_id (FoyerPreviewViewer *self)
{
  return self->person_id;
}

const char *
foyer_preview_viewer_get_link_id (FoyerPreviewViewer *self)
{
  return self->link_id;
}

/* --- Clients --- */

static gboolean
is_meant (FoyerRecord *client, const char *folded)
{
  g_autofree char *name = g_utf8_casefold (foyer_client_get_name (client), -1);

  return folded == NULL || strstr (name, folded) != NULL;
}

/* What is looked for. */
typedef struct {
  char *words; /* (nullable) */
  char **recent;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_free (search->words);
  g_strfreev (search->recent);
  g_free (search);
}

static gboolean
is_recent (const Search *search, const char *client_id)
{
  return search->words == NULL && search->recent != NULL
         && g_strv_contains ((const char *const *) search->recent, client_id);
}

static gboolean
add_recent (GPtrArray *found, const Search *search, FoyerRecordSource *source, GError **error)
{
  for (guint i = 0; search->words == NULL && search->recent != NULL && search->recent[i] != NULL; i++) {
    g_autoptr (FoyerRecord) client = NULL;

    if (!foyer_record_source_look_up (source, &foyer_client_type, search->recent[i], &client, error))
      return FALSE;
    if (client != NULL)
      g_ptr_array_add (found, make_viewer (foyer_client_get_name (client), _ ("Looked at lately"),
                                           search->recent[i], NULL, NULL));
  }
  return TRUE;
}

static void
take_meant (GPtrArray *found, GPtrArray *clients, const Search *search, const char *folded)
{
  for (guint i = 0; i < clients->len && found->len < MOST_FOUND; i++) {
    FoyerRecord *client = clients->pdata[i];

    if (is_meant (client, folded) && !is_recent (search, foyer_record_get_id (client)))
      g_ptr_array_add (found, make_viewer (foyer_client_get_name (client), foyer_client_get_city (client),
                                           foyer_record_get_id (client), NULL, NULL));
  }
}

/* Those that were looked at last, then all in order of names, a page at a time, until enough are found. */
static gpointer
find_clients_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  const Search *search = user_data;
  g_autofree char *folded = search->words == NULL ? NULL : g_utf8_casefold (search->words, -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FoyerRecord) last = NULL;

  if (!add_recent (found, search, source, error))
    return NULL;
  while (found->len < MOST_FOUND) {
    g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);
    g_autoptr (GPtrArray) clients = NULL;

    foyer_query_where_text (query, "archivedAt", NULL);
    foyer_query_where_text (query, "mergedIntoId", NULL);
    foyer_query_order (query, "name", FALSE);
    foyer_query_limit (query, PAGE);
    if (last != NULL)
      foyer_query_after (query, 0, foyer_client_get_name (last), foyer_record_get_id (last));
    clients = foyer_record_source_list (source, query, error);
    if (clients == NULL)
      return NULL;
    take_meant (found, clients, search, folded);
    if (clients->len < PAGE)
      break;
    g_set_object (&last, clients->pdata[clients->len - 1]);
  }
  return g_steal_pointer (&found);
}

void
foyer_preview_viewer_find_clients_async (FoyerStore *store,
                                         const char *words,
                                         const char *const *recent,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  Search *search = g_new0 (Search, 1);

  search->words = words == NULL || *words == '\0' ? NULL : g_strdup (words);
  search->recent = g_strdupv ((char **) recent);
  foyer_store_read_async (store, find_clients_in_worker, search, free_search,
                          (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* --- People and links --- */

static const char *
describe_person (FoyerRecord *person)
{
  static const char *const roles[] = { N_ ("Owner"), N_ ("Accounts"), N_ ("Site contact"), N_ ("Read only") };
  int role = foyer_portal_person_get_role (person);

  switch ((int) foyer_portal_person_get_status (person)) {
  case FOYER_PORTAL_PERSON_INVITED:
    return _ ("Invited");
  case FOYER_PORTAL_PERSON_DISABLED:
    return _ ("Access turned off");
  default:
    return role >= 0 && role < (int) G_N_ELEMENTS (roles) ? _ (roles[role]) : NULL;
  }
}

FoyerPreviewViewer *
foyer_preview_viewer_new_person (FoyerRecord *person)
{
  return make_viewer (foyer_portal_person_get_name (person), describe_person (person),
                      foyer_portal_person_get_client_id (person), foyer_record_get_id (person), NULL);
}

static gboolean
add_people (GPtrArray *found, FoyerRecordSource *source, const char *client_id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_text (query, "clientId", client_id);
  people = foyer_record_source_list (source, query, error);
  for (guint i = 0; people != NULL && i < people->len; i++) {
    FoyerRecord *person = people->pdata[i];

    if (foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_REMOVED)
      g_ptr_array_add (found, foyer_preview_viewer_new_person (person));
  }
  return people != NULL;
}

static gboolean
add_links (GPtrArray *found, FoyerRecordSource *source, const char *client_id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_link_type);
  g_autoptr (GPtrArray) links = NULL;
  guint n_added = 0;

  foyer_query_where_text (query, "clientId", client_id);
  links = foyer_record_source_list (source, query, error);
  for (guint i = 0; links != NULL && i < links->len && n_added < MOST_LINKS; i++) {
    FoyerRecord *link = links->pdata[i];
    const char *last_four = foyer_portal_link_get_last_four (link);
    g_autofree char *about = last_four == NULL ? NULL : g_strdup_printf (_ ("Link ending in %s"), last_four);

    if (foyer_portal_link_get_status (link) != FOYER_PORTAL_LINK_LIVE
        || foyer_portal_link_get_person_id (link) != NULL)
      continue;
    g_ptr_array_add (found, make_viewer (_ ("Any person with this link"), about, client_id, NULL,
                                         foyer_record_get_id (link)));
    n_added++;
  }
  return links != NULL;
}

GPtrArray *
foyer_preview_viewer_list (FoyerRecordSource *source, const char *client_id, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  if (client_id != NULL
      && (!add_people (found, source, client_id, error) || !add_links (found, source, client_id, error)))
    return NULL;
  g_ptr_array_add (found, make_viewer (_ ("Not signed in"), NULL, NULL, NULL, NULL));
  return g_steal_pointer (&found);
}

static gpointer
list_in_worker (FoyerRecordSource *source, gpointer client_id, GError **error)
{
  return foyer_preview_viewer_list (source, client_id, error);
}

void
foyer_preview_viewer_list_async (FoyerStore *store,
                                 const char *client_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  foyer_store_read_async (store, list_in_worker, g_strdup (client_id), g_free,
                          (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_preview_viewer_list_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
