/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-world.h"

G_BEGIN_DECLS

/**
 * FoyerPreviewPages:
 * Every address of the portal for every onlooker: all lists and gates, the pages of all records of their client and of one of another
 * client, the steps of booking, and whatever links on these pages lead to.
 */
typedef struct _FoyerPreviewPages FoyerPreviewPages;

FoyerPreviewPages *foyer_preview_pages_new (FoyerPreviewWorld *world, guint64 seed);
void foyer_preview_pages_free (FoyerPreviewPages *self);
guint foyer_preview_pages_count (FoyerPreviewPages *self, guint onlooker);
const char *foyer_preview_pages_get (FoyerPreviewPages *self, guint onlooker, guint index);

/**
 * foyer_preview_pages_is_typical:
 *
 * Returns: whether that page is among those that stand for others: a list, a gate, or one record of its kind
 */
gboolean foyer_preview_pages_is_typical (FoyerPreviewPages *self, guint onlooker, guint index);

/**
 * foyer_preview_pages_learn:
 * @html: a page that this onlooker was shown
 *
 * Adds the pages to which it has links.
 */
void foyer_preview_pages_learn (FoyerPreviewPages *self, guint onlooker, const char *html, gsize length);

/**
 * foyer_preview_pages_is_of_session:
 *
 * Returns: whether a browser is shown there what a preview cannot be: which session it is, of which a preview is none, or pages of the
 *   site's doors; or whether the site knows no such page, for only previews have those of mishaps
 */
gboolean foyer_preview_pages_is_of_session (const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewPages, foyer_preview_pages_free)

G_END_DECLS
