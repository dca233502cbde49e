/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print-dictionary.c - prints the data dictionary, for docs/records.md, or the registry of settings, for docs/settings.md */

#include "foyer-dictionary.h"

#include <stdio.h>
#include <string.h>

int
main (int argc, char **argv)
{
  gboolean settings = argc > 1 && strcmp (argv[1], "settings") == 0;
  g_autofree char *text = settings ? foyer_settings_dictionary () : foyer_dictionary ();

  return fputs (text, stdout) < 0 || fflush (stdout) != 0;
}
