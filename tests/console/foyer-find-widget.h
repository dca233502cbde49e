/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_find_widget:
 *
 * Returns: (transfer none) (nullable): @widget, or the first widget in it, that is of the type
 */
GtkWidget *foyer_find_widget (GtkWidget *widget, GType type);

G_END_DECLS
