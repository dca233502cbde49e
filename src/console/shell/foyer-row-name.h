/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_row_name_set:
 * @row: the child of a GtkListItem
 * @name: (nullable): the row in one sentence
 *
 * Gives the row of a GtkListView its name for assistive technologies. GTK 4.8 leaves it empty and has no function for it
 * (gtk_list_item_set_accessible_label() came with 4.12), so it is set on the widget that GTK puts around the row.
 */
void foyer_row_name_set (GtkWidget *row, const char *name);

G_END_DECLS
