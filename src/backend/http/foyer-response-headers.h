/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/**
 * foyer_response_headers_add:
 * @is_public_https: whether clients reach the server by https
 *
 * Adds what every response carries (reliability.md §2.3), except where the response says it itself.
 */
void foyer_response_headers_add (FoyerHttpResponse *response, gboolean is_public_https);

G_END_DECLS
