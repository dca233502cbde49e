/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_NATURAL_LAYOUT (foyer_natural_layout_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNaturalLayout, foyer_natural_layout, FOYER, NATURAL_LAYOUT, GtkLayoutManager)

/**
 * FoyerNaturalLayout:
 *
 * One child, which gets all there is. Asked for a height without being told the width, it says the one at the child's natural width. A
 * GtkBox with words that wrap would look for its lowest height instead, by measuring the words at dozens of widths, and a box in a box
 * dozens of times as often: a page of such rows took half a second to lay out.
 */

G_END_DECLS
