/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "foyer-backend.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The commands of foyer-server. Each takes its arguments, with its own name first, and gives the exit status of the program. */

#define FOYER_EXIT_GOOD 0
#define FOYER_EXIT_FAILED 1
#define FOYER_EXIT_USAGE 2

int foyer_run_command (int argc, char **argv);
int foyer_init_command (int argc, char **argv);
int foyer_sample_command (int argc, char **argv);
int foyer_app_password_command (int argc, char **argv);
int foyer_code_command (int argc, char **argv);
int foyer_links_command (int argc, char **argv);
int foyer_bounce_command (int argc, char **argv);
int foyer_backup_command (int argc, char **argv);
int foyer_restore_command (int argc, char **argv);
int foyer_verify_command (int argc, char **argv);

/**
 * foyer_command_parse:
 * @about: what the command does, in a sentence or more
 * @options: its options, whose texts are bytes as they were typed
 * @needed: names of options that must be given, parted by spaces
 *
 * Returns: %FALSE if the command line cannot be understood, which has then been said
 */
gboolean foyer_command_parse (int argc,
                              char **argv,
                              const char *about,
                              const GOptionEntry *options,
                              const char *needed);

/**
 * foyer_command_fail:
 *
 * Says what went wrong.
 *
 * Returns: %FOYER_EXIT_FAILED
 */
int foyer_command_fail (const GError *error);

/**
 * foyer_command_open:
 * @directory: of the data
 * @public_url: (nullable): template
 *
 * Opens the backend for a command that runs alone.
 */
FoyerBackend *foyer_command_open (const char *directory, const char *public_url, GError **error);

/**
 * foyer_command_close:
 * @backend: (transfer full)
 */
void foyer_command_close (FoyerBackend *backend);

G_END_DECLS
