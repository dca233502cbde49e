/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-portal-pages.h"

G_BEGIN_DECLS

/**
 * FoyerSiteMemory:
 *
 * What was read and made for one look at a portal and is still right at the next: nothing at all has been written to the database since, and
 * it is the same minute. Whoever looks is asked for anew each time; what is found here spares reading the records again, never a check.
 * Belongs to one reading connection.
 */
typedef struct _FoyerSiteMemory FoyerSiteMemory;

FoyerSiteMemory *foyer_site_memory_new (void);
void foyer_site_memory_free (FoyerSiteMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSiteMemory, foyer_site_memory_free)

/**
 * foyer_site_memory_begin:
 * @version: of the database, as foyer_database_get_version() says it in the transaction in which what is found will be used; a negative one
 *   is like no other
 * @zones: version of the zone table
 * @now: seconds since 1970
 *
 * Begins one look: lets everything go that was remembered of another version, another table or another minute.
 */
void foyer_site_memory_begin (FoyerSiteMemory *self, gint64 version, const char *zones, gint64 now);

/**
 * foyer_site_memory_find_business:
 *
 * Returns: (transfer full) (nullable): the organisation and its published settings
 */
FoyerBusiness *foyer_site_memory_find_business (FoyerSiteMemory *self, gint64 organisation);
void foyer_site_memory_keep_business (FoyerSiteMemory *self, gint64 organisation, FoyerBusiness *business);

/**
 * foyer_site_memory_find_picture:
 *
 * Returns: (transfer full) (nullable): a picture of an organisation's that anybody may see, as it is sent
 */
GBytes *foyer_site_memory_find_picture (FoyerSiteMemory *self, gint64 organisation, const char *blob_id);

/* A logo has a megabyte at most. */
#define FOYER_SITE_MEMORY_PICTURES 16

/**
 * foyer_site_memory_keep_picture:
 *
 * Remembers a picture. There is room for %FOYER_SITE_MEMORY_PICTURES; when they are taken all begin anew.
 */
void foyer_site_memory_keep_picture (FoyerSiteMemory *self,
                                     gint64 organisation,
                                     const char *blob_id,
                                     GBytes *bytes);

/**
 * foyer_site_memory_find_page:
 * @session_id: whose page it is
 * @made: (out): which page it is
 *
 * Returns: (transfer full) (nullable): the page that was made for that session when it asked for the same
 */
FoyerPortalPage *foyer_site_memory_find_page (FoyerSiteMemory *self,
                                              gint64 organisation,
                                              const char *session_id,
                                              const char *path,
                                              const char *query,
                                              FoyerPageKind *made);

/**
 * foyer_site_memory_keep_page:
 * @query: (nullable): as it was asked
 *
 * Remembers a page. There is room for %FOYER_SITE_MEMORY_PAGES; when they are taken all begin anew.
 */
void foyer_site_memory_keep_page (FoyerSiteMemory *self,
                                  gint64 organisation,
                                  const char *session_id,
                                  const char *path,
                                  const char *query,
                                  FoyerPortalPage *page,
                                  FoyerPageKind made);

/* A page has ten kilobytes, seldom a hundred. */
#define FOYER_SITE_MEMORY_PAGES 256

/**
 * foyer_site_memory_count_pages:
 *
 * Returns: how many pages are remembered
 */
guint foyer_site_memory_count_pages (FoyerSiteMemory *self);

G_END_DECLS
