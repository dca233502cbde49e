/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-picture.c - a picture of a page, as a file */

#include "foyer-preview-picture.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GdkTexture *picture;
  GFile *file;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->picture);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
save_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (saving->picture);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents (saving->file, data, size, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
foyer_preview_picture_save_async (GdkTexture *picture,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->picture = g_object_ref (picture);
  saving->file = g_object_ref (file);
  g_task_set_source_tag (task, foyer_preview_picture_save_async);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_in_worker);
}

gboolean
foyer_preview_picture_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
foyer_preview_picture_name (const char *title)
{
  /* Translators: the name of a file; %s is what a page is called. */
  char *name = g_strdup_printf (_ ("Portal, %s.png"), title == NULL || *title == '\0' ? _ ("page") : title);

  return g_strdelimit (name, "/\\:", '-');
}
