/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-password.h"

G_BEGIN_DECLS

/* After so many wrong passwords in a row a name is refused for so many seconds, the right password included. */
#define FOYER_SIGN_IN_TRIES 5
#define FOYER_SIGN_IN_LOCK_SECONDS 900

/**
 * foyer_staff_sign_in_set:
 * @name: what they type to sign in; letters count as lower case
 * @password: (nullable): kept as Argon2id; %NULL for a login by one-time codes alone
 *
 * Adds a login or sets a new password for it, which also ends a lock.
 *
 * Returns: %FALSE with %FOYER_ACCOUNTS_ERROR_INVALID if @name or @password cannot be right
 */
gboolean foyer_staff_sign_in_set (FoyerDatabase *database,
                                  FoyerRandom *random,
                                  gint64 organisation,
                                  const char *name,
                                  const char *staff_id,
                                  const char *password,
                                  GError **error);

/**
 * foyer_staff_sign_in_find:
 *
 * Returns: (transfer full): the staff member who signs in as @name, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
char *
foyer_staff_sign_in_find (FoyerDatabase *database, gint64 organisation, const char *name, GError **error);

/**
 * foyer_staff_sign_in_check:
 * @organisation: 0 if there is no such organisation
 * @name: from outside
 * @password: from outside
 * @now: seconds since 1970
 *
 * Judges a password. Unknown names, wrong passwords, locked names and staff who have left take the same time and get the same
 * answer. What it counts must be committed although it is answered with an error.
 *
 * Returns: (transfer full): the staff member's id, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
char *foyer_staff_sign_in_check (FoyerDatabase *database,
                                 gint64 organisation,
                                 const char *name,
                                 const char *password,
                                 gint64 now,
                                 GError **error);

G_END_DECLS
