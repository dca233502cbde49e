/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_authorization_read:
 * @header: (nullable): the value of `Authorization`, from outside
 *
 * Reads the secret by which a request proves whose it is: the token of `Bearer`, or the application password of `Basic` (RFC 7617), whose
 * user name is not looked at. Tokens are not taken as passwords.
 *
 * Returns: (transfer full) (nullable): the secret, to be freed with foyer_secret_free(); %NULL if there is none
 */
char *foyer_authorization_read (const char *header);

G_END_DECLS
