/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-verify-command.c - foyer-server verify: is the data whole? */

#include "backup/foyer-backup.h"
#include "commands/foyer-command.h"

static const char about[]
    = "Looks whether the data is whole: the database's pages, the numbers of changes and "
      "operations, that what the log says\n"
      "was written is there, and that every blob is there and is what its name says. "
      "The server may be running.\n"
      "Says what is wrong, a line each, and ends with status 1 if anything is.";

int
foyer_verify_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  gboolean quick = FALSE;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "Do not read blobs, only look that they are there", NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data"))
    return FOYER_EXIT_USAGE;
  if (!foyer_verify (directory, !quick, findings, &error))
    return foyer_command_fail (error);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s\n", (char *) findings->pdata[i]);
  if (findings->len > 0)
    return FOYER_EXIT_FAILED;
  g_print ("The data is whole.\n");
  return FOYER_EXIT_GOOD;
}
