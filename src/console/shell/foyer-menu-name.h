/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_menu_name_set:
 * @name: what a screen reader says of the button
 *
 * Names a menu button. GTK 4.8 gives the name to the widget around the button that has the focus, and leaves that one nameless.
 */
void foyer_menu_name_set (GtkMenuButton *button, const char *name);

G_END_DECLS
