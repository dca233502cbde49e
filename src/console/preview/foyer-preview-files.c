/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-files.c - fetches what a page shows and this computer has not */

#include "foyer-preview-files.h"

struct _FoyerPreviewFiles {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL once it has stopped */
  GCancellable *cancellable;

  /* State. */
  GHashTable *wanted; /* (element-type utf8): also what came or cannot be had */
  guint under_way;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFiles, foyer_preview_files, G_TYPE_OBJECT)

static guint came_signal;

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPreviewFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);

  if (path == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("A file of a page could not be had: %s", error->message);
  self->under_way--;
  if (self->under_way == 0 && self->desk != NULL)
    g_signal_emit (self, came_signal, 0);
}

void
foyer_preview_files_want (FoyerPreviewFiles *self, const char *blob_id)
{
  FoyerSyncEngine *engine;

  g_return_if_fail (FOYER_IS_PREVIEW_FILES (self) && blob_id != NULL);

  engine = self->desk == NULL ? NULL : foyer_desk_get_engine (self->desk);
  if (engine == NULL || !foyer_desk_is_online (self->desk)
      || !g_hash_table_add (self->wanted, g_strdup (blob_id)))
    return;
  self->under_way++;
  foyer_sync_engine_get_file_async (engine, blob_id, "application/octet-stream", self->cancellable,
                                    on_file_ready, g_object_ref (self));
}

void
foyer_preview_files_stop (FoyerPreviewFiles *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FILES (self));

  g_cancellable_cancel (self->cancellable);
  self->desk = NULL;
}

static void
foyer_preview_files_finalize (GObject *object)
{
  FoyerPreviewFiles *self = FOYER_PREVIEW_FILES (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->wanted);
  G_OBJECT_CLASS (foyer_preview_files_parent_class)->finalize (object);
}

static void
foyer_preview_files_class_init (FoyerPreviewFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_preview_files_finalize;
  came_signal = g_signal_new ("came", FOYER_TYPE_PREVIEW_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
foyer_preview_files_init (FoyerPreviewFiles *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FoyerPreviewFiles *
foyer_preview_files_new (FoyerDesk *desk)
{
  FoyerPreviewFiles *self = g_object_new (FOYER_TYPE_PREVIEW_FILES, NULL);

  self->desk = desk;
  return self;
}
