/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of widgets, asked of GTK's accessibility back end for tests (`GTK_A11Y=test`). */

/**
 * foyer_heard_name:
 *
 * Returns: (nullable): the name that was given to it
 */
char *foyer_heard_name (GtkAccessible *accessible);

/**
 * foyer_assert_all_have_names:
 * @root: seen
 *
 * Fails if any button, switch, text box, list or row beneath it has no name, be it sensitive or not.
 */
void foyer_assert_all_have_names (GtkWidget *root);

G_END_DECLS
