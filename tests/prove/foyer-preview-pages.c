/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-pages.c - where one can look on a portal */

#include "foyer-preview-pages.h"

#include "foyer-portal-address.h"
#include "types/booking.h"
#include "types/property.h"
#include "types/service.h"
#include "types/visit.h"

#include <string.h>

typedef struct {
  char *address;
  gboolean is_typical;
} Place;

typedef struct {
  GArray *places;    /* (element-type Place) */
  GHashTable *known; /* (element-type utf8) */
} Places;

struct _FoyerPreviewPages {
  FoyerRandom *random;
  GPtrArray *all; /* (element-type Places), one an onlooker */
  GPtrArray *
      records; /* (element-type GPtrArray): of each kind of page, the records that it may be about, or NULL */
  GRegex *link;
};

static void
places_free (gpointer data)
{
  Places *places = data;

  for (guint i = 0; i < places->places->len; i++)
    g_free (g_array_index (places->places, Place, i).address);
  g_array_unref (places->places);
  g_hash_table_unref (places->known);
  g_free (places);
}

/* @address: (transfer full) (nullable) */
static void
add_place (Places *places, char *address, gboolean is_typical)
{
  const Place place = { .address = address, .is_typical = is_typical };

  if (address == NULL || g_hash_table_contains (places->known, address)) {
    g_free (address);
    return;
  }
  g_hash_table_add (places->known, address);
  g_array_append_val (places->places, place);
}

static const FoyerRecordType *
get_type (FoyerPageKind kind)
{
  if (kind == FOYER_PAGE_BOOKING)
    return &foyer_booking_type;
  return kind == FOYER_PAGE_VISIT_TIME ? &foyer_visit_type : foyer_page_record_type (kind);
}

static gboolean
is_of_client (FoyerRecord *record, const char *client_id)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  const char *owner = json_object_has_member (json, "clientId")
                              && JSON_NODE_HOLDS_VALUE (json_object_get_member (json, "clientId"))
                          ? json_object_get_string_member (json, "clientId")
                          : NULL;

  return client_id != NULL && (owner == NULL || strcmp (owner, client_id) == 0);
}

/* All of the client's, the one in the middle of which stands for them, and one that is not theirs. */
static void
add_records (FoyerPreviewPages *self,
             Places *places,
             FoyerPageKind kind,
             GPtrArray *records,
             const char *client_id)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  FoyerRecord *foreign = NULL;

  for (guint i = 0; i < records->len; i++) {
    if (is_of_client (records->pdata[i], client_id))
      g_ptr_array_add (own, records->pdata[i]);
    else if (foreign == NULL || foyer_random_below (self->random, 5) == 0)
      foreign = records->pdata[i];
  }
  for (guint i = 0; i < own->len; i++)
    add_place (places, foyer_portal_address_make (kind, foyer_record_get_id (own->pdata[i])),
               i == own->len / 2);
  if (foreign != NULL)
    add_place (places, foyer_portal_address_make (kind, foyer_record_get_id (foreign)), FALSE);
}

/* What a browser sends in forms stands in the address of a preview. */
static void
add_steps (FoyerPreviewWorld *world, Places *places, const char *client_id)
{
  static const char *const kinds[] = { "service", "complaint", "quote", "dispute", "change" };
  g_autoptr (GPtrArray) services = foyer_preview_world_list (world, &foyer_service_type);
  g_autoptr (GPtrArray) properties = foyer_preview_world_list (world, &foyer_property_type);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_place (places, g_strconcat ("/requests/new?kind=", kinds[i], NULL), FALSE);
  for (guint i = 0; i < services->len; i++) {
    const char *service = foyer_record_get_id (services->pdata[i]);

    add_place (places, g_strconcat ("/book/property?service=", service, NULL), FALSE);
    for (guint k = 0; k < properties->len; k++) {
      if (is_of_client (properties->pdata[k], client_id))
        add_place (places,
                   g_strdup_printf ("/book/time?service=%s&property=%s", service,
                                    foyer_record_get_id (properties->pdata[k])),
                   i == 0 && k == 0);
    }
  }
}

static Places *
make_places (FoyerPreviewPages *self, FoyerPreviewWorld *world, const char *client_id)
{
  Places *places = g_new0 (Places, 1);

  places->places = g_array_new (FALSE, FALSE, sizeof (Place));
  places->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    add_place (places, foyer_portal_address_make (kind, NULL), TRUE);
    if (self->records->pdata[kind] != NULL)
      add_records (self, places, kind, self->records->pdata[kind], client_id);
  }
  add_steps (world, places, client_id);
  return places;
}

FoyerPreviewPages *
foyer_preview_pages_new (FoyerPreviewWorld *world, guint64 seed)
{
  FoyerPreviewPages *self = g_new0 (FoyerPreviewPages, 1);

  self->random = foyer_random_new_seeded (seed);
  self->all = g_ptr_array_new_with_free_func (places_free);
  self->records = g_ptr_array_new_full (FOYER_N_PAGE_KINDS, (GDestroyNotify) g_ptr_array_unref);
  self->link = g_regex_new (" href=\"(/[^\"#]*)", G_REGEX_OPTIMIZE, 0, NULL);
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    g_autofree char *address = foyer_portal_address_make (kind, "X");

    g_ptr_array_add (self->records, address == NULL ? g_ptr_array_new ()
                                                    : foyer_preview_world_list (world, get_type (kind)));
  }
  for (guint i = 0; i < world->onlookers->len; i++) {
    const FoyerOnlooker *onlooker = world->onlookers->pdata[i];

    g_ptr_array_add (self->all, make_places (self, world, onlooker->client_id));
  }
  return self;
}

void
foyer_preview_pages_free (FoyerPreviewPages *self)
{
  g_object_unref (self->random);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->records);
  g_regex_unref (self->link);
  g_free (self);
}

guint
foyer_preview_pages_count (FoyerPreviewPages *self, guint onlooker)
{
  return ((Places *) self->all->pdata[onlooker])->places->len;
}

static const Place *
get_place (FoyerPreviewPages *self, guint onlooker, guint index)
{
  return &g_array_index (((Places *) self->all->pdata[onlooker])->places, Place, index);
}

const char *
foyer_preview_pages_get (FoyerPreviewPages *self, guint onlooker, guint index)
{
  return get_place (self, onlooker, index)->address;
}

gboolean
foyer_preview_pages_is_typical (FoyerPreviewPages *self, guint onlooker, guint index)
{
  return get_place (self, onlooker, index)->is_typical;
}

void
foyer_preview_pages_learn (FoyerPreviewPages *self, guint onlooker, const char *html, gsize length)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (self->link, html, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *escaped = g_match_info_fetch (match, 1);
    g_autoptr (GString) address = g_string_new (escaped);
    g_autoptr (FoyerPortalAddress) parsed = NULL;

    g_string_replace (address, "&amp;", "&", 0);
    parsed = foyer_portal_address_parse (address->str);
    if (parsed != NULL)
      add_place (self->all->pdata[onlooker], g_strdup (address->str), FALSE);
  }
}

gboolean
foyer_preview_pages_is_of_session (const char *address)
{
  return g_str_has_prefix (address, "/preview/") || strcmp (address, "/sessions") == 0
         || strcmp (address, "/password") == 0 || g_str_has_prefix (address, "/sign-in");
}
