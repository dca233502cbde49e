/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-app-password-command.c - foyer-server app-password: a password for a program that cannot open a browser */

#include "commands/foyer-command.h"
#include "commands/foyer-control-request.h"
#include "commands/foyer-control.h"

static const char about[]
    = "Prints a password with which a program speaks JMAP as NAME, by Basic or Bearer authorization. It is "
      "shown once, has\nthe rights of NAME, and holds until its device is signed out in a console. The "
      "server "
      "may be running or not.";

int
foyer_app_password_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *user = NULL;
  g_autofree char *device = NULL;
  g_autofree char *organisation = NULL;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { "user", 0, 0, G_OPTION_ARG_FILENAME, &user, "Whose rights it has", "NAME" },
    { "device", 0, 0, G_OPTION_ARG_FILENAME, &device, "What the list of devices calls it", "WORDS" },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation,
      "Of which organisation, if there are several", "SLUG" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *password = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data user device"))
    return FOYER_EXIT_USAGE;
  line = foyer_control_request_app_password (user, device, organisation);
  password = foyer_control_ask (directory, line, NULL, &error);
  if (password == NULL)
    return foyer_command_fail (error);
  g_print ("%s\n", password);
  return FOYER_EXIT_GOOD;
}
