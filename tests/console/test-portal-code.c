/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-code.c - what the console draws of the portal's address is read as that address by whoever scans it (003-22) */

#include "foyer-heard-names.h"
#include "foyer-portal-address-row.h"
#include "foyer-portal-code-dialog.h"
#include "foyer-qr-code.h"
#include "foyer-resources.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define ADDRESS "https://northwind-heating.portal.example"

/* What zbar, a reader that is none of ours, sees in the picture in @path; NULL if there is no zbar here. */
static char *
scan (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  const char *argv[] = { program, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path, NULL };
  g_autofree char *seen = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &seen, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return g_strdup (g_strchomp (seen));
}

static gboolean
is_written (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) && length > 8
         && memcmp (bytes + length - 8, "IEND", 4) == 0;
}

static void
test_saved_code_is_read (void)
{
  g_autofree char *directory = g_dir_make_tmp ("foyer-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "code.png", NULL);
  g_autofree char *seen = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog = foyer_portal_code_dialog_new (NULL, ADDRESS);

  gtk_window_present (dialog);
  foyer_test_settle ();
  foyer_assert_all_have_names (GTK_WIDGET (dialog));
  foyer_portal_code_dialog_save (FOYER_PORTAL_CODE_DIALOG (dialog), file);
  while (!is_written (path))
    g_main_context_iteration (NULL, TRUE);
  foyer_test_settle ();
  seen = scan (path);
  if (seen == NULL)
    g_test_skip ("zbarimg is not here");
  else
    g_assert_cmpstr (seen, ==, ADDRESS);
  gtk_window_destroy (dialog);
  g_unlink (path);
  g_rmdir (directory);
}

/* Cameras need a white frame of four modules around it (ISO/IEC 18004), in the dark style too. */
static void
test_frame_is_white (void)
{
  g_autoptr (GdkTexture) code = foyer_qr_code_draw (ADDRESS);
  int width = gdk_texture_get_width (code);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) width);

  g_assert_cmpint (width, ==, gdk_texture_get_height (code));
  g_assert_cmpint (width % 12, ==, 0);
  gdk_texture_download (code, (guchar *) pixels, (gsize) width * 4);
  for (int y = 0; y < width; y++) {
    for (int x = 0; x < width; x++) {
      if (MIN (MIN (x, y), MIN (width - 1 - x, width - 1 - y)) < 4 * 12)
        g_assert_cmpuint (pixels[y * width + x] & 0xffffff, ==, 0xffffff);
    }
  }
  g_assert_cmpuint (pixels[4 * 12 * width + 4 * 12] & 0xffffff, ==, 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* What a mail to clients can say, with the address in it (003-22). */
static void
test_sentence_is_copied (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = foyer_portal_address_row_new (ADDRESS, "It is here: " ADDRESS);
  g_autofree char *text = NULL;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_window_set_child (GTK_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  foyer_test_settle ();
  foyer_assert_all_have_names (window);
  g_assert_true (gtk_widget_activate_action (row, "portal-address.copy-sentence", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (row), NULL, on_read, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "It is here: " ADDRESS);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_too_long (void)
{
  g_autofree char *endless = g_strnfill (5000, 'a');
  GtkWindow *dialog;

  g_assert_null (foyer_qr_code_draw (endless));
  dialog = foyer_portal_code_dialog_new (NULL, endless);
  gtk_window_destroy (dialog);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

  g_test_add_func ("/console/portal-code/saved-code-is-read", test_saved_code_is_read);
  g_test_add_func ("/console/portal-code/frame-is-white", test_frame_is_white);
  g_test_add_func ("/console/portal-code/sentence-is-copied", test_sentence_is_copied);
  g_test_add_func ("/console/portal-code/too-long", test_too_long);
  return g_test_run ();
}
