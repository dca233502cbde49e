/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SPOKEN (foyer_spoken_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpoken, foyer_spoken, FOYER, SPOKEN, AdwBin)

/**
 * FoyerSpoken:
 *
 * The inside of a list row's widget, which gives the row its name for assistive technologies. GTK 4.8 leaves rows of a GtkListView nameless
 * and has no function for it (gtk_list_item_set_accessible_label() came with 4.12), so the name is set on the widget that GTK puts around.
 *
 * Property: `text`: the row in one sentence.
 */

G_END_DECLS
