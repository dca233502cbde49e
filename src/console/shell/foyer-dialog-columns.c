/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-dialog-columns.c - two columns of a dialog, or one under the other */

#include "foyer-dialog-columns.h"

void
foyer_dialog_columns_arrange (GtkWindow *dialog, GtkBox *columns, int least)
{
  int width;

  if (columns == NULL)
    return;
  g_object_get (dialog, "default-width", &width, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (columns),
                                  width >= least ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (columns, width >= least);
}
