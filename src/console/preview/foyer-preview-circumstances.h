/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_preview_circumstances_add:
 * @map: the actions of the preview
 * @stage: what they change
 * @desk: not owned; it outlives the actions, or they are not activated any more
 * @place: not owned, the same: where a moment is asked for
 *
 * Adds what can be done about what a preview shows, but for whose eyes these are: `go` to a page, `as-of` a moment or one that is asked for (`pick-moment`), `source` of the settings, `dark` colours,
 * `mask` of personal data.
 */
void foyer_preview_circumstances_add (GActionMap *map,
                                      FoyerPreviewStage *stage,
                                      FoyerDesk *desk,
                                      GtkWidget *place);

G_END_DECLS
