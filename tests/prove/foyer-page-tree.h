/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-chromium.h"
#include "foyer-preview-frame.h"
#include "foyer-preview-world.h"

G_BEGIN_DECLS

/**
 * FoyerPageTrees:
 * The documents that two browsers build: WebKit in the console's own frame, as it is shipped, with all its walls, from what the console
 * makes; and Chromium, with JavaScript, from what the server sends over a socket.
 */
typedef struct _FoyerPageTrees FoyerPageTrees;

/**
 * foyer_page_trees_new:
 * @world: whose server is open
 */
FoyerPageTrees *foyer_page_trees_new (FoyerPreviewWorld *world);
void foyer_page_trees_free (FoyerPageTrees *self);

/**
 * foyer_page_trees_read_preview:
 * @is_masked: as of #FoyerPreviewScene
 *
 * Returns: (transfer full): a line a node
 */
char *foyer_page_trees_read_preview (FoyerPageTrees *self,
                                     const FoyerOnlooker *onlooker,
                                     const char *address,
                                     gboolean is_masked);

/**
 * foyer_page_trees_read_live:
 * @onlooker: one with a browser that is signed in
 *
 * Returns: (transfer full) (nullable): the same, in light colours as the preview is; %NULL if the site led elsewhere
 */
char *foyer_page_trees_read_live (FoyerPageTrees *self, const FoyerOnlooker *onlooker, const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPageTrees, foyer_page_trees_free)

G_END_DECLS
