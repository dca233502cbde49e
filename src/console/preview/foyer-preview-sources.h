/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_SOURCES (foyer_preview_sources_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewSources, foyer_preview_sources, FOYER, PREVIEW_SOURCES, AdwBin)

/**
 * FoyerPreviewSources:
 *
 * The choice between what is published, what is drafted and both, as the action `preview.source`.
 */

G_END_DECLS
