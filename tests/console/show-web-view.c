/* SPDX-License-Identifier: GPL-3.0-or-later */
/* show-web-view.c - a page of the portal in the web room, to be looked at: show-web-view PAGE.html STYLE.css WIDTH PICTURE.png
 *
 * Writes a picture of the whole page as it is WIDTH CSS pixels wide, and goes on to show it until the window is closed. */

#include "foyer-web-fixture.h"

static gboolean
on_close (GtkWindow *window, gpointer user_data)
{
  gboolean *closed = user_data;

  *closed = TRUE;
  return TRUE;
}

int
main (int argc, char **argv)
{
  FoyerWebFixture fixture = { NULL };
  g_autofree char *page = NULL;
  g_autofree char *style = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  g_autoptr (GRegex) links = g_regex_new ("href=\"[^\"]*\\.css\"", 0, 0, NULL);
  g_autofree char *styled = NULL;
  gboolean closed = FALSE;

  if (argc != 5 || !g_file_get_contents (argv[1], &page, NULL, &error)
      || !g_file_get_contents (argv[2], &style, NULL, &error)) {
    g_printerr ("show-web-view PAGE.html STYLE.css WIDTH PICTURE.png\n%s\n",
                error == NULL ? "" : error->message);
    return 2;
  }
  gtk_init ();
  styled = g_regex_replace_literal (links, page, -1, 0, "href=\"/style.css\"", 0, NULL);
  foyer_web_fixture_set_up (&fixture, NULL);
  foyer_web_fixture_put (&fixture, "/", styled);
  foyer_web_fixture_put (&fixture, "/style.css", style);
  foyer_web_fixture_open (&fixture);
  foyer_web_fixture_show (&fixture, "/");
  picture = foyer_web_fixture_take_picture (&fixture, (int) g_ascii_strtoll (argv[3], NULL, 10), TRUE);
  gdk_texture_save_to_png (picture, argv[4]);
  g_signal_connect (fixture.window, "close-request", G_CALLBACK (on_close), &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  foyer_web_fixture_tear_down (&fixture, NULL);
  return 0;
}
