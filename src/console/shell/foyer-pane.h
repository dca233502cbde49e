/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PANE (foyer_pane_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPane, foyer_pane, FOYER, PANE, AdwBin)

/**
 * FoyerPane:
 *
 * A part of the window whose width is the design's and not its content's, so that a long name does not change where the window folds.
 * Content that needs more than the minimum, as with large text, still gets it.
 *
 * Properties: `minimum-width`, `natural-width`: pixels, -1 for the content's own.
 */
GtkWidget *foyer_pane_new (void);

G_END_DECLS
