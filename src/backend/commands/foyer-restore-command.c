/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-restore-command.c - foyer-server restore: a backup becomes the data */

#include "backup/foyer-backup.h"
#include "commands/foyer-command.h"

static const char about[] = "Puts a backup in place of the server's data. The server must not be running. "
                            "Consoles notice, get everything anew and\n"
                            "send again what they did after the backup was made. Whoever was signed in then "
                            "is signed in again: devices that\n"
                            "were signed out since must be signed out anew.";

int
foyer_restore_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  gboolean replace = FALSE;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data shall live; made if missing",
      "DIR" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &path, "The backup", "FILE" },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, "Put data that is there aside, as foyer.db.replaced",
      NULL },
    { NULL },
  };
  g_auto (FoyerBackupReport) report = { 0 };
  g_autoptr (FoyerRandom) random = NULL;
  g_autoptr (GError) error = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data from"))
    return FOYER_EXIT_USAGE;
  random = foyer_random_new ();
  if (!foyer_backup_restore (path, directory, replace, random, &report, &error))
    return foyer_command_fail (error);
  g_print ("The data is restored, with %u blobs.\n", report.blobs);
  return FOYER_EXIT_GOOD;
}
