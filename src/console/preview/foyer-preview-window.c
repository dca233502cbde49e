/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-window.c - a preview in a window of its own */

#include "foyer-preview-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1000
#define HEIGHT 760
#define LEAST_HEIGHT 480

struct _FoyerPreviewWindow {
  AdwWindow parent_instance;

  FoyerPreviewPage *page;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewWindow, foyer_preview_window, ADW_TYPE_WINDOW)

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerPreviewWindow *self = user_data;

  if (!foyer_area_page_back (FOYER_AREA_PAGE (self->page)))
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_sync (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerDesk *desk = foyer_area_page_get_desk (FOYER_AREA_PAGE (FOYER_PREVIEW_WINDOW (user_data)->page));

  if (desk != NULL)
    foyer_desk_sync_now (desk);
}

static const GActionEntry entries[] = {
  { .name = "back", .activate = on_back },
  { .name = "sync", .activate = on_sync },
};

static void
foyer_preview_window_dispose (GObject *object)
{
  FoyerPreviewWindow *self = FOYER_PREVIEW_WINDOW (object);

  if (self->page != NULL)
    foyer_area_page_stop (FOYER_AREA_PAGE (self->page));
  self->page = NULL;
  G_OBJECT_CLASS (foyer_preview_window_parent_class)->dispose (object);
}

static void
foyer_preview_window_class_init (FoyerPreviewWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_preview_window_dispose;
}

static void
foyer_preview_window_init (FoyerPreviewWindow *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (actions));
  self->page = FOYER_PREVIEW_PAGE (foyer_preview_page_new ());
  gtk_window_set_title (GTK_WINDOW (self), _ ("Client Portal Preview"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, LEAST_HEIGHT);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->page));
}

FoyerPreviewWindow *
foyer_preview_window_new (FoyerDesk *desk)
{
  FoyerPreviewWindow *self = g_object_new (FOYER_TYPE_PREVIEW_WINDOW, NULL);

  g_object_set (self->page, "desk", desk, NULL);
  return self;
}

FoyerPreviewPage *
foyer_preview_window_get_page (FoyerPreviewWindow *self)
{
  g_return_val_if_fail (FOYER_IS_PREVIEW_WINDOW (self), NULL);

  return self->page;
}
