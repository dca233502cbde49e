/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "foyer-mail.h"

G_BEGIN_DECLS

/*
 * The mails that follow from changes, in the same transaction. A person or member of staff without a good address gets none; that fails
 * nothing.
 */

/**
 * foyer_booking_mails_submit:
 * @before: (nullable): the booking as it was; %NULL for a new one
 * @after: the booking as it shall be
 *
 * Tells the client what the office decided, unless the decision is quiet, and the team what the client did (000-70, 000-71).
 */
gboolean foyer_booking_mails_submit (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     GError **error);

/**
 * foyer_team_notices_submit:
 * @kind: one of the team's notices
 * @client_id: (nullable): whom it is about; stands for `[client]`
 * @values: (element-type utf8 utf8): what else it says; changed
 *
 * Mails everybody in the team who chose to be told of this by mail, if the team is told at all (000-69).
 */
gboolean foyer_team_notices_submit (FoyerTransaction *transaction,
                                    FoyerMailKind kind,
                                    const char *client_id,
                                    const char *about_id,
                                    GHashTable *values,
                                    GError **error);

G_END_DECLS
