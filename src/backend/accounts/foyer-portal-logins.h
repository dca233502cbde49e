/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-password.h"

G_BEGIN_DECLS

/**
 * foyer_portal_logins_set:
 * @address: of the login; letters count as lower case
 * @password: kept as Argon2id
 * @must_change: whether somebody else than its owner thought of it, so that it must be changed at first use (004-24, 004-25)
 * @now: seconds since 1970
 *
 * Gives an address a password, or a new one.
 */
gboolean foyer_portal_logins_set (FoyerDatabase *database,
                                  FoyerRandom *random,
                                  gint64 organisation,
                                  const char *address,
                                  const char *password,
                                  gboolean must_change,
                                  gint64 now,
                                  GError **error);

/**
 * foyer_portal_logins_check:
 * @address: from outside
 * @password: (nullable): from outside
 * @must_change: (out): whether it must be changed now
 *
 * Judges a password, in the same time for addresses that have none. Wrong ones lock nobody out: that would let strangers do it.
 *
 * Returns: %FALSE with %FOYER_ACCOUNTS_ERROR_REFUSED if it is not right
 */
gboolean foyer_portal_logins_check (FoyerDatabase *database,
                                    gint64 organisation,
                                    const char *address,
                                    const char *password,
                                    gboolean *must_change,
                                    GError **error);

/**
 * foyer_portal_logins_must_change:
 *
 * Returns: whether @address has a password that must be changed
 */
gboolean foyer_portal_logins_must_change (FoyerDatabase *database, gint64 organisation, const char *address);

/**
 * foyer_portal_logins_forget:
 *
 * Takes an address its password.
 */
gboolean foyer_portal_logins_forget (FoyerDatabase *database,
                                     gint64 organisation,
                                     const char *address,
                                     GError **error);

/**
 * foyer_portal_logins_forget_initial:
 *
 * The same for a password that somebody else thought of and that was never changed.
 */
gboolean foyer_portal_logins_forget_initial (FoyerDatabase *database,
                                             gint64 organisation,
                                             const char *address,
                                             GError **error);

/**
 * foyer_portal_logins_find_people:
 *
 * Returns: (transfer full) (element-type utf8): the ids of everybody with @address, who was there last first (X11)
 */
GPtrArray *foyer_portal_logins_find_people (FoyerDatabase *database,
                                            gint64 organisation,
                                            const char *address,
                                            GError **error);

G_END_DECLS
