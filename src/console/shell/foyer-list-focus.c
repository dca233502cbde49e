/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-list-focus.c - gives a row of a list the focus */

#include "foyer-list-focus.h"

/* A row's widget is the list's child; what shows the item is in it. */
static gboolean
shows_item (GtkWidget *row, const char *property, gpointer item)
{
  GtkWidget *widget = gtk_widget_get_first_child (row);
  g_autoptr (GObject) shown = NULL;

  if (widget != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property) != NULL)
    g_object_get (widget, property, &shown, NULL);
  return shown != NULL && shown == item;
}

gboolean
foyer_list_focus_row (GtkListView *list_view, guint position, const char *property)
{
  GtkSelectionModel *model;
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (list_view), FALSE);

  model = gtk_list_view_get_model (list_view);
  item = model == NULL ? NULL : g_list_model_get_item (G_LIST_MODEL (model), position);
  if (item == NULL)
    return FALSE;
  /* This makes the row's widget, if it is far from what is in sight. */
  gtk_widget_activate_action (GTK_WIDGET (list_view), "list.scroll-to-item", "u", position);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (shows_item (row, property, item))
      return gtk_widget_grab_focus (row);
  }
  return FALSE;
}
