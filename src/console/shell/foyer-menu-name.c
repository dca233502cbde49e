/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-menu-name.c - the name of a menu button, as it is heard */

#include "foyer-menu-name.h"

void
foyer_menu_name_set (GtkMenuButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
