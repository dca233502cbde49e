/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_scheduled_messages_send:
 * @transaction: on the server's own behalf
 * @nothing: a #FoyerBackendWork gets data
 *
 * Sends some of the messages that were written for a time that has come, with all that follows.
 */
gboolean foyer_scheduled_messages_send (FoyerTransaction *transaction, gpointer nothing, GError **error);

/**
 * foyer_scheduled_messages_count_due:
 *
 * Returns: how many messages of @transaction's organisation wait although their time has come; -1 with an error
 */
gint64 foyer_scheduled_messages_count_due (FoyerTransaction *transaction, GError **error);

G_END_DECLS
