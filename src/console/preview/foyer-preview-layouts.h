/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_LAYOUTS (foyer_preview_layouts_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewLayouts, foyer_preview_layouts, FOYER, PREVIEW_LAYOUTS, AdwBin)

/**
 * FoyerPreviewLayouts:
 *
 * The choice between the frames of a desktop, a phone and both, as the action `preview.frames`.
 */

G_END_DECLS
