/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* How many codes may be typed; the last wrong one ends the request and kills the link of its mail (L12). */
#define FOYER_DOOR_CODE_TRIES 6

/**
 * foyer_door_requests_open:
 * @expires_at: seconds since 1970 until which its mail is good
 *
 * Remembers a browser that asks for a mail to sign in by. Whether somebody gets that mail is found out later (L07).
 *
 * Returns: (transfer full): the secret for its cookie, or %NULL with an error
 */
char *foyer_door_requests_open (FoyerDatabase *database,
                                FoyerRandom *random,
                                gint64 organisation,
                                gint64 expires_at,
                                GError **error);

/**
 * foyer_door_requests_give_code:
 * @request: the hash of the request
 * @link: the hash of the link in the same mail
 *
 * Makes the code that is mailed beside a link.
 *
 * Returns: (transfer full): six digits, or %NULL with an error
 */
char *foyer_door_requests_give_code (FoyerDatabase *database,
                                     FoyerRandom *random,
                                     gint64 organisation,
                                     GBytes *request,
                                     GBytes *link,
                                     GError **error);

/**
 * foyer_door_requests_try:
 * @secret: (nullable): from the cookie
 * @code: what was typed, of digits alone
 * @left: (out): how many tries are left after a wrong one
 * @link: (out) (transfer full) (nullable): after a right one, or the last wrong one, the hash of the link in the same mail
 *
 * Judges a code. Requests to which no mail was sent are judged like all others.
 *
 * Returns: whether it is right; %FALSE with an error only if it could not be judged
 */
gboolean foyer_door_requests_try (FoyerDatabase *database,
                                  gint64 organisation,
                                  const char *secret,
                                  const char *code,
                                  gint64 now,
                                  guint *left,
                                  GBytes **link,
                                  GError **error);

/**
 * foyer_door_requests_sweep:
 *
 * Forgets requests whose mail is good no longer.
 */
gboolean foyer_door_requests_sweep (FoyerDatabase *database, gint64 now, GError **error);

G_END_DECLS
