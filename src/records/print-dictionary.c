/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print-dictionary.c - prints the data dictionary, for docs/records.md */

#include "foyer-dictionary.h"

#include <stdio.h>

int
main (void)
{
  g_autofree char *text = foyer_dictionary ();

  return fputs (text, stdout) < 0 || fflush (stdout) != 0;
}
