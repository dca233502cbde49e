/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * foyer_at_once_watch:
 * @handler: of complete requests
 * @data: for @handler
 * @clock: by which is measured how often somebody comes
 * @is_public_https: whether people reach the server by https
 *
 * Lets one sign-in have only so many requests and uploads at once as the session says, and no upload without one; and lets none come more
 * often than twenty times a second for long. Who is refused is
 * refused when the head has been read: the body is not kept.
 */
void foyer_at_once_watch (SoupServer *server,
                          SoupServerCallback handler,
                          gpointer data,
                          FoyerClock *clock,
                          gboolean is_public_https);

G_END_DECLS
