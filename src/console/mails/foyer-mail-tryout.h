/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_mail_wording_read_async:
 * @language: a BCP 47 tag
 *
 * Reads the words of one kind of mail, off the main thread.
 */
void foyer_mail_wording_read_async (FoyerStore *store,
                                    FoyerMailKind kind,
                                    const char *language,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * foyer_mail_wording_read_finish:
 *
 * Returns: (transfer full): the words, or %NULL with an error of reading
 */
FoyerMailWording *foyer_mail_wording_read_finish (FoyerStore *store, GAsyncResult *result, GError **error);

/**
 * foyer_mail_tryout_async:
 * @subject: with placeholders
 * @body: with placeholders and blocks
 * @client_id: (nullable): who would read it; %NULL for nobody in particular
 *
 * Writes the mail that the server would send to a client if these were its words (000-75), off the main thread.
 */
void foyer_mail_tryout_async (FoyerStore *store,
                              FoyerMailKind kind,
                              const char *language,
                              const char *subject,
                              const char *body,
                              const char *client_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * foyer_mail_tryout_finish:
 *
 * Returns: (transfer full): the mail, or %NULL with an error of reading
 */
FoyerMail *foyer_mail_tryout_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
