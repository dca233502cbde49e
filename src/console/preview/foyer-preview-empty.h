/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_EMPTY (foyer_preview_empty_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewEmpty, foyer_preview_empty, FOYER, PREVIEW_EMPTY, AdwBin)

/**
 * FoyerPreviewEmpty:
 *
 * What a preview shows before anybody is chosen.
 */

G_END_DECLS
