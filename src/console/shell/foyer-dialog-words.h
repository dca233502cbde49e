/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_dialog_fit_words:
 * @dialog: that is about to be shown
 * @scrolled: around @words
 * @words: what it has to say
 * @margins: pixels that the dialog leaves free to both sides of @scrolled together
 *
 * Makes @dialog as wide as the words like to be, in the size that they have for this person, and as high as they then are: what is scrolled is
 * not asked how high it is at a width. What the window behind has no room for is scrolled.
 *
 * Returns: whether there is less room than words
 */
gboolean
foyer_dialog_fit_words (GtkWindow *dialog, GtkScrolledWindow *scrolled, GtkWidget *words, int margins);

G_END_DECLS
