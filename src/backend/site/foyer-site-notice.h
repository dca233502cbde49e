/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/**
 * foyer_site_notice:
 * @status: 400, 403, 413, 415, 421, 429 or 500
 *
 * Returns: (transfer full): a fixed page without anything of an organisation or a session, for what only happens to programs, to
 *   attackers and on bad days
 */
FoyerHttpResponse *foyer_site_notice (guint status);

/**
 * foyer_site_notice_wait:
 *
 * Returns: (transfer full): the page for whoever asks too often, and may come again in so many seconds
 */
FoyerHttpResponse *foyer_site_notice_wait (guint seconds);

G_END_DECLS
