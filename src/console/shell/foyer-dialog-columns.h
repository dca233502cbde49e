/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_dialog_columns_arrange:
 * @dialog: whose default width counts
 * @columns: (nullable): %NULL while the template that sets that width has not made them
 * @least: pixels from which on there is room for two columns
 *
 * Puts two columns beside each other, equally wide, or the second under the first.
 */
void foyer_dialog_columns_arrange (GtkWindow *dialog, GtkBox *columns, int least);

G_END_DECLS
