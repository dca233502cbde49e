/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_entry_clear:
 *
 * Empties an entry. GTK 4.8 ends the program where assistive technologies listen and all of a text is taken away "up to its end", as
 * gtk_editable_set_text() does.
 */
void foyer_entry_clear (GtkEditable *entry);

G_END_DECLS
