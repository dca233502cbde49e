/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-thumbnail.c - a small view of a picture of the business */

#include "foyer-picture-thumbnail.h"

#include "foyer-raster.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-engine.h"

/* Of what is shown. */
#define WIDTH 96
#define HEIGHT 40

/* What has more pixels is no logo, and would take long. */
#define MOST_PIXELS (16 * G_GINT64_CONSTANT (1000000))

struct _FoyerPictureThumbnail {
  AdwBin parent_instance;

  FoyerStore *store;
  FoyerSyncEngine *engine;   /* (nullable): %NULL without a server */
  GCancellable *cancellable; /* (nullable): of what is got */
  char *blob_id;             /* (nullable): that is shown or being got */
};

G_DEFINE_FINAL_TYPE (FoyerPictureThumbnail, foyer_picture_thumbnail, ADW_TYPE_BIN)

static void
show_texture (FoyerPictureThumbnail *self, GdkTexture *texture)
{
  gtk_picture_set_paintable (GTK_PICTURE (adw_bin_get_child (ADW_BIN (self))), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self), texture != NULL);
}

static gboolean
is_small_enough (GBytes *bytes)
{
  FoyerRaster raster;

  return foyer_raster_read (bytes, &raster) && (gint64) raster.width * raster.height <= MOST_PIXELS;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = file == NULL ? NULL : g_mapped_file_get_bytes (file);
  GdkTexture *texture = NULL;

  if (bytes != NULL && is_small_enough (bytes))
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_texture (FOYER_PICTURE_THUMBNAIL (source), texture);
}

/* @path: (transfer full) (nullable): %NULL if it is not here */
static void
read_file (FoyerPictureThumbnail *self, char *path)
{
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    return;
  task = g_task_new (self, self->cancellable, on_read, NULL);
  g_task_set_source_tag (task, read_file);
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPictureThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);

  if (self->cancellable != NULL && !g_cancellable_is_cancelled (self->cancellable))
    read_file (self, path);
  else
    g_free (path);
}

static void
forget (FoyerPictureThumbnail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->blob_id, g_free);
}

static void
foyer_picture_thumbnail_dispose (GObject *object)
{
  FoyerPictureThumbnail *self = FOYER_PICTURE_THUMBNAIL (object);

  forget (self);
  g_clear_object (&self->store);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (foyer_picture_thumbnail_parent_class)->dispose (object);
}

static void
foyer_picture_thumbnail_class_init (FoyerPictureThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_picture_thumbnail_dispose;
}

static void
foyer_picture_thumbnail_init (FoyerPictureThumbnail *self)
{
  GtkWidget *picture = gtk_picture_new ();

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, WIDTH, HEIGHT);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foyer-thumbnail");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), picture);
}

GtkWidget *
foyer_picture_thumbnail_new (FoyerDesk *desk, gboolean is_for_dark)
{
  FoyerPictureThumbnail *self = g_object_new (FOYER_TYPE_PICTURE_THUMBNAIL, "accessible-role",
                                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->store = g_object_ref (foyer_desk_get_store (desk));
  g_set_object (&self->engine, foyer_desk_get_engine (desk));
  if (is_for_dark)
    gtk_widget_add_css_class (GTK_WIDGET (self), "for-dark");
  return GTK_WIDGET (self);
}

void
foyer_picture_thumbnail_show (FoyerPictureThumbnail *self, const char *blob_id)
{
  g_return_if_fail (FOYER_IS_PICTURE_THUMBNAIL (self));

  if (g_strcmp0 (self->blob_id, blob_id) == 0)
    return;
  forget (self);
  show_texture (self, NULL);
  if (blob_id == NULL)
    return;
  self->blob_id = g_strdup (blob_id);
  self->cancellable = g_cancellable_new ();
  if (self->engine != NULL)
    foyer_sync_engine_get_file_async (self->engine, blob_id, "application/octet-stream", self->cancellable,
                                      on_file_ready, g_object_ref (self));
  else
    read_file (self, foyer_store_get_blob_path (self->store, blob_id));
}
