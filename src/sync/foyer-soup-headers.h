/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What the heads of replies say. */

/**
 * foyer_soup_headers_date:
 *
 * Returns: the server's time in seconds since 1970, 0 if it does not say
 */
gint64 foyer_soup_headers_date (SoupMessageHeaders *headers);

/**
 * foyer_soup_headers_retry_after:
 *
 * Returns: the seconds that the server asks to wait, an hour at most; -1 if it does not
 */
gint64 foyer_soup_headers_retry_after (SoupMessageHeaders *headers);

/**
 * foyer_soup_headers_location:
 *
 * Returns: (transfer full) (nullable): where a reply that is a redirection sends on to
 */
char *foyer_soup_headers_location (SoupMessage *message);

G_END_DECLS
