/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "mail/foyer-mail-report.h"

G_BEGIN_DECLS

/**
 * foyer_mail_fate_find_organisation:
 * @delivery_id: of a mail
 *
 * Returns: whose mail it is; 0 if nobody's, -1 with @error
 */
gint64 foyer_mail_fate_find_organisation (FoyerDatabase *database, const char *delivery_id, GError **error);

/**
 * foyer_mail_fate_settle:
 * @is_news: (out): whether anything was not known yet
 *
 * Writes down what became of a mail after it had left: in its Delivery, in the invite that it carried, and in what is known of the person's
 * mail, if they still have the address that it went to (D07). A fate is final: what comes later changes nothing.
 *
 * Returns: %FALSE with @error if that could not be written
 */
gboolean foyer_mail_fate_settle (FoyerTransaction *transaction,
                                 const FoyerMailReport *report,
                                 gboolean *is_news,
                                 GError **error);

G_END_DECLS
