/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-command.c - what the commands of foyer-server share */

#include "commands/foyer-command.h"

#include <string.h>

static void
say_wrong (const char *command, const char *message)
{
  g_printerr ("foyer-server %s: %s\nTry: foyer-server %s --help\n", command, message, command);
}

static gboolean
check_option (const char *command, const GOptionEntry *option, const char *const *needed)
{
  const char *value = option->arg == G_OPTION_ARG_FILENAME ? *(char **) option->arg_data : NULL;
  g_autofree char *message = NULL;

  if (value == NULL && g_strv_contains (needed, option->long_name))
    message = g_strdup_printf ("--%s is missing", option->long_name);
  else if (value != NULL && !g_utf8_validate (value, -1, NULL))
    message = g_strdup_printf ("the value of --%s is not UTF-8", option->long_name);
  if (message != NULL)
    say_wrong (command, message);
  return message == NULL;
}

gboolean
foyer_command_parse (int argc,
                     char **argv,
                     const char *about,
                     const GOptionEntry *options,
                     const char *needed)
{
  g_autofree char *name = g_strconcat ("foyer-server ", argv[0], NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) copy = g_new0 (char *, argc + 1);
  g_auto (GStrv) names = g_strsplit (needed, " ", -1);
  g_autoptr (GError) error = NULL;
  gboolean is_good = TRUE;

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_set_prgname (name);
  g_option_context_set_summary (context, about);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse_strv (context, &copy, &error)) {
    say_wrong (argv[0], error->message);
    return FALSE;
  }
  if (copy[1] != NULL) {
    g_autofree char *message = g_strdup_printf ("“%s” is one argument too many", copy[1]);

    say_wrong (argv[0], message);
    return FALSE;
  }
  for (guint i = 0; is_good && options[i].long_name != NULL; i++)
    is_good = check_option (argv[0], &options[i], (const char *const *) names);
  return is_good;
}

int
foyer_command_fail (const GError *error)
{
  g_printerr ("foyer-server: %s\n", error->message);
  return FOYER_EXIT_FAILED;
}

FoyerBackend *
foyer_command_open (const char *directory, const char *public_url, GError **error)
{
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  g_autoptr (FoyerRandom) random = foyer_random_new ();

  return foyer_backend_open (directory, public_url, clock, random, error);
}

void
foyer_command_close (FoyerBackend *backend)
{
  foyer_backend_close (backend);
  g_object_unref (backend);
}
