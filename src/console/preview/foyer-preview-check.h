/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-verdict.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_CHECK (foyer_preview_check_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewCheck, foyer_preview_check, FOYER, PREVIEW_CHECK, GObject)

/**
 * FoyerPreviewCheck:
 *
 * Compares the page that is previewed with what the server shows, by two hashes. If the server has newer records it syncs and compares once
 * again. If the pages differ it asks for the server's. What could not be settled, or differs, is looked at again after each sync, and what could
 * not be settled also by and by without one. Properties, read-only: `verdict` (int: #FoyerPreviewVerdict), `differences` (#GPtrArray
 * of #FoyerPageDifference, the first page of which is the preview; or %NULL while they are not known).
 */

/**
 * foyer_preview_check_new:
 * @desk: outlives the check, or foyer_preview_check_stop() is called before
 */
FoyerPreviewCheck *foyer_preview_check_new (FoyerDesk *desk);

/**
 * foyer_preview_check_look:
 * @answer: (transfer none): a page; what is asked about from now on
 */
void foyer_preview_check_look (FoyerPreviewCheck *self, FoyerPreviewAnswer *answer);

/**
 * foyer_preview_check_stop:
 *
 * Asks nothing any more.
 */
void foyer_preview_check_stop (FoyerPreviewCheck *self);

/**
 * FoyerPreviewCheck::outdated:
 *
 * Records may have come: the page is to be made anew and looked at again.
 */

G_END_DECLS
