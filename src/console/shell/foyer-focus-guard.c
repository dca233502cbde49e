/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-focus-guard.c - a focus whose widget has gone finds another place before the next key */

#include "foyer-focus-guard.h"

/*
 * Nothing tells that a widget with the focus was taken away, so each turn of the main loop looks, before it hears any event.
 *
 * What has gone is held, with all that it was in, until the turn after it lost the focus: a label of GTK 4.8 that takes the focus asks
 * afterwards about what had it before, and what a template binds must not outlive the template.
 */
typedef struct {
  GSource source;
  GtkWindow *window; /* not owned: it destroys the guard */
  GPtrArray *path;   /* (element-type GtkWidget): what has the focus and all around it below the window */
  GPtrArray *left;   /* (nullable): the paths before, since the last turn */
} FocusGuard;

static gboolean
has_gone (FocusGuard *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL && gtk_widget_get_root (focus) != GTK_ROOT (self->window);
}

static gboolean
check (GSource *source)
{
  FocusGuard *self = (FocusGuard *) source;

  return self->left != NULL || has_gone (self);
}

static gboolean
prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  return check (source);
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

/* Taking the focus changes the path, so it is held. */
static void
find_place (FocusGuard *self)
{
  g_autoptr (GPtrArray) path = g_ptr_array_ref (self->path);
  gboolean taken = FALSE;

  for (guint i = 0; i < path->len && !taken; i++) {
    GtkWidget *ancestor = path->pdata[i];

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
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  FocusGuard *self = (FocusGuard *) source;

  g_clear_pointer (&self->left, g_ptr_array_unref);
  if (has_gone (self))
    find_place (self);
  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  FocusGuard *self = (FocusGuard *) source;

  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_ptr_array_unref (self->path);
}

static GSourceFuncs guard_functions = { prepare, check, dispatch, finalize, NULL, NULL };

static void
on_notify_focus (GtkWindow *window, GParamSpec *pspec, FocusGuard *self)
{
  if (self->left == NULL)
    self->left = self->path;
  else
    g_ptr_array_extend_and_steal (self->left, self->path);
  self->path = g_ptr_array_new_with_free_func (g_object_unref);
  for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL && widget != GTK_WIDGET (window);
       widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (self->path, g_object_ref (widget));
}

static void
on_destroy (GtkWindow *window, FocusGuard *self)
{
  g_signal_handlers_disconnect_by_data (window, self);
  gtk_window_set_focus (window, NULL);
  g_source_destroy (&self->source);
  g_source_unref (&self->source);
}

void
foyer_focus_guard_watch (GtkWindow *window)
{
  FocusGuard *self = (FocusGuard *) g_source_new (&guard_functions, sizeof *self);

  self->window = window;
  self->path = g_ptr_array_new_with_free_func (g_object_unref);
  g_source_set_static_name (&self->source, "foyer-focus-guard");
  g_source_set_priority (&self->source, G_PRIORITY_HIGH);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_notify_focus), self);
  g_signal_connect (window, "destroy", G_CALLBACK (on_destroy), self);
  g_source_attach (&self->source, NULL);
}
