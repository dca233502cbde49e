/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-recovery-dialog.c - the file was damaged: what was kept, and what happens now */

#include "foyer-recovery-dialog.h"

#include "foyer-question-dialog.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

char *
foyer_recovery_describe (const FoyerRecovery *recovery)
{
  if (recovery->kept == 0)
    return g_strdup (
        _ ("The file of Foyer’s data was damaged and is being fetched anew; every action had left already."));
  return g_strdup_printf (
      ngettext (
          "The file of Foyer’s data was damaged and is being fetched anew; %u action that had not left was "
          "kept.",
          "The file of Foyer’s data was damaged and is being fetched anew; %u actions that had not left were "
          "kept.",
          recovery->kept),
      recovery->kept);
}

static void
on_launch_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    g_message ("The folder cannot be shown: %s", error->message);
}

static void
on_confirmed (GtkWindow *dialog)
{
  const char *damaged = g_object_get_data (G_OBJECT (dialog), "damaged-path");
  g_autofree char *folder = g_path_get_dirname (damaged);
  g_autofree char *address = g_filename_to_uri (folder, NULL, NULL);

  if (address != NULL)
    g_app_info_launch_default_for_uri_async (address, NULL, NULL, on_launch_ready, NULL);
}

GtkWindow *
foyer_recovery_dialog_new (GtkWindow *parent, const FoyerRecovery *recovery)
{
  g_autofree char *sentence = foyer_recovery_describe (recovery);
  GtkWindow *dialog = foyer_question_dialog_new (parent, _ ("Foyer’s Data Was Put Right"), sentence,
                                                 _ ("Continue"), _ ("Show Damaged File"));

  g_object_set_data_full (G_OBJECT (dialog), "damaged-path", g_strdup (recovery->damaged_path), g_free);
  g_signal_connect (dialog, "confirmed", G_CALLBACK (on_confirmed), NULL);
  return dialog;
}
