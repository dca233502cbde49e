/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/**
 * foyer_site_notice:
 * @status: 400, 403, 413, 415, 421 or 500
 *
 * Returns: (transfer full): a fixed page without anything of an organisation or a session, for what only happens to programs, to
 *   attackers and on bad days
 */
FoyerHttpResponse *foyer_site_notice (guint status);

G_END_DECLS
