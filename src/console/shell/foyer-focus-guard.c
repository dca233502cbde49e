/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-focus-guard.c - a focus whose widget has gone finds another place before the next key */

#include "foyer-focus-guard.h"

/* Nothing tells that a widget with the focus was taken away, so each turn of the main loop looks, before it hears any event. */
typedef struct {
  GSource source;
  GtkWindow *window; /* not owned: it destroys the guard */
  GPtrArray *
      ancestors; /* (element-type GtkWidget) (owned): of the widget with the focus, the nearest first; without the window */
} FocusGuard;

static gboolean
has_gone (FocusGuard *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL && gtk_widget_get_root (focus) != GTK_ROOT (self->window);
}

static gboolean
prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  return has_gone ((FocusGuard *) source);
}

static gboolean
check (GSource *source)
{
  return has_gone ((FocusGuard *) source);
}

/* In a list the focus goes with the selection. Left to itself, a list of GTK 4.8 selects what it thinks had the focus. */
static gboolean
focus_selected_row (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return gtk_widget_grab_focus (row);
  }
  return FALSE;
}

static gboolean
take_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* Taking the focus changes the ancestors, so they are held. */
static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  FocusGuard *self = (FocusGuard *) source;
  g_autoptr (GPtrArray) ancestors = g_ptr_array_ref (self->ancestors);
  gboolean taken = FALSE;

  for (guint i = 0; i < ancestors->len && !taken; i++) {
    GtkWidget *ancestor = ancestors->pdata[i];

    if (gtk_widget_get_root (ancestor) != GTK_ROOT (self->window) || !gtk_widget_get_mapped (ancestor))
      continue;
    if (GTK_IS_LIST_VIEW (ancestor)) {
      taken = focus_selected_row (ancestor);
      break;
    }
    taken = take_focus (ancestor);
  }
  if (!taken)
    gtk_window_set_focus (self->window, NULL);
  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  g_ptr_array_unref (((FocusGuard *) source)->ancestors);
}

static GSourceFuncs guard_functions = { prepare, check, dispatch, finalize, NULL, NULL };

static void
on_notify_focus (GtkWindow *window, GParamSpec *pspec, FocusGuard *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_ptr_array_unref (self->ancestors);
  self->ancestors = g_ptr_array_new_with_free_func (g_object_unref);
  if (focus == NULL)
    return;
  for (GtkWidget *ancestor = gtk_widget_get_parent (focus);
       ancestor != NULL && ancestor != GTK_WIDGET (window); ancestor = gtk_widget_get_parent (ancestor))
    g_ptr_array_add (self->ancestors, g_object_ref (ancestor));
}

static void
on_destroy (GtkWindow *window, FocusGuard *self)
{
  g_signal_handlers_disconnect_by_data (window, self);
  g_source_destroy (&self->source);
  g_source_unref (&self->source);
}

void
foyer_focus_guard_watch (GtkWindow *window)
{
  FocusGuard *self = (FocusGuard *) g_source_new (&guard_functions, sizeof *self);

  self->window = window;
  self->ancestors = g_ptr_array_new_with_free_func (g_object_unref);
  g_source_set_static_name (&self->source, "foyer-focus-guard");
  g_source_set_priority (&self->source, G_PRIORITY_HIGH);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_notify_focus), self);
  g_signal_connect (window, "destroy", G_CALLBACK (on_destroy), self);
  g_source_attach (&self->source, NULL);
}
