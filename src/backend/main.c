/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c - foyer-server: one program, several commands */

#include "commands/foyer-command.h"

#include <locale.h>
#include <sodium.h>

static const struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *about;
} commands[] = {
  { "run", foyer_run_command, "Serve portals and consoles" },
  { "init", foyer_init_command, "Make an organisation and its first administrator" },
  { "sample", foyer_sample_command, "Make an invented business to try things with" },
  { "code", foyer_code_command, "Print a one-time code with which a console signs in" },
  { "app-password", foyer_app_password_command, "Print a password for a program that speaks JMAP" },
  { "links", foyer_links_command, "Print a fresh link into a client's portal" },
  { "bounce", foyer_bounce_command, "Read what a mail server says became of a mail" },
  { "backup", foyer_backup_command, "Write everything into one file" },
  { "restore", foyer_restore_command, "Put a backup in place of the data" },
  { "verify", foyer_verify_command, "Look whether the data is whole" },
};

static void
print_help (void)
{
  g_print ("foyer-server keeps a service business's records and shows each client their part of them.\n\n"
           "Usage:\n"
           "  foyer-server COMMAND [OPTION…]\n\n"
           "Commands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-14s%s\n", commands[i].name, commands[i].about);
  g_print ("\nfoyer-server COMMAND --help says more. To begin:\n"
           "  foyer-server sample --data DIR\n"
           "  foyer-server run --data DIR --listen 127.0.0.1:8080\n"
           "  foyer-server links --data DIR\n"
           "  foyer-server code --data DIR --user ana\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (sodium_init () < 0) {
    g_printerr ("foyer-server: libsodium cannot be used\n");
    return FOYER_EXIT_FAILED;
  }
  if (argc >= 2
      && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))) {
    print_help ();
    return FOYER_EXIT_GOOD;
  }
  if (argc >= 2 && g_str_equal (argv[1], "--version")) {
    g_print ("foyer-server %s\n", FOYER_VERSION);
    return FOYER_EXIT_GOOD;
  }
  for (guint i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  }
  if (argc >= 2)
    g_printerr ("foyer-server: there is no command “%s”\n", argv[1]);
  g_printerr ("Try: foyer-server --help\n");
  return FOYER_EXIT_USAGE;
}
