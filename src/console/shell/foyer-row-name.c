/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-row-name.c - the accessible name of a list row */

#include "foyer-row-name.h"

void
foyer_row_name_set (GtkWidget *row, const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  if (item == NULL || name == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
