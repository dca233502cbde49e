/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-memory.c - pages, pictures and what a business is like, for as long as the database and the minute are the same */

#include "site/foyer-site-memory.h"

#include <string.h>

#define SECONDS_PER_MINUTE 60

struct _FoyerSiteMemory {
  gint64 version; /* of the database */
  gint64 minute;
  char *zones;            /* (owned) (nullable) */
  GHashTable *businesses; /* (owned) (element-type gint64 FoyerBusiness): by organisation */
  GHashTable *pictures;   /* (owned) (element-type utf8 GBytes): by organisation and blob */
  GHashTable *pages;      /* (owned) (element-type utf8 Kept) */
};

typedef struct {
  FoyerPortalPage *page;
  FoyerPageKind made;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  foyer_portal_page_unref (self->page);
  g_free (self);
}

FoyerSiteMemory *
foyer_site_memory_new (void)
{
  FoyerSiteMemory *self = g_new0 (FoyerSiteMemory, 1);

  self->businesses
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) foyer_business_free);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  return self;
}

void
foyer_site_memory_free (FoyerSiteMemory *self)
{
  g_hash_table_unref (self->businesses);
  g_hash_table_unref (self->pictures);
  g_hash_table_unref (self->pages);
  g_free (self->zones);
  g_free (self);
}

void
foyer_site_memory_begin (FoyerSiteMemory *self, gint64 version, const char *zones, gint64 now)
{
  gint64 minute = now / SECONDS_PER_MINUTE;

  if (version >= 0 && self->version == version && self->minute == minute
      && g_strcmp0 (self->zones, zones) == 0)
    return;
  g_hash_table_remove_all (self->businesses);
  g_hash_table_remove_all (self->pictures);
  g_hash_table_remove_all (self->pages);
  self->version = version;
  self->minute = minute;
  g_free (self->zones);
  self->zones = g_strdup (zones);
}

FoyerBusiness *
foyer_site_memory_find_business (FoyerSiteMemory *self, gint64 organisation)
{
  FoyerBusiness *business = g_hash_table_lookup (self->businesses, &organisation);

  return business == NULL ? NULL : foyer_business_ref (business);
}

void
foyer_site_memory_keep_business (FoyerSiteMemory *self, gint64 organisation, FoyerBusiness *business)
{
  g_hash_table_replace (self->businesses, g_memdup2 (&organisation, sizeof organisation),
                        foyer_business_ref (business));
}

static char *
make_picture_key (gint64 organisation, const char *blob_id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", organisation, blob_id);
}

GBytes *
foyer_site_memory_find_picture (FoyerSiteMemory *self, gint64 organisation, const char *blob_id)
{
  g_autofree char *key = make_picture_key (organisation, blob_id);
  GBytes *bytes = g_hash_table_lookup (self->pictures, key);

  return bytes == NULL ? NULL : g_bytes_ref (bytes);
}

void
foyer_site_memory_keep_picture (FoyerSiteMemory *self,
                                gint64 organisation,
                                const char *blob_id,
                                GBytes *bytes)
{
  if (g_hash_table_size (self->pictures) >= FOYER_SITE_MEMORY_PICTURES)
    g_hash_table_remove_all (self->pictures);
  g_hash_table_replace (self->pictures, make_picture_key (organisation, blob_id), g_bytes_ref (bytes));
}

/* The length of the path stands before it, so that no path with a question mark in it is taken for another with a query. */
static char *
make_key (gint64 organisation, const char *session_id, const char *path, const char *query)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %" G_GSIZE_FORMAT " %s%s%s", organisation, session_id,
                          strlen (path), path, query == NULL ? "" : "?", query == NULL ? "" : query);
}

FoyerPortalPage *
foyer_site_memory_find_page (FoyerSiteMemory *self,
                             gint64 organisation,
                             const char *session_id,
                             const char *path,
                             const char *query,
                             FoyerPageKind *made)
{
  g_autofree char *key = make_key (organisation, session_id, path, query);
  Kept *kept = g_hash_table_lookup (self->pages, key);

  if (kept == NULL)
    return NULL;
  *made = kept->made;
  return foyer_portal_page_ref (kept->page);
}

void
foyer_site_memory_keep_page (FoyerSiteMemory *self,
                             gint64 organisation,
                             const char *session_id,
                             const char *path,
                             const char *query,
                             FoyerPortalPage *page,
                             FoyerPageKind made)
{
  Kept *kept = g_new0 (Kept, 1);

  if (g_hash_table_size (self->pages) >= FOYER_SITE_MEMORY_PAGES)
    g_hash_table_remove_all (self->pages);
  kept->page = foyer_portal_page_ref (page);
  kept->made = made;
  g_hash_table_replace (self->pages, make_key (organisation, session_id, path, query), kept);
}

guint
foyer_site_memory_count_pages (FoyerSiteMemory *self)
{
  return g_hash_table_size (self->pages);
}
