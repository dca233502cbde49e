/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-viewer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_PICKER (foyer_preview_picker_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewPicker, foyer_preview_picker, FOYER, PREVIEW_PICKER, AdwBin)

/**
 * FoyerPreviewPicker:
 *
 * A button that says who is chosen, and opens a list to choose from while somebody types.
 *
 * Properties: `label` (who is chosen), `title` (what is chosen here, for those who hear it).
 */

/**
 * foyer_preview_picker_offer:
 * @viewers: (element-type FoyerPreviewViewer): who can be chosen, for what was typed last
 */
void foyer_preview_picker_offer (FoyerPreviewPicker *self, GPtrArray *viewers);

/**
 * foyer_preview_picker_open:
 *
 * Opens the list, as its key does.
 */
void foyer_preview_picker_open (FoyerPreviewPicker *self);

/**
 * FoyerPreviewPicker::searched:
 * @words: what was typed; nothing when the list opens. Whoever listens offers who is found
 */

/**
 * FoyerPreviewPicker::picked:
 * @viewer: (type FoyerPreviewViewer): who was chosen
 */

G_END_DECLS
