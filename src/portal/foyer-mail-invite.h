/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"

G_BEGIN_DECLS

/**
 * foyer_mail_invite_values:
 * @invite: as it is made: `delivery`, `email`, `note`
 * @link: where the mail leads
 * @portal_url: (nullable): where people sign in later
 * @expires_at: when @link dies, in seconds since 1970
 * @language: of the mail
 *
 * What stands for the placeholders of an invite's mail: the server mails it, and staff see it before (001-44, 004-22). A password is
 * not among it.
 *
 * Returns: (transfer full) (element-type utf8 utf8): for a #FoyerMailDraft
 */
GHashTable *foyer_mail_invite_values (FoyerBusiness *business,
                                      JsonObject *invite,
                                      const char *link,
                                      const char *portal_url,
                                      gint64 expires_at,
                                      const char *language);

G_END_DECLS
