/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-door-wishes.h"
#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_door_answers_give:
 * @transaction: of the wish's organisation, on behalf of the server
 * @portal_url: the address of its portal
 * @wish: what somebody asked for at the door
 *
 * Finds out whether whoever asked may have a link, and mails it. What became of it is told to staff alone, as a SignInEvent (D15 to
 * D17).
 *
 * Returns: %FALSE with an error
 */
gboolean foyer_door_answers_give (FoyerTransaction *transaction,
                                  const char *portal_url,
                                  const FoyerDoorWish *wish,
                                  GError **error);

G_END_DECLS
