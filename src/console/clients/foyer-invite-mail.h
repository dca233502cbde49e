/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

#include "foyer-mail.h"

G_BEGIN_DECLS

/**
 * foyer_invite_mail_write_async:
 * @invite: as it would be made
 * @name: of whoever is invited
 * @language: (nullable): theirs; %NULL for the organisation's
 *
 * Writes the mail that the server would send for an invite, from what is on this computer. Its link is made when it leaves: dots stand
 * for it.
 */
void foyer_invite_mail_write_async (FoyerStore *store,
                                    JsonObject *invite,
                                    const char *name,
                                    const char *language,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * foyer_invite_mail_write_finish:
 *
 * Returns: (transfer full): the mail, or %NULL with an error of reading
 */
FoyerMail *foyer_invite_mail_write_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
