/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SPLIT (foyer_split_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSplit, foyer_split, FOYER, SPLIT, AdwBin)

/**
 * FoyerSplit:
 *
 * Two panes side by side, or one at a time where there is no room. Named and behaving like AdwNavigationSplitView of later libadwaita, which
 * will take its place; until then it is the only file that knows AdwLeaflet.
 *
 * Properties: `sidebar` and `content` (the widgets), `collapsed` (read-only: whether one is shown at a time), `show-content` (which one, if
 * so), `show-sidebar` (whether there is a sidebar while there is room for both), `minimum-sidebar-width`, `sidebar-width`,
 * `minimum-content-width`, `content-width` (pixels, -1 for the widget's own), `eager` (whether it collapses below the sum of the two widths
 * and not only below that of the minimums).
 */

gboolean foyer_split_get_collapsed (FoyerSplit *self);
gboolean foyer_split_get_show_content (FoyerSplit *self);
void foyer_split_set_show_content (FoyerSplit *self, gboolean show_content);

/**
 * foyer_split_back:
 *
 * Goes from the content back to the list, where only one of them is seen.
 *
 * Returns: whether there was something to go back from
 */
gboolean foyer_split_back (FoyerSplit *self);
gboolean foyer_split_get_show_sidebar (FoyerSplit *self);
void foyer_split_set_show_sidebar (FoyerSplit *self, gboolean show_sidebar);

G_END_DECLS
