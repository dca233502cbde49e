/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"
#include "foyer-preview-stage.h"

G_BEGIN_DECLS

/**
 * foyer_preview_browser_open:
 * @area: says what became of it
 *
 * Asks the server for a link by which staff look at the page of @stage in a browser (`Portal/open`), and opens it there. Online only; the link is kept
 * nowhere.
 */
void foyer_preview_browser_open (FoyerPreviewStage *stage, FoyerAreaPage *area);

G_END_DECLS
