/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backup-command.c - foyer-server backup: everything in one file */

#include "backup/foyer-backup.h"
#include "commands/foyer-command.h"

static const char about[] = "Writes everything the server knows, of one moment, into one file: records, log, "
                            "sign-ins, blobs. The server may be\n"
                            "running. The file is as secret as the data; a file of that name is replaced "
                            "once the new one is whole.";

int
foyer_backup_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &path, "The backup", "FILE" },
    { NULL },
  };
  g_auto (FoyerBackupReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data to"))
    return FOYER_EXIT_USAGE;
  if (!foyer_backup_make (directory, path, &report, &error))
    return foyer_command_fail (error);
  g_print ("The backup is whole: %u blobs, %" G_GINT64_FORMAT " bytes of them.\n", report.blobs,
           report.bytes);
  for (guint i = 0; i < report.missing->len; i++)
    g_printerr ("foyer-server: blob %s, which a record names, is missing or damaged\n",
                (char *) report.missing->pdata[i]);
  return report.missing->len == 0 ? FOYER_EXIT_GOOD : FOYER_EXIT_FAILED;
}
