/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-command.c - foyer-server sample: a business to try things with */

#include "commands/foyer-command.h"

#include "accounts/foyer-staff-sign-in.h"
#include "commands/foyer-sample-store.h"
#include "sample/foyer-sample.h"

static const char about[] = "Fills a server with an invented business: staff, clients, months of visits, "
                            "bookings that wait. The same seed makes\n"
                            "the same business. The server must not be running.";

#define PASSWORD_BYTES 16

int
foyer_sample_command (int argc, char **argv)
{
  g_autofree char *directory = NULL;
  g_autofree char *slug = NULL;
  gint64 seed = 1;
  int clients = 0;
  int messages = 0;
  const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Where the server's data lives; made if missing",
      "DIR" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Which business; else 1", "N" },
    { "clients", 0, 0, G_OPTION_ARG_INT, &clients, "How many clients; else 48", "N" },
    { "messages", 0, 0, G_OPTION_ARG_INT, &messages, "About how many messages; else 400", "N" },
    { "slug", 0, 0, G_OPTION_ARG_FILENAME, &slug, "First part of the portal's address; else northwind",
      "SLUG" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *password = NULL;
  FoyerBackend *backend;
  gint64 count;

  if (!foyer_command_parse (argc, argv, about, options, "data"))
    return FOYER_EXIT_USAGE;
  if (clients < 0 || messages < 0) {
    g_printerr ("foyer-server sample: numbers of clients and messages are 0 or more\n");
    return FOYER_EXIT_USAGE;
  }
  backend = foyer_command_open (directory, NULL, &error);
  if (backend == NULL)
    return foyer_command_fail (error);
  password = foyer_random_token (foyer_backend_get_random (backend), PASSWORD_BYTES);
  count = foyer_sample_store (backend,
                              &(FoyerSampleOptions){
                                  .seed = (guint64) seed,
                                  .clients = (guint) clients,
                                  .messages = (guint) messages,
                                  .now = foyer_clock_now_seconds (foyer_backend_get_clock (backend)) },
                              slug, password, &error);
  foyer_command_close (backend);
  if (count < 0)
    return foyer_command_fail (error);
  g_print ("The sample business has %" G_GINT64_FORMAT " records.\n"
           "Staff sign in as ana, ben or vera with the password %s\n",
           count, password);
  return FOYER_EXIT_GOOD;
}
