/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c - starts the console */

#include "foyer-application.h"
#include "foyer-heap.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (FoyerApplication) application = NULL;

  foyer_heap_prepare ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOYER_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = foyer_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
