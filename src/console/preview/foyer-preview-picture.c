/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-picture.c - pictures of a page: copied, or saved as a file */

#include "foyer-preview-picture.h"

#include "foyer-file-choice.h"

#include <glib/gi18n-lib.h>

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAreaPage) area = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture
      = foyer_preview_frame_take_picture_finish (FOYER_PREVIEW_FRAME (source), result, &error);

  if (picture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (area)), picture);
  foyer_area_page_say (area, picture != NULL ? _ ("Picture copied") : error->message);
}

void
foyer_preview_picture_copy (FoyerPreviewFrame *frame, FoyerAreaPage *area)
{
  foyer_preview_frame_take_picture_async (frame, NULL, on_copied, g_object_ref (area));
}

/* --- Saving --- */

typedef struct {
  FoyerAreaPage *area;
  FoyerPreviewFrame *frame;
  GFile *file;         /* (nullable): once it is chosen */
  GdkTexture *picture; /* (nullable): once it is taken */
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->area);
  g_clear_object (&saving->frame);
  g_clear_object (&saving->file);
  g_clear_object (&saving->picture);
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

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAreaPage) area = user_data;
  g_autoptr (GError) error = NULL;

  foyer_area_page_say (area, g_task_propagate_boolean (G_TASK (result), &error) ? _ ("Picture saved")
                                                                                : error->message);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  saving->picture = foyer_preview_frame_take_picture_finish (FOYER_PREVIEW_FRAME (source), result, &error);
  if (saving->picture == NULL) {
    foyer_area_page_say (saving->area, error->message);
    free_saving (saving);
    return;
  }
  task = g_task_new (NULL, NULL, on_saved, g_object_ref (saving->area));
  /* Widgets are let go on the main thread, and the worker may be the last to hold the task. */
  g_clear_object (&saving->area);
  g_clear_object (&saving->frame);
  g_task_set_source_tag (task, foyer_preview_picture_save);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_in_worker);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;

  saving->file = foyer_file_choice_save_finish (GTK_WIDGET (source), result);
  if (saving->file == NULL)
    free_saving (saving);
  else
    foyer_preview_frame_take_picture_async (saving->frame, NULL, on_taken, saving);
}

/* A name without anybody's name in it. */
static char *
make_name (const char *title)
{
  /* Translators: the name of a file; %s is what a page is called. */
  char *name = g_strdup_printf (_ ("Portal, %s.png"), *title == '\0' ? _ ("page") : title);

  return g_strdelimit (name, "/\\:", '-');
}

void
foyer_preview_picture_save (FoyerPreviewFrame *frame, FoyerAreaPage *area, const char *title)
{
  g_autofree char *name = make_name (title);
  Saving *saving = g_new0 (Saving, 1);

  saving->area = g_object_ref (area);
  saving->frame = g_object_ref (frame);
  foyer_file_choice_save_async (GTK_WIDGET (area), _ ("Save Picture"), name, NULL, on_chosen, saving);
}
