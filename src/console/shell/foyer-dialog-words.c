/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-dialog-words.c - a dialog shows all its words where there is room */

#include "foyer-dialog-words.h"

/* What is still seen of the window behind, to both sides together. */
#define BEHIND 48
/* Of the buttons and what is around them, and of the window behind that is still seen. */
#define BESIDES 200
#define LEAST_HEIGHT 160
#define HEIGHT_WITHOUT_PARENT 520

gboolean
foyer_dialog_fit_words (GtkWindow *dialog, GtkScrolledWindow *scrolled, GtkWidget *words, int margins)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  int width;
  int height;
  int room = HEIGHT_WITHOUT_PARENT;
  int wanted;

  g_object_get (dialog, "default-width", &width, NULL);
  gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  if (parent != NULL) {
    width = MAX (width, MIN (wanted + margins, gtk_widget_get_width (GTK_WIDGET (parent)) - BEHIND));
    room = MAX (LEAST_HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent)) - BESIDES);
  }
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, width - margins, NULL, &height, NULL, NULL);
  gtk_window_set_default_size (dialog, width, -1);
  gtk_scrolled_window_set_min_content_height (scrolled, MIN (height, room));
  return height > room;
}
