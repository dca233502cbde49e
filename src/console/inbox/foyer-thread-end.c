/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-thread-end.c - the newest message is in sight */

#include "foyer-thread-end.h"

/* Within these every row in sight has its height. */
#define FRAMES 12

static void
scroll (GtkListView *view)
{
  GtkSelectionModel *model = gtk_list_view_get_model (view);
  guint n_items = model == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (model));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (n_items == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", n_items - 1);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

gboolean
foyer_thread_end_is_in_sight (GtkListView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
         >= gtk_adjustment_get_upper (adjustment) - 1;
}

static gboolean
on_frame (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  if (!foyer_thread_end_is_in_sight (GTK_LIST_VIEW (view)))
    scroll (GTK_LIST_VIEW (view));
  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
foyer_thread_end_show (GtkListView *view)
{
  guint *frames = g_new (guint, 1);

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  *frames = FRAMES;
  scroll (view);
  gtk_widget_add_tick_callback (GTK_WIDGET (view), on_frame, frames, g_free);
}
