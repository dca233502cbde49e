/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-list-tab.c - Tab leaves a list, and does not go through its rows */

#include "foyer-list-tab.h"

static void
let_rows_be_focused (GtkWidget *list, GtkWidget *but, gboolean can_focus)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (row != but)
      gtk_widget_set_can_focus (row, can_focus);
  }
}

/* As if the row that has the focus were the only one. */
static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  gboolean moved;

  let_rows_be_focused (list, row, FALSE);
  moved = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  let_rows_be_focused (list, row, TRUE);
  return moved;
}

/* From GTK 4.18 on, lists have a property for it. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && (modifiers & GDK_SHIFT_MASK) != 0))
    return leave (list, GTK_DIR_TAB_BACKWARD);
  return (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab) && leave (list, GTK_DIR_TAB_FORWARD);
}

void
foyer_list_tab_leaves (GtkWidget *list)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (list));

  keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (list, keys);
}
