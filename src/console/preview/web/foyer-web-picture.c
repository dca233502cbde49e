/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-picture.c - a picture of the page as it would be at some width */

#include "foyer-web-picture.h"
#include "foyer-web-frame.h"

/* The web process learns of another size a little later than of the wish for a picture, and some pictures are still of the size before. */
#define MOST_TRIES 20

typedef struct {
  int css_width;
  gboolean whole;
  guint tries;
} Wish;

static void take (GTask *task);

static gboolean
has_width (FoyerWebFrame *frame, const Wish *wish, GdkTexture *picture)
{
  int width = wish->css_width == 0 ? foyer_web_frame_get_drawn_width (frame) : wish->css_width;

  return gdk_texture_get_width (picture) == width * gtk_widget_get_scale_factor (GTK_WIDGET (frame));
}

static void
on_snapshot_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  FoyerWebFrame *frame = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);
  g_autoptr (GdkTexture) picture
      = webkit_web_view_get_snapshot_finish (WEBKIT_WEB_VIEW (source), result, &error);

  if (picture != NULL && !has_width (frame, wish, picture) && wish->tries < MOST_TRIES
      && foyer_web_frame_get_web (frame) != NULL) {
    take (g_steal_pointer (&task));
    return;
  }
  foyer_web_frame_pose (frame, 0);
  if (picture == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!has_width (frame, wish, picture))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The page did not take the width");
  else
    g_task_return_pointer (task, g_steal_pointer (&picture), g_object_unref);
}

static void
take (GTask *task)
{
  FoyerWebFrame *frame = g_task_get_source_object (task);
  Wish *wish = g_task_get_task_data (task);

  wish->tries++;
  webkit_web_view_get_snapshot (foyer_web_frame_get_web (frame),
                                wish->whole ? WEBKIT_SNAPSHOT_REGION_FULL_DOCUMENT
                                            : WEBKIT_SNAPSHOT_REGION_VISIBLE,
                                WEBKIT_SNAPSHOT_OPTIONS_NONE, g_task_get_cancellable (task),
                                on_snapshot_ready, task);
}

void
foyer_web_picture_take_async (GtkWidget *view,
                              int css_width,
                              gboolean whole,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (view, cancellable, callback, user_data);
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ .css_width = css_width, .whole = whole };
  g_task_set_source_tag (task, foyer_web_picture_take_async);
  g_task_set_task_data (task, wish, g_free);
  foyer_web_frame_pose (FOYER_WEB_FRAME (view), css_width);
  take (task);
}

GdkTexture *
foyer_web_picture_take_finish (GtkWidget *view, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
