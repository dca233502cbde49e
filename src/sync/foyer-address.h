/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_address_normalise:
 * @typed: what a person typed or pasted: `portal.example.com`, `https://Portal.example.com/sign-in`, `127.0.0.1:8080`
 *
 * A name alone means https; only this computer itself may be asked over http, and is if nothing else is said. Path, query and
 * fragment of a pasted address are dropped.
 *
 * Returns: (transfer full): the server's address in its one form: scheme, host and, unless it is the scheme's own, port; without a trailing
 *   slash. %NULL with %FOYER_SIGN_IN_ERROR_ADDRESS
 */
char *foyer_address_normalise (const char *typed, GError **error);

/**
 * foyer_address_get_origin:
 *
 * Returns: (transfer full) (nullable): scheme, host and port of @url in the form of foyer_address_normalise(); %NULL if it is no address of
 *   http or https or holds a user name
 */
char *foyer_address_get_origin (const char *url);

/**
 * foyer_address_is_within:
 * @address: (nullable): a server's address
 *
 * Returns: whether @url is on that very server: same scheme, host and port
 */
gboolean foyer_address_is_within (const char *url, const char *address);

/**
 * foyer_address_is_private:
 *
 * Returns: whether nobody between can read what is sent to @url: https, or this computer itself
 */
gboolean foyer_address_is_private (const char *url);

G_END_DECLS
