/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-file-choice.c - asking a person for files: GtkFileDialog where GTK has it, which is since 4.10, and before it what it took the place of */

#include "foyer-file-choice.h"

static GtkWindow *
get_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A file or a list of files; %NULL is what a person chose who closed the dialog. */
static void
give (GTask *task, gpointer chosen)
{
  g_task_return_pointer (task, chosen, g_object_unref);
  g_object_unref (task);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  give (user_data, gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  give (user_data, gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL));
}

static void
ask_where_to_save (GTask *task, const char *title, const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (g_task_get_source_object (task)), g_task_get_cancellable (task),
                        on_saved, task);
}

static void
ask_what_to_open (GTask *task, const char *title, const char *accept_label)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept_label);
  gtk_file_dialog_open_multiple (dialog, get_window (g_task_get_source_object (task)),
                                 g_task_get_cancellable (task), on_opened, task);
}

#else

static void
end (GTask *task, GtkFileChooserNative *chooser, gpointer chosen)
{
  g_signal_handlers_disconnect_by_data (chooser, task);
  if (g_task_get_cancellable (task) != NULL)
    g_signal_handlers_disconnect_by_data (g_task_get_cancellable (task), task);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  give (task, chosen);
}

static void
on_response (GtkFileChooserNative *chooser, int response, GTask *task)
{
  GtkFileChooser *files = GTK_FILE_CHOOSER (chooser);
  gboolean several = gtk_file_chooser_get_select_multiple (files);

  if (response != GTK_RESPONSE_ACCEPT)
    end (task, chooser, NULL);
  else
    end (task, chooser,
         several ? (gpointer) gtk_file_chooser_get_files (files)
                 : (gpointer) gtk_file_chooser_get_file (files));
}

static void
on_cancelled (GCancellable *cancellable, GTask *task)
{
  end (task, g_task_get_task_data (task), NULL);
}

static void
show (GTask *task, GtkFileChooserNative *chooser)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_task_set_task_data (task, chooser, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response), task);
  if (cancellable != NULL)
    g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
ask_where_to_save (GTask *task, const char *title, const char *name)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, get_window (g_task_get_source_object (task)),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show (task, chooser);
}

static void
ask_what_to_open (GTask *task, const char *title, const char *accept_label)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, get_window (g_task_get_source_object (task)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, accept_label, NULL);

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  show (task, chooser);
}

#endif

static GTask *
create_task (GtkWidget *from,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data,
             gpointer tag)
{
  GTask *task = g_task_new (from, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* Who closed the dialog from the program is told the same as if a person had. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

void
foyer_file_choice_save_async (GtkWidget *from,
                              const char *title,
                              const char *name,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  ask_where_to_save (create_task (from, cancellable, callback, user_data, foyer_file_choice_save_async),
                     title, name);
}

GFile *
foyer_file_choice_save_finish (GtkWidget *from, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, from), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
foyer_file_choice_open_async (GtkWidget *from,
                              const char *title,
                              const char *accept_label,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  ask_what_to_open (create_task (from, cancellable, callback, user_data, foyer_file_choice_open_async), title,
                    accept_label);
}

GListModel *
foyer_file_choice_open_finish (GtkWidget *from, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, from), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
