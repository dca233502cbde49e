/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerAccount:
 * @address: the server: scheme, host and port, without a trailing slash
 * @account_id: the organisation's id
 * @organisation: its name
 * @staff_id: (nullable): the signed-in staff member's record
 * @staff_name: the signed-in staff member
 *
 * An account this computer is signed in to, without its secrets.
 */
typedef struct {
  char *address;
  char *account_id;
  char *organisation;
  char *staff_id;
  char *staff_name;
} FoyerAccount;

FoyerAccount *foyer_account_new (const char *address,
                                 const char *account_id,
                                 const char *organisation,
                                 const char *staff_id,
                                 const char *staff_name);
FoyerAccount *foyer_account_copy (const FoyerAccount *self);
void foyer_account_free (FoyerAccount *self);

/**
 * foyer_account_get_directory:
 * @data_directory: of the program, such as `~/.local/share/foyer`
 *
 * Returns: (transfer full): where the store of this server and account lives
 */
char *foyer_account_get_directory (const FoyerAccount *self, const char *data_directory);

/**
 * foyer_account_load:
 *
 * Returns: (transfer full) (nullable): the account that was last signed in to, from the program's data directory; a small file, read once
 *   at start
 */
FoyerAccount *foyer_account_load (const char *data_directory);

/**
 * foyer_account_save:
 *
 * Remembers the account for the next start.
 */
gboolean foyer_account_save (const FoyerAccount *self, const char *data_directory, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAccount, foyer_account_free)

G_END_DECLS
