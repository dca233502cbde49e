/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_file_choice_save_async:
 * @from: who asks: the dialog belongs to its window
 * @title: what the dialog is called
 * @name: what the file would be called
 * @cancellable: (nullable): closes the dialog
 *
 * Asks a person where to save a file.
 */
void foyer_file_choice_save_async (GtkWidget *from,
                                   const char *title,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_file_choice_save_finish:
 *
 * Returns: (transfer full) (nullable): where, or %NULL if she chose nothing
 */
GFile *foyer_file_choice_save_finish (GtkWidget *from, GAsyncResult *result);

/**
 * foyer_file_choice_open_async:
 * @from: who asks: the dialog belongs to its window
 * @title: what the dialog is called
 * @accept_label: what the button that ends it says
 * @cancellable: (nullable): closes the dialog
 *
 * Asks a person for files, of which there may be several.
 */
void foyer_file_choice_open_async (GtkWidget *from,
                                   const char *title,
                                   const char *accept_label,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_file_choice_open_finish:
 *
 * Returns: (transfer full) (nullable): the files, each a #GFile, or %NULL if she chose nothing
 */
GListModel *foyer_file_choice_open_finish (GtkWidget *from, GAsyncResult *result);

G_END_DECLS
