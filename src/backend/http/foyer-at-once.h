/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * foyer_at_once_watch:
 * @handler: of complete requests
 * @data: for @handler
 * @is_public_https: whether people reach the server by https
 *
 * Lets one sign-in have only so many requests and uploads at once as the session says, and no upload without one. Who is refused is
 * refused when the head has been read: the body is not kept.
 */
void
foyer_at_once_watch (SoupServer *server, SoupServerCallback handler, gpointer data, gboolean is_public_https);

G_END_DECLS
