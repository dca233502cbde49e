/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BESIDE (foyer_beside_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBeside, foyer_beside, FOYER, BESIDE, GtkWidget)

/**
 * FoyerBeside:
 *
 * Words and the button that belongs to them: side by side as long as the words keep a readable width, and the button below the words in a
 * narrow window or with large letters. The first child are the words, the second the button; both may be hidden.
 */
GtkWidget *foyer_beside_new (void);

G_END_DECLS
