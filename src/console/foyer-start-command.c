/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-start-command.c - what the command line asks for */

#include "foyer-start-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* A code is far shorter; what is longer is a mistake. */
#define LONGEST_CODE 1024

void
foyer_start_command_add_options (GApplication *application)
{
  const GOptionEntry entries[] = {
    { "sign-in", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Sign in to a server at once"), N_ ("ADDRESS") },
    { "code-stdin", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Read the one-time code to sign in with from standard input"), NULL },
    { "data-directory", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Keep accounts and their records in this folder"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_summary (application, _ ("The office console of a client portal."));
}

static char *
read_code (void)
{
  char line[LONGEST_CODE];

  return fgets (line, sizeof line, stdin) == NULL ? NULL : g_strstrip (g_strdup (line));
}

FoyerStartCommand *
foyer_start_command_read (GVariantDict *options, int *exit_status)
{
  g_autoptr (FoyerStartCommand) self = g_new0 (FoyerStartCommand, 1);
  g_autofree char *folder = NULL;

  *exit_status = -1;
  if (g_variant_dict_contains (options, "version")) {
    g_print ("foyer %s\n", FOYER_VERSION);
    *exit_status = 0;
    return NULL;
  }
  g_variant_dict_lookup (options, "sign-in", "s", &self->address);
  if (g_variant_dict_lookup (options, "data-directory", "^ay", &folder))
    self->data_directory = g_canonicalize_filename (folder, NULL);
  else
    self->data_directory = g_build_filename (g_get_user_data_dir (), "foyer", NULL);
  if (!g_variant_dict_contains (options, "code-stdin"))
    return g_steal_pointer (&self);
  if (self->address == NULL) {
    foyer_start_command_refuse (_ ("--code-stdin goes with --sign-in ADDRESS."));
    *exit_status = 2;
    return NULL;
  }
  self->code = read_code ();
  if (self->code == NULL || *self->code == '\0') {
    foyer_start_command_refuse (_ ("There was no code on standard input."));
    *exit_status = 2;
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
foyer_start_command_refuse (const char *sentence)
{
  g_printerr ("foyer: %s\n", sentence);
}

void
foyer_start_command_free (FoyerStartCommand *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->code);
  g_free (self->data_directory);
  g_free (self);
}
