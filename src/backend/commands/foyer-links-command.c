/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-links-command.c - foyer-server links: a fresh direct link into a client's portal */

#include "commands/foyer-command.h"
#include "commands/foyer-control-request.h"
#include "commands/foyer-control.h"
#include "commands/foyer-public-address.h"

static const char about[]
    = "Prints a fresh link that opens a client's portal in a browser. Older links go on working. A running "
      "server knows\n"
      "the portal's address itself; without one it follows from the address that the server will have.";

int
foyer_links_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *address = NULL;
  g_autofree char *client = NULL;
  g_autofree char *organisation = NULL;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives", "DIR" },
    { "address", 0, 0, G_OPTION_ARG_FILENAME, &address, "Of the server, such as http://127.0.0.1:8080",
      "ADDRESS" },
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &client, "Whose portal, by name or how it begins; else anyone's",
      "NAME" },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &organisation,
      "Of which organisation, if there are several", "SLUG" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  g_autofree char *template = NULL;
  g_autofree char *link = NULL;

  if (!foyer_command_parse (argc, argv, about, options, "data"))
    return FOYER_EXIT_USAGE;
  if (address != NULL) {
    template = foyer_public_address_guess (address, &error);
    if (template == NULL)
      return foyer_command_fail (error);
  }
  line = foyer_control_request_link (client, organisation);
  link = foyer_control_ask (directory, line, template, &error);
  if (link == NULL)
    return foyer_command_fail (error);
  g_print ("%s\n", link);
  return FOYER_EXIT_GOOD;
}
