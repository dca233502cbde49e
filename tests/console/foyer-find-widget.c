/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-find-widget.c - a widget of a type, wherever in another it is */

#include "foyer-find-widget.h"

GtkWidget *
foyer_find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = foyer_find_widget (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}
