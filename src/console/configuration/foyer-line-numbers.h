/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_LINE_NUMBERS (foyer_line_numbers_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLineNumbers, foyer_line_numbers, FOYER, LINE_NUMBERS, GtkWidget)

/**
 * FoyerLineNumbers:
 *
 * The numbers of a text's lines, beside it. They are for the eye: whoever hears the text hears where the cursor is.
 */

/**
 * foyer_line_numbers_add:
 * @view: gets the numbers at its left side; it owns them
 */
void foyer_line_numbers_add (GtkTextView *view);

G_END_DECLS
