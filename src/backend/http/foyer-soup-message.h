/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Requests and responses as libsoup has them, and as the backend has them. */

/**
 * foyer_soup_message_read:
 * @message: whose request has arrived whole
 *
 * Returns: (transfer full) (nullable): the request, or %NULL if its path cannot be decoded
 */
FoyerHttpRequest *foyer_soup_message_read (SoupServerMessage *message);

/**
 * foyer_soup_message_phrase:
 *
 * Returns: the words that stand behind @status in the first line of an answer
 */
const char *foyer_soup_message_phrase (guint status);

/**
 * foyer_soup_message_answer:
 *
 * Sets the response. The connection ends with it.
 */
void foyer_soup_message_answer (SoupServerMessage *message, const FoyerHttpResponse *response);

/**
 * foyer_credentials_new:
 * @peer: (nullable): the network address of whoever is connected, or `unix`
 *
 * Returns: (transfer full): what @request brings to prove itself: the token or password of `Authorization`, the session of the cookie. It
 *   comes from @peer, or, over a unix socket, from where the web server says in `X-Real-IP`.
 */
FoyerCredentials *foyer_credentials_new (const FoyerHttpRequest *request, const char *peer);
void foyer_credentials_free (FoyerCredentials *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCredentials, foyer_credentials_free)

G_END_DECLS
