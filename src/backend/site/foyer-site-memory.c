/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-memory.c - pages and settings, for as long as the database and the minute are the same */

#include "site/foyer-site-memory.h"

#include <string.h>

#define SECONDS_PER_MINUTE 60

struct _FoyerSiteMemory {
  gint64 version; /* of the database */
  gint64 minute;
  char *zones;          /* (owned) (nullable) */
  GHashTable *settings; /* (owned) (element-type gint64 FoyerRecord): by organisation */
  GHashTable *pages;    /* (owned) (element-type utf8 Kept) */
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

  self->settings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  return self;
}

void
foyer_site_memory_free (FoyerSiteMemory *self)
{
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->pages);
  g_free (self->zones);
  g_free (self);
}

void
foyer_site_memory_begin (FoyerSiteMemory *self, gint64 version, const char *zones, gint64 now)
{
  gint64 minute = now / SECONDS_PER_MINUTE;

  if (version >= 0 && self->version == version && self->minute == minute && g_strcmp0 (self->zones, zones) == 0)
    return;
  g_hash_table_remove_all (self->settings);
  g_hash_table_remove_all (self->pages);
  self->version = version;
  self->minute = minute;
  g_free (self->zones);
  self->zones = g_strdup (zones);
}

FoyerRecord *
foyer_site_memory_find_settings (FoyerSiteMemory *self, gint64 organisation)
{
  FoyerRecord *settings = g_hash_table_lookup (self->settings, &organisation);

  return settings == NULL ? NULL : g_object_ref (settings);
}

void
foyer_site_memory_keep_settings (FoyerSiteMemory *self, gint64 organisation, FoyerRecord *settings)
{
  g_hash_table_replace (self->settings, g_memdup2 (&organisation, sizeof organisation),
                        g_object_ref (settings));
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
