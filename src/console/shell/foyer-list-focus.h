/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_list_focus_row:
 * @position: of an item in the list's model
 * @property: of the widget that a row is made of: the one that holds the item
 *
 * Scrolls to a row and gives it the focus. A list of GTK 4.8 can be scrolled to a row, but its focus stays where it was.
 *
 * Returns: whether the row took the focus
 */
gboolean foyer_list_focus_row (GtkListView *list_view, guint position, const char *property);

G_END_DECLS
