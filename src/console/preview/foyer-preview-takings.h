/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"
#include "foyer-preview-frames.h"

G_BEGIN_DECLS

/**
 * foyer_preview_takings_add:
 * @map: that of the preview, which does not outlive @area
 * @area: says what came of it; its `page-title` is what a saved picture is called
 *
 * Adds the actions by which what is shown is taken along: `copy-picture`, `save-picture`, `print`, `copy-link` and `open-in-browser`.
 */
void foyer_preview_takings_add (GActionMap *map,
                                FoyerAreaPage *area,
                                FoyerPreviewStage *stage,
                                FoyerPreviewFrames *frames);

G_END_DECLS
