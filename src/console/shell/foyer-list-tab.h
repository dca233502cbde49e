/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_list_tab_leaves:
 * @list: a list whose rows hold nothing that takes the focus
 *
 * Makes Tab leave @list, where GTK would go through its rows. Up and Down go through them as ever.
 */
void foyer_list_tab_leaves (GtkWidget *list);

G_END_DECLS
