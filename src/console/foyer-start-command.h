/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerStartCommand:
 * @address: (nullable): the server to sign in to at once
 * @code: (nullable): the one-time code to do it with
 * @data_directory: where accounts and their stores are kept
 *
 * What the command line asks for.
 */
typedef struct {
  char *address;
  char *code;
  char *data_directory;
} FoyerStartCommand;

/**
 * foyer_start_command_add_options:
 *
 * Makes @application understand `--sign-in ADDRESS`, `--code-stdin`, `--data-directory DIR` and `--version`.
 */
void foyer_start_command_add_options (GApplication *application);

/**
 * foyer_start_command_read:
 * @exit_status: -1 to go on, else the status to exit with at once
 *
 * Reads the options that were given, and the code from standard input if they say so.
 *
 * Returns: (transfer full) (nullable): %NULL to exit
 */
FoyerStartCommand *foyer_start_command_read (GVariantDict *options, int *exit_status);

/**
 * foyer_start_command_refuse:
 *
 * Says on the command line why nothing was done.
 */
void foyer_start_command_refuse (const char *sentence);

void foyer_start_command_free (FoyerStartCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStartCommand, foyer_start_command_free)

G_END_DECLS
