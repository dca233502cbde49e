/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_url_is_allowed:
 * @url: (nullable)
 *
 * The addresses that a page may carry: `https:` with a host and without a user name; `http:` only to this computer; `mailto:` and
 * `tel:` without parameters; a path of this site, starting with exactly one `/`; a fragment. All in visible ASCII without quotes,
 * angle brackets and backslashes, since browsers read more into those than people do.
 *
 * Returns: whether @url is one of these
 */
gboolean foyer_url_is_allowed (const char *url);

/**
 * foyer_url_for_phone:
 * @phone: a number as people write it
 *
 * Returns: (transfer full) (nullable): the `tel:` address, or %NULL if @phone has no digits
 */
char *foyer_url_for_phone (const char *phone);

/**
 * foyer_url_for_address:
 * @address: an email address
 *
 * Returns: (transfer full) (nullable): the `mailto:` address, or %NULL if @address is none
 */
char *foyer_url_for_address (const char *address);

/**
 * foyer_url_match:
 * @pattern: a path in which `*` stands for one segment, such as `/visits/ *` without the space
 * @argument: (inout) (transfer full) (nullable): set to what stands for the star
 *
 * Returns: whether @path is of @pattern
 */
gboolean foyer_url_match (const char *pattern, const char *path, char **argument);

G_END_DECLS
