/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-code-command.c - foyer-server code: a one-time code for a console */

#include "commands/foyer-command.h"
#include "commands/foyer-control-request.h"
#include "commands/foyer-control.h"

static const char about[] = "Prints a code with which a console signs in as NAME: foyer --sign-in ADDRESS "
                            "--code-stdin. It works once, within\n"
                            "ten minutes. The server may be running or not.";

int
foyer_code_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *user = NULL;
  g_autofree char *organisation = NULL;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { "user", 0, 0, G_OPTION_ARG_FILENAME, &user, "Who signs in", "NAME" },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation,
      "Of which organisation, if there are several", "SLUG" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *code = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data user"))
    return FOYER_EXIT_USAGE;
  line = foyer_control_request_code (user, organisation);
  code = foyer_control_ask (directory, line, NULL, &error);
  if (code == NULL)
    return foyer_command_fail (error);
  g_print ("%s\n", code);
  return FOYER_EXIT_GOOD;
}
