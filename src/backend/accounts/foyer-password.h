/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

G_BEGIN_DECLS

/* Characters of a password that is set: OWASP ASVS 6.2.1, and a bound for what is hashed. */
#define FOYER_SHORTEST_PASSWORD 12
#define FOYER_LONGEST_PASSWORD 256

/**
 * foyer_password_hash:
 *
 * Returns: (transfer full): @password as Argon2id, for keeping; %NULL with %FOYER_ACCOUNTS_ERROR_INVALID if it is too short, too long or
 *   no text, and with %FOYER_ACCOUNTS_ERROR_LIMITED if there is not enough memory
 */
char *foyer_password_hash (FoyerRandom *random, const char *password, GError **error);

/**
 * foyer_password_fits:
 * @hash: (nullable): from foyer_password_hash(); %NULL for somebody who has none
 * @password: (nullable): from outside
 *
 * Takes the same time whether or not there is a hash.
 *
 * Returns: whether @password is the one
 */
gboolean foyer_password_fits (const char *hash, const char *password);

/**
 * foyer_password_check_length:
 *
 * Returns: %FALSE with %FOYER_ACCOUNTS_ERROR_INVALID if @password is too short, too long or no text
 */
gboolean foyer_password_check_length (const char *password, GError **error);

/**
 * foyer_password_is_easy:
 * @name: (nullable): an address or name that must not be the password
 *
 * Returns: whether @password is among those that are tried first: in every list of them, one piece over and over, a row of keys,
 *   or @name (ASVS 6.2.4)
 */
gboolean foyer_password_is_easy (const char *password, const char *name);

G_END_DECLS
