/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_FILES (foyer_preview_files_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewFiles, foyer_preview_files, FOYER, PREVIEW_FILES, GObject)

/**
 * FoyerPreviewFiles:
 *
 * Fetches the logo and the photos that a page shows and that are not on this computer, each once: as soon as there is a way to the server, and
 * again after a way that broke.
 */

/**
 * foyer_preview_files_new:
 * @desk: outlives it, or foyer_preview_files_stop() is called before
 */
FoyerPreviewFiles *foyer_preview_files_new (FoyerDesk *desk);

/**
 * foyer_preview_files_want:
 * @blob_id: of a file that is not here
 */
void foyer_preview_files_want (FoyerPreviewFiles *self, const char *blob_id);
void foyer_preview_files_stop (FoyerPreviewFiles *self);

/**
 * FoyerPreviewFiles::came:
 *
 * Something that was wanted is here now, and nothing is under way.
 */

G_END_DECLS
